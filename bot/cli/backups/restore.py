"""The command `restore`: creates a data folder from two backups, whole and without reusing a number, or none."""

from __future__ import annotations

import asyncio
import base64
import sys
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot import clock
from bot.cli.audit import describe_finding
from bot.cli.backups.backup import KEYS_KEPT, REFUSED, SEALED_SIGNING_KEY, master_key
from bot.cli.backups.restore_folder import Folder
from bot.data_folder import HEADS, SIGNING_KEY, files_of, open_stores
from bot.process import only_instance
from bot.resources import load_library, load_texts
from dialogs.ui.texts import describe_reason
from domain.calendar import KAZAKHSTAN
from domain.errors import Explained
from domain.history import NO_ACCOUNT, Event, EventKind
from storage.backup.archive import DATA, KEYS, BackupRefused, Manifest, unpack
from storage.backup.restore import (
    Unsafe,
    damage,
    entries_after,
    finish_erasures,
    owners_known,
    revoke_invitations,
    skip_numbers,
)
from storage.backup.snapshots import name_of_store, open_signing_key
from storage.db.engine import StatementError, StorageFault
from storage.db.keys import derive
from storage.history.audit import audit
from storage.history.events import SqlHistory
from storage.history.head_file import HEADS_KEY, read_heads, write_heads

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from bot.settings import Settings
    from storage.history.head_file import HeadCheckpoint


@dataclass(frozen=True, slots=True)
class Plan:
    """How a restore treats the time after the backup."""

    data: Manifest
    lost: int | None  # entries of the history; None if unknown
    skip: int  # numbers of each register
    said: HeadCheckpoint  # the content of the new history.heads


def run(options: Namespace, settings: Settings) -> int:
    """Restores into the data folder and returns 0; or prints the reason, returns 1 and leaves the folder as it was.

    A restore that died while moving its files is only completed: they are whole and were checked.

    Raises:
        BadSettings: the folder contains data, or there is no master key.
        AlreadyRunning: a bot runs there.
    """
    texts = load_texts(settings.language)
    master = master_key(settings)
    with only_instance(settings.data_dir):
        folder = Folder(settings.data_dir)
        try:
            work = _finish(folder) if folder.half_done else _restore(options, settings, folder, master)
            sys.stdout.write("".join(f"{describe_reason(each, texts)}\n" for each in work))
        except BackupRefused as error:
            sys.stderr.write(f"{describe_reason(Explained('restore-refused', why=error), texts)}\n")
            return REFUSED
        except (OSError, StatementError, StorageFault) as error:
            sys.stderr.write(f"{texts.plain('restore-refused', why=f'{type(error).__name__}: {error}')}\n")
            return REFUSED
        finally:
            folder.clear()
    return 0


def _finish(folder: Folder) -> list[Explained]:
    folder.finish()
    return [Explained("restore-continued", folder=str(folder.path))]


def _restore(options: Namespace, settings: Settings, folder: Folder, master: bytes) -> list[Explained]:
    folder.make_ready()
    data, keys = _unpacked(options, folder.staging, master)
    plan = _make_plan(options, data, folder.staging, derive(master, HEADS_KEY))
    erased = asyncio.run(_catch_up(settings, folder.staging, master, plan))
    lines = _check(options, folder.staging, master, data)
    folder.put_in_place()
    lines += [Explained("restore-done", folder=str(settings.data_dir), data=_when(data), keys=_when(keys))]
    if plan.lost != 0:
        lost = Explained("restore-lost", count=str(plan.lost))
        lines += [Explained("restore-lost-unknown") if plan.lost is None else lost]
        lines += [Explained("restore-invitations")]
    if plan.skip:
        lines += [Explained("restore-skipped", count=plan.skip)]
    if erased:
        lines += [Explained("restore-erased", count=str(erased))]
    return [*lines, Explained("restore-never-again")]


