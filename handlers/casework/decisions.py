"""Refusing (point 16) and handing over in person (point 15)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dialogs.casework.actions import ask_screen, issue_screen
from dialogs.casework.card import file_screen
from dialogs.casework.notices import issued_screen, letter_screen, refused_screen
from dialogs.casework.previews import handover_screen, shown_day
from dialogs.casework.refusals import defect_screen, refuse_screen, words_screen
from dialogs.made import RefusalLetter
from dialogs.ui.callback_data import BadTap
from domain.casework.permissions import CaseAction
from domain.standard.refusals import GroundSubject
from handlers.casework.context import to_applicant
from handlers.casework.review import ask_first
from handlers.core.filters import OnAction
from handlers.core.reply import Reply
from handlers.indicators.survey import survey_after_outcome
from services.casework.paperwork import BY, CORRECTION, LINES, REFUSE_WORDS, about, missing_line, named

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html, Texts
    from handlers.casework.context import CaseContext
    from services.casework.access import OfficerCase
    from services.casework.refusals import Weighed

BY_REPRESENTATIVE = {"self": False, "other": True}


def register_decisions(router: Router) -> None:
    """Their buttons."""
    taps = router.callback_query
    taps.register(prepare_refusal, OnAction("refuse", "refuse-reason"))  # of older screens: a reason for all items
    taps.register(toggle_shortfall, OnAction("refuse-tick"))
    taps.register(name_defect, OnAction("refuse-as"))
    taps.register(explain_shortfall, OnAction("refuse-words"))
    taps.register(refuse, OnAction("refused"))
    taps.register(prepare_issue, OnAction("issue"))
    taps.register(choose_collector, OnAction("collector"))
    taps.register(reword_line, OnAction("reword"))
    taps.register(issue, OnAction("issued"))


async def prepare_refusal(_event: CallbackQuery | Message, context: CaseContext) -> Reply:
    """What is missing or no good; the card, where that is no ground of refusal."""
    if not context.standard.grounds_about(GroundSubject.DOCUMENTS):
        seen = await context.access.authorize(CaseAction.SEE, context.view_request)
        warning = context.texts("bad-no-refusal-for-documents")
        return await context.show(seen, await context.card(seen, warning))
    return await _show_refusal(context, await context.refusals.open(context.request))


async def show_refusal(context: CaseContext, _seen: OfficerCase) -> Reply:
    """The same after words were written."""
    return await _show_refusal(context, await context.refusals.open(context.request))


async def _show_refusal(context: CaseContext, weighed: Weighed) -> Reply:
    """What is missing or no good, and until when a refusal is in time."""
    term = context.deadlines.refusal_deadline(weighed.seen.case)
    return await context.show(weighed.seen, refuse_screen(weighed, term, context.today, context.texts))


async def toggle_shortfall(_event: CallbackQuery, context: CaseContext) -> Reply:
    """An item is missing, or no longer so; of one that was received, what is wrong with it."""
    request, item = context.request, context.argument
    seen = await context.access.authorize(CaseAction.REFUSE, request)
    if item not in seen.case.received:
        return await _show_refusal(context, await context.refusals.toggle(request, item))
    weighed = await context.refusals.weigh(seen)
    if item not in weighed.items:
        raise BadTap(item)
    defects = context.standard.defects_of(item)
    return await context.show(seen, defect_screen(weighed, item, defects, context.texts))


async def name_defect(_event: CallbackQuery, context: CaseContext) -> Reply:
    """This is wrong with it, or, where the applicant is to be asked first, the page on which they are."""
    request, (place, _, defect) = context.request, context.argument.partition(".")
    weighed = await context.refusals.weigh(await context.access.authorize(CaseAction.REFUSE, request))
    item = dict(zip(map(str, range(len(weighed.items))), weighed.items, strict=True)).get(place, "")
    to_be_asked = {each.id for each in context.standard.defects_of(item) if each.ask_first}
    if item not in weighed.again and defect in to_be_asked:
        return await ask_first(context, item)
    found = await context.refusals.find(request, item, defect)
    if item in found.unexplained:
        return await _ask_for_words(context, found.seen, item)
    return await _show_refusal(context, found)


async def explain_shortfall(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The next message is what is wrong with the item, in the officer's words."""
    seen = await context.access.authorize(CaseAction.REFUSE, context.request)
    if context.argument not in {each.item for each in named(seen.case)}:
        raise BadTap(context.argument)
    return await _ask_for_words(context, seen, context.argument)


