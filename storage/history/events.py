"""The history in SQL: one hash chain over all entries and one for each case, with sealed contents; and the denials."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from domain.calendar import ONE_DAY
from domain.history import BEFORE_ALL, ChainHead, Entry, Event, EventKind, Link, moment, what_digest, who_digest
from storage.applications import SqlCases
from storage.db.engine import Statement, from_seconds, marks, to_seconds
from storage.db.keys import SYSTEM, case_owner, person
from storage.history.head_file import LAST, head_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from domain.applications.case import Case
    from domain.offices.units import UnitId
    from services.history import FiledRecord
    from storage.db.encryption import Cipher
    from storage.db.engine import Row
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

NO_CASE = ""  # the case id of entries about no case
LAST_OF_CASE = "SELECT hash FROM events WHERE case_id = ? ORDER BY id DESC LIMIT 1"
COLUMNS = "events.id, case_id, kind, at, actor, seen, what, who, prev, case_prev, hash, events.sealed"
MARKS = ",".join("?" * (COLUMNS.count(",") + 1))
SALT_BYTES = 16
MOST_A_DAY = 100  # of one person: further ones add nothing
LONGEST_SUBJECT = 64  # characters: an incoming number, or what was typed instead of one


class Kept(NamedTuple):
    """A row of `events`; `hash` is empty for entries before the chain, `sealed` is None for erased cases."""

    id: int
    case_id: str
    kind: str
    at: int
    actor: int
    seen: int
    what: str
    who: str
    prev: str
    case_prev: str
    hash: str
    sealed: bytes | None

    @property
    def owner(self) -> str:
        """The owner of the key; the entry of an erasure must outlive the key of its case."""
        return case_owner(self.case_id) if self.case_id and self.kind != EventKind.ERASED else SYSTEM

    @property
    def link(self) -> Link:
        """The hashed fields."""
        return Link(
            self.id,
            self.case_id,
            self.kind,
            moment(self.at),
            self.seen,
            self.what,
            self.who,
            self.prev,
            self.case_prev,
        )

    def opened(self, cipher: Cipher) -> Entry:
        """The entry with its contents.

        Raises:
            Unreadable: the contents do not open.
        """
        assert self.sealed is not None  # noqa: S101  # the caller leaves out what is erased
        if not self.hash:
            value: dict[str, Any] = {"details": cipher.decrypt_json(self.sealed, f"events.sealed:{self.case_id}")}
        else:
            value = cipher.decrypt_json(self.sealed, place(self.case_id, self.id))
        when = from_seconds(self.at)
        event = Event(EventKind(self.kind), when, self.actor, value["details"], self.seen, value.get("name", ""))
        return Entry(self.link, event, value.get("salt", ""), value.get("who_salt", ""))


class SqlHistory:
    """Implements `services.history.History` and `PeopleHistory` within one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def append(self, record: FiledRecord, event: Event) -> None:
        """Adds an entry to both chains."""
        await self._note(record.id, event)

    async def append_about_people(self, event: Event) -> None:
        """Adds an entry about people, who share one chain under an empty case id."""
        await self._note(NO_CASE, event)

    async def events(self, record: FiledRecord) -> list[Event]:
        """Opens all entries of a case that were not erased, oldest first."""
        return [each.event for each in await self._of_case(record.id)]

    async def list_about_people(self) -> list[Event]:
        """Opens all entries about people, oldest first."""
        return [each.event for each in await self._of_case(NO_CASE)]

    async def entries(self, record: FiledRecord) -> list[Entry]:
        """As `events`, with the links of the chain; without entries that predate it."""
        return [each for each in await self._of_case(record.id) if each.link.what]

    async def head(self) -> ChainHead:
        """The last entry of the chain over all entries."""
        return head_of(await self._transaction.read(LAST))

    async def times(self, record: FiledRecord, kinds: Collection[EventKind], moment: datetime) -> int:
        """Counts a case's events of these kinds since a moment."""
        rows = await self._transaction.read(
            f"SELECT count(*) FROM events WHERE case_id = ? AND kind IN ({marks(kinds)}) AND at >= ?",  # noqa: S608  # marks only
            (record.id, *kinds, to_seconds(moment)),
        )
        count: int = rows[0][0]
        return count

    async def since(
        self, kinds: Collection[EventKind], units: Collection[UnitId], moment: datetime
    ) -> list[tuple[Case, Event]]:
        """Events of these kinds at these units since a moment, oldest first, each with its case as it is now."""
        rows = await self._transaction.read(
            f"SELECT {COLUMNS} FROM events JOIN cases ON cases.id = case_id"  # noqa: S608  # names above, marks only
            f" WHERE kind IN ({marks(kinds)}) AND at >= ? AND office IN ({marks(units)}) ORDER BY events.id",
            (*kinds, to_seconds(moment), *map(str, units)),
        )
        cases = SqlCases(self._transaction, self._keys)
        return [
            (case, each.event)
            for each in await self._opened(rows)
            if (case := await cases.get(each.link.case_id)) is not None
        ]

    async def _note(self, case_id: str, event: Event) -> None:
        last, of_case = await self._transaction.read_all(Statement(LAST), Statement(LAST_OF_CASE, (case_id,)))
        before = head_of(last)
        self._transaction.history_begins(before)
        salt, who_salt = os.urandom(SALT_BYTES).hex(), os.urandom(SALT_BYTES).hex()
        row = Kept(
            before.id + 1,
            case_id,
            event.kind,
            to_seconds(event.at),
            event.actor,
            event.seen,
            what_digest(salt, event.details),
            who_digest(who_salt, event.actor, event.name),
            before.hash,
            of_case[0][0] if of_case else BEFORE_ALL,
            BEFORE_ALL,
            None,
        )
        said = {"details": dict(event.details), "salt": salt, "who_salt": who_salt}
        if event.name:
            said["name"] = event.name
        sealed = (await self._keys.cipher(row.owner)).encrypt_json(said, place(case_id, row.id))
        await self._transaction.write(
            f"INSERT INTO events ({COLUMNS.replace('events.', '')}) VALUES ({MARKS})",  # noqa: S608  # names above
            row._replace(hash=row.link.hash, sealed=sealed),
        )

    async def _of_case(self, case_id: str) -> list[Entry]:
        return await self._opened(
            await self._transaction.read(
                f"SELECT {COLUMNS} FROM events WHERE case_id = ? AND sealed IS NOT NULL ORDER BY id",  # noqa: S608  # names above
                (case_id,),
            )
        )

    async def _opened(self, rows: Iterable[Row]) -> list[Entry]:
        kept = [Kept(*row) for row in rows]
        ciphers: Mapping[str, Cipher] = await self._keys.ciphers({each.owner for each in kept})
        return [each.opened(ciphers[each.owner]) for each in kept]


def place(case_id: str, entry: int) -> str:
    """The place to which the contents of an entry are sealed."""
    return f"events.sealed:{case_id}.{entry}"


class SqlDenials:
    """Implements `services.history.DenialLog` within one transaction; the subject is sealed with the actor's key."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def deny(self, actor: int, action: str, about: str, now: datetime) -> None:
        """Logs a denied request, at most `MOST_A_DAY` of one person in 24 hours."""
        cipher = await self._keys.cipher(person(actor))
        sealed = cipher.encrypt_json({"about": about[:LONGEST_SUBJECT]}, f"denials.sealed:{actor}")
        await self._transaction.write(
            "INSERT INTO denials (actor, act, at, sealed) SELECT ?1, ?2, ?3, ?4"
            " WHERE (SELECT count(*) FROM denials WHERE actor = ?1 AND at > ?5) < ?6",
            (actor, action, to_seconds(now), sealed, to_seconds(now - ONE_DAY), MOST_A_DAY),
        )

    async def forget_before(self, moment: datetime) -> None:
        """Deletes denials of before then."""
        await self._transaction.run("DELETE FROM denials WHERE at < ?", (to_seconds(moment),))
