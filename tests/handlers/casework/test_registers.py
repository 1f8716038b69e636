"""Officers of several units: which one is meant is asked, not guessed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from dialogs.ui.texts import Texts
from domain.staff.membership import Role
from tests.factories.people import HEAD, officer_of
from tests.factories.units import unit_id
from tests.handlers.casework.office import manned
from tests.handlers.front_door import FrontDoor


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path) as opened:
        await opened.put(*(officer_of(HEAD, unit_id(f"2/{number}"), Role.HEAD) for number in (1, 2, 10)))
        yield opened


async def test_an_export_asks_which_unit(door: FrontDoor, russian: Texts) -> None:
    """In order of the units' numbers; the button exports the days that were typed, and the file says of which unit."""
    asked = await door.say(HEAD, "/export 01.11.2026 30.11.2026")
    assert asked.texts == [russian("work-export-unit")]
    data = [each for each in asked.buttons.values() if each.startswith("work:export-file:")]
    assert data == [f"work:export-file:{unit_id(f'2/{number}')}.261101.261130:" for number in (1, 2, 3, 10)]
    exported = await door.tap(HEAD, data[-1])
    assert len(exported.calls) == 2
    unclear = await door.say(HEAD, "/export ноябрь")
    assert unclear.texts[0].startswith(russian("work-export-how"))
    assert russian("work-export-unit") in unclear.texts[0]


@pytest.mark.parametrize("typed", ["99999", "2026 2025", "год"])
async def test_a_journal_of_no_year(door: FrontDoor, russian: Texts, typed: str) -> None:
    """What is neither a year nor a unit is not passed over."""
    assert (await door.say(HEAD, f"/journal {typed}")).texts == [russian("work-journal-how")]


async def test_the_people_of_one_office(door: FrontDoor, russian: Texts) -> None:
    """By its number, as elsewhere; what is no office's number is told."""
    for typed in ("2/3", "2-3"):
        assert f"Имя {HEAD}" in (await door.say(HEAD, f"/officers {typed}")).texts[0]
    assert russian("staff-officers-example") in (await door.say(HEAD, "/officers Кокшетау")).texts[0]
    assert (await door.say(HEAD, "/officers 2/9")).texts == [russian("work-denied")]


@pytest.mark.parametrize("typed", ["2025", "2026Q3", "2026m11", "2031", "x"])
async def test_indicators_of_a_period(door: FrontDoor, russian: Texts, typed: str) -> None:
    """A year, quarter or month that has begun; else it is told."""
    answer = await door.say(HEAD, f"/indicators {typed}")
    assert (answer.texts == [russian("ind-bad-period", typed=typed)]) == (typed in {"2031", "x"})
