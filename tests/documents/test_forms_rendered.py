"""The forms on paper."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from pypdf import PdfReader

from assets.forms import form_templates
from benchmarks.form_peers import with_docxtpl, with_python_docx
from documents.forms import Forms
from documents.template import Template
from domain.lines import line
from domain.standard import Standard
from tests.documents.office_suite import needs_libreoffice, needs_pdftoppm, pixels, to_pdf
from tests.documents.samples import ANSWERS, LONG_ANSWERS, texts

pytestmark = needs_libreoffice


@pytest.fixture(scope="module")
def pages(standard: Standard, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every document of these tests, turned into PDF at once: LibreOffice takes long to start."""
    forms, content = Forms(standard.forms, form_templates()), form_templates()[7]
    lines = {field.id: line(field, ANSWERS[7]) for field in standard.forms[7].fields if field.parts}
    documents = {
        "ours": Template.load(content).fill(lines),
        "python-docx": with_python_docx(content, lines),
        "docxtpl": with_docxtpl(content, lines),
    }
    for appendix in (7, 8):
        documents[f"blank-{appendix}"] = forms.blank(appendix)
        documents[f"short-{appendix}"] = forms.filled(appendix, ANSWERS[appendix])
        documents[f"long-{appendix}"] = forms.filled(appendix, LONG_ANSWERS[appendix])
    source = texts(Random(7))
    for number in range(10):
        documents[f"fuzz-{number}"] = forms.filled(7, {"full_name": next(source), "address": next(source)})
    return to_pdf(documents, tmp_path_factory.mktemp("forms"))


@pytest.mark.parametrize("appendix", [7, 8])
@pytest.mark.parametrize("kind", ["blank", "short", "long"])
def test_one_page(pages: dict[str, Path], kind: str, appendix: int) -> None:
    """A form is one A4 page, to its last line, also where addresses and territory are very long."""
    (page,) = PdfReader(pages[f"{kind}-{appendix}"]).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    assert "Дата подачи заявления" in page.extract_text()


def test_letters(pages: dict[str, Path]) -> None:
    """Kazakh letters are printed as such."""
    assert "Әлімжан Қожахметұлы Өтепов" in PdfReader(pages["short-7"]).pages[0].extract_text()


def test_any_text_opens(pages: dict[str, Path]) -> None:
    """LibreOffice opens forms with any text on them."""
    for number in range(10):
        assert "Подпись заявителя" in "".join(page.extract_text() for page in PdfReader(pages[f"fuzz-{number}"]).pages)


@needs_pdftoppm
def test_the_same_picture_as_the_libraries(pages: dict[str, Path]) -> None:
    """Filled by us, by python-docx or by docxtpl: not a pixel differs."""
    ours = pixels(pages["ours"])
    assert ours == pixels(pages["python-docx"]) == pixels(pages["docxtpl"])
    assert ours != pixels(pages["blank-7"])
