"""Whether an office is open, and when it opens next: its hours combined with the working calendar (point 9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.calendar import ONE_DAY, DayKind
from domain.offices.units import MONDAY_TO_FRIDAY

if TYPE_CHECKING:
    from datetime import time

    from domain.calendar import Day, WorkingCalendar
    from domain.offices.units import Schedule


class ClosedReason(StrEnum):
    """Why an office is closed."""

    BEFORE_HOURS = "before-hours"
    LUNCH = "lunch"
    AFTER_HOURS = "after-hours"
    DAY_OFF = "day-off"


@dataclass(frozen=True, slots=True)
class Open:
    """The office is open now; `until` is the local time when lunch or the end of the day begins."""

    until: datetime
    lunch_follows: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """The office is closed now; `opens` is the local time when it next opens."""

    why: ClosedReason
    today: Day
    opens: datetime


def state(schedule: Schedule, calendar: WorkingCalendar, now: datetime) -> Open | Closed:
    """Whether an office with these hours is open.

    Args:
        schedule: the office's hours.
        calendar: decides which days are worked.
        now: an aware time in the office's own zone.

    Raises:
        CalendarUnknown: the next opening lies after the last year of the calendar.
    """
    today = calendar.day(now.date())
    if not works(schedule, today):
        return Closed(ClosedReason.DAY_OFF, today, _next_opening(schedule, calendar, now))
    at = now.time()
    if at < schedule.open:
        return Closed(ClosedReason.BEFORE_HOURS, today, _at(now, schedule.open))
    if at < schedule.break_start:
        return Open(_at(now, schedule.break_start), lunch_follows=True)
    if at < schedule.break_end:
        return Closed(ClosedReason.LUNCH, today, _at(now, schedule.break_end))
    if at < schedule.close:
        return Open(_at(now, schedule.close), lunch_follows=False)
    return Closed(ClosedReason.AFTER_HOURS, today, _next_opening(schedule, calendar, now))


def works(schedule: Schedule, day: Day) -> bool:
    """Whether an office with these hours is open on this day."""
    if day.kind is DayKind.WORKED_WEEKEND:
        return schedule.weekdays == MONDAY_TO_FRIDAY
    return day.working and day.when.weekday() in schedule.weekdays


def _next_opening(schedule: Schedule, calendar: WorkingCalendar, now: datetime) -> datetime:
    when = now.date() + ONE_DAY
    while not works(schedule, calendar.day(when)):
        when += ONE_DAY
    return datetime.combine(when, schedule.open, now.tzinfo)


def _at(now: datetime, hour: time) -> datetime:
    return datetime.combine(now.date(), hour, now.tzinfo)
