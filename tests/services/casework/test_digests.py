"""What is to be told in the morning: computed from the cases as they stand, each with its key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest

from domain.applications.case import Case, CaseState, Registration
from domain.calendar import WorkingCalendar
from domain.offices.units import UnitId
from domain.staff.membership import Officer, Role
from domain.standard.edition import Standard, Subject
from services.casework.digests import Digests, HeadNotice, LateNotice
from tests.services.fakes import FakeCases, FakeOfficers

HERE, THERE = UnitId(2, 3), UnitId(2, 4)
HEAD, OFFICER, REGISTRAR, APPLICANT = 1, 2, 3, 700


def at(text: str) -> datetime:
    """A moment in Kazakhstan."""
    return datetime.fromisoformat(f"{text}+05:00")


WHOLE = "2026-11-12T18:00"  # due on Monday 23 November
FRIDAY, MONDAY, TUESDAY = at("2026-11-20T09:00"), at("2026-11-23T09:00"), at("2026-11-24T09:00")
LAST = date(2026, 11, 23)


def reviewed(case_id: str = "a", whole: str = WHOLE, office: UnitId = HERE, assigned: int | None = None) -> Case:
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

    async def told(self, now: datetime, unit: UnitId = HERE) -> list[str]:
        return [each.key for each in await self.digests.list_for_unit(unit, now)]


@pytest.fixture
async def office(standard: Standard, calendar: WorkingCalendar) -> Office:
    cases, officers = FakeCases(), FakeOfficers()
    for user_id, name, role in (
        (HEAD, "Ким В.", Role.HEAD),
        (OFFICER, "Ахметова А.", Role.OFFICER),
        (REGISTRAR, "Ли Т.", Role.REGISTRAR),
    ):
        await officers.bind(Officer(user_id, HERE, name, role))
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
    (ahead,) = await office.digests.list_for_unit(HERE, FRIDAY)
    assert isinstance(ahead, HeadNotice)
    assert (ahead.user_id, ahead.last, ahead.worker) == (HEAD, LAST, "Ахметова А.")
    late, missed = await office.digests.list_for_unit(HERE, TUESDAY)
    assert isinstance(late, LateNotice)
    assert isinstance(missed, HeadNotice)
    assert late.watched.case.applicant == APPLICANT
    assert late.last == missed.last == late.watched.last == LAST
    await office.has(reviewed())
    (nobodys,) = await office.digests.list_for_unit(HERE, FRIDAY)
    assert isinstance(nobodys, HeadNotice)
    assert nobodys.worker == ""


@pytest.mark.parametrize("now", ["2026-11-24T08:59", "2026-11-28T12:00", "2026-12-16T12:00"])
async def test_at_no_other_time(office: Office, now: str) -> None:
    """Before 09:00, at a weekend and on a holiday nothing is due, however late a case is."""
    await office.has(reviewed())
    assert await office.told(at(now)) == []
    assert await office.digests.compute_for_person(HEAD, at(now)) is None


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
    await office.has(reviewed(), reviewed("b", office=THERE))
    await office.officers.bind(Officer(OFFICER, HERE, "Ахметова А.", Role.HEAD))
    assert await office.told(FRIDAY) == ["ahead:a:2026-11-23:1", "ahead:a:2026-11-23:2"]
    assert await office.told(FRIDAY, THERE) == []
    assert await office.told(TUESDAY, THERE) == ["late:b:2026-11-23"]


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
    await office.officers.bind(Officer(OFFICER, THERE, "Ахметова А.", Role.OFFICER))
    await office.has(reviewed(), reviewed("b", office=THERE))
    assert await office.digests.people() == [HEAD, OFFICER, REGISTRAR]
    morning = await office.digests.compute_for_person(OFFICER, MONDAY)
    assert morning
    assert (morning.key, morning.user_id, morning.day) == ("digest:2:2026-11-23", OFFICER, LAST)
    assert {each.case.id for each in morning.digest.due_today} == {"a", "b"}


async def test_nothing_to_tell_is_not_told(office: Office) -> None:
    """No message where nothing is near, and none to somebody who is bound to nothing any more."""
    await office.has(reviewed())
    assert await office.digests.compute_for_person(OFFICER, at("2026-11-16T09:00")) is None
    assert await office.digests.compute_for_person(REGISTRAR, MONDAY) is None
    assert await office.digests.compute_for_person(OFFICER, MONDAY)
    await office.officers.release(OFFICER, HERE)
    assert await office.digests.compute_for_person(OFFICER, MONDAY) is None
    assert await office.digests.people() == [HEAD, REGISTRAR]


async def test_a_case_left_behind(office: Office) -> None:
    """A case of somebody who was released is nobody's: the others are told of it, and the head sees that."""
    await office.officers.bind(Officer(9, HERE, "Омаров Б.", Role.OFFICER))
    await office.has(reviewed(assigned=9))
    assert await office.digests.compute_for_person(OFFICER, MONDAY) is None
    await office.officers.release(9, HERE)
    morning = await office.digests.compute_for_person(OFFICER, MONDAY)
    assert morning
    assert [each.case.id for each in morning.digest.due_today] == ["a"]
    (ahead,) = await office.digests.list_for_unit(HERE, FRIDAY)
    assert isinstance(ahead, HeadNotice)
    assert ahead.worker == ""
