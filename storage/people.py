"""Languages and consents of people, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.languages import Language
from domain.people import Consent, Person
from storage.db.engine import Statement, from_seconds, marks, to_seconds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from storage.db.engine import Row
    from storage.db.transaction import Transaction


class SqlPeople:
    """Implements `services.people.PeopleStore` within one transaction, with a cache of the people read."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._known: dict[int, Person] = {}

    async def load(self, user_ids: Iterable[int]) -> None:
        """Reads many people in one query."""
        ids = set(user_ids)
        self.know(ids, await self._transaction.read(*self.query(ids)[:2]))

    @staticmethod
    def query(user_ids: Collection[int]) -> Statement:
        """The query for many people, to be sent together with others; pass its rows to `know`."""
        sql = f"SELECT user_id, language, consent_version, consent_at FROM people WHERE user_id IN ({marks(user_ids)})"  # noqa: S608  # marks only
        return Statement(sql, tuple(user_ids))

    def know(self, user_ids: Iterable[int], rows: Iterable[Row]) -> None:
        """Caches these people; those without a row have chosen nothing yet."""
        self._known |= {user_id: Person(user_id) for user_id in user_ids} | {row[0]: _person(row) for row in rows}

    async def get(self, user_id: int) -> Person:
        """The person, from the cache if possible; without a row, one who has chosen nothing yet."""
        if user_id not in self._known:
            await self.load([user_id])
        return self._known[user_id]

    def forget(self, user_id: int) -> None:
        """Drops the person from the cache after a rollback."""
        self._known.pop(user_id, None)

    async def put_language(self, person: Person) -> None:
        """Inserts or updates the language alone."""
        await self._transaction.write(
            "INSERT INTO people (user_id, language) VALUES (?, ?)"
            " ON CONFLICT (user_id) DO UPDATE SET language = excluded.language",
            (person.id, person.language),
        )
        self._known[person.id] = person

    async def put_consent(self, before: Person, after: Person, at: datetime) -> None:
        """Updates the present consent and adds a row to the log of consents and withdrawals."""
        subject = after.consent or before.consent
        if subject is None:
            return
        await self._transaction.write(
            "INSERT INTO consents (user_id, version, given, at) VALUES (?, ?, ?, ?)",
            (after.id, subject.version, after.consent is not None, to_seconds(at)),
        )
        await self._transaction.write(
            "INSERT INTO people (user_id, consent_version, consent_at) VALUES (?, ?, ?)"
            " ON CONFLICT (user_id) DO UPDATE SET consent_version = excluded.consent_version,"
            " consent_at = excluded.consent_at",
            (
                after.id,
                after.consent.version if after.consent else None,
                to_seconds(after.consent.given_at) if after.consent else None,
            ),
        )
        self._known[after.id] = after


def _person(row: Row) -> Person:
    user_id, language, version, given_at = row
    consent = Consent(version, from_seconds(given_at)) if version else None
    return Person(user_id, Language(language) if language else None, consent)
