"""The buttons of a registered case, as its applicant has them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.applications.case import (
    deadlines_screen,
    further_screen,
    history_screen,
    materials_question,
    papers_screen,
    withdraw_screen,
)
from dialogs.applications.visits import coming_screen, not_coming_screen, visit_day_screen
from dialogs.casework.notices import applicant_act_screen, visit_screen
from dialogs.history import PROOF
from dialogs.made import Proof, StampedCopy
from dialogs.ui.callback_data import BadTap
from dialogs.ui.screen import drawn
from domain.applications.case import OPEN_CASE_STATES
from domain.applications.parties import applicant_name, representative_name
from domain.history import EventKind
from handlers.applications.context import find_registered, page_of
from handlers.applications.days import register_days
from handlers.core.filters import OnAction
from handlers.core.reply import FURTHER, Notice, Reply, end_question, expect
from services.applications.filing import read_request

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from domain.applications.case import Case
    from domain.standard.edition import Standard
    from handlers.applications.context import ApplicationContext
    from services.applications.filing import CaseChange


def register_cases(router: Router) -> None:
    """Their buttons."""
    taps = router.callback_query
    taps.register(send_papers, OnAction("papers"))
    taps.register(show_deadlines, OnAction("clocks"))
    taps.register(show_history, OnAction("history"))
    taps.register(prove_history, OnAction(PROOF))
    taps.register(announce_visit, OnAction("coming"))
    taps.register(announce_other_visitor, OnAction("coming-other"))
    taps.register(call_off_visit, OnAction("not-coming"))
    taps.register(ask_to_withdraw, OnAction("withdraw"))
    taps.register(withdraw, OnAction("withdrawn"))
    taps.register(ask_for_materials, OnAction("further"))
    taps.register(renew, OnAction("renew"))
    taps.register(apply_again, OnAction("again"))
    register_days(router)


async def send_papers(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The stamped copy, and where it can be checked."""
    case = await find_registered(context)
    return page_of(case, papers_screen(case, StampedCopy.of(case), context.receipts.link(case), context.texts))


async def show_deadlines(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The terms that run, and how they are counted."""
    case = await find_registered(context)
    return page_of(case, deadlines_screen(case, context.deadlines.compute(case), context.texts))


async def show_history(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """What happened to it."""
    case = await find_registered(context)
    return page_of(case, history_screen(case, await context.filing.events(case), context.texts))


async def prove_history(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The same with its hashes, as a file."""
    case = await find_registered(context)
    return page_of(case, drawn(Proof(case.id, context.texts.language)))


async def announce_visit(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The likeliest visitor is on the way: the office orders a pass for the day."""
    return await _announce(context, await find_registered(context), 0)


async def announce_other_visitor(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The other one is."""
    return await _announce(context, await find_registered(context), -1)


async def _announce(context: ApplicationContext, case: Case, which: int) -> Reply:
    """Asks for the day first; a day on which the office is closed by now is asked for again."""
    if case.state not in OPEN_CASE_STATES:
        raise BadTap(case.state)
    days, name = context.finder.visit_days(case.filed_office, context.now), visitors(case, context.standard)[which]
    day = next((each for each in days if each.isoformat() == context.argument), None)
    if day is None:
        await expect(context.state, case.id, "")
        closed, action = bool(context.argument), context.callback.action
        return page_of(case, visit_day_screen(case, action, days, context.texts, closed=closed))
    change = await context.filing.coming(case, name, day, context.now)
    await end_question(context.state, case.id)
    screen = coming_screen(case, context.office_card(case), name, day, visitors(case, context.standard), context.texts)
    draw = partial(visit_screen, case, name, day)
    notices = tuple(Notice(each.user_id, draw, case.id, _visit_key(case)) for each in change.officers)
    return Reply((screen,), notices, case_id=case.id)


async def call_off_visit(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """Nobody comes after all."""
    case = await find_registered(context)
    name = await context.filing.visitor(case, context.now)
    change = await context.filing.not_coming(case, context.now)
    screen = not_coming_screen(case, context.texts)
    return Reply((screen,), _notices(change, EventKind.NOT_COMING, name, _visit_key(case)), case_id=case.id)


def visitors(case: Case, standard: Standard) -> tuple[str, ...]:
    """Who may come about a case, the likeliest first: the representative where there is one, the applicant."""
    names = (representative_name(case, standard), applicant_name(case, standard))
    return tuple(dict.fromkeys(each for each in names if each))


async def ask_to_withdraw(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """Withdraw it?"""
    case = await find_registered(context)
    await expect(context.state, case.id, "")
    return page_of(case, withdraw_screen(case, context.texts))


async def withdraw(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """It is withdrawn; its office is told."""
    change = await context.filing.withdraw(await find_registered(context), context.now)
    notices = _notices(change, EventKind.WITHDRAWN, "")
    return Reply((await context.draw_case(change.case),), notices, case_id=change.case.id)


async def ask_for_materials(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The next message names further materials."""
    case = await find_registered(context)
    await expect(context.state, case.id, FURTHER, FURTHER)
    return page_of(case, materials_question(case, context.texts))


async def save_materials(message: Message, context: ApplicationContext) -> Reply:
    """The further materials a registered missionary wants to agree (point 11.1)."""
    asked = await context.state.get_data()
    case, text = await context.drafts.get_own(context.user_id, asked["case"]), read_request(message.text or "")
    change = await context.filing.further_materials(case, text, context.now)
    await end_question(context.state, case.id)
    notices = _notices(change, EventKind.FURTHER_MATERIALS, text)
    return Reply((further_screen(case, context.texts),), notices, case_id=case.id)


async def renew(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """A draft of the next application, filled in from this one; or what became of the one that was begun."""
    case = await find_registered(context)
    return await context.show_application(await context.further.renew(context.viewer.person, case.id, context.now))


async def apply_again(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """A draft with the answers of this one, whose package was not accepted; or the one that was begun so."""
    case = await find_registered(context)
    again = await context.further.apply_again(context.viewer.person, case.id, context.now)
    return await context.show_application(again)


def _visit_key(case: Case) -> str:
    """Who comes today is said by the last of these notices alone."""
    return f"{EventKind.COMING}:{case.id}"


def _notices(change: CaseChange, kind: EventKind, detail: str, merge_key: str = "") -> tuple[Notice, ...]:
    draw = partial(applicant_act_screen, kind, change.case, detail)
    return tuple(Notice(each.user_id, draw, change.case.id, merge_key) for each in change.officers)
