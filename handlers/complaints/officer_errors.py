"""What a body's registrar or head sees when a complaint has changed, or something was typed wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.questions import answer_problem_text
from dialogs.complaints.officer import complaint_event_text
from dialogs.complaints.officer_actions import answer_screen, extend_screen
from dialogs.ui.callback_data import OfficerComplaintCallback
from dialogs.ui.texts import lines, paragraphs
from dialogs.uploads import upload_problem_text
from domain.complaints.permissions import ComplaintAction
from domain.errors import BadAnswer
from domain.text import clipped
from domain.uploads import UploadRefused
from handlers.complaints.officer_context import OfficerComplaintContext
from handlers.core.errors import ErrorReplies
from handlers.core.reply import Reply, end_question
from services.casework.paperwork import LONGEST

if TYPE_CHECKING:
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html
    from handlers.core.errors import FailedAction
    from services.complaints.handling import OfficerComplaint


def is_about_complaint(failed: FailedAction) -> bool:
    """Whether it was about one complaint, rather than the queue."""
    return "." in failed.callback.argument if failed.callback else bool(failed.record_id)


async def show_what_changed(_error: Exception, failed: FailedAction, context: OfficerComplaintContext) -> Reply:
    """The complaint as it is now, and what happened last."""
    held = await _see(failed, context)
    return await _show_card(context, held, await _changed(failed, context, held))


async def show_problem(
    error: BadAnswer | UploadRefused, failed: FailedAction, context: OfficerComplaintContext
) -> Reply:
    """The same question with what is wrong; after a tap the card with it."""
    held, texts = await _see(failed, context), context.texts
    problem = answer_problem_text(error, texts) if isinstance(error, BadAnswer) else upload_problem_text(error, texts)
    if failed.tapped:
        return await _show_card(context, held, problem)
    if not failed.question["question"]:
        return await _show_card(context, held, None)
    action = ComplaintAction(failed.question["question"].partition(".")[0])
    return await context.ask(held, action, await _draw_again(action, context, held, problem))


async def _see(failed: FailedAction, context: OfficerComplaintContext) -> OfficerComplaint:
    return await context.handling.authorize(ComplaintAction.SEE, context.on(failed.record_id, "").view_request)


async def _show_card(context: OfficerComplaintContext, held: OfficerComplaint, warning: Html | None) -> Reply:
    await end_question(context.state, held.complaint.id)
    toast = context.texts.plain("hnd-changed-toast")
    return Reply((context.card(held, warning),), toast=toast, case_id=held.complaint.id)


async def _draw_again(
    action: ComplaintAction, context: OfficerComplaintContext, held: OfficerComplaint, problem: Html | None
) -> Screen:
    if action is ComplaintAction.ANSWER:
        file = await context.complaint_files.answer(held.complaint)
        return answer_screen(held.complaint, file, context.texts, problem)
    until = context.handling.longest(held.complaint)
    return extend_screen(held.complaint, until, context.under(held.complaint).standard, context.texts, problem)


async def _changed(failed: FailedAction, context: OfficerComplaintContext, held: OfficerComplaint) -> Html:
    """What happened since that screen, by whom, and what was typed for nothing, as in `handlers.casework.errors`."""
    texts = context.texts
    names = await context.handling.names(held) | {held.complaint.author: texts.plain("hnd-by-author")}
    events = await context.handling.events(held)
    since = failed.since_screen(events)
    own = not since and failed.version is not None and failed.version < held.complaint.version
    return paragraphs(
        texts("hnd-changed-own") if own else texts("hnd-changed"),
        None if own else lines(*(complaint_event_text(each, names, texts) for each in since or events[-1:])),
        texts("work-not-kept", text=clipped(failed.text, LONGEST)) if failed.text else None,
    )


ERRORS = ErrorReplies(
    OfficerComplaintCallback,
    OfficerComplaintContext,
    {BadAnswer: show_problem, UploadRefused: show_problem, Exception: show_what_changed},
    is_about_complaint,
)
