"""How long closed cases and complaints are stored: from when, with which notice, and what is left of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.applications.case import CaseState
from domain.applications.outcomes import Certificate
from domain.complaints.complaint import ComplaintState
from domain.retention import (
    NOTICE,
    Remains,
    Step,
    due,
    ended_at,
    erased_on,
    in_force_until,
    needed_by,
    remains,
    step,
)
from domain.standard.edition import Standard
from tests.factories.cases import worked
from tests.factories.complaints import begun, filed
from tests.factories.moments import NOW
from tests.factories.units import AKIMAT, EDITION, GROUP, KOKSHETAU

TERM, DAY = timedelta(days=365), timedelta(days=1)
LATER = NOW + timedelta(days=3)
COMPLAINT = begun("c1")


@pytest.mark.parametrize(
    ("state", "ended"),
    [
        (CaseState.DRAFT, None),
        (CaseState.REGISTERED, None),
        (CaseState.IN_REVIEW, None),
        (CaseState.APPROVED, None),
        (CaseState.READY, None),
        (CaseState.ISSUED, NOW),
        (CaseState.REFUSED, NOW),
        (CaseState.WITHDRAWN, LATER),
    ],
)
def test_when_a_case_ends(standard: Standard, state: CaseState, ended: datetime | None) -> None:
    """With handover, refusal, or the last change of a withdrawn one; an open case has no end."""
    case = worked(standard, state, touched_at=LATER)
    assert ended_at(case) == ended
    assert due(case, TERM, standard) == (ended + TERM if ended else None)


@pytest.mark.parametrize("stage", ComplaintState)
def test_when_a_complaint_ends(standard: Standard, stage: ComplaintState) -> None:
    """While a body must answer it has no end; otherwise its last change is the end, even if it was never sent."""
    ended = None if stage in {ComplaintState.FILED, ComplaintState.ACCEPTED} else NOW
    complaint = replace(COMPLAINT, stage=stage)
    assert ended_at(complaint) == ended
    assert in_force_until(complaint, standard) is None
    assert due(complaint, TERM, standard) == (ended + TERM if ended else None)


@pytest.mark.parametrize(
    ("last", "at"),
    [
        ("2028-03-05", datetime(2028, 3, 5, 19, tzinfo=UTC)),
        ("2027-01-01", NOW + TERM),
    ],
)
def test_a_certificate_in_force(standard: Standard, last: str, at: datetime) -> None:
    """Its case is stored until the end of its last day in Kazakhstan, if that is later than the term."""
    case = worked(standard, CaseState.ISSUED, certificate=Certificate("1/2026", NOW, {"term_to": last}))
    assert due(case, TERM, standard) == at
    assert in_force_until(replace(case, state=CaseState.REFUSED), standard) is None


def test_a_note_names_no_last_day(standard: Standard) -> None:
    """A reference note (appendix 6) has no printed term: the case is stored for the usual term only."""
    assert in_force_until(worked(standard, CaseState.ISSUED, GROUP), standard) is None
    assert in_force_until(worked(standard, CaseState.ISSUED, certificate=None), standard) is None


DUE = NOW + TERM


@pytest.mark.parametrize(
    ("due_at", "told_at", "now", "needed", "what"),
    [
        (None, None, DUE, False, Step.WAIT),
        (None, NOW, DUE, False, Step.HOLD),
        (DUE, None, DUE, True, Step.WAIT),
        (DUE, DUE - NOTICE, DUE, True, Step.HOLD),
        (DUE, None, DUE - NOTICE - timedelta(seconds=1), False, Step.WAIT),
        (DUE, None, DUE - NOTICE, False, Step.NOTICE),
        (DUE, DUE - NOTICE, DUE - timedelta(seconds=1), False, Step.WAIT),
        (DUE, DUE - NOTICE, DUE, False, Step.ERASE),
        (DUE, DUE + DAY, DUE + NOTICE, False, Step.WAIT),
        (DUE, DUE + DAY, DUE + DAY + NOTICE, False, Step.ERASE),
    ],
)
def test_what_is_due(
    due_at: datetime | None,
    told_at: datetime | None,
    now: datetime,
    needed: bool,  # noqa: FBT001
    what: Step,
) -> None:
    """Notice 14 days before, erasure no earlier than 14 days after it; a needed record waits for a new notice."""
    assert step(due_at, told_at, now, needed=needed) is what


def test_the_day_that_a_notice_names() -> None:
    """The end of the term, or 14 days from now if the notice is late."""
    assert erased_on(DUE, DUE - NOTICE) == DUE
    assert erased_on(DUE, DUE) == DUE + NOTICE


def test_what_an_open_complaint_needs(standard: Standard) -> None:
    """Its case, and the complaint that it takes further."""
    case = worked(standard, CaseState.REFUSED)
    about, further = replace(COMPLAINT, case_id=case.id), replace(COMPLAINT, id="c2", earlier="c1")
    assert needed_by(case, (about,))
    assert needed_by(COMPLAINT, (further,))
    assert not needed_by(case, (further,))
    assert not needed_by(case, ())


def test_what_is_left(standard: Standard) -> None:
    """Numbers and days of certificate and journal, the missing items of a refusal, a complaint's number."""
    day = date(2026, 11, 22)
    assert remains(worked(standard, CaseState.ISSUED), 7, NOW) == Remains(
        7, KOKSHETAU, "missionary", "2-3/2026-1", "issued", day, day, "1/2026", "1/2026", edition=EDITION
    )
    refused = worked(standard, CaseState.REFUSED)
    assert refused.refusal is not None
    assert remains(refused, 8, NOW) == Remains(
        8, KOKSHETAU, "missionary", "2-3/2026-1", "refused", day, day, items=refused.refusal.items, edition=EDITION
    )
    unit = AKIMAT
    answered = replace(COMPLAINT, stage=ComplaintState.CLOSED, unit=unit, filed=filed(), touched_at=LATER)
    assert remains(answered, 9, NOW) == Remains(
        9, unit, "complaint", "1/2026", "closed", day, date(2026, 11, 25), edition=EDITION
    )


def test_what_is_left_belongs_to_the_edition_of_the_record(standard: Standard) -> None:
    """Whichever edition is served when it is erased."""
    refused = worked(standard, CaseState.REFUSED, edition="1994-7")
    closed = replace(COMPLAINT, stage=ComplaintState.CLOSED, unit=AKIMAT, filed=filed(), edition="1994-7")
    assert [left.edition for each in (refused, closed) if (left := remains(each, 1, NOW))] == ["1994-7"] * 2


def test_nothing_is_left_of_what_had_no_number(standard: Standard) -> None:
    """A letter or a draft was in no register."""
    assert remains(replace(COMPLAINT, stage=ComplaintState.LETTER, unit=AKIMAT), 1, NOW) is None
    assert remains(worked(standard, CaseState.DRAFT), 1, NOW) is None
