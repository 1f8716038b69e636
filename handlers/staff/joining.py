"""Whoever opens an invitation's link, and the name they join with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.staff.joining import (
    START,
    bad_link_screen,
    nothing_new_screen,
    notice_joined,
    question_screen,
    welcome_screen,
)
from domain.errors import BadAnswer, BadInvitation, DoubtfulAnswer
from domain.staff.invitations import read_signature
from handlers.core.doubts import is_said_again, remember_doubt
from handlers.core.filters import start_payload
from handlers.core.reply import JOINING, Notice, Reply, expect

if TYPE_CHECKING:
    from aiogram.types import Message

    from handlers.staff.context import StaffContext


async def is_link(message: Message) -> bool:
    """Whether the link of an invitation was opened."""
    return start_payload(message.text or "").startswith(START)


async def ask_for_name(message: Message, context: StaffContext) -> Reply:
    """What is offered; the next text is the name. The session holds what finds the invitation, not the secret."""
    await context.state.clear()
    secret, texts = start_payload(message.text or "").removeprefix(START), context.texts
    try:
        found = await context.staff.invitations.look_up(secret, context.now)
    except BadInvitation:
        return Reply((bad_link_screen(texts),))
    if not (await context.staff.get_membership(context.user_id)).gains(found.post, found.units):
        return Reply((nothing_new_screen(texts),))
    await expect(context.state, "", found.id, JOINING)
    return Reply((question_screen(found, context.places, texts),))


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
            joined = await inviting.join(context.user_id, invitation_id, name, context.now, sure=sure)
        except BadAnswer as problem:
            if isinstance(problem, DoubtfulAnswer):
                await remember_doubt(context.state, name)
            return Reply((question_screen(found, places, texts, problem),))
    except BadInvitation:
        await context.state.clear()
        return Reply((bad_link_screen(texts),))
    await context.state.clear()
    signature = read_signature(name, sure=True)
    notice = Notice(joined.made_by, partial(notice_joined, joined, signature, places))
    notices = () if joined.made_by == context.user_id else (notice,)
    return Reply((welcome_screen(joined, signature, places, texts),), notices, menus=(context.user_id,))
