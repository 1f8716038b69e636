"""The data folder that a restore fills: everything is prepared in a folder inside, then moved; nothing is lost."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.data_folder import DATABASE, HEADS, KEY_STORE, RESTORING, SIGNING_KEY
from bot.settings import BadSettings
from storage.backup.archive import sync_folder

if TYPE_CHECKING:
    from pathlib import Path

PLACED = (KEY_STORE, SIGNING_KEY, HEADS, DATABASE)  # in this order: with the database the bot could start
BESIDE = ("", "-wal", "-shm", "-journal")
OWNER_ONLY = 0o700


@dataclass(frozen=True, slots=True)
class Folder:
    """A data folder, and the two inside: one where a restore prepares everything, one of what waits to be moved.

    While the database waits there, nothing starts in the data folder (`bot.data_folder.open_stores`).
    """

    path: Path

    @property
    def staging(self) -> Path:
        """Where everything is prepared; what a restore that died has left there is worth nothing."""
        return self.path / f"{RESTORING}.new"

    @property
    def waiting(self) -> Path:
        """What is whole, checked, and still to be moved."""
        return self.path / RESTORING

    @property
    def half_done(self) -> bool:
        """Whether a restore died while it moved the files."""
        return (self.waiting / DATABASE).exists()

    def make_ready(self) -> None:
        """Make the folder where everything is prepared.

        Raises:
            BadSettings: the data folder holds a bot's data.
        """
        self._refuse_those_there(PLACED)
        self.clear()
        self.staging.mkdir(mode=OWNER_ONLY)

    def put_in_place(self) -> None:
        """Move what was prepared into the data folder.

        Raises:
            OSError: it cannot be moved; what was moved stays, nothing starts, and `finish` goes on.
        """
        log = self.staging / f"{DATABASE}-wal"
        if log.exists() and log.stat().st_size:
            raise OSError(f"{log} is not empty")
        sync_folder(self.staging)
        self.staging.rename(self.waiting)
        sync_folder(self.path)
        self.finish()

    def finish(self) -> None:
        """Move what still waits.

        Raises:
            BadSettings: somebody has put files of these names there meanwhile.
            OSError: it cannot be moved.
        """
        left = [name for name in PLACED if (self.waiting / name).exists()]
        self._refuse_those_there(left)
        for name in left:
            (self.waiting / name).rename(self.path / name)
            sync_folder(self.path)
        self.clear()

    def clear(self) -> None:
        """Remove what was only prepared, and what is left when all was moved."""
        shutil.rmtree(self.staging, ignore_errors=True)
        if not self.half_done:
            shutil.rmtree(self.waiting, ignore_errors=True)

    def _refuse_those_there(self, names: tuple[str, ...] | list[str]) -> None:
        there = [f"{name}{end}" for name in names for end in BESIDE if (self.path / f"{name}{end}").exists()]
        if there:
            raise BadSettings(f"DATA_DIR: {self.path} holds {', '.join(there)}: move that away first, and keep it")