def _unpacked(options: Namespace, staging: Path, master: bytes) -> tuple[Manifest, Manifest]:
    for each in (options.data, options.keys):
        if not each.is_file():
            raise BackupRefused("restore-no-file", file=str(each))
    data = unpack(options.data, DATA, staging, master)
    keys = unpack(options.keys, KEYS, staging, master)
    now = clock.now()
    if max(data.made_at, keys.made_at) > now:
        raise BackupRefused("restore-clock")
    if keys.made_at < now - KEYS_KEPT:
        raise BackupRefused("restore-keys-expired", file=options.keys.name, days=KEYS_KEPT.days)
    if name_of_store(files_of(staging), master) != data.store:
        raise BackupRefused("restore-of-another", keys=options.keys.name, data=options.data.name)
    if keys.made_at < data.made_at:
        raise BackupRefused("restore-keys-older", file=options.keys.name)
    if bad := damage(files_of(staging), master):
        raise BackupRefused.of(bad)
    sealed = staging / SEALED_SIGNING_KEY
    if sealed.exists():
        sealed.write_bytes(open_signing_key(sealed.read_bytes(), master))
        sealed.rename(staging / SIGNING_KEY)
    return data, keys


async def _catch_up(settings: Settings, staging: Path, master: bytes, plan: Plan) -> int:
    """Repeats erasures, skips numbers that may have been given, records both; returns the number of erasures."""
    now = clock.now()
    write_heads(staging / HEADS, derive(master, HEADS_KEY), plan.said, plan.data.head)
    units = load_library(settings).standard.units
    first, last = (each.astimezone(KAZAKHSTAN).year for each in (plan.data.made_at, now))
    known = owners_known(files_of(staging))
    encoded_master = SecretStr(base64.b64encode(master).decode())
    staging_settings = settings.model_copy(update={"data_dir": staging, "master_key": encoded_master})
    async with AsyncExitStack() as stack:
        database, keys = await open_stores(staging_settings, stack, erasing=True)
        async with database.transaction() as transaction:
            erased = await finish_erasures(transaction, keys, known, now)
            if plan.lost != 0:
                await revoke_invitations(transaction, now)
            if plan.skip:
                await skip_numbers(transaction, units, range(first, last + 1), plan.skip)
            details = {
                "backup": plan.data.made_at.isoformat(timespec="seconds"),
                "last": str(plan.data.head.id),
                "lost": "" if plan.lost is None else str(plan.lost),
                "skipped": str(plan.skip),
            }
            event = Event(EventKind.RESTORED, now, NO_ACCOUNT, details)
            await SqlHistory(transaction, keys).append_about_people(event)
    return erased


def _check(options: Namespace, staging: Path, master: bytes, data: Manifest) -> list[Explained]:
    report = audit(files_of(staging), master, [data.head])
    if report.bad is None:
        return []
    finding = describe_finding(report.bad)
    if not options.not_whole:
        raise BackupRefused("restore-not-whole", what=finding)
    return [Explained("restore-although-not-whole", what=finding)]


def _make_plan(options: Namespace, data: Manifest, staging: Path, key: bytes) -> Plan:
    """Decides how to avoid giving numbers again that may have been given after the backup.

    Raises:
        BackupRefused: numbers may have been given that would be given again.
    """
    skip: int = options.skip or 0
    if options.heads is None:
        if not skip:
            raise BackupRefused("restore-numbers", file=options.data.name, when=_when(data))
        return Plan(data, None, skip, read_heads(staging / HEADS, key))
    if not options.heads.is_file():
        raise BackupRefused("restore-no-file", file=str(options.heads))
    said = read_heads(options.heads, key)
    try:
        lost = entries_after(said, data.head)
    except Unsafe as error:
        raise BackupRefused("restore-heads", file=str(options.heads), why=error) from None
    if lost > skip:
        raise BackupRefused("restore-later-entries", count=lost, number=str(lost), file=options.data.name)
    said.confirmed, said.pending = data.head, None
    return Plan(data, lost, skip, said)


def _when(manifest: Manifest) -> str:
    """When a backup was made, for people."""
    return f"{manifest.made_at:%Y-%m-%d %H:%M:%S} UTC"
