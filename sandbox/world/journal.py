"""The journal of the bot's calls."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.http.shapes import JsonObject


@dataclass(slots=True)
class Call:
    """One call; `answer` is None until it is ready, `delivered` is whether it was sent."""

    number: int
    method: str
    parameters: JsonObject
    chat_id: int | None
    time: float
    answer: JsonObject | None = None
    delivered: bool = False

    def to_json(self) -> JsonObject:
        """For the control interface."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(slots=True)
class Journal:
    """The latest calls, oldest first; at most `kept` of them."""

    kept: int
    last: int = 0
    calls: deque[Call] = field(default_factory=deque)

    def open(self, method: str, parameters: JsonObject, chat_id: int | None, time: float) -> Call:
        """Records a call on arrival."""
        self.last += 1
        call = Call(self.last, method, parameters, chat_id, time)
        self.calls.append(call)
        while len(self.calls) > self.kept:
            self.calls.popleft()
        return call

    def since(self, number: int) -> list[Call]:
        """The calls after this number that are still kept."""
        forgotten = self.last - len(self.calls)
        return list(islice(self.calls, max(number - forgotten, 0), None))
