"""What other people wait: each asks in their turn, at a steady pace, however long the answers take."""

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
    """Milliseconds from an update to its reply; where none came, for how long it was waited for."""

    times: tuple[float, ...]
    unanswered: int

    @property
    def p99(self) -> float:
        """One of a hundred waits longer."""
        return quantiles(self.times, n=100)[98] if len(self.times) > 1 else math.nan

    def __str__(self) -> str:
        missing = f", {self.unanswered} of them never answered" if self.unanswered else ""
        return f"{self.p99:.0f} ms ({len(self.times)} asked{missing})"


@dataclass(frozen=True, slots=True)
class Others:
    """So many people, whom the bot has met, so that one's own rate holds up nobody."""

    telegram: Telegram
    people: int
    rate: float  # questions a second, of all of them
    patience: float  # seconds for answers, after the last question

    async def meet(self) -> None:
        """Everybody chooses a language: the bot knows them from now on."""
        for number in range(self.people):
            phone = Phone(self.telegram, FIRST_OTHER + number)
            await phone.say("/start", then=CHOOSES)
            await phone.press(CHOOSES)

    async def ask(self, times: int) -> Waits:
        """Ask so many times, and wait for the answers."""
        began, asked = perf_counter(), []
        for number in range(times):
            await asyncio.sleep(max(0.0, began + number / self.rate - perf_counter()))
            user_id = FIRST_OTHER + number % self.people
            shown = self.telegram.next_to(user_id)
            asked.append((self.telegram.deliver(said(user_id, QUESTION)), shown))
        await asyncio.wait([shown for _, shown in asked], timeout=self.patience)
        return waits_of(asked, perf_counter())


def waits_of(asked: Sequence[tuple[float, asyncio.Future[float]]], now: float) -> Waits:
    """What each has waited, those without an answer until now."""
    times = [(shown.result() if shown.done() else now) - at for at, shown in asked]
    return Waits(tuple(each * 1000 for each in times), sum(not shown.done() for _, shown in asked))
