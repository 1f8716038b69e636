"""What an administrator does about officers from the command line; the bot must not run meanwhile."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from bot.instance import only_instance
from bot.stores import open_stores
from bot.wiring import load_library
from domain.officers import Officer
from domain.units import UnitId, UnitKind
from storage.officers import SqlOfficers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.settings import Settings


async def bind_officer(settings: Settings, user_id: int, unit: str, name: str) -> list[str]:
    """Bind an officer to an office.

    Raises:
        UnknownUnit: the edition has no such office.
        AlreadyRunning: the bot runs; SQLite's file has one writer.
    """
    office = load_library(settings).standard.office(UnitId.parse(unit))
    async with _officers(settings) as officers:
        await officers.bind(Officer(user_id, office.id, name))
    return [f"{user_id}  {office.id}  {office.name}"]


async def bind_everywhere(settings: Settings, user_id: int, name: str) -> None:
    """Bind one officer to every office: for the stand-in, where each of them takes applications."""
    offices = load_library(settings).standard.of_kind(UnitKind.OFFICE)
    async with _officers(settings) as officers:
        for office in offices:
            await officers.bind(Officer(user_id, office.id, name))


async def release_officer(settings: Settings, user_id: int, unit: str) -> list[str]:
    """End a binding.

    Raises:
        AlreadyRunning: the bot runs.
    """
    async with _officers(settings) as officers:
        ended = await officers.release(user_id, UnitId.parse(unit))
    return ["done" if ended else "there was no such officer"]


async def list_officers(settings: Settings) -> list[str]:
    """A line a binding: user id, unit, name.

    Raises:
        AlreadyRunning: the bot runs.
    """
    async with _officers(settings) as officers:
        rows = await officers.all()
    return [f"{each.user_id}  {each.unit}  {each.name}" for each in rows] or ["no officers"]


@asynccontextmanager
async def _officers(settings: Settings) -> AsyncIterator[SqlOfficers]:
    async with AsyncExitStack() as stack:
        stack.enter_context(only_instance(settings.data_dir))
        database, keys = await open_stores(settings, stack)
        async with database.transaction() as transaction:
            yield SqlOfficers(transaction, keys)
