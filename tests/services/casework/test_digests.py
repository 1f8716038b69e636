"""What is to be told in the morning: computed from the cases as they stand, each with its key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest

from domain.applications.case import Case, CaseState, Registration
from domain.calendar import WorkingCalendar
from domain.offices.units import UnitId
from domain.staff.membership import Role
from domain.standard.edition import Standard, Subject
from services.casework.digests import Digests, HeadNotice, LateNotice
from tests.factories.people import APPLICANT, officer_of, team
from tests.factories.units import KOKSHETAU, NEIGHBOUR
from tests.services.fakes import FakeCases, FakeOfficers

HEAD, OFFICER, REGISTRAR = 1, 2, 3


def at(text: str) -> datetime:
    """A moment in Kazakhstan."""
    return datetime.fromisoformat(f"{text}+05:00")


WHOLE = "2026-11-12T18:00"  # due on Monday 23 November
FRIDAY, MONDAY, TUESDAY = at("2026-11-20T09:00"), at("2026-11-23T09:00"), at("2026-11-24T09:00")
LAST = date(2026, 11, 23)


def reviewed(case_id: str = "a", whole: str = WHOLE, office: UnitId = KOKSHETAU, assigned: int | None = None) -> Case:
    return Case(
        case_id,
        APPLICANT,
        Subject.GROUP,
        at("2026-11-02T12:00"),
        state=CaseState.IN_REVIEW,
        office=office,
        registration=Registration(case_id, at("2026-11-02T12:00"), "salt", case_id),
        received={"application": at(whole)},
        complete_at=at(whole),
        assigned=assigned,
    )


@dataclass
class Office:
    """What the use cases work on."""

    cases: FakeCases
    officers: FakeOfficers
    digests: Digests

    async def has(self, *cases: Case) -> None:
        for case in cases:
            self.cases.kept[case.id] = case

    async def told(self, now: datetime, unit: UnitId = KOKSHETAU) -> list[str]:
        return [each.key for each in await self.digests.of_unit(unit, now)]


@pytest.fixture
async def office(standard: Standard, calendar: WorkingCalendar) -> Office:
    cases, officers = FakeCases(), FakeOfficers()
    for each in team(KOKSHETAU, {HEAD: Role.HEAD, OFFICER: Role.OFFICER, REGISTRAR: Role.REGISTRAR}):
        await officers.bind(each)
    return Office(cases, officers, Digests(cases, officers, standard, calendar))


async def test_the_way_to_a_missed_term(office: Office) -> None:
    """The head hears the working day before, nothing on the last day; head and applicant from the next morning on."""
    await office.has(reviewed(assigned=OFFICER))
    assert await office.told(at("2026-11-19T09:00")) == []
    assert await office.told(FRIDAY) == ["ahead:a:2026-11-23:1"]
    assert await office.told(MONDAY) == []
    late = ["late:a:2026-11-23", "missed:a:2026-11-23:1"]
    assert await office.told(TUESDAY) == late
    assert await office.told(at("2027-06-01T09:00")) == late


async def test_what_the_notices_hold(office: Office) -> None:
    """The case with its term, the last day, and who works on it."""
    await office.has(reviewed(assigned=OFFICER))
    (ahead,) = await office.digests.of_unit(KOKSHETAU, FRIDAY)
    assert isinstance(ahead, HeadNotice)
    assert (ahead.user_id, ahead.last, ahead.worker) == (HEAD, LAST, f"Имя {OFFICER}")
    late, missed = await office.digests.of_unit(KOKSHETAU, TUESDAY)
    assert isinstance(late, LateNotice)
    assert isinstance(missed, HeadNotice)
    assert late.watched.case.applicant == APPLICANT
    assert late.last == missed.last == late.watched.last == LAST
    await office.has(reviewed())
    (nobodys,) = await office.digests.of_unit(KOKSHETAU, FRIDAY)
    assert isinstance(nobodys, HeadNotice)
    assert nobodys.worker == ""


@pytest.mark.parametrize("now", ["2026-11-24T08:59", "2026-11-28T12:00", "2026-12-16T12:00"])
async def test_at_no_other_time(office: Office, now: str) -> None:
    """Before 09:00, at a weekend and on a holiday nothing is due, however late a case is."""
    await office.has(reviewed())
    assert await office.told(at(now)) == []
    assert await office.digests.of_person(HEAD, at(now)) is None


async def test_the_eve_of_holidays(office: Office) -> None:
    """The working day before a last day after Nauryz is the one before Nauryz; during it nothing is told."""
    await office.has(reviewed(whole="2026-03-12T10:00"))
    assert await office.told(at("2026-03-20T09:00")) == ["ahead:a:2026-03-26:1"]
    for day in range(21, 26):
        assert await office.told(at(f"2026-03-{day}T09:00")) == []
    assert await office.told(at("2026-03-26T09:00")) == []
    assert await office.told(at("2026-03-27T09:00")) == ["late:a:2026-03-26", "missed:a:2026-03-26:1"]


async def test_a_worked_saturday(office: Office) -> None:
    """A Saturday that is worked is a morning like others: the day before the last one, or the last one itself."""
    await office.has(reviewed(whole="2024-04-22T10:00"), reviewed("b", whole="2024-04-24T10:00"))
    assert await office.told(at("2024-05-03T09:00")) == [
        "late:a:2024-05-02",
        "missed:a:2024-05-02:1",
        "ahead:b:2024-05-04:1",
    ]
    assert await office.told(at("2024-05-04T09:00")) == ["late:a:2024-05-02", "missed:a:2024-05-02:1"]
    assert (await office.told(at("2024-05-06T09:00")))[-2:] == ["late:b:2024-05-04", "missed:b:2024-05-04:1"]


async def test_every_head_is_told(office: Office) -> None:
    """A unit may have several heads; one that has none still owes the applicant the truth."""
    await office.has(reviewed(), reviewed("b", office=NEIGHBOUR))
    await office.officers.bind(officer_of(OFFICER, KOKSHETAU, Role.HEAD))
    assert await office.told(FRIDAY) == ["ahead:a:2026-11-23:1", "ahead:a:2026-11-23:2"]
    assert await office.told(FRIDAY, NEIGHBOUR) == []
    assert await office.told(TUESDAY, NEIGHBOUR) == ["late:b:2026-11-23"]


async def test_both_terms_of_a_case(office: Office) -> None:
    """A missed term of point 16 and, after the whole package came, one of point 7 are two things to tell."""
    part = replace(reviewed(), state=CaseState.REGISTERED, complete_at=None)
    await office.has(part)
    first = await office.told(at("2026-11-18T09:00"))
    assert first == ["late:a:2026-11-17", "missed:a:2026-11-17:1"]
    await office.has(replace(part, state=CaseState.IN_REVIEW, complete_at=at("2026-11-18T10:00")))
    assert await office.told(at("2026-11-20T09:00")) == []
    assert await office.told(at("2026-11-30T09:00")) == ["late:a:2026-11-27", "missed:a:2026-11-27:1"]


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
    """A decision alone does not end the term; a result that waits to be collected does."""
    await office.has(replace(reviewed(), state=state))
    assert bool(await office.told(TUESDAY)) is late


async def test_everybody_has_at_most_one_digest(office: Office) -> None:
    """Who is bound to several units is one person, and their digest holds the cases of all."""
    await office.officers.bind(officer_of(OFFICER, NEIGHBOUR))
    await office.has(reviewed(), reviewed("b", office=NEIGHBOUR))
    assert await office.digests.people() == [HEAD, OFFICER, REGISTRAR]
    morning = await office.digests.of_person(OFFICER, MONDAY)
    assert morning
    assert (morning.key, morning.user_id, morning.day) == ("digest:2:2026-11-23", OFFICER, LAST)
    assert {each.case.id for each in morning.digest.due_today} == {"a", "b"}


async def test_nothing_to_tell_is_not_told(office: Office) -> None:
    """No message where nothing is near, and none to somebody who is bound to nothing any more."""
    await office.has(reviewed())
    assert await office.digests.of_person(OFFICER, at("2026-11-16T09:00")) is None
    assert await office.digests.of_person(REGISTRAR, MONDAY) is None
    assert await office.digests.of_person(OFFICER, MONDAY)
    await office.officers.release(OFFICER, KOKSHETAU)
    assert await office.digests.of_person(OFFICER, MONDAY) is None
    assert await office.digests.people() == [HEAD, REGISTRAR]


async def test_a_case_left_behind(office: Office) -> None:
    """A case of somebody who was released is nobody's: the others are told of it, and the head sees that."""
    await office.officers.bind(officer_of(9))
    await office.has(reviewed(assigned=9))
    assert await office.digests.of_person(OFFICER, MONDAY) is None
    await office.officers.release(9, KOKSHETAU)
    morning = await office.digests.of_person(OFFICER, MONDAY)
    assert morning
    assert [each.case.id for each in morning.digest.due_today] == ["a"]
    (ahead,) = await office.digests.of_unit(KOKSHETAU, FRIDAY)
    assert isinstance(ahead, HeadNotice)
    assert ahead.worker == ""
