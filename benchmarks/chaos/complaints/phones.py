"""People with phones: the author and the registrar of the body take turns at each complaint."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from benchmarks.chaos.complaints.paths import Path
from benchmarks.chaos.complaints.records import FURTHER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.chaos.officers.records import Sent
    from sandbox.people.person import Person


class Turn(Enum):
    """Whose turn it is, and what it should lead to."""

    FILES = "file"
    BODY = "answer"
    ENDS = "end"
    DONE = ""


@dataclass(slots=True)
class Phone:
    """A person's chat with the bot; `matter` is a registrar's current complaint, one at a time."""

    person: Person
    matter: int | None = None

    def offered(self, message: int) -> list[str]:
        """The callback data of the buttons on a message."""
        found = self.person.chat.messages.get(message)
        rows = (found.keyboard or {}).get("inline_keyboard", []) if found else []
        return [button["callback_data"] for row in rows for button in row if "callback_data" in button]

    def with_button(self, data: str) -> int:
        """The newest message with this button; 0 if there is none."""
        return next((each for each in self._newest() if data in self.offered(each)), 0)

    def _newest(self) -> Iterator[int]:
        return iter(sorted(self.person.chat.messages, reverse=True))


@dataclass(slots=True)
class Matter:
    """A complaint in progress.

    Attributes:
        id: of the complaint, later of its appeal.
        awaited: updates to be answered before anything else is done.
        screen: the message with the newest answer; 0 if unknown.
        asked: what to type next.
        asked_for: the version that it is meant for.
        typed: the line that the bot asks about: whether it is the answer.
        wanted: how many texts the author writes.
        lines: texts typed and answered in this turn.
        looks: how often the complaint was opened in this turn.
        round: counts the answers of the body from 1.
        further: whether the author has appealed.
    """

    number: int
    id: str
    path: Path
    author: Phone
    registrar: Phone
    head: Phone
    wanted: int
    turn: Turn = Turn.FILES
    awaited: set[int] = field(default_factory=set)
    screen: int = 0
    asked: str = ""
    asked_for: int = 0
    typed: Sent | None = None
    lines: int = 0
    looks: int = 0
    round: int = 1
    further: bool = False

    @property
    def key(self) -> int:
        """The number by which it is judged."""
        return self.number + FURTHER * self.further

    @property
    def phone(self) -> Phone:
        """The phone of the person whose turn it is."""
        return self.registrar if self.turn is Turn.BODY else self.author

    @property
    def way_in(self) -> str:
        """The callback data of the button that opens the complaint."""
        return f"cpw:card:{self.id}.:" if self.turn is Turn.BODY else f"cmp:open:{self.id}:"

    @property
    def actions(self) -> tuple[str, ...]:
        """The actions to look for on the screen, the most advanced first."""
        if self.turn is Turn.BODY:
            extending = ("extended", "extend") if self.path is Path.EXTENDED else ()
            return ("accepted", "accept", *extending, "answered", "answer")
        if self.turn is Turn.FILES:
            return ("file", "letter") if self.lines < self.wanted else ("file", "letter", "review")
        if self.path is Path.REOPENED and self.round == 1:
            return ("reopen",)
        return ("further",) if self.path is Path.FURTHER else ("rate",)

    def take(self, turn: Turn) -> None:
        """Starts another turn."""
        if self.turn is Turn.BODY:
            self.registrar.matter = None
        self.turn, self.screen, self.asked, self.looks, self.lines = turn, 0, "", 0, 0
