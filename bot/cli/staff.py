"""What an administrator does about officers from the command line; the bot must not run meanwhile."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from bot import clock
from bot.data_folder import open_stores
from bot.delivery.menus import renewal
from bot.delivery.notices import Letter, post
from bot.process import only_instance
from bot.resources import load_library, load_texts
from bot.staffing import staff_over
from domain.offices.units import UnitId, UnitKind
from domain.staff.officers import Officer, Role
from storage.db.keys import person
from storage.officers import SqlOfficers
from storage.people import SqlPeople

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.settings import Settings
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


async def bind_officer(settings: Settings, user_id: int, unit: str, name: str, role: Role = Role.OFFICER) -> list[str]:
    """Bind somebody to an office or akimat in a role.

    Raises:
        UnknownUnit: the edition has no such unit, or no such office where an officer is meant.
        AlreadyRunning: the bot runs; SQLite's file has one writer.
    """
    standard = load_library(settings).standard
    office = standard.workplace(UnitId.parse(unit), role)
    async with _work(settings) as (transaction, keys):
        staff = staff_over(transaction, keys, standard)
        await staff.appointing.appoint(Officer(user_id, office.id, name, role), clock.now())
    return [f"{user_id}  {office.id}  {office.name}"]


async def bind_everywhere(settings: Settings, user_id: int, name: str) -> None:
    """Make somebody the head of every office: for the stand-in, where each of them takes applications."""
    offices = load_library(settings).standard.of_kind(UnitKind.OFFICE)
    async with _work(settings) as (transaction, keys):
        officers = SqlOfficers(transaction, keys)
        for office in offices:
            await officers.bind(Officer(user_id, office.id, name, Role.HEAD))


async def release_officer(settings: Settings, user_id: int, unit: str) -> list[str]:
    """End a binding: the cases assigned there are nobody's, and the next run renews the menu of commands.

    Raises:
        AlreadyRunning: the bot runs.
    """
    now, standard = clock.now(), load_library(settings).standard
    async with _work(settings) as (transaction, keys):
        staff = staff_over(transaction, keys, standard, settings.admins)
        if not await staff.appointing.dismiss(user_id, UnitId.parse(unit), now):
            return ["there was no such officer"]
        language = (await SqlPeople(transaction).get(user_id)).language or settings.language
        menu = renewal(await staff.roles(user_id), load_texts(language))
        origin = f"m{user_id}.{unit}.{now.timestamp()}"
        letter = Letter(user_id, person(user_id), origin, lambda _texts: (), also=(menu,))
        await post(transaction, keys, letter, settings.language)
    return ["done"]


async def list_officers(settings: Settings) -> list[str]:
    """A line a binding: user id, unit, name, and the role where it is another than officer.

    Raises:
        AlreadyRunning: the bot runs.
    """
    async with _work(settings) as (transaction, keys):
        rows = await SqlOfficers(transaction, keys).all()
    return [_line(each) for each in rows] or ["no officers"]


def _line(officer: Officer) -> str:
    told = f"{officer.user_id}  {officer.unit}  {officer.name}"
    return told if officer.role is Role.OFFICER else f"{told}  {officer.role}"


@asynccontextmanager
async def _work(settings: Settings) -> AsyncIterator[tuple[Transaction, KeyStore]]:
    async with AsyncExitStack() as stack:
        stack.enter_context(only_instance(settings.data_dir))
        database, keys = await open_stores(settings, stack)
        async with database.transaction() as transaction:
            yield transaction, keys
