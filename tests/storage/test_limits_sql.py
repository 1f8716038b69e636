from __future__ import annotations

from datetime import timedelta

import pytest

from domain.limits import DAY, HOUR, Cost, Window
from storage.db.database import Database
from storage.limits import SqlCounters
from tests.factories.moments import NOW

ME, OTHER = 700, 701


async def test_a_window(database: Database) -> None:
    """It starts with the first use, counts by person and cost, and starts again once it has ended."""
    async with database.transaction() as transaction:
        counters = SqlCounters(transaction)
        assert await counters.use(ME, Cost.DOCUMENT, NOW) == Window(NOW, 1)
        assert await counters.use(ME, Cost.DOCUMENT, NOW + HOUR - timedelta(seconds=1)) == Window(NOW, 2)
        await counters.mark_notified(ME, Cost.DOCUMENT, NOW)
        assert await counters.use(ME, Cost.DOCUMENT, NOW + timedelta(minutes=1)) == Window(NOW, 3, NOW)
        assert await counters.use(OTHER, Cost.DOCUMENT, NOW) == Window(NOW, 1)
        assert await counters.use(ME, Cost.FILE, NOW) == Window(NOW, 1)
        assert await counters.use(ME, Cost.DOCUMENT, NOW + HOUR) == Window(NOW + HOUR, 1)


async def test_what_rolls_back_was_not_used(database: Database) -> None:
    """This holds for a whole transaction and for a part that a rule rejects."""
    with pytest.raises(ZeroDivisionError):
        async with database.transaction() as transaction:
            await SqlCounters(transaction).use(ME, Cost.FILE, NOW)
            raise ZeroDivisionError
    async with database.transaction() as transaction:
        with pytest.raises(ZeroDivisionError):
            async with transaction.guard():
                await SqlCounters(transaction).use(ME, Cost.FILE, NOW)
                raise ZeroDivisionError
        assert await SqlCounters(transaction).use(ME, Cost.FILE, NOW) == Window(NOW, 1)


async def test_what_has_ended_is_forgotten(database: Database) -> None:
    """It goes a day later; what still counts stays."""
    async with database.transaction() as transaction:
        counters = SqlCounters(transaction)
        await counters.use(ME, Cost.FILE, NOW)
        await counters.use(OTHER, Cost.FILE, NOW + timedelta(seconds=1))
        assert await counters.forget_ended(NOW + DAY) == 1
        assert await transaction.read("SELECT user_id FROM limit_counters") == [(OTHER,)]
