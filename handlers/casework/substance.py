"""Refusing on substance, in editions that name a ground for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.casework.actions import ask_screen
from dialogs.casework.notices import refused_on_substance_screen
from dialogs.casework.substance import substance_screen
from domain.casework.permissions import CaseAction
from domain.casework.substance import ground_on_substance
from domain.errors import BadAnswer
from handlers.casework.decisions import show_refused
from handlers.core.filters import OnAction
from services.casework.paperwork import GROUND_WORDS

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery

    from handlers.casework.context import CaseContext
    from handlers.core.reply import Reply
    from services.casework.access import OfficerCase
    from services.casework.substance import SubstanceRefusal


def register_substance(router: Router) -> None:
    """Its buttons."""
    taps = router.callback_query
    taps.register(prepare_on_substance, OnAction("substance"))
    taps.register(choose_ground, OnAction("ground"))
    taps.register(explain_ground, OnAction("ground-words"))
    taps.register(refuse_on_substance, OnAction("refused-on"))


async def prepare_on_substance(_event: CallbackQuery, context: CaseContext) -> Reply:
    """On which ground?"""
    return await _show(context, await context.substance.open(context.request))


async def show_on_substance(context: CaseContext, _seen: OfficerCase) -> Reply:
    """The same after the explanation was written."""
    return await _show(context, await context.substance.open(context.request))


async def choose_ground(_event: CallbackQuery, context: CaseContext) -> Reply:
    """This one, or not after all; where it needs an explanation, that is asked for."""
    found = await context.substance.choose(context.request, context.argument)
    return await (_ask_for_words(context, found.seen) if found.chosen and not found.after else _show(context, found))


async def explain_ground(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The next message is the officer's explanation."""
    found = await context.substance.open(context.request)
    if found.chosen is None:
        raise BadAnswer("nothing-ticked")
    return await _ask_for_words(context, found.seen)


async def refuse_on_substance(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The applicant is told the ground and the explanation, with the letter."""
    seen = await context.substance.refuse(context.request)
    ground = ground_on_substance(seen.case.final_refusal.ground, context.standard)
    told = partial(refused_on_substance_screen, seen.case, ground, context.office_card(seen.case))
    return await show_refused(context, seen, told)


async def _show(context: CaseContext, found: SubstanceRefusal) -> Reply:
    card = context.office_card(found.seen.case)
    return await context.show(found.seen, substance_screen(found, card, context.today, context.texts))


async def _ask_for_words(context: CaseContext, seen: OfficerCase) -> Reply:
    screen = ask_screen(seen.case, CaseAction.REFUSE_ON_SUBSTANCE, GROUND_WORDS, context.texts)
    return await context.ask(seen, screen, CaseAction.REFUSE_ON_SUBSTANCE, GROUND_WORDS)
