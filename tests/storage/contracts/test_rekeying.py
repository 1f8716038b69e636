"""A change of the master key over every engine: the new key opens all that the old one did, and the old one nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.db.database import Database
from storage.db.encryption import Unreadable
from storage.db.engine import Engine
from storage.db.keys import KeyReader, KeyStore, WrongMasterKey, person
from storage.db.rekeying import is_opened_by, rewrap
from tests.factories.stored import MASTER

NEW, OTHER = bytes(range(1, 33)), bytes(32)


@pytest.fixture
async def key_file(engine: Engine, tmp_path: Path) -> AsyncIterator[Database]:
    opened = Database(await engine.open(tmp_path / "keys.db"))
    yield opened
    await opened.close()


async def test_the_new_key_opens_what_the_old_one_did(key_file: Database) -> None:
    """What was sealed opens, what was found by a keyed hash is found, and the old key opens nothing any more."""
    before = await KeyStore.start(key_file, MASTER)
    sealed = (await before.cipher(person(1))).encrypt(b"answer", "t:1")
    assert await rewrap(key_file, MASTER, NEW)
    assert not await is_opened_by(key_file, MASTER)
    after = await KeyStore.start(key_file, NEW)
    assert (await after.cipher(person(1))).decrypt(sealed, "t:1") == b"answer"
    reader = await KeyReader.over(key_file, NEW)
    assert before.lookup_key == after.lookup_key == after.reader().lookup_key == reader.lookup_key
    assert before.generation == after.generation
    with pytest.raises(WrongMasterKey):
        await KeyStore.start(key_file, MASTER)
    with pytest.raises(Unreadable):
        await KeyReader.over(key_file, MASTER)


async def test_it_is_done_once_and_again_with_the_next_key(key_file: Database) -> None:
    """A repetition changes nothing; the key of lookups outlives a second change, too."""
    lookup_key = (await KeyStore.start(key_file, MASTER)).lookup_key
    for _ in range(2):
        await rewrap(key_file, MASTER, NEW)
        assert await is_opened_by(key_file, NEW)
    await rewrap(key_file, NEW, OTHER)
    assert (await KeyStore.start(key_file, OTHER)).lookup_key == lookup_key


async def test_a_store_that_neither_opens_is_left_alone(key_file: Database) -> None:
    """Nothing is wrapped if the old key is not the store's, or a key in it is damaged."""
    await (await KeyStore.start(key_file, MASTER)).cipher(person(1))
    rows = "SELECT owner, wrapped FROM keys ORDER BY owner"
    before = await key_file.read(rows)
    with pytest.raises(WrongMasterKey):
        await rewrap(key_file, OTHER, NEW)
    assert await key_file.read(rows) == before
    async with key_file.transaction() as transaction:
        await transaction.run("UPDATE keys SET wrapped = ? WHERE owner = ?", (bytes(61), person(1)))
    before = await key_file.read(rows)
    with pytest.raises(Unreadable):
        await rewrap(key_file, MASTER, NEW)
    assert await key_file.read(rows) == before
