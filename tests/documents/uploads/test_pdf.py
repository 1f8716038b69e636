from __future__ import annotations

import logging
import random
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import DictionaryObject, StreamObject

from documents.uploads.cleaning import clean
from domain.uploads import (
    MAX_PAGES,
    ActiveContent,
    ActiveElement,
    BrokenFile,
    Damage,
    EncryptedPdf,
    FileFormat,
    FileTooBig,
    TooManyPages,
    TooManyPixels,
    UploadRefused,
)

TEXT = b"BT /F1 24 Tf 20 100 Td (Charter of the group) Tj ET"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
SCRIPT = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"
CANARY = b"MadeByAigerimAtHome"  # letters only: pypdf escapes other characters


def stream(body: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(body), body)


def write_pdf(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """Writes a PDF by hand: objects by number, 1 is the catalog."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    return bytes(out + _section(len(out), objects, b"/Root 1 0 R" + trailer))


def update(pdf: bytes, objects: dict[int, bytes]) -> bytes:
    """Appends replacements for objects, as editors do."""
    before = pdf.rpartition(b"startxref\n")[2].split()[0]
    return pdf + _section(len(pdf), objects, b"/Root 1 0 R/Prev " + before)


def _section(start: int, objects: dict[int, bytes], trailer: bytes) -> bytes:
    out, table = bytearray(), bytearray(b"xref\n0 1\n0000000000 65535 f \n")
    for number, body in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, start + len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    where = start + len(out)
    return bytes(out + table + b"trailer\n<</Size 100%s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, where))


def parts(catalog: bytes = b"", page: bytes = b"", resources: bytes = b"") -> dict[int, bytes]:
    """Returns a page that says "Charter of the group", with room for more."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 200]>>",
        3: b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>%s>>" % (resources, page),
        4: stream(TEXT),
        5: FONT,
    }


def simple_pdf(catalog: bytes = b"", page: bytes = b"", **more: bytes) -> bytes:
    """`more` are objects by number: `o7=b"<<>>"`."""
    return write_pdf(parts(catalog, page) | {int(name[1:]): body for name, body in more.items()})


def packed_pdf(hidden: bytes) -> bytes:
    """Puts the catalog into an object stream beside `hidden`, which becomes object 7."""
    catalog = b"<</Type/Catalog/Pages 2 0 R/OpenAction 7 0 R>>"
    table = b"1 0 7 %d " % (len(catalog) + 1)
    body = zlib.compress(table + catalog + b" " + hidden)
    entries = b"/Type/ObjStm/N 2/First %d/Filter/FlateDecode" % len(table)
    objects = {number: each for number, each in parts().items() if number != 1} | {8: stream(body, entries)}
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, tuple[int, int, int]] = {1: (2, 8, 0), 7: (2, 8, 1)}
    for number, each in objects.items():
        places[number] = (1, len(out), 0)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    rows = b"".join(
        kind.to_bytes(1) + where.to_bytes(4) + index.to_bytes(2)
        for kind, where, index in (places.get(number, (0, 0, 0)) for number in range(9))
    )
    where = len(out)
    out += b"9 0 obj\n" + stream(rows, b"/Type/XRef/Size 9/W[1 4 2]/Root 1 0 R") + b"\nendobj\n"
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % where)


def empty_pages(pages: int) -> bytes:
    numbers = range(10, 10 + pages)
    tree = b"<</Type/Pages/Count %d/Kids[%s]>>" % (
        pages,
        b" ".join(b"%d 0 R" % each for each in numbers),
    )
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return write_pdf(parts() | {2: tree} | dict.fromkeys(numbers, page))


def open_pdf(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content), strict=True)


def whole(content: bytes) -> bytes:
    """Returns the bytes of a file and of its unpacked streams."""
    reader = PdfReader(BytesIO(content))
    objects = (reader.get_object(number) for number in range(1, 1 + int(str(reader.trailer["/Size"]))))
    return content + b"".join(
        each.get_data() for each in objects if isinstance(each, StreamObject) and "/Width" not in each
    )


def text_of(content: bytes) -> str:
    return open_pdf(content).pages[0].extract_text().strip()


