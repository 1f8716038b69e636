"""What an officer sees when something was denied, has changed, or was typed wrongly; everything written was undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.applications.questions import problem_text
from dialogs.casework import actions as work_acts
from dialogs.casework import card as work_card
from dialogs.casework.elements import QUEUE, denied_screen
from dialogs.casework.refusals import words_screen
from dialogs.ui.callback_data import BadTap, Tap
from dialogs.ui.navigation import WORK
from dialogs.ui.texts import paragraphs
from domain.casework.permissions import CaseAction
from domain.errors import BadAnswer, Denied
from handlers.casework.card import card
from handlers.casework.registers import BOOKS
from handlers.core.reply import WRITING, Expectation, Reply
from services.action_request import ActionRequest
from services.casework.paperwork import LONGEST, OF_ITEM

if TYPE_CHECKING:
    from dialogs.ui.texts import Html
    from domain.errors import DomainError
    from handlers.core.desk import Desk
    from handlers.core.errors import FailedAction
    from handlers.core.reply import Viewer
    from services.casework.access import OfficerCase

WITHOUT_CASE = BOOKS.keys() | {QUEUE}


def concerns(asked: FailedAction) -> bool:
    """Whether it was about an officer's work on a case."""
    return bool(_case_id(asked))


async def denied(refusal: Denied, visitor: Viewer, desk: Desk) -> Reply:
    """The same words for all; the denial is kept."""
    await desk.denials.deny(visitor.person.id, refusal.action, refusal.about, visitor.now)
    texts = visitor.texts
    return Reply((denied_screen(texts),), toast=texts.plain("toast-denied"), expecting=Expectation())


async def reply_to(refusal: DomainError | BadTap, asked: FailedAction, visitor: Viewer, desk: Desk) -> Reply:
    """Show the case as it is now, or ask again for what was typed wrongly."""
    aim = ActionRequest(visitor.person.id, _case_id(asked), None, visitor.now)
    try:
        seen = await desk.access.authorize(CaseAction.SEE, aim)
    except Denied as denial:
        return await denied(denial, visitor, desk)
    texts, case = visitor.texts, seen.case
    if asked.typed and isinstance(refusal, BadAnswer):
        act, line, _ = asked.question["question"].split(".")
        if CaseAction(act) is CaseAction.REFUSE:
            item, problem = line.partition(OF_ITEM)[2], problem_text(refusal, texts)
            return Reply((words_screen(case, item, texts, problem),), case_id=case.id)
        return Reply((work_acts.ask_screen(case, CaseAction(act), line, texts, refusal),), case_id=case.id)
    told = (
        problem_text(refusal, texts) if isinstance(refusal, BadAnswer) else await _changed(seen, asked, visitor, desk)
    )
    screen = card(desk, seen, visitor, told)
    return Reply((screen,), toast=texts.plain("toast-changed"), case_id=case.id, expecting=Expectation())


async def _changed(seen: OfficerCase, asked: FailedAction, visitor: Viewer, desk: Desk) -> Html:
    """What happened last, and what was typed for nothing: it can be copied from here, as far as it could be kept."""
    texts = visitor.texts
    names = {each.user_id: each.name for each in seen.team} | {seen.case.applicant: texts.plain("work-by-applicant")}
    events = await desk.access.events(seen)
    return paragraphs(
        texts("work-changed"),
        work_card.event_text(replace(events[-1], details={}), names, texts),
        texts("work-not-kept", text=asked.text[:LONGEST]) if asked.text else None,
    )


def _case_id(asked: FailedAction) -> str:
    if asked.tapped is None:
        return asked.question.get("case", "") if asked.expecting == WRITING else ""
    try:
        tap = Tap.unpack(asked.tapped)
    except BadTap:
        return ""
    about_a_case = tap.capability == WORK and tap.action not in WITHOUT_CASE and "." in tap.argument
    return tap.argument.partition(".")[0] if about_a_case else ""
