"""The office finder in the chat: the same pages as in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.filters import StateFilter

from dialogs.ui.callback_data import OfficeCallback
from handlers.core.context import capability_router
from handlers.core.filters import TextCommand, has_location, plain_text
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.offices.flow import OfficePages
    from handlers.core.reply import Viewer


def router() -> Router:
    """Commands, taps, typed names and shared locations; the button on the home screen is of that router."""
    made = capability_router("offices", OfficeCallback)
    made.message.register(show_regions, TextCommand("offices"))
    made.callback_query.register(show_page)
    made.message.register(show_nearest, has_location)
    made.message.register(search, StateFilter(None), plain_text)
    return made


async def show_regions(_message: Message, viewer: Viewer, office_pages: OfficePages) -> Reply:
    """The first page of the finder."""
    return Reply((office_pages.start(viewer.texts),))


async def show_page(
    _query: CallbackQuery, callback: OfficeCallback, viewer: Viewer, office_pages: OfficePages
) -> Reply:
    """The page behind a button; a map pin comes as a message of its own."""
    screen = office_pages.open(callback, viewer.texts, viewer.now)
    return Reply((screen,), fresh=screen.pin is not None)


async def search(message: Message, viewer: Viewer, office_pages: OfficePages) -> Reply:
    """What a typed name may mean."""
    return Reply((office_pages.search(message.text or "", viewer.texts),))


async def show_nearest(message: Message, viewer: Viewer, office_pages: OfficePages) -> Reply:
    """The offices nearest to a shared location."""
    place = message.location
    assert place  # noqa: S101  # the filter saw it
    return Reply((office_pages.near(place.latitude, place.longitude, viewer.texts),))
