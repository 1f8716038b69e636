from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.applications.case import Case, CaseState, Declaration
from domain.applications.checklist import needed_ids
from domain.calendar import WorkingCalendar, day_of
from domain.casework.incoming_number import incoming_number
from domain.errors import (
    BadAnswer,
    Changed,
    IllegalMove,
    NoSuchCase,
    NotComplete,
    OfficeNotConnected,
    TooManyFiled,
    TooManyToday,
)
from domain.history import Event, EventKind
from domain.staff.membership import Officer
from domain.standard.edition import Standard
from services.applications.filing import LONGEST_REQUEST, CaseFiling
from tests.factories.cases import complete
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.services import case_filing
from tests.factories.units import DEPARTMENT, EDITION, KINDS, KOKSHETAU, MISSIONARY, unit_id
from tests.services.fakes import Rooms

LATER = NOW + timedelta(days=1)
DAY = day_of(LATER) + timedelta(days=2)
OFFICER = Officer(4001, KOKSHETAU, "Ахметова А.")
BOUND = {"edition": EDITION, "office": str(KOKSHETAU)}


@pytest.fixture
async def rooms() -> Rooms:
    made = Rooms()
    await made.officers.bind(OFFICER)
    return made


@pytest.fixture
def cases(rooms: Rooms, standard: Standard, calendar: WorkingCalendar) -> CaseFiling:
    return case_filing(rooms, standard, calendar)


async def ready(
    rooms: Rooms, standard: Standard, case_id: str = "a", subject: str = MISSIONARY, **answers: str
) -> Case:
    """A stored draft that can be filed."""
    case = replace(complete(standard, subject, **answers), id=case_id)
    await rooms.cases.add(case)
    return case


async def filed(cases: CaseFiling, rooms: Rooms, standard: Standard, case_id: str = "a") -> Case:
    return (await cases.file(await ready(rooms, standard, case_id), NOW)).case


async def in_state(rooms: Rooms, case: Case, state: CaseState) -> Case:
    return await rooms.cases.save(replace(case, state=state))


