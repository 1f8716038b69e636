"""Complaints for a body's registrar and head: commands, buttons and typed lines; the service decides what may be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.filters import StateFilter

from dialogs.complaints import officer as pages
from dialogs.ui.callback_data import BadTap
from dialogs.ui.navigation import HANDLE
from domain.calendar import day_of
from domain.complaints.permissions import ComplaintAction
from domain.errors import BadAnswer
from handlers.casework.card import ActionContext
from handlers.complaints.officer_actions import ACTS, OPENS, after_writing
from handlers.complaints.officer_card import LOOKS, at
from handlers.core.filters import TapOf, TextCommand, command_parts, plain_text, wordless
from handlers.core.reply import HANDLING, Reply
from handlers.uploads import has_file, offered
from services.action_request import ActionRequest

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.callback_data import Tap
    from dialogs.ui.texts import Html
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer

NUMBER = re.compile(r"\d{1,9}/\d{4}")
LONGEST_ECHO = 40


def router() -> Router:
    """Commands, taps, typed lines and files."""
    made = Router(name="handling")
    made.message.register(queue, TextCommand("complaints"))
    made.message.register(command, TextCommand(*ComplaintAction))
    made.callback_query.register(tapped, TapOf(HANDLE))
    made.message.register(written, StateFilter(HANDLING), plain_text)
    made.message.register(sent, StateFilter(HANDLING), has_file)
    made.message.register(no_line, StateFilter(HANDLING), wordless)
    return made


async def queue(_message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """The open complaints to the officer's bodies."""
    return await _queue(visitor, desk, state)


async def command(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """An act on the complaint of a number; without one, the queue."""
    name, rest = command_parts(message.text or "")
    handling = ComplaintAction(name)
    number = rest.removeprefix("№").strip()
    if not NUMBER.fullmatch(number):
        problem = visitor.texts("hnd-bad-number", typed=number[:LONGEST_ECHO]) if number else None
        return await _queue(visitor, desk, state, problem)
    held = await desk.complaint_work.find(visitor.person.id, number)
    ask = _ask(desk, held.complaint.id, held.complaint.version, "", visitor, state)
    return await OPENS[handling](ask)


async def tapped(_query: CallbackQuery, tap: Tap, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """A button about complaints."""
    if tap.action == "queue":
        return await _queue(visitor, desk, state)
    complaint_id, _, argument = tap.argument.partition(".")
    if tap.action in LOOKS:
        return await LOOKS[tap.action](_ask(desk, complaint_id, None, argument, visitor, state))
    if tap.action not in ACTS or not (tap.version.isascii() and tap.version.isdecimal()):
        raise BadTap(tap.action)
    return await ACTS[tap.action](_ask(desk, complaint_id, int(tap.version), argument, visitor, state))


async def written(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """The answer, or the reason of a longer term, for the version at which it was asked for."""
    handling, ask = await _asked(visitor, desk, state)
    held = await desk.complaint_work.write(handling, ask.aim, message.text or "")
    return await after_writing(handling, at(ask, held), held)


async def sent(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """A file to answer with; what is written under it is the answer's text."""
    handling, ask = await _asked(visitor, desk, state)
    if handling is not ComplaintAction.ANSWER:
        raise BadAnswer("empty")
    held = await desk.complaint_work.authorize(handling, ask.aim)
    await desk.complaint_files.answer_with(held.complaint, offered(message, visitor.person.id))
    if message.caption:
        held = await desk.complaint_work.write(handling, ask.aim, message.caption)
    return await after_writing(handling, at(ask, held), held)


async def no_line(_message: Message) -> Reply:
    """A sticker where a text is asked for."""
    raise BadAnswer("empty")


async def _asked(visitor: Viewer, desk: Desk, state: FSMContext) -> tuple[ComplaintAction, ActionContext]:
    asked = await state.get_data()
    name, version = asked["question"].split(".")
    return ComplaintAction(name), _ask(desk, asked["case"], int(version), "", visitor, state)


async def _queue(visitor: Viewer, desk: Desk, state: FSMContext, problem: Html | None = None) -> Reply:
    await state.clear()
    found = await desk.complaint_work.queue(visitor.person.id)
    return Reply((pages.queue_screen(found, day_of(visitor.now), desk.standard, visitor.texts, problem),))


def _ask(
    desk: Desk, complaint_id: str, version: int | None, argument: str, visitor: Viewer, state: FSMContext
) -> ActionContext:
    return ActionContext(
        desk, ActionRequest(visitor.person.id, complaint_id, version, visitor.now), argument, visitor, state
    )
