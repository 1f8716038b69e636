"""Complaints for a body's registrar and head: commands, the queue, typed lines; the service decides what may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.filters import StateFilter

from dialogs.complaints.officer import queue_screen, which_screen
from dialogs.ui.callback_data import OfficerComplaintCallback
from domain.complaints.complaint_number import read_complaint_number
from domain.complaints.permissions import ComplaintAction
from domain.errors import BadAnswer
from domain.text import clipped, says_something
from handlers.complaints.officer_actions import (
    prepare_accepting,
    prepare_answer,
    prepare_extension,
    register_actions,
    show_answer,
    show_extension,
)
from handlers.complaints.officer_card import register_pages, show_card
from handlers.complaints.officer_context import OfficerComplaintContext
from handlers.core.context import capability_router
from handlers.core.filters import OnAction, TextCommand, command_parts, has_file, plain_text, read_file, wordless
from handlers.core.reply import HANDLING, REPLACES, RETRACTED, Reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.texts import Html
    from handlers.complaints.officer_context import ComplaintHandler
    from services.complaints.handling import OfficerComplaint

LONGEST_ECHO = 40
OPENED_BY: dict[ComplaintAction, ComplaintHandler] = {
    ComplaintAction.SEE: show_card,
    ComplaintAction.ACCEPT: prepare_accepting,
    ComplaintAction.ANSWER: prepare_answer,
    ComplaintAction.EXTEND: prepare_extension,
}
SHOWN_AFTER_WRITING: dict[ComplaintAction, Callable[[OfficerComplaintContext, OfficerComplaint], Awaitable[Reply]]] = {
    ComplaintAction.ANSWER: show_answer,
    ComplaintAction.EXTEND: show_extension,
}


def router() -> Router:
    """Commands, taps, typed lines and files."""
    made = capability_router("complaints of a body", OfficerComplaintCallback, OfficerComplaintContext)
    made.message.register(show_queue, TextCommand("complaints"))
    made.message.register(open_by_number, TextCommand(*ComplaintAction))
    made.message.register(save_line, StateFilter(HANDLING), plain_text)
    made.message.register(attach_file, StateFilter(HANDLING), has_file)
    made.message.register(refuse_evidence, StateFilter(HANDLING), wordless)
    made.callback_query.register(show_queue, OnAction("queue"))
    register_pages(made)
    register_actions(made)
    return made


async def show_queue(_event: Message | CallbackQuery, context: OfficerComplaintContext) -> Reply:
    """The open complaints to the officer's bodies."""
    return await _show_queue(context)


async def open_by_number(message: Message, context: OfficerComplaintContext) -> Reply:
    """An action on the complaint of a number; without one, the queue."""
    name, rest = command_parts(message.text or "")
    typed = read_complaint_number(rest)
    if typed is None:
        problem = context.texts("hnd-bad-number", typed=clipped(rest, LONGEST_ECHO)) if rest else None
        return await _show_queue(context, problem)
    found = await context.handling.find(context.user_id, typed, context.now)
    if not found:
        return await _show_queue(context, context.texts("hnd-no-number", typed=str(typed.number)))
    if len(found) > 1:
        return Reply((which_screen(found, context.editions, context.texts),))
    return await OPENED_BY[ComplaintAction(name)](message, _now(context, found[0]))


async def save_line(message: Message, context: OfficerComplaintContext) -> Reply:
    """The answer, or the reason of a longer term, for the version at which it was asked for."""
    action, asked = await _read_question(context)
    data = await context.state.get_data()
    request = asked.view_request if REPLACES in data else asked.request  # an edit names no version
    if data.get(RETRACTED):
        held = await context.handling.clear(action, request)
    else:
        held = await context.handling.write(action, request, message.text or "")
    return await SHOWN_AFTER_WRITING[action](_now(context, held), held)


async def attach_file(message: Message, context: OfficerComplaintContext) -> Reply:
    """A file to answer with; what is written under it is the answer's text."""
    action, asked = await _read_question(context)
    if action is not ComplaintAction.ANSWER:
        raise BadAnswer("other-kind")
    caption = message.caption or ""
    text = caption if says_something(caption) else ""
    held = await context.handling.attach(asked.request, read_file(message, context.user_id), text)
    return await SHOWN_AFTER_WRITING[action](_now(context, held), held)


async def refuse_evidence(_message: Message, context: OfficerComplaintContext) -> Reply:
    """A voice or a video: what can be sent is said, and the question is asked again."""
    action, _ = await _read_question(context)
    raise BadAnswer("other-kind-evidence" if action is ComplaintAction.ANSWER else "other-kind")


def _now(context: OfficerComplaintContext, held: OfficerComplaint) -> OfficerComplaintContext:
    return context.under(held.complaint).on(held.complaint.id, held.complaint.version)


async def _read_question(context: OfficerComplaintContext) -> tuple[ComplaintAction, OfficerComplaintContext]:
    asked = await context.state.get_data()
    name, version = asked["question"].split(".")
    return ComplaintAction(name), context.on(asked["case"], version)


async def _show_queue(context: OfficerComplaintContext, problem: Html | None = None) -> Reply:
    found = await context.handling.queue(context.user_id)
    return Reply((queue_screen(found, context.today, context.editions, context.texts, problem),))
