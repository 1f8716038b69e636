"""A text that a client has cut is one text, both of its parts or neither: lists, reasons and answers too."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.applications.case import CaseState
from domain.complaints.complaint import ComplaintState
from domain.people import NOTICE_VERSION, Person
from domain.staff.membership import Role
from domain.standard.edition import Standard
from storage.complaints import SqlComplaints
from tests.factories.cases import started
from tests.factories.complaints import complained
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, OFFICER, team
from tests.factories.units import AKIMAT
from tests.handlers.casework.office import has
from tests.handlers.front_door import FrontDoor, front_door

AKIM = 6003


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    """Somebody who agreed to the notice comes in by it."""
    async with front_door(tmp_path) as opened:
        await opened.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
        yield opened


async def asked_for_materials(door: FrontDoor) -> None:
    """The next text is a list of materials."""
    await door.put(started())
    await door.tap(APPLICANT, "app:item:draft1.materials:0")


async def test_a_cut_list_of_materials(door: FrontDoor) -> None:
    """The line in which it was cut is whole."""
    await asked_for_materials(door)
    rows = [f"Книга «Путь {number:03}», издание второе, исправленное и дополненное — 10 экз." for number in range(60)]
    text = "\n".join(rows)
    for part in (text[:4096], text[4096:]):
        await door.say(APPLICANT, part)
    materials = (await door.case("draft1")).materials
    assert [each.title for each in materials] == [row.partition(" — ")[0] for row in rows]


async def test_a_cut_list_whose_end_is_none(door: FrontDoor) -> None:
    """What was kept of its beginning is taken out again, and what is wrong is said."""
    await asked_for_materials(door)
    text = "\n".join(f"Книга «Путь {number:>3}», издание второе — 10 экз." for number in range(90))
    await door.say(APPLICANT, text[:4096])
    assert (await door.case("draft1")).materials
    answer = await door.say(APPLICANT, text[4096:] + "\n" + "я" * 300)
    assert answer.texts[0].startswith("Название длиннее 200 знаков")
    assert (await door.case("draft1")).materials == ()


async def test_a_list_that_was_edited(door: FrontDoor) -> None:
    """The message's lines change where they stood, those of the others stay."""
    await asked_for_materials(door)
    for text in ("Книга «Путь» — 10 экз.", "Диск с записями — 2"):
        await door.say(APPLICANT, text)
    payload = door.saying(APPLICANT, "Книга «Путь» — 12 экз.")
    message = payload.pop("message") | {"message_id": 2, "edit_date": 2}
    await door.send([payload | {"edited_message": message}])
    assert [(each.title, each.count) for each in (await door.case("draft1")).materials] == [
        ("Книга «Путь»", 12),
        ("Диск с записями", 2),
    ]


async def prepared(door: FrontDoor) -> dict[str, str]:
    """What a body means to answer."""
    async with door.processor.database.transaction() as transaction:
        complaint = await SqlComplaints(transaction, door.processor.keys).get("complaint1")
    assert complaint
    return dict(complaint.seen_by(AKIM).prepared)


async def test_a_cut_answer_that_is_too_long(door: FrontDoor) -> None:
    """A body's answer is not sent by half: what was kept of its beginning is taken out."""
    complaint = complained(ComplaintState.ACCEPTED, unit=AKIMAT)
    await door.put(*team(AKIMAT, {AKIM: Role.HEAD}), complaint)
    await door.tap(AKIM, f"cpw:answer:{complaint.id}.:{complaint.version}")
    await door.say(AKIM, "Меры приняты. " * 200)
    assert "Меры приняты." in (await prepared(door))["answer"]
    answer = await door.say(AKIM, "Ответ дан. " * 100)
    assert answer.texts[0].startswith("Слишком длинно")
    assert "answer" not in await prepared(door)
    await door.say(AKIM, "Меры приняты.")
    assert (await prepared(door))["answer"] == "Меры приняты."


async def test_a_cut_reason_that_is_too_long(door: FrontDoor, standard: Standard) -> None:
    """Neither part of an officer's note is kept."""
    await door.put(*team())
    case = await has(door, standard, CaseState.REGISTERED)
    await door.tap(OFFICER, f"work:need-note:{case.id}.:{case.version}")
    text = "Принесите доверенность. " * 190
    answers = [await door.say(OFFICER, part) for part in (text[:4096], text[4096:])]
    assert all(each.texts[0].startswith("Слишком длинно") for each in answers)
    assert "4\xa0559" in answers[1].texts[0]
    assert (await door.case(case.id)).prepared == {}
