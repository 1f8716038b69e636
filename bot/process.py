"""One instance a data folder: the second start says so and exits."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from bot.settings import BadSettings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class AlreadyRunning(Exception):
    """Another process works with this data folder."""


@contextmanager
def only_instance(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; the system lets it go however the process ends.

    Raises:
        AlreadyRunning: another process holds it.
        BadSettings: the folder cannot be used.
    """
    with _lock_file(folder) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(f"DATA_DIR: another bot is running with {folder}") from None
        yield


def _lock_file(folder: Path) -> IO[str]:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return (folder / "lock").open("w")
    except OSError as error:
        raise BadSettings(f"DATA_DIR: {folder} cannot be used ({type(error).__name__})") from None
