"""A data folder backed up as the command does it, and extracted again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from domain.history import ChainHead
from storage.backup.archive import DATA, KEYS, Manifest, pack, unpack
from storage.backup.snapshots import copy_data, copy_keys, name_of_store
from storage.db.engine import Files
from tests.factories.moments import NOW
from tests.factories.stored import MASTER
from tests.storage.history.historic import Place


@dataclass(frozen=True, slots=True)
class Backup:
    """The two archives of one backup."""

    data: Path
    keys: Path

    def taken_out(self, folder: Path) -> Place:
        folder.mkdir(parents=True)
        unpack(self.data, DATA, folder, MASTER)
        unpack(self.keys, KEYS, folder, MASTER)
        return Place(folder)


def copied(files: Files, folder: Path) -> tuple[Place, ChainHead]:
    """Copies the files, each as of one moment, the data first."""
    folder.mkdir(parents=True)
    place = Place(folder)
    head = copy_data(files, place.files.database, place.files.heads, MASTER)
    copy_keys(files, place.files.key_store)
    return place, head


def backed_up(place: Place, folder: Path, now: datetime = NOW) -> Backup:
    """Writes both archives of a data folder."""
    copy, head = copied(place.files, folder / "copy")
    store = name_of_store(place.files, MASTER)
    made = Backup(folder / "data.zip", folder / "keys.zip")
    pack(made.data, Manifest(DATA, now, head, store), (copy.files.database, copy.files.heads), MASTER)
    pack(made.keys, Manifest(KEYS, now, ChainHead(), store), (copy.files.key_store,), MASTER)
    return made
