"""Appendix 7: the application of a missionary."""

from __future__ import annotations

from domain.standard.edition import Standard
from tests.factories.units import MISSIONARY
from tests.standard.forms import check_words


def test_labels_and_captions(standard: Standard) -> None:
    """Heading, labels and captions stand as in the appendix, in its order."""
    check_words(standard.printed_forms[7], 9542, 9562)


def test_who_fills_what(standard: Standard) -> None:
    """Every line is for a missionary and has the source of its content."""
    form = standard.printed_forms[7]
    assert standard.kind_of_form(form).id == MISSIONARY
    assert [part for field in form.fields for part in field.parts] == [
        "office_name",
        "office_address",
        "full_name",
        "address",
        "document_kind",
        "document_number",
        "document_date",
        "document_issuer",
        "confession",
        "term_from",
        "term_to",
        "territory",
    ]
