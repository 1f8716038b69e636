"""A process of the bot: one for each data folder, with jobs repeated until signals stop it, and tuned for batches."""

from __future__ import annotations

import asyncio
import errno
import fcntl
import gc
import signal
from collections.abc import Callable
from contextlib import contextmanager
from random import SystemRandom
from typing import IO, TYPE_CHECKING, Any, TypeVar

from bot.file_access import describe_fault
from bot.monitoring import fault_name, log_event
from bot.settings import BadSettings

if TYPE_CHECKING:
    from collections.abc import Awaitable, Coroutine, Iterator
    from pathlib import Path


# Errors of the system that end by themselves, or with the machine's trouble: no setting is wrong.
PASSING_ERRORS = frozenset(
    {
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EROFS,
        errno.EIO,
        errno.ENXIO,
        errno.ENODEV,
        errno.ESTALE,
        errno.ETIMEDOUT,
        errno.EBUSY,
        errno.EAGAIN,
        errno.ENOMEM,
        errno.ENFILE,
        errno.EMFILE,
    }
)


class PassingFault(BadSettings):
    """The data folder cannot be used now, and can be without anybody changing a setting.

    The bot waits for that (bot/waiting.py); a command says so and ends.
    """


def folder_fault(folder: Path, error: OSError) -> BadSettings:
    """What an error of the system at a file of the data folder means for the start."""
    kind = PassingFault if error.errno in PASSING_ERRORS else BadSettings
    return kind(describe_fault(folder, error))


STOP_IT = (
    "stop it first (`systemctl stop tirkeu`, or Ctrl+C where it was started), do this, and start it again; or set"
    " DATA_DIR to another folder"
)


class AlreadyRunning(Exception):
    """Another process uses this data folder."""


@contextmanager
def only_instance(folder: Path) -> Iterator[None]:
    """Holds the lock of the folder, which the system releases however the process ends.

    Raises:
        AlreadyRunning: another process holds it.
        BadSettings: the folder cannot be used; a PassingFault if only for now.
    """
    with _lock_file(folder) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(f"DATA_DIR: another bot is running with {folder}; {STOP_IT}") from None
        yield


def _lock_file(folder: Path) -> IO[str]:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return (folder / "lock").open("w")
    except OSError as error:
        raise folder_fault(folder, error) from None


Uniform = Callable[[float, float], float]  # a number between two others, at random
uniform: Uniform = SystemRandom().uniform  # of every pause before another try: it spreads what failed together
T = TypeVar("T")


class Stopped(Exception):
    """The bot was stopped before the work was done."""


def stop_on_signals() -> asyncio.Event:
    """Returns an event that SIGTERM and Ctrl+C set in the running loop."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def unless_stopped(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T:
    """Awaits the work and returns its result.

    Raises:
        Stopped: the bot was stopped first; the work was cancelled.
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


async def every(
    seconds: float, work: Callable[[], Awaitable[None]], stop: asyncio.Event, *, uniform: Uniform = uniform
) -> None:
    """Runs the work now and then at this interval until stopped; after a failure up to a fifth longer."""
    while not stop.is_set():
        pause = seconds
        try:
            await work()
        except Exception as error:  # noqa: BLE001  # the boundary for faults of a job: the data keeps it due
            log_event("job-failed", job=getattr(work, "__name__", "?"), fault=fault_name(error))
            pause *= uniform(1, 1.2)
        try:
            await asyncio.wait_for(stop.wait(), pause)
        except TimeoutError:
            continue


# The updates of a batch live until its commit. At the default of 700 allocations, the collector would traverse them
# repeatedly, at a tenth of the cost of the batch. Reference counts free nearly all of them in the end.
YOUNG_OBJECTS = 20_000


@contextmanager
def undisturbed() -> Iterator[None]:
    """Disables garbage collection during large imports: they leave no garbage, and it takes a tenth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def freeze_gc() -> None:
    """Call this once after everything is loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)
