"""When the database fails, no update is blamed, and nothing is acknowledged without its commit."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from bot.updates.processor import Processor
from storage.db.engine import Statement, StorageFault
from tests.bot.updates.spine import Telegram, spine, tally
from tests.factories.updates import text_update
from tests.patience import PATIENCE_SECONDS

FAULTS = 200


class FailingConnection:
    """A connection that fails at some statements, as a broken disk would."""

    def __init__(self, connection: Any, chance: random.Random) -> None:  # noqa: ANN401
        self._connection = connection
        self._chance = chance
        self.share = 0.0
        self.failed = 0

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._connection, name)

    async def run_all(self, statements: list[Statement]) -> list[Any]:
        for at in range(len(statements)):
            if self.share and self._chance.random() < self.share:
                self.failed += 1
                await self._connection.run_all(statements[:at])
                if self._chance.random() < 0.5:
                    await self._connection.roll_back()  # as SQLite does after some errors
                raise StorageFault("SQLITE_IOERR")
        result: list[Any] = await self._connection.run_all(statements)
        return result


async def deliver(processor: Processor, updates: list[dict[str, Any]]) -> int:
    """Offers updates as Telegram does, until they are accepted; returns how often they were not."""
    refused = 0
    while True:
        try:
            await processor.process(updates)
        except StorageFault:
            refused += 1
        else:
            return refused


async def check(processor: Processor, expected: int) -> None:
    rows = await processor.database.read("SELECT word, count(*) FROM tally GROUP BY word")
    assert len(rows) == expected
    assert {count for _, count in rows} == {1}
    assert await processor.database.read("PRAGMA integrity_check") == [("ok",)]
    assert await processor.database.read("SELECT * FROM quarantine") == []
    assert await processor.database.read("SELECT * FROM tries") == []


@pytest.mark.parametrize("careful", [True, False])
async def test_io_errors_in_mid_batch(tmp_path: Path, careful: bool) -> None:  # noqa: FBT001
    """After 200 I/O errors at any statement, every update took effect once, none is quarantined, replies are whole."""
    async with spine(tmp_path, tally()) as processor:
        failing = FailingConnection(processor.database._connection, random.Random(11))  # noqa: SLF001  # the disk below it
        processor.database._connection = failing  # type: ignore[assignment]  # noqa: SLF001
        sent = 0
        while failing.failed < FAULTS:
            failing.share = 0.05
            processor.careful = careful
            await deliver(processor, [text_update(n, 100 + n % 5, f"add {n}") for n in range(sent + 1, sent + 11)])
            sent += 10
        failing.share = 0.0
        await check(processor, sent)
        await processor.sender.drain(PATIENCE_SECONDS)
        telegram = processor.sender._api  # noqa: SLF001
        assert isinstance(telegram, Telegram)
        for chat in range(100, 105):
            words = [int(word) for word in dict.fromkeys(telegram.texts(chat))]
            assert words == [n for n in range(1, sent + 1) if 100 + n % 5 == chat]


async def test_full_disk(tmp_path: Path) -> None:
    """With the disk full no update is accepted; once there is space again all are, without intervention."""
    async with spine(tmp_path, tally()) as processor:
        processor.careful = False
        ((pages,),) = await processor.database.read("PRAGMA page_count")
        await processor.database.read(f"PRAGMA max_page_count = {pages + 3}")
        batch = [text_update(n, 100, f"add {n} {'x' * 3000}") for n in range(1, 51)]
        for _ in range(3):
            with pytest.raises(StorageFault, match="FULL"):
                await processor.process(batch)
            assert await processor.database.read("SELECT count(*) FROM tally") == [(0,)]
        await processor.database.read("PRAGMA max_page_count = 1000000")
        await processor.process(batch)
        await check(processor, 50)


@pytest.mark.parametrize("careful", [True, False])
async def test_locked_and_read_only(tmp_path: Path, careful: bool) -> None:  # noqa: FBT001
    """Another writer, or a read-only file, costs no update its turn and counts no try."""
    async with spine(tmp_path, tally()) as processor:
        processor.careful = careful
        await processor.database.read("PRAGMA busy_timeout = 10")
        batch = [text_update(n, 100, f"add {n}") for n in range(1, 6)]
        other = sqlite3.connect(tmp_path / "tirkeu.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        for _ in range(4):
            with pytest.raises(StorageFault, match="BUSY"):
                await processor.process(batch)
        other.execute("ROLLBACK")
        other.close()
        await processor.database.read("PRAGMA query_only = ON")
        for _ in range(4):
            with pytest.raises(StorageFault, match="READONLY"):
                await processor.process(batch)
        await processor.database._connection.run_all([Statement("PRAGMA query_only = OFF")])  # noqa: SLF001  # no BEGIN gets through
        await processor.process(batch)
        await check(processor, 5)
