"""Bytes that a person sent, turned into a clean copy: a fresh JPEG or a fresh PDF, or a reason why not."""

from __future__ import annotations

import re

from documents.uploads.pdf import clean_pdf
from documents.uploads.pictures import clean_picture
from domain.uploads import Clean, NotAPicture, check_size

_PDF_HEADER_WITHIN = 1024  # bytes: readers look so far for it (PDF Reference 1.7, appendix H, note 13)

# What people send most often instead, by the first bytes: the answer can name it.
_OTHERS = (
    (re.compile(rb"....ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)", re.DOTALL), "heic"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "avif"),
    (re.compile(rb"....ftyp", re.DOTALL), "video"),
    (re.compile(rb"GIF8"), "gif"),
    (re.compile(rb"II\*\0|MM\0\*"), "tiff"),
    (re.compile(rb"BM"), "bmp"),
    (re.compile(rb"AT&TFORM"), "djvu"),
    (re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]|_rels/|docProps/|word/)", re.DOTALL), "docx"),
    (re.compile(rb"PK\x03\x04"), "zip"),
    (re.compile(rb"Rar!"), "rar"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "doc"),
)


def clean(content: bytes) -> Clean:
    """Make a clean copy of a JPEG, PNG, WebP or PDF, told by its content alone.

    It blocks for seconds and hostile input may make it block for longer, or take much memory: a bot calls
    `documents.uploads.worker.clean_apart`, which does the same in a process of its own.

    Raises:
        UploadRefused: one of its kinds, saying what the person has to be told.
    """
    check_size(len(content))
    if picture := _picture_format(content):
        return clean_picture(content, picture)
    if b"%PDF-" in content[:_PDF_HEADER_WITHIN]:
        return clean_pdf(content)
    raise NotAPicture(next((name for pattern, name in _OTHERS if pattern.match(content)), "unknown"))


def _picture_format(content: bytes) -> str | None:
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "WEBP"
    return None
