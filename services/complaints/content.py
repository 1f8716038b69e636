"""The contents of a complaint: author, address and text, and what is still missing; and how changes are stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.applications.answers import read_answer
from domain.calendar import day_of
from domain.errors import BadAnswer, TooMany
from domain.history import Event
from domain.standard.cites import CiteRole
from domain.standard.questions import Kind, Label, Part, Question
from domain.text import read_paragraphs, telegram_length, visible

if TYPE_CHECKING:
    from datetime import datetime

    from domain.complaints.complaint import Complaint
    from domain.history import EventKind
    from domain.staff.membership import Officer
    from services.complaints.ports import ComplaintRepositories

LONGEST_TEXT = 10_000  # units of one text, which may come in several messages
LONGEST_ANSWER = 3500  # units; a Telegram message takes 4096, the rest is for the text around them
LONGEST_REASON = 1000
MOST_TEXTS = 10
LONGEST_ALL = 20_000
LINES = {
    "name": Question("name", Kind.NAME, Part.ABOUT, CiteRole.SLIP),
    "address": Question("address", Kind.TEXT, Part.ABOUT, CiteRole.ANSWER, label=Label.ADDRESS, words=2),
}


class ComplaintKeeping:
    """Stores changes and history entries of complaints."""

    def __init__(self, repositories: ComplaintRepositories) -> None:
        self._repositories = repositories

    async def save(self, complaint: Complaint, now: datetime) -> Complaint:
        """Stores a change and returns the complaint with the next version number.

        Raises:
            Changed: somebody else was faster.
        """
        return await self._repositories.complaints.save(replace(complaint, touched_at=now))

    async def append(
        self, complaint: Complaint, kind: EventKind, now: datetime, actor: int, seen: int, **details: str
    ) -> None:
        """Adds an entry to its history about an act of its author; `seen` is the version that was changed."""
        await self._repositories.history.append(complaint, Event(kind, now, actor, details, seen))

    async def append_act(
        self, complaint: Complaint, kind: EventKind, now: datetime, officer: Officer, seen: int, **details: str
    ) -> None:
        """As `append`, about an act of an officer, whose name is kept with it."""
        event = Event(kind, now, officer.user_id, details, seen, officer.name)
        await self._repositories.history.append(complaint, event)


def set_line(complaint: Complaint, line: str, text: str, now: datetime, *, sure: bool = False) -> Complaint:
    """The complaint with this line, `name` or `address`; `sure`: it was typed a second time.

    Raises:
        BadAnswer: there is no such line, or the text does not fit, or is doubtful.
    """
    if line not in LINES:
        raise BadAnswer("choose")
    value = read_answer(LINES[line], text, {}, day_of(now), sure=sure)
    return replace(complaint, name=value) if line == "name" else replace(complaint, address=value)


def add_text(complaint: Complaint, text: str) -> Complaint:
    """The complaint with one more message of text.

    Raises:
        BadAnswer: the message has no letters or digits, or is too long.
        TooMany: there are too many messages, or too much text.
    """
    return _with_texts(complaint, (*complaint.texts, read_paragraphs(text, LONGEST_TEXT)))


def replace_text(complaint: Complaint, old: str, text: str) -> Complaint:
    """The complaint with what a message of the text says now; an empty text takes the message out.

    Args:
        complaint: the draft.
        old: what the message said before; if that is no part of the text, the new one is added.
        text: what it says now.

    Raises:
        BadAnswer: the message has no letters or digits, or is too long.
        TooMany: there is too much text.
    """
    before = "\n".join(row for row in map(visible, old.splitlines()) if row)
    typed = (read_paragraphs(text, LONGEST_TEXT),) if text else ()
    at = max((at for at, each in enumerate(complaint.texts) if each == before), default=len(complaint.texts))
    return _with_texts(complaint, (*complaint.texts[:at], *typed, *complaint.texts[at + 1 :]))


def _with_texts(complaint: Complaint, texts: tuple[str, ...]) -> Complaint:
    after = replace(complaint, texts=texts)
    if len(texts) > MOST_TEXTS or telegram_length(after.text) > LONGEST_ALL:
        raise TooMany(MOST_TEXTS)
    return after


def missing_part(complaint: Complaint) -> str:
    """The next thing to ask for: office, unit, name, address or text; empty if the complaint is complete."""
    wanted = {
        "office": complaint.office,
        "unit": complaint.unit,
        "name": complaint.name,
        "address": complaint.address,
        "text": complaint.texts,
    }
    return next((name for name, value in wanted.items() if not value), "")


def matter_of(complaint: Complaint) -> tuple[str, ...]:
    """Two complaints of one author with the same value are about the same matter."""
    return (complaint.grievance, complaint.case_id, complaint.earlier)
