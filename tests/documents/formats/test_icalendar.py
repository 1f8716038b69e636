"""Calendar files by the letter of RFC 5545: lines, values, and the same bytes for the same entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from documents.formats.icalendar import LONGEST_LINE, write_calendar
from domain.calendar import KAZAKHSTAN
from domain.files import CalendarEntry
from tests.factories.moments import NOW

LAST = date(2026, 12, 11)
DAY = CalendarEntry(
    uid="draft1-term",
    revision=3,
    changed=NOW,
    start=LAST,
    end=LAST + timedelta(days=1),
    alarm=timedelta(hours=15),
    title="Заявление № 2-3/2026-1: последний день срока",
)
LONG = "Отдел внутренней политики; г. Кокшетау, ул. Абая, 87 \\ корпус\nвход со двора 🙂 " * 6


def unfolded(content: bytes) -> list[str]:
    """The lines of a file as a reader has them (3.1)."""
    assert content.endswith(b"\r\n")
    return content.decode().replace("\r\n ", "").split("\r\n")[:-1]


def value(content: bytes, name: str) -> str:
    return next(each.partition(":")[2] for each in unfolded(content) if each.partition(":")[0] == name)


def test_a_whole_day_with_its_alarm() -> None:
    """The day after is its end, which does not belong to it; the alarm comes at nine on the day before."""
    assert unfolded(write_calendar([DAY], "bot")) == [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bot//NONSGML//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"),
        *("BEGIN:VEVENT", "UID:draft1-term", "SEQUENCE:3", f"DTSTAMP:{NOW:%Y%m%dT%H%M%SZ}"),
        *("DTSTART;VALUE=DATE:20261211", "DTEND;VALUE=DATE:20261212", f"SUMMARY:{DAY.title}", "TRANSP:TRANSPARENT"),
        *("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{DAY.title}", "TRIGGER:-P0DT15H0M", "END:VALARM"),
        *("END:VEVENT", "END:VCALENDAR"),
    ]


def test_hours_are_told_in_utc() -> None:
    """Nine in Kazakhstan is four in UTC, whatever zone the phone is in."""
    start = datetime(2026, 12, 11, 9, 0, tzinfo=KAZAKHSTAN)
    content = write_calendar([replace(DAY, start=start, end=start + timedelta(hours=9, minutes=30))], "bot")
    assert value(content, "DTSTART") == "20261211T040000Z"
    assert value(content, "DTEND") == "20261211T133000Z"


def test_long_lines_go_on_in_the_next() -> None:
    """No line is longer than 75 octets, no character is cut in two, and a reader gets back what was written."""
    content = write_calendar([replace(DAY, about=LONG)], "bot")
    rows = content.split(b"\r\n")
    assert max(map(len, rows)) == LONGEST_LINE
    for row in rows:
        row.decode()
    assert b"\n" not in content.replace(b"\r\n", b"")
    said = value(content, "DESCRIPTION")
    read = said.replace("\\\\", "\0").replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",").replace("\0", "\\")
    assert read == LONG


@pytest.mark.parametrize(
    ("typed", "written"),
    [("a,b;c\\d", "a\\,b\\;c\\\\d"), ("a\nb", "a\\nb"), ("a\r\nEND:VEVENT", "a\\nEND:VEVENT"), ("a\x00b\x7f", "ab")],
)
def test_what_would_end_a_value(typed: str, written: str) -> None:
    """Separators and breaks are escaped (3.3.11), so no name can add a line of its own; controls are left out."""
    assert value(write_calendar([replace(DAY, place=typed)], "bot"), "LOCATION") == written


def test_the_same_entries_give_the_same_bytes() -> None:
    """Nothing of the file comes from the clock."""
    assert write_calendar([DAY, DAY], "bot") == write_calendar([DAY, DAY], "bot")
