"""Keeping or moving a last day that was told, after a decree changed the calendar."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dialogs.casework.actions import ask_screen
from dialogs.casework.notices import colleague_screen
from dialogs.casework.terms import moved_screen, moving_screen, settle_screen, shown_days
from domain.casework.permissions import CaseAction
from handlers.casework.context import to_applicant, to_colleague
from handlers.core.filters import OnAction
from services.casework.paperwork import DECREE

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.texts import Html
    from handlers.casework.context import CaseContext
    from handlers.core.reply import Reply
    from services.casework.access import OfficerCase
    from services.casework.term_decisions import Unsettled


def register_terms(router: Router) -> None:
    """Their buttons."""
    taps = router.callback_query
    taps.register(prepare_settling, OnAction("settle"))
    taps.register(keep, OnAction("kept"))
    taps.register(prepare_moving, OnAction("move"))
    taps.register(name_decree, OnAction("decree"))
    taps.register(move, OnAction("moved"))


async def prepare_settling(_event: CallbackQuery | Message, context: CaseContext) -> Reply:
    """What was told, what it would be today, and why."""
    found = await context.term_decisions.find(context.request)
    return await context.show(found.seen, settle_screen(found, context.texts))


async def keep(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The day that was told stays; where today's is another one than was shown, that is shown first."""
    found = await context.term_decisions.find(context.request)
    if context.argument != shown_days(found.recounts):
        return await _show_again(context, found)
    return await context.show_card(await context.term_decisions.keep(context.request), toast="toast-term-kept")


async def prepare_moving(_event: CallbackQuery, context: CaseContext) -> Reply:
    """By which decree? Then, what comes of it."""
    return await _show_moving(context, await context.term_decisions.find(context.request))


async def name_decree(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The next message is the decree."""
    found = await context.term_decisions.find(context.request)
    return await _ask_for_decree(context, found.seen)


async def show_moving(context: CaseContext, _seen: OfficerCase) -> Reply:
    """The same after the decree was written."""
    return await _show_moving(context, await context.term_decisions.find(context.request))


async def _show_moving(context: CaseContext, found: Unsettled, problem: Html | None = None) -> Reply:
    if not found.source:
        return await _ask_for_decree(context, found.seen)
    return await context.show(found.seen, moving_screen(found, context.texts, problem))


async def _ask_for_decree(context: CaseContext, seen: OfficerCase) -> Reply:
    screen = ask_screen(seen.case, CaseAction.SETTLE, DECREE, context.texts)
    return await context.ask(seen, screen, CaseAction.SETTLE, DECREE)


async def move(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The day is moved; the applicant is told, and whoever works on the case."""
    found = await context.term_decisions.find(context.request)
    if found.source and context.argument != shown_days(found.recounts):
        return await _show_again(context, found)
    seen = await context.term_decisions.move(context.request)
    told = partial(moved_screen, seen.case, found.recounts, found.source)
    worker = partial(colleague_screen, "told-settled", seen.case, seen.officer.name)
    notices = (to_applicant(seen.case, told), *to_colleague(seen, seen.case.assigned, worker))
    return await context.show_card(seen, *notices, toast="toast-term-moved")


async def _show_again(context: CaseContext, found: Unsettled) -> Reply:
    """The calendar has changed once more since the screen was drawn."""
    screen = settle_screen(found, context.texts, context.texts("work-calendar-changed"))
    return replace(await context.show(found.seen, screen), toast=context.texts.plain("toast-changed"))
