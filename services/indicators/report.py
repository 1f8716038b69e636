"""The indicators of appendix 9 for an office, a region or the country (points 18 and 19), to those who may see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from domain.errors import Denied
from domain.indicators.formulas import OfficeCounts, tallies
from domain.indicators.scope import PeriodKind, may_see, own_scopes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from datetime import date

    from domain.indicators.formulas import Answers, Tally
    from domain.indicators.scope import IndicatorScope, Period
    from domain.offices.units import UnitId
    from domain.staff.membership import Membership
    from domain.standard.edition import Indicator, Measure, Standard, Target

ACT = "indicators"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day of a period, and the last of them that is over."""

    first: date
    last: date
    over: date

    @property
    def new_year(self) -> date:
        """The first day of the year it lies in."""
        return self.first.replace(month=1, day=1)

    @property
    def before(self) -> date:
        """The day before it."""
        return self.first - DAY


class Counts(Protocol):
    """Counts terms and answers, office by office; one that has none is left out."""

    async def terms(self, offices: Sequence[UnitId], days: Days) -> Mapping[UnitId, Tally]:
        """Applications by the earlier of two days: that of the result, and the last day of the term.

        Those are good whose result came by the last day; the others count when that day is over.
        """

    async def answers(self, offices: Sequence[UnitId], days: Days) -> Mapping[tuple[UnitId, Measure], Answers]:
        """Answers to the survey from New Year on: before the period, and in it as far as days are over.

        In the order of their days; within a day the unsatisfied come first, so that the order is always the same.
        """


@dataclass(frozen=True, slots=True)
class Line:
    """A row of appendix 9: what was counted, what is set for the year, and for the next."""

    row: Indicator
    tally: Tally
    set: Target | None
    set_next: Target | None


@dataclass(frozen=True, slots=True)
class Report:
    """The indicators of one place and period as of a day; `parts` are those of what the place is made of."""

    extent: IndicatorScope
    period: Period
    today: date
    lines: tuple[Line, ...]
    parts: tuple[tuple[IndicatorScope, Mapping[str, Tally]], ...] = ()


class Indicators:
    """Use cases of one unit of work."""

    def __init__(
        self, counts: Counts, membership_of: Callable[[int], Awaitable[Membership]], standard: Standard
    ) -> None:
        self._counts = counts
        self._membership_of = membership_of
        self._standard = standard

    async def own(self, actor: int) -> tuple[Membership, tuple[IndicatorScope, ...]]:
        """Who asks, and of what they see the indicators first.

        Raises:
            Denied: they may see none.
        """
        who = await self._membership_of(actor)
        if not (own := own_scopes(who)):
            raise Denied(ACT)
        return who, own

    async def authorize(self, actor: int, extent: IndicatorScope) -> Membership:
        """Who asks, if they may see the indicators of this.

        Raises:
            Denied: they may not.
            UnknownUnit: an admin asks for an office that is not there.
            UnknownRegion: an admin asks for a region that is not there.
        """
        who = await self._membership_of(actor)
        if not may_see(who, extent, self._standard):
            raise Denied(ACT, extent.code)
        return who

    async def report(self, actor: int, extent: IndicatorScope, period: Period, today: date) -> Report:
        """The indicators of a place and period.

        Raises:
            Denied: the actor may not see them.
            UnknownUnit: an admin asks for an office that is not there.
            UnknownRegion: an admin asks for a region that is not there.
        """
        await self.authorize(actor, extent)
        regions = extent.offices(self._standard)
        offices = [office for region in regions for office in region]
        days = Days(period.first, period.last, min(period.last, today - DAY))
        found = OfficeCounts(await self._counts.terms(offices, days), await self._counts.answers(offices, days))
        closed = period.span is PeriodKind.YEAR and period.over(today)

        def of(place: IndicatorScope) -> dict[str, Tally]:
            return tallies(place.offices(self._standard), found, self._standard, closed=closed)

        parts = tuple((part, of(part)) for part in extent.parts(self._standard))
        return Report(extent, period, today, self._lines(of(extent), period.year), parts)

    def _lines(self, made: Mapping[str, Tally], year: int) -> tuple[Line, ...]:
        target = self._standard.target
        rows = self._standard.indicators
        return tuple(
            Line(row, made[row.number], target(year, row.number), target(year + 1, row.number)) for row in rows
        )
