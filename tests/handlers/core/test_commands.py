"""A command is a text that begins with the command's name, however it is spelled."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dialogs.ui.texts import Texts
from domain.applications.case import CaseState
from domain.complaints.complaint import ComplaintState
from domain.staff.membership import Role
from domain.standard.edition import Standard
from tests.factories.complaints import complained
from tests.factories.people import APPLICANT, HEAD, officer_of, team
from tests.factories.units import AKIMAT, REGION_AKIMAT
from tests.handlers.actions import commands
from tests.handlers.casework.office import has, manned
from tests.handlers.front_door import Answer, FrontDoor, front_door

PHOTO = [{"file_id": "photo", "file_unique_id": "photo", "width": 90, "height": 90}]


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with front_door(tmp_path) as opened:
        yield opened


def photo(door: FrontDoor, **about: str) -> dict[str, Any]:
    update = door.saying(APPLICANT, "")
    content = {name: value for name, value in update["message"].items() if name != "text"}
    return {**update, "message": content | {"photo": PHOTO, **about}}


@pytest.mark.parametrize("command", ["case", "take", "complaint", "accept", "start", "help", "indicators", "proof"])
async def test_a_caption_is_no_command(door: FrontDoor, command: str) -> None:
    """A photo with a command in its caption is answered like any other photo."""
    plain, captioned = await door.send([photo(door), photo(door, caption=f"/{command} 1/2026")])
    assert captioned.texts == plain.texts


@pytest.mark.parametrize("written", ["/HELP", "/help\nmore", "/help\tmore", "/help@tirkeu_bot", "/Help   "])
async def test_a_command_however_it_is_written(door: FrontDoor, russian: Texts, written: str) -> None:
    """It works in upper and lower case, with any white space after it."""
    assert (await door.say(APPLICANT, written)).texts == [russian("help")]


@pytest.mark.parametrize("written", ["/caſe 2-3/2026-1", "/case\n2-3/2026-1", "/releaſe", "/accept\n1/2026"])
async def test_a_command_of_officers_however_it_is_written(door: FrontDoor, written: str) -> None:
    """Whoever is not an officer gets the usual answer, and no fault occurs."""
    assert len((await door.say(APPLICANT, written)).texts) == 1


SPACES = {
    "newline": "\n",
    "two newlines": "\n\n",
    "tab": "\t",
    "no-break space": "\u00a0",
    "several spaces": "   ",
    "em space": "\u2003",
    "narrow no-break space": "\u202f",
    "mark of direction": " \u200e",
    "full stop": ". ",
    "colon": ":\n",
}
AKIM = 6002
SECRET = re.compile(r"start=i_[\w-]+")
OF_CASES = ("case", "take", "release", "receive", "need", "assign", "approve", "refuse", "ready", "issue")
OF_COMPLAINTS = ("complaint", "accept", "answer", "extend")
STATES = {
    "approve": CaseState.IN_REVIEW,
    "refuse": CaseState.IN_REVIEW,
    "ready": CaseState.APPROVED,
    "issue": CaseState.READY,
}
STAGES = {"complaint": ComplaintState.FILED, "accept": ComplaintState.FILED}
ARGUMENTS = {
    "invite": "officer 2/3",
    "journal": "2-3 2026",
    "export": "2-3 01.11.2026 30.11.2026",
    "indicators": "2026q3",
    "officers": "2-3",
    "start": "i_none",
}


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path) as opened:
        await opened.put(*team(AKIMAT, {AKIM: Role.HEAD}))
        yield opened


def seen(answer: Answer, number: str) -> tuple[list[str], list[str], list[str]]:
    """What is on the screens, of whatever case or complaint."""
    texts = [SECRET.sub("", each).replace(number, "№") for each in answer.texts]
    return texts, [each.replace(number, "№") for each in answer.buttons], answer.files


def test_every_command_is_tried() -> None:
    """One that is added is among them."""
    assert commands() > {*OF_CASES, *OF_COMPLAINTS, *ARGUMENTS, "status", "help", "queue"}


@pytest.mark.parametrize("space", SPACES)
async def test_every_command_with_any_space(office: FrontDoor, standard: Standard, space: str) -> None:
    """Whatever stands between a command and what belongs to it, and after that, it is understood like the plain one."""
    number = 0
    for command in sorted(commands()):
        answers = []
        for between, after in ((" ", ""), (SPACES[space], ".")):
            number += 1
            actor, argument, about = HEAD, ARGUMENTS.get(command, "more"), "-"
            if command in {*OF_CASES, "status"}:
                state = STATES.get(command, CaseState.REGISTERED)
                assigned = HEAD if command == "release" else None
                about = (await has(office, standard, state, number, assigned=assigned)).filing.number
                argument = f"{about}{SPACES[space] if after else ' '}received" if command == "status" else about
            elif command in OF_COMPLAINTS:
                made = complained(STAGES.get(command, ComplaintState.ACCEPTED), number)
                await office.put(made)
                actor, argument, about = AKIM, made.filing.number, made.filing.number
            answer = await office.say(actor, f"/{command}{between}{argument}{after}")
            answers.append(seen(answer, about))
        plain, spaced = answers
        assert spaced == plain, command
        assert plain[0], command
    assert await office.denials() == []


@pytest.mark.parametrize(
    "typed", ["№ 1/2026", "№1/2026.", "1–2026", "1‑2026.", "1", "№ 1", "1.", "No 1", "\n1/2026", "001/2026"]
)
@pytest.mark.parametrize("command", OF_COMPLAINTS)
async def test_a_complaint_however_its_number_is_typed(office: FrontDoor, command: str, typed: str) -> None:
    """As the bot prints it, with a phone's dashes, at the end of a sentence, without its year."""
    await office.put(complained(STAGES.get(command, ComplaintState.ACCEPTED)))
    plain = await office.say(AKIM, f"/{command} 1/2026")
    assert "1/2026" in plain.texts[0]
    assert (await office.say(AKIM, f"/{command} {typed}")).texts == plain.texts


async def test_a_complaint_that_no_register_has(office: FrontDoor, russian: Texts) -> None:
    """It is told, nothing is denied, the open ones are offered."""
    await office.put(complained(ComplaintState.FILED))
    answer = await office.say(AKIM, "/complaint 99")
    assert answer.texts[0].startswith(russian("hnd-no-number", typed="99"))
    assert len(answer.buttons) == 2
    assert await office.denials() == []


async def test_a_number_that_several_complaints_have(office: FrontDoor, russian: Texts) -> None:
    """Which one was meant is a tap, also where two bodies of one person have the whole number."""
    first = complained(ComplaintState.FILED)
    before = replace(first, id="before", filed=replace(first.filing, number="1/2025"))
    await office.put(first, before, replace(first, id="elsewhere", unit=REGION_AKIMAT))
    answer = await office.say(AKIM, "/accept 1")
    assert answer.texts[0].startswith(russian("hnd-which-number"))
    *offered, _ = answer.buttons.values()
    assert len(offered) == 2
    assert "1/2025" in (await office.tap(AKIM, offered[1])).texts[0]
    await office.put(officer_of(AKIM, REGION_AKIMAT, Role.HEAD))
    assert (await office.say(AKIM, "/accept 1/2026")).texts[0].startswith(russian("hnd-which-number"))
