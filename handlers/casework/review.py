"""What officers do before and at a decision, each with who is told of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dialogs.applications.case import receipt_screen, received_screen
from dialogs.casework.actions import NO_NOTE, approve_screen, ask_screen, need_screen, ready_screen, receive_screen
from dialogs.casework.card import assign_screen, file_screen
from dialogs.casework.elements import item_name
from dialogs.casework.notices import approved_screen, colleague_screen, needed_screen
from dialogs.casework.notices import ready_screen as ready_notice
from dialogs.casework.previews import ALL, TICKED, receiving_screen, shown_day
from dialogs.made import Certificate, StampedCopy
from dialogs.ui.callback_data import BadTap
from domain.casework.certificates import confirmed_lines
from domain.casework.permissions import CaseAction
from domain.standard.terms import TermRole
from handlers.casework.context import to_applicant, to_colleague
from handlers.core.filters import OnAction
from handlers.core.reply import Reply
from services.casework.paperwork import NEED_NOTE

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html, Texts
    from handlers.casework.context import CaseContext
    from services.casework.access import OfficerCase
    from services.casework.review import Receiving


def register_review(router: Router) -> None:
    """Its buttons."""
    taps = router.callback_query
    taps.register(take, OnAction("take"))
    taps.register(release, OnAction("release"))
    taps.register(choose_assignee, OnAction("assign"))
    taps.register(assign, OnAction("give"))
    taps.register(prepare_receiving, OnAction("receive"))
    taps.register(tick_received, OnAction("receive-tick"))
    taps.register(preview_everything, OnAction("receive-all"))
    taps.register(preview_ticked, OnAction("received"))
    taps.register(receive, OnAction("recorded"))
    taps.register(prepare_asking, OnAction("need"))
    taps.register(tick_needed, OnAction("need-tick"))
    taps.register(write_note, OnAction("need-note"))
    taps.register(ask_for_needed, OnAction("needed"))
    taps.register(prepare_approval, OnAction("approve"))
    taps.register(correct_line, OnAction("mend"))
    taps.register(approve, OnAction("approved"))
    taps.register(prepare_ready, OnAction("ready"))
    taps.register(make_ready, OnAction("made-ready"))


async def take(_event: CallbackQuery | Message, context: CaseContext) -> Reply:
    """Work on the case from now on; whoever did before is told."""
    seen = await context.review.take(context.request)
    draw = partial(colleague_screen, "told-taken", seen.case, seen.officer.name)
    return await context.show_card(seen, *to_colleague(seen, _assigned_before(seen), draw), toast="toast-taken")


async def release(_event: CallbackQuery | Message, context: CaseContext) -> Reply:
    """Nobody works on it any more; whoever did is told."""
    seen = await context.review.release(context.request)
    draw = partial(colleague_screen, "told-released", seen.case, seen.officer.name)
    return await context.show_card(seen, *to_colleague(seen, _assigned_before(seen), draw), toast="toast-released")


async def choose_assignee(_event: CallbackQuery | Message, context: CaseContext) -> Reply:
    """Who may take it."""
    seen = await context.access.authorize(CaseAction.ASSIGN, context.request)
    return await context.show(seen, assign_screen(seen, context.texts))


async def assign(_event: CallbackQuery, context: CaseContext) -> Reply:
    """Somebody else works on it; both are told."""
    request = context.request
    if not context.argument.isdecimal():
        raise BadTap(context.argument)
    seen = await context.review.assign(request, int(context.argument))
    given = partial(colleague_screen, "told-assigned", seen.case, seen.officer.name)
    taken = partial(colleague_screen, "told-released", seen.case, seen.officer.name)
    notices = (
        *to_colleague(seen, seen.case.assigned, given),
        *to_colleague(seen, _assigned_before(seen), taken),
    )
    return await context.show_card(seen, *notices, toast="toast-assigned")


def _assigned_before(seen: OfficerCase) -> int | None:
    return seen.before.assigned if seen.before else None


async def prepare_receiving(_event: CallbackQuery | Message, context: CaseContext) -> Reply:
    """What is still to be handed over, to be ticked."""
    return await _show_receiving(context, await context.access.authorize(CaseAction.RECEIVE, context.request))


async def tick_received(_event: CallbackQuery, context: CaseContext) -> Reply:
    """This item was handed over, or not after all."""
    return await _show_receiving(
        context, await context.review.tick(CaseAction.RECEIVE, context.request, context.argument)
    )


async def _show_receiving(context: CaseContext, seen: OfficerCase) -> Reply:
    items = context.review.items(seen.case)
    term = context.standard.term(TermRole.RESULT).length
    return await context.show(seen, receive_screen(seen.case, items, term, context.texts))


async def preview_ticked(_event: CallbackQuery, context: CaseContext) -> Reply:
    """What comes of it when what is ticked is recorded as received."""
    return await _show_preview(context, await context.review.foresee(context.request), TICKED)


async def preview_everything(_event: CallbackQuery, context: CaseContext) -> Reply:
    """What comes of it when all that is left is."""
    return await _show_preview(context, await context.review.foresee(context.request, everything=True), ALL)


async def receive(_event: CallbackQuery, context: CaseContext) -> Reply:
    """It was received; where the last day is another one than was shown, that is shown first."""
    which, _, shown = context.argument.partition(".")
    found = await context.review.foresee(context.request, everything=which == ALL)
    if which not in {ALL, TICKED}:
        raise BadTap(which)
    if shown != shown_day(context.deadlines.compute(found.after).last):
        return await _show_preview(context, found, which, changed=True)
    return await _show_received(context, await context.review.receive(context.request, everything=which == ALL))


async def _show_preview(context: CaseContext, found: Receiving, which: str, *, changed: bool = False) -> Reply:
    texts, deadlines = context.texts, context.deadlines.compute(found.after)
    problem = texts("work-day-changed") if changed else None
    screen = receiving_screen(found, which, deadlines, context.standard, texts, problem)
    reply = await context.show(found.seen, screen)
    return replace(reply, toast=texts.plain("toast-day-changed")) if changed else reply


async def _show_received(context: CaseContext, seen: OfficerCase) -> Reply:
    case = seen.case
    deadlines, standard, link = context.deadlines.compute(case), context.standard, context.receipts.link(case)

    def copy(texts: Texts) -> Screen:
        return receipt_screen(StampedCopy.of(case), link, texts)

    def page(texts: Texts) -> Screen:
        return received_screen(case, deadlines, standard, texts)

    completed = case.complete_at == context.now
    notices = [to_applicant(case, each) for each in ((copy, page) if completed else (page,))]
    return await context.show_card(seen, *notices, toast="toast-received")


async def prepare_asking(_event: CallbackQuery | Message, context: CaseContext) -> Reply:
    """What the applicant is to be asked for, to be ticked."""
    return await show_asking(context, await context.access.authorize(CaseAction.NEED, context.request))


async def tick_needed(_event: CallbackQuery, context: CaseContext) -> Reply:
    """This item is to be asked for, or not after all."""
    return await show_asking(context, await context.review.tick(CaseAction.NEED, context.request, context.argument))


async def show_asking(context: CaseContext, seen: OfficerCase, problem: Html | None = None) -> Reply:
    """The ticks, and the note."""
    items = context.review.items(seen.case, CaseAction.NEED)
    return await context.show(seen, need_screen(seen.case, items, context.texts, problem))


async def ask_first(context: CaseContext, item: str) -> Reply:
    """Before a refusal for it the applicant is to be asked for this item again: it is ticked, a tap sends it."""
    seen = await context.access.authorize(CaseAction.NEED, context.request)
    if item not in context.review.needed(seen.case)[0]:
        seen = await context.review.tick(CaseAction.NEED, context.request, item)
    return await show_asking(context, seen, context.texts("work-ask-first", item=item_name(item, context.texts)))


async def write_note(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The next message is the note to the applicant; or there is none after all."""
    if context.argument == NO_NOTE:
        return await show_asking(context, await context.review.drop_note(context.request))
    seen = await context.access.authorize(CaseAction.NEED, context.request)
    screen = ask_screen(seen.case, CaseAction.NEED, NEED_NOTE, context.texts)
    return await context.ask(seen, screen, CaseAction.NEED, NEED_NOTE)


