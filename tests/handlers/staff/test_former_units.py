"""A unit that only an earlier edition has: its people finish what was begun, are shown, and can leave."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from dialogs.ui.texts import Texts
from domain.applications.case import CaseState
from domain.complaints.complaint import ComplaintState
from domain.staff.membership import Role
from domain.standard.edition import Standard
from tests.factories.cases import another, worked
from tests.factories.complaints import complained
from tests.factories.editions import NEWER, remove_units, write_edition
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR, officer_of, team
from tests.factories.units import AKIMAT, EDITION, KOKSHETAU, NEIGHBOUR
from tests.handlers.casework.office import has
from tests.handlers.front_door import FrontDoor, front_door

ADMIN, AKIM, ELSEWHERE = 6001, 6002, 4300
NAME = "Отдел внутренней политики г. Кокшетау"


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Settings under which a newer edition is current that has neither the office nor the akimat of Kokshetau."""
    root = tmp_path_factory.mktemp("editions")
    write_edition(root, NEWER, remove_units(str(KOKSHETAU), str(AKIMAT)))
    return {"edition": NEWER, "editions_dir": root}


@pytest_asyncio.fixture
async def door(tmp_path: Path, newer: dict[str, Any]) -> AsyncIterator[FrontDoor]:
    async with front_door(tmp_path, ADMIN, **newer) as opened:
        await opened.put(*team(), *team(AKIMAT, {AKIM: Role.HEAD}), officer_of(ELSEWHERE, NEIGHBOUR, Role.OFFICER))
        yield opened


