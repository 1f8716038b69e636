"""What a complaint says: who complains, the text message by message, what is not told yet; and how a change is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.applications.answers import read_answer
from domain.applications.questions import Kind, Part, Question
from domain.calendar import day_of
from domain.errors import BadAnswer, TooMany
from domain.history import Event
from domain.text import check_length, telegram_length, visible

if TYPE_CHECKING:
    from datetime import datetime

    from domain.complaints.complaint import Complaint
    from domain.history import EventKind
    from services.complaints.ports import ComplaintRepositories

LONGEST_TEXT = 3500  # units: one message of Telegram's takes 4096, with room for what stands around them
LONGEST_REASON = 1000


class ComplaintKeeping:
    """Keeps changes of complaints, and what happened to them."""

    def __init__(self, repositories: ComplaintRepositories) -> None:
        self._repositories = repositories

    async def save(self, complaint: Complaint, now: datetime) -> Complaint:
        """Keep a change; the complaint with its next version.

        Raises:
            Changed: somebody else was faster.
        """
        return await self._repositories.complaints.save(replace(complaint, touched_at=now))

    async def append(
        self, complaint: Complaint, kind: EventKind, now: datetime, actor: int, seen: int, **details: str
    ) -> None:
        """Keep an entry of its history; `seen` is the version it was done to."""
        await self._repositories.history.append(complaint, Event(kind, now, actor, details, seen))


def read_text(text: str, most: int = LONGEST_TEXT) -> str:
    """What was typed, line by line, without what does not show.

    Raises:
        BadAnswer: it says nothing, or it is too long.
    """
    typed = "\n".join(row for row in map(visible, text.splitlines()) if row)
    if not any(letter.isalnum() for letter in typed):
        raise BadAnswer("no-letters" if typed else "empty")
    check_length(typed, most)
    return typed


MOST_TEXTS = 10
LONGEST_ALL = 20_000
LINES = {
    "name": Question("name", Kind.NAME, Part.ABOUT, "25"),
    "address": Question("address", Kind.TEXT, Part.ABOUT, "25"),
}


def set_line(complaint: Complaint, line: str, text: str, now: datetime, *, sure: bool = False) -> Complaint:
    """With who complains, or where the answer may be sent: `line` is name or address; `sure`: a second time.

    Raises:
        BadAnswer: it does not fit, or is doubtful.
    """
    if line not in LINES:
        raise BadAnswer("choose")
    value = read_answer(LINES[line], text, {}, day_of(now), sure=sure)
    return replace(complaint, name=value) if line == "name" else replace(complaint, address=value)


def add_text(complaint: Complaint, text: str) -> Complaint:
    """With one message more.

    Raises:
        BadAnswer: it says nothing, or it is too long.
        TooMany: there are as many messages as may be.
    """
    typed = read_text(text)
    if len(complaint.texts) >= MOST_TEXTS or telegram_length(complaint.text) + telegram_length(typed) > LONGEST_ALL:
        raise TooMany(MOST_TEXTS)
    return replace(complaint, texts=(*complaint.texts, typed))


def missing_part(complaint: Complaint) -> str:
    """What comes next: office, unit, name, address or text; empty where it is whole."""
    wanted = {
        "office": complaint.office,
        "unit": complaint.unit,
        "name": complaint.name,
        "address": complaint.address,
        "text": complaint.texts,
    }
    return next((name for name, value in wanted.items() if not value), "")


def matter_of(complaint: Complaint) -> tuple[str, ...]:
    """What makes two complaints the same one."""
    return (complaint.grievance, complaint.case_id, complaint.earlier)
