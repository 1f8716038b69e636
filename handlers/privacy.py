"""My data: the archive of all that is held about a person, and erasing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs import privacy as pages
from dialogs.ui.callback_data import PrivacyCallback
from handlers.core.context import NO_BUTTON, HandlerContext, capability_router
from handlers.core.filters import OnAction, TextCommand
from handlers.core.reply import Reply, forget_questions
from services.privacy.my_data import AGAIN_AFTER

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.callback_data import CallbackData
    from dialogs.ui.texts import Html
    from services.privacy.erasure import ErasureService
    from services.privacy.my_data import MyData

PART_BYTES = 20_000_000  # Telegram takes 50 MB of a bot (Bot API, sendDocument); less goes through in a minute


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyContext(HandlerContext):
    """Somebody asks for their data, or to erase it."""

    callback: CallbackData = NO_BUTTON
    my_data: MyData
    erasure: ErasureService


def router() -> Router:
    """The command and its taps."""
    made = capability_router("privacy", PrivacyCallback, PrivacyContext)
    made.message.register(show_data_first, TextCommand("mydata"))
    made.callback_query.register(show_data, OnAction(pages.SHOW))
    made.callback_query.register(send_data, OnAction(pages.SEND))
    made.callback_query.register(show_erasure, OnAction(pages.ERASE))
    made.callback_query.register(explain_what_stays, OnAction(pages.STAYS))
    made.callback_query.register(ask_to_erase, OnAction(pages.ASK))
    made.callback_query.register(erase_unsent, OnAction(pages.DROP))
    return made


async def show_data_first(_message: Message, context: PrivacyContext) -> Reply:
    """What there is to get."""
    return await _draw_data(context)


async def show_data(_query: CallbackQuery, context: PrivacyContext) -> Reply:
    """The same by its button."""
    return await _draw_data(context)


async def _draw_data(context: PrivacyContext) -> Reply:
    parts = await context.my_data.parts(context.user_id, PART_BYTES)
    return Reply((pages.data_screen(len(parts), context.texts),))


async def send_data(_query: CallbackQuery, context: PrivacyContext) -> Reply:
    """The archive, in as many parts as it takes; not again for a while."""
    if not await context.my_data.may_ask(context.user_id, context.now):
        minutes = int(AGAIN_AFTER.total_seconds() // 60)
        return Reply(toast=context.texts.plain("data-again-toast", minutes=minutes))
    parts = await context.my_data.parts(context.user_id, PART_BYTES)
    screens = pages.part_screens(parts, context.now, context.texts)
    return Reply(screens, toast=context.texts.plain("data-sent-toast"))


async def show_erasure(_query: CallbackQuery, context: PrivacyContext) -> Reply:
    """What can be erased now, what is erased when."""
    return await _draw_erasure(context)


async def explain_what_stays(_query: CallbackQuery, context: PrivacyContext) -> Reply:
    """What the offices must keep."""
    return Reply((pages.stays_screen(context.texts),))


async def ask_to_erase(_query: CallbackQuery, context: PrivacyContext) -> Reply:
    """Erase what was never sent?"""
    unsent = await context.erasure.unsent(context.user_id)
    return Reply((pages.drop_screen(unsent, context.texts),)) if unsent else await _draw_erasure(context)


async def erase_unsent(_query: CallbackQuery, context: PrivacyContext) -> Reply:
    """What was on the screen; where that has changed, the question is asked again."""
    unsent = await context.erasure.unsent(context.user_id)
    if unsent and unsent.version != context.callback.version:
        return Reply((pages.drop_screen(unsent, context.texts),), toast=context.texts.plain("stale"))
    erased = await context.erasure.erase_unsent(context.user_id)
    await forget_questions(context.state)
    return await _draw_erasure(context, pages.dropped_text(erased, context.texts) if erased else None)


async def _draw_erasure(context: PrivacyContext, notice: Html | None = None) -> Reply:
    overview = await context.erasure.overview(context.user_id, context.now)
    return Reply((pages.erase_screen(overview, context.erasure.kept.days, context.texts, notice),))
