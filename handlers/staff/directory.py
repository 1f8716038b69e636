"""People and invitations: the commands of those who look after them, and every button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.filters import StateFilter

from dialogs.staff.directory import own_units_screen, people_screen, person_screen, region_screen, units_screen
from dialogs.staff.elements import Manned
from dialogs.ui.callback_data import StaffCallback
from handlers.core.context import capability_router
from handlers.core.filters import OnAction, TextCommand, plain_text, wordless
from handlers.core.reply import JOINING, Reply
from handlers.staff.appointments import draw_unit, register_appointments, show_unit_again
from handlers.staff.context import StaffContext
from handlers.staff.invitations import ask_for_name, invite, is_link, join, join_nameless, register_invitations

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.screen import Screen
    from domain.staff.membership import Membership


def router() -> Router:
    """Commands, taps, `/start i_…` and the names of those who join."""
    made = capability_router("staff", StaffCallback, StaffContext)
    made.message.register(ask_for_name, is_link)
    made.message.register(show_people, TextCommand("officers"))
    made.message.register(show_units, TextCommand("units"))
    made.message.register(invite, TextCommand("invite"))
    made.message.register(join, StateFilter(JOINING), plain_text)
    made.message.register(join_nameless, StateFilter(JOINING), wordless)
    register_directory(made)
    register_appointments(made)
    register_invitations(made)
    return made


def register_directory(router: Router) -> None:
    """Its buttons."""
    taps = router.callback_query
    taps.register(show_people, OnAction("people"))
    taps.register(show_region, OnAction("region"))
    taps.register(show_unit, OnAction("unit"))
    taps.register(show_person, OnAction("person"))


async def show_units(_message: Message, context: StaffContext) -> Reply:
    """The offices that the person looks after, with how many people they have."""
    who = await context.staff.require_manager(context.user_id, "units")
    if not who.admin:
        return Reply((await _own_units(context, who),))
    manned = Manned(await context.staff.tally(context.user_id))
    return Reply((units_screen(context.places, manned, context.texts),))


async def show_people(_event: Message | CallbackQuery, context: StaffContext) -> Reply:
    """The people of those offices that the person looks after."""
    who = await context.staff.require_manager(context.user_id, "officers")
    if who.admin:
        manned = Manned(await context.staff.tally(context.user_id))
        return Reply((people_screen(context.places, manned, await context.count_invitations(), context.texts),))
    if len(who.heads) > 1:
        return Reply((await _own_units(context, who),))
    return Reply((await draw_unit(context, who.heads[0]),))


async def _own_units(context: StaffContext, who: Membership) -> Screen:
    manned = Manned(await context.staff.tally(context.user_id))
    return own_units_screen(who.heads, context.places, manned, await context.count_invitations(), context.texts)


async def show_region(_query: CallbackQuery, context: StaffContext) -> Reply:
    """The offices of a region."""
    await context.staff.admins(context.user_id)  # the regions are an admin's
    region = context.standard.region(context.argument)
    manned = Manned(await context.staff.tally(context.user_id))
    return Reply((region_screen(region, context.places, manned, context.texts),))


async def show_unit(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Who works at an office."""
    await context.staff.require_manager(context.user_id, "officers", context.argument)
    return Reply((await draw_unit(context, context.read_unit(0)),))


async def show_person(_query: CallbackQuery, context: StaffContext) -> Reply:
    """One of them, and what may be changed."""
    user_id, unit = context.read_user(0), context.read_unit(1)
    who = await context.staff.require_manager(context.user_id, "officers", context.argument)
    people = await context.staff.list_for_unit(context.user_id, unit)
    officer = next((each for each in people if each.user_id == user_id), None)
    if officer is None:
        return await show_unit_again(context, unit)
    everywhere = (await context.staff.get_membership(user_id)).bindings
    others = [each for each in everywhere if each.unit != unit and who.oversees(each.unit)]
    return Reply((person_screen(officer, others, who, context.places, context.texts),))
