"""A process of the bot: one a data folder, stopped by signals, its garbage collection set for batches."""

from __future__ import annotations

import asyncio
import fcntl
import gc
import signal
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, TypeVar

from bot.settings import BadSettings

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator
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


T = TypeVar("T")


class Stopped(Exception):
    """The bot was told to stop before the work was done."""


def stop_on_signals() -> asyncio.Event:
    """An event that SIGTERM and Ctrl+C set, in the running loop."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def unless_stopped(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T:
    """The result of the work.

    Raises:
        Stopped: told to stop first; the work has ended.
    """
    working, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise Stopped
        return working.result()
    finally:
        working.cancel()
        stopping.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)


# Updates of a batch live until its commit: at the default of 700 allocations the collector would walk them again and
# again, which costs a tenth of the batch. Nearly all of them are freed by reference counts in the end.
YOUNG_OBJECTS = 20_000


@contextmanager
def undisturbed() -> Iterator[None]:
    """For importing much: none of it is garbage, and looking through it again and again takes a tenth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def freeze_gc() -> None:
    """Call once, when everything is loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)
