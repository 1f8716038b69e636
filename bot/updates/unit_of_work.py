"""One batch of updates in one transaction: what they need is read at once, what they change is written at once."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handlers.core.subject import record_named
from storage.db.editions import read_editions
from storage.db.keys import SYSTEM, person
from storage.messaging.given_answers import GivenAnswers
from storage.messaging.inbox import Inbox
from storage.messaging.outbox import LAST_ID, Outbox, Outgoing
from storage.messaging.readers import SqlReaders
from storage.messaging.sessions import SessionBook
from storage.people import SqlPeople

if TYPE_CHECKING:
    from collections.abc import Collection

    from aiogram.dispatcher.middlewares.user_context import EventContext
    from aiogram.types import Update

    from bot.container import ContainerFactory, HandlerContainer
    from bot.updates.reading import Origin, Payload
    from storage.db.encryption import Cipher
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction
    from storage.messaging.bot_api_request import BotApiRequest
    from storage.messaging.given_answers import GivenAnswer
    from storage.messaging.outbox import Delivered


@dataclass(frozen=True, slots=True)
class Unread:
    """What cannot be read of an update: all of it."""

    payload: Payload
    origin: Origin
    reason: str


@dataclass(slots=True)
class Incoming:
    """A parsed update with whom it comes from; where Telegram does not say, 0.

    `cut` are the names of what could not be read and is left out; an `unread` update has no content at all.
    """

    update: Update
    context: EventContext
    chat_id: int
    user_id: int
    language_code: str
    private: bool
    cut: tuple[str, ...] = ()
    unread: Unread | None = None

    @property
    def id(self) -> int:
        """Telegram's id of the update."""
        return self.update.update_id

    @property
    def owner(self) -> str:
        """Whose key seals what belongs to it."""
        return person(self.user_id) if self.user_id else SYSTEM

    @property
    def session(self) -> tuple[int, int]:
        """The key of its session."""
        return self.chat_id, self.user_id


@dataclass(slots=True)
class UnitOfWork:
    """The state of a batch until its commit."""

    transaction: Transaction
    inbox: Inbox
    people: SqlPeople
    sessions: SessionBook
    container: HandlerContainer
    ciphers: dict[str, Cipher]
    next_id: int
    met: frozenset[int]  # whom the bot had met before this batch: those of whom it keeps something
    staff: set[int]  # those of the people who wrote that have a role
    editions: dict[str, str] = field(default_factory=dict)  # of the applications and complaints met so far
    taken: list[int] = field(default_factory=list)
    outgoing: list[Outgoing] = field(default_factory=list)
    resumed_chats: set[int] = field(default_factory=set)
    answers: list[tuple[str, str]] = field(default_factory=list)
    given: dict[tuple[int, int], tuple[str, GivenAnswer]] = field(default_factory=dict)

    @classmethod
    async def begin(
        cls,
        transaction: Transaction,
        keys: KeyStore,
        containers: ContainerFactory,
        bot_id: int,
        update_ids: Collection[int],
        read: list[Incoming],
    ) -> tuple[UnitOfWork, set[int]]:
        """Load all that these updates need, at once; with which of their ids were seen already."""
        inbox, people, sessions = Inbox(transaction, bot_id), SqlPeople(transaction), SessionBook()
        ciphers = await keys.ciphers({each.owner for each in read} | {SYSTEM})
        users = {each.user_id for each in read}
        seen, last_id, of_people, of_sessions, staff = await transaction.read_all(
            inbox.seen_query(update_ids),
            LAST_ID,
            people.query(users),
            sessions.query({each.chat_id for each in read}),
            SqlReaders.staff_query(users, containers.options.admins),
        )
        people.know(users, of_people)
        if of_sessions:
            sessions.know(of_sessions, {each.session: ciphers[each.owner] for each in read})
        met = frozenset(row[0] for row in of_people)
        container = containers.make(transaction, keys, people)
        working = {row[0] for row in staff}
        unit = cls(transaction, inbox, people, sessions, container, ciphers, last_id[0][0] + 1, met, working)
        named = {record_named(each.update, sessions.get(each.session).data) for each in read} - {""}
        unit.editions |= await read_editions(transaction, named)
        return unit, {row[0] for row in seen}

    async def edition_of(self, record_id: str) -> str:
        """The edition of an application or complaint; empty if there is none of this id."""
        if record_id and record_id not in self.editions:
            self.editions |= await read_editions(self.transaction, {record_id})
        return self.editions.get(record_id, "")

    def queue(
        self, request: BotApiRequest, chat_id: int, owner: str, origin: str, *, known: bool, asks: bool = False
    ) -> None:
        """Put the answer to an update into the outbox of this batch."""
        self._put(Outgoing(self.next_id, origin, chat_id, owner, request, known=known, asks=asks))

    def queue_notice(self, request: BotApiRequest, chat_id: int, owner: str, origin: str, merge_key: str = "") -> None:
        """Put in what was not asked for, in place of what has the same key."""
        if merge_key:
            same = (chat_id, merge_key)
            self.outgoing = [each for each in self.outgoing if (each.chat_id, each.merge_key) != same]
        self._put(Outgoing(self.next_id, origin, chat_id, owner, request, notice=True, merge_key=merge_key))

    def _put(self, row: Outgoing) -> None:
        self.outgoing.append(row)
        self.next_id += 1

    async def finish(self, fresh: list[Incoming], delivered: list[Delivered], now: int) -> None:
        """Write what the batch changed; the commit follows."""
        outbox = Outbox(self.transaction)
        if self.taken:
            await self.inbox.mark_seen(self.taken, now)
        if self.outgoing:
            await outbox.queue(self.outgoing, self.ciphers)
        if self.sessions.changed:
            await self.sessions.flush(self.transaction, {each.session: self.ciphers[each.owner] for each in fresh})
        if self.given:
            await GivenAnswers(self.transaction).add(list(self.given.values()), self.ciphers, now)
        if delivered:
            await outbox.settle(delivered)


CURRENT: ContextVar[UnitOfWork] = ContextVar("unit of work")