async def _ask_for_words(context: CaseContext, seen: OfficerCase, item: str) -> Reply:
    screen = words_screen(seen.case, item, context.texts)
    return await context.ask(seen, screen, CaseAction.REFUSE, about(REFUSE_WORDS, item))


async def refuse(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The applicant is told, with the letter."""
    seen = await context.decisions.refuse(context.request)
    return await show_refused(context, seen, partial(refused_screen, seen.case, context.office_card(seen.case)))


async def show_refused(context: CaseContext, seen: OfficerCase, told: Callable[[Texts], Screen]) -> Reply:
    """The card and the letter after a refusal; the applicant is `told` of it, and asked how it went."""
    letter = RefusalLetter(seen.case.id)
    notices = (
        to_applicant(seen.case, told),
        to_applicant(seen.case, partial(letter_screen, letter)),
        *await survey_after_outcome(context.survey, seen.case),
    )
    reply = await context.show_card(seen, *notices)
    paper = file_screen(seen.case, letter, context.texts, "work-letter-file")
    toast = context.texts.plain("toast-refused")
    return Reply((*reply.screens, paper), notices, toast=toast, case_id=seen.case.id)


async def prepare_issue(_event: CallbackQuery | Message, context: CaseContext) -> Reply:
    """Who collects it?"""
    return await show_issue(context, await context.access.authorize(CaseAction.ISSUE, context.request))


async def show_issue(context: CaseContext, seen: OfficerCase, problem: Html | None = None) -> Reply:
    """The next thing to write down; once nothing is missing, the line of the journal, which the next text corrects."""
    wanted = missing_line(seen.case)
    if not wanted:
        written = context.decisions.foresee_handover(seen, context.now)
        return await context.ask(
            seen, handover_screen(written, context.standard, context.texts, problem), CaseAction.ISSUE, CORRECTION
        )
    screen = issue_screen(seen.case, context.texts, problem)
    return await (context.show(seen, screen) if wanted == BY else context.ask(seen, screen, CaseAction.ISSUE, wanted))


async def choose_collector(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The applicant or a representative; nobody: from the beginning."""
    request, chosen = context.request, context.argument
    if not chosen:
        return await show_issue(context, await context.decisions.forget_collector(request))
    if chosen not in BY_REPRESENTATIVE:
        raise BadTap(chosen)
    seen = await context.decisions.choose_collector(request, representative=BY_REPRESENTATIVE[chosen])
    return await show_issue(context, seen)


async def reword_line(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The next message is this part of the journal's line."""
    seen = await context.access.authorize(CaseAction.ISSUE, context.request)
    if context.argument not in LINES[CaseAction.ISSUE] or not seen.case.prepared.get(context.argument):
        raise BadTap(context.argument)
    screen = ask_screen(seen.case, CaseAction.ISSUE, context.argument, context.texts)
    return await context.ask(seen, screen, CaseAction.ISSUE, context.argument)


async def issue(_event: CallbackQuery, context: CaseContext) -> Reply:
    """It is handed over; the applicant is told, and asked how it went.

    Where the line of the journal was not shown, or would have another day by now, it is shown first.
    """
    seen = await context.access.authorize(CaseAction.ISSUE, context.request)
    if not missing_line(seen.case) and context.argument != shown_day(context.today):
        return await _show_again(context, seen)
    seen = await context.decisions.issue(context.request)
    notice = to_applicant(seen.case, partial(issued_screen, seen.case))
    return await context.show_card(
        seen, notice, *await survey_after_outcome(context.survey, seen.case), toast="toast-issued"
    )


async def _show_again(context: CaseContext, seen: OfficerCase) -> Reply:
    """The line as it would be written today; a button of an older screen has shown no day."""
    if not context.argument:
        return await show_issue(context, seen)
    reply = await show_issue(context, seen, context.texts("work-day-changed"))
    return replace(reply, toast=context.texts.plain("toast-day-changed"))
