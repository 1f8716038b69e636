"""Another role for somebody, or the end of their work at a unit; first of all who goes on with what they leave."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.staff.departures import end_screen, notice_ended, notice_share, rerole_left_screen, rerole_screen
from dialogs.staff.directory import notice_bound
from dialogs.staff.elements import initial
from dialogs.ui.callback_data import BadTap
from domain.casework.reassignment import Reassignment, Sharing, WorkLeft
from domain.errors import Changed
from handlers.core.filters import OnAction
from handlers.core.reply import Notice, Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from aiogram import Router
    from aiogram.types import CallbackQuery

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html
    from domain.casework.reassignment import LeftWork, Share
    from domain.staff.membership import Role
    from handlers.staff.context import StaffContext
    from services.staff.appointments import EndedAppointment


def register_departures(router: Router) -> None:
    """Its buttons."""
    taps = router.callback_query
    taps.register(choose_role, OnAction("rerole"))
    taps.register(change_role, OnAction("reroled"))
    taps.register(ask_to_end, OnAction("end"))
    taps.register(end_membership, OnAction("ended"))


async def choose_role(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Which role instead?"""
    ended = await _departure(context)
    who = await context.staff.get_membership(context.user_id)
    return Reply((rerole_screen(ended, who, context.places, context.texts),))


async def change_role(_query: CallbackQuery, context: StaffContext) -> Reply:
    """This one, at the same unit; where that leaves work, the question is first who goes on with it."""
    role = context.read_role(2)
    officer, _ = await context.managed()
    if officer.role is role:
        return await context.show_unit_again(officer.unit)  # a second tap: they know
    ended = await _departure(context, role)
    draw = partial(rerole_left_screen, ended, role, context.places, context.texts)
    try:
        chosen = _read_choice(context, 3, ended.left)
        bound, shares = await context.staff.appointments.change_role(
            context.user_id, officer, role, context.now, chosen
        )
    except WorkLeft:
        return Reply((draw(),))
    except Changed:
        return _show_changed(context, draw)
    notice = Notice(bound.user_id, partial(notice_bound, bound, context.places))
    return await context.show_done(bound, notice, *tell_of_work(shares))


async def ask_to_end(_query: CallbackQuery, context: StaffContext) -> Reply:
    """End it?"""
    return Reply((end_screen(await _departure(context), context.places, context.texts),))


async def end_membership(_query: CallbackQuery, context: StaffContext) -> Reply:
    """They do not work there any more; they are told, and so are those who go on with their work."""
    ended = await _departure(context)
    officer = ended.officer
    try:
        chosen = _read_choice(context, 2, ended.left)
        ended = await context.staff.appointments.unbind(
            context.user_id, officer.user_id, officer.unit, context.now, chosen
        )
    except (WorkLeft, Changed):  # the button was drawn when there was no work, or other work
        return _show_changed(context, partial(end_screen, ended, context.places, context.texts))
    notice = Notice(officer.user_id, partial(notice_ended, officer, context.places))
    return await context.show_done(officer, notice, *tell_of_work(ended.shares))


async def _departure(context: StaffContext, role: Role | None = None) -> EndedAppointment:
    return await context.staff.appointments.departure(context.user_id, context.read_user(0), context.read_unit(1), role)


def _read_choice(context: StaffContext, at: int, left: LeftWork) -> Reassignment | None:
    """What the button says of the work; None if it says nothing, as one on which no work was shown.

    Raises:
        BadTap: it is no choice.
        Changed: there are not so many receivers, or the button names no screen.
    """
    if not context.has_part(at):
        return None
    to = context.part(at)
    mark = context.callback.version
    if not mark:
        raise Changed(to)
    shared = next((each for each in Sharing if to in {each, initial(each)}), None)
    if shared is not None:
        return Reassignment(shared, mark)
    if not (to.isascii() and to.isdecimal()):
        raise BadTap(to)
    receivers = {str(place): each for place, each in enumerate(left.receivers)}
    if to not in receivers:
        raise Changed(to)
    return Reassignment(receivers[to].user_id, mark)


def _show_changed(context: StaffContext, draw: Callable[[Html], Screen]) -> Reply:
    """The same question as it stands now."""
    return Reply((draw(context.texts("staff-left-changed")),), toast=context.texts.plain("stale"))


def tell_of_work(shares: Iterable[Share]) -> tuple[Notice, ...]:
    """One message to each colleague."""
    return tuple(Notice(each.officer.user_id, partial(notice_share, each)) for each in shares)