def refusal_of(content: bytes) -> UploadRefused:
    with pytest.raises(UploadRefused) as refusal:
        clean(content)
    return refusal.value


def test_a_pdf_is_kept_with_what_its_pages_show() -> None:
    """Text, fonts, sizes and rotations of pages are kept."""
    cleaned = clean(simple_pdf(page=b"/Rotate 90/CropBox[0 0 250 200]"))
    page = open_pdf(cleaned.content).pages[0]
    assert (cleaned.kind, cleaned.pages) == (FileFormat.PDF, 1)
    assert text_of(cleaned.content) == "Charter of the group"
    assert (page.rotation, page.mediabox.width, page.cropbox.width) == (90, 300, 250)


def test_what_pages_share_is_kept_once() -> None:
    """A letterhead on forty pages must not make the copy forty times as big."""
    letterhead = stream(b"%" + random.Random(7).randbytes(50_000), b"/Type/XObject/Subtype/Form")
    objects = parts(resources=b"/XObject<</X 6 0 R>>") | {6: letterhead}
    objects[2] = b"<</Type/Pages/Count 40/MediaBox[0 0 300 200]/Kids[%s]>>" % b" ".join(
        b"%d 0 R" % number for number in range(10, 50)
    )
    cleaned = clean(write_pdf(objects | dict.fromkeys(range(10, 50), objects[3])))
    assert cleaned.pages == 40
    assert len(cleaned.content) < 100_000


ACTIONS = {
    SCRIPT: ActiveElement.SCRIPT,
    b"<</S/Rendition/JS(x)>>": ActiveElement.SCRIPT,
    b"<</S/Launch/F(calc.exe)>>": ActiveElement.PROGRAM,
    b"<</S/GoToR/F(other.pdf)/D[0/Fit]>>": ActiveElement.PROGRAM,
    b"<</S/GoToE/T<</R/C/N(x)>>>>": ActiveElement.ATTACHMENT,
    b"<</S/SubmitForm/F(http://example.org)>>": ActiveElement.SENDING,
    b"<</S/ImportData/F(x.fdf)>>": ActiveElement.SENDING,
    b"<</S/Rendition/OP 0>>": ActiveElement.MEDIA,
    b"<</S/RichMediaExecute>>": ActiveElement.MEDIA,
    b"<</S/Sound/Sound 9 0 R>>": ActiveElement.MEDIA,
    b"<</S/Movie/T(x)>>": ActiveElement.MEDIA,
    b"<</S/GoTo3DView>>": ActiveElement.MEDIA,
    b"<</S/GoTo/D[3 0 R/Fit]/Next[<</S/GoTo/Next%s>>]>>" % SCRIPT: ActiveElement.SCRIPT,
    b"<</#53/J#61vaScript/#4a#53(x)>>": ActiveElement.SCRIPT,
    b"<</S/L#61unch/F(calc.exe)>>": ActiveElement.PROGRAM,
    b"<</S 8 0 R>>": ActiveElement.PROGRAM,
}
PLACES: dict[str, Callable[[bytes], bytes]] = {
    "on opening": lambda action: simple_pdf(b"/OpenAction" + action, o8=b"/Launch"),
    "on opening, by reference": lambda action: simple_pdf(b"/OpenAction 7 0 R", o7=action, o8=b"/Launch"),
    "on closing": lambda action: simple_pdf(b"/AA<</WC " + action + b">>", o8=b"/Launch"),
    "on a page": lambda action: simple_pdf(page=b"/AA<</O 7 0 R>>", o7=action, o8=b"/Launch"),
    "on a link": lambda action: simple_pdf(
        page=b"/Annots[<</Subtype/Link/Rect[0 0 9 9]/A %s>>]" % action, o8=b"/Launch"
    ),
    "on a field": lambda action: simple_pdf(
        b"/AcroForm<</Fields[7 0 R]>>",
        o7=b"<</FT/Tx/T(x)/AA<</K " + action + b">>>>",
        o8=b"/Launch",
    ),
    "in a bookmark": lambda action: simple_pdf(
        b"/Outlines<</First 7 0 R>>",
        o7=b"<</Title(x)/A " + action + b">>",
        o8=b"/Launch",
    ),
    "in a font": lambda action: write_pdf(
        parts() | {5: FONT[:-2] + b"/Secret[[<</A " + action + b">>]]>>", 8: b"/Launch"}
    ),
    "unused": lambda action: simple_pdf(o7=action, o8=b"/Launch"),
    "in no table": lambda action: simple_pdf(o8=b"/Launch") + b"\n77 0 obj" + action + b"endobj\n",
    "in an older revision": lambda action: update(
        simple_pdf(b"/OpenAction 7 0 R", o7=action, o8=b"/Launch"),
        {1: parts()[1], 7: b"null"},
    ),
    "in a newer revision": lambda action: update(
        simple_pdf(), {1: parts(b"/OpenAction 7 0 R")[1], 7: action, 8: b"/Launch"}
    ),
    "in the trailer": lambda action: write_pdf(parts() | {8: b"/Launch"}, b"/X " + action),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("action", "found"), ACTIONS.items())
