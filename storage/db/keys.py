"""The key store: a separate database with one wrapped key for each owner; destroying a key erases its data."""

from __future__ import annotations

import base64
import binascii
import hmac
import os
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from domain.errors import Explained
from storage.db.encryption import KEY_BYTES, Cipher, Unreadable
from storage.db.engine import marks
from storage.db.key_generations import Series

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from storage.db.database import Database
    from storage.db.key_generations import Generation
    from storage.db.transaction import Transaction

SCHEMA = """
CREATE TABLE IF NOT EXISTS keys (
    owner   TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    wrapped BLOB NOT NULL
) WITHOUT ROWID
"""
KEY_VERSION = 1
WRAPPING, LOOKUPS, NAMING = "wrapping", "lookups", "backups by name"  # purposes of derived keys
CHECK = "check"  # owner of the key that shows a wrong master key at the start
SYSTEM = "system"  # owner of what is nobody's: entries about people, updates that do not parse
CACHED_KEYS = 10_000
OWNER_ONLY = 0o600


class WrongMasterKey(Exception):
    """The key store was made with another master key."""


class BadMasterKey(Explained):
    """The master key is not 32 bytes in base64."""


def person(user_id: int) -> str:
    """The owner of a person's data outside any case."""
    return f"person:{user_id}"


def case_owner(case_id: str) -> str:
    """The owner of the data of one case or complaint."""
    return f"case:{case_id}"


def read_master_key(path: Path, given: str | None) -> bytes:
    """Decodes the given master key (base64), or the one in the file.

    Raises:
        BadMasterKey: the given key or the file is not 32 bytes in base64, or there is neither.
    """
    if given is None and not path.exists():
        raise BadMasterKey("key-missing", file=str(path))
    try:
        key = base64.b64decode(path.read_bytes() if given is None else given, validate=True)
    except (binascii.Error, ValueError):
        raise BadMasterKey("key-encoding") from None
    if len(key) != KEY_BYTES:
        raise BadMasterKey("key-length", length=str(len(key)), wanted=str(KEY_BYTES))
    return key


def make_master_key(path: Path) -> None:
    """Makes the file of the first start, for its owner only.

    Writes the whole file and syncs it before anything is wrapped: a crash must not leave half a key.
    """
    replace_file(path, base64.b64encode(os.urandom(KEY_BYTES)))


def replace_file(path: Path, content: bytes) -> None:
    """Writes a file for its owner only, which a crash leaves as it was or as it shall be; it is durable afterwards.

    Raises:
        OSError: it cannot be written.
    """
    unfinished = path.with_name(f"{path.name}.part")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes new and changed file names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def derive(master: bytes, purpose: str) -> bytes:
    """Derives a key for one purpose (HKDF, RFC 5869), so that no key serves two."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=f"tirkeu {purpose}".encode()).derive(master)


def name_master_key(master: bytes) -> str:
    """16 hex digits that tell master keys apart and reveal nothing of them; backups have the name of theirs."""
    return hmac.digest(derive(master, NAMING), b"", "sha256").hex()[:16]


def wrapped_place(owner: str) -> str:
    """The place that an owner's wrapped key is sealed to."""
    return f"keys.wrapped:{owner}"


