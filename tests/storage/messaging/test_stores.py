"""Inbox, outbox, sessions and people: what every engine must do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from domain.languages import Language
from domain.people import NOTICE_VERSION, Consent, Person
from storage.db.database import Database
from storage.db.keys import KeyStore, person
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.inbox import SEEN_KEPT_SECONDS, Inbox, Quarantined
from storage.messaging.outbox import Delivered, Outbox, Outgoing
from storage.messaging.sessions import Session, SessionBook
from storage.people import SqlPeople
from tests.waiting import waiting

BOT = 7
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


async def test_seen_updates(database: Database) -> None:
    """Ids are remembered as a set for 48 hours, separately for each bot."""
    async with database.transaction() as transaction:
        inbox, other = Inbox(transaction, BOT), Inbox(transaction, 8)
        await inbox.mark_seen([5, 900, 3], 1000)
        assert await inbox.seen([3, 4, 5]) == {3, 5}
        assert await other.seen([3, 4, 5]) == set()
        assert await inbox.forget_seen(1000 + SEEN_KEPT_SECONDS) == 0
        assert await inbox.forget_seen(1001 + SEEN_KEPT_SECONDS) == 3
        assert await inbox.seen([3, 4, 5]) == set()


async def test_tries_and_quarantine(database: Database) -> None:
    """Tries are counted; quarantined updates can be listed, and released as if never seen."""
    async with database.transaction() as transaction:
        inbox = Inbox(transaction, BOT)
        assert [await inbox.count_try(1, 0) for _ in range(3)] == [1, 2, 3]
        row = Quarantined(1, "system", b"sealed", "ValueError at x.py:1", 1000)
        await inbox.set_aside(row)
        await inbox.mark_seen([1], 1000)
        assert await inbox.quarantined() == [row]
        await inbox.release(1)
        assert await inbox.quarantined() == []
        assert await inbox.seen([1]) == set()
        assert await inbox.count_try(1, 0) == 1
        await inbox.forget_tries(1)
        assert await inbox.count_try(1, 0) == 1


def outgoing(number: int, chat: int, text: str = "Ә", **more: Any) -> Outgoing:  # noqa: ANN401
    request = BotApiRequest("sendMessage", {"text": text})
    return Outgoing(number, f"u{number}.0", chat, person(chat), request, **more)


async def test_outbox(database: Database, keys: KeyStore) -> None:
    """Rows come back in commit order, readable, until dropped; a suspended chat's rows wait for it."""
    rows = [outgoing(1, 10), outgoing(2, 20, "Ұ"), outgoing(3, 10)]
    ciphers = await keys.ciphers({person(10), person(20)})
    async with database.transaction() as transaction:
        outbox = Outbox(transaction)
        assert await outbox.last_id() == 0
        await outbox.queue(rows, ciphers)
        assert await outbox.last_id() == 3
        assert await waiting(transaction, keys) == rows
        await outbox.suspend(10, 5)
        assert await outbox.suspended() == {10}
        assert await waiting(transaction, keys) == [rows[1]]
        assert await waiting(transaction, keys, 10) == [rows[0], rows[2]]
        await outbox.resume(10)
        await outbox.settle([Delivered("u1.0", 1)])
        assert await waiting(transaction, keys) == rows[1:]
        await outbox.dead_letter(rows[1], 400, 5)
        assert await waiting(transaction, keys) == rows[2:]
        assert await transaction.read("SELECT origin, code FROM dead_letters") == [("u2.0", 400)]


async def test_the_outbox_is_read_in_pages(database: Database, keys: KeyStore) -> None:
    """A chat's answers and notices separately, oldest first, up to so many rows or bytes, but always one row."""
    rows = [outgoing(number, 10, "x" * 1000, notice=number % 2 == 0) for number in range(1, 9)]
    async with database.transaction() as transaction:
        outbox = Outbox(transaction)
        await outbox.queue([*rows, outgoing(9, 20)], await keys.ciphers({person(10), person(20)}))
        assert await outbox.waiting() == [(10, False), (10, True), (20, False)]
        page = partial(outbox.page, keys, 10)
        assert await page(notices=False, rows=9, size=99_000) == ([rows[0], rows[2], rows[4], rows[6]], False)
        assert await page(notices=True, rows=3, size=99_000) == ([rows[1], rows[3], rows[5]], True)
        assert await page(notices=True, rows=4, size=99_000) == ([rows[1], rows[3], rows[5], rows[7]], False)
        assert await page(notices=True, rows=9, size=2500) == ([rows[1], rows[3]], True)
        assert await page(notices=True, rows=9, size=10) == ([rows[1]], True)
        assert await outbox.page(keys, 20, notices=True, rows=9, size=99_000) == ([], False)