def test_an_action_is_found_wherever_it_is(place: str, action: bytes, found: ActiveElement) -> None:
    """Direct or by reference, plain or escaped, in use or orphaned."""
    refusal = refusal_of(PLACES[place](action))
    assert isinstance(refusal, ActiveContent)
    assert refusal.found is found


@pytest.mark.parametrize(("action", "found"), [each for each in ACTIONS.items() if b"8 0 R" not in each[0]])
def test_an_action_in_an_object_stream_is_found(action: bytes, found: ActiveElement) -> None:
    """Packed objects are checked like the others."""
    refusal = refusal_of(packed_pdf(action))
    assert isinstance(refusal, ActiveContent)
    assert refusal.found is found


def test_an_object_stream_of_an_older_revision_is_looked_into() -> None:
    """No table refers to it any more, but another program may find it."""
    table = b"7 0 "
    entries = b"/Type/ObjStm/N 1/First %d/Filter/FlateDecode" % len(table)
    old = simple_pdf(o8=stream(zlib.compress(table + SCRIPT), entries))
    assert isinstance(refusal_of(update(old, {8: b"null"})), ActiveContent)


def test_a_harmless_pdf_with_object_streams_is_taken() -> None:
    """Most PDF files are written that way today."""
    assert text_of(clean(packed_pdf(b"[3 0 R/Fit]")).content) == "Charter of the group"


@pytest.mark.parametrize(
    ("pdf", "found"),
    [
        (
            simple_pdf(b"/Names<</JavaScript<</Names[(x)7 0 R]>>>>", o7=b"<</S/GoTo>>"),
            ActiveElement.SCRIPT,
        ),
        (simple_pdf(b"/Names<</EmbeddedFiles<</Names[]>>>>"), ActiveElement.ATTACHMENT),
        (
            simple_pdf(o7=b"<</Type/Filespec/F(x.exe)/EF<</F 8 0 R>>>>", o8=stream(b"MZ")),
            ActiveElement.ATTACHMENT,
        ),
        (simple_pdf(o7=stream(b"MZ", b"/Type/EmbeddedFile")), ActiveElement.ATTACHMENT),
        (
            simple_pdf(page=b"/Annots[<</Subtype/FileAttachment/Rect[0 0 9 9]>>]"),
            ActiveElement.ATTACHMENT,
        ),
        (
            simple_pdf(page=b"/Annots[<</Subtype/RichMedia/Rect[0 0 9 9]>>]"),
            ActiveElement.MEDIA,
        ),
        (
            simple_pdf(page=b"/Annots[<</RichMediaContent<<>>/Rect[0 0 9 9]>>]"),
            ActiveElement.MEDIA,
        ),
        (simple_pdf(page=b"/Annots[<</Subtype/Movie/Rect[0 0 9 9]>>]"), ActiveElement.MEDIA),
        (simple_pdf(page=b"/Annots[<</Subtype/Sound/Rect[0 0 9 9]>>]"), ActiveElement.MEDIA),
        (simple_pdf(page=b"/Annots[<</Subtype/Screen/Rect[0 0 9 9]>>]"), ActiveElement.MEDIA),
        (
            simple_pdf(
                page=b"/Annots[<</Subtype/3D/3DD 7 0 R>>]",
                o7=stream(b"", b"/Subtype/U3D"),
            ),
            ActiveElement.MEDIA,
        ),
        (
            simple_pdf(b"/AcroForm<</XFA 7 0 R/Fields[]>>", o7=stream(b"<xdp/>")),
            ActiveElement.XFA,
        ),
        (
            simple_pdf(b"/AcroForm<</X#46A[(a)7 0 R]>>", o7=stream(b"<xdp/>")),
            ActiveElement.XFA,
        ),
    ],
)
def test_other_active_parts_are_found(pdf: bytes, found: ActiveElement) -> None:
    """Name trees, attachments, videos, and forms that are programs."""
    refusal = refusal_of(pdf)
    assert isinstance(refusal, ActiveContent)
    assert refusal.found is found


