"""What mornings bring: computed from the cases as they are, each message with its key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import pytest

from domain.applications.case import Case, CaseState
from domain.offices.units import UnitId
from domain.staff.membership import Role
from domain.standard.editions import Editions
from services.applications.reminders import ResultReminder
from services.casework.digests import Digests, HeadNotice, LateNotice
from tests.factories.cases import reviewed
from tests.factories.moments import in_kazakhstan
from tests.factories.people import APPLICANT, officer_of, team
from tests.factories.terms import Terms
from tests.factories.units import KOKSHETAU, NEIGHBOUR
from tests.services.fakes import FakeCases, FakeOfficers, FakeReach

HEAD, OFFICER, REGISTRAR = 1, 2, 3


FRIDAY, MONDAY, TUESDAY = (
    in_kazakhstan("2026-11-20T09:00"),
    in_kazakhstan("2026-11-23T09:00"),
    in_kazakhstan("2026-11-24T09:00"),
)
LAST = MONDAY.date()


@dataclass
class Office:
    """What the use cases work on."""

    cases: FakeCases
    officers: FakeOfficers
    digests: Digests
    terms: Terms
    reach: FakeReach

    def reviewed(self, case_id: str = "a", last: date = LAST, **changes: Any) -> Case:  # noqa: ANN401  # fields of any type
        """A case whose term under point 7 ends on this day."""
        return reviewed(case_id, self.terms.started("decision", last, 18), **changes)

    async def has(self, *cases: Case) -> None:
        for case in cases:
            self.cases.kept[case.id] = case

    async def told(self, now: datetime, unit: UnitId = KOKSHETAU) -> list[str]:
        return [each.key for each in await self.digests.list_for_unit(unit, now)]


@pytest.fixture
async def office(terms: Terms) -> Office:
    cases, officers = FakeCases(), FakeOfficers()
    for each in team(KOKSHETAU, {HEAD: Role.HEAD, OFFICER: Role.OFFICER, REGISTRAR: Role.REGISTRAR}):
        await officers.bind(each)
    reach = FakeReach()
    digests = Digests(cases, officers, reach, Editions(terms.standard), terms.calendar)
    return Office(cases, officers, digests, terms, reach)


async def test_the_way_to_a_missed_term(office: Office) -> None:
    """Head and applicant hear on the working day before, nobody on the last day; both again from the next morning."""
    await office.has(office.reviewed(assigned=OFFICER))
    assert await office.told(in_kazakhstan("2026-11-19T09:00")) == []
    assert await office.told(FRIDAY) == ["ahead:a:2026-11-23:1", "eve:a:2026-11-23"]
    assert await office.told(MONDAY) == []
    late = ["late:a:2026-11-23", "missed:a:2026-11-23:1"]
    assert await office.told(TUESDAY) == late
    assert await office.told(in_kazakhstan("2027-06-01T09:00")) == late


async def test_what_the_notices_hold(office: Office) -> None:
    """The notice has the case with its term, the last day, and the officer who has it."""
    await office.has(office.reviewed(assigned=OFFICER))
    ahead, eve = await office.digests.list_for_unit(KOKSHETAU, FRIDAY)
    assert isinstance(ahead, HeadNotice)
    assert isinstance(eve, ResultReminder)
    assert (eve.case.applicant, eve.last, eve.tomorrow) == (APPLICANT, LAST, False)
    assert (ahead.user_id, ahead.last, ahead.worker) == (HEAD, LAST, f"Имя {OFFICER}")
    late, missed = await office.digests.list_for_unit(KOKSHETAU, TUESDAY)
    assert isinstance(late, LateNotice)
    assert isinstance(missed, HeadNotice)
    assert late.watched.case.applicant == APPLICANT
    assert late.last == missed.last == late.watched.last == LAST
    await office.has(office.reviewed())
    nobodys, _ = await office.digests.list_for_unit(KOKSHETAU, FRIDAY)
    assert isinstance(nobodys, HeadNotice)
    assert nobodys.worker == ""


@pytest.mark.parametrize("now", ["2026-11-24T08:59", "2026-11-28T12:00", "2026-12-16T12:00"])
async def test_at_no_other_time(office: Office, now: str) -> None:
    """Before 09:00, at a weekend and on a holiday nothing is due, however late a case is."""
    await office.has(office.reviewed())
    assert await office.told(in_kazakhstan(now)) == []
    assert await office.digests.compute_for_person(HEAD, in_kazakhstan(now)) is None


async def test_the_eve_of_holidays(office: Office) -> None:
    """If the last day follows Nauryz, the working day before Nauryz counts; nothing is sent during the holidays."""
    await office.has(office.reviewed(last=date(2026, 3, 26)))
    assert await office.told(in_kazakhstan("2026-03-20T09:00")) == ["ahead:a:2026-03-26:1", "eve:a:2026-03-26"]
    for day in range(21, 26):
        assert await office.told(in_kazakhstan(f"2026-03-{day}T09:00")) == []
    assert await office.told(in_kazakhstan("2026-03-26T09:00")) == []
    assert await office.told(in_kazakhstan("2026-03-27T09:00")) == ["late:a:2026-03-26", "missed:a:2026-03-26:1"]


async def test_a_worked_saturday(office: Office) -> None:
    """A working Saturday has a morning like any other: it may be the day before the last one, or the last."""
    await office.has(office.reviewed(last=date(2024, 5, 2)), office.reviewed("b", date(2024, 5, 4)))
    assert await office.told(in_kazakhstan("2024-05-03T09:00")) == [
        "late:a:2024-05-02",
        "missed:a:2024-05-02:1",
        "ahead:b:2024-05-04:1",
        "eve:b:2024-05-04",
    ]
    assert await office.told(in_kazakhstan("2024-05-04T09:00")) == ["late:a:2024-05-02", "missed:a:2024-05-02:1"]
    assert (await office.told(in_kazakhstan("2024-05-06T09:00")))[-2:] == ["late:b:2024-05-04", "missed:b:2024-05-04:1"]


async def test_every_head_is_told(office: Office) -> None:
    """A unit may have several heads; if there is none, the applicant is still notified."""
    await office.has(office.reviewed(), office.reviewed("b", office=NEIGHBOUR))
    await office.officers.bind(officer_of(OFFICER, KOKSHETAU, Role.HEAD))
    assert await office.told(FRIDAY) == ["ahead:a:2026-11-23:1", "ahead:a:2026-11-23:2", "eve:a:2026-11-23"]
    assert await office.told(FRIDAY, NEIGHBOUR) == ["eve:b:2026-11-23"]
    assert await office.told(TUESDAY, NEIGHBOUR) == ["late:b:2026-11-23"]


async def test_both_terms_of_a_case(office: Office) -> None:
    """The missed term of point 16 and, once the package was complete, that of point 7 are separate messages."""
    refusal, decision = date(2026, 11, 17), date(2026, 11, 27)
    received = {"identity": office.terms.started("refusal", refusal)}
    part = office.reviewed(state=CaseState.REGISTERED, received=received, complete_at=None)
    await office.has(part)
    late = [f"late:a:{refusal}", f"missed:a:{refusal}:1"]
    assert await office.told(in_kazakhstan("2026-11-18T09:00")) == late
    whole = office.terms.started("decision", decision)
    await office.has(replace(part, state=CaseState.IN_REVIEW, complete_at=whole))
    assert await office.told(in_kazakhstan("2026-11-20T09:00")) == []
    assert await office.told(in_kazakhstan("2026-11-30T09:00")) == [f"late:a:{decision}", f"missed:a:{decision}:1"]


@pytest.mark.parametrize(
    ("state", "late"),
    [
        (CaseState.IN_REVIEW, True),
        (CaseState.APPROVED, True),
        (CaseState.READY, False),
        (CaseState.ISSUED, False),
        (CaseState.REFUSED, False),
        (CaseState.WITHDRAWN, False),
    ],
)
async def test_until_the_office_has_acted(office: Office, state: CaseState, *, late: bool) -> None:
    """A decision alone does not end the term; a result ready to be collected does."""
    await office.has(replace(office.reviewed(), state=state))
    assert bool(await office.told(TUESDAY)) is late


async def test_everybody_has_at_most_one_digest(office: Office) -> None:
    """Officers of several units get one digest with the cases of all of them."""
    await office.officers.bind(officer_of(OFFICER, NEIGHBOUR))
    await office.has(office.reviewed(), office.reviewed("b", office=NEIGHBOUR))
    assert await office.digests.people() == [HEAD, OFFICER, REGISTRAR]
    morning = await office.digests.compute_for_person(OFFICER, MONDAY)
    assert morning
    assert (morning.key, morning.user_id, morning.day) == ("digest:2:2026-11-23", OFFICER, LAST)
    assert {each.case.id for each in morning.digest.due_today} == {"a", "b"}


async def test_nothing_to_tell_is_not_told(office: Office) -> None:
    """There is no message if nothing is near, and none for people who have no appointment any more."""
    await office.has(office.reviewed())
    assert await office.digests.compute_for_person(OFFICER, in_kazakhstan("2026-11-16T09:00")) is None
    assert await office.digests.compute_for_person(REGISTRAR, MONDAY) is None
    assert await office.digests.compute_for_person(OFFICER, MONDAY)
    await office.officers.release(OFFICER, KOKSHETAU)
    assert await office.digests.compute_for_person(OFFICER, MONDAY) is None
    assert await office.digests.people() == [HEAD, REGISTRAR]


async def test_a_case_left_behind(office: Office) -> None:
    """A dismissed officer's case is unassigned: the others hear of it, and the head sees that it is."""
    await office.officers.bind(officer_of(9))
    await office.has(office.reviewed(assigned=9))
    assert await office.digests.compute_for_person(OFFICER, MONDAY) is None
    await office.officers.release(9, KOKSHETAU)
    morning = await office.digests.compute_for_person(OFFICER, MONDAY)
    assert morning
    assert [each.case.id for each in morning.digest.due_today] == ["a"]
    ahead, _ = await office.digests.list_for_unit(KOKSHETAU, FRIDAY)
    assert isinstance(ahead, HeadNotice)
    assert ahead.worker == ""


async def test_a_refusal_of_an_edition_that_is_gone(office: Office) -> None:
    """It has not reached the applicant: the office still hears of it, and of all else."""
    gone = replace(office.reviewed("b"), state=CaseState.REFUSED, edition="1994-7")
    await office.has(office.reviewed(), gone)
    office.cases.undelivered.add("b")
    morning = await office.digests.compute_for_person(OFFICER, MONDAY)
    assert morning
    assert [each.case.id for each in morning.digest.due_today] == ["a"]
    assert [each.case.id for each in morning.digest.unreached] == ["b"]
