"""What went over the wire in one chat, in the order of Telegram's server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of the bot as it was sent, or as an edit in place left it; `date` is Telegram's, of the edit if any.

    `again` says that an edit changed nothing: what stood there was shown before, at `date`.
    """

    date: int
    message_id: int
    text: str
    buttons: tuple[tuple[str, str], ...] = ()  # label and data
    again: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A message of the person; `kind` is text, caption, pin or the kind of what has no words.

    Messages of one `paste` are one text that the person's client cut into parts.
    """

    date: int
    message_id: int
    text: str
    kind: str = "text"
    paste: int = 0

    @property
    def is_command(self) -> bool:
        """Whether the person asks for a screen by name."""
        return self.kind == "text" and self.text.startswith("/")


@dataclass(frozen=True, slots=True)
class Edited:
    """The person changed the words of an earlier message."""

    date: int
    message_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Tapped:
    """The person tapped a button of a message."""

    date: int
    message_id: int
    data: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that nobody in the chat can see: the bot went down, or was started again."""

    date: int
    what: str


Act: TypeAlias = Said | Edited | Tapped
Event: TypeAlias = Shown | Act | Noted
Log: TypeAlias = list[Event]
