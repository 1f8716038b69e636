"""The buttons of the survey, and the notices that bring it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from aiogram import Router

from dialogs.indicators.survey import stopped_screen, survey_screen
from dialogs.ui.callback_data import BadTap
from dialogs.ui.navigation import SURVEY
from domain.indicators.survey import Topic
from handlers.core.filters import TapOf
from handlers.core.reply import Notice, Reply

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery

    from dialogs.ui.callback_data import Tap
    from domain.applications.case import Case
    from domain.complaints.complaint import Complaint
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer

STOP = "stop"
ANSWERS = {"yes": True, "no": False}


def router() -> Router:
    """Taps."""
    made = Router(name="survey")
    made.callback_query.register(tapped, TapOf(SURVEY))
    return made


async def tapped(_query: CallbackQuery, tap: Tap, visitor: Viewer, desk: Desk) -> Reply:
    """An answer, or no wish to answer. What the next text answers stays as it was: it is about something else."""
    sheet_id, _, topic = tap.argument.partition(".")
    if tap.action == STOP:
        sheet = await desk.opinions.get_own(visitor.person.id, sheet_id)
        return Reply((stopped_screen(visitor.texts),), case_id=sheet.id)
    if tap.action not in ANSWERS or topic not in set(Topic):
        raise BadTap(tap.argument)
    satisfied = ANSWERS[tap.action]
    given = await desk.opinions.answer(visitor.person.id, sheet_id, Topic(topic), visitor.now, satisfied=satisfied)
    toast = visitor.texts.plain("svy-kept-toast" if given.first else "svy-again-toast")
    return Reply((survey_screen(given.sheet, visitor.texts),), toast=toast, case_id=given.sheet.id)


async def after_outcome(desk: Desk, case: Case) -> tuple[Notice, ...]:
    """The survey for an applicant whose application has just had its outcome: after the notice of that."""
    sheet = await desk.opinions.after_outcome(case)
    return (Notice(case.applicant, partial(survey_screen, sheet), case.id),) if sheet else ()


async def after_answer(desk: Desk, complaint: Complaint) -> tuple[Notice, ...]:
    """The question about the order of appeal for the author of a complaint that was just answered."""
    sheet = await desk.opinions.after_answer(complaint)
    return (Notice(complaint.author, partial(survey_screen, sheet), complaint.id),) if sheet else ()
