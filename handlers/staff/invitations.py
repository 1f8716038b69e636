"""Invitations: made by `/invite` with its arguments or step by step, revoked, and opened by whoever joins with one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.staff.elements import ALL
from dialogs.staff.invitations import (
    LINK_START,
    admin_screen,
    bad_link_screen,
    example_screen,
    join_screen,
    link_screen,
    made_screen,
    nothing_new_screen,
    notice_joined,
    office_screen,
    open_screen,
    region_screen,
    role_at_screen,
    role_screen,
    unit_screen,
    welcome_screen,
)
from dialogs.ui.callback_data import BadTap
from domain.errors import BadAnswer, BadInvitation, Denied, DoubtfulAnswer, FormerUnit, TooMany, UnknownUnit
from domain.staff.invitations import read_signature
from domain.staff.membership import ADMIN
from domain.text import clipped
from handlers.core.doubts import is_said_again, remember_doubt
from handlers.core.filters import OnAction, command_words, start_payload
from handlers.core.reply import JOINING, Notice, Reply, expect
from handlers.staff.context import read_post
from handlers.staff.departures import tell_of_work
from services.staff.invitations import Asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html
    from domain.offices.units import UnitId
    from domain.staff.membership import AppointableRole, Membership
    from domain.standard.editions import Editions
    from handlers.staff.context import StaffContext

LONGEST_ECHO = 40  # units of what is no unit


def register_invitations(router: Router) -> None:
    """Their buttons."""
    taps = router.callback_query
    taps.register(choose_role, OnAction("invite"))
    taps.register(choose_place, OnAction("role"))
    taps.register(choose_office, OnAction("in"))
    taps.register(make_invitation, OnAction("make"))
    taps.register(show_open, OnAction("open"))
    taps.register(revoke, OnAction("revoke"))


async def invite(message: Message, context: StaffContext) -> Reply:
    """`/invite`: the picker; `/invite officer 2/65`: at once."""
    words = command_words(message.text or "")
    who = await context.staff.require_manager(context.user_id, "invite", " ".join(words))
    if not words:
        return Reply((role_screen(who, context.texts),))
    try:
        post, units = _read(words, context.editions)
        if not units and post != ADMIN:
            return await _choose(context, who, post)
        return Reply((await _make(context, Asked(post, units)),))
    except (BadAnswer, BadTap) as problem:
        mistake = problem if isinstance(problem, BadAnswer) else None
        return Reply((example_screen(mistake, context.texts),))
    except TooMany as problem:
        return await _too_many(context, problem)


def _read(words: Sequence[str], editions: Editions) -> tuple[AppointableRole, tuple[UnitId, ...]]:
    post = read_post(words[0].lower())
    return post, tuple(_read_unit(each, editions) for each in words[1:])


def _read_unit(word: str, editions: Editions) -> UnitId:
    try:
        return editions.find_unit_id(word)
    except UnknownUnit:
        raise BadAnswer("units-unknown", unit=clipped(word, LONGEST_ECHO)) from None


async def _make(context: StaffContext, asked: Asked) -> Screen:
    """Make the invitation; the screen with its link."""
    try:
        made, secret = await context.staff.invitations.invite(context.user_id, asked, context.now)
    except FormerUnit as problem:
        raise BadAnswer("units-former", unit=str(problem)) from None
    except UnknownUnit as problem:
        raise BadAnswer("units-unknown", unit=str(problem)) from None
    link = f"https://t.me/{(await context.bot.me()).username}?start={LINK_START}{secret}"
    return link_screen(made, link, context.places, context.texts)


async def choose_role(_query: CallbackQuery, context: StaffContext) -> Reply:
    """As what? From an office, there."""
    who = await context.staff.require_manager(context.user_id, "invite", context.argument)
    if not context.argument:
        return Reply((role_screen(who, context.texts),))
    unit = context.places.unit(context.read_unit(0)).id
    await context.staff.list_for_unit(context.user_id, unit)
    made = await context.staff.invitations.made(context.user_id)
    return Reply((role_at_screen(unit, who, made, context.places, context.texts),))


async def choose_place(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Where?"""
    who = await context.staff.require_manager(context.user_id, "invite", context.argument)
    return await _choose(context, who, context.read_post(0))


async def _choose(context: StaffContext, who: Membership, post: AppointableRole) -> Reply:
    """Where? An admin is invited nowhere: that is confirmed instead."""
    if post not in who.appointable_roles:
        raise Denied("invite", post)
    made = await context.staff.invitations.made(context.user_id)
    if post == ADMIN:
        return Reply((admin_screen(made, context.texts),))
    if who.admin:
        return Reply((region_screen(post, context.places, context.texts),))
    units = await _open_to(context, post, who)
    return Reply((unit_screen(post, units, made, context.places, context.texts),))


