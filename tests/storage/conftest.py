from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.db.database import Database
from storage.db.keys import KeyStore
from storage.sqlite.engine import migrate

MASTER = bytes(range(32))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "test.db")
    await migrate(opened)
    yield opened
    await opened.close()


@pytest.fixture
async def keys(tmp_path: Path) -> AsyncIterator[KeyStore]:
    opened = await Database.open(tmp_path / "keys.db")
    yield await KeyStore.start(opened, MASTER)
    await opened.close()
