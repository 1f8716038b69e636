"""The log of notifications: each key is taken once, in the transaction that queues the message."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from storage.db.database import Database
from storage.messaging.outbox import NotificationLog

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)


async def first(database: Database, what: str, now: datetime = NOW) -> bool:
    async with database.transaction() as transaction:
        return await NotificationLog(transaction).first(what, now)


async def test_a_key_is_taken_once(database: Database) -> None:
    """The first taker gets it, in the same and in later transactions; any other key is independent."""
    async with database.transaction() as transaction:
        told = NotificationLog(transaction)
        assert not await told.has("late:a:2026-11-20")
        assert await told.first("late:a:2026-11-20", NOW)
        assert not await told.first("late:a:2026-11-20", NOW)
        assert await told.has("late:a:2026-11-20")
    assert not await first(database, "late:a:2026-11-20", NOW + timedelta(days=400))
    assert await first(database, "late:a:2026-11-21")
    assert await first(database, "late:A:2026-11-20")


async def test_what_is_undone_was_not_told(database: Database) -> None:
    """A key is undone with the transaction that took it."""

    async def broken() -> None:
        async with database.transaction() as transaction:
            assert await NotificationLog(transaction).first("late:a:2026-11-20", NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await broken()
    assert await first(database, "late:a:2026-11-20")


async def test_forgetting(database: Database) -> None:
    """Keys of this kind older than the moment go; later keys and other kinds stay."""
    later = NOW + timedelta(seconds=1)
    await first(database, "digest:1:2026-11-23")
    await first(database, "digest:2:2026-11-23", later)
    await first(database, "digest-like:1")
    await first(database, "missed:a:2026-11-20:1")
    async with database.transaction() as transaction:
        assert await NotificationLog(transaction).forget_before(later, "digest") == 1
    rows = await database.read("SELECT what FROM told ORDER BY what")
    assert [row[0] for row in rows] == ["digest-like:1", "digest:2:2026-11-23", "missed:a:2026-11-20:1"]
