from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.db.database import Database
from storage.db.engine import Engine
from storage.db.keys import KeyStore
from tests.storage.engines import ENGINES, Stored, key_store, migrated


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]


@pytest.fixture(params=["fake", *ENGINES])
async def stored(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stored | None]:
    """Of each engine a database and a key store; None stands for the fakes, which do alike."""
    if request.param == "fake":
        yield None
        return
    engine = ENGINES[request.param]
    async with migrated(engine, tmp_path) as database, key_store(engine, tmp_path) as keys:
        yield database, keys


@pytest.fixture
async def database(engine: Engine, tmp_path: Path) -> AsyncIterator[Database]:
    async with migrated(engine, tmp_path) as opened:
        yield opened


@pytest.fixture
async def keys(engine: Engine, tmp_path: Path) -> AsyncIterator[KeyStore]:
    async with key_store(engine, tmp_path) as opened:
        yield opened
