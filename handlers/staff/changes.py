"""Buttons that change what somebody is: another role, a further office, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.staff import changes as dialogs
from dialogs.staff import directory as pages
from dialogs.staff.elements import places_for
from domain.errors import Denied
from handlers.core.reply import Notice, Reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from dialogs.ui.screen import Screen
    from domain.offices.units import UnitId
    from domain.staff.membership import Officer, Role
    from handlers.staff.context import StaffContext


async def gone(turn: StaffContext, unit: UnitId) -> Reply:
    """Somebody has ended this meanwhile: who works at the office now."""
    return Reply((await unit_page(turn, unit),), toast=turn.texts.plain("stale"))


async def _rerole(turn: StaffContext) -> Reply:
    told = await turn.staff.appointments.departure(turn.actor, turn.user(0), turn.unit(1))
    who = await turn.staff.get_membership(turn.actor)
    return Reply((dialogs.rerole_screen(told, who, turn.places, turn.texts),))


async def _reroled(turn: StaffContext) -> Reply:
    return await _bind(turn, turn.unit(1), turn.role(2))


async def _bind_where(turn: StaffContext) -> Reply:
    officer, person = await turn.staff.appointments.managed(turn.actor, turn.user(0), turn.unit(1), "bind")
    who = await turn.staff.get_membership(turn.actor)
    if who.admin:
        return Reply((dialogs.bind_region_screen(officer, turn.places, turn.texts),))
    units = [each for each in places_for(officer.role, who.heads) if person.role_at(each) is None]
    return Reply((dialogs.bind_screen(officer, units, turn.places, turn.texts),))


async def _bind_in(turn: StaffContext) -> Reply:
    officer, person = await turn.staff.appointments.managed(turn.actor, turn.user(0), turn.unit(1), "bind")
    region = turn.desk.standard.region(turn.part(2))
    taken = [each.unit for each in person.bindings]
    return Reply((dialogs.bind_unit_screen(officer, region, taken, turn.places, turn.texts),))


async def _bound(turn: StaffContext) -> Reply:
    return await _bind(turn, turn.unit(2), None)


async def _bind(turn: StaffContext, unit: UnitId, role: Role | None) -> Reply:
    """Bind somebody to the unit; with no role told, in the one they have where the button stood."""
    user_id = turn.user(0)
    officer, person = await turn.staff.appointments.managed(turn.actor, user_id, turn.unit(1), "bind")
    if role is None and person.role_at(unit) is not None:
        return await gone(turn, unit)  # a further office must not lower what they are there already
    bound = await turn.staff.appointments.bind(turn.actor, officer, unit, role or officer.role, turn.now)
    if bound == person.binding_at(unit):
        return await gone(turn, unit)  # a second tap: they know
    notice = Notice(user_id, lambda texts: pages.notice_bound(bound, turn.places, texts))
    return await _done(turn, unit, bound, notice)


async def _end(turn: StaffContext) -> Reply:
    told = await turn.staff.appointments.departure(turn.actor, turn.user(0), turn.unit(1))
    return Reply((dialogs.end_screen(told, turn.places, turn.texts),))


async def _ended(turn: StaffContext) -> Reply:
    unit = turn.unit(1)
    told = await turn.staff.appointments.unbind(turn.actor, turn.user(0), unit, turn.now)
    notice = Notice(told.officer.user_id, lambda texts: pages.notice_ended(told.officer, turn.places, texts))
    return await _done(turn, unit, told.officer, notice)


async def _admins(turn: StaffContext) -> Reply:
    return Reply((await _admins_page(turn),))


async def _admin(turn: StaffContext) -> Reply:
    invited, _ = await turn.staff.admins(turn.actor)
    meant = next((each for each in invited if each.user_id == turn.user(0)), None)
    if meant is None:
        raise Denied("remove-admin", turn.argument)
    return Reply((pages.admin_end_screen(meant, turn.texts),))


async def _admin_ended(turn: StaffContext) -> Reply:
    user_id = turn.user(0)
    await turn.staff.remove_admin(turn.actor, user_id, turn.now)
    toast = turn.texts.plain("staff-done-toast")
    notices = (Notice(user_id, pages.notice_admin_ended),)
    return Reply((await _admins_page(turn),), notices, toast=toast, menus=(user_id,))


async def _done(turn: StaffContext, unit: UnitId, officer: Officer, notice: Notice) -> Reply:
    toast = turn.texts.plain("staff-done-toast")
    return Reply((await unit_page(turn, unit),), (notice,), toast=toast, menus=(officer.user_id,))


async def unit_page(turn: StaffContext, unit: UnitId) -> Screen:
    """Who works at the office."""
    who = await turn.staff.get_membership(turn.actor)
    people = await turn.staff.list_for_unit(turn.actor, unit)
    return pages.unit_screen(unit, people, who, await turn.invitations(), turn.places, turn.texts)


async def _admins_page(turn: StaffContext) -> Screen:
    invited, by_settings = await turn.staff.admins(turn.actor)
    return pages.admins_screen(invited, by_settings, turn.actor, turn.texts)


ACTIONS: dict[str, Callable[[StaffContext], Awaitable[Reply]]] = {
    "rerole": _rerole,
    "reroled": _reroled,
    "bind": _bind_where,
    "bind-in": _bind_in,
    "bound": _bound,
    "end": _end,
    "ended": _ended,
    "admins": _admins,
    "admin": _admin,
    "admin-ended": _admin_ended,
}
