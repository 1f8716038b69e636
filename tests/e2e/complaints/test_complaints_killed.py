"""The bot dies amid complaints, and people tap twice: nothing is lost or done twice, everybody is notified."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.data_folder import MASTER_KEY, files_of
from sandbox.world.faults import SERVER_ERROR, Fault
from storage.db.keys import read_master_key
from storage.history.audit import audit
from tests.e2e.drivers.bureau import Bureau
from tests.e2e.drivers.chatting import Chatting
from tests.e2e.drivers.complaining import CLERK, begins, opened
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.invariants import SHOWING, words_of_call
from tests.e2e.drivers.working import Applicant, words_of
from tests.factories.units import AKIMAT

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with opened(tmp_path) as running:
        yield running


AUTHOR, BODY = "author", "body"
ACTS = (
    *((AUTHOR, each) for each in ("Первое.", "Второе.", "cmp-done-button", "cmp-file-button")),
    *((BODY, each) for each in ("/accept 1/2026", "hnd-accepted-button")),
    *((BODY, each) for each in ("/extend 1/2026", "Запросили журнал.", "hnd-extended-button")),
    *((BODY, each) for each in ("/answer 1/2026", "Нет оснований.", "hnd-answered-button")),
    *((AUTHOR, each) for each in ("open", "cmp-reopen-button", "Не по существу.")),
    *((BODY, each) for each in ("/answer 1/2026", "Приняли меры.", "hnd-answered-button")),
    *((AUTHOR, each) for each in ("open", "5 ⭐")),
)
TAPS = frozenset({"cmp-file-button", "hnd-accepted-button", "hnd-extended-button", "hnd-answered-button", "5 ⭐"})
TO_AUTHOR = ["cmp-told-accepted", "cmp-slip-file", "cmp-told-extended", "cmp-told-answered", "cmp-told-answered"]
TO_CLERK = ["hnd-new", "hnd-again"]
END = "…"  # ends a text whose rest cannot be known beforehand
VALUES = {"number": "1/2026", "date": END, "time": END, "name": END, "reason": END, "body": END}
TAG = re.compile("<[^>]+>")
HISTORY = ["complained", "accepted", "extended", "answered", "reopened", "answered", "rated"]


def act(town: Bureau, who: Applicant, by: str, step: str) -> None:
    """Performs the next step without waiting for the bot."""
    chat: Chatting = who.chat if by == AUTHOR else town.person(CLERK).chat
    if step == "open":
        chat.person.tap(data=f"cmp:open:{the_id(town)}:")
    elif chat.texts.knows(step) or step == "5 ⭐":
        chat.person.tap(text=chat.word(step))
    else:
        chat.person.say(step)


def the_id(town: Bureau) -> str:
    ((found,),) = town.driven.rows("SELECT id FROM complaints")
    return str(found)


async def killed_before_delivery(town: Bureau, who: Applicant, by: str, step: str) -> None:
    """Commits the step, and kills the bot before Telegram has received any message."""
    world = town.driven.world
    world.faults.rules += [Fault(SERVER_ERROR, each) for each in sorted(SHOWING)]
    act(town, who, by, step)
    await eventually("taken", lambda: not world.updates.pending)
    assert town.driven.waiting() > 0
    await revived(town)


async def killed_in_the_middle(town: Bureau, who: Applicant, by: str, step: str, moments: int) -> None:
    """Kills the bot before it receives the step, while it works on it, or while it sends."""
    act(town, who, by, step)
    for _ in range(moments):
        await asyncio.sleep(0)
    await revived(town)


async def revived(town: Bureau) -> None:
    """Restarts the bot; only a tap that the killed process had received may stay unanswered."""
    await town.driven.kill()
    town.driven.world.faults.rules.clear()
    for tap in town.driven.world.taps.values():
        tap.answered = True
    await town.driven.start()
    await town.driven.settle()


def done_once(town: Bureau, folder: Path) -> None:
    """Checks the whole complaint: one number, one entry per action, and an intact history."""
    rows = town.driven.rows("SELECT stage, unit, number FROM complaints")
    assert rows == [("closed", str(AKIMAT), "1/2026")]
    assert town.driven.rows("SELECT last FROM registers WHERE book = 'complaints'") == [(1,)]
    kinds = [row[0] for row in town.driven.rows("SELECT kind FROM events WHERE case_id = ? ORDER BY id", the_id(town))]
    assert [each.removeprefix("complaint-") for each in kinds] == HISTORY
    report = audit(files_of(folder), read_master_key(folder / MASTER_KEY, None))
    assert report.bad is None


def told(town: Bureau, chat: Chatting, *text_ids: str) -> list[str]:
    """Lists which of these texts were sent to a chat as new messages, in order."""
    beginnings = {each: chat.texts.plain(each, **VALUES).partition(END)[0].partition("\n")[0] for each in text_ids}
    calls = [
        each for each in town.driven.world.journal.calls if each.chat_id == chat.id and (each.answer or {}).get("ok")
    ]
    said = [TAG.sub("", words_of_call(each)) for each in calls]
    return [name for text in said for name, beginning in beginnings.items() if text.startswith(beginning)]


def to_author(town: Bureau, who: Applicant) -> list[str]:
    return told(town, who.chat, "cmp-told-accepted", "cmp-slip-file", "cmp-told-extended", "cmp-told-answered")


def to_clerk(town: Bureau) -> list[str]:
    return told(town, town.person(CLERK).chat, "hnd-new", "hnd-again")


@pytest.mark.standard("25")
async def test_killed_between_each_commit_and_its_delivery(town: Bureau, tmp_path: Path) -> None:
    """Killed after each message and tap, the bot takes each step once, and both people hear of each once."""
    who = await town.filed()
    await begins(town, who)
    for by, step in ACTS:
        await killed_before_delivery(town, who, by, step)
    done_once(town, tmp_path)
    assert to_author(town, who) == TO_AUTHOR
    assert to_clerk(town) == TO_CLERK
    assert "Ли Б." in words_of(who.chat, "talon-1-2026")


@pytest.mark.parametrize("moments", [0, 60])
async def test_killed_in_the_middle_of_each_act(town: Bureau, tmp_path: Path, moments: int) -> None:
    """Wherever the bot dies, each step happens once, and both hear of everything, perhaps twice."""
    who = await town.filed()
    await begins(town, who)
    for place, (by, step) in enumerate(ACTS):
        await killed_in_the_middle(town, who, by, step, moments + 5 * place)
    done_once(town, tmp_path)
    assert set(to_author(town, who)) == set(TO_AUTHOR)
    assert set(to_clerk(town)) == set(TO_CLERK)


async def test_whoever_taps_twice_does_it_once(town: Bureau, tmp_path: Path) -> None:
    """If both taps come in one batch, there is one number, slip, extension and rating, and nobody is notified twice."""
    who = await town.filed()
    await begins(town, who)
    for by, step in ACTS:
        act(town, who, by, step)
        if step in TAPS:
            act(town, who, by, step)
        await town.driven.settle()
    done_once(town, tmp_path)
    assert to_author(town, who) == TO_AUTHOR
    assert to_clerk(town) == TO_CLERK
