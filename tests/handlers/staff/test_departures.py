"""Dismissing somebody with open work, or taking it from them by another role: who goes on with it is asked first."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from dialogs.ui.texts import Texts, paragraphs
from domain.applications.case import CaseState
from domain.complaints.complaint import Complaint, ComplaintState
from domain.history import Event, EventKind
from domain.staff.membership import Role
from domain.standard.edition import Standard
from storage.history.events import SqlHistory
from tests.factories.complaints import complained
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR, officer_of, team
from tests.factories.units import KOKSHETAU
from tests.handlers.casework.office import has, press
from tests.handlers.front_door import Answer, FrontDoor, front_door

ADMIN = 1
END = f"staff:end:{OFFICER}.2/3:"
SECOND = officer_of(4005)


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with front_door(tmp_path, ADMIN) as opened:
        await opened.put(*team())
        yield opened


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


async def works(door: FrontDoor, standard: Standard, count: int = 3) -> list[str]:
    """Gives the officer open cases; returns their numbers."""
    cases = [await has(door, standard, CaseState.IN_REVIEW, at, assigned=OFFICER) for at in range(1, count + 1)]
    return [each.filing.number for each in cases]


async def accepted(door: FrontDoor, by: int) -> Complaint:
    """Stores a complaint to the office that somebody has accepted."""
    complaint = complained(ComplaintState.ACCEPTED, unit=KOKSHETAU, author=APPLICANT)
    await door.put(complaint)
    async with door.processor.database.transaction() as transaction:
        event = Event(EventKind.COMPLAINT_ACCEPTED, NOW, by)
        await SqlHistory(transaction, door.processor.keys).append(complaint, event)
    return complaint


async def assigned(door: FrontDoor, count: int = 3) -> list[int | None]:
    return [(await door.case(f"case{at}")).assigned for at in range(1, count + 1)]


async def bound(door: FrontDoor, user_id: int = OFFICER) -> list[str]:
    return [role for (role,) in await door.rows("SELECT role FROM officers WHERE user_id = ?", user_id)]


def told(answer: Answer) -> dict[int, list[str]]:
    """Returns the messages that others get, by user id."""
    found: dict[int, list[str]] = {}
    for user_id, call in answer.notices:
        if call.method == "sendMessage":
            found.setdefault(user_id, []).append(call.parameters["text"])
    return found


@pytest.mark.parametrize("manager", [HEAD, ADMIN])
async def test_to_one_colleague(door: FrontDoor, standard: Standard, russian: Texts, manager: int) -> None:
    """They are told once, with all the numbers; the one who leaves is told too, and the applicants nothing."""
    numbers = await works(door, standard)
    asked = await door.tap(manager, END)
    assert russian("staff-left-cases", count=3) in asked.texts[0]
    assert russian.plain("staff-end-yes-button") not in asked.buttons
    assert "Имя 4004 (регистратор)" not in asked.buttons
    answer = await press(door, manager, asked, "Имя 4002 (сотрудник)")
    assert await assigned(door) == [COLLEAGUE] * 3
    assert await bound(door) == []
    found = told(answer)
    assert set(found) == {OFFICER, COLLEAGUE}
    (message,) = found[COLLEAGUE]
    assert message == paragraphs(
        russian("told-left", name="Имя 4001"), russian("told-left-cases", number=", ".join(numbers))
    )
    history = (await door.tap(HEAD, "work:history:case1.:")).texts[0]
    by = "отдел" if manager == ADMIN else "Имя 4003"
    assert f"дело передано: Имя 4001 → Имя 4002 — {by}" in history


async def test_evenly(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Among all who may take a case; each is told of their own."""
    numbers = await works(door, standard)
    answer = await press(door, HEAD, await door.tap(HEAD, END), russian.plain("staff-left-evenly-button"))
    assert await assigned(door) == [COLLEAGUE, HEAD, COLLEAGUE]
    found = told(answer)
    assert set(found) == {OFFICER, COLLEAGUE, HEAD}
    assert [numbers[1] in found[HEAD][0], numbers[0] in found[HEAD][0]] == [True, False]


