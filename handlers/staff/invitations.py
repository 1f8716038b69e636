"""Making and revoking invitations: by `/invite` with its arguments, or step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.staff import invitations as pages
from dialogs.staff.elements import ALL, places_for
from dialogs.staff.joining import START
from dialogs.ui.callback_data import BadTap
from domain.errors import BadAnswer, BadInvitation, Denied, TooMany, UnknownUnit
from domain.offices.units import UnitId
from domain.staff.membership import ADMIN
from handlers.core.reply import Reply
from handlers.staff.context import StaffContext, read_post
from services.staff.invitations import Asked

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from aiogram import Bot
    from aiogram.types import Message

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html
    from domain.staff.membership import AppointableRole, Membership
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer


async def invite(message: Message, visitor: Viewer, desk: Desk, bot: Bot) -> Reply:
    """`/invite`: the picker; `/invite officer 2/65`: at once."""
    turn = StaffContext.of(visitor, desk, bot=bot)
    words = (message.text or "").replace(",", " ").split()[1:]
    who = await turn.staff.require_manager(turn.actor, "invite", " ".join(words))
    if not words:
        return Reply((pages.role_screen(who, turn.texts),))
    try:
        post, units = _read(words)
        if not units and post != ADMIN:
            return await _choose(turn, who, post)
        return Reply((await _make(turn, Asked(post, units)),))
    except (BadAnswer, BadTap) as problem:
        told = problem if isinstance(problem, BadAnswer) else None
        return Reply((pages.example_screen(told, turn.texts),))
    except TooMany as problem:
        return await _too_many(turn, problem)


def _read(words: Sequence[str]) -> tuple[AppointableRole, tuple[UnitId, ...]]:
    post = read_post(words[0].lower())
    return post, tuple(map(_read_unit, words[1:]))


def _read_unit(word: str) -> UnitId:
    try:
        return UnitId.parse(word)
    except UnknownUnit:
        raise BadAnswer("units-unknown", unit=word) from None


async def _make(turn: StaffContext, asked: Asked) -> Screen:
    """Make the invitation; the screen with its link."""
    try:
        made, secret = await turn.staff.invitations.invite(turn.actor, asked, turn.now)
    except UnknownUnit as problem:
        raise BadAnswer("units-unknown", unit=str(problem)) from None
    assert turn.bot is not None  # noqa: S101  # whoever may make one came with it
    link = f"https://t.me/{(await turn.bot.me()).username}?start={START}{secret}"
    return pages.link_screen(made, link, turn.places, turn.texts)


async def _roles(turn: StaffContext) -> Reply:
    who = await turn.staff.require_manager(turn.actor, "invite", turn.argument)
    if not turn.argument:
        return Reply((pages.role_screen(who, turn.texts),))
    unit = turn.desk.standard.unit(turn.unit(0)).id
    await turn.staff.list_for_unit(turn.actor, unit)
    made = await turn.staff.invitations.made(turn.actor)
    return Reply((pages.role_at_screen(unit, who, made, turn.places, turn.texts),))


async def _role(turn: StaffContext) -> Reply:
    who = await turn.staff.require_manager(turn.actor, "invite", turn.argument)
    return await _choose(turn, who, turn.post(0))


async def _choose(turn: StaffContext, who: Membership, post: AppointableRole) -> Reply:
    """Where? An admin is invited nowhere: that is confirmed instead."""
    if post not in who.appointable_roles:
        raise Denied("invite", post)
    made = await turn.staff.invitations.made(turn.actor)
    if post == ADMIN:
        return Reply((pages.admin_screen(made, turn.texts),))
    if who.admin:
        return Reply((pages.region_screen(post, turn.places, turn.texts),))
    return Reply((pages.unit_screen(post, places_for(post, who.heads), made, turn.places, turn.texts),))


async def _in(turn: StaffContext) -> Reply:
    await turn.staff.admins(turn.actor)  # the regions are an admin's
    region = turn.desk.standard.region(turn.part(1))
    made = await turn.staff.invitations.made(turn.actor)
    return Reply((pages.office_screen(turn.post(0), region, made, turn.places, turn.texts),))


async def _made(turn: StaffContext) -> Reply:
    """A second tap on the same button makes no second invitation: it was drawn for the count before."""
    who = await turn.staff.require_manager(turn.actor, "invite", turn.argument)
    post, where = turn.post(0), turn.part(1)
    if turn.version != str(await turn.staff.invitations.made(turn.actor)):
        return Reply((pages.made_screen(turn.texts),), toast=turn.texts.plain("stale"))
    units = places_for(post, who.heads) if where == ALL else (turn.unit(1),) if where else ()
    try:
        link = await _make(turn, Asked(post, units))
    except BadAnswer as problem:
        raise BadTap(str(problem)) from None
    except TooMany as problem:
        return await _too_many(turn, problem)
    return Reply((pages.made_screen(turn.texts), link))


async def _open(turn: StaffContext) -> Reply:
    return Reply((await _open_page(turn),))


async def _revoke(turn: StaffContext) -> Reply:
    try:
        await turn.staff.invitations.revoke(turn.actor, turn.argument, turn.now)
        toast = "invite-revoked-toast"
    except BadInvitation:
        toast = "invite-gone-toast"
    return Reply((await _open_page(turn),), toast=turn.texts.plain(toast))


async def _open_page(turn: StaffContext, told: Html | None = None) -> Screen:
    found = await turn.staff.invitations.open_invitations(turn.actor, turn.now)
    return pages.open_screen(found, turn.places, turn.texts, told)


async def _too_many(turn: StaffContext, problem: TooMany) -> Reply:
    return Reply((await _open_page(turn, turn.texts("invite-too-many", most=str(problem))),))


ACTIONS: dict[str, Callable[[StaffContext], Awaitable[Reply]]] = {
    "invite": _roles,
    "role": _role,
    "in": _in,
    "make": _made,
    "open": _open,
    "revoke": _revoke,
}
