"""Start, language, about, privacy, help, and whatever nobody else understands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.filters import CommandStart

from dialogs import home as basics
from dialogs.offices.screens import short_notice
from dialogs.privacy import withdraw_screen
from dialogs.ui.callback_data import BadTap
from dialogs.ui.navigation import BASE
from domain.complaints.permissions import HANDLING_ROLES
from handlers.core.filters import TapOf, TextCommand, command_parts, has_text
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.callback_data import Tap
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html
    from domain.people import Person
    from domain.standard.edition import Standard
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer
    from services.people import PersonSettings


def router() -> Router:
    """The commands and taps of this capability."""
    made = Router(name="basics")
    made.message.register(start, has_text, CommandStart(ignore_case=True))
    made.message.register(show, TextCommand("language", "privacy", "about", "help"))
    made.callback_query.register(tapped, TapOf(BASE))
    return made


def last_router() -> Router:
    """For what no other router took."""
    made = Router(name="last")
    made.message.register(not_understood)
    made.callback_query.register(stale)
    return made


async def start(
    _message: Message, visitor: Viewer, standard: Standard, desk: Desk, state: FSMContext | None = None
) -> Reply:
    """The way out of everything: asks for the language first, once."""
    if state is not None:  # a message without a sender has none
        await state.clear()
    if visitor.person.language is None:
        return Reply((basics.language_screen(visitor.texts),))
    return await _home(visitor, desk, short_notice(standard.status, visitor.texts), menu=True)


async def show(message: Message, visitor: Viewer, standard: Standard) -> Reply:
    """One of the screens that a command names."""
    name, _ = command_parts(message.text or "")
    return Reply((_screens(name, visitor, standard),))


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button of the basic screens, with what its action may need."""

    tap: Tap
    visitor: Viewer
    standard: Standard
    people: PersonSettings
    desk: Desk
    state: FSMContext


async def tapped(  # aiogram passes by name what a handler asks for
    _query: CallbackQuery,
    tap: Tap,
    visitor: Viewer,
    standard: Standard,
    people: PersonSettings,
    desk: Desk,
    state: FSMContext,
) -> Reply:
    """A button of the basic screens."""
    if tap.action in ACTIONS:
        return await ACTIONS[tap.action](Tapped(tap, visitor, standard, people, desk, state))
    return Reply((_screens(tap.action, visitor, standard),))


async def not_understood(_message: Message, visitor: Viewer) -> Reply:
    """A photo, a sticker, an unknown command."""
    return Reply((basics.not_understood_screen(visitor.texts),))


async def stale(query: CallbackQuery) -> Reply:
    """A tap that no router knows: an old button, or forged."""
    raise BadTap(query.id)


async def _speak(given: Tapped) -> Reply:
    visitor = given.visitor
    first = visitor.person.language is None
    chosen = visitor.now_being(await given.people.choose_language(visitor.person, given.tap.argument))
    told = short_notice(given.standard.status, chosen.texts) if first else None
    home = await _home(chosen, given.desk, told, menu=True)
    return replace(home, toast=chosen.texts.plain("language-chosen"))


async def _go_home(given: Tapped) -> Reply:
    return await _home(given.visitor, given.desk)


async def _agree(given: Tapped) -> Reply:
    person = await given.people.agree(given.visitor.person, given.tap.argument, given.visitor.now)
    return _privacy(person, given.visitor, "privacy-agreed-toast")


async def _withdraw(given: Tapped) -> Reply:
    """Without a consent no draft is kept: whoever has some is asked once, and told how many go."""
    visitor, desk = given.visitor, given.desk
    unsent = await desk.erasing.unsent(visitor.person.id)
    if unsent and visitor.person.consent and unsent.version != given.tap.version:
        return Reply((withdraw_screen(unsent, visitor.texts),))
    person = await given.people.withdraw(visitor.person, visitor.now)
    if person != visitor.person:
        await desk.erasing.erase_unsent(person.id)
        await given.state.clear()
    return _privacy(person, visitor, "privacy-withdrawn-toast")


async def _home(visitor: Viewer, desk: Desk, told: Html | None = None, *, menu: bool = False) -> Reply:
    """The home screen; with `menu`, the list of commands of whoever has a role is renewed."""
    who = await desk.staff.get_membership(visitor.person.id)
    screen = basics.home_screen(
        visitor.texts,
        told,
        working=any(each.unit.takes_applications for each in who.bindings),
        handling=any(each.role in HANDLING_ROLES for each in who.bindings),
        managing=who.appoints,
    )
    menus = (who.user_id,) if menu and (who.bindings or who.admin) else ()
    return Reply((screen,), menus=menus)


def _privacy(person: Person, visitor: Viewer, toast: str) -> Reply:
    return Reply((basics.privacy_screen(person, visitor.texts),), toast=visitor.texts.plain(toast))


def _screens(name: str, visitor: Viewer, standard: Standard) -> Screen:
    if name not in SCREENS:
        raise BadTap(name)
    return SCREENS[name](visitor, standard)


SCREENS: dict[str, Callable[[Viewer, Standard], Screen]] = {
    "language": lambda visitor, _standard: basics.language_screen(visitor.texts),
    "privacy": lambda visitor, _standard: basics.privacy_screen(visitor.person, visitor.texts),
    "about": lambda visitor, standard: basics.about_screen(standard, visitor.texts),
    "help": lambda visitor, _standard: basics.help_screen(visitor.texts),
}
ACTIONS: dict[str, Callable[[Tapped], Awaitable[Reply]]] = {
    "speak": _speak,
    "home": _go_home,
    "agree": _agree,
    "withdraw": _withdraw,
}