async def test_its_people_go_on_with_their_work(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The start page, the queue, the registers and the figures are theirs as before."""
    case = await has(door, standard, CaseState.REGISTERED)
    assert russian.plain("home-work-button") in (await door.tap(OFFICER, "base:home::")).buttons
    assert "/indicators" in (await door.say(OFFICER, "/help")).texts[0]
    assert f"work:card:{case.id}.:" in (await door.say(OFFICER, "/queue")).buttons.values()
    await door.say(OFFICER, f"/take {case.filing.number}")
    assert (await door.case(case.id)).assigned == OFFICER
    for command in ("/journal", "/export", "/passes"):
        assert russian("work-denied") not in (await door.say(OFFICER, command)).texts, command
    books = await door.tap(OFFICER, "work:books::")
    for figures in (await door.say(OFFICER, "/indicators"), await door.tap(OFFICER, "ind:chart::")):
        assert NAME in figures.texts[0]
        assert {each.rpartition(":")[2] for each in figures.buttons.values() if each.startswith("ind:")} == {EDITION}
    assert russian.plain("ind-books-button") in books.buttons


async def test_the_head_sees_it_by_name_and_lets_people_go(door: FrontDoor, russian: Texts) -> None:
    """By the name of the edition that has it; nobody is invited where there is nothing to finish."""
    page = await door.say(HEAD, "/officers")
    assert NAME in page.texts[0]
    assert russian("staff-unit-former") in page.texts[0]
    assert russian.plain("staff-invite-button") not in page.buttons
    await door.tap(HEAD, f"staff:ended:{COLLEAGUE}.{KOKSHETAU}:")
    await door.tap(HEAD, f"staff:reroled:{OFFICER}.{KOKSHETAU}.r:")
    rows = await door.rows("SELECT user_id, role FROM officers WHERE unit = ? ORDER BY user_id", str(KOKSHETAU))
    assert rows == [(OFFICER, "registrar"), (HEAD, "head"), (REGISTRAR, "registrar")]


async def test_nobody_new_comes_where_nothing_is_left(door: FrontDoor, russian: Texts) -> None:
    """Neither by a link, nor from another office, nor by a button of before; and it is said why."""
    told = russian("bad-units-former", unit="2/3")
    for who, command in ((HEAD, "/invite officer 2/3"), (ADMIN, f"/invite head {KOKSHETAU}")):
        assert (await door.say(who, command)).texts[0].startswith(told), command
    await door.tap(ADMIN, "staff:make:officer.kokshetau-ip:0")
    await door.tap(ADMIN, f"staff:bound:{ELSEWHERE}.{NEIGHBOUR}.{KOKSHETAU}:")
    assert await door.rows("SELECT id FROM invitations") == []
    assert len(await door.rows("SELECT unit FROM officers WHERE user_id = ?", ELSEWHERE)) == 1


@pytest.mark.parametrize("left", ["case", "complaint"])
async def test_somebody_comes_while_work_is_left(
    door: FrontDoor, standard: Standard, russian: Texts, left: str
) -> None:
    """An open case of the office, or an open complaint to the akimat, is somebody's to finish."""
    unit, code = (KOKSHETAU, "2/3") if left == "case" else (AKIMAT, "4/3")
    case, complaint = another(worked(standard, CaseState.READY), "open", 7), complained(ComplaintState.ACCEPTED, 7)
    await door.put(case if left == "case" else complaint)
    page = await door.say(ADMIN, f"/officers {code}")
    assert page.buttons[russian.plain("staff-invite-button")] == f"staff:invite:{unit}:"
    assert f"staff:make:registrar.{unit}:0" in (await door.tap(ADMIN, f"staff:invite:{unit}:")).buttons.values()
    await door.say(ADMIN, f"/invite registrar {code}")
    assert len(await door.rows("SELECT id FROM invitations")) == 1


async def test_an_admin_finds_it(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Under the former offices, with its people; also if only its work is left."""
    people = await door.say(ADMIN, "/officers")
    former = await door.tap(ADMIN, people.buttons[russian.plain("staff-former-button")])
    assert [each for each in former.buttons.values() if each.startswith("staff:unit:")] == [
        f"staff:unit:{KOKSHETAU}:",
        f"staff:unit:{AKIMAT}:",
    ]
    unit = await door.tap(ADMIN, f"staff:unit:{KOKSHETAU}:")
    assert NAME in unit.texts[0]
    assert unit.buttons[russian.plain("staff-former-back-button")] == "staff:former::"
    for each in (*team(), *team(AKIMAT, {AKIM: Role.HEAD})):
        await door.leave(each)
    assert russian.plain("staff-former-button") not in (await door.say(ADMIN, "/officers")).buttons
    await has(door, standard, CaseState.REGISTERED)
    assert f"staff:unit:{KOKSHETAU}:" in (await door.tap(ADMIN, "staff:former::")).buttons.values()
    assert (await door.tap(HEAD, "staff:former::")).texts == [russian("work-denied")]


async def test_its_card_in_an_old_message(door: FrontDoor) -> None:
    """A button that was drawn under the earlier edition opens it."""
    assert NAME in (await door.tap(APPLICANT, f"off:card:{KOKSHETAU}:{EDITION}")).texts[0]


async def test_who_works_there_and_elsewhere(door: FrontDoor, russian: Texts) -> None:
    """Both offices are offered, each under the edition that has it."""
    await door.put(officer_of(HEAD, NEIGHBOUR, Role.HEAD))
    figures = await door.say(HEAD, "/indicators")
    own = await door.tap(HEAD, figures.buttons[russian.plain("ind-own-button")])
    offered = {each for each in own.buttons.values() if each.startswith("ind:chart")}
    assert f"ind:chart:{KOKSHETAU}.2026q4:{EDITION}" in offered
    assert f"ind:chart:{NEIGHBOUR}.2026q4:{NEWER}" in offered
    page = await door.say(HEAD, "/invite")
    chosen = await door.tap(HEAD, page.buttons["Сотрудник"])
    made = [each for each in chosen.buttons.values() if each.startswith("staff:make:")]
    assert made == [f"staff:make:officer.{NEIGHBOUR}:0"]


async def test_its_complaints_are_answered(door: FrontDoor, russian: Texts) -> None:
    """The akimat that the current edition lacks finds them in its queue and by number, and names itself in the slip."""
    await door.put(complained(ComplaintState.FILED, 7))
    assert russian.plain("home-handling-button") in (await door.tap(AKIM, "base:home::")).buttons
    assert "7/2026" in "".join((await door.say(AKIM, "/complaints")).buttons)
    asked = await door.say(AKIM, "/accept 7/2026")
    assert "7/2026" in asked.texts[0]
    accepted = await door.tap(AKIM, asked.buttons[russian.plain("hnd-accepted-button")])
    assert "talon-7-2026.docx" in [each.file.name for each in accepted.everything if each.file]
