from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from benchmarks.form_peers import with_docxtpl, with_python_docx
from documents.applications import Forms
from documents.formats.docx import Template
from domain.applications.form_lines import line
from domain.standard.edition import Standard
from tests.documents.office_suite import to_pdf
from tests.documents.reports import of_the_longest_name
from tests.documents.samples import ANSWERS, FULL_ANSWERS, LETTER, LETTERS, LONG_ANSWERS, LONG_LETTER, texts


@pytest.fixture(scope="session")
def pages(standard: Standard, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every document that tests look at on paper, converted to PDF in one run, as LibreOffice is slow to start."""
    forms, content = Forms(standard.printed_forms, standard.printed_templates), standard.printed_templates[7]
    lines = {field.id: line(field, ANSWERS[7]) for field in standard.printed_forms[7].fields if field.parts}
    documents = {
        "ours": Template.load(content).fill(lines),
        "python-docx": with_python_docx(content, lines),
        "docxtpl": with_docxtpl(content, lines),
    }
    for appendix in (5, 6, 7, 8):
        documents[f"blank-{appendix}"] = forms.blank(appendix)
        documents[f"short-{appendix}"] = forms.filled(appendix, ANSWERS[appendix])
        documents[f"long-{appendix}"] = forms.filled(appendix, LONG_ANSWERS[appendix])
    documents |= {f"full-{appendix}": forms.filled(appendix, FULL_ANSWERS[appendix]) for appendix in (5, 6)}
    source = texts(Random(7))
    for number in range(10):
        documents[f"fuzz-{number}"] = forms.filled(7, {"full_name": next(source), "address": next(source)})
    documents["letter"], documents["long-letter"] = LETTERS.refusal(LETTER), LETTERS.refusal(LONG_LETTER)
    documents["indicators"] = of_the_longest_name(standard)
    return to_pdf(documents, tmp_path_factory.mktemp("forms"))
