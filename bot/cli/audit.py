"""The command `audit`: verifies the history and lists denials. Read-only, so it may run beside the bot."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from bot.data_folder import DATABASE, HEADS, MASTER_KEY, configured_master_key, files_of, refuse_loss, refuse_unfinished
from bot.file_access import describe_fault
from bot.settings import BadSettings
from domain.history import ChainHead
from storage.backup.restore import damage
from storage.db.database import other_tables
from storage.db.encryption import Unreadable
from storage.db.engine import StorageFault
from storage.db.key_check import look
from storage.db.keys import BadMasterKey, read_master_key
from storage.history.audit import audit, read_denials
from storage.history.chain_walk import Fault

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from pathlib import Path

    from bot.settings import Settings
    from storage.db.engine import Files
    from storage.history.audit import Report

T = TypeVar("T")
NOT_WHOLE = 1
WORDS = {
    Fault.MISSING: "is missing",
    Fault.CHANGED: "was changed: its hash does not fit it",
    Fault.OUT_OF_CHAIN: "does not follow the entry before it",
    Fault.OUT_OF_CASE: "does not follow the entry before it of the same case",
    Fault.UNREADABLE: "holds contents that do not open",
    Fault.GONE: "has lost its contents, and no entry tells that its case was erased",
    Fault.NOT_ERASED: "holds contents of a case that was erased",
    Fault.OTHER_CONTENTS: "holds other contents than it was written with",
    Fault.OTHER_ACTOR: "names another person than it was written with",
    Fault.CUT: "is missing: the end of the history was cut",
    Fault.ADDED: "was added by somebody else than the bot",
    Fault.REPLACED: "is another than the last one that was confirmed",
    Fault.HEADS_LOST: f"is the last one, and nobody can tell whether there were more: {HEADS} was lost",
    Fault.HEADS_FOREIGN: f"is the last one, and nobody can tell whether there were more: {HEADS} was changed",
    Fault.NOT_OF_PROOF: "is not the one that the proof holds",
    Fault.COMPLAINT_GONE: "tells of a complaint that is gone, and no entry tells that it was erased",
    Fault.COMPLAINT_CHANGED: "tells of a complaint that was changed: its stage, version, body, number or contents",
    Fault.COMPLAINT_ADDED: "and all after it tell nothing of a complaint that has a number: somebody else added it",
}


def run(options: Namespace, settings: Settings) -> int:
    """Verifies the history or lists the denials.

    Raises:
        BadSettings: the data folder has no history that this master key opens.
    """
    return verify(settings, options.proof) if options.act == "verify" else denials(settings)


def verify(settings: Settings, proof: Path | None) -> int:
    """Prints the first bad entry or other damage and returns 1, or confirms that everything is intact and returns 0."""
    proof_heads = _proof(proof) if proof else []
    report = _reading(settings, lambda files, master: audit(files, master, proof_heads))
    if report.bad is not None:
        sys.stdout.write(f"entry {report.bad.entry} {WORDS[report.bad.fault]}\n")
        return NOT_WHOLE
    if damaged := _reading(settings, damage):
        sys.stdout.write(f"{damaged}; the history itself is whole\n")
        return NOT_WHOLE
    if other := _reading(settings, _other_tables):
        sys.stdout.write(f"{DATABASE} has other tables than this program ({other}); the history itself is whole\n")
        return NOT_WHOLE
    sys.stdout.write(f"{report.entries} entries, all whole{_unchained_note(report)}\n")
    return 0


def denials(settings: Settings) -> int:
    """Prints a line for each denial: number, account, act, time, subject."""
    for each in _reading(settings, read_denials):
        when = datetime.fromtimestamp(each.at, UTC)
        sys.stdout.write(f"{each.id}  {each.actor}  {each.act}  {when:%Y-%m-%d %H:%M:%S}  {each.about}\n")
    return 0


def _other_tables(files: Files, _master: bytes) -> str:
    """What differs from a new database; nothing is expected of one that the next start will migrate."""
    engine = files.engine
    with engine.snapshot(files.database) as database:
        current = database.read(engine.version_query) == [(len(engine.migrations()),)]
        return other_tables(database.read(engine.schema_query), engine) if current else ""


def _unchained_note(report: Report) -> str:
    return f" ({report.unchained} of before the chain, which nothing proves)" if report.unchained else ""


def _reading(settings: Settings, work: Callable[[Files, bytes], T]) -> T:
    folder = settings.data_dir
    files = files_of(folder)
    try:
        refuse_unfinished(folder)
        refuse_loss(settings, look(files, beside_bot=True))
        if not (files.database.exists() and files.key_store.exists()):
            raise BadSettings(f"DATA_DIR: {folder} holds no bot's data")
        return work(files, read_master_key(folder / MASTER_KEY, configured_master_key(settings)))
    except BadMasterKey as error:
        raise BadSettings(f"MASTER_KEY: {error}") from None
    except Unreadable:
        raise BadSettings(f"MASTER_KEY: does not open {files.key_store}") from None
    except StorageFault as error:
        raise BadSettings(describe_fault(folder, error, "read")) from None
    except OSError as error:
        raise BadSettings(describe_fault(folder, error, "read")) from None


def _proof(path: Path) -> list[ChainHead]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        return [ChainHead(int(each["id"]), str(each["hash"])) for each in (*value["entries"], value["head"])]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadSettings(f"{path}: is no proof ({type(error).__name__})") from None
