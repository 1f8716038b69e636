"""What the handlers of a body's complaints share: the wish, the card, and who is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.complaints import officer as pages
from domain.zone import day_of
from handlers.casework.steps import Ask
from handlers.core.expecting import HANDLING, expect
from handlers.core.reply import Notice, Reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html, Texts
    from domain.complaints.complaint import Complaint
    from handlers.core.desk import Desk
    from handlers.core.reply import Visitor
    from services.complaints.handling import Handling, Held

__all__ = ["Ask", "asked", "at", "card", "carded", "paged", "to_author"]


def card(desk: Desk, held: Held, visitor: Visitor, told: Html | None = None) -> Screen:
    """The card of a complaint as it stands; `told` says what has changed meanwhile."""
    return pages.card_screen(held, day_of(visitor.now), desk.standard, visitor.texts, told)


async def carded(ask: Ask, held: Held, *notices: Notice, toast: str) -> Reply:
    """The card after an act; nothing typed is waited for."""
    await ask.state.clear()
    shown = card(ask.desk, held, ask.visitor)
    return Reply((shown,), notices, toast=ask.texts.plain(toast), case_id=held.complaint.id)


async def paged(ask: Ask, held: Held, *screens: Screen) -> Reply:
    """A page about a complaint; nothing typed is waited for."""
    await ask.state.clear()
    return Reply(screens, case_id=held.complaint.id)


async def asked(ask: Ask, held: Held, handling: Handling, screen: Screen) -> Reply:
    """A page on which something is to be typed, for this version of the complaint."""
    await expect(ask.state, held.complaint.id, f"{handling}.{held.complaint.version}", HANDLING)
    return Reply((screen,), case_id=held.complaint.id)


def to_author(complaint: Complaint, draw: Callable[[Texts], Screen]) -> Notice:
    """The author is told at once, in their own language."""
    return Notice(complaint.author, draw, complaint.id)


def at(ask: Ask, held: Held) -> Ask:
    """The same wish for the complaint as it is now."""
    return replace(ask, aim=replace(ask.aim, version=held.complaint.version))
