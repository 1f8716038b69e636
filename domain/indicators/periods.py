"""Periods for which the indicators are computed: a year, a quarter, a month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_CODE = re.compile(r"(20\d\d)(?:q([1-4])|m([1-9]|1[0-2]))?", re.ASCII)


class Span(StrEnum):
    """How long a period is."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


MONTHS: Mapping[Span, int] = {Span.YEAR: 12, Span.QUARTER: 3, Span.MONTH: 1}


@dataclass(frozen=True, slots=True)
class Period:
    """The `number`th year, quarter or month of a year, counted from 1."""

    span: Span
    year: int
    number: int = 1

    @classmethod
    def around(cls, day: date, span: Span) -> Period:
        """The one that holds this day."""
        return cls(span, day.year, (day.month - 1) // MONTHS[span] + 1)

    @classmethod
    def parse(cls, code: str) -> Period:
        """Read what `code` wrote: `2026`, `2026q4`, `2026m11`.

        Raises:
            ValueError: it is not of that form.
        """
        found = _CODE.fullmatch(code)
        if not found:
            raise ValueError(code)
        year, quarter, month = found.groups()
        if quarter:
            return cls(Span.QUARTER, int(year), int(quarter))
        return cls(Span.MONTH, int(year), int(month)) if month else cls(Span.YEAR, int(year))

    @property
    def code(self) -> str:
        """A short name that `parse` reads."""
        return f"{self.year}" if self.span is Span.YEAR else f"{self.year}{self.span[0]}{self.number}"

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, (self.number - 1) * MONTHS[self.span] + 1, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return self.moved(1).first - timedelta(days=1)

    def moved(self, by: int) -> Period:
        """The period so many of its kind later; earlier where the number is negative."""
        in_a_year = 12 // MONTHS[self.span]
        year, place = divmod(self.year * in_a_year + self.number - 1 + by, in_a_year)
        return Period(self.span, year, place + 1)

    def over(self, today: date) -> bool:
        """Whether it has ended."""
        return self.last < today

    def seen_as(self, span: Span, today: date) -> Period:
        """The period of another length around its end, or around today while it lasts."""
        return Period.around(min(self.last, today), span)
