"""What a rule's no, or an outdated button, looks like to the person; everything written was undone before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs import apply_intro, basics, case_pages, uploads
from dialogs.apply_checklist import materials_screen, problem_of
from dialogs.apply_questions import problem_text
from dialogs.navigation import APPLY
from dialogs.taps import BadTap, Tap
from dialogs.uploads import attach_screen
from domain.cases import State
from domain.checklist import MATERIALS
from domain.errors import (
    BadAnswer,
    BadCoordinates,
    ConsentNeeded,
    DomainError,
    NotComplete,
    OfficeNotConnected,
    OutdatedNotice,
    TooMany,
)
from domain.uploads import UploadRefused
from handlers.expecting import ANSWERING, FURTHER, UPLOADING
from handlers.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.screens import Screen
    from dialogs.texts import Html
    from domain.cases import Case
    from handlers.desk import Desk
    from handlers.reply import Visitor

REFUSALS = (DomainError, BadTap)
TOASTS = {NotComplete: "toast-not-complete", OfficeNotConnected: "toast-not-connected"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was refused: the data of the tapped button, or the question that the typed text was to answer."""

    tapped: str | None
    expecting: str | None
    question: Mapping[str, str]

    @property
    def case_id(self) -> str:
        """The application it was about; empty where it was about none."""
        if self.tapped is None:
            return self.question.get("case", "") if self.expecting in {ANSWERING, FURTHER, UPLOADING} else ""
        try:
            tap = Tap.unpack(self.tapped)
        except BadTap:
            return ""
        return tap.argument.partition(".")[0] if tap.capability == APPLY else ""


async def reply_to(refusal: DomainError | BadTap, asked: Asked, visitor: Visitor, desk: Desk) -> Reply:
    """Say what is wrong and show the state there is now."""
    if isinstance(refusal, BadCoordinates):
        return Reply((basics.bad_place_screen(visitor.texts),))
    toast = visitor.texts.plain(TOASTS.get(type(refusal), "stale"))
    if isinstance(refusal, OutdatedNotice):
        return Reply((basics.privacy_screen(visitor.person, visitor.texts),), toast=toast)
    if isinstance(refusal, ConsentNeeded):
        return Reply((apply_intro.intro_screen(desk.standard, visitor.texts),), toast=toast)
    if case := await _case(asked.case_id, visitor, desk):
        return Reply((await _redrawn(refusal, asked, case, visitor, desk),), toast=toast, case_id=case.id)
    if isinstance(refusal, TooMany):
        mine = await desk.applications.all_of(visitor.person.id)
        return Reply((case_pages.mine_screen(mine, visitor.texts),), toast=visitor.texts.plain("toast-too-many"))
    return Reply((basics.home_screen(visitor.texts, visitor.texts("stale")),), toast=toast)


async def _case(case_id: str, visitor: Visitor, desk: Desk) -> Case | None:
    if not case_id:
        return None
    return next((each for each in await desk.applications.all_of(visitor.person.id) if each.id == case_id), None)


async def _redrawn(refusal: DomainError | BadTap, asked: Asked, case: Case, visitor: Visitor, desk: Desk) -> Screen:
    texts = visitor.texts
    if case.state is not State.DRAFT:
        if isinstance(refusal, BadAnswer) and asked.expecting == FURTHER and asked.tapped is None:
            return case_pages.materials_question(case, texts, problem_text(refusal, texts))
        return desk.case_page(case, visitor)
    if isinstance(refusal, UploadRefused):
        item = asked.question.get("question", "")
        count = len(await desk.uploads.of_item(case, item))
        return attach_screen(case, item, count, texts, uploads.problem_text(refusal, texts))
    draft = await desk.look(case, visitor.now)
    typed = asked.tapped is None and asked.expecting == ANSWERING
    question = asked.question.get("question", "")
    if typed and isinstance(refusal, BadAnswer | TooMany):
        if question == MATERIALS:
            return materials_screen(case, desk.standard, texts, problem=_problem(refusal, texts_of=visitor))
        if isinstance(refusal, BadAnswer):
            return desk.pages.edit(draft, question, texts, refusal).screen
    return desk.pages.current(draft, texts).screen


def _problem(refusal: BadAnswer | TooMany, texts_of: Visitor) -> Html:
    if isinstance(refusal, BadAnswer):
        return problem_text(refusal, texts_of.texts)
    return problem_of(refusal, texts_of.texts)
