"""Opens the database and the key store of a data folder."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from assets.forms import (
    complaint_template,
    form_templates,
    refusal_template,
    refusal_with_reason_template,
    slip_template,
)
from bot.complaint_papers import ComplaintPapers
from bot.log import say
from bot.papers import Papers
from bot.settings import BadSettings
from documents.complaint_letter import ComplaintLetters
from documents.forms import Forms
from documents.letters import Letters
from documents.signing import BadSigningKey, load_or_make_signer
from documents.slip import Slips
from storage.heads import HEADS_KEY
from storage.heads_file import HeadsFile
from storage.keys import BadMasterKey, KeyStore, WrongMasterKey, derive, read_master_key
from storage.migrate import NewerDatabase, migrate
from storage.sqlite import Database
from storage.writer import StorageFault

if TYPE_CHECKING:
    from contextlib import AsyncExitStack
    from pathlib import Path

    from bot.settings import Settings
    from bot.wiring import Library
    from storage.heads import Cut

DATABASE = "tirkeu.db"
KEY_STORE = "keys.db"
MASTER_KEY = "master.key"
HEADS = "history.heads"
SIGNING_KEY = "signing.key"
RESTORING = "restoring"  # folder inside, from which a restore moves what it has prepared


async def open_stores(settings: Settings, stack: AsyncExitStack) -> tuple[Database, KeyStore]:
    """The migrated database and the key store; the stack closes them.

    Raises:
        BadSettings: the master key or the database is not of this bot, or the folder cannot be used.
    """
    folder = settings.data_dir
    if (folder / RESTORING / DATABASE).exists():
        raise BadSettings(f"DATA_DIR: a restore into {folder} did not end: run it again")
    try:
        _make_private(folder)
        given = settings.master_key.get_secret_value() if settings.master_key else None
        master = read_master_key(folder / MASTER_KEY, given)
        database = await Database.open(folder / DATABASE)
        stack.push_async_callback(database.close)
        key_file = await Database.open(folder / KEY_STORE)
        stack.push_async_callback(key_file.close)
        await migrate(database)
        keys = await KeyStore.start(key_file, master)
        _tell_of(await database.keep_heads(HeadsFile(folder / HEADS, derive(master, HEADS_KEY))))
    except BadMasterKey as error:
        raise BadSettings(f"MASTER_KEY: {error}") from None
    except WrongMasterKey:
        raise BadSettings(f"MASTER_KEY: does not open {folder / KEY_STORE}") from None
    except NewerDatabase as error:
        raise BadSettings(f"DATA_DIR: {folder / DATABASE} is of a newer program ({error})") from None
    except (StorageFault, OSError) as error:
        raise BadSettings(f"DATA_DIR: {folder} cannot be used ({type(error).__name__}: {error})") from None
    return database, keys


def open_papers(settings: Settings, library: Library, bot_name: str = "") -> Papers:
    """What makes documents, with the bot's signing key.

    Raises:
        BadSettings: the key's file holds something else.
    """
    try:
        signer = load_or_make_signer(settings.data_dir / SIGNING_KEY)
    except BadSigningKey as error:
        raise BadSettings(f"DATA_DIR: {error}") from None
    forms = Forms(library.standard.forms, form_templates())
    letters = Letters(refusal_template(), refusal_with_reason_template())
    complaints = ComplaintPapers(library.standard, Slips(slip_template()), ComplaintLetters(complaint_template()))
    return Papers(library.standard, forms, letters, signer, bot_name, complaints)


def _tell_of(cut: Cut | None) -> None:
    """Loudly, and work on: the evidence stays in the file of heads."""
    if cut is not None:
        say("history-cut", level=logging.ERROR, expected=cut.expected.id, found=cut.found.id)


def _make_private(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
