"""The size of a campaign, its people, and the server they write to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sandbox.world.faults import DUPLICATE, REORDER, Fault
from sandbox.world.world import Settings, World

if TYPE_CHECKING:
    from random import Random

DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Order:
    """The size of a campaign; `twice` is the share of acts that are tapped twice, `editions` a folder with another."""

    role: str
    updates: int
    kills: int
    seed: int
    seconds: float
    folder: str
    fault: str = ""
    chats: int = 100
    twice: float = 0.1
    editions: str = ""


class Crowd(Protocol):
    """People who do one thing after another."""

    random: Random
    world: World

    @property
    def done(self) -> int:
        """The number of updates made so far."""

    @property
    def finished(self) -> bool:
        """Whether nobody will do anything more."""

    def one(self) -> bool:
        """Makes one more update; False if nobody can at present."""

    def wind_up(self) -> bool:
        """Makes one more update after the last kill, if anything is unfinished; returns whether it did."""


def build_world(seed: int) -> World:
    """A server that offers one update in twenty twice, and shuffles a third of its answers."""
    settings = Settings(calls_kept=10_000_000, callback_update_seconds=DAY, callback_seconds=DAY)
    world = World(seed=seed, settings=settings)
    world.faults.add(Fault(DUPLICATE, probability=0.05))
    world.faults.add(Fault(REORDER, probability=0.3))
    return world