def test_words_about_scripts_are_not_scripts() -> None:
    """A text, a title and a page that mention JavaScript are harmless."""
    objects = parts() | {4: stream(TEXT + b"\nBT (/S /JavaScript /JS 9 0 obj <</JS(x)>>) Tj ET")}
    assert clean(write_pdf(objects | {7: b"<</Title(/JavaScript /Launch)>>"}, b"/Info 7 0 R")).pages == 1


def test_a_link_to_a_site_is_taken_and_dropped() -> None:
    """Letters contain addresses: the paper is harmless, but no copy takes an officer to a site."""
    writer = PdfWriter(clone_from=BytesIO(simple_pdf()))
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url="https://example.org/phish"))
    out = BytesIO()
    writer.write(out)
    assert b"phish" in out.getvalue()
    kept = clean(out.getvalue()).content
    assert b"phish" not in whole(kept)
    assert b"/Annots" not in kept


def test_everything_beside_the_pages_is_gone() -> None:
    """Author, dates, bookmarks, names, private data, and bytes between the objects."""
    box = b"<</X(%s)>>" % CANARY
    pdf = write_pdf(
        parts(
            b"/Metadata 7 0 R/PieceInfo%s/Dests%s/Outlines%s/Lang(%s)" % (box, box, box, CANARY),
            b"/PieceInfo" + box,
        )
        | {
            7: stream(CANARY, b"/Type/Metadata/Subtype/XML"),
            8: box,
            5: FONT[:-2] + b"/Metadata 7 0 R/Parent 1 0 R>>",
        },
        b"/Info 8 0 R/ID[(%s)(%s)]" % (CANARY, CANARY),
    )
    pdf += CANARY
    assert pdf.count(CANARY) == 10
    kept = clean(pdf).content
    assert CANARY not in whole(kept)
    assert text_of(kept) == "Charter of the group"
    assert open_pdf(kept).metadata is None
    assert set(open_pdf(kept).root_object) == {"/Type", "/Pages"}


def test_a_way_back_to_the_document_is_not_followed() -> None:
    """A resource that refers to the catalog or another page does not include them."""
    secret = b"/Secret(%s)" % CANARY
    state = b"/ExtGState<</G<</Up 1 0 R/Page 3 0 R/Own 6 0 R/Parent<<%s>>/A 7 0 R>>>>" % secret
    objects = parts(secret, page=secret, resources=state + secret)
    objects |= {
        6: stream(CANARY, b"/Type/Metadata"),
        7: b"<</Type/Action/S/URI/URI(%s)>>" % CANARY,
    }
    kept = clean(write_pdf(objects)).content
    assert CANARY not in whole(kept)
    assert len(open_pdf(kept).pages) == 1


def test_text_that_looks_like_an_object_cannot_be_taken_for_one() -> None:
    """A reader that repairs a damaged file searches it for objects, and must find none in a page's text."""
    sent = write_pdf(parts() | {4: stream(TEXT + b"\n%\n7 0 obj " + SCRIPT, b"/DecodeParms<</Predictor 12>>")})
    kept = clean(sent).content
    assert b"7 0 obj" not in kept
    assert SCRIPT in whole(kept)
    assert text_of(kept) == "Charter of the group"


