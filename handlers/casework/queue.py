"""Officers' commands, buttons and typed lines: which case, which act; the services decide whether it may be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.filters import StateFilter

from dialogs.casework import queue as work_queue
from dialogs.casework.elements import OPENS
from dialogs.ui.callback_data import BadTap, CaseworkCallback
from domain.casework.permissions import CaseAction
from domain.errors import BadAnswer
from handlers.casework import registers as work_books
from handlers.casework.card import LOOKS, ActionContext, at
from handlers.casework.decisions import OUTCOMES, issuing, refusing
from handlers.casework.review import ACTS, approving
from handlers.core.filters import TapOf, TextCommand, command_parts, plain_text, wordless
from handlers.core.reply import WRITING, Reply
from services.action_request import ActionRequest
from services.casework.queue import QueueTab

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.callback_data import Tap
    from dialogs.ui.texts import Html
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer
    from services.casework.access import OfficerCase

NUMBER = re.compile(r"\d{1,2}-\d{1,3}/\d{4}-\d{1,9}")
COMMANDS = {"case": CaseAction.SEE, **{str(act): act for act in CaseAction if act is not CaseAction.SEE}}
# `/status 2-65/2026-17 ready` opens the step that leads to the state; in the words of the bot's languages, too.
STEPS = {
    **dict.fromkeys(("in_review", "received", "приняты", "қабылданды"), CaseAction.RECEIVE),
    **dict.fromkeys(("approved", "одобрено", "решено", "мақұлданды"), CaseAction.APPROVE),
    **dict.fromkeys(("refused", "отказ", "отказано", "бас", "бас тарту", "бас тартылды"), CaseAction.REFUSE),
    **dict.fromkeys(("ready", "готово", "дайын"), CaseAction.READY),
    **dict.fromkeys(("issued", "выдано", "берілді"), CaseAction.ISSUE),
}
ACTIONS = ACTS | OUTCOMES


def router() -> Router:
    """Commands, taps and typed lines."""
    made = Router(name="work")
    made.message.register(queue, TextCommand("queue"))
    made.message.register(command, TextCommand(*COMMANDS))
    made.message.register(status, TextCommand("status"))
    made.callback_query.register(tapped, TapOf(CaseworkCallback))
    made.message.register(written, StateFilter(WRITING), plain_text)
    made.message.register(no_line, StateFilter(WRITING), wordless)
    return made


async def queue(_message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """What waits for the officer."""
    await state.clear()
    found = await desk.queues.queue(visitor.person.id, visitor.now)
    return Reply((work_queue.queue_screen(found, QueueTab.ALL, 0, visitor.texts),))


async def command(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """An act on the case of an incoming number; without one, a choice of cases."""
    name, number = command_parts(message.text or "")
    act = COMMANDS[name]
    if not NUMBER.fullmatch(number):
        problem = visitor.texts("work-bad-number", typed=number) if number else None
        return await _choice(act, visitor, desk, state, problem)
    return await _open(act, number, visitor, desk, state)


async def status(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """`/status 2-65/2026-17 ready`: the same steps as the buttons'."""
    _, given = command_parts(message.text or "")
    number, _, word = given.partition(" ")
    if not NUMBER.fullmatch(number) or word.strip().lower() not in STEPS:
        return await _choice(CaseAction.SEE, visitor, desk, state, visitor.texts("work-status-how"))
    return await _open(STEPS[word.strip().lower()], number, visitor, desk, state)


async def tapped(_query: CallbackQuery, tap: Tap, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """A button of officers."""
    if tap.action == "queue":
        return await _turned(tap, visitor, desk, state)
    if tap.action in work_books.BOOKS:
        await state.clear()
        return await work_books.BOOKS[tap.action](desk, tap.argument, visitor)
    case_id, _, argument = tap.argument.partition(".")
    if tap.action in LOOKS:
        return await LOOKS[tap.action](_ask(desk, case_id, None, argument, visitor, state))
    if tap.action not in ACTIONS or not (tap.version.isascii() and tap.version.isdecimal()):
        raise BadTap(tap.action)
    return await ACTIONS[tap.action][1](_ask(desk, case_id, int(tap.version), argument, visitor, state))


async def written(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """A line that an act needs, for the version of the case at which it was asked for."""
    asked = await state.get_data()
    act, line, version = asked["question"].split(".")
    aim = ActionRequest(visitor.person.id, asked["case"], int(version), visitor.now)
    seen = await desk.work.write(CaseAction(act), aim, line, message.text or "")
    return await AFTER_WRITING[CaseAction(act)](at(ActionContext(desk, aim, "", visitor, state), seen), seen)


async def no_line(_message: Message) -> Reply:
    """A photo where a text is asked for."""
    raise BadAnswer("empty")


async def _open(act: CaseAction, number: str, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    seen = await desk.access.find(act, visitor.person.id, number, visitor.now)
    ask = _ask(desk, seen.case.id, seen.case.version, "", visitor, state)
    opens = OPENS[act]
    return await (LOOKS[opens](ask) if opens in LOOKS else ACTIONS[opens][1](ask))


async def _choice(act: CaseAction, visitor: Viewer, desk: Desk, state: FSMContext, problem: Html | None) -> Reply:
    await state.clear()
    waiting = await desk.queues.candidates(visitor.person.id, act, visitor.now)
    return Reply((work_queue.picker_screen(act, waiting, visitor.texts, problem),))


async def _turned(tap: Tap, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    heap, _, page = (tap.argument or f"{QueueTab.ALL}.0").partition(".")
    if heap not in set(QueueTab) or not (page.isascii() and page.isdecimal()) or len(page) > 4:  # noqa: PLR2004  # pages
        raise BadTap(tap.argument)
    await state.clear()
    found = await desk.queues.queue(visitor.person.id, visitor.now)
    return Reply((work_queue.queue_screen(found, QueueTab(heap), int(page), visitor.texts),))


def _ask(
    desk: Desk, case_id: str, version: int | None, argument: str, visitor: Viewer, state: FSMContext
) -> ActionContext:
    return ActionContext(
        desk, ActionRequest(visitor.person.id, case_id, version, visitor.now), argument, visitor, state
    )


async def _needing(ask: ActionContext, _seen: OfficerCase) -> Reply:
    return await ACTS["need"][1](ask)


AFTER_WRITING: dict[CaseAction, Callable[[ActionContext, OfficerCase], Awaitable[Reply]]] = {
    CaseAction.NEED: _needing,
    CaseAction.REFUSE: refusing,
    CaseAction.APPROVE: approving,
    CaseAction.ISSUE: issuing,
}
