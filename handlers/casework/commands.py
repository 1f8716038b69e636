"""Officers' commands, the queue and typed lines: which case, which action; the services decide whether it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.filters import StateFilter

from dialogs.casework.queue import picker_screen, queue_screen, which_screen
from dialogs.ui.callback_data import BadTap, CaseworkCallback
from domain.casework.incoming_number import read_incoming_number
from domain.casework.permissions import CaseAction
from domain.text import clipped
from handlers.casework.acceptance import register_acceptance, show_package
from handlers.casework.card import register_pages, show_card
from handlers.casework.context import CaseContext
from handlers.casework.decisions import prepare_issue, prepare_refusal, register_decisions, show_issue, show_refusal
from handlers.casework.pauses import register_pauses
from handlers.casework.review import (
    choose_assignee,
    prepare_approval,
    prepare_asking,
    prepare_ready,
    prepare_receiving,
    register_review,
    release,
    show_approval,
    show_asking,
    take,
)
from handlers.casework.substance import register_substance, show_on_substance
from handlers.casework.terms import register_terms, show_moving
from handlers.core.context import capability_router
from handlers.core.doubts import is_said_again
from handlers.core.errors import refuse_other_kind
from handlers.core.filters import OnAction, TextCommand, command_parts, command_words, plain_text, wordless
from handlers.core.reply import REPLACES, WRITING, Reply, end_question
from services.casework.queue import QueueTab

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.texts import Html
    from domain.casework.incoming_number import TypedNumber
    from handlers.casework.context import CaseHandler
    from services.casework.access import OfficerCase

LONGEST_ECHO = 80  # of what is no number
LONGEST_PAGE = 4  # digits of a page's number
ON_THE_CARD = {  # where they can be done at all
    *(CaseAction.SEE, CaseAction.SETTLE, CaseAction.PAUSE, CaseAction.RESUME),
    *(CaseAction.REFUSE_ON_SUBSTANCE, CaseAction.REFUSE_TO_ACCEPT),
}
COMMANDS = {"case": CaseAction.SEE, **{str(action): action for action in CaseAction if action not in ON_THE_CARD}}
# `/status 2-65/2026-17 ready` opens the step that leads to the state; in the words of the bot's languages, too.
STEPS = {
    **dict.fromkeys(("in_review", "received", "приняты", "қабылданды"), CaseAction.RECEIVE),
    **dict.fromkeys(("approved", "одобрено", "решено", "мақұлданды"), CaseAction.APPROVE),
    **dict.fromkeys(("refused", "отказ", "отказано", "бас", "бас тарту", "бас тартылды"), CaseAction.REFUSE),
    **dict.fromkeys(("ready", "готово", "дайын"), CaseAction.READY),
    **dict.fromkeys(("issued", "выдано", "берілді"), CaseAction.ISSUE),
}
OPENED_BY: dict[CaseAction, CaseHandler] = {
    CaseAction.SEE: show_card,
    CaseAction.TAKE: take,
    CaseAction.RELEASE: release,
    CaseAction.ASSIGN: choose_assignee,
    CaseAction.RECEIVE: prepare_receiving,
    CaseAction.NEED: prepare_asking,
    CaseAction.APPROVE: prepare_approval,
    CaseAction.REFUSE: prepare_refusal,
    CaseAction.READY: prepare_ready,
    CaseAction.ISSUE: prepare_issue,
}
SHOWN_AFTER_WRITING: dict[CaseAction, Callable[[CaseContext, OfficerCase], Awaitable[Reply]]] = {
    CaseAction.NEED: show_asking,
    CaseAction.REFUSE: show_refusal,
    CaseAction.REFUSE_ON_SUBSTANCE: show_on_substance,
    CaseAction.REFUSE_TO_ACCEPT: show_package,
    CaseAction.APPROVE: show_approval,
    CaseAction.ISSUE: show_issue,
    CaseAction.SETTLE: show_moving,
}


def router() -> Router:
    """Commands, taps and typed lines."""
    made = capability_router("casework", CaseworkCallback, CaseContext)
    made.message.register(show_queue, TextCommand("queue"))
    made.message.register(open_by_number, TextCommand(*COMMANDS))
    made.message.register(open_by_state, TextCommand("status"))
    made.message.register(save_line, StateFilter(WRITING), plain_text)
    made.message.register(refuse_other_kind, StateFilter(WRITING), wordless)
    made.callback_query.register(turn_page, OnAction("queue"))
    register_pages(made)
    register_review(made)
    register_decisions(made)
    register_substance(made)
    register_acceptance(made)
    register_terms(made)
    register_pauses(made)
    return made


async def show_queue(_message: Message, context: CaseContext) -> Reply:
    """What waits for the officer."""
    return await _show_page(context, QueueTab.ALL, 0)


async def turn_page(_query: CallbackQuery, context: CaseContext) -> Reply:
    """Another tab or page of it."""
    tab, _, page = (context.callback.argument or f"{QueueTab.ALL}.0").partition(".")
    if tab not in set(QueueTab) or not (page.isascii() and page.isdecimal()) or len(page) > LONGEST_PAGE:
        raise BadTap(context.callback.argument)
    return await _show_page(context, QueueTab(tab), int(page))


async def _show_page(context: CaseContext, tab: QueueTab, page: int) -> Reply:
    found = await context.queue.queue(context.user_id, context.now)
    return Reply((queue_screen(found, tab, page, context.viewer.law_of, context.texts),))


async def open_by_number(message: Message, context: CaseContext) -> Reply:
    """An action on the case of an incoming number; without one, a choice of cases."""
    name, rest = command_parts(message.text or "")
    action, typed = COMMANDS[name], read_incoming_number(rest)
    if typed is None:
        problem = context.texts("work-bad-number", typed=clipped(rest, LONGEST_ECHO)) if rest else None
        return await _choose_case(context, action, problem)
    return await _open_typed(message, context, action, typed)


async def open_by_state(message: Message, context: CaseContext) -> Reply:
    """`/status 2-65/2026-17 ready`: the same steps as the buttons'."""
    step, typed = _read_step(command_words(message.text or ""))
    if step is None or typed is None:
        return await _choose_case(context, CaseAction.SEE, context.texts("work-status-how"))
    return await _open_typed(message, context, step, typed)