def test_a_filled_field_a_signature_and_a_stamp_stay_to_be_seen() -> None:
    """The look of an annotation is part of the paper; its action is not."""
    look = b"/Type/XObject/Subtype/Form/BBox[0 0 50 20]/Resources<</Font<</F1 5 0 R>>>>"
    field = (
        b"<</Subtype/Widget/FT/Tx/T(name)/V(%s)/Rect[9 9 59 29]/F 4/AP<</N 7 0 R/D 8 0 R>>/A<</S/URI/URI(x)>>>>"
        % CANARY
    )
    box = b"<</Subtype/Widget/FT/Btn/Rect[9 9 59 29]/AS/Yes/AP<</N<</Yes 7 0 R/Off 8 0 R>>>>>>"
    hidden = b"<</Subtype/Stamp/Rect[9 9 59 29]/F 2/AP<</N 8 0 R>>>>"
    popup = b"<</Subtype/Popup/Rect[9 9 59 29]/AP<</N 8 0 R>>>>"
    unclear = b"<</Subtype/Widget/Rect[9 9 59 29]/AP<</N<</Yes 8 0 R>>>>>>"
    page = b"/Annots[%s null 7]" % b"".join((field, box, hidden, popup, unclear))
    kept = clean(simple_pdf(page=page, o7=stream(b"%seen", look), o8=stream(b"%unseen", look))).content
    seen = [each.get_object() for each in open_pdf(kept).pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert [set(each) for each in seen] == [{"/Type", "/Subtype", "/Rect", "/F", "/AP"}] * 2
    assert [each["/Subtype"] for each in seen] == ["/Stamp", "/Stamp"]
    looks = [each["/AP"]["/N"] for each in seen]
    assert [each.get_data() for each in looks if isinstance(each, StreamObject)] == [
        b"%seen",
        b"%seen",
    ]
    assert CANARY not in whole(kept)
    assert b"unseen" not in whole(kept)


@pytest.mark.parametrize("filters", [b"/DCTDecode", b"[/DCTDecode]", b"/DCT"])
def test_what_a_camera_wrote_into_a_picture_in_a_pdf_is_gone(filters: bytes) -> None:
    """Phones put photos into PDFs unchanged, location included."""
    note = b"\xff\xe1" + (len(CANARY) + 2).to_bytes(2) + CANARY
    jpeg = b"\xff\xd8" + note + b"\xff\xda\0\x02pixels\xff\xd9"
    photo = stream(jpeg, b"/Type/XObject/Subtype/Image/Width 9/Height 9/Filter" + filters)
    kept = clean(write_pdf(parts(resources=b"/XObject<</P 6 0 R>>") | {6: photo})).content
    assert CANARY not in whole(kept)
    assert b"\xff\xd8\xff\xda\0\x02pixels\xff\xd9" in kept


def test_a_picture_in_a_pdf_that_would_fill_the_memory_is_refused() -> None:
    """An officer's PDF reader would decode it."""
    photo = stream(b"", b"/Type/XObject/Subtype/Image/Width 20000/Height 20000/Filter/FlateDecode")
    refusal = refusal_of(write_pdf(parts(resources=b"/XObject<</P 6 0 R>>") | {6: photo}))
    assert isinstance(refusal, TooManyPixels)


def test_a_stream_kept_in_another_file_is_not_referred_to() -> None:
    """A copy refers to no file on the officer's computer or network."""
    outside = stream(b"", b"/Subtype/Form/F(//server/share/%s)" % CANARY)
    kept = clean(write_pdf(parts(resources=b"/XObject<</P 6 0 R>>") | {6: outside})).content
    assert CANARY not in whole(kept)


@pytest.mark.parametrize(("user", "algorithm"), [("", "RC4-128"), ("secret", "AES-256"), ("", "AES-128")])
def test_a_locked_pdf_is_refused_for_being_locked(user: str, algorithm: str) -> None:
    """Including one that opens without a password and is only protected against printing."""
    writer = PdfWriter(clone_from=BytesIO(simple_pdf(b"/OpenAction" + SCRIPT)))
    writer.encrypt(user, "owner", algorithm=algorithm)
    out = BytesIO()
    writer.write(out)
    assert isinstance(refusal_of(out.getvalue()), EncryptedPdf)


@pytest.mark.parametrize("lock", [b"/Encrypt 7 0 R", b"/Encrypt<</Filter/Unknown>>", b"/Encrypt 99 0 R"])
def test_a_pdf_with_an_unknown_lock_is_refused_for_being_locked(lock: bytes) -> None:
    """An unknown encryption is not reported as damage."""
    assert isinstance(
        refusal_of(write_pdf(parts() | {7: b"<</Filter/Standard/V 9/R 9>>"}, lock)),
        EncryptedPdf,
    )


def test_too_many_pages_are_refused_with_both_numbers() -> None:
    """The person reads how many there are and how many are allowed."""
    assert clean(empty_pages(MAX_PAGES)).pages == MAX_PAGES
    refusal = refusal_of(empty_pages(MAX_PAGES + 1))
    assert isinstance(refusal, TooManyPages)
    assert (refusal.limit, refusal.found) == (60, 61)


def test_a_pdf_without_pages_is_refused() -> None:
    """An empty document is not a copy."""
    refusal = refusal_of(write_pdf(parts() | {2: b"<</Type/Pages/Kids[]/Count 0>>"}))
    assert isinstance(refusal, BrokenFile)
    assert refusal.reason is Damage.NO_PAGES


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\nsome text",
        simple_pdf()[:200],
        write_pdf({1: b"<</Type/Catalog/Pages 1 0 R>>"}),
        write_pdf({1: b"<</Type/Catalog/Pages 99 0 R>>"}),
        write_pdf(parts() | {2: b"<</Type/Pages/Kids[2 0 R]/Count 1>>"}),
        write_pdf(parts() | {4: stream(b"no flate", b"/Filter/FlateDecode")}),
        write_pdf(parts() | {5: b"[" * 5000}),
        b"%PDF-1.7\n" + b"1 0 obj[" * 200,
        b"%PDF-1.7\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
    ],
)
def test_a_damaged_pdf_is_refused_or_mended(content: bytes) -> None:
    """If a page can still be shown, the copy shows it; otherwise the file is called broken."""
    try:
        kept = clean(content).content
    except BrokenFile:
        return
    assert len(open_pdf(kept).pages) == 1


