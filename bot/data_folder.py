"""Opens the database and the key store of a data folder, and chooses the engine that keeps them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from assets.loaders.templates import Paper
from bot.file_access import describe_fault
from bot.monitoring import log_event
from bot.process import PassingFault, folder_fault, only_instance
from bot.resources import known_editions
from bot.settings import BadSettings
from documents.applications import Forms, LetterKind, Letters
from documents.complaints import ComplaintLetters, ComplaintPapers, Slips
from documents.factory import DocumentFactory
from documents.library import EditionPapers, PaperLibrary
from documents.receipts.signing import BadSigningKey, load_or_make_signer
from domain.errors import Explained
from storage.db.database import Database, NewerDatabase, OtherSchema, migrate
from storage.db.editions import OpenRecord, count_by_edition, list_open_of
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
from storage.history.head_file import HEADS_KEY, ChainHeadFile, keep_heads
from storage.sqlite.engine import SqliteEngine

if TYPE_CHECKING:
    from contextlib import AsyncExitStack
    from pathlib import Path

    from bot.resources import Resources
    from bot.settings import Settings
    from domain.standard.edition import Standard
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
REKEYING = "rekeying"  # there while the master key is being changed; has the name of the old one
RESTORING = "restoring"  # subfolder from which a restore moves prepared files
LOST = {
    Loss.DATABASE: "lost-database",
    Loss.KEY_STORE: "lost-key-store",
    Loss.DAMAGED_KEYS: "lost-damaged-keys",
    Loss.OLDER_KEYS: "lost-older-keys",
    Loss.OTHER_KEYS: "lost-other-keys",
    Loss.SOME_KEYS: "lost-some-keys",
}

NAMED = 20  # open records of an edition that is missing


async def open_stores(settings: Settings, stack: AsyncExitStack, *, erasing: bool = False) -> tuple[Database, KeyStore]:
    """Opens and migrates the database and opens the key store; the stack closes both.

    With `erasing`, rows without keys are accepted, which the caller erases, and records of editions that are missing.

    Raises:
        BadSettings: a file or the master key is lost or belongs to another bot, the folder cannot be used, or the
            edition of open records is not loaded.
        PassingFault: the folder cannot be used now (full, read-only, locked, I/O).
    """
    folder = settings.data_dir
    refuse_unfinished(folder)
    try:
        _make_private(folder)
        _refuse_unreadable(folder)
        found = look(files_of(folder), beside_bot=False, erasing=erasing)
        refuse_loss(settings, found)
        if found.new and configured_master_key(settings) is None and not (folder / MASTER_KEY).exists():
            make_master_key(folder / MASTER_KEY)
        master = read_master_key(folder / MASTER_KEY, configured_master_key(settings))
        database = Database(await ENGINE.open(folder / DATABASE))
        stack.push_async_callback(database.close)
        key_file = Database(await ENGINE.open(folder / KEY_STORE))
        stack.push_async_callback(key_file.close)
        keys = await KeyStore.start(
            key_file, master
        )  # before the migration, so that nothing changes with a wrong master key
        await migrate(database, ENGINE)
        await _refuse_missing_editions(settings, database, restoring=erasing)
        await database.name_generation(keys)
        _report_cut(await keep_heads(database, ChainHeadFile(folder / HEADS, derive(master, HEADS_KEY))))
    except BadMasterKey as error:
        raise BadSettings("setting-master-key", why=error) from None
    except WrongMasterKey:
        raise BadSettings("setting-master-key-other", file=str(folder / KEY_STORE)) from None
    except NewerDatabase as error:
        raise BadSettings("folder-newer", file=str(folder / DATABASE), why=error) from None
    except OtherSchema as error:
        raise BadSettings("folder-other-tables", file=str(folder / DATABASE), why=error) from None
    except (DamagedFile, StatementError) as error:
        raise BadSettings.of(describe_fault(folder, error)) from None
    except StorageFault as error:
        raise PassingFault.of(describe_fault(folder, error)) from None
    except OSError as error:
        raise folder_fault(folder, error) from None
    return database, keys


async def open_for_reading(settings: Settings, stack: AsyncExitStack) -> tuple[Database, KeyStore] | None:
    """Opens both without writing, beside a bot that may be running; None if there are no data yet.

    What an earlier version wrote is migrated first, as by any other command.

    Raises:
        BadSettings: a file or the master key is lost, the folder cannot be read, or the edition of
            open records is not loaded.
        AlreadyRunning: a bot of an earlier version is running.
    """
    folder = settings.data_dir
    files = files_of(folder)
    refuse_unfinished(folder)
    try:
        refuse_loss(settings, look(files, beside_bot=True))
        if not (files.database.exists() and files.key_store.exists()):
            return None
        master = read_master_key(folder / MASTER_KEY, configured_master_key(settings))
        with ENGINE.snapshot(files.database) as snapshot:
            current = snapshot.read(ENGINE.version_query) == [(len(ENGINE.migrations()),)]
        if not current:
            stack.enter_context(only_instance(folder))
            return await open_stores(settings, stack)
        database = Database(await ENGINE.open_reader(files.database))
        stack.push_async_callback(database.close)
        key_file = Database(await ENGINE.open_reader(files.key_store))
        stack.push_async_callback(key_file.close)
        keys = await KeyReader.over(key_file, master)
        await keys.ciphers([CHECK])
        await _refuse_missing_editions(settings, database)
    except BadMasterKey as error:
        raise BadSettings("setting-master-key", why=error) from None
    except Unreadable:
        raise BadSettings("setting-master-key-other", file=str(files.key_store)) from None
    except (StorageFault, OSError) as error:
        raise BadSettings.of(describe_fault(folder, error, "folder-not-readable")) from None
    return database, keys


def _refuse_unreadable(folder: Path) -> None:
    """Refuses what the engine would call a passing fault although it does not end by itself.

    Raises:
        BadSettings: a folder is in the place of a file, or a file may not be read by this user.
    """
    for path in (folder / DATABASE, folder / KEY_STORE):
        if path.exists() and not (path.is_file() and os.access(path, os.R_OK)):
            raise BadSettings("folder-no-file", folder=str(folder), file=path.name)


def files_of(folder: Path) -> Files:
    """The paths of the files in a data folder."""
    return Files(folder / DATABASE, folder / KEY_STORE, folder / HEADS, ENGINE)


def refuse_unfinished(folder: Path) -> None:
    """Refuses a folder that a command was changing when it died: that command only can go on.

    Raises:
        BadSettings: which command is to be run again.
    """
    if (folder / RESTORING / DATABASE).exists():
        raise BadSettings("folder-restore-unfinished", folder=str(folder))
    if (folder / REKEYING).exists():
        raise BadSettings("folder-rekey-unfinished", folder=str(folder))


def refuse_loss(settings: Settings, found: Found) -> None:
    """Refuses to continue if a file is lost, or is not of the same bot and time as the others.

    Raises:
        BadSettings: what is lost, and what to do about it.
    """
    folder = settings.data_dir
    if found.loss is not None:
        names = {"data": DATABASE, "keys": KEY_STORE, "count": str(len(found.without_keys))}
        raise BadSettings("folder-lost", folder=str(folder), what=Explained(LOST[found.loss], **names))
    first = found.new and not (folder / KEY_STORE).exists()  # no key is ever made beside a store, even an empty one
    if not first and configured_master_key(settings) is None and not (folder / MASTER_KEY).exists():
        raise BadSettings("setting-master-key-lost", file=str(folder / MASTER_KEY), keys=KEY_STORE)


async def _refuse_missing_editions(settings: Settings, database: Database, *, restoring: bool = False) -> None:
    """Refuses to work without the law of what is open; finished records without theirs are logged.

    A restore shows none, so that it is not refused: the start after it is.

    Raises:
        BadSettings: the open records, `NAMED` at most, and how many there are.
    """
    if restoring:
        return
    kept, loaded = await count_by_edition(database), known_editions(settings)
    missing = sorted(kept.keys() - loaded.keys())
    if not missing:
        return
    found, count = await list_open_of(database, missing, NAMED)
    if found:
        records = [_describe_record(each) for each in found]
        if count > len(found):
            records.append(Explained("records-more", count=count - len(found)))
        raise BadSettings("setting-edition-missing", editions=", ".join(missing), count=count, records=tuple(records))
    for edition in missing:
        log_event("edition-missing", edition=edition, records=kept[edition])


def _describe_record(record: OpenRecord) -> Explained:
    number = record.number or Explained("record-without-number", id=record.id_shown)
    unit = record.unit or "—"
    return Explained(f"record-{record.kind}", number=number, unit=unit, edition=record.edition)


def configured_master_key(settings: Settings) -> str | None:
    """The master key of the environment; None if it is in the data folder."""
    return settings.master_key.get_secret_value() if settings.master_key else None


def open_papers(settings: Settings, library: Resources, bot_name: str = "") -> DocumentFactory:
    """Creates the factory of documents with the bot's signing key.

    Raises:
        BadSettings: the key file contains something else.
    """
    try:
        signer = load_or_make_signer(settings.data_dir / SIGNING_KEY)
    except BadSigningKey as error:
        raise BadSettings("folder-signing-key", why=error) from None
    return DocumentFactory(paper_library(library), signer, bot_name)


def paper_library(library: Resources) -> PaperLibrary:
    """What is printed under each edition."""
    return PaperLibrary(library.editions, read_papers)


def read_papers(standard: Standard) -> EditionPapers:
    """Reads the templates of an edition's papers."""
    made = standard.templates
    letters = Letters({kind: made[kind] for kind in LetterKind if kind in made})
    slips, by_post = Slips(made[Paper.SLIP]), ComplaintLetters(made[Paper.COMPLAINT])
    forms = Forms(standard.printed_forms, standard.printed_templates)
    return EditionPapers(standard, forms, letters, ComplaintPapers(standard, slips, by_post))


def _report_cut(cut: Cut | None) -> None:
    """Logs an error and continues: the evidence stays in the file of heads."""
    if cut is not None:
        log_event("history-cut", expected=cut.expected.id, found=cut.found.id)


def _make_private(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
