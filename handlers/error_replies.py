"""What a rule's no, or an outdated button, looks like to the person; everything written was undone before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import home as basics
from dialogs import uploads
from dialogs.applications import case as case_pages
from dialogs.applications.checklist import materials_screen, problem_of
from dialogs.applications.questions import problem_text
from dialogs.limits import limit_screen, limit_toast, today_screen
from dialogs.ui.callback_data import BadTap
from dialogs.uploads import attach_screen
from domain.applications.case import CaseState
from domain.applications.checklist import MATERIALS
from domain.errors import (
    BadAnswer,
    BadCoordinates,
    ConsentNeeded,
    Denied,
    DomainError,
    NotComplete,
    OfficeNotConnected,
    OutdatedNotice,
    TooMany,
    TooManyFiled,
    TooManyToday,
)
from domain.uploads import UploadRefused
from handlers.casework import errors as work_refusals
from handlers.complaints import errors as complaint_refusals
from handlers.complaints import officer_errors as handling_refusals
from handlers.core.reply import FURTHER, UPLOADING, Expectation, Reply, expectation

if TYPE_CHECKING:
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html
    from domain.applications.case import Case
    from domain.limits import LimitReached
    from handlers.core.desk import Desk
    from handlers.core.errors import FailedAction
    from handlers.core.reply import Viewer

REFUSALS = (DomainError, BadTap)
TERM = "term_from"
TOASTS = {
    NotComplete: "toast-not-complete",
    OfficeNotConnected: "toast-not-connected",
    TooManyFiled: "limit-filed-toast",
}


async def error_reply(refusal: DomainError | BadTap, asked: FailedAction, visitor: Viewer, desk: Desk) -> Reply:
    """Say what is wrong and show the state there is now."""
    if isinstance(refusal, TooManyToday):
        return _too_many_today(refusal, asked, visitor)
    if isinstance(refusal, Denied):
        return await work_refusals.denied(refusal, visitor, desk)
    if work_refusals.concerns(asked):
        return await work_refusals.reply_to(refusal, asked, visitor, desk)
    if handling_refusals.concerns(asked):
        return await handling_refusals.reply_to(refusal, asked, visitor, desk)
    about_the_person = _about_the_person(refusal, visitor)
    if about_the_person is None and complaint_refusals.concerns(asked):
        return await complaint_refusals.reply_to(refusal, asked, visitor, desk)
    return about_the_person or await _about_a_case(refusal, asked, visitor, desk)


def limit_reply(limit: LimitReached, visitor: Viewer) -> Reply:
    """Told once in a message of its own; from then on only a tap is answered, over the chat."""
    screens = (limit_screen(limit, visitor.now, visitor.texts),) if limit.first else ()
    return Reply(screens, toast=limit_toast(limit, visitor.now, visitor.texts), fresh=True)


def _too_many_today(refusal: TooManyToday, asked: FailedAction, visitor: Viewer) -> Reply:
    """A tap is answered over the chat alone: what stands there holds."""
    if asked.typed:
        return Reply((today_screen(str(refusal), visitor.texts),), expecting=Expectation())
    return Reply(toast=visitor.texts.plain("limit-today", most=str(refusal)))


def _about_the_person(refusal: DomainError | BadTap, visitor: Viewer) -> Reply | None:
    """What concerns no application: a place that is none, or a consent that is not there."""
    texts = visitor.texts
    if isinstance(refusal, BadCoordinates):
        return Reply((basics.bad_place_screen(texts),))
    if isinstance(refusal, OutdatedNotice):
        return Reply((basics.privacy_screen(visitor.person, texts),), toast=texts.plain("stale"))
    if isinstance(refusal, ConsentNeeded):
        page = basics.privacy_screen(visitor.person, texts)
        return Reply((page,), toast=texts.plain("toast-consent"), expecting=Expectation())
    return None


async def _about_a_case(refusal: DomainError | BadTap, asked: FailedAction, visitor: Viewer, desk: Desk) -> Reply:
    toast = visitor.texts.plain(TOASTS.get(type(refusal), "stale"), most=str(refusal))
    if case := await _case(asked.case_id, visitor, desk):
        screen, expecting = await _redrawn(refusal, asked, case, visitor, desk)
        return Reply((screen,), toast=toast, case_id=case.id, expecting=expecting)
    if isinstance(refusal, TooMany):
        mine = await desk.applications.list_for_person(visitor.person.id)
        return Reply((case_pages.mine_screen(mine, visitor.texts),), toast=visitor.texts.plain("toast-too-many"))
    gone = Expectation() if asked.case_id else None  # what a text was to answer is no more
    return Reply((basics.home_screen(visitor.texts, visitor.texts("stale")),), toast=toast, expecting=gone)


async def _case(case_id: str, visitor: Viewer, desk: Desk) -> Case | None:
    if not case_id:
        return None
    return next(
        (each for each in await desk.applications.list_for_person(visitor.person.id) if each.id == case_id), None
    )


async def _redrawn(
    refusal: DomainError | BadTap, asked: FailedAction, case: Case, visitor: Viewer, desk: Desk
) -> tuple[Screen, Expectation | None]:
    """The page to show, and what the next text answers there."""
    texts = visitor.texts
    if not asked.typed or not isinstance(refusal, BadAnswer | TooMany | UploadRefused):
        return await _current(refusal, case, visitor, desk)
    question = asked.question.get("question", "")
    if asked.expecting == FURTHER and isinstance(refusal, BadAnswer):
        return case_pages.materials_question(case, texts, problem_text(refusal, texts)), None
    if asked.expecting == UPLOADING:
        count = len(await desk.uploads.list_for_item(case, question))
        problem = uploads.problem_text(refusal, texts) if isinstance(refusal, UploadRefused) else texts("upload-send")
        return attach_screen(case, question, count, texts, problem), None
    if question == MATERIALS and isinstance(refusal, BadAnswer | TooMany):
        return materials_screen(case, desk.standard, texts, problem=_problem(refusal, visitor)), None
    if isinstance(refusal, BadAnswer):
        return desk.pages.edit(await desk.look(case, visitor.now), question, texts, refusal).screen, None
    return await _current(refusal, case, visitor, desk)


async def _current(
    refusal: DomainError | BadTap, case: Case, visitor: Viewer, desk: Desk
) -> tuple[Screen, Expectation]:
    if case.state is not CaseState.DRAFT:
        return desk.case_page(case, visitor), Expectation()
    draft = await desk.look(case, visitor.now)
    if isinstance(refusal, NotComplete) and TERM in refusal.missing:
        step = desk.pages.edit(draft, TERM, visitor.texts, BadAnswer("date-past"))
    else:
        step = desk.pages.current(draft, visitor.texts)
    return step.screen, expectation(case.id, step.expects)


def _problem(refusal: BadAnswer | TooMany, visitor: Viewer) -> Html:
    if isinstance(refusal, BadAnswer):
        return problem_text(refusal, visitor.texts)
    return problem_of(refusal, visitor.texts)
