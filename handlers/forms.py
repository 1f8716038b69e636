"""Blank forms on demand; the page that lists them is the office finder's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.forms import GET, form_screen
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
    """One blank form, as a message of its own; an old button names it by its printed number."""
    form = standard.application_form(callback.argument)
    if callback.version != standard.status.id or form is None:
        raise BadTap(callback.argument)
    kind, file = standard.kind_of_form(form), Blank(form.id, standard.status.id)
    return Reply((form_screen(kind, form, file, viewer.texts),))
