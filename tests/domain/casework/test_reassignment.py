"""Who may go on with the work of somebody who leaves, and how it is shared out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.applications.case import Case, CaseState
from domain.applications.preparation import Draft, Drafts
from domain.casework.reassignment import (
    LeftWork,
    Sharing,
    is_worked_on_by,
    keeps_cases,
    keeps_complaints,
    read_destination,
    share_out,
)
from domain.complaints.complaint import Complaint, ComplaintState
from domain.history import Event, EventKind
from domain.staff.membership import Role
from domain.standard.edition import Standard
from tests.factories.cases import another, worked
from tests.factories.complaints import complained
from tests.factories.moments import NOW
from tests.factories.people import COLLEAGUE, HEAD, OFFICER, REGISTRAR, officer_of, team
from tests.factories.units import DEPARTMENT, KOKSHETAU

GONE, *COLLEAGUES = team()


@pytest.fixture
def cases(standard: Standard) -> tuple[Case, ...]:
    """Five cases of the one who leaves."""
    case = worked(standard, CaseState.IN_REVIEW, assigned=OFFICER)
    return tuple(another(case, f"case{number}", number) for number in range(1, 6))


def complaints(count: int = 3) -> tuple[Complaint, ...]:
    found = (complained(ComplaintState.ACCEPTED, number, unit=KOKSHETAU) for number in range(1, count + 1))
    return tuple(replace(each, id=f"complaint{at}") for at, each in enumerate(found))


@pytest.mark.parametrize(
    ("role", "kept"),
    [(Role.REGISTRAR, (False, True)), (Role.OFFICER, (True, False)), (Role.HEAD, (True, True)), (None, (False, False))],
)
def test_what_a_role_keeps(role: Role | None, kept: tuple[bool, bool]) -> None:
    """Cases stay with those who decide, complaints with those who answer them; who leaves keeps nothing."""
    assert (keeps_cases(role), keeps_complaints(role)) == kept


def test_who_may_receive(cases: tuple[Case, ...]) -> None:
    """By role, at the same unit, and nobody their own application or a complaint about themselves."""
    left = LeftWork(GONE, (*COLLEAGUES, officer_of(9, DEPARTMENT)), cases)
    assert [each.user_id for each in left.receivers] == [COLLEAGUE, HEAD]
    own = replace(left, cases=tuple(replace(each, applicant=COLLEAGUE) for each in cases))
    assert [each.user_id for each in own.receivers] == [HEAD]
    answering = replace(left, cases=(), complaints=complaints())
    assert [each.user_id for each in answering.receivers] == [HEAD, REGISTRAR]
    about = replace(answering, complaints=tuple(replace(each, about=(HEAD,)) for each in complaints()))
    assert [each.user_id for each in about.receivers] == [REGISTRAR]
    assert left.any_may_take_all
    assert answering.any_may_take_all
    assert not replace(left, complaints=complaints()).any_may_take_all
    assert LeftWork(GONE, tuple(COLLEAGUES)).receivers == ()


def test_to_one(cases: tuple[Case, ...]) -> None:
    """All that they may go on with; the rest waits, and is told to those who may take it."""
    shared = share_out(LeftWork(GONE, tuple(COLLEAGUES), cases, complaints()), COLLEAGUE)
    assert {taker.user_id for _, taker in shared.cases if taker} == {COLLEAGUE}
    assert [taker for _, taker in shared.complaints] == [None, None, None]
    colleague, head, registrar = shared.shares
    assert (colleague.cases, colleague.waiting_complaints) == (cases, ())
    assert (head.cases, head.waiting_cases, head.waiting_complaints) == ((), (), complaints())
    assert registrar.waiting_complaints == complaints()


def test_evenly(cases: tuple[Case, ...]) -> None:
    """Nobody gets two more than another who could have had them; a head's cases count beside complaints."""
    shared = share_out(LeftWork(GONE, tuple(COLLEAGUES), cases, complaints()), Sharing.EVENLY)
    found = {each.officer.user_id: (len(each.cases), len(each.complaints)) for each in shared.shares}
    assert found == {COLLEAGUE: (3, 0), HEAD: (2, 1), REGISTRAR: (0, 2)}
    assert not any(each.waiting_cases or each.waiting_complaints for each in shared.shares)


def test_to_the_queue(cases: tuple[Case, ...]) -> None:
    """Nobody has it, and all who may take it are told."""
    shared = share_out(LeftWork(GONE, tuple(COLLEAGUES), cases, complaints()), Sharing.QUEUE)
    told = {each.officer.user_id: (each.waiting_cases, each.waiting_complaints) for each in shared.shares}
    assert told == {COLLEAGUE: (cases, ()), HEAD: (cases, complaints()), REGISTRAR: ((), complaints())}
    assert not any(each.cases or each.complaints for each in shared.shares)


def test_nobody_is_told_of_no_work() -> None:
    """Without open work there is nothing to share."""
    left = LeftWork(GONE, tuple(COLLEAGUES))
    assert not left.is_any
    assert share_out(left, Sharing.QUEUE).shares == ()


def test_the_mark(cases: tuple[Case, ...]) -> None:
    """Another case or complaint, a colleague gone, come or in another role make another screen; a new version not."""
    left = LeftWork(GONE, tuple(COLLEAGUES), cases, complaints())
    changed = [
        replace(left, cases=cases[1:]),
        replace(left, complaints=complaints(2)),
        replace(left, colleagues=tuple(COLLEAGUES[1:])),
        replace(left, colleagues=(*COLLEAGUES, officer_of(4005))),
        replace(left, colleagues=(replace(COLLEAGUES[0], role=Role.HEAD), *COLLEAGUES[1:])),
    ]
    assert len({left.mark, *(each.mark for each in changed)}) == 6
    assert replace(left, cases=tuple(replace(each, version=9) for each in reversed(cases))).mark == left.mark


def test_whose_a_complaint_is() -> None:
    """Whoever accepted, extended or answered it last, and whoever has begun an answer."""
    (complaint,) = complaints(1)
    accepted = Event(EventKind.COMPLAINT_ACCEPTED, NOW, REGISTRAR)
    extended = Event(EventKind.COMPLAINT_EXTENDED, NOW, HEAD)
    registrar, head = officer_of(REGISTRAR), officer_of(HEAD)
    rated = Event(EventKind.RATED, NOW, REGISTRAR)
    assert is_worked_on_by(registrar, complaint, [accepted, replace(rated, actor=HEAD)])
    assert not is_worked_on_by(registrar, complaint, [accepted, extended, rated])
    assert is_worked_on_by(head, complaint, [accepted, extended])
    assert not is_worked_on_by(head, complaint, [])
    begun = replace(complaint, drafts=Drafts({HEAD: Draft({"answer": "Да"}, 3)}))
    assert is_worked_on_by(head, begun, [accepted])


def test_reading_a_destination() -> None:
    """As the command line takes it."""
    assert [read_destination(each) for each in ("queue", "evenly", "4002")] == [Sharing.QUEUE, Sharing.EVENLY, 4002]
    with pytest.raises(ValueError, match="me"):
        read_destination("me")
