"""One person's limits: up to them everything is answered; beyond them comes one message, then notices over the chat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.updates.admission import Admission, TapCounter
from dialogs.ui.texts import Texts
from domain.applications.case import Case, CaseState
from domain.limits import Cost, PersonalLimits
from domain.standard.edition import Standard
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, OFFICER
from tests.handlers.casework.office import has, manned, tap
from tests.handlers.front_door import FrontDoor

FORM, HELP = "form:get:7:2011-20", "base:help::"
LATER = timedelta(hours=1)


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path) as opened:
        yield opened


def limit(door: FrontDoor, cost: Cost, most: int) -> None:
    """Limits this cost for everybody, with twice as much for officers, and leaves all others free."""
    limits = PersonalLimits(dict.fromkeys(Cost, 10_000) | {cost: most}, staff_factor=2)
    door.processor.containers = replace(door.processor.containers, personal_limits=limits)
    door.processor.admission = Admission(TapCounter(limits))


def go_to(door: FrontDoor, moment: datetime) -> None:
    door.processor.clock = lambda: moment


async def test_documents(door: FrontDoor, russian: Texts) -> None:
    """So many an hour; beyond that the person reads once how many and until when; an hour later it works again."""
    limit(door, Cost.DOCUMENT, 3)
    answers = await door.send([door.tapping(APPLICANT, FORM) for _ in range(50)])
    again = russian("limit-again-today", time="18:00")
    assert [len(each.files) for each in answers] == [1] * 3 + [0] * 47
    assert [each.texts for each in answers[3:]] == [[russian("limit-document", most=3, again=again)], *[[]] * 46]
    assert {each.toast for each in answers[3:]} == {russian.plain("limit-toast", again=again)}
    assert (await door.tap(APPLICANT, HELP)).texts == [russian("help")]
    assert len((await door.tap(APPLICANT + 1, FORM)).files) == 1
    go_to(door, NOW + LATER)
    assert len((await door.tap(APPLICANT, FORM)).files) == 1


async def test_what_is_beyond_leaves_nothing_behind(door: FrontDoor) -> None:
    """No row waits in the outbox, and the counter does not move."""
    limit(door, Cost.DOCUMENT, 1)
    for _ in range(2):
        await door.tap(APPLICANT, FORM)
    flood = await door.send([door.tapping(APPLICANT, FORM) for _ in range(50)])
    assert [each.calls + each.notices for each in flood] == [[]] * 50
    assert await door.rows("SELECT used, told_at FROM limit_counters") == [(1, int(NOW.timestamp()))]


async def test_whoever_comes_back_later_is_told_again(door: FrontDoor) -> None:
    """A command without any answer would look like a broken bot."""
    limit(door, Cost.DOCUMENT, 1)
    await door.tap(APPLICANT, FORM)
    for after, told in ((timedelta(), 1), (timedelta(minutes=9), 0), (timedelta(minutes=11), 1)):
        go_to(door, NOW + after)
        assert len((await door.say(APPLICANT, "/proof")).texts) == told


async def test_a_day_later_the_date_is_told(door: FrontDoor, russian: Texts, standard: Standard) -> None:
    """A limit counted by the day names the day on which it ends."""
    case = await has(door, standard, CaseState.REGISTERED)
    limit(door, Cost.ACTION, 1)
    await door.tap(APPLICANT, f"app:coming:{case.id}.2026-11-23:0")
    again = russian("limit-again", date="23 ноября", time="17:00")
    answer = await door.tap(APPLICANT, f"app:not-coming:{case.id}.:0")
    assert answer.texts == [russian("limit-action", most=1, again=again)]
    assert not answer.notices


async def test_taps(door: FrontDoor, russian: Texts) -> None:
    """Within the limit taps and messages alike are answered in their order; beyond it none is."""
    limit(door, Cost.TAP, 4)
    flood = [door.tapping(APPLICANT, HELP) if each % 2 else door.saying(APPLICANT, "/about") for each in range(50)]
    answers = await door.send(flood)
    assert [len(each.texts) for each in answers] == [1] * 5 + [0] * 45
    assert [each.texts[0] == russian("help") for each in answers[:4]] == [False, True, False, True]
    again = russian("limit-again-today", time="17:01")
    assert answers[4].texts == [russian("limit-tap", most=4, again=again)]
    assert [each.toast for each in answers[5:7]] == [russian.plain("limit-toast", again=again), None]
    assert (await door.tap(APPLICANT + 1, HELP)).texts == [russian("help")]
    go_to(door, NOW + timedelta(minutes=1))
    assert (await door.tap(APPLICANT, HELP)).texts == [russian("help")]


async def test_officers_may_more(door: FrontDoor, standard: Standard) -> None:
    """Their limit is twice as high here."""
    await has(door, standard, CaseState.REGISTERED)
    limit(door, Cost.DOCUMENT, 3)
    answers = await door.send([door.tapping(OFFICER, tap("papers")) for _ in range(10)])
    assert [len(each.files) for each in answers] == [1] * 6 + [0] * 4


async def test_what_is_refused_costs_nothing(door: FrontDoor) -> None:
    """A button of another edition may be tapped any number of times."""
    limit(door, Cost.DOCUMENT, 1)
    for _ in range(5):
        await door.tap(APPLICANT, "form:get:7:1999-1")
    assert len((await door.tap(APPLICANT, FORM)).files) == 1


async def test_a_message_that_is_beyond_says_so_once(door: FrontDoor, russian: Texts, standard: Standard) -> None:
    """Commands and taps share one notice: whoever got it for one does not get it again for the other."""
    case: Case = await has(door, standard, CaseState.REGISTERED)
    limit(door, Cost.DOCUMENT, 1)
    assert (await door.say(APPLICANT, "/proof")).files
    first, second = await door.say(APPLICANT, "/proof"), await door.say(APPLICANT, "/proof")
    assert russian.plain("limit-toast", again="").split(".", maxsplit=1)[0] not in first.texts[0]
    assert (len(first.texts), second.texts, second.toast) == (1, [], None)
    assert (await door.tap(APPLICANT, f"app:proof:{case.id}.:0")).texts == []


async def test_too_often_in_a_day_with_one_case(door: FrontDoor, russian: Texts, standard: Standard) -> None:
    """A tap gets a notice over the chat and the screen stays; a command gets a message."""
    await has(door, standard, CaseState.REGISTERED)
    most = "20"
    for _ in range(20):
        await door.tap(OFFICER, tap("take", version=(await door.case("case1")).version))
        await door.tap(OFFICER, tap("release", version=(await door.case("case1")).version))
    answer = await door.tap(OFFICER, tap("take", version=(await door.case("case1")).version))
    assert (answer.texts, answer.toast) == ([], russian.plain("limit-today", most=most))
    assert (await door.say(OFFICER, "/take 2-3/2026-1")).texts == [russian("limit-today", most=most)]


@pytest.mark.parametrize("cost", Cost)
def test_the_words(cost: Cost, texts: Texts) -> None:
    """Every limit has its text in every language, short enough for a notice over the chat."""
    assert "7" in texts(f"limit-{cost}", most=7, again="x")
    assert len(texts.plain("limit-today", most=20)) <= 200
    again = texts("limit-again", date="30 қараша", time="17:00")
    assert len(texts.plain("limit-toast", again=again)) <= 200
    assert len(texts.plain("limit-filed-toast", most=100)) <= 200
