"""Start, language, about, privacy, help, and whatever nobody else understands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogs.home import (
    about_screen,
    help_screen,
    home_screen,
    language_screen,
    not_understood_screen,
    privacy_screen,
)
from dialogs.offices.screens import short_notice
from dialogs.privacy import withdraw_screen
from dialogs.ui.callback_data import BadTap, HomeCallback
from dialogs.ui.texts import paragraphs
from domain.complaints.permissions import HANDLING_ROLES
from handlers.core.context import NO_BUTTON, HandlerContext, capability_router
from handlers.core.filters import OnAction, TextCommand
from handlers.core.reply import Reply, forget_questions

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.offices.flow import OfficePages
    from dialogs.ui.callback_data import CallbackData
    from dialogs.ui.texts import Html
    from domain.people import Person
    from domain.standard.edition import Standard
    from domain.standard.editions import Editions
    from handlers.core.reply import Viewer
    from services.people import PersonSettings
    from services.privacy.erasure import ErasureService
    from services.staff.directory import Staff


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeContext(HandlerContext):
    """Somebody at the start, or about to set something for themselves."""

    callback: CallbackData = NO_BUTTON
    standard: Standard
    editions: Editions
    people: PersonSettings
    staff: Staff
    erasure: ErasureService
    office_pages: OfficePages


def router() -> Router:
    """The commands and taps of this capability."""
    made = capability_router("home", HomeCallback, HomeContext)
    made.message.register(start, TextCommand("start"))
    for name, show in (
        ("language", show_languages),
        ("privacy", show_privacy),
        ("about", show_about),
        ("help", show_help),
    ):
        made.message.register(show, TextCommand(name))
        made.callback_query.register(show, OnAction(name))
    made.callback_query.register(show_home, OnAction("home"))
    made.callback_query.register(open_finder, OnAction("offices"))
    made.callback_query.register(choose_language, OnAction("speak"))
    made.callback_query.register(agree, OnAction("agree"))
    made.callback_query.register(withdraw_consent, OnAction("withdraw"))
    return made


def last_router() -> Router:
    """For what no other router took."""
    made = capability_router("last")
    made.message.register(not_understood)
    made.callback_query.register(refuse_unknown)
    return made


async def start(_message: Message, viewer: Viewer, standard: Standard, staff: Staff, editions: Editions) -> Reply:
    """The way out of everything: asks for the language first, once."""
    if viewer.person.language is None:
        return Reply((language_screen(viewer.texts),))
    return await _home(viewer, staff, editions, short_notice(standard.status, viewer.texts), menu=True)


async def show_home(_query: CallbackQuery, viewer: Viewer, staff: Staff, editions: Editions) -> Reply:
    """From the beginning."""
    return await _home(viewer, staff, editions)


async def open_finder(
    _query: CallbackQuery, callback: HomeCallback, viewer: Viewer, office_pages: OfficePages
) -> Reply:
    """The first page of the office finder."""
    if callback != HomeCallback("offices"):
        raise BadTap(callback.argument)
    return Reply((office_pages.start(viewer.texts),))


async def show_languages(_event: Message | CallbackQuery, viewer: Viewer) -> Reply:
    """Which language?"""
    return Reply((language_screen(viewer.texts),))


async def show_privacy(_event: Message | CallbackQuery, viewer: Viewer) -> Reply:
    """What is kept, why, how long; and the consent."""
    return Reply((privacy_screen(viewer.person, viewer.texts),))


async def show_about(_event: Message | CallbackQuery, viewer: Viewer, standard: Standard) -> Reply:
    """Which standard this follows."""
    return Reply((about_screen(standard, viewer.texts),))


async def show_help(_event: Message | CallbackQuery, viewer: Viewer, staff: Staff, editions: Editions) -> Reply:
    """What the bot understands."""
    return Reply((help_screen(viewer.texts, await staff.get_membership(viewer.person.id), editions),))


async def not_understood(_message: Message, viewer: Viewer) -> Reply:
    """A photo, a sticker, an unknown command."""
    return Reply((not_understood_screen(viewer.texts),))


async def refuse_unknown(query: CallbackQuery) -> Reply:
    """A tap that no router knows: an old button, or forged."""
    raise BadTap(query.id)


async def choose_language(_query: CallbackQuery, context: HomeContext) -> Reply:
    """Answers are in it from now on."""
    viewer = context.viewer
    first = viewer.person.language is None
    chosen = viewer.changed(await context.people.choose_language(viewer.person, context.callback.record_id))
    notice = short_notice(context.standard.status, chosen.texts) if first else None
    home = await _home(chosen, context.staff, context.editions, notice, menu=True)
    reply = replace(home, toast=chosen.texts.plain("language-chosen"))
    if not context.callback.rest:
        return reply
    card = context.office_pages.linked(context.callback.rest, chosen.texts, context.now)
    return replace(reply, screens=(replace(card, text=paragraphs(notice, card.text)),))


async def agree(_query: CallbackQuery, context: HomeContext) -> Reply:
    """To the version of the notice that was on the screen."""
    person = await context.people.agree(context.viewer.person, context.callback.argument, context.now)
    return _privacy(context, person, "privacy-agreed-toast")


async def withdraw_consent(_query: CallbackQuery, context: HomeContext) -> Reply:
    """Without a consent no draft is kept: whoever has some is asked once, and told how many go."""
    before = context.viewer.person
    unsent = await context.erasure.unsent(before.id)
    if unsent and before.consent and unsent.version != context.callback.version:
        return Reply((withdraw_screen(unsent, context.texts),))
    person = await context.people.withdraw(before, context.now)
    if person != before:
        await context.erasure.erase_unsent(person.id)
        await forget_questions(context.state)
    return _privacy(context, person, "privacy-withdrawn-toast")


async def _home(
    viewer: Viewer, staff: Staff, editions: Editions, notice: Html | None = None, *, menu: bool = False
) -> Reply:
    """The home screen; with `menu`, the list of commands of whoever has a role is renewed."""
    who = await staff.get_membership(viewer.person.id)
    screen = home_screen(
        viewer.texts,
        notice,
        prepared=viewer.prepared,
        working=any(editions.is_office(each.unit) for each in who.bindings),
        handling=any(each.role in HANDLING_ROLES for each in who.bindings),
        managing=who.appoints,
    )
    menus = (who.user_id,) if menu and (who.bindings or who.admin) else ()
    return Reply((screen,), menus=menus)


def _privacy(context: HomeContext, person: Person, toast: str) -> Reply:
    return Reply((privacy_screen(person, context.texts),), toast=context.texts.plain(toast))
