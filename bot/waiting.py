"""What can pass is waited for at the start as it is while running: a full or read-only disk, a lock, a fault of I/O.

What only a person can mend (a setting, a lost, damaged or forbidden file) ends the start instead, with code 2.
"""

from __future__ import annotations

from asyncio import sleep
from typing import TYPE_CHECKING, TypeVar

from bot.delivery.error_policy import retry_delay
from bot.monitoring import log_event
from bot.process import PassingFault, folder_fault, uniform, unless_stopped
from bot.settings import BadSettings
from storage.db.engine import DamagedFile, StorageFault

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from bot.process import Uniform

T = TypeVar("T")


async def once_usable(
    folder: Path, stop: asyncio.Event, work: Callable[[], Awaitable[T]], *, uniform: Uniform = uniform
) -> T:
    """Repeats work on the data folder until the machine lets it succeed; each fault is told once.

    The work must leave nothing behind when it fails. A stop ends the waiting, and never work that is under way.

    Raises:
        BadSettings: somebody has to act.
        Stopped: the bot was stopped first.
    """
    attempt, told = 0, ""
    while True:
        try:
            return await work()
        except (PassingFault, StorageFault, OSError) as error:
            fault = passing_fault(folder, error)
        if str(fault) != told:
            log_event("data-folder-not-usable", fault=str(fault))
            told = str(fault)
        await unless_stopped(stop, sleep(retry_delay(attempt, uniform=uniform)))
        attempt += 1


def passing_fault(folder: Path, error: PassingFault | StorageFault | OSError) -> PassingFault:
    """The fault in one line, of which only ids and codes are told.

    Raises:
        BadSettings: it will not pass.
    """
    match error:
        case PassingFault():
            return error
        case DamagedFile():
            raise BadSettings("folder-damaged", folder=str(folder), why=str(error)) from None
        case StorageFault():
            return PassingFault("folder-not-usable", folder=str(folder), why=str(error))
        case OSError():
            fault = folder_fault(folder, error)
            if isinstance(fault, PassingFault):
                return fault
            raise fault from None
