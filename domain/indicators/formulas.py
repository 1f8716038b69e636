"""How the indicators of appendix 9 are computed (points 18 and 19); docs/indicators.md tells it in words.

Terms: an application counts once, on the day of its result where that came in time, else on the last day of its term.

Answers count by fives: an office's answers to a question, in the order of their days, five at a time, on the day of the
fifth. So any two figures, of whichever place or period, differ by whole groups: nobody's answer can be read from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.standard.edition import Measure, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from domain.offices.units import UnitId
    from domain.standard.edition import Standard

FEWEST = 5  # answers that are shown together
SATISFIED = "1"
ASKED = (Measure.PROCESS, Measure.INFORMATION, Measure.COMPLAINTS, Measure.POLITENESS)  # what the survey asks
WHOLE = 1000  # all, in tenths of a percent


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were counted, and how many of them were good: in time, satisfied, available."""

    counted: int = 0
    good: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.counted + other.counted, self.good + other.good)

    @property
    def tenths(self) -> int | None:
        """The share in tenths of a percent; None where nothing was counted.

        Rounded half up, but all only where it is all, and nothing only where it is nothing.
        """
        if not self.counted:
            return None
        rounded = (2 * WHOLE * self.good + self.counted) // (2 * self.counted)
        if self.good < self.counted:
            rounded = min(rounded, WHOLE - 1)
        return max(rounded, 1) if self.good else 0

    def reaches(self, tenths: int) -> bool:
        """Whether the share is this or more, before any rounding."""
        return bool(self.counted) and self.good * WHOLE >= tenths * self.counted


@dataclass(frozen=True, slots=True)
class Answers:
    """An office's answers to a question in one year, a letter each (1 satisfied, 0 not), in the order of their days.

    `earlier` came before the period, `within` in it.
    """

    earlier: str = ""
    within: str = ""

    @property
    def whole(self) -> Tally:
        """The groups of five that became whole in the period."""
        return _tally((self.earlier + self.within)[_fives(self.earlier) : _fives(self.earlier + self.within)])

    @property
    def rest(self) -> Tally:
        """The up to four that wait for more."""
        return _tally((self.earlier + self.within)[_fives(self.earlier + self.within) :])


@dataclass(frozen=True, slots=True)
class Counted:
    """What was found of each office; one that is missing has nothing."""

    terms: Mapping[UnitId, Tally]
    answers: Mapping[tuple[UnitId, Measure], Answers]


def tallies(
    regions: Sequence[Sequence[UnitId]], found: Counted, standard: Standard, *, closed: bool
) -> dict[str, Tally]:
    """Number of the row → what was counted for it.

    Args:
        regions: the offices, those of one region together.
        found: what was found of them.
        standard: the edition with its rows.
        closed: whether the period is a year that is over: then the answers that waited are counted together where
            there are five or more, first in their region, then in the country.
    """
    made: dict[str, Tally] = {}
    for row in standard.indicators:
        if row.measure is Measure.IN_TIME:
            terms = (found.terms.get(office, Tally()) for region in regions for office in region)
            made[row.number] = sum(terms, Tally())
        elif row.measure is Measure.ELECTRONIC:
            made[row.number] = electronic(standard)
        else:
            answers = [[found.answers.get((office, row.measure), Answers()) for office in region] for region in regions]
            made[row.number] = satisfied(answers, closed=closed)
    return made


def satisfied(regions: Sequence[Sequence[Answers]], *, closed: bool) -> Tally:
    """The answers of these offices that may be counted together; see `tallies`."""
    total = sum((each.whole for region in regions for each in region), Tally())
    if not closed:
        return total
    apart = Tally()
    for region in regions:
        together, left = _pooled(each.rest for each in region)
        total, apart = total + together, apart + left
    return total + _pooled([apart])[0]


def electronic(standard: Standard) -> Tally:
    """Of the services of the edition, those about which the bot tells everything: one a list of point 11.

    That is what to bring (point 11), the forms (points 5 and 12), the term (point 7), and where to go (point 13).
    """
    offices = any(unit.id.takes_applications and unit.address for unit in standard.units.values())
    told = (
        bool(standard.checklists.get(subject))
        and any(form.subject is subject for form in standard.forms.values())
        and bool(standard.timings)
        and offices
        for subject in Subject
    )
    return Tally(len(Subject), sum(told))


def _pooled(rests: Iterable[Tally]) -> tuple[Tally, Tally]:
    """What may be counted of these together, and what is left over: one of the two is nothing."""
    total = sum(rests, Tally())
    return (total, Tally()) if total.counted >= FEWEST else (Tally(), total)


def _tally(said: str) -> Tally:
    return Tally(len(said), said.count(SATISFIED))


def _fives(said: str) -> int:
    return len(said) // FEWEST * FEWEST
