"""Terms and answers in memory, counted one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.indicators.formulas import Answers, Tally
from domain.offices.units import UnitId
from domain.standard.indicators import Measure
from services.indicators.report import Days
from tests.factories.units import EDITION


@dataclass(frozen=True)
class Kept:
    """How an application's term was kept."""

    office: UnitId
    due: date
    done: date | None = None
    edition: str = EDITION


@dataclass(frozen=True)
class Said:
    """An answer to the survey."""

    office: UnitId
    day: date
    measure: Measure = Measure.PROCESS
    satisfied: bool = True
    edition: str = EDITION


@dataclass
class FakeCounts:
    """services.indicators.report.Counts."""

    kept: list[Kept] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    async def terms(self, offices: Sequence[UnitId], days: Days, edition: str) -> Mapping[UnitId, Tally]:
        found: defaultdict[UnitId, Tally] = defaultdict(Tally)
        for each in (term for term in self.kept if term.edition == edition):
            in_time = each.done is not None and each.done <= each.due
            day = each.done if in_time and each.done else each.due
            if each.office in offices and days.first <= day <= (days.last if in_time else days.over):
                found[each.office] += Tally(1, int(in_time))
        return dict(found)

    async def answers(
        self, offices: Sequence[UnitId], days: Days, edition: str
    ) -> Mapping[tuple[UnitId, Measure], Answers]:
        found: defaultdict[tuple[UnitId, Measure], Answers] = defaultdict(Answers)
        for each in sorted(self.said, key=lambda said: (said.day, said.satisfied)):
            if each.edition == edition and each.office in offices and days.new_year <= each.day <= days.over:
                before, letter = found[each.office, each.measure], str(int(each.satisfied))
                earlier = each.day < days.first
                found[each.office, each.measure] = Answers(
                    before.earlier + (letter if earlier else ""), before.within + ("" if earlier else letter)
                )
        return dict(found)
