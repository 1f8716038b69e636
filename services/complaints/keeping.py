"""What the use cases of complaints share: a change is kept with its moment, and what is typed must say something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.errors import BadAnswer
from domain.events import Event
from domain.visible import visible

if TYPE_CHECKING:
    from datetime import datetime

    from domain.complaints.complaint import Complaint
    from domain.events import Happened
    from services.complaints.ports import ComplaintRooms

LONGEST_TEXT = 3500  # letters: one message of Telegram's takes 4096, with room for what stands around them
LONGEST_REASON = 1000


class ComplaintKeeping:
    """Keeps changes of complaints, and what happened to them."""

    def __init__(self, rooms: ComplaintRooms) -> None:
        self._rooms = rooms

    async def save(self, complaint: Complaint, now: datetime) -> Complaint:
        """Keep a change; the complaint with its next version.

        Raises:
            Changed: somebody else was faster.
        """
        return await self._rooms.complaints.save(replace(complaint, touched_at=now))

    async def note(
        self, complaint: Complaint, kind: Happened, now: datetime, actor: int, seen: int, **details: str
    ) -> None:
        """Keep an entry of its history; `seen` is the version it was done to."""
        await self._rooms.history.note(complaint, Event(kind, now, actor, details, seen))


def read_text(text: str, most: int = LONGEST_TEXT) -> str:
    """What was typed, line by line, without what does not show.

    Raises:
        BadAnswer: it says nothing, or it is too long.
    """
    typed = "\n".join(row for row in map(visible, text.splitlines()) if row)
    if not any(letter.isalnum() for letter in typed):
        raise BadAnswer("no-letters" if typed else "empty")
    if len(typed) > most:
        raise BadAnswer("too-long", most=most, given=len(typed))
    return typed
