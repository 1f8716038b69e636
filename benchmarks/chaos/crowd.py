"""How much of everything a campaign has, the people in it, and the server they write to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sandbox.world.faults import DUPLICATE, REORDER, Fault
from sandbox.world.settings import Settings
from sandbox.world.world import World

if TYPE_CHECKING:
    from random import Random

DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Order:
    """How much of everything; `twice` is the share of acts that are tapped twice."""

    role: str
    updates: int
    kills: int
    seed: int
    seconds: float
    folder: str
    fault: str = ""
    chats: int = 100
    twice: float = 0.1


class Crowd(Protocol):
    """People who do one thing after another."""

    random: Random
    world: World

    @property
    def done(self) -> int:
        """How many updates they have made."""

    @property
    def finished(self) -> bool:
        """Whether nobody will do anything any more."""

    def one(self) -> bool:
        """Make one more; False where nobody can now."""

    def wind_up(self) -> bool:
        """Make one more after the last kill, where somebody still has to; whether somebody did."""


def a_world(seed: int) -> World:
    """A server that offers one update in twenty twice, and shuffles a third of its answers."""
    settings = Settings(calls_kept=10_000_000, callback_update_seconds=DAY, callback_seconds=DAY)
    world = World(seed=seed, settings=settings)
    world.faults.add(Fault(DUPLICATE, probability=0.05))
    world.faults.add(Fault(REORDER, probability=0.3))
    return world
