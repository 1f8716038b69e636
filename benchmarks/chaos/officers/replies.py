"""What the bot has shown in answer to updates, as it arrives."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from benchmarks.chaos.wording import ORIGIN

if TYPE_CHECKING:
    from sandbox.world.journal import Call
    from sandbox.world.world import World

ANSWER, SET_ASIDE = "u", "q"


@dataclass(frozen=True, slots=True)
class Reply:
    """The first message in answer to an update; `message` is 0 if the chat showed it already.

    `heard` is whether the update was processed; otherwise it was quarantined, and the message reports a fault.
    """

    update: int
    heard: bool
    message: int


@dataclass(slots=True)
class Replies:
    """Reads the server's journal, which records calls before they are answered."""

    world: World
    last: int = 0
    open: list[Call] = field(default_factory=list)

    def new(self) -> list[Reply]:
        """The replies since the last call."""
        journal = self.world.journal
        fresh = [*takewhile(lambda call: call.number > self.last, reversed(journal.calls))]
        self.last = journal.last
        waiting = self.open + [call for call in reversed(fresh) if _first(call)]
        self.open = [call for call in waiting if call.answer is None]
        return [_reply(call) for call in waiting if call.answer is not None]


def _first(call: Call) -> bool:
    origin = str(call.parameters.get(ORIGIN, ""))
    return origin[:1] in {ANSWER, SET_ASIDE} and origin.endswith(".0")


def _reply(call: Call) -> Reply:
    origin = str(call.parameters[ORIGIN])
    result = (call.answer or {}).get("result")
    message = int(result["message_id"]) if isinstance(result, dict) else 0
    return Reply(int(origin[1:].partition(".")[0]), origin.startswith(ANSWER), message)
