"""Refusing (point 16) and handing over in person (point 15)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dialogs.casework import actions as work_acts
from dialogs.casework import card as work_card
from dialogs.casework import notices as told
from dialogs.casework import refusals as pages
from dialogs.made import RefusalLetter
from dialogs.ui.callback_data import BadTap
from domain.calendar import day_of
from domain.casework.permissions import CaseAction
from handlers.casework.card import asked, at, carded, paged, to_applicant
from handlers.casework.review import asking_first
from handlers.core.reply import Reply
from handlers.indicators.survey import after_outcome
from services.casework.decisions import missing_line
from services.casework.paperwork import BY, REFUSE_WORDS, about, named

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from handlers.casework.card import ActionContext
    from services.casework.access import OfficerCase
    from services.casework.refusals import Weighed

WHO = {"self": False, "other": True}


async def _refuse(ask: ActionContext) -> Reply:
    return await _drawn(ask, await ask.desk.refusals.open(ask.aim))


async def refusing(ask: ActionContext, _seen: OfficerCase) -> Reply:
    """After words were written."""
    return await _drawn(ask, await ask.desk.refusals.open(ask.aim))


async def _drawn(ask: ActionContext, weighed: Weighed) -> Reply:
    """What is missing or no good, and until when a refusal is in time."""
    term = ask.desk.deadlines.refusal_deadline(weighed.seen.case)
    return await paged(ask, weighed.seen, pages.refuse_screen(weighed, term, day_of(ask.visitor.now), ask.texts))


async def _refuse_tick(ask: ActionContext) -> Reply:
    """An item is missing, or no longer so; of one that was received, what is wrong with it."""
    seen, item = await ask.desk.access.authorize(CaseAction.REFUSE, ask.aim), ask.argument
    if item not in seen.case.received:
        return await _drawn(ask, await ask.desk.refusals.toggle(ask.aim, item))
    weighed = await ask.desk.refusals.weigh(seen)
    if item not in weighed.items:
        raise BadTap(item)
    defects = ask.desk.standard.defects_of(item)
    return await paged(ask, seen, pages.defect_screen(weighed, item, defects, ask.texts))


async def _refuse_as(ask: ActionContext) -> Reply:
    """This is wrong with it, or, where the applicant is to be asked first, the page on which they are."""
    seen, (place, _, defect) = await ask.desk.access.authorize(CaseAction.REFUSE, ask.aim), ask.argument.partition(".")
    weighed = await ask.desk.refusals.weigh(seen)
    item = dict(zip(map(str, range(len(weighed.items))), weighed.items, strict=True)).get(place, "")
    if item not in weighed.again and any(e.id == defect and e.ask_first for e in ask.desk.standard.defects_of(item)):
        return await asking_first(ask, item)
    found = await ask.desk.refusals.find(ask.aim, item, defect)
    if item in found.unexplained:
        return await _refuse_words(at(replace(ask, argument=item), found.seen))
    return await _drawn(ask, found)


async def _refuse_words(ask: ActionContext) -> Reply:
    seen = await ask.desk.access.authorize(CaseAction.REFUSE, ask.aim)
    if ask.argument not in {each.item for each in named(seen.case)}:
        raise BadTap(ask.argument)
    screen = pages.words_screen(seen.case, ask.argument, ask.texts)
    return await asked(ask, seen, screen, CaseAction.REFUSE, about(REFUSE_WORDS, ask.argument))


async def _refused(ask: ActionContext) -> Reply:
    seen = await ask.desk.decisions.refuse(ask.aim)
    office = ask.desk.office_card(seen.case, ask.visitor.now)
    letter = RefusalLetter(seen.case.id)
    notices = (
        to_applicant(seen.case, partial(told.refused_screen, seen.case, office)),
        to_applicant(seen.case, partial(told.letter_screen, letter)),
        *await after_outcome(ask.desk, seen.case),
    )
    reply = await carded(ask, seen, *notices)
    paper = work_card.file_screen(seen.case, letter, ask.texts, "work-letter-file")
    return Reply((*reply.screens, paper), notices, toast=ask.texts.plain("toast-refused"), case_id=seen.case.id)


async def _issue(ask: ActionContext) -> Reply:
    return await issuing(ask, await ask.desk.access.authorize(CaseAction.ISSUE, ask.aim))


async def issuing(ask: ActionContext, seen: OfficerCase) -> Reply:
    """The next thing to write down, or the last look."""
    screen, wanted = work_acts.issue_screen(seen.case, ask.texts), missing_line(seen.case)
    if not wanted or wanted == BY:
        return await paged(ask, seen, screen)
    return await asked(ask, seen, screen, CaseAction.ISSUE, wanted)


async def _collector(ask: ActionContext) -> Reply:
    if not ask.argument:  # from the beginning
        return await issuing(ask, await ask.desk.decisions.forget_collector(ask.aim))
    if ask.argument not in WHO:
        raise BadTap(ask.argument)
    return await issuing(ask, await ask.desk.decisions.choose_collector(ask.aim, representative=WHO[ask.argument]))


async def _issued(ask: ActionContext) -> Reply:
    seen = await ask.desk.decisions.issue(ask.aim)
    notice = to_applicant(seen.case, partial(told.issued_screen, seen.case))
    return await carded(ask, seen, notice, *await after_outcome(ask.desk, seen.case), toast="toast-issued")


OUTCOMES: dict[str, tuple[CaseAction, Callable[[ActionContext], Awaitable[Reply]]]] = {
    "refuse": (CaseAction.REFUSE, _refuse),
    "refuse-tick": (CaseAction.REFUSE, _refuse_tick),
    "refuse-as": (CaseAction.REFUSE, _refuse_as),
    "refuse-words": (CaseAction.REFUSE, _refuse_words),
    "refuse-reason": (CaseAction.REFUSE, _refuse),  # of older screens: a reason for all items
    "refused": (CaseAction.REFUSE, _refused),
    "issue": (CaseAction.ISSUE, _issue),
    "collector": (CaseAction.ISSUE, _collector),
    "issued": (CaseAction.ISSUE, _issued),
}
