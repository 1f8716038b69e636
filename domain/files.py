"""Files the bot sends, and tables not yet written to a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

Cell = str | int | float | date
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")
# Names of devices, which Windows refuses with any extension (Naming Files, Paths, and Namespaces).
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)", re.IGNORECASE)


def safe_name(text: str) -> str:
    """Reduces a text to a file name, or to a part of one, that every system and Telegram shows as it is: in ASCII.

    A name of other letters would not arrive: a request to the Bot API carries them as `%D0%9E`.
    """
    return _DEVICES.sub(r"x-\g<0>", _NOT_IN_A_NAME.sub("-", text).strip("-.")) or "x"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file sent with a screen, whose text becomes the caption."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Table:
    """A table of any file format."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An entry of a calendar file; without times it lasts whole days.

    Attributes:
        uid: Whose the entry is for ever: a later file with it replaces this one.
        revision: Grows with each change of the entry.
        changed: When it became what it says.
        start: When it begins.
        end: When it is over; of whole days, the day after the last.
        alarm: How long before its start the device reminds of it.
    """

    uid: str
    revision: int
    changed: datetime
    start: date
    end: date
    alarm: timedelta
    title: str
    place: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """Columns 2 to 4 of a row of appendix 9: the normative value, the target for the next year, the current value."""

    number: str
    normative: str
    target: str
    current: str


@dataclass(frozen=True, slots=True)
class IndicatorText:
    """The texts added to those printed in appendix 9."""

    place: str
    period: str
    note: str
    rows: tuple[IndicatorRow, ...]