def test_a_page_that_unpacks_without_end_is_refused() -> None:
    """A hundred million bytes of page in a hundred thousand."""
    bomb = stream(zlib.compress(bytes(100_000_000)), b"/Filter/FlateDecode")
    assert isinstance(refusal_of(write_pdf(parts() | {4: bomb})), BrokenFile)


def test_objects_that_unpack_to_more_than_a_file_may_have_are_refused() -> None:
    """The limit applies to the stored copy."""
    wide = FONT[:-2] + b"/Wide[%s]>>" % (("/" + "🖋" * 1000).encode() * 900)  # each is written as "#F0#9F#96#8B"
    pdf = packed_pdf(wide).replace(b"/F1 5 0 R", b"/F1 7 0 R")
    assert len(pdf) < 100_000
    refusal = refusal_of(pdf)
    assert isinstance(refusal, FileTooBig)
    assert refusal.found > 10_800_000


def test_a_reference_to_a_reference_is_followed_and_one_to_itself_is_not() -> None:
    """It is odd, but the page can be shown."""
    objects = parts() | {5: b"6 0 R", 6: b"7 0 R", 7: FONT, 8: b"8 0 R"}
    assert text_of(clean(write_pdf(objects)).content) == "Charter of the group"
    assert clean(write_pdf(objects | {7: b"8 0 R"})).pages == 1
    assert isinstance(
        refusal_of(write_pdf(objects | {7: b"<</A 9 0 R>>", 9: b"10 0 R", 10: SCRIPT})),
        ActiveContent,
    )


def test_nothing_of_the_document_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The PDF reader's complaints quote the file."""
    caplog.set_level(logging.DEBUG, "bot")
    clean(simple_pdf().replace(b"startxref\n", b"startxref\n1"))
    assert not caplog.records


def test_the_same_pdf_gives_the_same_copy() -> None:
    """It contains no date and nothing random."""
    assert clean(simple_pdf()).content == clean(simple_pdf()).content


def test_a_kept_copy_is_taken_again() -> None:
    """If the applicant sends a stored copy again, it is as clean as before."""
    kept = clean(simple_pdf()).content
    assert clean(kept).content == kept
    assert isinstance(open_pdf(kept).pages[0]["/Resources"], DictionaryObject)
