"""What the author of a complaint sees when something was refused or has changed; everything written was undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import uploads
from dialogs.applications.questions import problem_text
from dialogs.complaints import entry as complaints
from dialogs.complaints import status as complaint_status
from dialogs.ui.callback_data import BadTap, Tap
from dialogs.ui.navigation import COMPLAIN
from domain.calendar import day_of
from domain.complaints.complaint import ComplaintState
from domain.errors import BadAnswer, NoSuchComplaint, OfficeNotConnected, TooMany
from domain.uploads import UploadRefused
from handlers.complaints import draft as complaint_drafts
from handlers.complaints import status as complaint_filed
from handlers.core.reply import COMPLAINING, Expectation, Reply, expectation

if TYPE_CHECKING:
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html
    from domain.complaints.complaint import Complaint
    from domain.errors import DomainError
    from handlers.core.desk import Desk
    from handlers.core.errors import FailedAction
    from handlers.core.reply import Viewer

TELLS = BadAnswer | TooMany | UploadRefused  # what is said where it was typed


def concerns(asked: FailedAction) -> bool:
    """Whether it was about a complaint of the person's own."""
    tapped = _tap(asked)
    return tapped is not None if asked.tapped is not None else asked.expecting == COMPLAINING


async def reply_to(refusal: DomainError | BadTap, asked: FailedAction, visitor: Viewer, desk: Desk) -> Reply:
    """Say what is wrong and show the state there is now."""
    complaint = await _complaint(asked, visitor, desk)
    if complaint is None:
        return await _list(refusal, asked, visitor, desk)
    if asked.typed and isinstance(refusal, TELLS):
        screen = await _again(complaint, asked, _problem(refusal, visitor), visitor, desk)
        return Reply((screen,), case_id=complaint.id)
    toast = visitor.texts.plain("toast-not-connected" if isinstance(refusal, OfficeNotConnected) else "stale")
    if complaint.stage is not ComplaintState.DRAFT:
        page = await complaint_filed.page(desk, complaint, visitor)
        return Reply((page,), toast=toast, case_id=complaint.id, expecting=Expectation())
    screen, expects = await complaint_drafts.current(desk, complaint, visitor)
    expecting = expectation(complaint.id, expects, COMPLAINING)
    return Reply((screen,), toast=toast, case_id=complaint.id, expecting=expecting)


async def _list(refusal: DomainError | BadTap, asked: FailedAction, visitor: Viewer, desk: Desk) -> Reply:
    """No complaint of theirs: one that is gone, or one more than may be."""
    theirs, texts = await desk.complaints.list_for_person(visitor.person.id), visitor.texts
    many = isinstance(refusal, TooMany)
    told = texts("cmp-too-many", most=str(refusal)) if many else texts("stale")
    screen = complaints.mine_screen(theirs, day_of(visitor.now), texts, told)
    expecting = Expectation() if asked.typed else None
    return Reply((screen,), toast=texts.plain("cmp-too-many-toast" if many else "stale"), expecting=expecting)


async def _again(complaint: Complaint, asked: FailedAction, problem: Html, visitor: Viewer, desk: Desk) -> Screen:
    question = asked.question.get("question", "")
    if question == complaint_filed.REOPEN:
        return complaint_status.reopen_screen(complaint, visitor.texts, problem)
    return await complaint_drafts.asked_again(desk, complaint, question, problem, visitor)


def _problem(refusal: TELLS, visitor: Viewer) -> Html:
    if isinstance(refusal, BadAnswer):
        return problem_text(refusal, visitor.texts)
    if isinstance(refusal, UploadRefused):
        return uploads.problem_text(refusal, visitor.texts)
    return visitor.texts("cmp-too-many-texts", most=str(refusal))


async def _complaint(asked: FailedAction, visitor: Viewer, desk: Desk) -> Complaint | None:
    tap = _tap(asked)
    complaint_id = tap.argument.partition(".")[0] if tap else asked.question.get("case", "")
    try:
        return await desk.complaints.get_own(visitor.person.id, complaint_id)
    except NoSuchComplaint:
        return None


def _tap(asked: FailedAction) -> Tap | None:
    if asked.tapped is None:
        return None
    try:
        tap = Tap.unpack(asked.tapped)
    except BadTap:
        return None
    return tap if tap.capability == COMPLAIN else None
