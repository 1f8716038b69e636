"""What an officer sees when a case has changed, or something was typed wrongly; everything written was undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.applications.questions import answer_problem_text
from dialogs.casework.actions import ask_screen
from dialogs.casework.card import WITH_SHORTFALLS, case_event_text, case_names
from dialogs.casework.elements import QUEUE
from dialogs.casework.refusals import words_screen
from dialogs.ui.callback_data import CaseworkCallback
from dialogs.ui.texts import lines, paragraphs
from domain.casework.holders import FROM, FROM_NAME, TO_NAME
from domain.casework.permissions import CaseAction
from domain.errors import BadAnswer
from domain.text import clipped
from handlers.casework.context import CaseContext
from handlers.casework.decisions import show_issue
from handlers.core.errors import ErrorReplies
from handlers.core.reply import Reply, end_question
from services.casework.paperwork import CORRECTION, LONGEST, OF_ITEM
from services.casework.pauses import PAUSE
from services.casework.term_decisions import COUNTED, SAID

if TYPE_CHECKING:
    from dialogs.ui.texts import Html
    from domain.history import Event
    from handlers.core.errors import FailedAction
    from services.casework.access import OfficerCase

WITHOUT_CASE = frozenset({QUEUE, "books", "passes", "journal", "journal-file", "export", "export-file"})
BRIEF = ("items", TO_NAME, FROM, FROM_NAME, SAID, COUNTED, PAUSE)  # the details that a line about an event tells


def is_about_case(failed: FailedAction) -> bool:
    """Whether it was about one case, rather than the queue or a register."""
    if failed.callback is None:
        return bool(failed.record_id)
    return failed.callback.action not in WITHOUT_CASE and "." in failed.callback.argument


async def show_what_changed(_error: Exception, failed: FailedAction, context: CaseContext) -> Reply:
    """The case as it is now, and what happened last."""
    seen = await _see(failed, context)
    return await _show_card(context, seen, await _changed(failed, context, seen))


async def show_problem(error: BadAnswer, failed: FailedAction, context: CaseContext) -> Reply:
    """The same question with what is wrong; after a tap the card with it."""
    seen, texts = await _see(failed, context), context.texts
    if failed.tapped:
        return await _show_card(context, seen, answer_problem_text(error, texts))
    if not failed.question["question"]:
        return await _show_card(context, seen, None)
    name, line, _ = failed.question["question"].split(".")
    action, case = CaseAction(name), seen.case
    if line == CORRECTION:
        problem = answer_problem_text(error, texts)
        return await (show_issue(context, seen, problem) if seen.may(action) else _show_card(context, seen, None))
    if action in {CaseAction.REFUSE, CaseAction.REFUSE_TO_ACCEPT}:
        item, problem = line.partition(OF_ITEM)[2], answer_problem_text(error, texts)
        return await context.ask(seen, words_screen(case, item, texts, problem), action, line)
    return await context.ask(seen, ask_screen(case, action, line, texts, error), action, line)


async def _see(failed: FailedAction, context: CaseContext) -> OfficerCase:
    return await context.access.authorize(CaseAction.SEE, context.on(failed.record_id, "").view_request)


async def _show_card(context: CaseContext, seen: OfficerCase, warning: Html | None) -> Reply:
    await end_question(context.state, seen.case.id)
    toast = context.texts.plain("toast-changed")
    return Reply((await context.card(seen, warning),), toast=toast, case_id=seen.case.id)


async def _changed(failed: FailedAction, context: CaseContext, seen: OfficerCase) -> Html:
    """What happened since that screen, by whom, and what was typed for nothing, which they can copy from their message.

    Where nothing did, the officer's own lines are newer, or the button was no such screen's: the last event is told.
    """
    texts = context.texts
    events = await context.access.events(seen)
    names = case_names(seen, events, texts)
    since = failed.since_screen(events)
    own = not since and failed.version is not None and failed.version < seen.case.version
    return paragraphs(
        texts("work-changed-own") if own else texts("work-changed"),
        None if own else lines(*(case_event_text(_briefly(each), names, texts) for each in since or events[-1:])),
        texts("work-not-kept", text=clipped(failed.text, LONGEST)) if failed.text else None,
    )


def _briefly(event: Event) -> Event:
    """Without the words, which may be long, and the grounds of a refusal, which stand on the card."""
    kept = {name: event.details[name] for name in BRIEF if name in event.details}
    return replace(event, details={} if event.kind in WITH_SHORTFALLS else kept)


ERRORS = ErrorReplies(
    CaseworkCallback,
    CaseContext,
    {BadAnswer: show_problem, Exception: show_what_changed},
    is_about_case,
)
