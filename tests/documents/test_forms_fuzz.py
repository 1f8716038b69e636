"""More than ten thousand names and free texts on the forms."""

from __future__ import annotations

from random import Random

import pytest

from documents.applications import Forms
from domain.standard.edition import Standard
from domain.standard.forms import FieldSource
from tests.documents.reading import every_word, values
from tests.documents.samples import texts

pytestmark = pytest.mark.untraced

DOCUMENTS_OF_EACH = 900
SEED = 20110121

DATES = frozenset({"document_date", "term_from", "term_to", "certificate_date"})


def test_every_text_comes_back(standard: Standard) -> None:
    """Every document opens in python-docx, and every text is read back as typed."""
    random, forms, tried = Random(SEED), Forms(standard.printed_forms, standard.printed_templates), 0
    source = texts(random)
    for appendix in (7, 8):
        form = standard.printed_forms[appendix]
        lines = [field for field in form.fields if field.source is not FieldSource.HAND]
        free = {field.id: field.parts[-1] for field in lines if not DATES & set(field.parts)}
        for _ in range(DOCUMENTS_OF_EACH):
            typed = {field: next(source) for field in free}
            answers = {free[field]: text for field, text in typed.items()}
            shown = values(forms.filled(appendix, answers), form)
            assert {field: shown[field] for field in typed} == {
                field: text if text.strip() else shown[field] for field, text in typed.items()
            }
            tried += len(typed)
    assert tried >= 10_000


@pytest.mark.parametrize("appendix", [5, 6])
def test_any_text_stands_on_a_certificate(standard: Standard, appendix: int) -> None:
    """Names and free texts of any kind are read back complete, even in a table or over several pages."""
    source, forms = texts(Random(SEED)), Forms(standard.printed_forms, standard.printed_templates)
    fields = [field for field in standard.printed_forms[appendix].fields if field.parts and field.id != "city"]
    free = [field.parts[-1] for field in fields if not DATES & set(field.parts)]
    for _ in range(DOCUMENTS_OF_EACH // 10):
        answers = {part: next(source) for part in free}
        shown = every_word(forms.filled(appendix, answers))
        assert [text for text in answers.values() if text.strip() and text not in shown] == []
