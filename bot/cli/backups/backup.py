"""The command `backup`: writes data and keys to two files. Read-only, so it may run beside the bot."""

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
from bot.data_folder import MASTER_KEY, SIGNING_KEY, configured_master_key, files_of, refuse_loss, refuse_unfinished
from bot.file_access import describe_fault
from bot.resources import load_texts
from bot.settings import BadSettings
from dialogs.ui.texts import describe_reason
from domain.errors import Explained
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
KEYS_KEPT = timedelta(days=30)  # how long erased data could still be restored
STAMP = "%Y%m%dT%H%M%SZ"
NEVER = datetime.max.replace(tzinfo=UTC)
OF_KEYS = re.compile(rf"tirkeu-(\d{{8}}T\d{{6}}Z)\.{KEYS}\.zip(\.part)?")
UNFINISHED = ".tirkeu-"
SEALED_SIGNING_KEY = f"{SIGNING_KEY}.sealed"


@dataclass(frozen=True, slots=True)
class Source:
    """The data folder to back up, with its master key."""

    folder: Path
    master: bytes

    @property
    def files(self) -> Files:
        """The paths of its files."""
        return files_of(self.folder)


def run(options: Namespace, settings: Settings) -> int:
    """Writes both files and deletes keys that are too old; returns 0, or prints the reason and returns 1.

    Raises:
        BadSettings: there is nothing to back up, or no folder to write to.
    """
    target: Path = options.folder
    if not target.is_dir():
        raise BadSettings("backup-no-folder", folder=str(target))
    try:
        refuse_unfinished(settings.data_dir)
        refuse_loss(settings, look(files_of(settings.data_dir), beside_bot=True))
    except (StorageFault, OSError) as error:
        raise BadSettings.of(describe_fault(settings.data_dir, error, "folder-not-readable")) from None
    texts = load_texts(settings.language)
    source = Source(settings.data_dir, master_key(settings))
    if not (source.files.database.exists() and source.files.key_store.exists()):
        raise BadSettings("folder-no-data", folder=str(settings.data_dir))
    try:
        for each in _write_both(source, target):
            sys.stdout.write(f"{texts.plain('backup-file', file=str(each), size=str(each.stat().st_size))}\n")
        for each in _drop_old_keys(target, clock.now()):
            sys.stdout.write(f"{texts.plain('backup-removed', file=str(each), days=KEYS_KEPT.days)}\n")
    except BackupRefused as error:
        sys.stderr.write(f"{describe_reason(Explained('backup-refused', why=error), texts)}\n")
        return REFUSED
    except OSError as error:
        why = f"{type(error).__name__}: {error.strerror}"
        sys.stderr.write(f"{texts.plain('backup-not-written', folder=str(target), why=why)}\n")
        return REFUSED
    return 0


def master_key(settings: Settings) -> bytes:
    """Reads the existing master key and never creates one.

    Raises:
        BadSettings: there is no key, or it is invalid.
    """
    path = settings.data_dir / MASTER_KEY
    try:
        return read_master_key(path, configured_master_key(settings))
    except BadMasterKey as error:
        raise BadSettings("setting-master-key", why=error) from None
    except OSError as error:
        raise BadSettings.of(describe_fault(settings.data_dir, error, "folder-not-readable")) from None


def _write_both(source: Source, target: Path) -> list[Path]:
    """Copies the data first, so that the keys copied later include every key the data need."""
    stamp = clock.now().strftime(STAMP)
    data, keys = (target / f"tirkeu-{stamp}.{kind}.zip" for kind in (DATA, KEYS))
    with TemporaryDirectory(prefix=UNFINISHED, dir=target) as made_in:
        folder = files_of(Path(made_in))
        store = name_of_store(source.files, source.master)
        head = copy_data(source.files, folder.database, folder.heads, source.master)
        copied = clock.now()
        pack(data, Manifest(DATA, copied, head, store), (folder.database, folder.heads), source.master)
        started = max(clock.now(), copied)  # the clock may have been set back in between
        copy_keys(source.files, folder.key_store)
        if name_of_store(folder, source.master) != store:
            raise BackupRefused("backup-keys-changed", file=source.files.key_store.name)
        pack(keys, Manifest(KEYS, started, ChainHead(), store), _keys(source, folder.key_store), source.master)
    return [data, keys]


def _keys(source: Source, key_store: Path) -> list[Path]:
    signing = source.folder / SIGNING_KEY
    if not signing.exists():
        return [key_store]  # the bot has never run, only commands have written data
    sealed = key_store.with_name(SEALED_SIGNING_KEY)
    seal_signing_key(signing, sealed, source.master)
    return [key_store, sealed]


def _drop_old_keys(target: Path, now: datetime) -> list[Path]:
    dropped = [each for each in sorted(target.iterdir()) if _made_at(each.name) < now - KEYS_KEPT]
    for each in dropped:
        each.unlink()
    for each in target.glob(f"{UNFINISHED}*"):  # left by a killed command; may contain keys
        if each.stat().st_mtime < (now - KEYS_KEPT).timestamp():
            shutil.rmtree(each)
    return dropped


def _made_at(name: str) -> datetime:
    """When a backup of keys was made, by its file name; `NEVER` for other files."""
    match = OF_KEYS.fullmatch(name)
    try:
        return datetime.strptime(match[1], STAMP).replace(tzinfo=UTC) if match else NEVER
    except ValueError:
        return NEVER