class KeyStore:
    """Keys by owner, wrapped with the master key; used ones are cached in memory."""

    def __init__(self, database: Database, master: bytes) -> None:
        self._database = database
        self._wrapper = Cipher(derive(master, WRAPPING))
        self._open: dict[str, Cipher] = {}
        self._series = Series()
        self.lookup_key = derive(master, LOOKUPS)  # for HMACs by which sealed values are found

    @classmethod
    async def start(cls, database: Database, master: bytes) -> KeyStore:
        """Opens or creates the store.

        Raises:
            WrongMasterKey: the store was made with another master key.
        """
        store = cls(database, master)
        await store._make_ready()
        return store

    @property
    def generation(self) -> Generation:
        """The generation that covers every key handed out so far."""
        assert self._series.newest is not None  # noqa: S101  # since the start
        return self._series.newest

    async def _make_ready(self) -> None:
        async with self._database.transaction() as transaction:
            await transaction.run(SCHEMA)
            await self._series.read(transaction)
        try:
            await self.ciphers([CHECK, SYSTEM])
            await self._read_lookup_key()
        except Unreadable:
            raise WrongMasterKey from None
        if self._series.newest is None:  # made by a version without series
            async with self._database.transaction() as transaction:
                begun = await self._series.count(transaction, 0)
            self._series.take(begun)

    async def _read_lookup_key(self) -> None:
        """Takes the key of the first master key if this is a later one: its HMACs cannot be computed anew."""
        async with self._database.transaction() as transaction:
            found = await self._found(transaction, [LOOKUPS])
        self.lookup_key = found.get(LOOKUPS, self.lookup_key)

    async def ciphers(self, owners: Iterable[str]) -> dict[str, Cipher]:
        """Ciphers by owner; missing keys are made, and are durable when this returns.

        Raises:
            Unreadable: a wrapped key does not open.
            StorageFault: the key store cannot work now.
        """
        wanted = set(owners)
        found = {owner: self._open[owner] for owner in wanted if owner in self._open}
        missing = sorted(wanted - found.keys())
        if missing:
            if len(self._open) + len(missing) > CACHED_KEYS:
                self._open.clear()
            found |= await self._load(missing)  # a reader may empty the cache meanwhile
        return found

    async def cipher(self, owner: str) -> Cipher:
        """The cipher of one owner, as `ciphers`."""
        return (await self.ciphers([owner]))[owner]

    async def destroy(self, *owners: str) -> bool:
        """Destroys owners' keys: what they sealed can never be read again, here or in older backups.

        Returns False if the keys may still be in the file's log: call it again.

        Raises:
            StorageFault: the key store cannot work now.
        """
        async with self._database.transaction() as transaction:
            for owner in owners:  # inside the transaction: no reader can put them back
                self._open.pop(owner, None)
            await transaction.run_many("DELETE FROM keys WHERE owner = ?", [(owner,) for owner in owners])
        return await self._database.empty_log()

    def reader(self) -> KeyReader:
        """A reader of this store that shares its cache."""
        return KeyReader(self._database, self._wrapper, self.lookup_key, self._open)

    async def _load(self, owners: list[str]) -> dict[str, Cipher]:
        async with self._database.transaction() as transaction:
            found = await self._found(transaction, owners)
            fresh = {owner: os.urandom(KEY_BYTES) for owner in owners if owner not in found}
            generation = await self._series.count(transaction, len(fresh)) if fresh else None
            await transaction.run_many(
                "INSERT INTO keys (owner, version, wrapped) VALUES (?, ?, ?)",
                [
                    (owner, KEY_VERSION, self._wrapper.encrypt(key, wrapped_place(owner)))
                    for owner, key in fresh.items()
                ],
            )
        if generation is not None:
            self._series.take(generation)
        loaded = {owner: Cipher(key) for owner, key in (found | fresh).items()}
        self._open |= loaded
        return loaded

    async def _found(self, transaction: Transaction, owners: list[str]) -> dict[str, bytes]:
        rows = await transaction.read(f"SELECT owner, wrapped FROM keys WHERE owner IN ({marks(owners)})", owners)  # noqa: S608  # marks only
        return {owner: self._wrapper.decrypt(wrapped, wrapped_place(owner)) for owner, wrapped in rows}


class KeyReader(KeyStore):
    """Opens existing keys and makes none: data erased while it is being read no longer opens."""

    def __init__(self, database: Database, wrapper: Cipher, lookup_key: bytes, opened: dict[str, Cipher]) -> None:
        """Shares a cache.

        Args:
            database: the key store's.
            wrapper: wraps its keys.
            lookup_key: its key for HMACs.
            opened: the cache of the key store, which also drops destroyed keys from it.
        """
        self._database = database
        self._wrapper = wrapper
        self._open = opened
        self.lookup_key = lookup_key

    @classmethod
    async def over(cls, database: Database, master: bytes) -> KeyReader:
        """A reader for a key store that another process writes to.

        Raises:
            Unreadable: the key store was made with another master key.
            StorageFault: the key store cannot be read.
        """
        reader = cls(database, Cipher(derive(master, WRAPPING)), derive(master, LOOKUPS), {})
        await reader._read_lookup_key()
        return reader

    def forget(self) -> None:
        """Empties the cache: the other process may have destroyed keys."""
        self._open.clear()

    async def ciphers(self, owners: Iterable[str]) -> dict[str, Cipher]:
        """Ciphers by owner; for an owner without a key, a random one that opens nothing and is not stored.

        Raises:
            Unreadable: a wrapped key does not open.
            StorageFault: the key store cannot work now.
        """
        wanted = set(owners)
        found = {owner: self._open[owner] for owner in wanted if owner in self._open}
        missing = sorted(wanted - found.keys())
        for start in range(0, len(missing), CACHED_KEYS):
            found |= await self._read(missing[start : start + CACHED_KEYS])
        return {owner: found.get(owner) or Cipher(os.urandom(KEY_BYTES)) for owner in wanted}

    async def _read(self, owners: list[str]) -> dict[str, Cipher]:
        async with self._database.transaction() as transaction:
            keys = await self._found(transaction, owners)
        read = {owner: Cipher(key) for owner, key in keys.items()}
        if len(self._open) + len(read) > CACHED_KEYS:
            self._open.clear()
        self._open |= read
        return read
