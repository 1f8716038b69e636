"""The command `audit`: verifies the history and lists denials. Read-only, so it may run beside the bot."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from bot.data_folder import DATABASE, HEADS, MASTER_KEY, configured_master_key, files_of, refuse_loss, refuse_unfinished
from bot.file_access import describe_fault
from bot.resources import load_texts
from bot.settings import BadSettings
from dialogs.ui.texts import describe_reason
from domain.errors import Explained
from domain.history import ChainHead
from storage.backup.restore import damage
from storage.db.database import other_tables
from storage.db.encryption import Unreadable
from storage.db.engine import StorageFault
from storage.db.key_check import look
from storage.db.keys import BadMasterKey, read_master_key
from storage.history.audit import audit, read_denials

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from pathlib import Path

    from bot.settings import Settings
    from storage.db.engine import Files
    from storage.history.chain_walk import Bad

T = TypeVar("T")
NOT_WHOLE = 1


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
        said = describe_finding(report.bad)
    elif found := _reading(settings, damage) or _reading(settings, _other_tables):
        said = Explained("audit-not-of-history", what=found)
    else:
        reason = "audit-whole-unchained" if report.unchained else "audit-whole"
        said = Explained(reason, count=report.entries, unchained=str(report.unchained))
    sys.stdout.write(f"{describe_reason(said, load_texts(settings.language))}\n")
    return 0 if said.reason.startswith("audit-whole") else NOT_WHOLE


def denials(settings: Settings) -> int:
    """Prints a line for equal denials of a person and day: number, account, act, time, subject, count, last time."""
    erased = load_texts(settings.language).plain("audit-erased")
    for each in _reading(settings, read_denials):
        when, about = datetime.fromtimestamp(each.at, UTC), erased if each.about is None else each.about
        again = f"  ×{each.count}  {datetime.fromtimestamp(each.last_at, UTC):%H:%M:%S}" if each.count > 1 else ""
        sys.stdout.write(f"{each.id}  {each.actor}  {each.act}  {when:%Y-%m-%d %H:%M:%S}  {about}{again}\n")
    return 0


def describe_finding(bad: Bad) -> Explained:
    """The first bad entry, and what is wrong with it."""
    return Explained(f"audit-{bad.fault}", entry=str(bad.entry), heads=HEADS)


def _other_tables(files: Files, _master: bytes) -> Explained | None:
    """What differs from a new database; nothing is expected of one that the next start will migrate."""
    engine = files.engine
    with engine.snapshot(files.database) as database:
        current = database.read(engine.version_query) == [(len(engine.migrations()),)]
        others = other_tables(database.read(engine.schema_query), engine) if current else ""
    return Explained("audit-other-tables", file=DATABASE, names=others) if others else None


def _reading(settings: Settings, work: Callable[[Files, bytes], T]) -> T:
    folder = settings.data_dir
    files = files_of(folder)
    try:
        refuse_unfinished(folder)
        refuse_loss(settings, look(files, beside_bot=True))
        if not (files.database.exists() and files.key_store.exists()):
            raise BadSettings("folder-no-data", folder=str(folder))
        return work(files, read_master_key(folder / MASTER_KEY, configured_master_key(settings)))
    except BadMasterKey as error:
        raise BadSettings("setting-master-key", why=error) from None
    except Unreadable:
        raise BadSettings("setting-master-key-other", file=str(files.key_store)) from None
    except StorageFault as error:
        raise BadSettings.of(describe_fault(folder, error, "folder-not-readable")) from None
    except OSError as error:
        raise BadSettings.of(describe_fault(folder, error, "folder-not-readable")) from None


def _proof(path: Path) -> list[ChainHead]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        return [ChainHead(int(each["id"]), str(each["hash"])) for each in (*value["entries"], value["head"])]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadSettings("audit-no-proof", file=str(path), why=type(error).__name__) from None
