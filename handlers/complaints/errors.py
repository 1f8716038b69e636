"""What the author of a complaint sees when something was refused or has changed; everything written was undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.complaints.entry import own_complaints_screen
from dialogs.complaints.status import reopen_screen
from dialogs.ui.callback_data import ComplaintCallback
from dialogs.uploads import upload_problem_text
from domain.complaints.complaint import ComplaintState
from domain.errors import BadAnswer, NoSuchComplaint, OfficeNotConnected, TooMany
from domain.uploads import UploadRefused
from handlers.complaints.context import ComplaintContext, page_of
from handlers.complaints.draft import ask_again, text_problem
from handlers.complaints.status import REOPEN, show_complaint
from handlers.core.errors import ErrorReplies
from handlers.core.reply import Reply, expect_again

if TYPE_CHECKING:
    from dialogs.ui.texts import Html
    from domain.complaints.complaint import Complaint
    from handlers.core.errors import FailedAction


async def show_problem(
    error: BadAnswer | TooMany | UploadRefused, failed: FailedAction, context: ComplaintContext
) -> Reply:
    """Where it was typed, the same question with what is wrong; else the complaint as it is now."""
    complaint = await _find(failed, context)
    if complaint is None:
        return await _show_list(error, failed, context)
    if failed.tapped:
        return await _show_complaint(context, complaint, "stale")
    problem, question = _problem(error, context), failed.question.get("question", "")
    if question != REOPEN and (not question or complaint.stage is not ComplaintState.DRAFT):
        return await _show_complaint(context, complaint, "stale")
    if question != REOPEN:
        return await ask_again(context, complaint, question, problem)
    await expect_again(context.state, failed.expecting, failed.question)
    return page_of(complaint, reopen_screen(complaint, context.texts, problem))


async def show_state(error: Exception, failed: FailedAction, context: ComplaintContext) -> Reply:
    """The complaint as it is now, or what there is of theirs."""
    complaint = await _find(failed, context)
    if complaint is None:
        return await _show_list(error, failed, context)
    toast = "toast-not-connected" if isinstance(error, OfficeNotConnected) else "stale"  # the page offers the letter
    return await _show_complaint(context, complaint, toast)


async def _show_complaint(context: ComplaintContext, complaint: Complaint, toast: str) -> Reply:
    return replace(await show_complaint(context, complaint), toast=context.texts.plain(toast))


async def _show_list(error: Exception, failed: FailedAction, context: ComplaintContext) -> Reply:
    """No complaint of theirs: one that is gone, or one more than may be."""
    theirs, texts = await context.complaints.list_for_person(context.user_id), context.texts
    many = isinstance(error, TooMany)
    warning = texts("cmp-too-many", most=error.most) if isinstance(error, TooMany) else texts("stale")
    screen = own_complaints_screen(theirs, context.today, texts, warning)
    if not failed.tapped:
        await context.state.clear()
    return Reply((screen,), toast=texts.plain("cmp-too-many-toast" if many else "stale"))


def _problem(error: BadAnswer | TooMany | UploadRefused, context: ComplaintContext) -> Html | None:
    if isinstance(error, UploadRefused):
        return upload_problem_text(error, context.texts)
    return text_problem(error, context.texts)


async def _find(failed: FailedAction, context: ComplaintContext) -> Complaint | None:
    try:
        return await context.complaints.get_own(context.user_id, failed.record_id)
    except NoSuchComplaint:
        return None


ERRORS = ErrorReplies(
    ComplaintCallback,
    ComplaintContext,
    {
        BadAnswer: show_problem,
        TooMany: show_problem,
        UploadRefused: show_problem,
        Exception: show_state,
    },
)
