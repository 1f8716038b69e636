"""Refusing to accept an incomplete package, in editions that have a rule for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.casework.acceptance import (
    acceptance_screen,
    item_screen,
    not_accepted_letter_screen,
    not_accepted_screen,
)
from dialogs.casework.card import file_screen
from dialogs.casework.refusals import words_screen
from dialogs.made import RefusalLetter
from dialogs.ui.callback_data import BadTap
from domain.casework.acceptance import rule_of_acceptance
from domain.casework.permissions import CaseAction
from handlers.casework.context import to_applicant
from handlers.core.filters import OnAction
from handlers.core.reply import Reply
from services.casework.paperwork import REFUSE_WORDS, about

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery

    from handlers.casework.context import CaseContext
    from services.casework.acceptance import LookedAt
    from services.casework.access import OfficerCase


def register_acceptance(router: Router) -> None:
    """Its buttons."""
    taps = router.callback_query
    taps.register(look_at_package, OnAction("not-accept"))
    taps.register(look_at_item, OnAction("short"))
    taps.register(name_finding, OnAction("short-as"))
    taps.register(explain_finding, OnAction("short-words"))
    taps.register(refuse_to_accept, OnAction("not-accepted"))


async def look_at_package(_event: CallbackQuery, context: CaseContext) -> Reply:
    """What it lacks."""
    return await _show(context, await context.acceptance.open(context.request))


async def show_package(context: CaseContext, _seen: OfficerCase) -> Reply:
    """The same after words were written."""
    return await _show(context, await context.acceptance.open(context.request))


async def look_at_item(_event: CallbackQuery, context: CaseContext) -> Reply:
    """What is wrong with this one."""
    looked, item = await context.acceptance.open(context.request), context.argument
    if item not in looked.items:
        raise BadTap(item)
    return await context.show(looked.seen, item_screen(looked, item, context.standard.defects_of(item), context.texts))


async def name_finding(_event: CallbackQuery, context: CaseContext) -> Reply:
    """It is missing, has this defect, or is in order after all; where that says too little, words are asked for."""
    place, _, finding = context.argument.partition(".")
    looked = await context.acceptance.open(context.request)
    item = {str(at): each for at, each in enumerate(looked.items)}.get(place, "")
    looked = await context.acceptance.find(context.request, item, finding)
    return await (_ask(context, looked.seen, item) if item in looked.unexplained else _show(context, looked))


async def explain_finding(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The next message is what is wrong with the item, in the officer's words."""
    looked = await context.acceptance.open(context.request)
    if context.argument not in {each.item for each in looked.named}:
        raise BadTap(context.argument)
    return await _ask(context, looked.seen, context.argument)


async def refuse_to_accept(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The applicant is told at once, with the letter that is given to whoever came."""
    seen = await context.acceptance.refuse(context.request)
    letter, rule = RefusalLetter(seen.case.id), rule_of_acceptance(context.standard)
    notices = (
        to_applicant(seen.case, partial(not_accepted_screen, seen.case, rule)),
        to_applicant(seen.case, partial(not_accepted_letter_screen, letter)),
    )
    reply = await context.show_card(seen, *notices)
    paper = file_screen(seen.case, letter, context.texts, "work-not-accepted-file")
    toast = context.texts.plain("toast-not-accepted")
    return Reply((*reply.screens, paper), notices, toast=toast, case_id=seen.case.id)


async def _show(context: CaseContext, looked: LookedAt) -> Reply:
    return await context.show(
        looked.seen, acceptance_screen(looked, rule_of_acceptance(context.standard), context.texts)
    )


async def _ask(context: CaseContext, seen: OfficerCase, item: str) -> Reply:
    screen = words_screen(seen.case, item, context.texts)
    return await context.ask(seen, screen, CaseAction.REFUSE_TO_ACCEPT, about(REFUSE_WORDS, item))
