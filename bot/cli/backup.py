"""`backup` on the command line: the data and the keys in two files. It only reads, and may run beside the bot."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot import clock
from bot.data_folder import MASTER_KEY, SIGNING_KEY, files_of, refuse_loss
from bot.settings import BadSettings
from domain.history import ChainHead
from storage.backup.archive import DATA, KEYS, BackupRefused, Manifest, pack
from storage.backup.snapshots import copy_data, copy_keys, name_of_store, seal_signing_key
from storage.db.engine import Files, StorageFault
from storage.db.key_check import look
from storage.db.keys import BadMasterKey, read_master_key

if TYPE_CHECKING:
    from argparse import Namespace

    from bot.settings import Settings

REFUSED = 1
KEYS_KEPT = timedelta(days=30)  # what was erased can be brought back for so long
STAMP = "%Y%m%dT%H%M%SZ"
NEVER = datetime.max.replace(tzinfo=UTC)
OF_KEYS = re.compile(rf"tirkeu-(\d{{8}}T\d{{6}}Z)\.{KEYS}\.zip(\.part)?")
UNFINISHED = ".tirkeu-"
SEALED_SIGNING_KEY = f"{SIGNING_KEY}.sealed"


@dataclass(frozen=True, slots=True)
class Source:
    """The data folder that is backed up, and its master key."""

    folder: Path
    master: bytes

    @property
    def files(self) -> Files:
        """Where they are."""
        return files_of(self.folder)


def run(options: Namespace, settings: Settings) -> int:
    """Write both files and drop keys that are too old: 0, or 1 and why not.

    Raises:
        BadSettings: there is nothing to back up, or nowhere to write it.
    """
    target: Path = options.folder
    if not target.is_dir():
        raise BadSettings(f"{target}: no such folder; is the disk there that it is on?")
    try:
        refuse_loss(settings, look(files_of(settings.data_dir), beside_bot=True))
    except StorageFault as error:
        raise BadSettings(f"DATA_DIR: {settings.data_dir} cannot be read ({error})") from None
    source = Source(settings.data_dir, master_key(settings))
    if not (source.files.database.exists() and source.files.key_store.exists()):
        raise BadSettings(f"DATA_DIR: {settings.data_dir} holds no bot's data")
    try:
        for each in _write_both(source, target):
            sys.stdout.write(f"{each}  {each.stat().st_size} bytes\n")
        for each in _drop_old_keys(target, clock.now()):
            sys.stdout.write(f"{each} removed: keys are kept for {KEYS_KEPT.days} days\n")
    except BackupRefused as error:
        sys.stderr.write(f"no backup: {error}\n")
        return REFUSED
    except OSError as error:
        sys.stderr.write(f"no backup: {target} cannot be written ({type(error).__name__}: {error.strerror})\n")
        return REFUSED
    return 0


def master_key(settings: Settings) -> bytes:
    """The master key that is there: none is ever made.

    Raises:
        BadSettings: there is none, or it is no key.
    """
    path = settings.data_dir / MASTER_KEY
    given = settings.master_key.get_secret_value() if settings.master_key else None
    if given is None and not path.exists():
        raise BadSettings(f"MASTER_KEY: neither set nor in {path}")
    try:
        return read_master_key(path, given)
    except (BadMasterKey, OSError) as error:
        raise BadSettings(f"MASTER_KEY: {error}") from None


def _write_both(source: Source, target: Path) -> list[Path]:
    """The data first: so the keys that come after hold every key that the data need."""
    stamp = clock.now().strftime(STAMP)
    data, keys = (target / f"tirkeu-{stamp}.{kind}.zip" for kind in (DATA, KEYS))
    with TemporaryDirectory(prefix=UNFINISHED, dir=target) as made_in:
        folder = files_of(Path(made_in))
        store = name_of_store(source.files, source.master)
        head = copy_data(source.files, folder.database, folder.heads, source.master)
        copied = clock.now()
        pack(data, Manifest(DATA, copied, head, store), (folder.database, folder.heads), source.master)
        begun = max(clock.now(), copied)  # the clock may be put back in between
        copy_keys(source.files, folder.key_store)
        pack(keys, Manifest(KEYS, begun, ChainHead(), store), _keys(source, folder.key_store), source.master)
    return [data, keys]


def _keys(source: Source, key_store: Path) -> list[Path]:
    signing = source.folder / SIGNING_KEY
    if not signing.exists():
        return [key_store]  # the bot has never run: there are data of commands alone
    sealed = key_store.with_name(SEALED_SIGNING_KEY)
    seal_signing_key(signing, sealed, source.master)
    return [key_store, sealed]


def _drop_old_keys(target: Path, now: datetime) -> list[Path]:
    dropped = [each for each in sorted(target.iterdir()) if _made_at(each.name) < now - KEYS_KEPT]
    for each in dropped:
        each.unlink()
    for each in target.glob(f"{UNFINISHED}*"):  # of a command that was killed: there may be keys in it
        if each.stat().st_mtime < (now - KEYS_KEPT).timestamp():
            shutil.rmtree(each)
    return dropped


def _made_at(name: str) -> datetime:
    """When a backup of keys was made, by its name; of other files never."""
    match = OF_KEYS.fullmatch(name)
    try:
        return datetime.strptime(match[1], STAMP).replace(tzinfo=UTC) if match else NEVER
    except ValueError:
        return NEVER
