"""The PDF of a paper: the lines of its DOCX, the same bytes each time, nothing left out."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from docx import Document
from PIL import Image
from pypdf import PdfReader

from assets.loaders.edition import find_editions
from documents.formats import pdf
from documents.formats.docx import DOCUMENT, Template
from documents.formats.docx_looks import UnknownMarkup
from documents.formats.pdf import FONTS, Unprintable, pdf_of
from documents.formats.text_pages import text_pages
from documents.receipts import qr_code
from documents.receipts.verification import Finding, verify_text
from tests.documents.reading import every_word
from tests.documents.receipts import receipts
from tests.documents.samples import LETTER, LETTERS, LONG_ANSWERS, LONG_LETTER, texts
from tests.machine import LETTERS as KAZAKH
from tests.machine import PDFTOTEXT, needs
from tests.patience import PROCESS_SECONDS, stretched

EDITIONS = (*find_editions().values(), *sorted(path for path in Path("tests/editions").iterdir() if path.is_dir()))
TEMPLATES = {
    f"{folder.name}-{path.stem}": path.read_bytes()
    for folder in EDITIONS
    for path in sorted((folder / "papers").glob("*.docx"))
}
PLACES = re.compile(r"\{\{([\w-]+)\}\}")
LETTERS_OF_ALL = f"{KAZAKH} № 2-3 «Ұя»"
LONG = " ".join(LONG_ANSWERS[7].values())


def filled(template: bytes, text: str) -> bytes:
    """Fills each place with its number and this text."""
    with ZipFile(BytesIO(template)) as archive:
        places = {*PLACES.findall(archive.read(DOCUMENT).decode())}
    return Template.load(template).fill(
        {each: f"{at} {text}" if text else "" for at, each in enumerate(sorted(places))}
    )


def words_of(paper: bytes) -> list[str]:
    """Returns the words as pdftotext reads them, in the order in which they are written."""
    assert PDFTOTEXT
    command = [PDFTOTEXT, "-raw", "-", "-"]
    done = subprocess.run(command, input=paper, check=True, capture_output=True, timeout=stretched(PROCESS_SECONDS))  # noqa: S603
    return _words(done.stdout.decode())


def right_ends(paper: bytes) -> list[float]:
    """Returns where each word ends on the right, in points."""
    command = [str(PDFTOTEXT), "-bbox", "-", "-"]
    done = subprocess.run(command, input=paper, check=True, capture_output=True, timeout=stretched(PROCESS_SECONDS))  # noqa: S603
    return [float(each) for each in re.findall(r'<word .*xMax="([\d.]+)"', done.stdout.decode())]


def _words(text: str) -> list[str]:
    """Returns the words of a text, in which a line may end after a hyphen or a slash."""
    return re.sub(r"([-/])\s+", r"\1", text).split()


def heads_of(docx: bytes) -> list[list[str]]:
    """Returns the cells of tables that are repeated on each page."""
    rows = Document(BytesIO(docx)).element.xpath("//w:tr[w:trPr/w:tblHeader]")
    return [cell.xpath(".//w:t/text()") for row in rows for cell in row.tc_lst]


def pages_of(paper: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(paper)).pages]


@needs("texts of pages")
@pytest.mark.parametrize("text", ["", LETTERS_OF_ALL], ids=["blank", "filled"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_line_of_every_paper(name: str, text: str) -> None:
    """What stands in a paper's DOCX stands in its PDF, word by word in the same order, and nothing else."""
    docx = filled(TEMPLATES[name], text)
    assert words_of(pdf_of(docx, name)) == _words(every_word(docx))


@needs("texts of pages")
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_word_of_long_texts(name: str) -> None:
    """Nothing is cut where rows and paragraphs go on on further pages; only the heads of a table are repeated there."""
    docx = filled(TEMPLATES[name], LONG)
    told, printed = Counter(_words(every_word(docx))), Counter(words_of(pdf_of(docx, name)))
    assert told <= printed
    heads = _words(" ".join(each for cell in heads_of(docx) for each in cell))
    assert (printed - told).keys() <= {*heads}


@needs("texts of pages")
@pytest.mark.parametrize("appendix", [7, 8])
def test_a_stamped_copy(appendix: int) -> None:
    """Both stamps are in it, and the QR code as a picture."""
    docx = receipts.copy(receipts.receipt(appendix, received=receipts.RECEIVED))
    made = pdf_of(docx, "copy")
    assert words_of(made) == _words(every_word(docx))
    (page,) = PdfReader(BytesIO(made)).pages
    assert len(page.images) == 1


def test_the_code_on_the_pdf_is_that_of_the_docx() -> None:
    """Every module of the picture is in its place, so what a phone reads from the PDF verifies like the DOCX."""
    told = receipts.receipt(received=receipts.RECEIVED)
    docx = receipts.copy(told)
    assert receipts.check(docx).finding is Finding.AUTHENTIC
    text = qr_code.write(qr_code.sign(told.statement(receipts.HANDLE), receipts.SIGNER))
    assert verify_text(text, receipts.VERIFIER).finding is Finding.AUTHENTIC
    (page,) = PdfReader(BytesIO(pdf_of(docx, "copy"))).pages
    (picture,) = page.images
    assert picture.image
    drawn = Image.open(BytesIO(qr_code.qr_png(text)))
    assert picture.image.convert("L").tobytes() == drawn.convert("L").tobytes()


