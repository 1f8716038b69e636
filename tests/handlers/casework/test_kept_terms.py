"""The law is changed while cases are open: terms that run stay as they were told, later ones follow the new law."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from assets.loaders.calendar import load_calendar
from assets.loaders.edition import load_standard
from bot.container import Container
from bot.resources import Resources, library_of
from dialogs.ui.callback_data import ApplicationCallback
from dialogs.ui.dates import long_date
from dialogs.ui.texts import Texts
from domain.applications.case import CaseState
from domain.calendar import KAZAKHSTAN, day_of
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.casework.access import ActionRequest
from services.casework.queue import QueueTab
from services.indicators.report import Days
from tests.factories.editions import Change, add_day_off, set_term, write_edition
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, HEAD, OFFICER
from tests.factories.terms import ONE_DAY, Terms
from tests.factories.units import EDITION, KOKSHETAU
from tests.handlers.casework.office import NUMBER, has, manned, press, tap
from tests.handlers.front_door import FrontDoor

SHORTER = 2  # working days less
OTHER = "2-3/2026-2"


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


def changed(root: Path, *changes: Change) -> Resources:
    """The served edition, corrected in its place."""
    write_edition(root, EDITION, *changes)
    return Resources(Editions(load_standard(EDITION, root)), load_calendar(EDITION, root))


async def hand_over(door: FrontDoor, russian: Texts, number: str) -> str:
    """Everything is handed over; returns what the officer is told that the applicant is told."""
    page = await door.say(OFFICER, f"/receive {number}")
    shown = await press(door, OFFICER, page, russian.plain("work-receive-all-button"))
    await press(door, OFFICER, shown, russian.plain("work-recorded-button"))
    return shown.texts[0]


async def told(door: FrontDoor, last: date) -> dict[str, Any]:
    """All that anybody is told of the first case's term, on its last day, before and after it."""
    found: dict[str, Any] = {}
    for actor, data in ((OFFICER, tap("card")), (HEAD, tap("clocks")), (APPLICANT, clocks())):
        found[data] = (await door.tap(actor, data)).texts
    found["opened"] = (await door.tap(APPLICANT, ApplicationCallback("open", "case1.", "").pack())).texts
    terms = Terms(library_of(EDITION).standard, library_of(EDITION).calendar)
    days = (terms.before(last, 1), last, terms.after(last, 1))
    async with door.processor.database.transaction() as transaction:
        use = Container(door.processor.containers.options, transaction, door.processor.keys)
        for day in days:
            now = datetime.combine(day, time(10), KAZAKHSTAN)
            queue = await use.queue.queue(OFFICER, now)
            found[f"queue {day}"] = [
                (tab, [(each.case.id, each.last) for each in queue.list_tab(tab) if each.case.id == "case1"])
                for tab in QueueTab
            ]
            digest = await use.digests.compute_for_person(HEAD, now)
            assert digest
            groups = ("overdue", "due_today", "due_in_two")
            found[f"digest {day}"] = [
                (name, each.last) for name in groups for each in getattr(digest.digest, name) if each.case.id == "case1"
            ]
            found[f"notices {day}"] = [
                each.key for each in await use.digests.list_for_unit(KOKSHETAU, now) if each.watched.case.id == "case1"
            ]
            period = Days(day.replace(month=1, day=1), day.replace(month=12, day=31), day - ONE_DAY)
            found[f"indicators {day}"] = await use.repositories.counts.terms((KOKSHETAU,), period, EDITION)
    found["row"] = await door.rows("SELECT due, done FROM terms WHERE case_id = 'case1'")
    return found


def clocks() -> str:
    return ApplicationCallback("clocks", "case1.", "2").pack()


