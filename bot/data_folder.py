"""Opens the database and the key store of a data folder, and chooses the engine that keeps them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from assets.loaders.templates import Paper, form_templates
from bot.file_access import describe_fault
from bot.monitoring import log_event
from bot.process import PassingFault, folder_fault, only_instance
from bot.settings import BadSettings
from documents.applications import Forms, Letters
from documents.complaints import ComplaintLetters, ComplaintPapers, Slips
from documents.factory import DocumentFactory
from documents.receipts.signing import BadSigningKey, load_or_make_signer
from storage.db.database import Database, NewerDatabase, OtherSchema, migrate
from storage.db.encryption import Unreadable
from storage.db.engine import DamagedFile, Files, StatementError, StorageFault
from storage.db.key_check import Loss, look
from storage.db.keys import (
    CHECK,
    BadMasterKey,
    KeyReader,
    KeyStore,
    WrongMasterKey,
    derive,
    make_master_key,
    read_master_key,
)
from storage.db.records import list_of_other_editions
from storage.history.head_file import HEADS_KEY, ChainHeadFile, keep_heads
from storage.sqlite.engine import SqliteEngine

if TYPE_CHECKING:
    from contextlib import AsyncExitStack
    from pathlib import Path

    from bot.resources import Resources
    from bot.settings import Settings
    from storage.db.engine import Engine
    from storage.db.key_check import Found
    from storage.history.head_file import Cut

ENGINE: Engine = SqliteEngine()
DATABASE = "tirkeu.db"
KEY_STORE = "keys.db"
MASTER_KEY = "master.key"
HEADS = "history.heads"
SIGNING_KEY = "signing.key"
SPARE_MARKS = "marks.spare"
RESTORING = "restoring"  # subfolder from which a restore moves prepared files
LOST = {
    Loss.DATABASE: f"{DATABASE} is missing or empty, and the other files are of a bot that has worked",
    Loss.KEY_STORE: f"{KEY_STORE} is missing or empty, and {DATABASE} is sealed with its keys",
    Loss.DAMAGED_KEYS: f"{KEY_STORE} is damaged, and {DATABASE} is sealed with its keys",
    Loss.OLDER_KEYS: f"{KEY_STORE} is older than {DATABASE} and lacks keys that it is sealed with",
    Loss.OTHER_KEYS: f"{KEY_STORE} is another bot's than {DATABASE}",
    Loss.SOME_KEYS: f"{KEY_STORE} lacks keys that {DATABASE} is sealed with",
}
WAY_OUT = (
    "nothing was changed. Put the right file back, or restore the newest backups of both with `python -m bot restore`"
    " into an empty folder (docs/backup.md)"
)
OTHER_TABLES = (
    "nothing was started. Run the version of the program that wrote it, or restore a backup of before it with"
    " `python -m bot restore` into an empty folder (docs/backup.md)"
)

NAMED = 20  # records of another edition


async def open_stores(settings: Settings, stack: AsyncExitStack, *, erasing: bool = False) -> tuple[Database, KeyStore]:
    """Opens and migrates the database and opens the key store; the stack closes both.

    With `erasing`, rows without keys are accepted, which the caller erases, and records of any edition.

    Raises:
        BadSettings: a file or the master key is lost or belongs to another bot, the folder cannot be used, or records
            in it belong to another edition of the standard than the served one.
        PassingFault: the folder cannot be used now (full, read-only, locked, I/O).
    """
    folder = settings.data_dir
    if (folder / RESTORING / DATABASE).exists():
        raise BadSettings(f"DATA_DIR: a restore into {folder} did not end: run it again")
    try:
        _make_private(folder)
        _refuse_unreadable(folder)
        found = look(files_of(folder), beside_bot=False, erasing=erasing)
        refuse_loss(settings, found)
        if found.new and _configured_master_key(settings) is None and not (folder / MASTER_KEY).exists():
            make_master_key(folder / MASTER_KEY)
        master = read_master_key(folder / MASTER_KEY, _configured_master_key(settings))
        database = Database(await ENGINE.open(folder / DATABASE))
        stack.push_async_callback(database.close)
        key_file = Database(await ENGINE.open(folder / KEY_STORE))
        stack.push_async_callback(key_file.close)
        keys = await KeyStore.start(
            key_file, master
        )  # before the migration, so that nothing changes with a wrong master key
        await migrate(database, ENGINE)
        await _refuse_other_editions(settings, database, restoring=erasing)
        await database.name_generation(keys)
        _report_cut(await keep_heads(database, ChainHeadFile(folder / HEADS, derive(master, HEADS_KEY))))
    except BadMasterKey as error:
        raise BadSettings(f"MASTER_KEY: {error}") from None
    except WrongMasterKey:
        raise BadSettings(f"MASTER_KEY: does not open {folder / KEY_STORE}") from None
    except NewerDatabase as error:
        raise BadSettings(f"DATA_DIR: {folder / DATABASE} is of a newer program ({error})") from None
    except OtherSchema as error:
        raise BadSettings(
            f"DATA_DIR: {folder / DATABASE} has other tables than this program ({error}); {OTHER_TABLES}"
        ) from None
    except (DamagedFile, StatementError) as error:
        raise BadSettings(describe_fault(folder, error)) from None
    except StorageFault as error:
        raise PassingFault(describe_fault(folder, error)) from None
    except OSError as error:
        raise folder_fault(folder, error) from None
    return database, keys


async def open_for_reading(settings: Settings, stack: AsyncExitStack) -> tuple[Database, KeyStore] | None:
    """Opens both without writing, beside a bot that may be running; None if there are no data yet.

    What an earlier version wrote is migrated first, as by any other command.

    Raises:
        BadSettings: a file or the master key is lost, the folder cannot be read, or records in it belong to another
            edition of the standard than the served one.
        AlreadyRunning: a bot of an earlier version is running.
    """
    folder = settings.data_dir
    files = files_of(folder)
    if (folder / RESTORING / DATABASE).exists():
        raise BadSettings(f"DATA_DIR: a restore into {folder} did not end: run it again")
    try:
        refuse_loss(settings, look(files, beside_bot=True))
        if not (files.database.exists() and files.key_store.exists()):
            return None
        master = read_master_key(folder / MASTER_KEY, _configured_master_key(settings))
        with ENGINE.snapshot(files.database) as snapshot:
            current = snapshot.read(ENGINE.version_query) == [(len(ENGINE.migrations()),)]
        if not current:
            stack.enter_context(only_instance(folder))
            return await open_stores(settings, stack)
        database = Database(await ENGINE.open_reader(files.database))
        stack.push_async_callback(database.close)
        key_file = Database(await ENGINE.open_reader(files.key_store))
        stack.push_async_callback(key_file.close)
        keys = KeyReader.over(key_file, master)
        await keys.ciphers([CHECK])
        await _refuse_other_editions(settings, database)
    except BadMasterKey as error:
        raise BadSettings(f"MASTER_KEY: {error}") from None
    except Unreadable:
        raise BadSettings(f"MASTER_KEY: does not open {files.key_store}") from None
    except (StorageFault, OSError) as error:
        raise BadSettings(describe_fault(folder, error, "read")) from None
    return database, keys


def _refuse_unreadable(folder: Path) -> None:
    """Refuses what the engine would call a passing fault although it does not end by itself.

    Raises:
        BadSettings: a folder is in the place of a file, or a file may not be read by this user.
    """
    for path in (folder / DATABASE, folder / KEY_STORE):
        if path.exists() and not (path.is_file() and os.access(path, os.R_OK)):
            raise BadSettings(f"DATA_DIR: {folder} cannot be used ({path.name} is no file, or may not be read)")


def files_of(folder: Path) -> Files:
    """The paths of the files in a data folder."""
    return Files(folder / DATABASE, folder / KEY_STORE, folder / HEADS, ENGINE)


def refuse_loss(settings: Settings, found: Found) -> None:
    """Refuses to continue if a file is lost, or is not of the same bot and time as the others.

    Raises:
        BadSettings: what is lost, and what to do about it.
    """
    folder = settings.data_dir
    if found.loss is not None:
        many = f" ({len(found.without_keys)} people, applications and complaints)" if found.without_keys else ""
        raise BadSettings(f"DATA_DIR: {folder}: {LOST[found.loss]}{many}; {WAY_OUT}")
    first = found.new and not (folder / KEY_STORE).exists()  # no key is ever made beside a store, even an empty one
    if not first and _configured_master_key(settings) is None and not (folder / MASTER_KEY).exists():
        raise BadSettings(
            f"MASTER_KEY: neither set nor in {folder / MASTER_KEY}, and {KEY_STORE} opens with the one it was made with"
            " alone: set it again from where it is kept; nothing was changed"
        )


async def _refuse_other_editions(settings: Settings, database: Database, *, restoring: bool = False) -> None:
    """Refuses to show records under a law that is not theirs: only one edition is served. A restore shows none.

    Raises:
        BadSettings: the records, `NAMED` at most, and how many there are.
    """
    found, count = await list_of_other_editions(database, settings.edition, NAMED)
    if found and not restoring:
        named = "; ".join(f"{each.name}{f' ({each.unit})' if each.unit else ''}: {each.edition}" for each in found)
        more = f"; and {count - len(found)} more" if count > len(found) else ""
        many, theirs = ("1 record belongs", "its own") if count == 1 else (f"{count} records belong", "theirs")
        raise BadSettings(
            f"EDITION: {settings.edition} is to be served, but {many} to another edition and would be shown under the"
            f" wrong law; set EDITION to {theirs}, no record was changed: {named}{more}"
        )


def _configured_master_key(settings: Settings) -> str | None:
    return settings.master_key.get_secret_value() if settings.master_key else None


def open_papers(settings: Settings, library: Resources, bot_name: str = "") -> DocumentFactory:
    """Creates the factory of documents with the bot's signing key.

    Raises:
        BadSettings: the key file contains something else.
    """
    try:
        signer = load_or_make_signer(settings.data_dir / SIGNING_KEY)
    except BadSigningKey as error:
        raise BadSettings(f"DATA_DIR: {error}") from None
    forms = Forms(library.standard.forms, form_templates())
    letters = Letters(Paper.REFUSAL.template(), Paper.REFUSAL_WITH_REASON.template())
    complaints = ComplaintPapers(
        library.standard, Slips(Paper.SLIP.template()), ComplaintLetters(Paper.COMPLAINT.template())
    )
    return DocumentFactory(library.standard, forms, letters, signer, bot_name, complaints)


def _report_cut(cut: Cut | None) -> None:
    """Logs an error and continues: the evidence stays in the file of heads."""
    if cut is not None:
        log_event("history-cut", expected=cut.expected.id, found=cut.found.id)


def _make_private(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
