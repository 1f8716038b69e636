"""Terms in working and in calendar days, and pauses: counted as somebody with a calendar on the wall would."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.calendar import (
    CountedDay,
    Deadline,
    LastDay,
    Length,
    Pause,
    TermUnit,
    WorkingCalendar,
    count,
    days_left,
    due,
)

ONE_DAY = timedelta(days=1)
WORKING, CALENDAR = TermUnit.WORKING_DAYS, TermUnit.CALENDAR_DAYS
STAYS, NEXT = LastDay.STAYS, LastDay.NEXT_WORKING
WHY = "examination"
FRIDAY = date(2026, 3, 13)  # Nauryz is from 21 to 23 March, and Tuesday 24 and Wednesday 25 are off in its place


def by_hand(start: date, length: Length, pauses: Sequence[Pause], calendar: WorkingCalendar) -> date:
    """Crosses out on the wall what does not count, and goes on from day to day until enough are left."""
    crossed = {
        each.first + ONE_DAY * step
        for each in pauses
        if each.until is not None
        for step in range((each.until - each.first).days)
    }
    free = [start + ONE_DAY * step for step in range(1, 400) if start + ONE_DAY * step not in crossed]
    working = [each for each in free if calendar.is_working(each)]
    if length.unit is WORKING:
        return working[length.amount - 1]
    last = free[length.amount - 1]
    return next(each for each in working if each >= last) if length.ends_on_day_off is NEXT else last


def pause(first: int, days: int) -> Pause:
    """A pause that begins so many days after the start of the term."""
    return Pause(WHY, FRIDAY + ONE_DAY * first, FRIDAY + ONE_DAY * (first + days))


@pytest.mark.parametrize(
    "length", [Length(5), Length(5, CALENDAR), Length(8, CALENDAR, NEXT), Length(30, CALENDAR, NEXT)]
)
@pytest.mark.parametrize(
    "pauses",
    [
        pytest.param((), id="none"),
        pytest.param((pause(0, 0),), id="on the first day, not even for one"),
        pytest.param((pause(0, 4),), id="from the day of the event"),
        pytest.param((pause(3, 2),), id="in between"),
        pytest.param((pause(5, 1),), id="on the last calendar day"),
        pytest.param((pause(7, 9),), id="across the holidays"),
        pytest.param((pause(2, 3), pause(7, 4)), id="two"),
        pytest.param((pause(2, 3), pause(5, 4)), id="two, the second at once"),
        pytest.param((pause(4, 60),), id="longer than the term"),
    ],
)
def test_counted_by_hand(length: Length, pauses: tuple[Pause, ...], calendar: WorkingCalendar) -> None:
    """Each unit with each pause ends on the day on which a counter of single days ends."""
    found = count(FRIDAY, length, calendar, pauses)
    assert found.last == by_hand(FRIDAY, length, pauses, calendar)
    assert_explained(found, calendar)


def assert_explained(found: Deadline, calendar: WorkingCalendar) -> None:
    """Every day up to the last is explained once: it has the next number, or is off, or lies in a pause."""
    numbers = [each.number for each in found.days if each.number is not None]
    assert numbers == list(range(1, found.length.amount + 1))
    assert found.days[-1] == CountedDay(calendar.day(found.last), found.length.amount)
    assert not any(day.working for day in found.skipped)
    told = {each.day.when for each in found.days}
    between = [found.start + ONE_DAY * step for step in range(1, (found.last - found.start).days + 1)]
    assert [each for each in between if each not in told] == [
        each for each in between if any(pause.holds(each) for pause in found.pauses)
    ]


@st.composite
def pauses_after(draw: st.DrawFn, start: date) -> tuple[Pause, ...]:
    """Pauses one after the other, as they can be in a term."""
    made, first = [], start
    for _ in range(draw(st.integers(0, 3))):
        first += ONE_DAY * draw(st.integers(0, 6))
        until = first + ONE_DAY * draw(st.integers(0, 20))
        made.append(Pause(WHY, first, until))
        first = until
    return tuple(made)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data(), start=st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_any_term(calendar: WorkingCalendar, data: st.DataObject, start: date) -> None:
    """Any term with any pauses ends where a counter of single days ends; without them it is as long or shorter."""
    length = Length(
        data.draw(st.integers(1, 40)),
        data.draw(st.sampled_from([WORKING, CALENDAR])),
        data.draw(st.sampled_from(LastDay)),
    )
    pauses = data.draw(pauses_after(start))
    found = count(start, length, calendar, pauses)
    assert found.last == by_hand(start, length, pauses, calendar)
    assert_explained(found, calendar)
    stood = sum((each.until - each.first).days for each in pauses if each.until)
    without = count(start, length, calendar).last
    assert without <= found.last
    if length.unit is CALENDAR and length.ends_on_day_off is STAYS:
        assert (found.last - without).days <= stood


def test_a_day_off_at_the_end(calendar: WorkingCalendar) -> None:
    """A term in calendar days ends on a Saturday, or on the working day after it, as the edition says."""
    assert count(FRIDAY, Length(1, CALENDAR), calendar).last == FRIDAY + ONE_DAY
    carried = count(FRIDAY, Length(1, CALENDAR, NEXT), calendar)
    assert (carried.last, carried.carried) == (FRIDAY + 3 * ONE_DAY, True)
    assert [each.number for each in carried.days] == [None, None, 1]
    assert not count(FRIDAY, Length(3, CALENDAR, NEXT), calendar).carried
    assert not count(FRIDAY, Length(1, CALENDAR), calendar).carried
    assert not due(FRIDAY, 1, calendar).carried


@pytest.mark.parametrize(
    ("length", "pauses"),
    [(Length(0), ()), (Length(30, TermUnit.MINUTES), ()), (Length(5), (Pause(WHY, FRIDAY),))],
)
def test_what_cannot_be_counted(length: Length, pauses: tuple[Pause, ...], calendar: WorkingCalendar) -> None:
    """No days, minutes, and a term that stands still have no last day."""
    with pytest.raises(ValueError, match="no term can be counted"):
        count(FRIDAY, length, calendar, pauses)


def test_days_told_stay_as_told(calendar: WorkingCalendar) -> None:
    """Days that were told are taken as they were, and only those after them are counted."""
    whole = count(FRIDAY, Length(5), calendar)
    assert count(FRIDAY, Length(5), calendar, (), whole.days[:3]).days == whole.days
    told = (CountedDay(calendar.day(FRIDAY + ONE_DAY), 1),)  # a Saturday that was to be worked
    assert [each.number for each in count(FRIDAY, Length(2), calendar, (), told).days] == [1, None, 2]


def test_days_left(calendar: WorkingCalendar) -> None:
    """They are counted in the unit of the term: none on its last day, fewer than none after it."""
    calendar_days, working = count(FRIDAY, Length(5, CALENDAR), calendar), due(FRIDAY, 3, calendar)
    assert [days_left(calendar_days, FRIDAY + ONE_DAY * step, calendar) for step in (0, 5, 6)] == [5, 0, -1]
    assert [days_left(working, working.last + ONE_DAY * step, calendar) for step in (-1, 0, 1)] == [1, 0, -1]
    friday = due(FRIDAY - ONE_DAY, 1, calendar)
    assert days_left(friday, FRIDAY + ONE_DAY, calendar) == -1  # on a Saturday no working day has passed
