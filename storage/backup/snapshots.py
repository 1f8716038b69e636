"""Consistent copies of the files of a data folder, made alongside the running bot, which never waits for them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from storage.backup.archive import BackupRefused
from storage.db.encryption import Cipher, Unreadable
from storage.db.engine import Statement, StorageFault
from storage.db.keys import SYSTEM, derive
from storage.history.chain_walk import Keys
from storage.history.head_file import HEADS_KEY, at_one_moment, write_heads

if TYPE_CHECKING:
    from pathlib import Path

    from domain.history import ChainHead
    from storage.db.engine import Files, Snapshot

SIGNING = "backups of the signing key"  # purpose of the derived key
SIGNING_PLACE = "backups.signing_key:"


def copy_data(files: Files, database: Path, heads: Path, master: bytes) -> ChainHead:
    """Copies the database as of one moment, with heads of that same moment; returns the last entry of the history.

    Recorded cuts are copied as well; a history that does not end as the heads say counts as cut in the copy, too.

    Raises:
        BackupRefused: the database cannot be copied, or is damaged.
    """
    key = derive(master, HEADS_KEY)
    try:
        with files.engine.snapshot(files.database) as source:
            said, tail = at_one_moment(source, files.heads, key)  # the snapshot keeps this moment for the copy
            _copy(source, database)
    except StorageFault as error:
        raise BackupRefused("backup-not-copied", file=files.database.name, why=str(error)) from None
    write_heads(heads, key, said, tail)
    return tail


def copy_keys(files: Files, key_store: Path) -> None:
    """Copies the key store as of one moment, without keys of erased data that are still to be destroyed.

    Raises:
        BackupRefused: it cannot be copied, or is damaged.
    """
    try:
        with files.engine.snapshot(files.database) as source:
            doomed = source.read("SELECT owner FROM doomed_keys")
        with files.engine.snapshot(files.key_store) as source:
            _copy(source, key_store, Statement("DELETE FROM keys WHERE owner = ?", doomed, many=True))
    except StorageFault as error:
        raise BackupRefused("backup-not-copied", file=files.key_store.name, why=str(error)) from None


def name_of_store(files: Files, master: bytes) -> str:
    """Identifies a key store: a hash of the wrapped key that every store makes first.

    A change of the master key gives the store another name.

    Raises:
        BackupRefused: this is no key store, or it was made with another master key.
    """
    try:
        with files.engine.snapshot(files.key_store) as source:
            Keys(source, master).cipher(SYSTEM)
            ((wrapped,),) = source.read("SELECT wrapped FROM keys WHERE owner = ?", (SYSTEM,))
    except StorageFault as error:
        raise BackupRefused("backup-not-read", file=files.key_store.name, why=str(error)) from None
    except Unreadable:
        raise BackupRefused("backup-not-opened", file=files.key_store.name) from None
    return hashlib.sha256(wrapped).hexdigest()


def seal_signing_key(source: Path, target: Path, master: bytes) -> None:
    """Copies the signing key sealed with the master key."""
    target.write_bytes(Cipher(derive(master, SIGNING)).encrypt(source.read_bytes(), SIGNING_PLACE))


def open_signing_key(sealed: bytes, master: bytes) -> bytes:
    """Opens a copy of the signing key.

    Raises:
        Unreadable: it was made with another master key.
    """
    return Cipher(derive(master, SIGNING)).decrypt(sealed, SIGNING_PLACE)


def _copy(source: Snapshot, target: Path, *then: Statement) -> None:
    if not source.copy(target, then):
        raise BackupRefused("backup-of-damage", file=target.name)