async def test_the_newest_row_with_a_merge_key_is_kept(database: Database, keys: KeyStore) -> None:
    """It replaces older ones with the same key in the same chat, and nothing else."""
    coming = partial(outgoing, notice=True, merge_key="coming:1")
    rows = [
        coming(1, 10),
        outgoing(2, 10, notice=True),
        coming(3, 20),
        outgoing(4, 10, notice=True, merge_key="coming:2"),
        outgoing(5, 10, notice=True),
    ]
    ciphers = await keys.ciphers({person(10), person(20)})
    async with database.transaction() as transaction:
        await Outbox(transaction).queue(rows, ciphers)
        await Outbox(transaction).queue([coming(6, 10)], ciphers)
        assert await waiting(transaction, keys) == [*rows[1:], coming(6, 10)]


async def test_a_mark_that_comes_late_takes_no_other_row(database: Database, keys: KeyStore) -> None:
    """A deleted row's number is used again; a mark for the old row leaves the new one alone."""
    ciphers = await keys.ciphers({person(10)})
    old, new = outgoing(1, 10), replace(outgoing(1, 10), origin="u7.0")
    async with database.transaction() as transaction:
        await Outbox(transaction).queue([new], ciphers)
        await Outbox(transaction).settle([Delivered(old.origin, old.chat_id)])
        await Outbox(transaction).dead_letter(old, 400, 5)
        assert await waiting(transaction, keys) == [new]


async def test_sessions(database: Database, keys: KeyStore) -> None:
    """A session is sealed and comes back as it was, and its row is deleted when it is empty."""
    key = (10, 10)
    ciphers = {key: (await keys.ciphers({person(10)}))[person(10)]}
    async with database.transaction() as transaction:
        book = SessionBook()
        await book.load(transaction, [key], ciphers)
        assert book.get(key).empty
        book.put(key, Session("form:name", {"case": "Айша"}))
        await book.flush(transaction, ciphers)
    ((sealed,),) = await database.read("SELECT sealed FROM sessions")
    assert "Айша".encode() not in sealed
    async with database.transaction() as transaction:
        book = SessionBook()
        await book.load(transaction, [key], ciphers)
        assert book.get(key) == Session("form:name", {"case": "Айша"})
        before = book.get(key)
        book.put(key, Session())
        await book.flush(transaction, ciphers)
        assert before == Session("form:name", {"case": "Айша"})
    assert await database.read("SELECT * FROM sessions") == []


async def test_sessions_of_others_in_the_chat_stay_closed(database: Database, keys: KeyStore) -> None:
    """Loading one person's session in a chat does not open another's."""
    mine, other = (10, 1), (10, 2)
    opened = await keys.ciphers({person(1), person(2)})
    ciphers = {mine: opened[person(1)], other: opened[person(2)]}
    async with database.transaction() as transaction:
        book = SessionBook()
        book.put(other, Session("x"))
        await book.flush(transaction, ciphers)
        fresh = SessionBook()
        await fresh.load(transaction, [mine], {mine: ciphers[mine]})
        assert fresh.get(other).empty


async def test_people(database: Database) -> None:
    """Language and consent are stored; every consent given or withdrawn leaves a record."""
    agreed = Person(1, Language.KK, Consent(NOTICE_VERSION, NOW))
    async with database.transaction() as transaction:
        people = SqlPeople(transaction)
        assert await people.get(1) == Person(1)
        await people.put_language(Person(1, Language.KK))
        await people.put_consent(Person(1, Language.KK), agreed, NOW)
        await people.put_consent(Person(1), Person(1), NOW)
    async with database.transaction() as transaction:
        people = SqlPeople(transaction)
        await people.load([1, 2])
        assert await people.get(1) == agreed
        assert await people.get(2) == Person(2)
        await people.put_consent(agreed, agreed.withdrawn(), NOW)
        people.forget(1)
        assert await people.get(1) == Person(1, Language.KK)
    assert await database.read("SELECT version, given FROM consents") == [(NOTICE_VERSION, 1), (NOTICE_VERSION, 0)]
