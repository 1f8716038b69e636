"""The days of a case for the calendar of a phone: what the file holds, and that a later one replaces it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pytest

from dialogs.ui.dates import long_date
from dialogs.ui.texts import Texts
from domain.applications.case import Case, CaseState
from domain.applications.deadlines import compute_deadlines
from domain.calendar import KAZAKHSTAN, WorkingCalendar
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from sandbox.formatting.html_mode import parse_html
from tests.documents.formats.test_icalendar import unfolded, value
from tests.factories.cases import ANSWERS, worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import MISSIONARY
from tests.handlers.front_door import FrontDoor, front_door

MONDAY, TUESDAY = "2026-11-23", "2026-11-24"


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    """A front door, with a person who has agreed to the privacy notice."""
    async with front_door(tmp_path) as opened:
        await opened.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
        yield opened


async def file_of(door: FrontDoor, case: Case, texts: Texts) -> bytes:
    """The file behind the button on the page of the case."""
    page = await door.tap(APPLICANT, f"app:open:{case.id}:")
    (call,) = (await door.tap(APPLICANT, page.buttons[texts.plain("case-calendar-button")])).calls
    assert call.file
    assert call.file.name == "srok-2-3-2026-1.ics"
    return call.file.content


async def test_the_last_day_of_the_term(
    door: FrontDoor, standard: Standard, calendar: WorkingCalendar, texts: Texts
) -> None:
    """A whole day with its alarm at nine on the working day before, in the person's language; the same bytes again."""
    await door.tap(APPLICANT, f"base:speak:{texts.language}:")
    case = worked(standard, CaseState.IN_REVIEW)
    await door.put(case)
    content = await file_of(door, case, texts)
    last = compute_deadlines(case, standard, calendar).running.last
    assert value(content, "DTSTART;VALUE=DATE") == f"{last:%Y%m%d}"
    days = (last - calendar.previous_working(last)).days - 1
    assert value(content, "TRIGGER") == f"-P{days}DT15H0M"
    assert value(content, "SUMMARY") == texts.plain("calendar-term", number="2-3/2026-1")
    assert value(content, "DTSTAMP") == f"{case.touched_at:%Y%m%dT%H%M%SZ}"
    assert unfolded(content).count("BEGIN:VEVENT") == 1
    assert await file_of(door, case, texts) == content


async def test_the_last_day_is_an_entity_of_telegram(
    door: FrontDoor, standard: Standard, calendar: WorkingCalendar, texts: Texts
) -> None:
    """Clients that know it offer a reminder; the words are the person's own, and the day that of Kazakhstan."""
    await door.tap(APPLICANT, f"base:speak:{texts.language}:")
    case = worked(standard, CaseState.IN_REVIEW)
    await door.put(case)
    last = compute_deadlines(case, standard, calendar).running.last
    shown = parse_html((await door.tap(APPLICANT, f"app:open:{case.id}:")).texts[0])
    (entity,) = [each for each in shown.entities if each["type"] == "date_time"]
    words = shown.text.encode("utf-16-le")[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])]
    assert words.decode("utf-16-le") == long_date(last, texts)
    assert datetime.fromtimestamp(entity["unix_time"], KAZAKHSTAN) == datetime.combine(last, time(12), KAZAKHSTAN)
    assert "date_time_format" not in entity


async def test_the_file_names_nobody(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """No answer of the application is in it, nor what it is about: a calendar is often shared."""
    case = worked(standard, CaseState.IN_REVIEW)
    await door.put(case)
    said = (await file_of(door, case, russian)).replace(b"\r\n ", b"").decode()
    answers = ANSWERS[MISSIONARY]
    assert not [each for each in ("full_name", "address", "document_number", "confession") if answers[each] in said]
    assert "мисси" not in said.casefold()


async def test_a_visit_in_the_hours_of_the_office(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """A day announced is an entry in the office's hours; another day replaces it, and nobody coming leaves none."""
    case = worked(standard, CaseState.REGISTERED)
    await door.put(case)
    button = russian.plain("case-calendar-button")
    assert button not in (await door.tap(APPLICANT, f"app:open:{case.id}:")).buttons, "no day is known yet"
    said = await door.tap(APPLICANT, f"app:coming:{case.id}.{MONDAY}:0")
    (call,) = (await door.tap(APPLICANT, said.buttons[button])).calls
    assert call.file
    first = call.file.content
    assert value(first, "DTSTART") == "20261123T040000Z"
    assert value(first, "TRIGGER") == "-P0DT2H0M"
    await door.tap(APPLICANT, f"app:coming:{case.id}.{TUESDAY}:0")
    second = await file_of(door, case, russian)
    assert value(second, "DTSTART") == "20261124T040000Z"
    assert value(second, "UID") == value(first, "UID")
    assert int(value(second, "SEQUENCE")) > int(value(first, "SEQUENCE"))
    await door.tap(APPLICANT, f"app:not-coming:{case.id}.:0")
    assert button not in (await door.tap(APPLICANT, f"app:open:{case.id}:")).buttons


async def test_both_days_in_one_file(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The visit and the last day of the term, each under an id of its own."""
    case = worked(standard, CaseState.IN_REVIEW)
    await door.put(case)
    await door.tap(APPLICANT, f"app:coming:{case.id}.{MONDAY}:0")
    rows = unfolded(await file_of(door, case, russian))
    assert [each for each in rows if each.startswith("UID:")] == ["UID:draft1-term", "UID:draft1-visit"]


async def test_a_moved_day_replaces_the_one_before(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The entry of a changed case has the same id and a higher number, so that a second import takes its place."""
    before = worked(standard, CaseState.IN_REVIEW)
    await door.put(before)
    first = await file_of(door, before, russian)
    after = replace(before, version=before.version + 4)
    async with door.processor.database.transaction() as transaction:
        await transaction.write("UPDATE cases SET version = ? WHERE id = ?", (after.version, after.id))
    second = await file_of(door, after, russian)
    assert value(second, "UID") == value(first, "UID")
    assert int(value(second, "SEQUENCE")) > int(value(first, "SEQUENCE"))


@pytest.mark.parametrize("state", [CaseState.REGISTERED, CaseState.READY, CaseState.ISSUED, CaseState.WITHDRAWN])
async def test_no_day_is_known(door: FrontDoor, standard: Standard, russian: Texts, state: CaseState) -> None:
    """There is no button; an old one shows the application as it is now."""
    case = worked(standard, state)
    await door.put(case)
    page = await door.tap(APPLICANT, f"app:open:{case.id}:")
    assert russian.plain("case-calendar-button") not in page.buttons
    old = await door.tap(APPLICANT, f"app:calendar:{case.id}.:{case.version}")
    assert old.toast == russian.plain("stale")
    assert old.files == []
