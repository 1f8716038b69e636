"""An officer's phone: the case in hand, what the screen offers, what is waited for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.chaos.officers.paths import ENDS, MEND, WORDS

if TYPE_CHECKING:
    from benchmarks.chaos.officers.paths import Wish
    from benchmarks.chaos.officers.records import Sent
    from sandbox.people.person import Person


@dataclass(slots=True)
class Phone:
    """An officer's chat with the bot.

    Attributes:
        office: The number of the office.
        case: The number of the case in hand.
        awaited: Updates whose answers the officer waits for before doing anything.
        screen: The message that shows the newest answer; 0 where none is known.
        asked: The tap after which a line is to be typed, and the version that it was meant for.
        mended: Whether the line of the certificate is put right, or the words about what is missing are written.
        ended: Whether the case was brought to its end, as far as the officer knows.
        looks: How often the case was opened.
        together: What to tap at the same moment as the head.
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

    def begin(self, case: int | None) -> None:
        """Take the next case in hand, or none."""
        self.case, self.screen, self.asked = case, 0, ""
        self.mended, self.ended, self.looks = False, False, 0

    def see(self, sent: Sent, message: int) -> None:
        """The answer to something about the case in hand."""
        self.screen = message or self.screen
        self.ended = self.ended or sent.action in ENDS
        self.mended = self.mended or sent.after in {MEND, WORDS}
        if sent.after == self.asked:
            self.asked = ""

    @property
    def offered(self) -> list[str]:
        """The data of the buttons on the newest screen."""
        message = self.person.chat.messages.get(self.screen)
        rows = (message.keyboard or {}).get("inline_keyboard", []) if message else []
        return [button["callback_data"] for row in rows for button in row if "callback_data" in button]
