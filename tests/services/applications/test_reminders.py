"""What applicants are reminded of, without storage: when, and of which case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.applications.case import CaseState
from domain.applications.deadlines import compute_deadlines
from domain.applications.outcomes import Certificate
from domain.casework.certificates import valid_until
from domain.standard.edition import Standard
from services.applications.reminders import Reminder, RenewalReminders, reminder_of
from tests.factories.cases import started, worked
from tests.factories.moments import NOW, in_kazakhstan
from tests.factories.terms import Terms
from tests.factories.units import GROUP

UNTIL = date(2027, 1, 13)


def test_the_last_day_of_what_was_issued(standard: Standard) -> None:
    """The line of the certificate counts before the application's; a note has none, and a draft neither."""
    issued = worked(standard, CaseState.ISSUED).answering(term_to="2028-03-05")
    assert valid_until(issued, standard) == date(2028, 3, 5)
    corrected = replace(issued, certificate=Certificate("1/2026", NOW, {"term_to": UNTIL.isoformat()}))
    assert valid_until(corrected, standard) == UNTIL
    assert valid_until(worked(standard, CaseState.ISSUED, GROUP), standard) is None
    assert valid_until(started(), standard) is None
    assert valid_until(issued.answering(term_to=""), standard) is None


@pytest.mark.parametrize(("days", "ahead"), [(0, True), (-1, True), (1, False)])
def test_which_reminder_is_ahead(standard: Standard, terms: Terms, days: int, *, ahead: bool) -> None:
    """That of the result until its last day, that of the certificate until its end; afterwards none."""
    reviewed = worked(standard, CaseState.IN_REVIEW)
    deadlines = compute_deadlines(reviewed, standard, terms.calendar)
    assert deadlines.last
    today = deadlines.last + timedelta(days=days)
    assert reminder_of(reviewed, deadlines, standard, today) == (Reminder.RESULT if ahead else None)
    issued = worked(standard, CaseState.ISSUED).answering(term_to=UNTIL.isoformat())
    none = compute_deadlines(issued, standard, terms.calendar)
    today = UNTIL + timedelta(days=days)
    assert reminder_of(issued, none, standard, today) == (Reminder.RENEWAL if ahead else None)
    ready = worked(standard, CaseState.READY)
    assert reminder_of(ready, compute_deadlines(ready, standard, terms.calendar), standard, today) is None


async def test_no_reminder_at_night(terms: Terms) -> None:
    """Before nine and on a day off nothing is looked at."""
    reminders = RenewalReminders(None, None, None, None, timedelta(days=30))  # type: ignore[arg-type]
    for moment in ("2026-12-14T08:59", "2026-12-13T12:00"):
        assert await reminders.list_due(["case1"], in_kazakhstan(moment), terms.calendar) == []
