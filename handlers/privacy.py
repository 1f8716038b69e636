"""My data: the archive of all that is held about a person, and erasing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from dialogs import privacy as pages
from dialogs.ui.callback_data import BadTap, PrivacyCallback
from handlers.core.filters import TapOf, TextCommand
from handlers.core.reply import Reply
from services.privacy.my_data import AGAIN_AFTER

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.callback_data import Tap
    from dialogs.ui.texts import Html
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer

PART_BYTES = 20_000_000  # Telegram takes 50 MB of a bot (Bot API, sendDocument); less goes through in a minute


def router() -> Router:
    """The command and its taps."""
    made = Router(name="my-data")
    made.message.register(show, TextCommand("mydata"))
    made.callback_query.register(tapped, TapOf(PrivacyCallback))
    return made


async def show(_message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """What there is to get."""
    await state.clear()
    return await _show(desk, "", visitor, state)


async def tapped(_query: CallbackQuery, tap: Tap, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """A button of it."""
    if tap.action not in ACTIONS:
        raise BadTap(tap.action)
    return await ACTIONS[tap.action](desk, tap.version, visitor, state)


async def _show(desk: Desk, _version: str, visitor: Viewer, _state: FSMContext) -> Reply:
    parts = await desk.my_data.parts(visitor.person.id, PART_BYTES)
    return Reply((pages.data_screen(len(parts), visitor.texts),))


async def _send(desk: Desk, _version: str, visitor: Viewer, _state: FSMContext) -> Reply:
    if not await desk.my_data.may_ask(visitor.person.id, visitor.now):
        toast = visitor.texts.plain("data-again-toast", minutes=str(int(AGAIN_AFTER.total_seconds() // 60)))
        return Reply(toast=toast)
    parts = await desk.my_data.parts(visitor.person.id, PART_BYTES)
    screens = pages.part_screens(parts, visitor.now, visitor.texts)
    return Reply(screens, toast=visitor.texts.plain("data-sent-toast"))


async def _erase(desk: Desk, _version: str, visitor: Viewer, _state: FSMContext) -> Reply:
    return await _overview(desk, visitor)


async def _stays(_desk: Desk, _version: str, visitor: Viewer, _state: FSMContext) -> Reply:
    return Reply((pages.stays_screen(visitor.texts),))


async def _ask(desk: Desk, _version: str, visitor: Viewer, _state: FSMContext) -> Reply:
    unsent = await desk.erasing.unsent(visitor.person.id)
    if not unsent:
        return await _overview(desk, visitor)
    return Reply((pages.drop_screen(unsent, visitor.texts),))


async def _drop(desk: Desk, version: str, visitor: Viewer, state: FSMContext) -> Reply:
    """What was on the screen; where that has changed, the question is asked anew."""
    unsent = await desk.erasing.unsent(visitor.person.id)
    if unsent and unsent.version != version:
        return Reply((pages.drop_screen(unsent, visitor.texts),), toast=visitor.texts.plain("stale"))
    erased = await desk.erasing.erase_unsent(visitor.person.id)
    await state.clear()
    return await _overview(desk, visitor, pages.dropped_text(len(erased), visitor.texts) if erased else None)


async def _overview(desk: Desk, visitor: Viewer, told: Html | None = None) -> Reply:
    overview = await desk.erasing.overview(visitor.person.id, visitor.now)
    return Reply((pages.erase_screen(overview, desk.erasing.kept.days, visitor.texts, told),))


ACTIONS: dict[str, Callable[[Desk, str, Viewer, FSMContext], Awaitable[Reply]]] = {
    pages.SHOW: _show,
    pages.SEND: _send,
    pages.ERASE: _erase,
    pages.STAYS: _stays,
    pages.ASK: _ask,
    pages.DROP: _drop,
}
