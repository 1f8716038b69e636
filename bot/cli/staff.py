"""What an administrator does about officers, or in their place, while the bot is stopped."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

from bot import clock
from bot.container import Container, ContainerOptions
from bot.data_folder import open_for_reading, open_stores
from bot.delivery.bot_profile import build_commands_request
from bot.delivery.messages import Notification, build_delete_request, queue_notification
from bot.jobs.maintenance import keep_running_terms
from bot.process import only_instance
from bot.resources import Wording, load_library, load_texts
from dialogs.applications.case import received_screen
from dialogs.made import StampedCopy
from dialogs.staff.departures import notice_share
from dialogs.ui.screen import Screen
from domain.applications.checklist import to_hand_over
from domain.history import NO_ACCOUNT
from domain.offices.units import UnitKind
from domain.staff.membership import Officer, Role
from storage.db.keys import case_owner, person
from storage.staff import SqlOfficers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence
    from datetime import datetime

    from bot.settings import Settings
    from dialogs.ui.texts import Texts
    from domain.casework.reassignment import Reassignment, Share
    from domain.standard.editions import Editions
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction
    from storage.messaging.bot_api_request import BotApiRequest


class NoSuchOfficer(Exception):
    """Nobody with this id works at this unit; nothing was changed."""


async def bind_officer(  # the arguments of the command
    settings: Settings,
    user_id: int,
    unit: str,
    name: str,
    role: Role = Role.OFFICER,
    cases_to: Reassignment | None = None,
) -> list[str]:
    """Binds a person to an office or akimat in a role; a colleague who gets work by it is told at the next start.

    Raises:
        UnknownUnit: the edition has no such unit, or the unit has no such role.
        WorkLeft: the new role leaves open work, and it was not said who goes on with it.
        AlreadyRunning: the bot runs, and SQLite allows one writer.
    """
    now, library = clock.now(), load_library(settings)
    unit_id = library.editions.find_unit_id(unit)
    office = library.editions.with_unit(unit_id).workplace(unit_id, role)
    async with _work(settings) as (transaction, keys):
        staff = Container(ContainerOptions(library), transaction, keys).staff
        shares = await staff.appointments.appoint(Officer(user_id, office.id, name, role), now, cases_to)
        await _tell(shares, Wording(library, settings.language), transaction, keys, now)
    return [f"{user_id}  {office.code}  {office.name}"]


async def bind_everywhere(settings: Settings, user_id: int, name: str) -> None:
    """Makes a person the head of every office, so that all of them take applications on the stand-in."""
    offices = load_library(settings).standard.of_kind(UnitKind.OFFICE)
    async with _work(settings) as (transaction, keys):
        officers = SqlOfficers(transaction, keys)
        for office in offices:
            await officers.bind(Officer(user_id, office.id, name, Role.HEAD))


async def release_officer(
    settings: Settings, user_id: int, unit: str, cases_to: Reassignment | None = None
) -> list[str]:
    """Ends a binding and hands on the person's open work.

    Colleagues are told, and the person's menu of commands is updated, at the next start of the bot.

    Raises:
        NoSuchOfficer: this person does not work there.
        UnknownUnit: there is no such unit.
        WorkLeft: they leave open work, and it was not said who goes on with it.
        AlreadyRunning: the bot runs.
    """
    now, library = clock.now(), load_library(settings)
    async with _work(settings) as (transaction, keys):
        services = Container(ContainerOptions(library, settings.admins), transaction, keys)
        unit_id = library.editions.find_unit_id(unit)
        shares = await services.staff.appointments.dismiss(user_id, unit_id, now, cases_to)
        if shares is None:
            library.editions.unit(unit_id)
            raise NoSuchOfficer
        await _tell(shares, Wording(library, settings.language), transaction, keys, now)
        letter = await _menu_letter(services, settings.language, user_id, now)
        await queue_notification(transaction, keys, letter, Wording(library, settings.language))
    return [load_texts(settings.language).plain("terminal-done")]


async def _tell(
    shares: Iterable[Share], wording: Wording, transaction: Transaction, keys: KeyStore, now: datetime
) -> None:
    """Queues one message to each colleague."""
    for share in shares:
        user_id = share.officer.user_id
        origin = f"w{user_id}.{share.left_by.user_id}.{share.officer.unit}.{now.timestamp()}"
        draw = partial(_draw_share, share)
        letter = Notification(user_id, person(user_id), origin, draw)
        await queue_notification(transaction, keys, letter, wording)


def _draw_share(share: Share, texts: Texts) -> list[Screen]:
    return [notice_share(share, texts)]


async def lock_officer(settings: Settings, user_id: int) -> list[str]:
    """Locks a person: no role of theirs counts from the next start of the bot on. Warns if no admin is left.

    Raises:
        NoSuchOfficer: nobody with a role has this id.
        AlreadyRunning: the bot runs; an admin or a head locks with `/lock` then.
    """
    now, library = clock.now(), load_library(settings)
    async with _work(settings) as (transaction, keys):
        services = Container(ContainerOptions(library, settings.admins), transaction, keys)
        done = await services.locks.lock_from_terminal(user_id, now)
        if done is None:
            raise NoSuchOfficer
        deletions = [build_delete_request(user_id, each) for each in done.messages]
        letter = await _menu_letter(services, settings.language, user_id, now, deletions)
        await queue_notification(transaction, keys, letter, Wording(library, settings.language))
        left = await services.locks.has_admin()
    texts = load_texts(settings.language)
    said = [texts.plain("terminal-locked" if done.anew else "terminal-locked-before")]
    return said if left else [*said, texts.plain("terminal-no-admin-left")]


async def unlock_officer(settings: Settings, user_id: int) -> list[str]:
    """Unlocks a person: their roles count again.

    Raises:
        NoSuchOfficer: nobody with a role has this id.
        AlreadyRunning: the bot runs.
    """
    now, library = clock.now(), load_library(settings)
    async with _work(settings) as (transaction, keys):
        services = Container(ContainerOptions(library, settings.admins), transaction, keys)
        if await services.locks.unlock_from_terminal(user_id, now) is None:
            raise NoSuchOfficer
        letter = await _menu_letter(services, settings.language, user_id, now)
        await queue_notification(transaction, keys, letter, Wording(library, settings.language))
    return [load_texts(settings.language).plain("terminal-unlocked")]


async def _menu_letter(
    services: Container, language: str, user_id: int, now: datetime, before: Sequence[BotApiRequest] = ()
) -> Notification:
    """The person's list of commands, to be sent at the next start of the bot, after other requests."""
    chosen = (await services.repositories.people.get(user_id)).language or language
    who = await services.staff.get_membership(user_id)
    menu = build_commands_request(who, load_texts(chosen), services.editions)
    origin = f"m{user_id}.{now.timestamp()}"
    return Notification(user_id, person(user_id), origin, lambda _texts: (), further_requests=(*before, menu))


