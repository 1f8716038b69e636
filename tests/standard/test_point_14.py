"""Point 14: the confirmation is a copy of the application with the incoming number and the date of its receipt."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.applications.case import CaseState, Declaration
from domain.applications.checklist import needed_ids
from domain.calendar import WorkingCalendar
from domain.casework.incoming_number import incoming_number
from domain.errors import NotComplete, OfficeNotConnected
from domain.offices.units import UnitKind
from domain.staff.membership import Officer
from domain.standard.edition import Standard
from services.applications.filing import CaseFiling
from tests.factories.cases import complete
from tests.factories.moments import NOW
from tests.factories.services import case_filing
from tests.factories.units import GROUP
from tests.services.casework.fakes import manned
from tests.services.fakes import Rooms


@pytest.fixture
def rooms() -> Rooms:
    return Rooms()


@pytest.fixture
def cases(rooms: Rooms, standard: Standard, calendar: WorkingCalendar) -> CaseFiling:
    return case_filing(rooms, standard, calendar)


def test_the_points_own_words(standard: Standard) -> None:
    """The stamp has the incoming number and the date."""
    text = standard.points[14].text
    assert "копия заявления" in text
    assert "входящий номер" in text
    assert "дата" in text


@pytest.mark.standard("14")
async def test_every_office_has_its_own_register(cases: CaseFiling, rooms: Rooms, standard: Standard) -> None:
    """With two filings at each of the 215 offices, each register counts 1, 2, and no number occurs twice."""
    numbers = []
    for unit in standard.of_kind(UnitKind.OFFICE):
        await rooms.officers.bind(Officer(1, unit.id, "Ахметова А."))
        for place in (1, 2):
            draft = replace(complete(standard, GROUP), id=f"{unit.id} {place}", office=unit.id)
            await rooms.cases.add(draft)
            given = (await cases.file(draft, NOW)).case.registration
            assert given
            assert given.number == f"{unit.appendix}-{unit.number}/2026-{place}"
            assert given.at == NOW
            numbers.append(given.number)
    assert len(set(numbers)) == len(numbers) == 430


async def test_a_number_is_for_a_whole_package_and_an_office_that_takes_it(
    cases: CaseFiling, rooms: Rooms, standard: Standard
) -> None:
    """An incomplete package and an office without officers get no number and leave no gap in the register."""
    draft = complete(standard)
    await rooms.cases.add(draft)
    with pytest.raises(OfficeNotConnected):
        await cases.file(draft, NOW)
    assert draft.office
    await rooms.officers.bind(Officer(1, draft.office, "Ахметова А."))
    with pytest.raises(NotComplete):
        await cases.file(replace(draft, declared={**draft.declared, "invitation": Declaration.NOT_YET}), NOW)
    given = (await cases.file(draft, NOW)).case.registration
    assert given
    assert given.number == incoming_number(standard.unit(draft.office).code, 2026, 1)


async def test_filing_receives_nothing(standard: Standard, calendar: WorkingCalendar) -> None:
    """The number confirms only the application: documents handed over are recorded later, and dated then."""
    office = await manned(standard, calendar)
    filed = (await office.cases.file(await office.keeps(complete(standard)), NOW)).case
    assert (filed.received, filed.complete_at) == ({}, None)
    later = NOW + timedelta(days=3)
    received = await office.work.record_received(filed, needed_ids(filed, standard), 0, later)
    assert (received.state, received.complete_at) == (CaseState.IN_REVIEW, later)
    assert received.registration == filed.registration


def test_numbers_of_two_offices_never_meet() -> None:
    """Different characters separate appendix, row, year and place."""
    made = {
        incoming_number(f"{appendix}/{row}", year, place)
        for appendix in (1, 2)
        for row in (1, 11, 111)
        for year in (2026, 2027)
        for place in (1, 11, 111)
    }
    assert len(made) == 36
