"""Blank forms on demand; the page that lists them is the office finder's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.forms import APPENDICES, GET, form_screen
from dialogs.made import Blank
from dialogs.ui.callback_data import BadTap, FormCallback
from handlers.core.context import capability_router
from handlers.core.filters import OnAction
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery

    from domain.standard.edition import Standard
    from handlers.core.reply import Viewer


def router() -> Router:
    """The taps of this capability."""
    made = capability_router("forms", FormCallback)
    made.callback_query.register(send_form, OnAction(GET))
    return made


async def send_form(_query: CallbackQuery, callback: FormCallback, viewer: Viewer, standard: Standard) -> Reply:
    """One blank form, as a message of its own."""
    wanted = [appendix for appendix in APPENDICES if str(appendix) == callback.argument]
    if callback.version != standard.status.id or not wanted:
        raise BadTap(callback.argument)
    form = standard.forms[wanted[0]]
    return Reply((form_screen(form, Blank(form.appendix, standard.status.id), viewer.texts),))
