"""A missed term brings one message with a finished complaint to the right body; one tap sends it, once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from sandbox.world.faults import SERVER_ERROR, Fault
from tests.e2e.drivers.bureau import APPLICANTS, MONDAY, Bureau
from tests.e2e.drivers.chatting import Seen
from tests.e2e.drivers.complaining import CLERK, does, files, opened
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.invariants import SHOWING
from tests.e2e.drivers.working import Applicant, newest, words_of
from tests.factories.units import AKIMAT, KOKSHETAU, REGION_AKIMAT

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]
LATE = 21  # days after that Monday; it is a Monday too, and the term of an answer, or of the office, has passed


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with opened(tmp_path) as running:
        yield running


def offers(who: Applicant) -> list[Seen]:
    """Returns the messages that offer a complaint about a missed term."""
    word = who.chat.texts.plain("cmp-silent-edit-button")
    return [each for each in who.chat.seen() if word in each.labels]


async def morning(town: Bureau, days: int) -> None:
    """Moves the clock so many days on, to an hour after the office opens."""
    town.clock.set(MONDAY + timedelta(days=days, hours=1))
    await town.driven.restart()


async def told_once(town: Bureau, who: Applicant) -> Seen:
    """Returns the offer, which comes in the morning, but not after a restart or on the next working day."""
    await morning(town, LATE)
    await eventually("told", lambda: bool(offers(who)))
    for days in (LATE, LATE + 1):
        await morning(town, days)
        done = f"round:{(MONDAY + timedelta(days=days)).date()}"
        await eventually("the round", partial(_is_told, town, done))
        await town.driven.settle()
    (seen,) = offers(who)
    return seen


def _is_told(town: Bureau, what: str) -> bool:
    return bool(town.driven.rows("SELECT 1 FROM told WHERE what = ?", what))


@pytest.mark.standard("25")
async def test_silence_brings_one_message_with_a_complaint_that_is_ready(town: Bureau) -> None:
    """The author gets one message the morning after the term, with a finished complaint; one tap files it, once."""
    who = await town.filed()
    await files(town, who, KOKSHETAU)
    seen = await told_once(town, who)
    send = seen.data(who.chat.texts.plain("cmp-file-button"))
    for _ in range(2):
        assert "1/2026" in (await who.chat.press(send, seen.id)).text
    assert town.driven.rows("SELECT stage, unit FROM complaints ORDER BY unit") == [
        ("filed", str(AKIMAT)),
        ("filed", str(KOKSHETAU)),
    ]
    assert "1/2026" in newest(town.person(CLERK)).text


async def test_an_overdue_case_is_complained_of_with_one_tap(town: Bureau) -> None:
    """The morning after the office's term the complaint to its akimat comes in one message; one tap files it, once."""
    who = await town.in_review()
    seen = await told_once(town, who)
    for _ in range(2):
        shown = await who.chat.press(seen.data(who.chat.texts.plain("cmp-file-button")), seen.id)
        assert "1/2026" in shown.text
    assert town.driven.rows("SELECT stage, unit, number FROM complaints") == [("filed", str(AKIMAT), "1/2026")]
    card = await town.person(CLERK).says("/complaint 1/2026")
    quoted = next(each for each in seen.text.splitlines() if who.number in each and "7" in each)
    assert quoted in card.text
    assert town.person(CLERK).word("hnd-files-button") in card.labels


async def test_silence_is_told_once_over_a_kill(town: Bureau) -> None:
    """If the bot dies after the commit and before sending, the message comes once after the restart."""
    who, world = await town.filed(), town.driven.world
    await files(town, who, KOKSHETAU)
    await town.driven.stop()
    town.clock.set(MONDAY + timedelta(days=LATE, hours=1))
    world.faults.rules += [Fault(SERVER_ERROR, each) for each in sorted(SHOWING)]
    await town.driven.start()
    await eventually("due", lambda: bool(town.driven.rows("SELECT 1 FROM told WHERE what LIKE 'silent:%'")))
    await town.driven.kill()
    world.faults.rules.clear()
    await town.driven.start()
    await eventually("told", lambda: bool(offers(who)))
    await town.driven.restart()
    await town.driven.settle()
    assert len(offers(who)) == 1


async def test_a_longer_term_puts_silence_off(town: Bureau) -> None:
    """No message comes after the first last day, but one after the extended one."""
    who, clerk = await town.filed(), town.person(CLERK)
    await files(town, who)
    await does(clerk, "accept", "hnd-accepted-button")
    await does(clerk, "extend", "Запросили журнал.", "hnd-extended-button")
    await morning(town, LATE)
    await eventually("the round", lambda: bool(town.driven.rows("SELECT 1 FROM told WHERE what LIKE 'round:%'")))
    assert offers(who) == []
    await morning(town, 35)
    await eventually("told", lambda: bool(offers(who)))


@pytest.mark.parametrize("language", ["ru", "kk"])
async def test_silence_of_the_akimat_leads_to_the_one_above_as_a_letter(tmp_path: Path, language: str) -> None:
    """No higher body takes it in the bot: one tap makes the letter with the first complaint enclosed, once."""
    async with opened(tmp_path, languages={APPLICANTS: language}) as town:
        who = await town.filed()
        await files(town, who)
        await morning(town, LATE)
        await eventually("told", lambda: bool(offers(who)))
        (seen,) = offers(who)
        assert who.chat.texts.plain("cmp-ready-by-post").partition("\n")[0] in seen.text
        send = seen.data(who.chat.texts.plain("cmp-letter-button"))
        for _ in range(2):
            await who.chat.press(send, seen.id)
        assert "1/2026" in words_of(who.chat, "zhaloba")
        rows = town.driven.rows("SELECT stage, unit, number FROM complaints ORDER BY unit")
        assert rows == [("letter", str(REGION_AKIMAT), None), ("filed", str(AKIMAT), "1/2026")]


async def test_a_complaint_about_silence_can_be_changed_first(town: Bureau) -> None:
    """The author looks at it, rewrites it and sends it in their own words."""
    who = await town.filed()
    await files(town, who, KOKSHETAU)
    await morning(town, LATE)
    await eventually("told", lambda: bool(offers(who)))
    await who.chat.tap("cmp-silent-edit-button")
    for each in ("cmp-edit-text-button", "cmp-rewrite-button"):
        await who.chat.tap(each)
    await who.chat.say("Своими словами.")
    await who.chat.tap("cmp-done-button")
    await who.chat.tap("cmp-file-button")
    card = await town.person(CLERK).says("/complaint 1/2026")
    assert "Своими словами." in card.text


async def test_an_answer_that_came_makes_the_offer_void(town: Bureau) -> None:
    """If the office gives its result after the message, the old button sends nothing and shows the current state."""
    who = await town.in_review()
    await morning(town, LATE)
    await eventually("told", lambda: bool(offers(who)))
    (seen,) = offers(who)
    await town.officer.approves(who)
    await town.officer.makes_ready(who)
    await who.chat.press(seen.data(who.chat.texts.plain("cmp-file-button")), seen.id)
    assert town.driven.rows("SELECT id FROM complaints") == []
