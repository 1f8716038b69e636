"""Formulas of the indicators of appendix 9 (points 18 and 19), explained in docs/indicators.md.

In time: an application counts once, on the day of its result if that was in time, else on the last day of its term.

Satisfaction: answers count in groups of five. An office's answers to a question are taken in order of their days, and a
group counts on the day of its fifth answer. Any two figures, of any places or periods, therefore differ by whole
groups, and no single answer can be derived from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.standard.indicators import Measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from domain.offices.units import UnitId
    from domain.standard.edition import Standard

FEWEST = 5  # the size of a group of answers, the smallest number shown
SATISFIED = "1"
ASKED = (Measure.PROCESS, Measure.INFORMATION, Measure.COMPLAINTS, Measure.POLITENESS)  # the rows the survey asks about
WHOLE = 1000  # 100 percent, in tenths of a percent


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were counted, and how many of them were good: in time, satisfied, or available."""

    counted: int = 0
    good: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.counted + other.counted, self.good + other.good)

    @property
    def tenths(self) -> int | None:
        """The share in tenths of a percent; None if nothing was counted.

        Rounded half up, except that 100 percent means all and 0 percent none.
        """
        if not self.counted:
            return None
        rounded = (2 * WHOLE * self.good + self.counted) // (2 * self.counted)
        if self.good < self.counted:
            rounded = min(rounded, WHOLE - 1)
        return max(rounded, 1) if self.good else 0

    def reaches(self, tenths: int) -> bool:
        """Whether the unrounded share is at least this many tenths of a percent."""
        return bool(self.counted) and self.good * WHOLE >= tenths * self.counted


@dataclass(frozen=True, slots=True)
class Answers:
    """An office's answers to one question in a year, one letter each (1 satisfied, 0 not), in order of their days.

    `earlier` came before the period, `within` during it.
    """

    earlier: str = ""
    within: str = ""

    @property
    def whole(self) -> Tally:
        """The groups of five completed in the period."""
        return _tally((self.earlier + self.within)[_fives(self.earlier) : _fives(self.earlier + self.within)])

    @property
    def rest(self) -> Tally:
        """The up to four answers of a group not yet complete."""
        return _tally((self.earlier + self.within)[_fives(self.earlier + self.within) :])


@dataclass(frozen=True, slots=True)
class OfficeCounts:
    """The counts of each office; one that is missing has none."""

    terms: Mapping[UnitId, Tally]
    answers: Mapping[tuple[UnitId, Measure], Answers]


def tallies(
    regions: Sequence[Sequence[UnitId]], found: OfficeCounts, standard: Standard, *, closed: bool
) -> dict[str, Tally]:
    """Maps the number of each row to its tally.

    Args:
        regions: the offices, grouped by region.
        found: the counts of these offices.
        standard: the edition that lists the rows.
        closed: whether the period is a past year. Then incomplete groups are pooled, first within a region, then within
            the country, and counted if a pool has at least five answers.
    """
    rows: dict[str, Tally] = {}
    for row in standard.indicators:
        if row.measure is Measure.IN_TIME:
            terms = (found.terms.get(office, Tally()) for region in regions for office in region)
            rows[row.number] = sum(terms, Tally())
        elif row.measure is Measure.ELECTRONIC:
            rows[row.number] = electronic(standard)
        else:
            answers = [[found.answers.get((office, row.measure), Answers()) for office in region] for region in regions]
            rows[row.number] = satisfied(answers, closed=closed)
    return rows


def satisfied(regions: Sequence[Sequence[Answers]], *, closed: bool) -> Tally:
    """Adds up the answers that may be counted; see `tallies` for `closed`."""
    total = sum((each.whole for region in regions for each in region), Tally())
    if not closed:
        return total
    apart = Tally()
    for region in regions:
        together, left = _pooled(each.rest for each in region)
        total, apart = total + together, apart + left
    return total + _pooled([apart])[0]


def electronic(standard: Standard) -> Tally:
    """Of the services, one for each kind of application, those about which the bot gives full information.

    Full information is what to bring (point 11), the forms (points 5 and 12), the term (point 7) and where to go (point
    13).
    """
    offices = any(unit.takes_applications and unit.address for unit in standard.units.values())
    informed = (
        bool(standard.checklists.get(kind.id)) and kind.form in standard.forms and bool(standard.timings) and offices
        for kind in standard.kinds.values()
    )
    return Tally(len(standard.kinds), sum(informed))


def _pooled(rests: Iterable[Tally]) -> tuple[Tally, Tally]:
    """Pools incomplete groups: returns what may be counted and what is left over, one of them zero."""
    total = sum(rests, Tally())
    return (total, Tally()) if total.counted >= FEWEST else (Tally(), total)


def _tally(letters: str) -> Tally:
    return Tally(len(letters), letters.count(SATISFIED))


def _fives(letters: str) -> int:
    return len(letters) // FEWEST * FEWEST