async def test_filing(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """Filing gives number, time, salt and handle, is recorded, and says whom to notify."""
    draft = await ready(rooms, standard)
    told = await cases.file(draft, LATER)
    given = told.case.registration
    assert given
    assert (given.number, given.at) == ("2-3/2026-1", LATER)
    assert len({given.salt, given.handle}) == 2
    assert (len(given.salt), len(given.handle)) == (22, 22)  # 16 bytes in base64
    assert (told.case.state, told.case.version, told.case.touched_at) == (
        CaseState.REGISTERED,
        draft.version + 1,
        LATER,
    )
    assert told.case.received == {}
    assert told.officers == (OFFICER,)
    assert await cases.get_by_number("2-3/2026-1") == told.case
    assert await cases.events(told.case) == [Event(EventKind.FILED, LATER, APPLICANT, BOUND)]


async def test_numbers_have_no_gaps(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """A register counts its own office's applications one by one; a rejected filing takes no number."""
    await rooms.officers.bind(replace(OFFICER, unit=DEPARTMENT))
    numbers = []
    for case_id, office in (("a", KOKSHETAU), ("b", DEPARTMENT), ("c", KOKSHETAU), ("d", KOKSHETAU)):
        draft = replace(await ready(rooms, standard, case_id), office=office)
        with pytest.raises(NotComplete):
            await cases.file(draft.answering(confession=""), NOW)
        with pytest.raises(OfficeNotConnected):
            await cases.file(replace(draft, office=unit_id("2/1")), NOW)
        given = (await cases.file(draft, NOW)).case.registration
        assert given
        numbers.append(given.number)
    assert numbers == ["2-3/2026-1", "1-3/2026-1", "2-3/2026-2", "2-3/2026-3"]


@pytest.mark.parametrize(
    ("at", "year"),
    [
        (datetime(2026, 12, 31, 18, 59, 59, tzinfo=UTC), 2026),
        (datetime(2026, 12, 31, 19, tzinfo=UTC), 2027),
        (datetime(2026, 12, 31, 20, tzinfo=UTC), 2027),
        (datetime(2027, 1, 1, tzinfo=UTC), 2027),
    ],
)
async def test_new_year_is_kazakhstans(
    cases: CaseFiling, rooms: Rooms, standard: Standard, at: datetime, year: int
) -> None:
    """The registers start again at midnight in Kazakhstan: 20:00 UTC on 31 December is already the next year."""
    await filed(cases, rooms, standard, "first")  # in November 2026
    given = (await cases.file(await ready(rooms, standard, "second"), at)).case.registration
    assert given
    assert given.number == f"2-3/{year}-{2 if year == 2026 else 1}"


async def test_filing_twice(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """A second tap does not file twice, whether it saw the draft or the filed case."""
    draft = await ready(rooms, standard)
    told = await cases.file(draft, NOW)
    with pytest.raises(IllegalMove):
        await cases.file(told.case, LATER)
    with pytest.raises(Changed):  # the caller's transaction gives back the number that was taken
        await cases.file(draft, LATER)
    assert await rooms.cases.get("a") == told.case
    assert await cases.events(told.case) == [Event(EventKind.FILED, NOW, APPLICANT, BOUND)]


@pytest.mark.parametrize("subject", KINDS)
async def test_an_incomplete_package_is_named(
    cases: CaseFiling, rooms: Rooms, standard: Standard, subject: str
) -> None:
    """The missing items stop the filing and are named; nothing changes."""
    whole = await ready(rooms, standard, subject=subject)
    lacking = [item for item in needed_ids(whole, standard) if item != "application"]
    for item in lacking:
        with pytest.raises(NotComplete) as refused:
            await cases.file(replace(whole, declared={**whole.declared, item: Declaration.NOT_YET}), NOW)
        assert refused.value.missing == (item,)
    with pytest.raises(NotComplete) as refused:
        await cases.file(replace(whole.answering(confession=""), declared={}), NOW)
    assert refused.value.missing == ("application", *lacking)
    assert await rooms.cases.get("a") == whole
    assert rooms.register.last.total() == 0


async def test_no_office_chosen(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """A package without an office is not filed."""
    with pytest.raises(NotComplete):
        await cases.file(replace(await ready(rooms, standard), office=None), NOW)


async def test_an_office_without_officers(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """If nobody would take the application there is no receipt; so it is once the last officer leaves."""
    draft = await ready(rooms, standard)
    assert await cases.is_connected(KOKSHETAU)
    await rooms.officers.release(OFFICER.user_id, KOKSHETAU)
    assert not await cases.is_connected(KOKSHETAU)
    with pytest.raises(OfficeNotConnected):
        await cases.file(draft, NOW)
    assert await rooms.cases.get("a") == draft
    assert rooms.register.last.total() == 0


async def test_a_term_that_would_begin_in_the_past(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """An old draft whose term has begun is not filed and takes no number; on the term's first day it is."""
    draft = await ready(rooms, standard, term_from="2027-03-05")
    with pytest.raises(NotComplete, match="term_from"):
        await cases.file(draft, datetime(2027, 3, 6, 5, tzinfo=UTC))
    assert rooms.register.last == {}
    told = await cases.file(draft, datetime(2027, 3, 5, 5, tzinfo=UTC))
    assert told.case.registration


async def test_a_case_by_its_number(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """A number that is in no register is reported as such, even if a draft exists."""
    await ready(rooms, standard)
    with pytest.raises(NoSuchCase):
        await cases.get_by_number("2-3/2026-1")


async def test_a_case_by_its_receipts_handle(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """A receipt's handle finds its case; a wrong handle, or an incoming number in its place, is rejected."""
    case = await filed(cases, rooms, standard)
    assert case.registration
    assert await cases.get_by_handle(case.registration.handle) == case
    for wrong in ("", case.registration.handle[:-1], case.registration.number):
        with pytest.raises(NoSuchCase):
            await cases.get_by_handle(wrong)


@pytest.mark.parametrize("state", CaseState)
async def test_withdrawing(cases: CaseFiling, rooms: Rooms, standard: Standard, state: CaseState) -> None:
    """The applicant may withdraw only between filing and decision, and the officers are notified."""
    case = await in_state(rooms, await filed(cases, rooms, standard), state)
    if state not in {CaseState.REGISTERED, CaseState.IN_REVIEW}:
        with pytest.raises(IllegalMove):
            await cases.withdraw(case, LATER)
        return
    told = await cases.withdraw(case, LATER)
    assert (told.case.state, told.case.touched_at, told.officers) == (CaseState.WITHDRAWN, LATER, (OFFICER,))
    assert (await cases.events(told.case))[-1] == Event(EventKind.WITHDRAWN, LATER, APPLICANT, seen=case.version)
    with pytest.raises(Changed):
        await cases.withdraw(case, LATER)
    with pytest.raises(IllegalMove):
        await cases.withdraw(told.case, LATER)


@pytest.mark.parametrize("state", CaseState)
async def test_coming(cases: CaseFiling, rooms: Rooms, standard: Standard, state: CaseState) -> None:
    """While there is a reason to come, officers get the name for the pass; the case does not change."""
    case = await in_state(rooms, await filed(cases, rooms, standard), state)
    if state in {CaseState.DRAFT, CaseState.ISSUED, CaseState.REFUSED, CaseState.WITHDRAWN, CaseState.NOT_ACCEPTED}:
        with pytest.raises(IllegalMove):
            await cases.coming(case, "Айша Ким", DAY, LATER)
        return
    told = await cases.coming(case, "Айша Ким", DAY, LATER)
    assert (told.case, told.officers) == (case, (OFFICER,))
    assert await rooms.cases.get("a") == case
    assert (await cases.events(case))[-1] == Event(
        EventKind.COMING, LATER, APPLICANT, {"visitor": "Айша Ким", "day": DAY.isoformat()}, case.version
    )


async def test_coming_counts_once(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """The same name for the same day changes nothing; another name or another day is sent."""
    case = await filed(cases, rooms, standard)
    assert await cases.visitor(case, LATER) == ""
    told = [await cases.coming(case, "Айша Ким", DAY, LATER) for _ in range(50)]
    assert [each.officers for each in told] == [(OFFICER,), *[()] * 49]
    assert (await cases.coming(case, "Пётр Ким", DAY, LATER)).officers == (OFFICER,)
    assert await cases.visitor(case, LATER) == "Пётр Ким"
    assert (await cases.coming(case, "Пётр Ким", DAY + timedelta(days=1), LATER)).officers == (OFFICER,)
    said = [each.details["visitor"] for each in await cases.events(case) if each.kind is EventKind.COMING]
    assert said == ["Айша Ким", "Пётр Ким", "Пётр Ким"]


async def test_not_coming_after_all(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """The officers hear once, also on the next day; nothing happens if nobody was expected."""
    case = await filed(cases, rooms, standard)
    assert (await cases.not_coming(case, LATER)).officers == ()
    await cases.coming(case, "Айша Ким", DAY, LATER)
    at = LATER + timedelta(days=1)
    assert (await cases.not_coming(case, at)).officers == (OFFICER,)
    assert (await cases.not_coming(case, at)).officers == ()
    assert await cases.visitor(case, at) == ""
    assert (await cases.events(case))[-1] == Event(
        EventKind.NOT_COMING, at, APPLICANT, {"visitor": "Айша Ким", "day": DAY.isoformat()}, case.version
    )
    await cases.coming(case, "Айша Ким", DAY, at)
    assert await cases.visitor(case, LATER + timedelta(days=2)) == "Айша Ким"
    assert await cases.visitor(case, LATER + timedelta(days=3)) == "", "the day has passed"


async def test_a_visit_of_an_earlier_version(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """It names no day: the visitor is expected for four days, and can be called off."""
    case = await filed(cases, rooms, standard)
    await rooms.cases.append(case, Event(EventKind.COMING, LATER, APPLICANT, {"visitor": "Айша Ким"}, case.version))
    assert await cases.visitor(case, LATER + timedelta(days=4)) == "Айша Ким"
    assert await cases.visitor(case, LATER + timedelta(days=5)) == ""
    assert (await cases.not_coming(case, LATER)).officers == (OFFICER,)
    assert (await cases.events(case))[-1].details == {"visitor": "Айша Ким"}


async def test_coming_is_changed_so_often_and_no_more(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """The latest message stands; the next day it can be changed again."""
    case = await filed(cases, rooms, standard)
    for _ in range(2):
        await cases.coming(case, "Айша Ким", DAY, LATER)
        await cases.not_coming(case, LATER)
    with pytest.raises(TooManyToday):
        await cases.coming(case, "Айша Ким", DAY, LATER)
    await cases.coming(case, "Айша Ким", DAY, LATER + timedelta(days=1))


async def test_open_applications_at_one_office(rooms: Rooms, standard: Standard, calendar: WorkingCalendar) -> None:
    """A person may have a limited number at a time; closed ones make room."""
    cases = case_filing(rooms, standard, calendar, most_open=2)
    first, _ = [await filed(cases, rooms, standard, each) for each in "ab"]
    third = await ready(rooms, standard, "c")
    with pytest.raises(TooManyFiled, match=r"^2$"):
        await cases.file(third, NOW)
    await cases.withdraw(first, NOW)
    await cases.file(third, NOW)


async def test_further_materials(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """A missionary with a certificate asks to agree more; the request is stored as shown."""
    case = await in_state(rooms, await filed(cases, rooms, standard), CaseState.ISSUED)
    told = await cases.further_materials(case, " Книга\u200b «Путь»\n\n Диск ", LATER)
    assert (told.case, told.officers) == (case, (OFFICER,))
    asked = Event(EventKind.FURTHER_MATERIALS, LATER, APPLICANT, {"text": "Книга «Путь»\nДиск"}, case.version)
    assert (await cases.events(case))[-1] == asked
    longest = "я" * LONGEST_REQUEST
    await cases.further_materials(case, longest, LATER)
    assert (await cases.events(case))[-1].details == {"text": longest}
    for text, reason in (("", "empty"), (" \n\u200b", "empty"), (longest + "я", "too-long")):
        with pytest.raises(BadAnswer, match=reason):
            await cases.further_materials(case, text, LATER)


@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("subject", KINDS)
async def test_who_agrees_further_materials(
    cases: CaseFiling, rooms: Rooms, standard: Standard, subject: str, state: CaseState
) -> None:
    """Only a missionary who holds the certificate may."""
    case = await in_state(rooms, await ready(rooms, standard, subject=subject), state)
    if (subject, state) != (MISSIONARY, CaseState.ISSUED):
        with pytest.raises(IllegalMove):
            await cases.further_materials(case, "Книга", LATER)


def test_an_incoming_number() -> None:
    """It consists of office, year and place in the register."""
    assert incoming_number("2/65", 2026, 17) == "2-65/2026-17"
