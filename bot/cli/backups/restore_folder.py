"""The data folder filled by a restore: files are prepared in a subfolder and then moved, so nothing can be lost."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.data_folder import DATABASE, HEADS, KEY_STORE, REKEYING, RESTORING, SIGNING_KEY
from bot.settings import BadSettings
from storage.db.keys import sync_folder

if TYPE_CHECKING:
    from pathlib import Path

PLACED = (KEY_STORE, SIGNING_KEY, HEADS, DATABASE)  # in this order, because with the database the bot could start
BESIDE = ("", "-wal", "-shm", "-journal")
OWNER_ONLY = 0o700


@dataclass(frozen=True, slots=True)
class Folder:
    """A data folder with two subfolders: one where a restore prepares files, one where they wait to be moved.

    While the database waits there, nothing starts in the data folder (`bot.data_folder.open_stores`).
    """

    path: Path

    @property
    def staging(self) -> Path:
        """Where files are prepared; whatever an interrupted restore left here is worthless."""
        return self.path / f"{RESTORING}.new"

    @property
    def waiting(self) -> Path:
        """Where complete and checked files wait to be moved."""
        return self.path / RESTORING

    @property
    def half_done(self) -> bool:
        """Whether a restore died while moving the files."""
        return (self.waiting / DATABASE).exists()

    def make_ready(self) -> None:
        """Creates the staging folder.

        Raises:
            BadSettings: the data folder contains a bot's data.
        """
        self._refuse_existing((*PLACED, REKEYING))
        self.clear()
        self.staging.mkdir(mode=OWNER_ONLY)

    def put_in_place(self) -> None:
        """Moves the prepared files into the data folder.

        Raises:
            OSError: a file cannot be moved; moved files stay, nothing starts, and `finish` continues.
        """
        log = self.staging / f"{DATABASE}-wal"
        if log.exists() and log.stat().st_size:
            raise OSError(f"{log} is not empty")
        sync_folder(self.staging)
        self.staging.rename(self.waiting)
        sync_folder(self.path)
        self.finish()

    def finish(self) -> None:
        """Moves the files that still wait.

        Raises:
            BadSettings: files with these names have appeared in the meantime.
            OSError: a file cannot be moved.
        """
        left = [name for name in PLACED if (self.waiting / name).exists()]
        self._refuse_existing(left)
        for name in left:
            (self.waiting / name).rename(self.path / name)
            sync_folder(self.path)
        self.clear()

    def clear(self) -> None:
        """Removes prepared files, and the waiting folder once everything was moved."""
        shutil.rmtree(self.staging, ignore_errors=True)
        if not self.half_done:
            shutil.rmtree(self.waiting, ignore_errors=True)

    def _refuse_existing(self, names: tuple[str, ...] | list[str]) -> None:
        existing = [f"{name}{end}" for name in names for end in BESIDE if (self.path / f"{name}{end}").exists()]
        if existing:
            raise BadSettings("restore-in-the-way", folder=str(self.path), files=", ".join(existing))
