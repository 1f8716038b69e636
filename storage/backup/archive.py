"""Backups as files: a zip whose end says with which master key it was made, and whether any bit of it was changed.

The comment at the end of the zip is `TIRKEU-BACKUP FORMAT NAME CODE`: NAME tells the master key without telling
anything of it, CODE is an HMAC-SHA256 over every byte before it. So a file is known to be whole before it is opened.
"""

from __future__ import annotations

import hmac
import json
import os
import re
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Any

from domain.history import ChainHead
from storage.db.keys import derive

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORMAT = 1
MANIFEST = "manifest.json"
DATA, KEYS = "data", "keys"  # kinds of backups
PURPOSE, NAMING = "backups", "backups by name"  # of the keys that are derived from the master key
CHUNK = 1 << 20  # bytes
OWNER_ONLY = 0o600
TRAILER = re.compile(rb"TIRKEU-BACKUP (\d{3}) ([0-9a-f]{16}) ([0-9a-f]{64})")
TRAILER_BYTES = len("TIRKEU-BACKUP 001 ") + 16 + 1 + 64
CODE_BYTES = 64
FASTEST = 1  # level of compression: most of a database is sealed, and sealed bytes do not get smaller


class BackupRefused(Exception):
    """A backup that cannot be taken or restored; the message says why, and names no content."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup is.

    Attributes:
        kind: `data` or `keys`.
        made_at: Of data a moment after what they show, of keys a moment before: keys of the same time or later fit.
        head: The last entry of the history then; of keys nothing.
        store: Tells key stores apart, see `storage.backup.snapshots.name_of_store`.
    """

    kind: str
    made_at: datetime
    head: ChainHead
    store: str

    def json(self) -> str:
        """As it stands in the backup; the time in milliseconds."""
        made_at = int(self.made_at.timestamp() * 1000)
        facts = {"kind": self.kind, "made_at": made_at, "head": [self.head.id, self.head.hash], "store": self.store}
        return json.dumps(facts)

    @classmethod
    def read(cls, text: bytes) -> Manifest:
        """The manifest of a backup that is known to be whole."""
        facts: dict[str, Any] = json.loads(text)
        when = datetime.fromtimestamp(facts["made_at"] / 1000, UTC)
        return cls(facts["kind"], when, ChainHead(*facts["head"]), facts["store"])


def pack(archive: Path, manifest: Manifest, files: Iterable[Path], master: bytes) -> None:
    """Write a backup under a name that is free: whole, or not at all.

    Raises:
        BackupRefused: there is a file of this name.
        OSError: it cannot be written.
    """
    if archive.exists():
        raise BackupRefused(f"{archive} is there already")
    unfinished = archive.with_name(f"{archive.name}.part")
    descriptor = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            _write(file, manifest, files, master)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(archive)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    sync_folder(archive.parent)


def unpack(archive: Path, kind: str, folder: Path, master: bytes) -> Manifest:
    """Take the files out of a backup into a folder, once nothing in it is found changed.

    Raises:
        BackupRefused: it is none, it was made with another master key, or something in it was changed.
        OSError: it cannot be read, or there is no room.
    """
    with archive.open("rb") as file:
        _check(file, archive.name, master)
        with zipfile.ZipFile(file) as packed:
            manifest = Manifest.read(packed.read(MANIFEST))
            if manifest.kind != kind:
                raise BackupRefused(f"{archive.name} is a backup of {manifest.kind}, not of {kind}")
            for name in packed.namelist():
                if name != MANIFEST:
                    _take_out(packed, name, folder / name)
    return manifest


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write(file: IO[bytes], manifest: Manifest, files: Iterable[Path], master: bytes) -> None:
    start = f"TIRKEU-BACKUP {FORMAT:03} {_name(master)} ".encode()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=FASTEST) as packed:
        packed.comment = start + bytes(CODE_BYTES)
        packed.writestr(MANIFEST, manifest.json())
        for each in files:
            packed.write(each, each.name)
    size = file.seek(0, os.SEEK_END)
    code = _code(file, size - CODE_BYTES, master)
    file.seek(size - CODE_BYTES)
    file.write(code)


def _check(file: IO[bytes], name: str, master: bytes) -> None:
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - TRAILER_BYTES))
    trailer = TRAILER.fullmatch(file.read())
    if trailer is None:
        raise BackupRefused(f"{name} is damaged, or is no backup")
    version, made_with, code = trailer.groups()
    if int(version) != FORMAT:
        raise BackupRefused(f"{name} is of another format ({int(version)}) than this program's ({FORMAT})")
    if made_with != _name(master).encode():
        raise BackupRefused(f"{name} was made with another master key")
    if not hmac.compare_digest(code, _code(file, size - CODE_BYTES, master)):
        raise BackupRefused(f"{name} is damaged: it is not as it was written")


def _take_out(packed: zipfile.ZipFile, name: str, target: Path) -> None:
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as file, packed.open(name) as member:
        while chunk := member.read(CHUNK):
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _name(master: bytes) -> str:
    return hmac.digest(derive(master, NAMING), b"", "sha256").hex()[:16]


def _code(file: IO[bytes], size: int, master: bytes) -> bytes:
    """Over the first bytes of the file, so many."""
    counted = hmac.new(derive(master, PURPOSE), digestmod="sha256")
    file.seek(0)
    while chunk := file.read(min(CHUNK, size)):
        counted.update(chunk)
        size -= len(chunk)
    return counted.hexdigest().encode()
