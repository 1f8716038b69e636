"""Blank forms on demand; the page that lists them is the office finder's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from dialogs.forms import APPENDICES, CAPABILITY, GET, form_screen
from dialogs.made import Blank
from dialogs.ui.callback_data import BadTap
from handlers.core.filters import TapOf
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery

    from dialogs.ui.callback_data import Tap
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer


def router() -> Router:
    """The taps of this capability."""
    made = Router(name="forms")
    made.callback_query.register(get, TapOf(CAPABILITY))
    return made


async def get(_query: CallbackQuery, tap: Tap, visitor: Viewer, desk: Desk) -> Reply:
    """One blank form, as a message of its own."""
    wanted = [appendix for appendix in APPENDICES if str(appendix) == tap.argument]
    if tap.action != GET or tap.version != desk.standard.status.id or not wanted:
        raise BadTap(tap.argument)
    form = desk.standard.forms[wanted[0]]
    return Reply((form_screen(form, Blank(form.appendix), visitor.texts),))
