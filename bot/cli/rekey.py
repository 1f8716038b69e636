"""The command `rekey`: changes the master key. Killed at any moment, it goes on when it is run again.

In this order: a mark, with which nothing else opens the folder; where the key is a file, a copy of the old one and the
new one beside it; the key store, in one commit; the heads of the history; where the key is a file, the new one in its
place; the end of the mark. Until the key store's commit the old key opens it, from then on the new one.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.data_folder import (
    ENGINE,
    HEADS,
    KEY_STORE,
    MASTER_KEY,
    REKEYING,
    configured_master_key,
    files_of,
    refuse_loss,
    refuse_unfinished,
)
from bot.file_access import describe_fault
from bot.process import only_instance
from bot.resources import load_texts
from bot.settings import BadSettings
from storage.db.database import Database
from storage.db.encryption import Unreadable
from storage.db.engine import StorageFault
from storage.db.key_check import look
from storage.db.keys import (
    BadMasterKey,
    WrongMasterKey,
    derive,
    make_master_key,
    name_master_key,
    read_master_key,
    replace_file,
    sync_folder,
)
from storage.db.rekeying import is_opened_by, rewrap
from storage.history.head_file import HEADS_KEY, change_heads_key

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.settings import Settings
    from dialogs.ui.texts import Texts

FRESH = f"{MASTER_KEY}.new"  # the new key until everything opens with it


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the master key of a data folder."""

    folder: Path
    old: bytes
    new: bytes

    async def carry_out(self) -> None:
        """Makes the key store and the heads open with the new key only; what is done already stays.

        Raises:
            BadSettings: neither key opens the key store, or it is damaged or being read; the message says what to do.
            StorageFault, OSError: a file cannot be read or written now.
        """
        async with _key_store(self.folder) as key_file:
            try:
                alone = await rewrap(key_file, self.old, self.new)
            except WrongMasterKey:
                raise BadSettings("rekey-neither", file=str(self.folder / KEY_STORE)) from None
            except Unreadable:
                _remove_mark(self.folder)  # nothing was changed, and the bot goes on with the old key
                raise BadSettings("rekey-damaged", file=str(self.folder / KEY_STORE)) from None
        if not alone:
            raise BadSettings("rekey-being-read", file=str(self.folder / KEY_STORE))
        change_heads_key(self.folder / HEADS, derive(self.old, HEADS_KEY), derive(self.new, HEADS_KEY))


def run(settings: Settings) -> int:
    """Changes the key and says what to do next.

    Raises:
        BadSettings: nothing was changed, or the change is to be continued; the message says which.
        AlreadyRunning: the bot runs.
    """
    folder = settings.data_dir
    if not (folder / KEY_STORE).exists():
        raise BadSettings("folder-no-data", folder=str(folder))
    texts = load_texts(settings.language)
    with only_instance(folder):
        try:
            if not _name_of_old(folder):
                refuse_unfinished(folder)
                refuse_loss(settings, look(files_of(folder), beside_bot=False))
            said = asyncio.run((_in_environment if settings.master_key else _in_file)(settings, texts))
        except BadMasterKey as error:
            raise BadSettings("setting-master-key", why=error) from None
        except (StorageFault, OSError) as error:
            raise BadSettings.of(describe_fault(folder, error)) from None
    sys.stdout.write(f"{said}\n")
    return 0


async def _in_file(settings: Settings, texts: Texts) -> str:
    """The key is in the data folder: makes a new one, and keeps the old one beside it, for backups made with it."""
    folder = settings.data_dir
    path, fresh = folder / MASTER_KEY, folder / FRESH
    if settings.new_master_key:
        raise BadSettings("rekey-in-file", file=str(path))
    old = read_master_key(path, None)
    name = _name_of_old(folder)
    if not name:
        await _refuse_other(folder, old)
        fresh.unlink(missing_ok=True)
        name = _mark(folder, old)
    kept = path.with_name(f"{MASTER_KEY}.{name}")
    if name == name_master_key(old):  # else all is done but the end
        if not kept.exists():
            replace_file(kept, path.read_bytes())
        if not fresh.exists():
            make_master_key(fresh)
        await Change(folder, old, read_master_key(fresh, None)).carry_out()
        fresh.replace(path)
        sync_folder(folder)
    _remove_mark(folder)
    return texts.plain("rekey-done-file", file=str(path), kept=str(kept))


async def _in_environment(settings: Settings, texts: Texts) -> str:
    """The key is in MASTER_KEY, which only the administrator can change."""
    folder = settings.data_dir
    old = read_master_key(folder / MASTER_KEY, configured_master_key(settings))
    name = _name_of_old(folder)
    if name and name != name_master_key(old):
        raise BadSettings("rekey-old-first")
    new = _new_key(settings, texts)
    if new == old:
        raise BadSettings("rekey-same")
    if not name and await _opens(folder, new):
        return texts.plain("rekey-done")  # an earlier run ended, and only its message was lost
    if not name:
        await _refuse_other(folder, old)
        _mark(folder, old)
    await Change(folder, old, new).carry_out()
    _remove_mark(folder)
    return texts.plain("rekey-done")


@asynccontextmanager
async def _key_store(folder: Path) -> AsyncIterator[Database]:
    key_file = Database(await ENGINE.open(folder / KEY_STORE))
    try:
        yield key_file
    finally:
        await key_file.close()


async def _opens(folder: Path, master: bytes) -> bool:
    async with _key_store(folder) as key_file:
        return await is_opened_by(key_file, master)


async def _refuse_other(folder: Path, old: bytes) -> None:
    if not await _opens(folder, old):
        raise BadSettings("setting-master-key-other", file=str(folder / KEY_STORE))


def _name_of_old(folder: Path) -> str:
    """The name of the key that an unfinished change began with; empty if there is no such change."""
    mark = folder / REKEYING
    return mark.read_text(encoding="ascii") if mark.exists() else ""


def _mark(folder: Path, old: bytes) -> str:
    """Makes everything but this command refuse the folder; returns the name of the old key."""
    name = name_master_key(old)
    replace_file(folder / REKEYING, name.encode())
    return name


def _remove_mark(folder: Path) -> None:
    (folder / REKEYING).unlink(missing_ok=True)
    sync_folder(folder)


def _new_key(settings: Settings, texts: Texts) -> bytes:
    """The key of NEW_MASTER_KEY, or of a line of standard input: neither stands in the shell's history.

    Raises:
        BadSettings: there is none, it is not 32 bytes in base64, or it was typed differently the second time.
    """
    if settings.new_master_key:
        given = settings.new_master_key.get_secret_value()
    elif sys.stdin.isatty():
        given = getpass(texts.plain("rekey-ask") + " ")
        if getpass(texts.plain("rekey-ask-again") + " ") != given:  # a slip would lock all data for ever
            raise BadSettings("rekey-differs")
    else:
        given = sys.stdin.readline().strip()
    if not given:
        raise BadSettings("rekey-no-key")
    try:
        return read_master_key(Path(), given)
    except BadMasterKey as error:
        raise BadSettings("setting-new-master-key", why=error) from None
