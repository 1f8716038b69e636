"""A body's actions on a complaint, each with what its author is told at once (point 25)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.complaints.elements import body
from dialogs.complaints.notices import accepted_screen, answered_screen, extended_screen, file_screen
from dialogs.complaints.officer_actions import accept_screen, answer_screen, extend_screen
from dialogs.made import ComplaintSlip
from domain.complaints.permissions import ComplaintAction
from handlers.complaints.officer_context import to_author
from handlers.complaints.status import answer_file
from handlers.core.filters import OnAction
from handlers.indicators.survey import survey_after_answer
from services.complaints.handling import ANSWER

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from handlers.complaints.officer_context import OfficerComplaintContext
    from handlers.core.reply import Reply
    from services.complaints.handling import OfficerComplaint


def register_actions(router: Router) -> None:
    """Their buttons."""
    taps = router.callback_query
    taps.register(prepare_accepting, OnAction("accept"))
    taps.register(accept, OnAction("accepted"))
    taps.register(prepare_answer, OnAction("answer"))
    taps.register(drop_file, OnAction("drop"))
    taps.register(answer, OnAction("answered"))
    taps.register(prepare_extension, OnAction("extend"))
    taps.register(extend, OnAction("extended"))


async def prepare_accepting(_event: CallbackQuery | Message, context: OfficerComplaintContext) -> Reply:
    """Is it accepted?"""
    held = await context.handling.authorize(ComplaintAction.ACCEPT, context.request)
    return await context.show(held, accept_screen(held.complaint, context.texts))


async def accept(_event: CallbackQuery, context: OfficerComplaintContext) -> Reply:
    """The author gets the slip."""
    held = await context.handling.accept(context.request)
    complaint = held.complaint
    unit, slip = body(held.officer.unit, context.standard), ComplaintSlip.of(complaint)
    notices = (
        to_author(complaint, partial(accepted_screen, complaint, unit)),
        to_author(complaint, partial(file_screen, complaint, slip, caption="cmp-slip-file")),
    )
    return await context.show_card(held, *notices, toast="hnd-accepted-toast")


async def prepare_answer(_event: CallbackQuery | Message, context: OfficerComplaintContext) -> Reply:
    """The answer, as far as it is written."""
    return await show_answer(context, await context.handling.authorize(ComplaintAction.ANSWER, context.request))


async def show_answer(context: OfficerComplaintContext, held: OfficerComplaint) -> Reply:
    """The next message, or file, is the answer."""
    file = await context.complaint_files.answer(held.complaint)
    return await context.ask(held, ComplaintAction.ANSWER, answer_screen(held.complaint, file, context.texts))


async def drop_file(_event: CallbackQuery, context: OfficerComplaintContext) -> Reply:
    """No file goes along with the answer after all, or no text."""
    if context.argument == ANSWER:
        return await show_answer(context, await context.handling.clear(ComplaintAction.ANSWER, context.request))
    held = await context.handling.authorize(ComplaintAction.ANSWER, context.request)
    await context.complaint_files.drop_answer(held.complaint)
    return await show_answer(context, held)


async def answer(_event: CallbackQuery, context: OfficerComplaintContext) -> Reply:
    """The author has the answer, and is asked how the appeal went."""
    held = await context.handling.answer(context.request)
    complaint = held.complaint
    notices = [to_author(complaint, partial(answered_screen, complaint))]
    if (sent := await answer_file(context.complaint_files, complaint)) is not None:
        notices.append(to_author(complaint, partial(file_screen, complaint, sent, caption="cmp-answer-file")))
    notices += await survey_after_answer(context.survey, complaint)
    return await context.show_card(held, *notices, toast="hnd-answered-toast")


async def prepare_extension(_event: CallbackQuery | Message, context: OfficerComplaintContext) -> Reply:
    """Until when, and why?"""
    return await show_extension(context, await context.handling.authorize(ComplaintAction.EXTEND, context.request))


async def show_extension(context: OfficerComplaintContext, held: OfficerComplaint) -> Reply:
    """The next message is the reason."""
    until = context.handling.longest(held.complaint)
    screen = extend_screen(held.complaint, until, context.under(held.complaint).standard, context.texts)
    return await context.ask(held, ComplaintAction.EXTEND, screen)


async def extend(_event: CallbackQuery, context: OfficerComplaintContext) -> Reply:
    """The author is told of the later day, and why."""
    held = await context.handling.extend(context.request)
    notice = to_author(held.complaint, partial(extended_screen, held.complaint))
    return await context.show_card(held, notice, toast="hnd-extended-toast")
