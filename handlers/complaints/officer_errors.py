"""What a body's registrar or head sees when a complaint has changed, or something was typed wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import uploads
from dialogs.applications.questions import problem_text
from dialogs.complaints import officer as pages
from dialogs.complaints import officer_actions as acts
from dialogs.ui.callback_data import BadTap, Tap
from dialogs.ui.navigation import HANDLE
from dialogs.ui.texts import paragraphs
from domain.complaints.permissions import ComplaintAction
from domain.errors import BadAnswer, Denied
from domain.uploads import UploadRefused
from handlers.casework import errors as work_refusals
from handlers.complaints.officer_card import card
from handlers.core.reply import HANDLING, Expectation, Reply
from services.action_request import ActionRequest
from services.casework.paperwork import LONGEST

if TYPE_CHECKING:
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html
    from domain.errors import DomainError
    from handlers.core.desk import Desk
    from handlers.core.errors import FailedAction
    from handlers.core.reply import Viewer
    from services.complaints.handling import OfficerComplaint


def concerns(asked: FailedAction) -> bool:
    """Whether it was about a body's work on a complaint."""
    return bool(_complaint_id(asked))


async def reply_to(refusal: DomainError | BadTap, asked: FailedAction, visitor: Viewer, desk: Desk) -> Reply:
    """Show the complaint as it is now, or ask again for what was typed wrongly."""
    aim = ActionRequest(visitor.person.id, _complaint_id(asked), None, visitor.now)
    try:
        held = await desk.complaint_work.authorize(ComplaintAction.SEE, aim)
    except Denied as denial:
        return await work_refusals.denied(denial, visitor, desk)
    texts, complaint = visitor.texts, held.complaint
    if isinstance(refusal, BadAnswer | UploadRefused):
        told = problem_text(refusal, texts) if isinstance(refusal, BadAnswer) else uploads.problem_text(refusal, texts)
        if asked.typed:
            return Reply((await _again(held, asked, told, visitor, desk),), case_id=complaint.id)
    else:
        told = await _changed(held, asked, visitor, desk)
    screen = card(desk, held, visitor, told)
    return Reply((screen,), toast=texts.plain("hnd-changed-toast"), case_id=complaint.id, expecting=Expectation())


async def _again(held: OfficerComplaint, asked: FailedAction, told: Html, visitor: Viewer, desk: Desk) -> Screen:
    handling = ComplaintAction(asked.question["question"].partition(".")[0])
    if handling is ComplaintAction.ANSWER:
        file = await desk.complaint_files.answer(held.complaint)
        return acts.answer_screen(held.complaint, file, visitor.texts, told)
    until = desk.complaint_work.longest(held.complaint)
    return acts.extend_screen(held.complaint, until, desk.complaints.term, visitor.texts, told)


async def _changed(held: OfficerComplaint, asked: FailedAction, visitor: Viewer, desk: Desk) -> Html:
    """What happened last, and what was typed for nothing: it can be copied from here, as far as it could be kept."""
    texts = visitor.texts
    names = await desk.complaint_work.names(held) | {held.complaint.author: texts.plain("hnd-by-author")}
    events = await desk.complaint_work.events(held)
    return paragraphs(
        texts("hnd-changed"),
        pages.event_text(events[-1], names, texts),
        texts("work-not-kept", text=asked.text[:LONGEST]) if asked.text else None,
    )


def _complaint_id(asked: FailedAction) -> str:
    if asked.tapped is None:
        return asked.question.get("case", "") if asked.expecting == HANDLING else ""
    try:
        tap = Tap.unpack(asked.tapped)
    except BadTap:
        return ""
    return tap.argument.partition(".")[0] if tap.capability == HANDLE and "." in tap.argument else ""
