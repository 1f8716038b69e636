"""Private chats only: in a group the bot says so and leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.home import group_screen
from handlers.core.context import capability_router
from handlers.core.filters import in_group, tap_in_group
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

    from handlers.core.reply import Viewer

PRESENT = {"member", "administrator", "restricted"}


def router() -> Router:
    """Whatever happens in a chat that is not private."""
    made = capability_router("groups")
    made.message.register(leave, in_group)
    made.edited_message.register(nothing, in_group)
    made.channel_post.register(leave)
    made.my_chat_member.register(added, in_group)
    made.callback_query.register(nothing, tap_in_group)
    return made


async def leave(_message: Message, viewer: Viewer) -> Reply:
    """Say why, and leave."""
    return Reply((group_screen(viewer.texts),), leave=True)


async def added(event: ChatMemberUpdated, viewer: Viewer) -> Reply:
    """Leave at once when added; having been removed needs no answer."""
    if event.new_chat_member.status in PRESENT and event.old_chat_member.status not in PRESENT:
        return Reply((group_screen(viewer.texts),), leave=True)
    return Reply()


async def nothing(_event: Message | CallbackQuery) -> Reply:
    """A button in a group is none of ours."""
    return Reply()
