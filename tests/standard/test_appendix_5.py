"""Appendix 5: the certificate of a missionary."""

from __future__ import annotations

from domain.standard import Standard, Subject
from tests.standard.forms import check_words


def test_labels_and_captions(standard: Standard) -> None:
    """Heading, labels and captions stand in the appendix, in its order."""
    check_words(standard.forms[5], 9490, 9517)


def test_who_fills_what(standard: Standard) -> None:
    """Every line is for a missionary, and knows what fills it."""
    form = standard.forms[5]
    assert form.subject is Subject.MISSIONARY
    assert [part for field in form.fields for part in field.parts] == [
        "area",
        "city",
        "certificate_number",
        "certificate_date",
        "full_name",
        "document_kind",
        "document_number",
        "document_date",
        "document_issuer",
        "citizenship",
        "confession",
        "association",
        "territory",
        "term_to",
    ]
