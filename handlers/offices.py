"""The office finder in the chat: the same pages as in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.filters import StateFilter

from dialogs.offices.screens import CAPABILITY
from dialogs.ui.navigation import base_tap
from handlers.core.filters import TapIs, TapOf, TextCommand, has_location, plain_text
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery, Message

    from dialogs.offices.flow import OfficePages
    from dialogs.ui.callback_data import Tap
    from handlers.core.reply import Viewer


def router() -> Router:
    """Commands, taps, typed names and shared locations."""
    made = Router(name="offices")
    made.message.register(start, TextCommand("offices"))
    made.callback_query.register(start, TapIs(base_tap("offices")))
    made.callback_query.register(tapped, TapOf(CAPABILITY))
    made.message.register(near, has_location)
    made.message.register(search, StateFilter(None), plain_text)
    return made


async def start(_event: Message | CallbackQuery, visitor: Viewer, pages: OfficePages) -> Reply:
    """The first page of the finder."""
    return Reply((pages.start(visitor.texts),))


async def tapped(_query: CallbackQuery, tap: Tap, visitor: Viewer, pages: OfficePages) -> Reply:
    """The page behind a button; a map pin comes as a message of its own."""
    screen = pages.open(tap, visitor.texts, visitor.now)
    return Reply((screen,), fresh=screen.pin is not None)


async def search(message: Message, visitor: Viewer, pages: OfficePages) -> Reply:
    """What a typed name may mean."""
    return Reply((pages.search(message.text or "", visitor.texts),))


async def near(message: Message, visitor: Viewer, pages: OfficePages) -> Reply:
    """The offices nearest to a shared location."""
    place = message.location
    assert place  # noqa: S101  # the filter saw it
    return Reply((pages.near(place.latitude, place.longitude, visitor.texts),))
