"""The indicators of appendix 9 for an office, a region or the country (points 18 and 19), if the actor may see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from domain.calendar import ONE_DAY
from domain.errors import Denied, UnknownRegion, UnknownUnit
from domain.indicators.formulas import OfficeCounts, tallies
from domain.indicators.scope import PeriodKind, may_see, own_scopes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from datetime import date

    from domain.indicators.formulas import Answers, Tally
    from domain.indicators.scope import IndicatorScope, Period
    from domain.offices.units import UnitId
    from domain.staff.membership import Membership
    from domain.standard.edition import Standard, Status
    from domain.standard.editions import Editions
    from domain.standard.indicators import Indicator, Measure, Target

ACT = "indicators"


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day of a period, and the last day of it that is over."""

    first: date
    last: date
    over: date

    @property
    def new_year(self) -> date:
        """1 January of the period's year."""
        return self.first.replace(month=1, day=1)

    @property
    def before(self) -> date:
        """The day before the period."""
        return self.first - ONE_DAY


class Counts(Protocol):
    """Figures by office, of the records of one edition; offices without any are left out."""

    async def terms(self, offices: Sequence[UnitId], days: Days, edition: str) -> Mapping[UnitId, Tally]:
        """Counts applications by the day of the result or the deadline, whichever is earlier.

        Those with a result by the deadline are good; the others count once the deadline is over.
        """

    async def answers(
        self, offices: Sequence[UnitId], days: Days, edition: str
    ) -> Mapping[tuple[UnitId, Measure], Answers]:
        """Survey answers of the year: those before the period, and those within it on days that are over.

        In order of their days; within a day the unsatisfied come first, so that the order is always the same.
        """


@dataclass(frozen=True, slots=True)
class Line:
    """A row of appendix 9: the figures, the target for the year, and the target for the next year."""

    row: Indicator
    tally: Tally
    set: Target | None
    set_next: Target | None


@dataclass(frozen=True, slots=True)
class Report:
    """The indicators of one place and period as of a day, under one edition of the standard.

    Attributes:
        parts: The figures of the places within it.
        others: Further editions under which there are figures of this place and period.
    """

    extent: IndicatorScope
    period: Period
    today: date
    lines: tuple[Line, ...]
    parts: tuple[tuple[IndicatorScope, Mapping[str, Tally]], ...] = ()
    edition: str = ""
    others: tuple[Status, ...] = ()


class Indicators:
    """Reports the indicators to those who may see them."""

    def __init__(
        self, counts: Counts, membership_of: Callable[[int], Awaitable[Membership]], editions: Editions
    ) -> None:
        self._counts = counts
        self._membership_of = membership_of
        self._editions = editions

    async def own(self, actor: int) -> tuple[Membership, tuple[IndicatorScope, ...]]:
        """The actor's membership, and the places whose indicators they see first.

        Raises:
            Denied: they may see none.
        """
        who = await self._membership_of(actor)
        if not (own := own_scopes(who, self._editions)):
            raise Denied(ACT)
        return who, own

    async def authorize(self, actor: int, extent: IndicatorScope, edition: str = "") -> Membership:
        """The actor's membership, if they may see the indicators of this place under this edition, or the current one.

        Raises:
            Denied: they may not.
            UnknownUnit, UnknownRegion: an admin asks for a place that does not exist.
            EditionMissing: there is no such edition.
            PreparationOnly: nothing is filed under it, so that there is nothing to count.
        """
        who = await self._membership_of(actor)
        if not may_see(who, extent, self._find(edition)):
            raise Denied(ACT, extent.code)
        return who

    async def report(
        self, actor: int, extent: IndicatorScope, period: Period, today: date, edition: str = ""
    ) -> Report:
        """The indicators of a place and period under an edition, or the current one.

        Raises:
            Denied, UnknownUnit, UnknownRegion, EditionMissing: as `authorize`.
        """
        await self.authorize(actor, extent, edition)
        standard = self._find(edition)
        days = Days(period.first, period.last, min(period.last, today - ONE_DAY))
        found = await self._count(extent, days, standard)
        closed = period.span is PeriodKind.YEAR and period.over(today)

        def of(place: IndicatorScope) -> dict[str, Tally]:
            return tallies(place.offices(standard), found, standard, closed=closed)

        parts = tuple((part, of(part)) for part in extent.parts(standard))
        lines = _lines(of(extent), period.year, standard)
        further = [each for each in self._editions if each is not standard]
        others = tuple([each.status for each in further if await self._has_figures(extent, days, each)])
        return Report(extent, period, today, lines, parts, standard.status.id, others)

    def _find(self, edition: str) -> Standard:
        found = self._editions.get(edition) if edition else self._editions.current
        found.require_filing()
        return found

    async def _count(self, extent: IndicatorScope, days: Days, standard: Standard) -> OfficeCounts:
        offices = [office for region in extent.offices(standard) for office in region]
        edition = standard.status.id
        terms = await self._counts.terms(offices, days, edition)
        return OfficeCounts(terms, await self._counts.answers(offices, days, edition))

    async def _has_figures(self, extent: IndicatorScope, days: Days, standard: Standard) -> bool:
        """Whether there are any under another edition, where the place may not exist."""
        try:
            found = await self._count(extent, days, standard)
        except (UnknownUnit, UnknownRegion):
            return False
        return bool(found.terms or found.answers)


def _lines(made: Mapping[str, Tally], year: int, standard: Standard) -> tuple[Line, ...]:
    target = standard.target
    return tuple(
        Line(row, made[row.number], target(year, row.number), target(year + 1, row.number))
        for row in standard.indicators
    )
