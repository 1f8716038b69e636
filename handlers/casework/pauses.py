"""Stopping the terms of a case for a reason that its edition names, and letting them go on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.casework.notices import colleague_screen
from dialogs.casework.pauses import (
    paused_screen,
    pausing_screen,
    reasons_screen,
    resumed_screen,
    resuming_screen,
)
from dialogs.casework.previews import shown_day
from handlers.casework.context import to_applicant, to_colleague
from handlers.core.filters import OnAction

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from handlers.casework.context import CaseContext
    from handlers.core.reply import Reply
    from services.casework.pauses import Resuming


def register_pauses(router: Router) -> None:
    """Their buttons."""
    taps = router.callback_query
    taps.register(choose_reason, OnAction("pause"))
    taps.register(preview_pause, OnAction("pausing"))
    taps.register(pause, OnAction("paused"))
    taps.register(preview_resuming, OnAction("resume"))
    taps.register(resume, OnAction("resumed"))


async def choose_reason(_event: CallbackQuery | Message, context: CaseContext) -> Reply:
    """For which reason? Where there is one alone, what comes of it."""
    seen, reasons = await context.pauses.find_reasons(context.request)
    if len(reasons) == 1:
        return await _show_pausing(context, reasons[0].id)
    return await context.show(seen, reasons_screen(seen.case, reasons, context.texts))


async def preview_pause(_event: CallbackQuery, context: CaseContext) -> Reply:
    """What comes of it when the terms are stopped for this reason."""
    return await _show_pausing(context, context.argument)


async def _show_pausing(context: CaseContext, reason: str) -> Reply:
    found = await context.pauses.foresee_pause(context.request, reason)
    return await context.show(found.seen, pausing_screen(found, context.deadlines.compute(found.after), context.texts))


async def pause(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The terms stand still; the applicant is told why, and whoever works on the case."""
    found = await context.pauses.foresee_pause(context.request, context.argument)
    seen = await context.pauses.pause(context.request, context.argument)
    told = partial(paused_screen, seen.case, context.deadlines.compute(seen.case), found.reason)
    worker = partial(colleague_screen, "told-stopped", seen.case, seen.officer.name)
    notices = (to_applicant(seen.case, told), *to_colleague(seen, seen.case.assigned, worker))
    return await context.show_card(seen, *notices, toast="toast-paused")


async def preview_resuming(_event: CallbackQuery | Message, context: CaseContext) -> Reply:
    """The new last day, counted day by day, as the applicant will be told it."""
    return await _show_resuming(context, await context.pauses.foresee_resuming(context.request))


async def _show_resuming(context: CaseContext, found: Resuming, *, changed: bool = False) -> Reply:
    problem = context.texts("work-day-changed") if changed else None
    screen = resuming_screen(found, context.deadlines.compute(found.after), context.texts, problem)
    return await context.show(found.seen, screen)


async def resume(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The terms go on; where the last day is another one than was shown, that is shown first."""
    found = await context.pauses.foresee_resuming(context.request)
    deadlines = context.deadlines.compute(found.after)
    if context.argument != shown_day(deadlines.last):
        return await _show_resuming(context, found, changed=True)
    seen = await context.pauses.resume(context.request)
    told = partial(resumed_screen, seen.case, deadlines, found.pause)
    worker = partial(colleague_screen, "told-going-on", seen.case, seen.officer.name)
    notices = (to_applicant(seen.case, told), *to_colleague(seen, seen.case.assigned, worker))
    return await context.show_card(seen, *notices, toast="toast-resumed")
