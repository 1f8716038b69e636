"""How a restore avoids reusing numbers that may have been given after the backup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.data_folder import HEADS
from storage.backup.archive import BackupRefused
from storage.backup.restore import Unsafe, entries_after
from storage.history.head_file import read_heads

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from storage.backup.archive import Manifest
    from storage.history.head_file import HeadCheckpoint

WAYS_OUT = (
    "numbers may have been given after it, and none may be given twice. Either --heads FILE with the history.heads"
    " of the lost machine's own disk, which shows whether anything came after; or --skip N, with more numbers than any"
    " register of one office can have given since: the registers go on after a gap, and the history says why"
)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a restore treats the time after the backup."""

    data: Manifest
    lost: int | None  # entries of the history; None if unknown
    skip: int  # numbers of each register
    said: HeadCheckpoint  # the content of the new history.heads


def make_plan(options: Namespace, data: Manifest, staging: Path, key: bytes) -> Plan:
    """Decides how to treat the numbers given after the backup.

    Raises:
        BackupRefused: numbers may have been given that would be given again.
    """
    skip: int = options.skip or 0
    if options.heads is None:
        if not skip:
            raise BackupRefused(f"{options.data.name} is of {when(data)}: {WAYS_OUT}")
        return Plan(data, None, skip, read_heads(staging / HEADS, key))
    if not options.heads.is_file():
        raise BackupRefused(f"{options.heads}: no such file")
    said = read_heads(options.heads, key)
    try:
        lost = entries_after(said, data.head)
    except Unsafe as error:
        raise BackupRefused(f"{options.heads} {error}") from None
    if lost > skip:
        raise BackupRefused(
            f"{lost} entries of the history came after {options.data.name}: take a later backup; or with --skip {lost}"
            " no number is given twice, for every number leaves an entry"
        )
    said.confirmed, said.pending = data.head, None
    return Plan(data, lost, skip, said)


def when(manifest: Manifest) -> str:
    """When a backup was made, for people."""
    return f"{manifest.made_at:%Y-%m-%d %H:%M:%S} UTC"
