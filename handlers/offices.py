"""The office finder in the chat: the same pages as in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.filters import StateFilter

from dialogs.home import language_screen
from dialogs.offices.flow import LINK_START
from dialogs.ui.callback_data import OfficeCallback
from handlers.core.context import capability_router
from handlers.core.filters import TextCommand, has_location, plain_text, start_payload
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.offices.flow import OfficePages
    from handlers.core.reply import Viewer


def router() -> Router:
    """Commands, taps, typed names and shared locations; the button on the home screen is of that router."""
    made = capability_router("offices", OfficeCallback)
    made.message.register(open_link, is_link)
    made.message.register(show_regions, TextCommand("offices"))
    made.callback_query.register(show_page)
    made.message.register(show_nearest, has_location)
    made.message.register(search, StateFilter(None), plain_text)
    return made


async def is_link(message: Message) -> bool:
    """Whether the deep link of an office was opened, as its poster has it."""
    return start_payload(message.text or "").startswith(LINK_START)


async def open_link(message: Message, viewer: Viewer, office_pages: OfficePages) -> Reply:
    """The card of that office; a newcomer chooses a language first."""
    unit = office_pages.linked_unit(start_payload(message.text or ""))
    if viewer.person.language is None:
        return Reply((language_screen(viewer.texts, unit),))
    return Reply((office_pages.linked(unit, viewer.texts, viewer.now),))


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
