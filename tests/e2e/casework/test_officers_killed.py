"""The bot dies in the middle of officers' work: nothing is lost or done twice, and everybody is notified."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from itertools import groupby
from pathlib import Path

import pytest

from bot.data_folder import MASTER_KEY, files_of
from sandbox.world.faults import SERVER_ERROR, Fault
from storage.db.keys import read_master_key
from storage.history.audit import Report, audit
from tests.e2e.drivers.bureau import Bureau, bureau
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.invariants import SHOWING
from tests.e2e.drivers.working import Applicant, words_of
from tests.factories.units import MISSIONARY

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]

ACTS = (
    *("/case", "work-take-button"),
    *("work-receive-button", "work-receive-all-button", "work-recorded-button"),
    *("work-approve-button", "work-mend-city-button", "Боровое", "work-approved-button"),
    *("/case", "work-ready-button", "work-made-ready-button"),
    *("work-issue-button", "work-collector-self-button", "удостоверение № 1", "work-issued-button"),
)
HISTORY = ["filed", "taken", "received", "complete", "approved", "ready", "issued"]
NAME = "Қожахметов Әлімжан Өтепұлы"
NUMBERS = [("certificates", 1), ("incoming", 1), ("journal", 1)]


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, MISSIONARY) as opened:
        yield opened


def acts(office: Bureau, applicant: Applicant, act: str) -> None:
    """Performs the officer's next action without waiting for the bot."""
    officer = office.officer
    if act == "/case":
        officer.chat.person.say(f"/case {applicant.number}")
    elif officer.chat.texts.knows(act):
        officer.chat.person.tap(text=officer.word(act))
    else:
        officer.chat.person.say(act)


async def killed_before_delivery(office: Bureau, applicant: Applicant, act: str) -> None:
    """Commits the action, and kills the bot before Telegram has received any message."""
    world = office.driven.world
    world.faults.rules += [Fault(SERVER_ERROR, each) for each in sorted(SHOWING)]
    acts(office, applicant, act)
    await eventually("taken", lambda: not world.updates.pending)
    assert office.driven.waiting() > 0
    await revived(office)


async def killed_in_the_middle(office: Bureau, applicant: Applicant, act: str, moments: int) -> None:
    """Kills the bot before it receives the action, while it works on it, or while it sends."""
    acts(office, applicant, act)
    for _ in range(moments):
        await asyncio.sleep(0)
    await revived(office)


async def revived(office: Bureau) -> None:
    """Restarts the bot; only a tap that the killed process had received may stay unanswered."""
    await office.driven.kill()
    office.driven.world.faults.rules.clear()
    for tap in office.driven.world.taps.values():
        tap.answered = True
    await office.driven.start()
    await office.driven.settle()


def beginnings(applicant: Applicant) -> list[str]:
    """Returns the beginnings of the messages that an applicant gets after filing, in this order."""
    texts, number = applicant.chat.texts, applicant.number
    issued = {"number": "1/2026", "date": "23 ноября 2026 года", "name": NAME}
    return [
        texts.plain("receipt-caption"),
        texts.plain("received-all", number=number),
        texts.plain("told-approved-missionary", number=number),
        texts.plain("told-ready-missionary", number=number),
        texts.plain("told-issued-missionary", **issued),
        texts.plain("svy-what"),
    ]


def done_once(office: Bureau, applicant: Applicant, folder: Path) -> None:
    """Checks the whole case: each number given once, and an intact history."""
    assert office.state(applicant) == "issued"
    assert office.driven.rows("SELECT book, last FROM registers ORDER BY book") == NUMBERS
    assert [row[0] for row in office.driven.rows("SELECT kind FROM events ORDER BY id")] == HISTORY
    assert "Боровое" in words_of(office.officer.chat, "svidetelstvo-1-2026")
    assert audit(files_of(folder), read_master_key(folder / MASTER_KEY, None)) == Report(len(HISTORY), 0, None)


async def test_killed_between_each_commit_and_its_delivery(office: Bureau, tmp_path: Path) -> None:
    """After every message and tap of the officer: each step happened once, and the applicant heard of each once."""
    applicant = await office.filed()
    before = len(applicant.told())
    for act in ACTS:
        await killed_before_delivery(office, applicant, act)
    done_once(office, applicant, tmp_path)
    wanted = beginnings(applicant)
    told = zip(applicant.told()[before:], wanted, strict=True)
    assert [text[: len(beginning)] for text, beginning in told] == wanted


@pytest.mark.parametrize("moments", [0, 60])
async def test_killed_in_the_middle_of_each_act(office: Bureau, tmp_path: Path, moments: int) -> None:
    """Wherever the bot dies, each step happens once; the applicant hears of all in order, perhaps twice."""
    applicant = await office.filed()
    before = len(applicant.told())
    for place, act in enumerate(ACTS):
        await killed_in_the_middle(office, applicant, act, moments + 5 * place)
    done_once(office, applicant, tmp_path)
    wanted = beginnings(applicant)
    told = zip((text for text, _ in groupby(applicant.told()[before:])), wanted, strict=True)
    assert [text[: len(beginning)] for text, beginning in told] == wanted


async def test_a_letter_that_waited_for_the_next_start(office: Bureau) -> None:
    """If a refusal is committed but not sent, the applicant gets reason and letter once after the restart."""
    applicant = await office.in_review()
    officer, before = office.officer, len(applicant.told())
    await officer.does(applicant, "work-refuse-button")
    await officer.taps(officer.word("work-received-mark", item=officer.word("item-identity-button")))
    await officer.taps("defect-expired-button")
    await officer.explains("identity", "Паспорт недействителен.")
    await killed_before_delivery(office, applicant, "work-refused-button")
    reason, letter, survey = applicant.told()[before:]
    assert "Паспорт недействителен." in reason
    assert letter == applicant.chat.word("told-letter")
    assert survey.startswith(applicant.chat.word("svy-what"))
    for chat in (officer.chat, applicant.chat):
        assert "Паспорт недействителен." in words_of(chat, "otkaz-2-3-2026-1")
