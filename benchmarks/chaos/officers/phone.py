"""An officer's phone: the current case, what the screen offers, what is awaited."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.chaos.officers.paths import ENDS, MEND, WORDS
from benchmarks.chaos.officers.records import find_offer

if TYPE_CHECKING:
    from benchmarks.chaos.officers.paths import Wish
    from benchmarks.chaos.officers.records import Sent
    from sandbox.people.person import Person


@dataclass(slots=True)
class Phone:
    """An officer's chat with the bot.

    Attributes:
        office: number of the office.
        case: number of the current case.
        awaited: updates to be answered before anything else is done.
        screen: the message with the newest answer; 0 if unknown.
        asked: the tap after which a line is to be typed.
        asked_for: the version it was meant for.
        mended: whether the line of the certificate was corrected, or the explanation was written.
        ended: whether the officer knows that the case has ended.
        looks: how often the case was opened.
        together: what to tap at the same moment as the head.
        typed: the line that the bot asks about: whether it is the answer.
    """

    person: Person
    office: int
    case: int | None = None
    awaited: set[int] = field(default_factory=set)
    screen: int = 0
    asked: str = ""
    asked_for: int = 0
    mended: bool = False
    ended: bool = False
    looks: int = 0
    together: Wish | None = None
    typed: Sent | None = None

    def begin(self, case: int | None) -> None:
        """Starts the next case, or none."""
        self.case, self.screen, self.asked, self.typed = case, 0, "", None
        self.mended, self.ended, self.looks = False, False, 0

    def see(self, sent: Sent, message: int) -> None:
        """Takes in the answer to something about the current case."""
        self.screen = message or self.screen
        if sent.line and find_offer(self.offered):
            self.typed = sent  # nobody can say when its question was shown: a bot was killed
            return
        self.ended = self.ended or sent.action in ENDS
        self.mended = self.mended or sent.after in {MEND, WORDS}
        if sent.after == self.asked:
            self.asked = ""

    @property
    def offered(self) -> list[str]:
        """The callback data of the buttons on the newest screen."""
        message = self.person.chat.messages.get(self.screen)
        rows = (message.keyboard or {}).get("inline_keyboard", []) if message else []
        return [button["callback_data"] for row in rows for button in row if "callback_data" in button]