async def ask_for_needed(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The applicant is asked for what is ticked."""
    seen = await context.review.need(context.request)
    items, note = context.review.needed(seen.before or seen.case)
    draw = partial(needed_screen, seen.case, items, note, context.office_card(seen.case))
    return await context.show_card(seen, to_applicant(seen.case, draw), toast="toast-needed")


async def prepare_ready(_event: CallbackQuery | Message, context: CaseContext) -> Reply:
    """Is it signed?"""
    seen = await context.access.authorize(CaseAction.READY, context.request)
    return await context.show(seen, ready_screen(seen.case, context.texts))


async def make_ready(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The applicant is told that it can be collected."""
    seen = await context.decisions.ready(context.request)
    draw = partial(ready_notice, seen.case, context.office_card(seen.case))
    return await context.show_card(seen, to_applicant(seen.case, draw), toast="toast-ready")


async def prepare_approval(_event: CallbackQuery | Message, context: CaseContext) -> Reply:
    """What is to stand on the certificate or note."""
    return await show_approval(context, await context.access.authorize(CaseAction.APPROVE, context.request))


async def show_approval(context: CaseContext, seen: OfficerCase) -> Reply:
    """Its lines, as far as they are put right."""
    lines = context.decisions.lines(seen.case)
    return await context.show(seen, approve_screen(seen.case, lines, context.standard, context.texts))


async def correct_line(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The next message is this line."""
    seen = await context.access.authorize(CaseAction.APPROVE, context.request)
    if context.argument not in confirmed_lines(seen.case, context.standard):
        raise BadTap(context.argument)
    screen = ask_screen(seen.case, CaseAction.APPROVE, context.argument, context.texts)
    return await context.ask(seen, screen, CaseAction.APPROVE, context.argument)


async def approve(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The certificate or note has its number; the applicant is told."""
    seen = await context.decisions.approve(context.request)
    reply = await context.show_card(seen, to_applicant(seen.case, partial(approved_screen, seen.case)))
    paper = file_screen(seen.case, Certificate(seen.case.id), context.texts, "work-certificate-file")
    toast = context.texts.plain("toast-approved")
    return Reply((*reply.screens, paper), reply.notices, toast=toast, case_id=seen.case.id)
