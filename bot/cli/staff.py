"""What an administrator does about officers, or in their place, while the bot is stopped."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from bot import clock
from bot.container import Container, ContainerOptions
from bot.data_folder import open_for_reading, open_stores
from bot.delivery.bot_profile import build_commands_request
from bot.delivery.messages import Notification, queue_notification
from bot.process import only_instance
from bot.resources import load_library, load_texts
from dialogs.applications.case import received_screen
from dialogs.made import StampedCopy
from dialogs.ui.screen import Screen
from domain.applications.checklist import to_hand_over
from domain.history import NO_ACCOUNT
from domain.offices.units import UnitId, UnitKind
from domain.staff.membership import Officer, Role
from storage.db.keys import case_owner, person
from storage.people import SqlPeople
from storage.staff import SqlOfficers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from bot.settings import Settings
    from dialogs.ui.texts import Texts
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


class NoSuchOfficer(Exception):
    """Nobody with this id works at this unit; nothing was changed."""


async def bind_officer(settings: Settings, user_id: int, unit: str, name: str, role: Role = Role.OFFICER) -> list[str]:
    """Binds a person to an office or akimat in a role.

    Raises:
        UnknownUnit: the edition has no such unit, or the unit has no such role.
        AlreadyRunning: the bot runs, and SQLite allows one writer.
    """
    library = load_library(settings)
    office = library.standard.workplace(UnitId.parse(unit), role)
    async with _work(settings) as (transaction, keys):
        staff = Container(ContainerOptions(library), transaction, keys).staff
        await staff.appointments.appoint(Officer(user_id, office.id, name, role), clock.now())
    return [f"{user_id}  {office.id}  {office.name}"]


async def bind_everywhere(settings: Settings, user_id: int, name: str) -> None:
    """Makes a person the head of every office, so that all of them take applications on the stand-in."""
    offices = load_library(settings).standard.of_kind(UnitKind.OFFICE)
    async with _work(settings) as (transaction, keys):
        officers = SqlOfficers(transaction, keys)
        for office in offices:
            await officers.bind(Officer(user_id, office.id, name, Role.HEAD))


async def release_officer(settings: Settings, user_id: int, unit: str) -> list[str]:
    """Ends a binding and releases the person's cases; their menu of commands is updated at the next start of the bot.

    Raises:
        NoSuchOfficer: this person does not work there.
        AlreadyRunning: the bot runs.
    """
    now, library = clock.now(), load_library(settings)
    async with _work(settings) as (transaction, keys):
        staff = Container(ContainerOptions(library, settings.admins), transaction, keys).staff
        if not await staff.appointments.dismiss(user_id, UnitId.parse(unit), now):
            raise NoSuchOfficer
        language = (await SqlPeople(transaction).get(user_id)).language or settings.language
        menu = build_commands_request(await staff.get_membership(user_id), load_texts(language))
        origin = f"m{user_id}.{unit}.{now.timestamp()}"
        letter = Notification(user_id, person(user_id), origin, lambda _texts: (), further_requests=(menu,))
        await queue_notification(transaction, keys, letter, settings.language)
    return [load_texts(settings.language).plain("terminal-done")]


async def list_officers(settings: Settings) -> list[str]:
    """One line for each binding: user id, unit, name, and the role unless it is officer; a bot may run beside it.

    Raises:
        BadSettings: the folder cannot be read.
    """
    rows: list[Officer] = []
    async with AsyncExitStack() as stack:
        if (opened := await open_for_reading(settings, stack)) is not None:
            database, keys = opened
            async with database.transaction() as transaction:
                rows = await SqlOfficers(transaction, keys).all()
    return [_line(each) for each in rows] or [load_texts(settings.language).plain("terminal-no-officers")]


def _line(officer: Officer) -> str:
    line = f"{officer.user_id}  {officer.unit}  {officer.name}"
    return line if officer.role is Role.OFFICER else f"{line}  {officer.role}"


@asynccontextmanager
async def _work(settings: Settings) -> AsyncIterator[tuple[Transaction, KeyStore]]:
    async with AsyncExitStack() as stack:
        stack.enter_context(only_instance(settings.data_dir))
        database, keys = await open_stores(settings, stack)
        async with database.transaction() as transaction:
            yield transaction, keys


async def receive(settings: Settings, number: str, items: Sequence[str]) -> list[str]:
    """Records what the office received for a case; all remaining items if none is named.

    Raises:
        NoSuchCase: no register has this number.
        BadAnswer: the checklist has no such item, or it was received before.
        IllegalMove: the case no longer takes documents.
        AlreadyRunning: the bot runs.
    """
    now = clock.now()
    library = load_library(settings)
    async with AsyncExitStack() as stack:
        stack.enter_context(only_instance(settings.data_dir))
        database, keys = await open_stores(settings, stack)
        async with database.transaction() as transaction:
            services = Container(ContainerOptions(library), transaction, keys)
            case = await services.filing.get_by_number(number)
            left = [each.item.id for each in to_hand_over(case, library.standard)]
            case = await services.review.record_received(case, items or left, NO_ACCOUNT, now)
            deadlines = services.deadlines.compute(case)

            def draw(texts: Texts) -> list[Screen]:
                screen = received_screen(case, deadlines, library.standard, texts)
                copy = Screen(texts("receipt-caption"), made=StampedCopy.of(case))
                return [copy, screen] if case.complete_at else [screen]

            origin = f"r{case.id}.{case.version}"
            await queue_notification(
                transaction, keys, Notification(case.applicant, case_owner(case.id), origin, draw), settings.language
            )
    left = [each.item.id for each in to_hand_over(case, library.standard)]
    texts = load_texts(settings.language)
    items = texts.plain("terminal-left", items=", ".join(left)) if left else texts.plain("terminal-nothing-left")
    return [f"{number}  {case.state}", items]
