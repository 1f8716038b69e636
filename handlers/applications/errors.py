"""What an applicant sees when something was refused or has changed; everything written was undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.applications.case import materials_question
from dialogs.applications.checklist import checklist_screen, materials_problem_text, materials_screen
from dialogs.applications.questions import answer_problem_text
from dialogs.ui.callback_data import ApplicationCallback
from dialogs.uploads import attach_screen, upload_problem_text
from domain.applications.case import CaseState
from domain.applications.checklist import MATERIALS, next_card
from domain.applications.parties import key_of
from domain.errors import BadAnswer, NotComplete, NotIssued, OfficeNotConnected, PreparationOnly, TooMany, TooManyFiled
from domain.standard.questions import Role
from domain.uploads import UploadRefused
from handlers.applications.context import ApplicationContext
from handlers.core.errors import ErrorReplies, show_home
from handlers.core.reply import FURTHER, UPLOADING, Reply, expect_again

if TYPE_CHECKING:
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from handlers.core.errors import FailedAction

TOASTS: dict[type[Exception], str] = {
    NotComplete: "toast-not-complete",
    NotIssued: "toast-not-issued",
    OfficeNotConnected: "toast-not-connected",
    PreparationOnly: "toast-preparation-only",
    TooManyFiled: "limit-filed-toast",
}


async def show_problem(
    error: BadAnswer | TooMany | UploadRefused, failed: FailedAction, context: ApplicationContext
) -> Reply:
    """The same question with what is wrong; where it was a tap, the application as it is now."""
    case = await _find(failed, context)
    screen = await _ask_again(error, failed, context, case) if case and not failed.tapped else None
    if case is None or screen is None:
        return await show_state(error, failed, context)
    await expect_again(context.state, failed.expecting, failed.question)
    return Reply((screen,), toast=_toast(error, context), case_id=case.id)


async def show_state(error: Exception, failed: FailedAction, context: ApplicationContext) -> Reply:
    """The application as it is now; without it the list of what there is, or home."""
    case = await _find(failed, context)
    if case is None:
        if isinstance(error, TooMany):
            return await _show_list(context)
        if failed.record_id and not failed.tapped:  # what a text was to answer is no more
            await context.state.clear()
        return replace(await show_home(error, failed, context), toast=_toast(error, context))
    return replace(await _show_application(error, context, case), toast=_toast(error, context))


async def _ask_again(
    error: BadAnswer | TooMany | UploadRefused, failed: FailedAction, context: ApplicationContext, case: Case
) -> Screen | None:
    texts, question = context.texts, failed.question.get("question", "")
    if failed.expecting == FURTHER and isinstance(error, BadAnswer):
        return materials_question(case, texts, answer_problem_text(error, texts))
    if failed.expecting == UPLOADING:
        count = len(await context.uploads.list_for_item(case, question))
        return attach_screen(case, question, count, texts, _upload_problem(error, texts))
    if question == MATERIALS and isinstance(error, BadAnswer | TooMany):
        problem = (
            answer_problem_text(error, texts) if isinstance(error, BadAnswer) else materials_problem_text(error, texts)
        )
        if next_card(case, context.standard):
            return checklist_screen(case, context.standard, texts, problem)
        return materials_screen(case, context.standard, texts, problem=problem)
    if isinstance(error, BadAnswer) and question and case.state is CaseState.DRAFT:
        return context.application_pages.ask_again(await context.look_at(case), question, texts, error).screen
    return None


def _upload_problem(error: BadAnswer | TooMany | UploadRefused, texts: Texts) -> Html | None:
    if isinstance(error, UploadRefused):
        return upload_problem_text(error, texts)
    return None if isinstance(error, BadAnswer) and not error.reason else texts("upload-send")


async def _show_application(error: Exception, context: ApplicationContext, case: Case) -> Reply:
    start = key_of(case, Role.START, context.standard)
    if case.state is CaseState.DRAFT and isinstance(error, NotComplete) and start in error.missing:
        draft, past = await context.look_at(case), BadAnswer("date-past")
        return await context.show_step(case, context.application_pages.ask_again(draft, start, context.texts, past))
    return await context.show_application(case)


async def _show_list(context: ApplicationContext) -> Reply:
    screen = await context.list_own()
    return Reply((screen,), toast=context.texts.plain("toast-too-many"))


async def _find(failed: FailedAction, context: ApplicationContext) -> Case | None:
    theirs = await context.drafts.list_for_person(context.user_id) if failed.record_id else ()
    return next((each for each in theirs if each.id == failed.record_id), None)


def _toast(error: Exception, context: ApplicationContext) -> str:
    values = {"most": error.most} if isinstance(error, TooMany) else {}
    return context.texts.plain(TOASTS.get(type(error), "stale"), **values)


ERRORS = ErrorReplies(
    ApplicationCallback,
    ApplicationContext,
    {
        BadAnswer: show_problem,
        TooMany: show_problem,
        UploadRefused: show_problem,
        Exception: show_state,
    },
)
