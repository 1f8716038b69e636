"""People and invitations: the commands of those who look after them, and every button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.filters import StateFilter

from dialogs.staff import directory as pages
from dialogs.staff.elements import Manned
from dialogs.ui.callback_data import BadTap
from dialogs.ui.navigation import STAFF
from handlers.core.filters import TapOf, TextCommand, plain_text, wordless
from handlers.core.reply import JOINING, Reply
from handlers.staff import changes as staff_changes
from handlers.staff import invitations as inviting
from handlers.staff import joining
from handlers.staff.context import StaffContext

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram import Bot
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.callback_data import Tap
    from dialogs.ui.screen import Screen
    from domain.staff.membership import Membership
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer


def router() -> Router:
    """Commands, taps, `/start i_…` and the names of those who join."""
    made = Router(name="staff")
    made.message.register(joining.opened, joining.is_link)
    made.message.register(officers, TextCommand("officers"))
    made.message.register(units, TextCommand("units"))
    made.message.register(inviting.invite, TextCommand("invite"))
    made.message.register(joining.named, StateFilter(JOINING), plain_text)
    made.message.register(joining.nameless, StateFilter(JOINING), wordless)
    made.callback_query.register(tapped, TapOf(STAFF))
    return made


async def officers(_message: Message, visitor: Viewer, desk: Desk) -> Reply:
    """The people of those offices that the person looks after."""
    return await _people(StaffContext.of(visitor, desk))


async def units(_message: Message, visitor: Viewer, desk: Desk) -> Reply:
    """The offices that the person looks after, with how many people they have."""
    turn = StaffContext.of(visitor, desk)
    who = await desk.staff.require_manager(turn.actor, "units")
    if not who.admin:
        return Reply((await _own_units(turn, who),))
    manned = Manned(await desk.staff.tally(turn.actor))
    return Reply((pages.units_screen(turn.places, manned, turn.texts),))


async def tapped(_query: CallbackQuery, tap: Tap, visitor: Viewer, desk: Desk, bot: Bot) -> Reply:
    """A button about people or invitations."""
    act = ACTIONS.get(tap.action)
    if act is None:
        raise BadTap(tap.action)
    return await act(StaffContext.of(visitor, desk, tap, bot))


async def _people(turn: StaffContext) -> Reply:
    who = await turn.staff.require_manager(turn.actor, "officers")
    if who.admin:
        manned = Manned(await turn.staff.tally(turn.actor))
        return Reply((pages.people_screen(turn.places, manned, await turn.invitations(), turn.texts),))
    if len(who.heads) > 1:
        return Reply((await _own_units(turn, who),))
    return Reply((await staff_changes.unit_page(turn, who.heads[0]),))


async def _own_units(turn: StaffContext, who: Membership) -> Screen:
    manned = Manned(await turn.staff.tally(turn.actor))
    return pages.own_units_screen(who.heads, turn.places, manned, await turn.invitations(), turn.texts)


async def _region(turn: StaffContext) -> Reply:
    await turn.staff.admins(turn.actor)  # the regions are an admin's
    region = turn.desk.standard.region(turn.argument)
    manned = Manned(await turn.staff.tally(turn.actor))
    return Reply((pages.region_screen(region, turn.places, manned, turn.texts),))


async def _unit(turn: StaffContext) -> Reply:
    await turn.staff.require_manager(turn.actor, "officers", turn.argument)
    return Reply((await staff_changes.unit_page(turn, turn.unit(0)),))


async def _person(turn: StaffContext) -> Reply:
    user_id, unit = turn.user(0), turn.unit(1)
    who = await turn.staff.require_manager(turn.actor, "officers", turn.argument)
    people = await turn.staff.list_for_unit(turn.actor, unit)
    officer = next((each for each in people if each.user_id == user_id), None)
    if officer is None:
        return await staff_changes.gone(turn, unit)
    everywhere = (await turn.staff.get_membership(user_id)).bindings
    others = [each for each in everywhere if each.unit != unit and who.oversees(each.unit)]
    return Reply((pages.person_screen(officer, others, who, turn.places, turn.texts),))


ACTIONS: dict[str, Callable[[StaffContext], Awaitable[Reply]]] = {
    "people": _people,
    "region": _region,
    "unit": _unit,
    "person": _person,
    **staff_changes.ACTIONS,
    **inviting.ACTIONS,
}
