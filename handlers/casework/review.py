"""Officers' acts on cases, each with who is told of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.applications import case as case_pages
from dialogs.casework import actions as work_acts
from dialogs.casework import card as work_card
from dialogs.casework import notices as told
from dialogs.casework.elements import item_name
from dialogs.made import Certificate, StampedCopy
from dialogs.ui.callback_data import BadTap
from domain.casework.certificates import CONFIRMED
from domain.casework.permissions import CaseAction
from handlers.casework.card import asked, carded, paged, to_applicant, to_colleague
from handlers.core.reply import Reply
from services.casework.paperwork import NEED_NOTE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html, Texts
    from handlers.casework.card import ActionContext
    from services.casework.access import OfficerCase


async def _take(ask: ActionContext) -> Reply:
    before = await ask.desk.access.authorize(CaseAction.TAKE, ask.aim)
    seen = await ask.desk.work.take(ask.aim)
    draw = partial(told.colleague_screen, "told-taken", seen.case, seen.officer.name)
    return await carded(ask, seen, *to_colleague(seen, before.case.assigned, draw), toast="toast-taken")


async def _release(ask: ActionContext) -> Reply:
    before = await ask.desk.access.authorize(CaseAction.RELEASE, ask.aim)
    seen = await ask.desk.work.release(ask.aim)
    draw = partial(told.colleague_screen, "told-released", seen.case, seen.officer.name)
    return await carded(ask, seen, *to_colleague(seen, before.case.assigned, draw), toast="toast-released")


async def _assign(ask: ActionContext) -> Reply:
    seen = await ask.desk.access.authorize(CaseAction.ASSIGN, ask.aim)
    return await paged(ask, seen, work_card.assign_screen(seen, ask.texts))


async def _give(ask: ActionContext) -> Reply:
    if not ask.argument.isdecimal():
        raise BadTap(ask.argument)
    before = await ask.desk.access.authorize(CaseAction.ASSIGN, ask.aim)
    seen = await ask.desk.work.assign(ask.aim, int(ask.argument))
    given = partial(told.colleague_screen, "told-assigned", seen.case, seen.officer.name)
    taken = partial(told.colleague_screen, "told-released", seen.case, seen.officer.name)
    notices = (
        *to_colleague(seen, seen.case.assigned, given),
        *to_colleague(seen, before.case.assigned, taken),
    )
    return await carded(ask, seen, *notices, toast="toast-assigned")


async def _receive(ask: ActionContext) -> Reply:
    seen = await ask.desk.access.authorize(CaseAction.RECEIVE, ask.aim)
    return await _receiving(ask, seen)


async def _receive_tick(ask: ActionContext) -> Reply:
    return await _receiving(ask, await ask.desk.work.tick(CaseAction.RECEIVE, ask.aim, ask.argument))


async def _receiving(ask: ActionContext, seen: OfficerCase) -> Reply:
    items = ask.desk.work.items(seen.case)
    return await paged(ask, seen, work_acts.receive_screen(seen.case, items, ask.texts))


async def _received(ask: ActionContext) -> Reply:
    return await _after_receiving(ask, await ask.desk.work.receive(ask.aim))


async def _receive_all(ask: ActionContext) -> Reply:
    return await _after_receiving(ask, await ask.desk.work.receive(ask.aim, everything=True))


async def _after_receiving(ask: ActionContext, seen: OfficerCase) -> Reply:
    case, desk = seen.case, ask.desk
    clocks = desk.deadlines.compute(case)

    def copy(texts: Texts) -> Screen:
        return case_pages.receipt_screen(StampedCopy.of(case), desk.papers.link(case), texts)

    def page(texts: Texts) -> Screen:
        return case_pages.received_screen(case, clocks, desk.standard, texts)

    completed = case.complete_at == ask.visitor.now
    notices = [to_applicant(case, each) for each in ((copy, page) if completed else (page,))]
    return await carded(ask, seen, *notices, toast="toast-received")


async def _need(ask: ActionContext) -> Reply:
    return await _needing(ask, await ask.desk.access.authorize(CaseAction.NEED, ask.aim))


async def _need_tick(ask: ActionContext) -> Reply:
    return await _needing(ask, await ask.desk.work.tick(CaseAction.NEED, ask.aim, ask.argument))


async def _needing(ask: ActionContext, seen: OfficerCase, problem: Html | None = None) -> Reply:
    items = ask.desk.work.items(seen.case, CaseAction.NEED)
    return await paged(ask, seen, work_acts.need_screen(seen.case, items, ask.texts, problem))


async def asking_first(ask: ActionContext, item: str) -> Reply:
    """Before a refusal for it the applicant is to be asked for this item again: it is ticked, a tap sends it."""
    seen = await ask.desk.access.authorize(CaseAction.NEED, ask.aim)
    if item not in ask.desk.work.needed(seen.case)[0]:
        seen = await ask.desk.work.tick(CaseAction.NEED, ask.aim, item)
    return await _needing(ask, seen, ask.texts("work-ask-first", item=item_name(item, ask.texts)))


async def _need_note(ask: ActionContext) -> Reply:
    seen = await ask.desk.access.authorize(CaseAction.NEED, ask.aim)
    screen = work_acts.ask_screen(seen.case, CaseAction.NEED, NEED_NOTE, ask.texts)
    return await asked(ask, seen, screen, CaseAction.NEED, NEED_NOTE)


async def _needed(ask: ActionContext) -> Reply:
    before = await ask.desk.access.authorize(CaseAction.NEED, ask.aim)
    items, note = ask.desk.work.needed(before.case)
    seen = await ask.desk.work.need(ask.aim)
    card = ask.desk.office_card(seen.case, ask.visitor.now)
    draw = partial(told.needed_screen, seen.case, items, note, card)
    return await carded(ask, seen, to_applicant(seen.case, draw), toast="toast-needed")


async def _ready(ask: ActionContext) -> Reply:
    seen = await ask.desk.access.authorize(CaseAction.READY, ask.aim)
    return await paged(ask, seen, work_acts.ready_screen(seen.case, ask.texts))


async def _made_ready(ask: ActionContext) -> Reply:
    seen = await ask.desk.decisions.ready(ask.aim)
    card = ask.desk.office_card(seen.case, ask.visitor.now)
    draw = partial(told.ready_screen, seen.case, card)
    return await carded(ask, seen, to_applicant(seen.case, draw), toast="toast-ready")


async def _approve(ask: ActionContext) -> Reply:
    return await approving(ask, await ask.desk.access.authorize(CaseAction.APPROVE, ask.aim))


async def approving(ask: ActionContext, seen: OfficerCase) -> Reply:
    """What is to stand on the certificate or note."""
    lines = ask.desk.decisions.lines(seen.case)
    return await paged(ask, seen, work_acts.approve_screen(seen.case, lines, ask.texts))


async def _mend(ask: ActionContext) -> Reply:
    seen = await ask.desk.access.authorize(CaseAction.APPROVE, ask.aim)
    if ask.argument not in CONFIRMED[seen.case.subject]:
        raise BadTap(ask.argument)
    screen = work_acts.ask_screen(seen.case, CaseAction.APPROVE, ask.argument, ask.texts)
    return await asked(ask, seen, screen, CaseAction.APPROVE, ask.argument)


async def _approved(ask: ActionContext) -> Reply:
    seen = await ask.desk.decisions.approve(ask.aim)
    reply = await carded(ask, seen, to_applicant(seen.case, partial(told.approved_screen, seen.case)))
    paper = work_card.file_screen(seen.case, Certificate(seen.case.id), ask.texts, "work-certificate-file")
    return Reply((*reply.screens, paper), reply.notices, toast=ask.texts.plain("toast-approved"), case_id=seen.case.id)


ACTS: dict[str, tuple[CaseAction, Callable[[ActionContext], Awaitable[Reply]]]] = {
    "take": (CaseAction.TAKE, _take),
    "release": (CaseAction.RELEASE, _release),
    "assign": (CaseAction.ASSIGN, _assign),
    "give": (CaseAction.ASSIGN, _give),
    "receive": (CaseAction.RECEIVE, _receive),
    "receive-tick": (CaseAction.RECEIVE, _receive_tick),
    "receive-all": (CaseAction.RECEIVE, _receive_all),
    "received": (CaseAction.RECEIVE, _received),
    "need": (CaseAction.NEED, _need),
    "need-tick": (CaseAction.NEED, _need_tick),
    "need-note": (CaseAction.NEED, _need_note),
    "needed": (CaseAction.NEED, _needed),
    "approve": (CaseAction.APPROVE, _approve),
    "mend": (CaseAction.APPROVE, _mend),
    "approved": (CaseAction.APPROVE, _approved),
    "ready": (CaseAction.READY, _ready),
    "made-ready": (CaseAction.READY, _made_ready),
}
