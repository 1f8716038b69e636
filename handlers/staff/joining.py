"""Whoever opens an invitation's link, and the name they join with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.staff import joining as pages
from dialogs.staff.joining import START
from domain.errors import BadAnswer, BadInvitation
from domain.staff.invitations import read_signature
from handlers.core.reply import JOINING, Notice, Reply, expect
from handlers.staff.context import StaffContext

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer


async def is_link(message: Message) -> bool:
    """Whether the link of an invitation was opened."""
    return (message.text or "").startswith(f"/start {START}")


async def opened(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """What is offered; the next text is the name. The session holds what finds the invitation, not the secret."""
    await state.clear()
    turn = StaffContext.of(visitor, desk)
    try:
        found = await desk.staff.invitations.look_up((message.text or "").partition(START)[2].strip(), visitor.now)
    except BadInvitation:
        return Reply((pages.bad_link_screen(visitor.texts),))
    if not (await desk.staff.get_membership(turn.actor)).gains(found.post, found.units):
        return Reply((pages.nothing_new_screen(visitor.texts),))
    await expect(state, "", found.id, JOINING)
    return Reply((pages.question_screen(found, turn.places, visitor.texts),))


async def named(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """The name: with it the person joins, and whoever invited them learns of it."""
    return await _join(message.text or "", visitor, desk, state)


async def nameless(_message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """A photo, or a voice, where the name is asked for."""
    return await _join("", visitor, desk, state)


async def _join(name: str, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    turn, texts = StaffContext.of(visitor, desk), visitor.texts
    invitation_id = (await state.get_data())["question"]
    try:
        found = await desk.staff.invitations.again(invitation_id, visitor.now)
        try:
            joined = await desk.staff.invitations.join(turn.actor, invitation_id, name, visitor.now)
        except BadAnswer as problem:
            return Reply((pages.question_screen(found, turn.places, texts, problem),))
    except BadInvitation:
        await state.clear()
        return Reply((pages.bad_link_screen(texts),))
    await state.clear()
    signature = read_signature(name)
    notice = Notice(joined.made_by, lambda other: pages.notice_joined(joined, signature, turn.places, other))
    notices = () if joined.made_by == turn.actor else (notice,)
    return Reply((pages.welcome_screen(joined, signature, turn.places, texts),), notices, menus=(turn.actor,))
