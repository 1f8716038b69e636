"""Pinning the status of a case: what the buttons do, on whichever message they stand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from dialogs.ui.dates import full_date
from dialogs.ui.texts import Texts
from domain.applications.case import OPEN_CASE_STATES, CaseState
from domain.calendar import day_of
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from tests.factories.cases import ANSWERS, worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import MISSIONARY
from tests.handlers.front_door import Answer, FrontDoor, front_door


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    """A front door, with a person who has agreed to the privacy notice."""
    async with front_door(tmp_path) as opened:
        await opened.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
        yield opened


def calls(answer: Answer) -> list[tuple[str, int | None]]:
    return [(each.method, each.parameters.get("message_id")) for each in answer.calls]


async def tap_on(door: FrontDoor, message: dict[str, Any], data: str) -> Answer:
    """Taps a button of this message."""
    payload = door.tapping(APPLICANT, data)
    payload["callback_query"]["message"] |= message
    return (await door.send([payload]))[0]


async def test_the_page_becomes_the_status(door: FrontDoor, standard: Standard, texts: Texts) -> None:
    """A short text with number, state and office, pinned without a sound; it says nothing of the applicant."""
    await door.tap(APPLICANT, f"base:speak:{texts.language}:")
    case = worked(standard, CaseState.REGISTERED)
    await door.put(case)
    page = await door.tap(APPLICANT, f"app:open:{case.id}:")
    answer = await tap_on(door, {"message_id": 50}, page.buttons[texts.plain("pin-button")])
    assert calls(answer) == [("editMessageText", 50), ("pinChatMessage", 50)]
    assert answer.calls[1].parameters["disable_notification"] is True
    shown = answer.texts[0]
    assert texts("state-registered", filed=full_date(day_of(NOW), texts)) in shown
    assert "2-3/2026-1" in shown
    assert ANSWERS[MISSIONARY]["full_name"] not in shown
    assert list(answer.buttons) == [texts.plain("late-case-button"), texts.plain("unpin-button")]
    assert answer.toast == texts.plain("pinned-toast")


async def test_what_is_pinned_already(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The same message again changes nothing else; another one takes its place, and the first is unpinned."""
    case = worked(standard, CaseState.REGISTERED)
    await door.put(case)
    for _ in range(2):
        answer = await tap_on(door, {"message_id": 50}, f"app:pin:{case.id}.:0")
        assert calls(answer) == [("editMessageText", 50), ("pinChatMessage", 50)]
    answer = await tap_on(door, {"message_id": 60}, f"app:pin:{case.id}.:0")
    assert calls(answer) == [("editMessageText", 60), ("pinChatMessage", 60), ("unpinChatMessage", 50)]
    page = await door.tap(APPLICANT, f"app:open:{case.id}:")
    assert russian.plain("pin-button") not in page.buttons
    assert russian.plain("unpin-button") in page.buttons


async def test_unpinning(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """From the status or from the page, in any state; where nothing is pinned, nothing is unpinned."""
    case = worked(standard, CaseState.ISSUED)
    await door.put(case)
    async with door.processor.database.transaction() as transaction:
        await transaction.run("INSERT INTO pinned_messages VALUES (?, ?, 50, 0)", (case.id, APPLICANT))
    page = await door.tap(APPLICANT, f"app:open:{case.id}:")
    answer = await tap_on(door, {"message_id": 60}, page.buttons[russian.plain("unpin-button")])
    assert calls(answer) == [("editMessageText", 60), ("unpinChatMessage", 50)]
    assert russian.plain("unpin-button") not in answer.buttons
    assert calls(await tap_on(door, {"message_id": 50}, f"app:unpin:{case.id}:")) == [("editMessageText", 50)]


async def test_the_page_opens_below(door: FrontDoor, standard: Standard) -> None:
    """The pinned message is not edited by its own button."""
    case = worked(standard, CaseState.REGISTERED)
    await door.put(case)
    assert [method for method, _ in calls(await door.tap(APPLICANT, f"app:status:{case.id}:"))] == ["sendMessage"]


async def test_a_page_that_is_gone(door: FrontDoor, standard: Standard) -> None:
    """Of a message that is too old Telegram tells no date: the page comes anew, to be pinned there."""
    case = worked(standard, CaseState.REGISTERED)
    await door.put(case)
    payload = door.tapping(APPLICANT, f"app:pin:{case.id}.:0")
    chat = payload["callback_query"]["message"]["chat"]
    payload["callback_query"]["message"] = {"chat": chat, "message_id": 50, "date": 0}
    (answer,) = await door.send([payload])
    assert [method for method, _ in calls(answer)] == ["sendMessage"]
    assert await door.rows("SELECT * FROM pinned_messages") == []


@pytest.mark.parametrize("state", sorted(set(CaseState) - OPEN_CASE_STATES))
async def test_what_is_over_is_not_pinned(
    door: FrontDoor, standard: Standard, russian: Texts, state: CaseState
) -> None:
    """There is no button; an old one pins nothing, nor does one of a draft."""
    case = worked(standard, state)
    await door.put(case)
    page = await door.tap(APPLICANT, f"app:open:{case.id}:")
    assert russian.plain("pin-button") not in page.buttons
    for data in (f"app:pin:{case.id}.:{case.version}", f"app:unpin:{case.id}:", f"app:status:{case.id}:"):
        assert "pinChatMessage" not in [method for method, _ in calls(await door.tap(APPLICANT, data))]
    assert await door.rows("SELECT * FROM pinned_messages") == []
