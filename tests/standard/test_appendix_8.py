"""Appendix 8: the application of a small group."""

from __future__ import annotations

from domain.standard.edition import Standard
from tests.factories.units import GROUP
from tests.standard.forms import check_words


def test_labels_and_captions(standard: Standard) -> None:
    """Heading, labels and captions stand as in the appendix, in its order."""
    check_words(standard.printed_forms[8], 9562, 9586)


def test_who_fills_what(standard: Standard) -> None:
    """Every line is for a group and has the source of its content."""
    form = standard.printed_forms[8]
    assert standard.kind_of_form(form).id == GROUP
    assert [part for field in form.fields for part in field.parts] == [
        "office_name",
        "office_address",
        "group_name",
        "confession",
        "leader_name",
        "adult_members",
        "location",
        "place_of_worship",
        "territory",
    ]
