"""Who works where, and a further office for somebody; admins. By command and by button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from aiogram.filters import StateFilter

from dialogs.staff.directory import (
    admin_end_screen,
    admins_screen,
    bind_region_screen,
    bind_screen,
    bind_unit_screen,
    former_units_screen,
    notice_admin_ended,
    notice_bound,
    own_units_screen,
    people_screen,
    person_screen,
    region_screen,
    units_screen,
    which_office_screen,
)
from dialogs.staff.elements import Manned
from dialogs.ui.callback_data import StaffCallback
from domain.errors import Denied, UnknownUnit
from domain.text import clipped
from handlers.core.context import capability_router
from handlers.core.filters import OnAction, TextCommand, command_words, plain_text, wordless
from handlers.core.reply import JOINING, Notice, Reply
from handlers.staff.context import StaffContext
from handlers.staff.departures import register_departures
from handlers.staff.invitations import ask_for_name, invite, is_link, join, join_nameless, register_invitations
from handlers.staff.locks import register_locks

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.screen import Screen
    from domain.staff.membership import Membership

LONGEST_ECHO = 40


def router() -> Router:
    """Commands, taps, `/start i_…` and the names of those who join."""
    made = capability_router("staff", StaffCallback, StaffContext)
    made.message.register(ask_for_name, is_link)
    made.message.register(find_people, TextCommand("officers"))
    made.message.register(show_units, TextCommand("units"))
    made.message.register(invite, TextCommand("invite"))
    made.message.register(join, StateFilter(JOINING), plain_text)
    made.message.register(join_nameless, StateFilter(JOINING), wordless)
    _register_directory(made)
    register_departures(made)
    register_invitations(made)
    register_locks(made)
    return made


def _register_directory(router: Router) -> None:
    """Its buttons."""
    taps = router.callback_query
    taps.register(show_people, OnAction("people"))
    taps.register(show_region, OnAction("region"))
    taps.register(show_former, OnAction("former"))
    taps.register(show_unit, OnAction("unit"))
    taps.register(show_person, OnAction("person"))
    taps.register(choose_further_office, OnAction("bind"))
    taps.register(choose_further_office_in, OnAction("bind-in"))
    taps.register(add_office, OnAction("bound"))
    taps.register(show_admins, OnAction("admins"))
    taps.register(ask_to_remove_admin, OnAction("admin"))
    taps.register(remove_admin, OnAction("admin-ended"))


async def show_units(_message: Message, context: StaffContext) -> Reply:
    """The offices that the person looks after, with how many people they have."""
    who = await context.staff.require_manager(context.user_id, "units")
    if not who.admin:
        return Reply((await _own_units(context, who),))
    manned = Manned(await context.staff.tally(context.user_id))
    return Reply((units_screen(context.places, manned, context.texts),))


async def find_people(message: Message, context: StaffContext) -> Reply:
    """`/officers`: whom the person looks after; `/officers 2/3`: those of one office."""
    typed = " ".join(command_words(message.text or ""))
    if not typed:
        return await show_people(message, context)
    await context.staff.require_manager(context.user_id, "officers", typed)
    try:
        unit = context.places.unit(context.editions.find_unit_id(typed)).id
    except UnknownUnit:
        return Reply((which_office_screen(clipped(typed, LONGEST_ECHO), context.texts),))
    return Reply((await context.draw_unit(unit),))


async def show_people(_event: Message | CallbackQuery, context: StaffContext) -> Reply:
    """The people of those offices that the person looks after."""
    who = await context.staff.require_manager(context.user_id, "officers")
    if who.admin:
        manned = Manned(await context.staff.tally(context.user_id))
        invitations, former = await context.count_invitations(), await context.staff.former_units(context.user_id)
        return Reply((people_screen(context.places, manned, invitations, context.texts, former=bool(former)),))
    if len(who.heads) > 1:
        return Reply((await _own_units(context, who),))
    return Reply((await context.draw_unit(who.heads[0]),))


async def _own_units(context: StaffContext, who: Membership) -> Screen:
    manned = Manned(await context.staff.tally(context.user_id))
    return own_units_screen(who.heads, context.places, manned, await context.count_invitations(), context.texts)


async def show_region(_query: CallbackQuery, context: StaffContext) -> Reply:
    """The offices of a region."""
    await context.staff.admins(context.user_id)  # the regions are an admin's
    region = context.places.region(context.argument)
    manned = Manned(await context.staff.tally(context.user_id))
    return Reply((region_screen(region, context.places, manned, context.texts),))


async def show_former(_query: CallbackQuery, context: StaffContext) -> Reply:
    """The units that the current edition lacks, where somebody works or work is left."""
    units = await context.staff.former_units(context.user_id)
    manned = Manned(await context.staff.tally(context.user_id))
    return Reply((former_units_screen(units, context.places, manned, context.texts),))


async def show_unit(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Who works at an office."""
    await context.staff.require_manager(context.user_id, "officers", context.argument)
    return Reply((await context.draw_unit(context.read_unit(0)),))


