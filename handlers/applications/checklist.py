"""The buttons of the checklist: what the applicant has, what each document is, copies of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.checklist import list_screen
from dialogs.uploads import attach_screen
from domain.applications.case import Declaration
from domain.applications.checklist import MATERIALS
from handlers.applications.context import find_draft, page_of
from handlers.core.filters import OnAction
from handlers.core.reply import UPLOADING, Reply, expect

if TYPE_CHECKING:
    from aiogram.dispatcher.event.telegram import TelegramEventObserver
    from aiogram.types import CallbackQuery

    from domain.applications.case import Case
    from handlers.applications.context import ApplicationContext


def register_checklist(taps: TelegramEventObserver) -> None:
    """Its buttons."""
    taps.register(show_item, OnAction("item"))
    taps.register(explain_item, OnAction("what"))
    taps.register(declare_present, OnAction("have"))
    taps.register(declare_absent, OnAction("lack"))
    taps.register(declare_rest, OnAction("all"))
    taps.register(clear_materials, OnAction("clear"))
    taps.register(ask_for_copy, OnAction("attach"))
    taps.register(drop_copies, OnAction("drop"))
    taps.register(show_checklist, OnAction("documents"))
    taps.register(list_items, OnAction("list"))


async def show_item(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """One item of the checklist."""
    return await context.show_item(await find_draft(context), context.argument)


async def explain_item(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """What it is, and where one gets it."""
    case, texts = await find_draft(context), context.texts
    step = context.application_pages.card(await context.look_at(case), context.argument, texts, explained=True)
    return await context.show_step(case, step)


async def declare_present(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """They have it."""
    return await _declare(context, Declaration.HAVE)


async def declare_absent(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """They have not got it yet."""
    return await _declare(context, Declaration.NOT_YET)


async def declare_rest(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """They have whatever they have not said to be lacking."""
    return await context.go_on(await context.drafts.declare_rest(await find_draft(context), context.now))


async def _declare(context: ApplicationContext, declared: Declaration) -> Reply:
    case = await context.drafts.declare(await find_draft(context), context.argument, declared, context.now)
    return await context.go_on(case)


async def clear_materials(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The list of materials from the beginning."""
    case = await context.drafts.clear_materials(await find_draft(context), context.now)
    return await context.show_item(case, MATERIALS)


async def ask_for_copy(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The next photo or file is a copy of this item."""
    return await _ask_for_copy(context, await find_draft(context))


async def drop_copies(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """Those sent for this item are erased."""
    case = await find_draft(context)
    await context.uploads.drop(case, context.argument)
    return await _ask_for_copy(context, case)


async def _ask_for_copy(context: ApplicationContext, case: Case) -> Reply:
    item = context.argument
    context.uploads.check(case, item)
    await expect(context.state, case.id, item, UPLOADING)
    count = len(await context.uploads.list_for_item(case, item))
    return page_of(case, attach_screen(case, item, count, context.texts))


async def show_checklist(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """What is there and what is not, on one page."""
    case = await find_draft(context)
    return await context.show_step(
        case, context.application_pages.checklist(await context.look_at(case), context.texts)
    )


async def list_items(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """Every item, each of which is explained."""
    case = await find_draft(context)
    return await context.show_page(case, list_screen(case, context.standard, context.texts))
