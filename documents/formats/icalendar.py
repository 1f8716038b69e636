"""Calendar files, which phones and mail programs import (RFC 5545); the same entries give the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, timedelta

    from domain.files import CalendarEntry

LONGEST_LINE = 75  # octets without the line break (3.1)
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})  # of TEXT (3.3.11)
_CONTROLS = dict.fromkeys([*range(10), *range(11, 32), 127])


def write_calendar(entries: Sequence[CalendarEntry], author: str) -> bytes:
    """A calendar of these entries, each with its alarm; `author` names the program that made it."""
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_text(f'-//{author}//NONSGML//EN')}"]
    rows += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for entry in entries:
        rows += _entry(entry)
    rows.append("END:VCALENDAR")
    return b"".join(_folded(row) for row in rows)


def _entry(entry: CalendarEntry) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{_text(entry.uid)}", f"SEQUENCE:{entry.revision}")
    yield f"DTSTAMP:{_moment(entry.changed)}"
    yield f"DTSTART{_when(entry.start)}"
    yield f"DTEND{_when(entry.end)}"
    yield f"SUMMARY:{_text(entry.title)}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    if entry.about:
        yield f"DESCRIPTION:{_text(entry.about)}"
    yield "TRANSP:TRANSPARENT"  # the person is not busy
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_text(entry.title)}")
    yield from (f"TRIGGER:-{_duration(entry.alarm)}", "END:VALARM", "END:VEVENT")


def _when(when: date) -> str:
    """A day, or a moment in UTC, which needs no table of time zones."""
    return f":{_moment(when)}" if isinstance(when, datetime) else f";VALUE=DATE:{when:%Y%m%d}"


def _moment(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _duration(length: timedelta) -> str:
    hours, rest = divmod(length.seconds, 3600)
    return f"P{length.days}DT{hours}H{rest // 60}M"


def _text(value: str) -> str:
    return value.translate(_CONTROLS).translate(_ESCAPED)


def _folded(row: str) -> bytes:
    """A line with its break; a long one goes on after a break and a space, between characters (3.1)."""
    return b"\r\n ".join(_pieces(row)) + b"\r\n"


def _pieces(row: str) -> Iterable[bytes]:
    piece, room = b"", LONGEST_LINE
    for each in row:
        letter = each.encode()
        if len(piece) + len(letter) > room:
            yield piece
            piece, room = b"", LONGEST_LINE - 1  # the space counts
        piece += letter
    yield piece
