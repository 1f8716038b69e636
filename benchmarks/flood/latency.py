"""How long other people wait: they ask in turn at a steady pace, however long the answers take."""

from __future__ import annotations

import asyncio
import math
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.flood.people import Phone, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.flood.telegram import Telegram

FIRST_OTHER = 10_000_000
QUESTION = "/help"
CHOOSES = "speak"  # a language


@dataclass(frozen=True, slots=True)
class Waits:
    """Milliseconds from an update to its reply, or until now if there was none."""

    times: tuple[float, ...]
    unanswered: int

    @property
    def p99(self) -> float:
        """The 99th percentile."""
        return quantiles(self.times, n=100)[98] if len(self.times) > 1 else math.nan

    def __str__(self) -> str:
        missing = f", {self.unanswered} of them never answered" if self.unanswered else ""
        return f"{self.p99:.0f} ms ({len(self.times)} asked{missing})"


@dataclass(frozen=True, slots=True)
class Others:
    """People the bot has met, enough of them that nobody's own rate limit matters."""

    telegram: Telegram
    people: int
    rate: float  # questions a second, by all of them
    patience: float  # seconds to wait for answers after the last question

    async def meet(self) -> None:
        """Everybody chooses a language, so that the bot knows them."""
        for number in range(self.people):
            phone = Phone(self.telegram, FIRST_OTHER + number)
            await phone.say("/start", then=CHOOSES)
            await phone.press(CHOOSES)

    async def ask(self, times: int) -> Waits:
        """Asks that many times and waits for the answers."""
        began, asked = perf_counter(), []
        for number in range(times):
            await asyncio.sleep(max(0.0, began + number / self.rate - perf_counter()))
            user_id = FIRST_OTHER + number % self.people
            shown = self.telegram.next_to(user_id)
            asked.append((self.telegram.deliver(said(user_id, QUESTION)), shown))
        await asyncio.wait([shown for _, shown in asked], timeout=self.patience)
        return waits_of(asked, perf_counter())


def waits_of(asked: Sequence[tuple[float, asyncio.Future[float]]], now: float) -> Waits:
    """How long each has waited, those without an answer until now."""
    times = [(shown.result() if shown.done() else now) - at for at, shown in asked]
    return Waits(tuple(each * 1000 for each in times), sum(not shown.done() for _, shown in asked))