async def test_to_the_queue(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Everybody who may take the cases is told that they wait."""
    numbers = await works(door, standard)
    answer = await press(door, HEAD, await door.tap(HEAD, END), russian.plain("staff-left-queue-button"))
    assert await assigned(door) == [None] * 3
    found = told(answer)
    assert set(found) == {OFFICER, COLLEAGUE, HEAD}
    assert russian("told-left-waiting-cases", number=", ".join(numbers)) in found[COLLEAGUE][0]


@pytest.mark.parametrize("what", ["receiver left", "receiver's role", "newcomer", "case taken", "case decided"])
async def test_a_stale_choice(door: FrontDoor, standard: Standard, russian: Texts, what: str) -> None:
    """If the work or who may go on with it has changed, nothing happens, and the question comes as it stands now."""
    await works(door, standard)
    asked = await door.tap(HEAD, END)
    if what == "receiver left":
        await press(door, ADMIN, await door.tap(ADMIN, f"staff:end:{COLLEAGUE}.2/3:"), "Да, закончить")
    elif what == "receiver's role":
        await door.tap(ADMIN, f"staff:reroled:{COLLEAGUE}.2/3.registrar:")
    elif what == "newcomer":
        await door.put(SECOND)
    elif what == "case taken":
        await door.tap(COLLEAGUE, "work:take:case1.:0")
    else:
        await door.tap(HEAD, "work:release:case1.:0")
    before = await door.everything()
    stale = [await press(door, HEAD, asked, label) for label in ("Имя 4002 (сотрудник)", "В общую очередь")]
    for answer in stale:
        assert answer.texts[0].startswith(russian("staff-left-changed"))
        assert answer.toast == russian.plain("stale")
        assert answer.notices == []
    assert await door.everything() == before
    again = await press(door, HEAD, stale[-1], russian.plain("staff-left-queue-button"))
    assert again.toast == russian.plain("staff-done-toast")
    assert await bound(door) == []


async def test_a_second_tap(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Two taps in one batch dismiss once and tell once."""
    await works(door, standard, 1)
    data = (await door.tap(HEAD, END)).buttons["Имя 4002 (сотрудник)"]
    first, second = await door.send([door.tapping(HEAD, data), door.tapping(HEAD, data)])
    assert set(told(first)) == {OFFICER, COLLEAGUE}
    assert second.notices == []
    assert second.toast == russian.plain("toast-denied")
    assert len(await door.events(await door.case("case1"))) == 2


async def test_the_old_button_asks_first(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """One drawn before there was work, or by an older version of the bot, ends nothing while there is some."""
    old = (await door.tap(HEAD, END)).buttons["Да, закончить"]
    await works(door, standard, 1)
    asked = await door.tap(HEAD, old)
    assert russian("staff-left-cases", count=1) in asked.texts[0]
    assert await bound(door) == ["officer"]


@pytest.mark.parametrize("choice", ["99:", "x:", "queue:", "4002:", "99999999999999999999999:", "٣:", "-1:", ":"])
@pytest.mark.parametrize("version", ["", "abcd", "right"])
async def test_a_forged_choice(door: FrontDoor, standard: Standard, choice: str, version: str) -> None:
    """No place of a receiver, no mark, or another one: nothing happens."""
    await works(door, standard, 1)
    mark = (await door.tap(HEAD, END)).buttons["В общую очередь"].rpartition(":")[2]
    if (choice, version) == ("queue:", "right"):
        return
    before = await door.everything()
    await door.tap(HEAD, f"staff:ended:{OFFICER}.2/3.{choice}{mark if version == 'right' else version}")
    assert await door.everything() == before


async def test_another_role(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """To become a registrar, an officer hands on the cases; the office that nobody is left to decide at is named."""
    await works(door, standard, 2)
    asked = await door.tap(ADMIN, f"staff:reroled:{OFFICER}.2/3.registrar:")
    assert "Имя 4001 теперь регистратор?" in asked.texts[0]
    assert await bound(door) == ["officer"]
    await door.put(SECOND)
    stale = await press(door, ADMIN, asked, "Имя 4002 (сотрудник)")
    assert stale.texts[0].startswith(russian("staff-left-changed"))
    answer = await press(door, ADMIN, stale, "Имя 4005 (сотрудник)")
    assert await bound(door) == ["registrar"]
    assert await assigned(door, 2) == [SECOND.user_id] * 2
    assert set(told(answer)) == {OFFICER, SECOND.user_id}
    assert told(answer)[OFFICER][0].startswith(russian("notice-staff-bound", role="регистратор"))
    again = await press(door, ADMIN, stale, "Имя 4005 (сотрудник)")
    assert again.toast == russian.plain("stale")
    assert again.notices == []


async def test_a_role_that_keeps_the_work(door: FrontDoor, standard: Standard) -> None:
    """An officer who becomes head is asked for nothing."""
    await works(door, standard, 1)
    answer = await door.tap(ADMIN, f"staff:reroled:{OFFICER}.2/3.head:")
    assert await bound(door) == ["head"]
    assert await assigned(door, 1) == [OFFICER]
    assert set(told(answer)) == {OFFICER}


async def test_the_last_who_decides(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Without anybody to go on with the cases they wait, and what becomes of the office is said."""
    await works(door, standard, 1)
    for each in (COLLEAGUE, HEAD):
        await door.leave(officer_of(each))
    asked = await door.tap(ADMIN, END)
    assert russian("staff-left-nobody") in asked.texts[0]
    assert russian("staff-end-closes") in asked.texts[0]
    assert list(asked.buttons) == ["В общую очередь", "Назад"]
    answer = await press(door, ADMIN, asked, "В общую очередь")
    assert set(told(answer)) == {OFFICER}
    assert await assigned(door, 1) == [None]


async def test_complaints_beside_cases(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """They go with the cases, to those who may answer them; what a receiver may not have is left to the others."""
    await door.put(replace(officer_of(4006, KOKSHETAU, Role.HEAD), name="Ким А."))
    complaint = await accepted(door, 4006)
    await has(door, standard, CaseState.IN_REVIEW, assigned=4006)
    asked = await door.tap(ADMIN, "staff:end:4006.2/3:")
    assert russian("staff-left-complaints", count=1) in asked.texts[0]
    assert russian("staff-left-rest") in asked.texts[0]
    answer = await press(door, ADMIN, asked, "Имя 4002 (сотрудник)")
    found = told(answer)
    assert set(found) == {4006, COLLEAGUE, HEAD, REGISTRAR}
    assert russian("told-left-waiting-complaints", number=complaint.filing.number) in found[REGISTRAR][0]
    assert complaint.filing.number not in found[COLLEAGUE][0]
    assert await assigned(door, 1) == [COLLEAGUE]


async def test_a_registrar_becomes_an_officer(door: FrontDoor, russian: Texts) -> None:
    """They answer complaints no more: who does is asked, and the one who is chosen is told."""
    complaint = await accepted(door, REGISTRAR)
    asked = await door.tap(HEAD, f"staff:reroled:{REGISTRAR}.2/3.officer:")
    assert russian("staff-left-complaints", count=1) in asked.texts[0]
    answer = await press(door, HEAD, asked, "Имя 4003 (руководитель)")
    assert await bound(door, REGISTRAR) == ["officer"]
    assert told(answer)[HEAD] == [
        paragraphs(
            russian("told-left", name="Имя 4004"), russian("told-left-complaints", number=complaint.filing.number)
        )
    ]
