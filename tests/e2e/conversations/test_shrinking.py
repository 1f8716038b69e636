from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from benchmarks.conversations import shrinking
from benchmarks.conversations.bot_in_process import BotInProcess
from benchmarks.conversations.campaign import Verdict
from benchmarks.conversations.judging.oracle import ELSEWHERE, NOBODY, Fault
from benchmarks.conversations.people.endings import Kept
from benchmarks.conversations.people.plans import IDLE, ROUNDS, Intention, Plan, draw_plan, draw_weather
from benchmarks.conversations.report import Tally, story
from benchmarks.conversations.running import Played
from benchmarks.conversations.shrinking import shortest
from benchmarks.conversations.wire import Edited, Log, Noted, Said, Shown, Tapped

LOG: Log = [
    Tapped(0, 0, "app:agree", "Согласен"),
    Shown(1, 1, "Вопрос 6 из 16\n\nАдрес местонахождения?"),
    Said(5, 2, "/offices"),
    Shown(6, 3, "Куда подавать документы"),
    Noted(7, "killed"),
    Said(9, 4, "Кокшетау"),
    Edited(12, 4, "Аксу"),
    Shown(13, 5, "Вопрос 7 из 16\n\nКем выдан документ?", again=True),
    Said(20, 6, "/my"),
]


def verdict(plan: Plan, *kinds: str) -> Verdict:
    played = Played(plan, LOG, len(LOG) - 1, [Kept("address", ("Кокшетау",)), Kept("city", ())])
    return Verdict(played, tuple(Fault(kind, "address", "Кокшетау", 5) for kind in kinds))


def plan(*names: str) -> Plan:
    return Plan(7, 0, "missionary", "ru", tuple(Intention(name) for name in names))


async def judged(_running: BotInProcess, plans: Sequence[Plan]) -> list[Verdict]:
    """A bot that takes a town for an answer after a command, and makes up another one after a pin."""
    found = []
    for each in plans:
        names = [act.name for act in each.acts if act.name != IDLE]
        guilty = "command" in names and "town" in names[names.index("command") :]
        found.append(verdict(each, *[ELSEWHERE] * guilty, *[NOBODY] * ("pin" in names)))
    return found


async def test_acts_that_a_fault_does_not_need_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others stay in their rounds, so that the weather is theirs."""
    monkeypatch.setattr(shrinking, "judged", judged)
    acts = ("answer", "pin", "command", "answer", "wordless", "town", "edit", "answer")
    (long,) = await judged(BotInProcess.__new__(BotInProcess), [plan(*acts)])
    found = await shortest(BotInProcess.__new__(BotInProcess), long, ELSEWHERE)
    assert [each.name for each in found.plan.acts] == [IDLE, IDLE, "command", IDLE, IDLE, "town", IDLE, IDLE]
    assert found.kinds == {ELSEWHERE}


def test_a_conversation_is_told_event_by_event() -> None:
    """With what was kept, what is wrong, and where it was sent."""
    told = story(verdict(plan("command", "town"), ELSEWHERE)).splitlines()
    assert told[0] == "seed 7: missionary, ru: command town"
    assert "person   #4  Кокшетау   <--" in told[6]
    assert "[Вопрос 7 из 16]" in told[8]
    assert told[-2:] == ["kept   address: Кокшетау", f"FAULT  {ELSEWHERE}: address: Кокшетау"]
    assert len(told) == len(LOG) - 1 + 3


def test_a_campaign_is_told_by_kind_of_fault() -> None:
    """The most frequent first, each with its first seeds."""
    tally = Tally()
    tally.add(100, [verdict(plan("pin"), NOBODY), verdict(plan("town"), ELSEWHERE, NOBODY)])
    rows = str(tally).splitlines()
    assert rows[0] == "100 conversations, 2 with a fault"
    assert rows[1].endswith(f"{NOBODY} (seeds 7, 7)")
    assert {kind: len(kept) for kind, kept in tally.first.items()} == {NOBODY: 1, ELSEWHERE: 1}


def test_a_seed_draws_the_same_plan_and_weather_each_time() -> None:
    """As many rounds in both; the bot is up in the first ones and in the last."""
    assert draw_plan(7, 0) == draw_plan(7, 0) != draw_plan(8, 0)
    assert len(draw_plan(7, 0).acts) == len(draw_weather(0)) == ROUNDS
    for group in range(100):
        weather = draw_weather(group)
        assert weather == draw_weather(group)
        assert not weather[0].down
        assert not weather[-1].down
        assert all(before.down or each.end for before, each in pairwise(weather) if each.down)