async def test_a_term_that_runs_is_not_shortened(
    door: FrontDoor, standard: Standard, terms: Terms, russian: Texts, tmp_path: Path
) -> None:
    """Card, queue, digest, notices and indicators say the day that was told; a term that starts later is shorter."""
    await has(door, standard, CaseState.REGISTERED)
    last, days = terms.last("decision", NOW.date()), terms.days("decision")
    assert long_date(last, russian) in await hand_over(door, russian, NUMBER)
    was = await told(door, last)
    assert f"late:case1:{last}" in was[f"notices {terms.after(last, 1)}"]
    assert was["row"] == [(last.isoformat(), None)]
    door.serve(changed(tmp_path, set_term("decision", days - SHORTER)))
    assert await told(door, last) == was
    await has(door, standard, CaseState.REGISTERED, 2)
    shorter = terms.after(NOW.date(), days - SHORTER)
    assert long_date(shorter, russian) in await hand_over(door, russian, OTHER)
    assert await door.rows("SELECT due FROM terms WHERE case_id = 'case2'") == [(shorter.isoformat(),)]


async def test_the_result_is_measured_by_the_term_that_was_told(
    door: FrontDoor, standard: Standard, terms: Terms, russian: Texts, tmp_path: Path
) -> None:
    """A certificate that is ready on the last day told is in time for ever, whatever the term would be today."""
    await has(door, standard, CaseState.REGISTERED)
    last, days = terms.last("decision", NOW.date()), terms.days("decision")
    await hand_over(door, russian, NUMBER)
    door.serve(changed(tmp_path, set_term("decision", days - SHORTER)))
    evening = datetime.combine(last, time(18), KAZAKHSTAN)
    async with door.processor.database.transaction() as transaction:
        decisions = Container(door.processor.containers.options, transaction, door.processor.keys).decisions
        approved = await decisions.approve(ActionRequest(HEAD, "case1", 1, evening))
        await decisions.ready(ActionRequest(HEAD, "case1", approved.case.version, evening))
    assert await door.rows("SELECT due, done FROM terms") == [(last.isoformat(), last.isoformat())]


async def test_the_term_of_a_refusal_is_not_shortened(
    door: FrontDoor, standard: Standard, terms: Terms, russian: Texts, tmp_path: Path
) -> None:
    """It runs from the first item, and stays when more of them come under another law, and when all have come."""
    await has(door, standard, CaseState.REGISTERED)
    last = terms.last("refusal", NOW.date())
    page = await door.tap(OFFICER, tap("receive-tick", "identity"))
    shown = await press(door, OFFICER, page, russian.plain("work-received-button"))
    await press(door, OFFICER, shown, russian.plain("work-recorded-button"))
    door.serve(changed(tmp_path, set_term("refusal", 1)))
    page = await door.tap(OFFICER, tap("receive-tick", "invitation", 2))
    shown = await press(door, OFFICER, page, russian.plain("work-received-button"))
    assert russian("work-receiving-runs", date=long_date(last, russian)) in shown.texts[0]
    await press(door, OFFICER, shown, russian.plain("work-recorded-button"))
    assert await door.rows("SELECT due FROM terms") == [(last.isoformat(),)]
    await hand_over(door, russian, NUMBER)
    case = await door.case("case1")
    assert case.state is CaseState.IN_REVIEW
    assert {name: each.last for name, each in case.terms.items()} == {
        "refusal": last,
        "decision": terms.last("decision", NOW.date()),
    }
    async with door.processor.database.transaction() as transaction:
        deadlines = Container(door.processor.containers.options, transaction, door.processor.keys).deadlines
        assert deadlines.refusal_deadline(case).last == last


async def test_a_decree_moves_no_day_that_was_told(
    door: FrontDoor, standard: Standard, terms: Terms, russian: Texts, tmp_path: Path
) -> None:
    """A day off within the term changes neither its last day nor how it was counted, day by day."""
    await has(door, standard, CaseState.REGISTERED)
    last = terms.last("decision", NOW.date())
    await hand_over(door, russian, NUMBER)
    was = (await door.tap(HEAD, tap("clocks"))).texts
    saturday = NOW.date() + ONE_DAY * (12 - NOW.weekday())
    library = changed(tmp_path, add_day_off(last, saturday))
    assert not library.calendar.is_working(last)
    door.serve(library)
    assert (await door.tap(HEAD, tap("clocks"))).texts == was
    left = (await door.case("case1")).terms["decision"]
    assert (left.last, day_of(left.since), left.recounted) == (last, NOW.date(), None)
