"""What an applicant takes along of an application: days for a calendar, reminders, a pinned status, what to send on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.applications.case_days import calendar_screen, has_days
from dialogs.applications.status import status_screen
from dialogs.applications.visits import SOMEBODY_COMES, forward_screen
from dialogs.ui.callback_data import BadTap
from domain.applications.case import OPEN_CASE_STATES
from handlers.applications.context import find_registered, page_of
from handlers.core.filters import OnAction
from handlers.core.reply import Reply
from services.applications.reminders import Reminder

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery

    from domain.applications.case import Case
    from handlers.applications.context import ApplicationContext


def register_days(router: Router) -> None:
    """Their buttons."""
    taps = router.callback_query
    taps.register(send_calendar, OnAction("calendar"))
    taps.register(send_forward, OnAction("forward"))
    taps.register(pin_status, OnAction("pin"))
    taps.register(unpin_status, OnAction("unpin"))
    taps.register(open_from_status, OnAction("status"))
    taps.register(turn_reminder_off, OnAction("quiet"))
    taps.register(turn_reminder_on, OnAction("remind"))


async def send_forward(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """A message of its own, so that the page with the buttons stays."""
    case = await context.drafts.get_own(context.user_id, context.callback.record_id)
    case.require_version(context.callback.seen_version)
    if case.office is None or case.state not in SOMEBODY_COMES:
        raise BadTap(case.state)
    here, visit = context.under(case), await context.next_visit(case)
    screen = forward_screen(case, context.office_card(case), visit, context.today, here.standard, here.texts)
    toast = context.texts.plain("forward-toast")
    return Reply((screen,), toast=toast, fresh=True, case_id=case.id, keeps_question=True)


async def send_calendar(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The days that are known now, for the calendar of a phone."""
    case = await find_registered(context)
    deadlines, visit = context.deadlines.compute(case), await context.next_visit(case)
    if not has_days(deadlines, visit):
        raise BadTap(case.state)
    reminder = context.deadlines.reminder_day(deadlines)
    return page_of(case, calendar_screen(case, deadlines, reminder, visit, context.texts))


async def pin_status(query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The page becomes a short status, which is pinned; a message that is gone cannot be."""
    case, message = await find_registered(context), query.message
    if message is None or not message.date or not message.message_id:
        return replace(await context.show_application(case), fresh=True)
    if case.state not in OPEN_CASE_STATES:
        raise BadTap(case.state)
    earlier = await context.pins.pin(case, message.message_id)
    here = context.under(case)
    screen = status_screen(case, context.office_card(case), context.deadlines.compute(case), here.texts)
    toast, unpins = context.texts.plain("pinned-toast"), () if earlier is None else (earlier,)
    return Reply((screen,), toast=toast, case_id=case.id, pins=(message.message_id,), unpins=unpins)


async def unpin_status(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The page of the case, and nothing is pinned."""
    case = await _find_filed(context)
    pinned = await context.pins.unpin(case)
    return replace(await context.show_application(case), unpins=() if pinned is None else (pinned,))


async def open_from_status(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The page of the case in a message of its own: the pinned one stays what it is."""
    return replace(await context.show_application(await _find_filed(context)), fresh=True)


async def _find_filed(context: ApplicationContext) -> Case:
    """The case of a button that works in any state of it."""
    case = await context.drafts.get_own(context.user_id, context.callback.record_id)
    if case.registration is None:
        raise BadTap(context.callback.argument)
    return case


async def turn_reminder_off(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """No more reminders of this kind of the case."""
    case, reminder = await _reminded(context)
    await context.reminders.turn_off(case, reminder, context.now)
    return replace(await context.show_application(case), toast=context.texts.plain("reminder-off"))


async def turn_reminder_on(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """Reminders of this kind again."""
    case, reminder = await _reminded(context)
    await context.reminders.turn_on(case, reminder)
    return replace(await context.show_application(case), toast=context.texts.plain("reminder-on"))


async def _reminded(context: ApplicationContext) -> tuple[Case, Reminder]:
    """The case of a button that works in any state of it, and what it reminds of."""
    case = await _find_filed(context)
    if context.callback.rest not in set(Reminder):
        raise BadTap(context.callback.argument)
    return case, Reminder(context.callback.rest)
