"""Choosing a date with buttons: a few likely ones, or year, month and day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dialogs.applications.elements import DATE_KINDS, application_callback
from dialogs.ui.dates import full_date
from dialogs.ui.formatting import slug
from dialogs.ui.screen import Button, Screen
from dialogs.ui.texts import unmark
from domain.applications.answers import start_for
from domain.dates import has_whole_year, months_later
from domain.standard.questions import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.standard.questions import Question

LIKELY_MONTHS = 12
YEARS_BACK = 20
YEARS_AHEAD = 5
YEARS_A_ROW, MONTHS_A_ROW, DAYS_A_ROW = 4, 3, 7
YEAR_PREFIX, MONTH_PREFIX = 4, 7  # lengths of `2027` and `2027-03`


def date_as_read(case: Case, asked: Question, typed: str, texts: Texts) -> Html | None:
    """Says which day was read of one typed without a whole year; None where nothing had to be read into it."""
    if asked.kind not in DATE_KINDS or has_whole_year(typed):
        return None
    return texts("date-as-read", date=full_date(date.fromisoformat(case.answers[asked.id]), texts))


def quick_dates(case: Case, together: Sequence[Question], texts: Texts, today: date) -> list[Button]:
    """Offers likely dates and the calendar; where both days of a term may be given, whole terms."""
    current = together[0]
    pick = Button(texts.plain("date-pick-button"), application_callback(case, "cal", f"{current.id}."))
    likely: list[date] = []
    if current.kind is Kind.START_DATE:
        likely = [today + timedelta(days=14), months_later(today, 1).replace(day=1)]
        if len(together) > 1:
            return [*(_term_button(case, current, each, LIKELY_MONTHS, texts) for each in likely), pick]
    if current.kind is Kind.END_DATE:
        start = start_for(current, case.answers, today)
        likely = [months_later(start, 6), months_later(start, LIKELY_MONTHS)]
    return [*(_date_button(case, current, each, unmark(full_date(each, texts))) for each in likely), pick]


def read_term(value: str) -> tuple[date, date]:
    """The days of a term that a button names: the number of its first day in the calendar, and how many months.

    Raises:
        ValueError, OverflowError: it names none.
    """
    day, _, months = value.partition(".")
    first = date.fromordinal(int(day))
    return first, months_later(first, int(months))


def _term_button(case: Case, current: Question, first: date, months: int, texts: Texts) -> Button:
    label = texts.plain("term-year-button", day=f"{first:%d.%m.%Y}")
    return Button(label, application_callback(case, "term", f"{current.id}.{first.toordinal()}.{months}"))


def calendar_screen(case: Case, current: Question, prefix: str, texts: Texts, today: date) -> Screen:
    """Offers years, the months of a year or the days of a month, depending on the prefix."""
    question = texts(f"q-{slug(current.id)}")
    up = Button(texts.plain("apply-back-button"), application_callback(case, *_up(current, prefix)))
    if len(prefix) == MONTH_PREFIX:
        year, month = int(prefix[:YEAR_PREFIX]), int(prefix[YEAR_PREFIX + 1 :])
        days = [date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]
        buttons = [_date_button(case, current, each, str(each.day)) for each in days]
        text = texts("date-choose-day", question=question, month=texts(f"month-name-{month}"), year=str(year))
        return Screen(text, (*_rows(buttons, DAYS_A_ROW), (up,)))
    if len(prefix) == YEAR_PREFIX:
        buttons = [
            Button(
                texts.plain(f"month-name-{month}"),
                application_callback(case, "cal", f"{current.id}.{prefix}-{month:02}"),
            )
            for month in range(1, 13)
        ]
        text = texts("date-choose-month", question=question, year=prefix)
        return Screen(text, (*_rows(buttons, MONTHS_A_ROW), (up,)))
    past = current.kind is Kind.PAST_DATE
    years = range(today.year, today.year - YEARS_BACK, -1) if past else range(today.year, today.year + YEARS_AHEAD + 1)
    buttons = [Button(str(year), application_callback(case, "cal", f"{current.id}.{year}")) for year in years]
    return Screen(texts("date-choose-year", question=question), (*_rows(buttons, YEARS_A_ROW), (up,)))


def _up(current: Question, prefix: str) -> tuple[str, str]:
    if len(prefix) == MONTH_PREFIX:
        return "cal", f"{current.id}.{prefix[:YEAR_PREFIX]}"
    return ("cal", f"{current.id}.") if prefix else ("edit", current.id)


def _date_button(case: Case, current: Question, when: date, text: str) -> Button:
    return Button(text, application_callback(case, "date", f"{current.id}.{when.isoformat()}"))


def _rows(buttons: list[Button], wide: int) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + wide]) for at in range(0, len(buttons), wide))
