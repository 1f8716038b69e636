"""Rebuilds a PDF from what its pages show: no forms, links, bookmarks or metadata, and no bytes between objects."""

from __future__ import annotations

import logging
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from documents.uploads.pdf_active_content import find_active, resolved
from documents.uploads.pdf_page_copy import Copier
from domain import uploads

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would log parts of the person's document

_GEOMETRY = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Group")
_RESOURCES = ("/ColorSpace", "/ExtGState", "/Font", "/Pattern", "/ProcSet", "/Properties", "/Shading", "/XObject")
_HIDDEN = 2  # ISO 32000-1, table 165: the annotation is never shown


def clean_pdf(content: bytes) -> uploads.CleanFile:
    """Checks a PDF and rewrites its pages.

    Raises:
        EncryptedPdf: it is encrypted.
        ActiveContent: something in it could act.
        TooManyPages: more than `MAX_PAGES`.
        TooManyPixels: a picture in it is too large.
        FileTooBig: the rewritten file is too large.
        BrokenFile: damaged, truncated or without pages.
        TooHard: out of memory.
    """
    try:
        return _cleaned(content)
    except uploads.UploadRefused:
        raise
    except MemoryError:
        raise uploads.TooHard from None
    except Exception as error:  # pypdf.errors: "broken PDF files might cause other Exceptions"
        raise uploads.BrokenFile(uploads.Damage.UNREADABLE) from error


def _cleaned(content: bytes) -> uploads.CleanFile:
    reader = _opened(content)
    _refuse_active(content, reader)
    pages = len(reader.pages)
    if pages > uploads.MAX_PAGES:
        raise uploads.TooManyPages(uploads.MAX_PAGES, pages)
    if not pages:
        raise uploads.BrokenFile(uploads.Damage.NO_PAGES)
    rewritten = _rewritten(reader)
    uploads.check_size(len(rewritten))
    _refuse_active(rewritten, PdfReader(BytesIO(rewritten)))  # the result has to pass, too
    return uploads.CleanFile(uploads.FileFormat.PDF, rewritten, pages)


def _opened(content: bytes) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(content))
    except Exception:
        if b"/Encrypt" in content:
            raise uploads.EncryptedPdf from None
        raise
    if reader.is_encrypted:
        raise uploads.EncryptedPdf
    return reader


def _refuse_active(content: bytes, reader: PdfReader) -> None:
    if found := find_active(content, reader):
        raise uploads.ActiveContent(found)


def _rewritten(reader: PdfReader) -> bytes:
    writer = PdfWriter()
    writer.metadata = None
    writer.pdf_header = "%PDF-1.7"
    add_pages(writer, reader)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def add_pages(writer: PdfWriter, reader: PdfReader) -> None:
    """Adds what the pages of a PDF show."""
    copier = Copier(writer)
    for page in reader.pages:
        page.get_contents()  # unpacks the page, so that one that cannot be shown fails here and not at the officer's
        fresh = writer.add_blank_page(width=1, height=1)
        _copy_page(page, fresh, copier)
    copier.finish()


def _copy_page(page: DictionaryObject, fresh: DictionaryObject, copier: Copier) -> None:
    for key in (*_GEOMETRY, "/Contents"):
        if key in page:
            fresh[NameObject(key)] = copier.copy(page.raw_get(key))
    resources = resolved(page.get("/Resources"))
    visible_resources = DictionaryObject()
    if isinstance(resources, DictionaryObject):
        visible_resources.update(
            {NameObject(key): copier.copy(resources.raw_get(key)) for key in _RESOURCES if key in resources}
        )
    fresh[NameObject("/Resources")] = visible_resources
    annotations = resolved(page.get("/Annots"))
    if isinstance(annotations, ArrayObject):
        stamps = [stamp for each in annotations if (stamp := _stamp(resolved(each), copier)) is not None]
        if stamps:
            fresh[NameObject("/Annots")] = ArrayObject(stamps)


def _stamp(annotation: object, copier: Copier) -> DictionaryObject | None:
    """Keeps what an annotation shows and drops what it does: filled fields, signatures and notes stay visible."""
    if not isinstance(annotation, DictionaryObject) or "/Rect" not in annotation:
        return None
    appearance = _appearance(annotation)
    flags = resolved(annotation.get("/F"))
    shown = flags if isinstance(flags, int) else 0
    if appearance is None or shown & _HIDDEN or resolved(annotation.get("/Subtype")) == "/Popup":
        return None
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Stamp"),
            NameObject("/Rect"): copier.copy(annotation.raw_get("/Rect")),
            NameObject("/F"): NumberObject(shown),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): copier.copy(appearance)}),
        }
    )


def _appearance(annotation: DictionaryObject) -> object:
    """The normal appearance, for the current state if there are several (ISO 32000-1, 12.5.5), or None."""
    appearances = resolved(annotation.get("/AP"))
    if not isinstance(appearances, DictionaryObject):
        return None
    normal = appearances.get("/N")
    states = resolved(normal)
    if isinstance(states, DictionaryObject) and not isinstance(states, StreamObject):
        normal = states.get(str(resolved(annotation.get("/AS"))))
    return normal if isinstance(resolved(normal), StreamObject) else None
