"""Point 25: a complaint is considered within the term of the law: 15 days, or 30 if something must be checked."""

from __future__ import annotations

from datetime import date

import pytest

from domain.standard.edition import Standard
from tests.factories.terms import Terms


@pytest.mark.standard("25")
def test_the_term_of_an_answer(standard: Standard) -> None:
    """The point leaves the term of an answer to the law: that in force at the edition's time, which is named."""
    term = standard.complaint_term
    assert (term.days, term.days_with_check) == (15, 30)
    assert "от 12 января 2007 года № 221" in term.source
    assert "порядке и сроки, предусмотренные законодательством" in standard.points[25].text


def test_the_last_day_of_an_answer(terms: Terms) -> None:
    """Calendar days: a complaint filed on 23 November is answered by 8 December, after a check by the 23rd."""
    filed = date(2026, 11, 23)
    assert terms.answer_by(filed) == date(2026, 12, 8)
    assert terms.answer_by(filed, checked=True) == date(2026, 12, 23)
