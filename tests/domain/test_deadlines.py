from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.calendar import Day, DayKind, WorkingCalendar, due, working_days_left
from domain.errors import CalendarUnknown

D = date.fromisoformat

# Start, working days, last day: counted by hand on a wall calendar. 2024-2027, around every holiday.
TABLE = [
    ("2025-03-20", 7, "2025-04-03"),  # Nauryz and its moved days
    ("2024-04-29", 7, "2024-05-13"),  # Saturday 4 May worked instead of 8 May
    ("2026-12-30", 7, "2027-01-13"),  # New Year moved to Monday, Christmas
    ("2024-01-03", 7, "2024-01-12"),  # Christmas on a Sunday is not moved
    ("2024-03-06", 3, "2024-03-12"),  # 8 March on a Friday
    ("2024-03-20", 7, "2024-04-03"),  # Nauryz 21-23, Monday 25 for the Saturday
    ("2024-05-03", 1, "2024-05-04"),  # the worked Saturday counts
    ("2024-07-05", 1, "2024-07-09"),  # Capital Day on a Saturday, Monday off
    ("2024-08-29", 1, "2024-09-02"),  # Constitution Day on a Friday
    ("2024-10-24", 1, "2024-10-28"),  # Republic Day on a Friday
    ("2024-12-13", 1, "2024-12-17"),  # Independence Day on a Monday
    ("2024-12-31", 7, "2025-01-14"),  # 1-2 January, 3 moved from Sunday 5 (worked), Christmas on a Tuesday
    ("2025-01-03", 1, "2025-01-05"),  # Sunday 5 January worked
    ("2025-03-07", 1, "2025-03-11"),  # 8 March on a Saturday, Monday off
    ("2025-04-30", 7, "2025-05-14"),  # 1, 7 and 9 May
    ("2025-06-05", 1, "2025-06-09"),  # Kurban Ait on a Friday
    ("2025-07-04", 1, "2025-07-08"),  # Capital Day on a Sunday, Monday off
    ("2025-08-29", 1, "2025-09-02"),  # Constitution Day on a Saturday, Monday off
    ("2025-10-24", 1, "2025-10-28"),  # Republic Day on a Saturday, Monday off
    ("2025-12-15", 1, "2025-12-17"),  # Independence Day on a Tuesday
    ("2025-12-31", 7, "2026-01-14"),  # 1-2 January, Christmas on a Wednesday
    ("2026-03-06", 1, "2026-03-10"),  # 8 March on a Sunday, Monday off
    ("2026-03-20", 3, "2026-03-30"),  # Nauryz Saturday to Monday, 24 and 25 for it; 26, 27, 30
    ("2026-05-08", 1, "2026-05-12"),  # Victory Day on a Saturday, Monday off
    ("2026-05-26", 1, "2026-05-28"),  # Kurban Ait, estimated
    ("2026-07-03", 1, "2026-07-07"),
    ("2026-10-23", 1, "2026-10-27"),
    ("2026-12-15", 1, "2026-12-17"),
    ("2027-03-12", 1, "2027-03-16"),  # Constitution Day on its new date
    ("2027-03-19", 3, "2027-03-29"),  # Nauryz Sunday to Tuesday, Wednesday for it
    ("2027-04-30", 7, "2027-05-14"),  # 3 May for Saturday 1, 7 May, 10 May for Sunday 9
    ("2027-07-05", 1, "2027-07-07"),
    ("2027-12-15", 1, "2027-12-17"),
]


@pytest.mark.parametrize(("start", "days", "last"), TABLE)
def test_last_day_of_a_term(calendar: WorkingCalendar, start: str, days: int, last: str) -> None:
    """A term ends on the day that a wall calendar gives."""
    assert due(D(start), days, calendar).last == D(last)


def test_every_day_of_four_years(calendar: WorkingCalendar) -> None:
    """From any day of 2024-2027 exactly the given number of working days leads to the last, itself a working day."""
    start = D("2024-01-01")
    while start < D("2027-12-01"):
        deadline = due(start, 7, calendar)
        worked = [each for each in deadline.days if each.number]
        assert [each.number for each in worked] == [1, 2, 3, 4, 5, 6, 7]
        assert worked[-1].day.when == deadline.last
        assert len(deadline.days) == (deadline.last - start).days
        assert len(deadline.skipped) == len(deadline.days) - 7
        assert all(calendar.is_working(each.day.when) == bool(each.number) for each in deadline.days)
        start += timedelta(days=1)


def test_the_explanation_names_what_was_skipped(calendar: WorkingCalendar) -> None:
    """Each day that does not count has its own reason."""
    skipped = due(D("2024-04-29"), 7, calendar).skipped
    kinds = {day.when: day.kind for day in skipped}
    assert kinds[D("2024-05-01")] is DayKind.HOLIDAY
    assert kinds[D("2024-05-05")] is DayKind.WEEKEND
    assert kinds[D("2024-05-08")] is DayKind.DAY_OFF_MOVED
    assert D("2024-05-04") not in kinds


def test_a_moon_holiday_makes_the_date_estimated(calendar: WorkingCalendar) -> None:
    """A term over a Kurban Ait that no decree has fixed is marked as estimated; another one is not."""
    assert due(D("2026-05-25"), 7, calendar).estimated
    assert not due(D("2025-06-04"), 7, calendar).estimated


def test_a_term_is_at_least_a_day(calendar: WorkingCalendar) -> None:
    """A term of no days is a fault of the caller, not a date."""
    with pytest.raises(ValueError, match="no term can be counted"):
        due(D("2025-03-20"), 0, calendar)


def test_the_calendar_has_an_end(calendar: WorkingCalendar) -> None:
    """A year beyond the calendar is refused rather than guessed."""
    with pytest.raises(CalendarUnknown):
        due(D("2060-12-30"), 7, calendar)


@pytest.mark.parametrize(
    ("deadline", "today", "left"),
    [
        ("2025-04-03", "2025-04-03", 0),
        ("2025-04-03", "2025-04-01", 2),
        ("2025-04-03", "2025-03-20", 7),
        ("2025-04-03", "2025-04-04", -1),
        ("2025-04-04", "2025-04-06", 0),
        ("2025-04-04", "2025-04-08", -2),
    ],
)
def test_working_days_left(calendar: WorkingCalendar, deadline: str, today: str, left: int) -> None:
    """Days left are working days only, and become negative once the deadline has passed."""
    assert working_days_left(D(deadline), D(today), calendar) == left


def test_next_working_day() -> None:
    """The next working day skips weekends and a year's special days off."""
    monday = Day(D("2025-03-24"), DayKind.HOLIDAY_OBSERVED, "nauryz")
    plain = WorkingCalendar(lambda _year: {monday.when: monday})
    assert plain.next_working(D("2025-03-21")) == D("2025-03-25")
