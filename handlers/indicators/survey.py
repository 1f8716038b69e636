"""The buttons of the survey, and the notices that bring it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.indicators.survey import stopped_screen, survey_screen
from dialogs.ui.callback_data import BadTap, SurveyCallback
from domain.indicators.survey import Topic
from handlers.core.context import capability_router
from handlers.core.filters import OnAction
from handlers.core.reply import Notice, Reply

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery

    from domain.applications.case import Case
    from domain.complaints.complaint import Complaint
    from handlers.core.reply import Viewer
    from services.indicators.survey import SurveyService

YES, NO, STOP = "yes", "no", "stop"


def router() -> Router:
    """Taps. What the next text answers stays as it was: it is about something else."""
    made = capability_router("survey", SurveyCallback)
    made.callback_query.register(save_answer, OnAction(YES, NO))
    made.callback_query.register(stop, OnAction(STOP))
    return made


async def save_answer(_query: CallbackQuery, callback: SurveyCallback, viewer: Viewer, survey: SurveyService) -> Reply:
    """Satisfied or not; it may be changed."""
    if callback.rest not in set(Topic):
        raise BadTap(callback.argument)
    satisfied, topic = callback.action == YES, Topic(callback.rest)
    given = await survey.answer(viewer.person.id, callback.record_id, topic, viewer.now, satisfied=satisfied)
    toast = viewer.texts.plain("svy-kept-toast" if given.first else "svy-again-toast")
    return Reply((survey_screen(given.sheet, viewer.texts),), toast=toast, case_id=given.sheet.id)


async def stop(_query: CallbackQuery, callback: SurveyCallback, viewer: Viewer, survey: SurveyService) -> Reply:
    """No wish to answer."""
    sheet = await survey.get_own(viewer.person.id, callback.record_id)
    return Reply((stopped_screen(viewer.texts),), case_id=sheet.id)


async def survey_after_outcome(survey: SurveyService, case: Case) -> tuple[Notice, ...]:
    """The survey for an applicant whose application has just had its outcome: after the notice of that."""
    sheet = await survey.after_outcome(case)
    return (Notice(case.applicant, partial(survey_screen, sheet), case.id),) if sheet else ()


async def survey_after_answer(survey: SurveyService, complaint: Complaint) -> tuple[Notice, ...]:
    """The question about the order of appeal for the author of a complaint that was just answered."""
    sheet = await survey.after_answer(complaint)
    return (Notice(complaint.author, partial(survey_screen, sheet), complaint.id),) if sheet else ()