async def _open_to(context: StaffContext, post: AppointableRole, who: Membership) -> tuple[UnitId, ...]:
    """The units of a head where somebody new can have this post."""
    return await context.staff.workplaces.open_among(context.places.fitting(post, who.heads))


async def choose_office(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Where in this region?"""
    await context.staff.admins(context.user_id)  # the regions are an admin's
    region = context.places.region(context.part(1))
    made = await context.staff.invitations.made(context.user_id)
    return Reply((office_screen(context.read_post(0), region, made, context.places, context.texts),))


async def make_invitation(_query: CallbackQuery, context: StaffContext) -> Reply:
    """A second tap on the same button makes no second invitation: it was drawn for the count before."""
    who = await context.staff.require_manager(context.user_id, "invite", context.argument)
    post, where = context.read_post(0), context.part(1)
    if context.callback.version != str(await context.staff.invitations.made(context.user_id)):
        return Reply((made_screen(context.texts),), toast=context.texts.plain("stale"))
    units = await _open_to(context, post, who) if where == ALL else (context.read_unit(1),) if where else ()
    try:
        link = await _make(context, Asked(post, units))
    except BadAnswer as problem:
        raise BadTap(str(problem)) from None
    except TooMany as problem:
        return await _too_many(context, problem)
    return Reply((made_screen(context.texts), link))


async def show_open(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Those that were not used yet."""
    return Reply((await _open_page(context),))


async def revoke(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Its link opens nothing any more."""
    try:
        await context.staff.invitations.revoke(context.user_id, context.argument, context.now)
        toast = "invite-revoked-toast"
    except BadInvitation:
        toast = "invite-gone-toast"
    return Reply((await _open_page(context),), toast=context.texts.plain(toast))


async def _open_page(context: StaffContext, message: Html | None = None) -> Screen:
    found = await context.staff.invitations.open_invitations(context.user_id, context.now)
    return open_screen(found, context.places, context.texts, message)


async def _too_many(context: StaffContext, problem: TooMany) -> Reply:
    return Reply((await _open_page(context, context.texts("invite-too-many", most=problem.most)),))


async def is_link(message: Message) -> bool:
    """Whether the link of an invitation was opened."""
    return start_payload(message.text or "").startswith(LINK_START)


async def ask_for_name(message: Message, context: StaffContext) -> Reply:
    """What is offered; the next text is the name. The session holds what finds the invitation, not the secret."""
    secret, texts = start_payload(message.text or "").removeprefix(LINK_START), context.texts
    try:
        found = await context.staff.invitations.look_up(secret, context.now)
    except BadInvitation:
        return Reply((bad_link_screen(texts),))
    if await context.locks.is_locked(context.user_id):  # the phone is lost, and no link opens anything there
        return Reply((bad_link_screen(texts),))
    if not (await context.staff.get_membership(context.user_id)).gains(found.post, found.units):
        return Reply((nothing_new_screen(texts),))
    await expect(context.state, "", found.id, JOINING)
    return Reply((join_screen(found, context.places, texts),))


async def ask_again(context: StaffContext, invitation_id: str) -> Reply:
    """The name, of whoever comes back to the invitation."""
    try:
        found = await context.staff.invitations.again(invitation_id, context.now)
    except BadInvitation:
        return Reply((bad_link_screen(context.texts),))
    await expect(context.state, "", found.id, JOINING)
    return Reply((join_screen(found, context.places, context.texts),))


async def join(message: Message, context: StaffContext) -> Reply:
    """The name: with it the person joins, and whoever invited them learns of it."""
    return await _join(context, message.text or "")


async def join_nameless(_message: Message, context: StaffContext) -> Reply:
    """A photo, or a voice, where the name is asked for."""
    return await _join(context, "")


async def _join(context: StaffContext, name: str) -> Reply:
    inviting, places, texts = context.staff.invitations, context.places, context.texts
    asked = await context.state.get_data()
    invitation_id, sure = asked["question"], is_said_again(asked, name)
    try:
        found = await inviting.again(invitation_id, context.now)
        try:
            joined, shares = await inviting.join(context.user_id, invitation_id, name, context.now, sure=sure)
        except BadAnswer as problem:
            await expect(context.state, "", found.id, JOINING)
            if isinstance(problem, DoubtfulAnswer):
                await remember_doubt(context.state, name)
            return Reply((join_screen(found, places, texts, problem),))
    except BadInvitation:
        await context.state.clear()
        return Reply((bad_link_screen(texts),))
    await context.state.clear()
    signature = read_signature(name, sure=True)
    notice = Notice(joined.made_by, partial(notice_joined, joined, signature, places))
    notices = tell_of_work(shares) if joined.made_by == context.user_id else (notice, *tell_of_work(shares))
    return Reply((welcome_screen(joined, signature, places, texts),), notices, menus=(context.user_id,))
