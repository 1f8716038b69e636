"""No second of any run sees more departures than the rate: the real scheduler, over hours that take no time."""

from __future__ import annotations

import asyncio
import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from bot.delivery import scheduler as scheduler_module
from bot.delivery.error_policy import retry_delay
from bot.delivery.fair_queue import Priority
from bot.delivery.rate_limit import MARGIN, RateLimits
from bot.delivery.scheduler import Scheduler

TELEGRAM = RateLimits(per_chat=1, chat_burst=5, overall=30)
OUTAGE = (20.0, 80.0)  # seconds, from and until
END = 300.0
ROUNDING = 1e-9  # seconds
TRACED = 2  # the seed that goes wherever any of them does


class TimelessLoop(asyncio.SelectorEventLoop):
    """A loop whose clock jumps to the next timer when nothing else is to do."""

    def __init__(self) -> None:
        self.moment = 0.0
        super().__init__()
        selector: Any = self._selector  # type: ignore[attr-defined]
        select = selector.select

        def jump(seconds: float | None = None) -> Any:  # noqa: ANN401
            self.moment += seconds or 0.0
            return select(0)

        selector.select = jump

    def time(self) -> float:
        return self.moment


class Line:
    """Chats with messages, a scheduler, and a Telegram that is out of reach for a while."""

    def __init__(self, chance: Random, loop: TimelessLoop) -> None:
        self.chance, self.loop = chance, loop
        self.left: dict[int, list[Priority]] = defaultdict(list)
        self.departed: list[tuple[float, int]] = []
        self.tries: dict[int, int] = defaultdict(int)
        self.troubled = True  # by a busy database and files that have to be made
        self.scheduler = self.started()

    def started(self) -> Scheduler:
        self.scheduler = Scheduler(TELEGRAM, self.serve, self.priority)
        return self.scheduler

    def priority(self, chat: int) -> Priority | None:
        return self.left[chat][0] if self.left[chat] else None

    def put(self, chat: int, priority: Priority, count: int = 1) -> None:
        self.left[chat].extend([priority] * count)
        self.scheduler.offer([chat])

    async def serve(self, chat: int) -> None:
        scheduler, chance = self.scheduler, self.chance
        if self.troubled and chance.random() < 0.1:  # the database is busy
            await asyncio.sleep(chance.expovariate(2))
        if self.troubled and chance.random() < 0.2:  # a file has to be made
            scheduler.free_slot(chat)
            await asyncio.sleep(chance.choice([0.005, 1.0, 20.0 * chance.random()]))
        await scheduler.depart(chat)
        self.departed.append((self.loop.time(), chat))
        if OUTAGE[0] <= self.loop.time() < OUTAGE[1]:
            await asyncio.sleep(chance.choice([0.001, 5 * chance.random()]))
            scheduler.hold(chat, retry_delay(self.tries[chat], uniform=chance.uniform))
            self.tries[chat] += 1
            return
        await asyncio.sleep(chance.uniform(0.02, 0.3))
        self.left[chat].pop(0)
        self.tries[chat] = 0


def most_within(times: list[float], seconds: float) -> int:
    """The most of these moments that lie within so many seconds, the end not counted."""
    return max((bisect_left(times, at + seconds - ROUNDING) - number for number, at in enumerate(times)), default=0)


def simulated(monkeypatch: pytest.MonkeyPatch, seed: int, story: Callable[[Line], Any]) -> Line:
    loop = TimelessLoop()
    monkeypatch.setattr(scheduler_module, "time", SimpleNamespace(monotonic=loop.time))
    try:
        line = Line(Random(seed), loop)
        loop.run_until_complete(story(line))
    finally:
        monkeypatch.setattr(scheduler_module, "time", time)
        loop.close()
    return line


async def an_outage(line: Line) -> None:
    """People write at random gaps, notices come in heaps, Telegram is away for a minute, the bot restarts once."""
    chance, classes = line.chance, list(Priority)
    restart_at = chance.uniform(*OUTAGE) + chance.choice([0.0, 60.0])
    while (now := line.loop.time()) < END:
        if now >= restart_at:
            restart_at = END
            await line.scheduler.finish(0)
            await asyncio.sleep(chance.uniform(1, 3))  # a process takes so long to start
            line.started().offer(chat for chat in line.left if line.left[chat])
        for _ in range(chance.choice([1, 1, 1, 5, 60])):
            line.put(chance.randrange(400), chance.choice(classes), chance.choice([1, 1, 2, 8]))
        await asyncio.sleep(chance.choice([chance.expovariate(10), chance.expovariate(0.5), 10 * chance.random()]))
    await line.scheduler.finish(END)


@pytest.mark.parametrize(
    "seed",
    [each if each == TRACED else pytest.param(each, marks=pytest.mark.untraced) for each in range(12)],
)
def test_no_second_sees_more_than_the_rate(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """At the start, in an outage, after it and after a restart: thirty of all chats, and the burst of each chat."""
    line = simulated(monkeypatch, seed, an_outage)
    times = [at for at, _ in line.departed]
    assert len(times) > 1000
    assert times == sorted(times)
    assert most_within(times, 1.0) <= TELEGRAM.overall
    by_chat: dict[int, list[float]] = defaultdict(list)
    for at, chat in line.departed:
        by_chat[chat].append(at)
    for its in by_chat.values():
        assert most_within(its, 1.0) <= TELEGRAM.chat_burst


def test_an_outage_with_everybody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty left within one second of its end: a full bucket, and what refilled meanwhile."""

    async def story(line: Line) -> None:
        line.put(1, Priority.CONVERSATION)
        await asyncio.sleep(OUTAGE[1])
        for chat in range(1000):
            line.put(chat, Priority.CONVERSATION)
        await line.scheduler.finish(END)

    line = simulated(monkeypatch, 1, story)
    assert not any(line.left.values())
    assert most_within([at for at, _ in line.departed], 1.0) <= 30


@pytest.mark.parametrize("priority", Priority)
def test_the_whole_rate_is_used(monkeypatch: pytest.MonkeyPatch, priority: Priority) -> None:
    """While much waits, as many leave as the margin allows, of whatever class."""

    async def story(line: Line) -> None:
        line.troubled = False
        await asyncio.sleep(OUTAGE[1])
        for chat in range(3000):
            line.put(chat, priority)
        await line.scheduler.finish(END)

    line = simulated(monkeypatch, 2, story)
    took = line.departed[-1][0] - line.departed[0][0]
    assert len(line.departed) / took == pytest.approx(30 / MARGIN, rel=0.01)
