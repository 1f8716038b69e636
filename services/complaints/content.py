"""What a complaint says: who complains, the text message by message, and what is not told yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.applications.answers import read_answer
from domain.applications.questions import Kind, Part, Question
from domain.errors import BadAnswer, TooMany
from domain.zone import day_of
from services.complaints.keeping import read_text

if TYPE_CHECKING:
    from datetime import datetime

    from domain.complaints.complaint import Complaint

MOST_TEXTS = 10
LONGEST_ALL = 20_000
LINES = {
    "name": Question("name", Kind.NAME, Part.ABOUT, "25"),
    "address": Question("address", Kind.TEXT, Part.ABOUT, "25"),
}


def told(complaint: Complaint, line: str, text: str, now: datetime) -> Complaint:
    """With who complains, or where the answer may be sent: `line` is name or address.

    Raises:
        BadAnswer: it does not fit.
    """
    if line not in LINES:
        raise BadAnswer("choose")
    value = read_answer(LINES[line], text, {}, day_of(now))
    return replace(complaint, name=value) if line == "name" else replace(complaint, address=value)


def written(complaint: Complaint, text: str) -> Complaint:
    """With one message more.

    Raises:
        BadAnswer: it says nothing, or it is too long.
        TooMany: there are as many messages as may be.
    """
    typed = read_text(text)
    if len(complaint.texts) >= MOST_TEXTS or len(complaint.text) + len(typed) > LONGEST_ALL:
        raise TooMany(str(MOST_TEXTS))
    return replace(complaint, texts=(*complaint.texts, typed))


def missing(complaint: Complaint) -> str:
    """What comes next: office, unit, name, address or text; empty where it is whole."""
    wanted = {
        "office": complaint.office,
        "unit": complaint.unit,
        "name": complaint.name,
        "address": complaint.address,
        "text": complaint.texts,
    }
    return next((name for name, value in wanted.items() if not value), "")


def what(complaint: Complaint) -> tuple[str, ...]:
    """What makes two complaints the same one."""
    return (complaint.grievance, complaint.case_id, complaint.earlier)