@needs("texts of pages")
def test_any_text() -> None:
    """Letters of other scripts, and what looks like markup of any kind, are printed as they are."""
    source = texts(Random(7))
    for _ in range(10):
        docx = filled(TEMPLATES["2011-20-missionary-application"], next(source))
        assert pages_of(pdf_of(docx, "form"))
    markup = '#panic() $x$ *a* _b_ `c` <d> @e \\ #import "@preview/x:1.0.0" {{full_name}} = f'
    docx = LETTERS.refusal(LONG_LETTER)
    assert words_of(pdf_of(docx, markup)) == _words(every_word(docx))
    docx = filled(TEMPLATES["2011-20-complaint"], markup)
    assert words_of(pdf_of(docx, markup)) == _words(every_word(docx))


@pytest.mark.parametrize(
    "typed", ["\u202e>;", "\u200e\u05d4\u05d3\u200d\u064b\u202d", "\u200e  \u05d3\u0301\u0662\u062e"]
)
def test_marks_of_direction_do_no_harm(typed: str) -> None:
    """Texts with which the typesetter fails, as they come from no question of the bot, are printed without them."""
    assert "Заявление" in pages_of(pdf_of(filled(TEMPLATES["2011-20-missionary-application"], typed), "form"))[0]


def test_a_fault_of_the_typesetter_quotes_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever cannot get a PDF gets the DOCX, and the fault says nothing of what was in it."""
    monkeypatch.setattr(pdf, "_layout", lambda: b"#panic(sys.inputs.paper)")
    with pytest.raises(Unprintable, match=r"^TypstError$"):
        pdf_of(filled(TEMPLATES["2011-20-missionary-application"], "Anna"), "form")


@needs("texts of pages")
def test_a_text_after_a_paper() -> None:
    """It begins on a page of its own, line by line."""
    docx, text = LETTERS.refusal(LETTER), f"Что принести\n\n1. {LETTERS_OF_ALL}\n2. Паспорт"
    made = pdf_of(docx, "letter", text_pages(text))
    assert words_of(made) == _words(f"{every_word(docx)}\n{text}")
    assert pages_of(made)[-1].splitlines() == [line for line in text.splitlines() if line]


@needs("texts of pages")
@pytest.mark.parametrize("name", [each for each in TEMPLATES if each.startswith("2011")])
def test_a_word_without_an_end(name: str) -> None:
    """It is divided where the line ends: nothing runs off the page, nor into the next cell of a table."""
    word = "Ж" * 300
    docx = filled(TEMPLATES[name], word)
    made = pdf_of(docx, name)
    assert "".join(words_of(made)).count("Ж") >= "".join(every_word(docx)).count("Ж")
    assert max(right_ends(made)) <= 595 - 42


def test_the_same_bytes() -> None:
    """The same paper is the same file, whatever was made in between."""
    docx = LETTERS.refusal(LETTER)
    first = pdf_of(docx, "letter")
    pdf_of(receipts.copy(), "copy")
    assert pdf_of(docx, "letter") == first
    told = PdfReader(BytesIO(first)).metadata
    assert told
    assert told.keys() == {"/Title", "/Creator"}  # no time


def test_letters_are_embedded() -> None:
    """Every font is in the file, and none of the machine's."""
    made = pdf_of(filled(TEMPLATES["2011-20-missionary-application"], LETTERS_OF_ALL), "form")
    (page,) = PdfReader(BytesIO(made)).pages
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    assert {font["/BaseFont"].partition("+")[2].partition("-")[0] for font in fonts} == {"LiberationSerif"}
    for font in fonts:
        (descendant,) = font["/DescendantFonts"]
        assert "/FontFile2" in descendant.get_object()["/FontDescriptor"]
    assert "SIL OPEN FONT LICENSE" in (FONTS / "LICENSE").read_text()


@pytest.mark.parametrize("name", ["long-letter", "certificate"])
def test_signatures_stay_with_the_text_above_them(name: str) -> None:
    """A long paper goes on on a further page; signature and seal are never alone on one."""
    docx = {
        "long-letter": LETTERS.refusal(LONG_LETTER),
        "certificate": filled(TEMPLATES["2011-20-missionary-certificate"], LONG * 2),
    }[name]
    *others, last = pages_of(pdf_of(docx, name))
    above, _, signature = last.partition("Руководитель органа")
    assert others
    assert above.strip()
    assert signature.rstrip().endswith("Печать")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:keepNext/>", "<w:suppressLineNumbers/>"),
        ("<w:tab/>", "<w:sym/>"),
        ('<w:rStyle w:val="Value"/>', '<w:i/><w:rStyle w:val="Value"/>'),
        ('<w:rStyle w:val="Value"/>', '<w:b w:val="0"/>'),
        ("<w:p>", "<w:sdt/><w:p>"),
        ("<w:tblGrid>", "<w:bidiVisual/><w:tblGrid>"),
        ('<w:tcW w:type="dxa" w:w="5102"/>', "<w:vMerge/>"),
        ("<w:tc>", "<w:trPr><w:hidden/></w:trPr><w:tc>"),
        ("<w:cols ", "<w:titlePg/><w:cols "),
    ],
)
def test_what_is_not_known_is_refused(old: str, new: str) -> None:
    """Nothing in a document is left out of its PDF in silence: a template with something new needs it here first."""
    with ZipFile(BytesIO(TEMPLATES["2011-20-missionary-application"])) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    document = files[DOCUMENT].decode()
    assert old in document
    changed = Template({**files, DOCUMENT: document.replace(old, new, 1).encode()}).fill({})
    with pytest.raises(UnknownMarkup):
        pdf_of(changed, "form")
