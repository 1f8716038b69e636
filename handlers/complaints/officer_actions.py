"""A body's acts on a complaint, each with what its author is told at once (point 25)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.complaints import notices as told
from dialogs.complaints import officer_actions as pages
from dialogs.complaints.elements import body
from dialogs.made import ComplaintSlip
from domain.complaints.permissions import ComplaintAction
from handlers.complaints.officer_card import asked, carded, paged, show_card, to_author
from handlers.complaints.status import answer_file
from handlers.indicators.survey import after_answer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from handlers.casework.card import ActionContext
    from handlers.core.reply import Reply
    from services.complaints.handling import OfficerComplaint


async def _accept(ask: ActionContext) -> Reply:
    held = await ask.desk.complaint_work.authorize(ComplaintAction.ACCEPT, ask.aim)
    return await paged(ask, held, pages.accept_screen(held.complaint, ask.texts))


async def _accepted(ask: ActionContext) -> Reply:
    held = await ask.desk.complaint_work.accept(ask.aim)
    complaint = held.complaint
    name, slip = body(held.officer.unit, ask.desk.standard).name, ComplaintSlip.of(complaint)
    notices = (
        to_author(complaint, partial(told.accepted_screen, complaint, name)),
        to_author(complaint, lambda texts: told.file_screen(complaint, slip, texts, "cmp-slip-file")),
    )
    return await carded(ask, held, *notices, toast="hnd-accepted-toast")


async def _answer(ask: ActionContext) -> Reply:
    return await _answering(ask, await ask.desk.complaint_work.authorize(ComplaintAction.ANSWER, ask.aim))


async def _answering(ask: ActionContext, held: OfficerComplaint) -> Reply:
    file = await ask.desk.complaint_files.answer(held.complaint)
    return await asked(ask, held, ComplaintAction.ANSWER, pages.answer_screen(held.complaint, file, ask.texts))


async def _drop(ask: ActionContext) -> Reply:
    held = await ask.desk.complaint_work.authorize(ComplaintAction.ANSWER, ask.aim)
    await ask.desk.complaint_files.drop_answer(held.complaint)
    return await _answering(ask, held)


async def _answered(ask: ActionContext) -> Reply:
    before = await ask.desk.complaint_work.authorize(ComplaintAction.ANSWER, ask.aim)
    file = await ask.desk.complaint_files.ready_answer(before.complaint)
    held = await ask.desk.complaint_work.answer(ask.aim, file)
    complaint = held.complaint
    notices = [to_author(complaint, partial(told.answered_screen, complaint))]
    if (sent := await answer_file(ask.desk, complaint)) is not None:
        draw = partial(told.file_screen, complaint, sent, caption="cmp-answer-file")
        notices.append(to_author(complaint, draw))
    notices += await after_answer(ask.desk, complaint)
    return await carded(ask, held, *notices, toast="hnd-answered-toast")


async def _extend(ask: ActionContext) -> Reply:
    return await _extending(ask, await ask.desk.complaint_work.authorize(ComplaintAction.EXTEND, ask.aim))


async def _extending(ask: ActionContext, held: OfficerComplaint) -> Reply:
    until = ask.desk.complaint_work.longest(held.complaint)
    screen = pages.extend_screen(held.complaint, until, ask.desk.complaints.term, ask.texts)
    return await asked(ask, held, ComplaintAction.EXTEND, screen)


async def _extended(ask: ActionContext) -> Reply:
    held = await ask.desk.complaint_work.extend(ask.aim)
    notice = to_author(held.complaint, partial(told.extended_screen, held.complaint))
    return await carded(ask, held, notice, toast="hnd-extended-toast")


async def after_writing(handling: ComplaintAction, ask: ActionContext, held: OfficerComplaint) -> Reply:
    """What was typed, before it counts."""
    return await (_answering if handling is ComplaintAction.ANSWER else _extending)(ask, held)


ACTS: dict[str, Callable[[ActionContext], Awaitable[Reply]]] = {
    "accept": _accept,
    "accepted": _accepted,
    "answer": _answer,
    "drop": _drop,
    "answered": _answered,
    "extend": _extend,
    "extended": _extended,
}
OPENS: dict[ComplaintAction, Callable[[ActionContext], Awaitable[Reply]]] = {
    ComplaintAction.SEE: show_card,
    ComplaintAction.ACCEPT: _accept,
    ComplaintAction.ANSWER: _answer,
    ComplaintAction.EXTEND: _extend,
}
