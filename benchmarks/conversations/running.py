"""Plays conversations side by side in one bot: everybody acts once a round, then the bot answers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from benchmarks.conversations.people.endings import Kept, ending, kept_by
from benchmarks.conversations.people.person import Person
from benchmarks.conversations.people.plans import IDLE, USUAL_SECONDS, End, draw_weather
from benchmarks.conversations.wire import Noted
from sandbox.people.person import Person as Phone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.conversations.bot_in_process import BotInProcess
    from benchmarks.conversations.people.plans import Plan
    from benchmarks.conversations.wire import Log

USER_IDS = count(6_000_001)


@dataclass(frozen=True, slots=True)
class Played:
    """A conversation that is over: its log, where in it the plan ends and the reading begins, and what was kept."""

    plan: Plan
    log: Log
    ended: int
    kept: list[Kept]


async def play(running: BotInProcess, plans: Sequence[Plan]) -> list[Played]:
    """Play conversations of one group."""
    people = [_meet(running, each) for each in plans]
    for each in people:
        each.begin()
    await _answer(running, USUAL_SECONDS)
    rounds = draw_weather(plans[0].group)
    for at, each_round in enumerate(rounds):
        if each_round.end:
            await (running.stop() if each_round.end is End.STOPPED else running.kill())
            _note(people, running.now, each_round.end.value)
        began = running.now
        for each in people:
            intention = each.plan.acts[at]
            running.now = began + min(intention.gap, each_round.seconds)
            each.do(intention, at)
        running.now = began
        if each_round.down:
            running.now += each_round.seconds
        else:
            await _answer(running, each_round.seconds, rounds[at + 1].end if at + 1 < len(rounds) else None)
    ends = [len(each.log) for each in people]
    await _end(running, people)
    played = [Played(each.plan, each.log, end, kept_by(each, end)) for each, end in zip(people, ends, strict=True)]
    for each in people:
        running.forget(each.phone.user.id)
    return played


async def _answer(running: BotInProcess, seconds: int, end: End | None = None) -> None:
    running.now += seconds
    await running.take_updates(end or End.STOPPED)


async def _end(running: BotInProcess, people: Sequence[Person]) -> None:
    going: list[Iterator[None]] = [ending(each) for each in people]
    while going:
        running.now += 2
        going = [each for each in going if next(each, IDLE) is None]
        await _answer(running, USUAL_SECONDS)


def _meet(running: BotInProcess, plan: Plan) -> Person:
    user_id = next(USER_IDS)
    phone = Phone.meet(running.world, user_id, language_code=plan.language)
    return Person(plan, phone, running.api.logs[user_id])


def _note(people: Sequence[Person], now: int, what: str) -> None:
    for each in people:
        each.log.append(Noted(now, what))
