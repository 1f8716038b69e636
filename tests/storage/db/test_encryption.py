from __future__ import annotations

import asyncio
import base64
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.db.encryption import Cipher, Unreadable
from storage.db.keys import BadMasterKey, KeyStore, WrongMasterKey, derive, make_master_key, person, read_master_key
from tests.factories.faults import refused
from tests.storage.engines import OF_SQLITE, open_sqlite

KEY = bytes(32)
PLACE = "outbox.sealed:u1.0"


@given(st.binary(), st.text())
def test_round_trip(plain: bytes, place: str) -> None:
    """Data sealed for a place opens there."""
    assert Cipher(KEY).decrypt(Cipher(KEY).encrypt(plain, place), place) == plain


def test_two_seals_differ() -> None:
    """The same text sealed twice looks different."""
    assert Cipher(KEY).encrypt(b"text", PLACE) != Cipher(KEY).encrypt(b"text", PLACE)


def test_what_does_not_open() -> None:
    """With another place, another key, a flipped bit, a truncated end or an unknown version it is unreadable."""
    sealed = Cipher(KEY).encrypt(b"text", PLACE)
    flipped = [sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :] for at in range(len(sealed))]
    for wrong in (*flipped, sealed[:-1], sealed[:5], b""):
        with pytest.raises(Unreadable):
            Cipher(KEY).decrypt(wrong, PLACE)
    with pytest.raises(Unreadable):
        Cipher(KEY).decrypt(sealed, "outbox.sealed:u2.0")
    with pytest.raises(Unreadable):
        Cipher(bytes([1]) * 32).decrypt(sealed, PLACE)


def test_purposes_have_keys_of_their_own() -> None:
    """No key derived for one purpose serves another."""
    assert derive(KEY, "wrapping") != derive(KEY, "lookups")


async def test_keys_last_and_differ(tmp_path: Path) -> None:
    """An owner's key is the same after a restart, and no one else's."""
    database = await open_sqlite(tmp_path / "keys.db")
    first = await (await KeyStore.start(database, KEY)).ciphers([person(1), person(2)])
    again = await (await KeyStore.start(database, KEY)).ciphers([person(1)])
    sealed = first[person(1)].encrypt(b"text", PLACE)
    assert again[person(1)].decrypt(sealed, PLACE) == b"text"
    with pytest.raises(Unreadable):
        first[person(2)].decrypt(sealed, PLACE)
    await database.close()


async def test_a_destroyed_key_is_gone(keys: KeyStore) -> None:
    """What a destroyed key sealed cannot be read, though the owner may get a new key."""
    sealed = (await keys.ciphers([person(1)]))[person(1)].encrypt(b"text", PLACE)
    await keys.destroy(person(1))
    with pytest.raises(Unreadable):
        (await keys.ciphers([person(1)]))[person(1)].decrypt(sealed, PLACE)


@OF_SQLITE
async def test_a_key_in_the_log_is_not_destroyed_yet(keys: KeyStore, tmp_path: Path) -> None:
    """A reader of the key store holds its log, which may contain the key: this is reported, and retried later."""
    sealed = (await keys.ciphers([person(1)]))[person(1)].encrypt(b"text", PLACE)
    with closing(sqlite3.connect(tmp_path / "keys.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        ((wrapped,),) = reader.execute("SELECT wrapped FROM keys WHERE owner = ?", (person(1),)).fetchall()
        assert not await keys.destroy(person(1))
        assert [wrapped in each.read_bytes() for each in (tmp_path / "keys.db", tmp_path / "keys.db-wal")] != [
            False
        ] * 2
        with pytest.raises(Unreadable):
            (await keys.ciphers([person(1)]))[person(1)].decrypt(sealed, PLACE)
    assert await keys.destroy(person(1))
    assert [wrapped in each.read_bytes() for each in (tmp_path / "keys.db", tmp_path / "keys.db-wal")] == [False] * 2


async def test_several_keys_go_together(keys: KeyStore) -> None:
    """The log is emptied once for all of them; none is left, and others stay."""
    ciphers = await keys.ciphers([person(1), person(2), person(3)])
    sealed = {owner: each.encrypt(b"text", PLACE) for owner, each in ciphers.items()}
    assert await keys.destroy(person(1), person(2))
    fresh = await keys.ciphers([person(1), person(2), person(3)])
    assert fresh[person(3)].decrypt(sealed[person(3)], PLACE) == b"text"
    for owner in (person(1), person(2)):
        with pytest.raises(Unreadable):
            fresh[owner].decrypt(sealed[owner], PLACE)


async def test_a_key_is_destroyed_while_it_is_being_read(keys: KeyStore) -> None:
    """A reader beside the store brings no destroyed key back into memory."""
    sealed, reader = (await keys.cipher("a")).encrypt(b"text", PLACE), keys.reader()
    reader.forget()
    reading = asyncio.create_task(reader.ciphers(["a"]))
    await asyncio.sleep(0)  # the reader has opened the file
    await asyncio.gather(reading, keys.destroy("a"))
    with pytest.raises(Unreadable):
        (await keys.cipher("a")).decrypt(sealed, PLACE)


async def test_the_cache_has_an_end(keys: KeyStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many people write, the number of keys in memory is limited, and all data still opens."""
    monkeypatch.setattr("storage.db.keys.CACHED_KEYS", 10)
    sealed = (await keys.ciphers([person(1)]))[person(1)].encrypt(b"text", PLACE)
    for start in range(0, 50, 5):
        assert len(await keys.ciphers(person(n) for n in range(start, start + 5))) == 5
    assert (await keys.ciphers([person(1)]))[person(1)].decrypt(sealed, PLACE) == b"text"


async def test_a_wrong_master_key_is_told(tmp_path: Path) -> None:
    """A store made with another master key is refused at the start."""
    database = await open_sqlite(tmp_path / "keys.db")
    await KeyStore.start(database, KEY)
    with pytest.raises(WrongMasterKey):
        await KeyStore.start(database, bytes([1]) * 32)
    await database.close()


def test_a_crash_while_the_key_file_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is never half a key in the key's place; the next start makes a whole one."""

    def crash(_descriptor: int) -> None:
        raise SystemExit

    path = tmp_path / "master.key"
    with monkeypatch.context() as crashing:
        crashing.setattr("storage.db.keys.os.fsync", crash)
        with pytest.raises(SystemExit):
            make_master_key(path)
    assert not path.exists()
    make_master_key(path)
    assert len(read_master_key(path, None)) == 32


def test_the_key_file(tmp_path: Path) -> None:
    """It is its owner's to read, and never made by reading; a given key takes precedence; nonsense is rejected."""
    path = tmp_path / "master.key"
    with refused(BadMasterKey, match="neither set nor in"):
        read_master_key(path, None)
    make_master_key(path)
    made = read_master_key(path, None)
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_master_key(path, None) == made
    assert read_master_key(path, base64.b64encode(KEY).decode()) == KEY
    with refused(BadMasterKey, match="5 bytes instead of 32"):
        read_master_key(path, base64.b64encode(b"short").decode())
    with refused(BadMasterKey, match="not base64"):
        read_master_key(path, "кириллица")
