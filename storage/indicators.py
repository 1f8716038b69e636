"""What the indicators count, in SQL: queries walk covering indexes, for the offices and days that are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.indicators.formulas import ASKED, Answers, Tally
from domain.offices.units import UnitId
from storage.sqlite.connection import Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.standard.edition import Measure
    from services.indicators.report import Days
    from storage.db.transaction import Transaction
    from storage.sqlite.connection import Row

# Each application once, by the earlier of `done` and `due`. Two halves: an index on `done` finds no rows without it.
TERMS = """
SELECT office, count(*), sum(done <= due) FROM terms INDEXED BY terms_by_done
WHERE office IN ({offices}) AND done >= ?
AND ((done <= due AND done <= ?) OR (done > due AND due BETWEEN ? AND ?)) GROUP BY office
"""
OWED = """
SELECT office, count(*), 0 FROM terms INDEXED BY terms_by_done
WHERE office IN ({offices}) AND done IS NULL AND due BETWEEN ? AND ? GROUP BY office
"""
# The index has the order that is wanted (office, day, question, answer), and grouping by its first column keeps it:
# an order of their own would sort all rows, three times slower. The contract tests hold the order.
ANSWERS = f"""
SELECT office, {", ".join(f"group_concat(answer, '') FILTER (WHERE question = '{each}')" for each in ASKED)}
FROM survey INDEXED BY survey_by_office WHERE office IN ({{offices}}) AND day BETWEEN ? AND ? GROUP BY office
"""  # noqa: S608  # names of the domain


class SqlCounts:
    """services.indicators.report.Counts over one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def terms(self, offices: Sequence[UnitId], days: Days) -> dict[UnitId, Tally]:
        """Applications by the earlier of two days: that of the result, and the last day of the term."""
        first, last, over = days.first.isoformat(), days.last.isoformat(), days.over.isoformat()
        found: dict[UnitId, Tally] = {}
        for rows in await self._transaction.read_all(
            _asked(TERMS, offices, first, last, first, over), _asked(OWED, offices, first, over)
        ):
            for office, counted, good in rows:
                unit = UnitId.parse(office)
                found[unit] = found.get(unit, Tally()) + Tally(counted, good)
        return found

    async def answers(self, offices: Sequence[UnitId], days: Days) -> dict[tuple[UnitId, Measure], Answers]:
        """Answers to the survey from New Year on: before the period, and in it as far as days are over."""
        earlier, within = await self._transaction.read_all(
            _asked(ANSWERS, offices, days.new_year.isoformat(), days.before.isoformat()),
            _asked(ANSWERS, offices, days.first.isoformat(), days.over.isoformat()),
        )
        before, found = _letters(earlier), _letters(within)
        return {each: Answers(before.get(each, ""), found.get(each, "")) for each in {**before, **found}}


def _asked(sql: str, offices: Sequence[UnitId], *days: str) -> Statement:
    marks = ",".join("?" * len(offices))
    return Statement(sql.format(offices=marks), (*map(str, offices), *days))


def _letters(rows: Sequence[Row]) -> dict[tuple[UnitId, Measure], str]:
    return {
        (UnitId.parse(office), measure): said
        for office, *each in rows
        for measure, said in zip(ASKED, each, strict=True)
        if said
    }