def _read_step(words: Sequence[str]) -> tuple[CaseAction | None, TypedNumber | None]:
    """The step and the number, of which a state may have two words and a number spaces."""
    for at in range(1, len(words)):
        if (step := STEPS.get(" ".join(words[at:]).lower())) is not None:
            return step, read_incoming_number(" ".join(words[:at]))
    return None, None


async def _open_typed(message: Message, context: CaseContext, action: CaseAction, typed: TypedNumber) -> Reply:
    """A whole number opens its case; a part of one the only case it may mean, else a choice."""
    if typed.whole:
        return await _open(message, context, action, typed.whole)
    found = await context.queue.find_by_number(context.user_id, typed, context.now)
    if len(found) == 1:
        return await _open(message, context, action, found[0].filing.number)
    if not found:
        return await _choose_case(context, action, context.texts("work-no-number", typed=typed.number))
    return Reply((which_screen(found, context.texts),))


async def _open(message: Message, context: CaseContext, action: CaseAction, number: str) -> Reply:
    if untaken := await context.access.find_untaken(action, context.user_id, number, context.now):
        await end_question(context.state, untaken.case.id)
        take_first = await context.card(untaken, context.texts("work-take-first"))
        return Reply((take_first,), case_id=untaken.case.id)
    seen = await context.access.find(action, context.user_id, number, context.now)
    return await OPENED_BY[action](message, context.under(seen.case).on(seen.case.id, seen.case.version))


async def _choose_case(context: CaseContext, action: CaseAction, problem: Html | None) -> Reply:
    waiting = await context.queue.candidates(context.user_id, action, context.now)
    return Reply((picker_screen(action, waiting, context.texts, problem),))


async def save_line(message: Message, context: CaseContext) -> Reply:
    """A line that an action needs, for the version of the case at which it was asked for."""
    asked = await context.state.get_data()
    name, line, version = asked["question"].split(".")
    action, wished = CaseAction(name), context.on(asked["case"], version)
    request = wished.view_request if REPLACES in asked else wished.request  # an edit names no version
    text = message.text or ""
    seen = await context.review.write(action, request, line, text, sure=is_said_again(asked, text))
    return await SHOWN_AFTER_WRITING[action](context.on(seen.case.id, seen.case.version), seen)
