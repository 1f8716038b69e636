"""The figures behind the indicators in SQL: deadlines met and survey answers, read through covering indexes."""

from __future__ import annotations

import hmac
from datetime import date
from typing import TYPE_CHECKING, Any

from domain.applications.case import NO_RESULT_OWED, OPEN_CASE_STATES
from domain.applications.deadlines import NOT_RUNNING
from domain.indicators.formulas import ASKED, Answers, Tally
from domain.indicators.survey import Topic
from domain.offices.units import UnitId
from storage.db.engine import Statement, marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.applications.deadlines import DeadlineRecord
    from domain.indicators.survey import Opinion
    from domain.standard.indicators import Measure
    from services.history import FiledRecord
    from services.indicators.report import Days
    from storage.db.engine import Row
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

# Each application counts once, by the earlier of `done` and `due`. TERMS reads those with a result, OWED the others.
TERMS = """
SELECT office, count(*), sum(done <= due) FROM terms INDEXED BY terms_by_done
WHERE office IN ({offices}) AND edition = ? AND done >= ?
AND ((done <= due AND done <= ?) OR (done > due AND due BETWEEN ? AND ?)) GROUP BY office
"""
OWED = """
SELECT office, count(*), 0 FROM terms INDEXED BY terms_by_done
WHERE office IN ({offices}) AND edition = ? AND done IS NULL AND due BETWEEN ? AND ? GROUP BY office
"""
# The index is in the order needed (office, then within one edition day, question, answer), and grouping by its first
# column keeps it; ORDER BY would sort all rows and take three times as long. The contract tests check the order.
ANSWERS = f"""
SELECT office, {", ".join(f"group_concat(answer, '') FILTER (WHERE question = '{each}')" for each in ASKED)}
FROM survey INDEXED BY survey_by_office
WHERE office IN ({{offices}}) AND edition = ? AND day BETWEEN ? AND ? GROUP BY office
"""  # noqa: S608  # names of the domain
WITHOUT = tuple(sorted(NO_RESULT_OWED))  # states without a row in `terms`


class SqlCounts:
    """Implements `services.indicators.report.Counts` within one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def terms(self, offices: Sequence[UnitId], days: Days, edition: str) -> dict[UnitId, Tally]:
        """Adds up finished and overdue applications from two indexed queries."""
        first, last, over = days.first.isoformat(), days.last.isoformat(), days.over.isoformat()
        found: dict[UnitId, Tally] = {}
        for rows in await self._transaction.read_all(
            _asked(TERMS, offices, edition, first, last, first, over), _asked(OWED, offices, edition, first, over)
        ):
            for office, counted, good in rows:
                unit = UnitId(office)
                found[unit] = found.get(unit, Tally()) + Tally(counted, good)
        return found

    async def answers(
        self, offices: Sequence[UnitId], days: Days, edition: str
    ) -> dict[tuple[UnitId, Measure], Answers]:
        """Reads the answers as strings of 0 and 1 in the order of the index: office, edition, day, question, answer."""
        earlier, within = await self._transaction.read_all(
            _asked(ANSWERS, offices, edition, days.new_year.isoformat(), days.before.isoformat()),
            _asked(ANSWERS, offices, edition, days.first.isoformat(), days.over.isoformat()),
        )
        before, found = _letters(earlier), _letters(within)
        return {each: Answers(before.get(each, ""), found.get(each, "")) for each in {**before, **found}}


def _asked(sql: str, offices: Sequence[UnitId], *values: str) -> Statement:
    return Statement(sql.format(offices=marks(offices)), (*map(str, offices), *values))


def _letters(rows: Sequence[Row]) -> dict[tuple[UnitId, Measure], str]:
    return {
        (UnitId(office), measure): said
        for office, *each in rows
        for measure, said in zip(ASKED, each, strict=True)
        if said
    }


class SqlSurvey:
    """Implements `services.indicators.survey.SurveyStore` within one transaction.

    The subject is stored as a keyed hash: without the master key, nobody can tell whose answer a row is, or try ids.
    The table keeps no order of arrival either.
    """

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def answered(self, subject: str) -> frozenset[Topic]:
        """The topics already answered about a case or complaint."""
        sql = "SELECT question FROM survey WHERE subject = ?"
        return frozenset([Topic(row[0]) for row in await self._transaction.read(sql, (self._hash(subject),))])

    async def keep(self, opinion: Opinion) -> bool:
        """Stores an answer unless this question was answered before; returns whether it was stored."""
        sql = (
            "INSERT INTO survey (subject, question, office, day, answer, edition) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING"
        )
        subject, day = self._hash(opinion.subject), opinion.day.isoformat()
        row = (subject, opinion.topic, str(opinion.office), day, int(opinion.satisfied), opinion.edition)
        return bool(await self._transaction.write(sql, row))

    async def about(self, record: FiledRecord) -> dict[str, Any]:
        """All answers about a case or complaint: topic → whether satisfied, the day, and the edition."""
        sql = "SELECT question, answer, day, edition FROM survey WHERE subject = ? ORDER BY question"
        rows = await self._transaction.read(sql, (self._hash(record.id),))
        return {
            question: {"satisfied": bool(answer), "day": day, "edition": edition}
            for question, answer, day, edition in rows
        }

    def _hash(self, subject: str) -> bytes:
        return hmac.digest(self._keys.lookup_key, f"survey {subject}".encode(), "sha256")


class SqlTerms:
    """Implements `services.applications.ports.Terms` within one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save_deadline(self, case_id: str, term: DeadlineRecord) -> None:
        """Inserts or updates the application's row."""
        done = term.done.isoformat() if term.done else None
        await self._transaction.write(
            "INSERT INTO terms (case_id, office, due, done, edition) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET office = excluded.office, due = excluded.due, done = excluded.done",
            (case_id, str(term.office), term.due.isoformat(), done, term.edition),
        )

    async def end_deadline(self, case_id: str, today: date) -> None:
        """Deletes the row unless the deadline had passed by then: a missed deadline still counts."""
        sql = "DELETE FROM terms WHERE case_id = ? AND due >= ?"
        await self._transaction.write(sql, (case_id, today.isoformat()))

    async def last_day_on_record(self, case_id: str) -> date | None:
        """The last day for the result; None if there is no row, or no term has started."""
        rows = await self._transaction.read("SELECT due FROM terms WHERE case_id = ?", (case_id,))
        found = [date.fromisoformat(due) for (due,) in rows]
        return found[0] if found and found[0] != NOT_RUNNING else None

    async def missing(self, after: str, limit: int) -> list[str]:
        """Ids, in order and after this one, of applications that should have a row and have none."""
        sql = (
            f"SELECT id FROM cases WHERE id > ? AND state NOT IN ({marks(WITHOUT)}) AND office IS NOT NULL"  # noqa: S608
            " AND id NOT IN (SELECT case_id FROM terms) ORDER BY id LIMIT ?"
        )
        return [row[0] for row in await self._transaction.read(sql, (after, *WITHOUT, limit))]

    async def running(self, after: str, limit: int) -> list[str]:
        """Ids, in order and after this one, of open applications."""
        sql = f"SELECT id FROM cases WHERE id > ? AND state IN ({marks(OPEN_CASE_STATES)}) ORDER BY id LIMIT ?"  # noqa: S608
        return [row[0] for row in await self._transaction.read(sql, (after, *sorted(OPEN_CASE_STATES), limit))]
