"""Answers to the survey in SQL: counted by office and day, and nobody's name with them."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Any

from domain.indicators.survey import Topic

if TYPE_CHECKING:
    from domain.indicators.survey import Opinion
    from services.applications.ports import Filed
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


class SqlSurvey:
    """services.indicators.survey.Survey over one transaction.

    A subject is a keyed hash: whoever has the database alone cannot tell whose answer it is, nor try ids. The table
    has no order of arrival either.
    """

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def answered(self, subject: str) -> frozenset[Topic]:
        """What was answered about a case or complaint."""
        sql = "SELECT question FROM survey WHERE subject = ?"
        return frozenset([Topic(row[0]) for row in await self._transaction.read(sql, (self._hash(subject),))])

    async def keep(self, opinion: Opinion) -> bool:
        """Keep an answer, unless there is one about the same already; whether it was the first."""
        sql = (
            "INSERT INTO survey (subject, question, office, day, answer) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
        )
        subject, day = self._hash(opinion.subject), opinion.day.isoformat()
        row = (subject, opinion.topic, str(opinion.office), day, int(opinion.satisfied))
        return bool(await self._transaction.write(sql, row))

    async def about(self, record: Filed) -> dict[str, Any]:
        """All answers about a case or complaint: topic → whether satisfied, and the day."""
        sql = "SELECT question, answer, day FROM survey WHERE subject = ? ORDER BY question"
        rows = await self._transaction.read(sql, (self._hash(record.id),))
        return {question: {"satisfied": bool(answer), "day": day} for question, answer, day in rows}

    def _hash(self, subject: str) -> bytes:
        return hmac.digest(self._keys.lookup_key, f"survey {subject}".encode(), "sha256")