async def show_person(_query: CallbackQuery, context: StaffContext) -> Reply:
    """One of them, and what may be changed."""
    user_id, unit = context.read_user(0), context.read_unit(1)
    who = await context.staff.require_manager(context.user_id, "officers", context.argument)
    people = await context.staff.list_for_unit(context.user_id, unit)
    officer = next((each for each in people if each.user_id == user_id), None)
    if officer is None:
        return await context.show_unit_again(unit)
    everywhere = (await context.staff.get_membership(user_id)).bindings
    others = [each for each in everywhere if each.unit != unit and who.oversees(each.unit)]
    return Reply((person_screen(officer, others, who, context.places, context.texts),))


async def choose_further_office(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Where else?"""
    officer, person = await context.managed()
    who = await context.staff.get_membership(context.user_id)
    if who.admin:
        return Reply((bind_region_screen(officer, context.places, context.texts),))
    fitting = context.places.fitting(officer.role, who.heads)
    units = [each for each in await context.staff.workplaces.open_among(fitting) if person.role_at(each) is None]
    return Reply((bind_screen(officer, units, context.places, context.texts),))


async def choose_further_office_in(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Where in this region?"""
    officer, person = await context.managed()
    region = context.places.region(context.part(2))
    taken = [each.unit for each in person.bindings]
    return Reply((bind_unit_screen(officer, region, taken, context.places, context.texts),))


async def add_office(_query: CallbackQuery, context: StaffContext) -> Reply:
    """There, in the role they have where the button stood."""
    unit = context.read_unit(2)
    officer, person = await context.managed()
    if person.role_at(unit) is not None:  # a second tap; or it would lower what they have become there meanwhile
        return await context.show_unit_again(unit)
    bound = await context.staff.appointments.bind(context.user_id, officer, unit, officer.role, context.now)
    return await context.show_done(bound, Notice(bound.user_id, partial(notice_bound, bound, context.places)))


async def show_admins(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Who looks after everything."""
    return Reply((await _admins_page(context),))


async def ask_to_remove_admin(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Remove this one?"""
    invited, _ = await context.staff.admins(context.user_id)
    meant = next((each for each in invited if each.user_id == context.read_user(0)), None)
    if meant is None:
        raise Denied("remove-admin", context.argument)
    return Reply((admin_end_screen(meant, context.texts),))


async def remove_admin(_query: CallbackQuery, context: StaffContext) -> Reply:
    """They are no admin any more, and are told."""
    user_id = context.read_user(0)
    await context.staff.remove_admin(context.user_id, user_id, context.now)
    toast = context.texts.plain("staff-done-toast")
    notices = (Notice(user_id, notice_admin_ended),)
    return Reply((await _admins_page(context),), notices, toast=toast, menus=(user_id,))


async def _admins_page(context: StaffContext) -> Screen:
    invited, by_settings = await context.staff.admins(context.user_id)
    return admins_screen(invited, by_settings, context.user_id, context.texts)
