"""Backups as files: a zip whose comment tells the master key it was made with, and whether any bit was changed.

The comment is `TIRKEU-BACKUP FORMAT NAME CODE`: NAME identifies the master key without revealing anything of it, CODE
is an HMAC-SHA256 over every byte before it. So a file is known to be intact before it is unpacked.
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

from domain.errors import Explained
from domain.history import ChainHead
from storage.db.keys import OWNER_ONLY, derive, name_master_key, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORMAT = 1
MANIFEST = "manifest.json"
DATA, KEYS = "data", "keys"  # kinds of backups
PURPOSE = "backups"  # of the derived key
CHUNK = 1 << 20  # bytes
TRAILER = re.compile(rb"TIRKEU-BACKUP (\d{3}) ([0-9a-f]{16}) ([0-9a-f]{64})")
TRAILER_BYTES = len("TIRKEU-BACKUP 001 ") + 16 + 1 + 64
CODE_BYTES = 64
FASTEST = 1  # compression level: most of a database is sealed, and sealed bytes do not compress


class BackupRefused(Explained):
    """A backup cannot be made or restored; the message says why, and contains no personal data."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The description of a backup.

    Attributes:
        kind: `data` or `keys`.
        made_at: for data, just after the moment they show; for keys, just before: keys made at the same time or later
            fit.
        head: the last entry of the history; empty for keys.
        store: identifies the key store, see `storage.backup.snapshots.name_of_store`.
    """

    kind: str
    made_at: datetime
    head: ChainHead
    store: str

    def json(self) -> str:
        """The manifest as JSON; the time in Unix milliseconds."""
        made_at = int(self.made_at.timestamp() * 1000)
        facts = {"kind": self.kind, "made_at": made_at, "head": [self.head.id, self.head.hash], "store": self.store}
        return json.dumps(facts)

    @classmethod
    def read(cls, text: bytes) -> Manifest:
        """Parses the manifest of a backup that was found intact."""
        facts: dict[str, Any] = json.loads(text)
        when = datetime.fromtimestamp(facts["made_at"] / 1000, UTC)
        return cls(facts["kind"], when, ChainHead(*facts["head"]), facts["store"])


def pack(archive: Path, manifest: Manifest, files: Iterable[Path], master: bytes) -> None:
    """Writes a backup to a new file, completely or not at all.

    Raises:
        BackupRefused: the file exists.
        OSError: it cannot be written.
    """
    if archive.exists():
        raise BackupRefused("backup-exists", file=str(archive))
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
    """Checks a backup, then extracts its files into a folder.

    Raises:
        BackupRefused: it is no backup of this kind, was made with another master key, or was changed.
        OSError: it cannot be read, or there is no space.
    """
    with archive.open("rb") as file:
        _check(file, archive.name, master)
        with zipfile.ZipFile(file) as packed:
            manifest = Manifest.read(packed.read(MANIFEST))
            if manifest.kind != kind:
                raise BackupRefused(f"backup-wanted-{kind}", file=archive.name)
            for name in packed.namelist():
                if name != MANIFEST:
                    _take_out(packed, name, folder / name)
    return manifest


def _write(file: IO[bytes], manifest: Manifest, files: Iterable[Path], master: bytes) -> None:
    start = f"TIRKEU-BACKUP {FORMAT:03} {name_master_key(master)} ".encode()
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
        raise BackupRefused("backup-none", file=name)
    version, made_with, code = trailer.groups()
    if int(version) != FORMAT:
        raise BackupRefused("backup-format", file=name, format=str(int(version)), known=str(FORMAT))
    if made_with != name_master_key(master).encode():
        raise BackupRefused("backup-other-key", file=name)
    if not hmac.compare_digest(code, _code(file, size - CODE_BYTES, master)):
        raise BackupRefused("backup-damaged", file=name)


def _take_out(packed: zipfile.ZipFile, name: str, target: Path) -> None:
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as file, packed.open(name) as member:
        while chunk := member.read(CHUNK):
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _code(file: IO[bytes], size: int, master: bytes) -> bytes:
    """The HMAC over the first `size` bytes of the file."""
    counted = hmac.new(derive(master, PURPOSE), digestmod="sha256")
    file.seek(0)
    while chunk := file.read(min(CHUNK, size)):
        counted.update(chunk)
        size -= len(chunk)
    return counted.hexdigest().encode()