async def list_officers(settings: Settings) -> list[str]:
    """One line for each binding: user id, unit, name, the role unless it is officer, and whether it is locked.

    A bot may run beside it.

    Raises:
        BadSettings: the folder cannot be read.
    """
    rows: list[Officer] = []
    async with AsyncExitStack() as stack:
        if (opened := await open_for_reading(settings, stack)) is not None:
            database, keys = opened
            async with database.transaction() as transaction:
                rows = await SqlOfficers(transaction, keys).all()
    texts = load_texts(settings.language)
    editions = load_library(settings).editions
    rows.sort(key=lambda each: (editions.place_in_print(each.unit), each.user_id))
    return [_line(each, editions, texts) for each in rows] or [texts.plain("terminal-no-officers")]


def _line(officer: Officer, editions: Editions, texts: Texts) -> str:
    line = f"{officer.user_id}  {editions.code(officer.unit)}  {officer.name}"
    line = line if officer.role is Role.OFFICER else f"{line}  {officer.role}"
    return f"{line}  {texts.plain('terminal-locked')}" if officer.locked else line


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
        await keep_running_terms(database, keys, library)  # before the first act, as a start of the bot does
        async with database.transaction() as transaction:
            services = Container(ContainerOptions(library), transaction, keys)
            case = await services.filing.get_by_number(number)
            left = [each.item.id for each in to_hand_over(case, library.editions.of(case))]
            case = await services.review.record_received(case, items or left, NO_ACCOUNT, now)
            deadlines = services.deadlines.compute(case)

            def draw(texts: Texts) -> list[Screen]:
                screen = received_screen(case, deadlines, library.editions.of(case), texts)
                copy = Screen(texts("receipt-caption"), made=StampedCopy.of(case))
                return [copy, screen] if case.complete_at else [screen]

            origin = f"r{case.id}.{case.version}"
            letter = Notification(case.applicant, case_owner(case.id), origin, draw, edition=case.edition)
            await queue_notification(transaction, keys, letter, Wording(library, settings.language))
    left = [each.item.id for each in to_hand_over(case, library.editions.of(case))]
    texts = load_texts(settings.language)
    items = texts.plain("terminal-left", items=", ".join(left)) if left else texts.plain("terminal-nothing-left")
    return [f"{number}  {case.state}", items]
