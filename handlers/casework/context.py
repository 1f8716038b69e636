"""What the handlers of casework share: the use cases, the pages about a case, who is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogs.casework.card import card_screen
from dialogs.ui.callback_data import CaseworkCallback
from handlers.core.context import ActionContext
from handlers.core.reply import WRITING, Notice, Reply, end_question, expect

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.casework.permissions import CaseAction
    from domain.standard.edition import Standard
    from services.applications.deadlines import DeadlineService
    from services.applications.ports import Receipts
    from services.casework.acceptance import PackageAcceptance
    from services.casework.access import CaseAccess, OfficerCase
    from services.casework.decisions import CaseDecisions
    from services.casework.pauses import CasePauses
    from services.casework.queue import QueueService
    from services.casework.refusals import Refusals
    from services.casework.review import CaseReview
    from services.casework.substance import SubstanceRefusals
    from services.casework.term_decisions import TermDecisions
    from services.indicators.survey import SurveyService
    from services.offices.finder import Card, OfficeFinder
    from services.uploads import Uploads


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseContext(ActionContext):
    """An officer asks for something to be done to a case."""

    standard: Standard
    finder: OfficeFinder
    deadlines: DeadlineService
    access: CaseAccess
    review: CaseReview
    decisions: CaseDecisions
    refusals: Refusals
    substance: SubstanceRefusals
    acceptance: PackageAcceptance
    term_decisions: TermDecisions
    pauses: CasePauses
    queue: QueueService
    uploads: Uploads
    receipts: Receipts
    survey: SurveyService

    def on(self, record_id: str, version: int | str) -> CaseContext:
        """The same officer's wish for this version of a case."""
        return replace(self, callback=CaseworkCallback("", record_id, str(version)))

    async def card(self, seen: OfficerCase, warning: Html | None = None) -> Screen:
        """The card of a case as it stands; `warning` says what has changed meanwhile."""
        here, left = self.under(seen.case), self.deadlines.days_left(seen.case, self.today)
        seen = replace(
            await self.access.with_last_holder(seen),
            recounts=self.deadlines.recounts(seen.case),
            reasons=self.deadlines.pause_reasons(seen.case, self.today),
        )
        return card_screen(seen, self.deadlines.compute(seen.case), here.standard, left, here.texts, warning)

    def office_card(self, case: Case) -> Card:
        """What the applicant needs to know of the case's office."""
        return self.under(case).finder.card_of(case, self.now)

    async def show_card(self, seen: OfficerCase, *notices: Notice, toast: str = "") -> Reply:
        """The card after an action; nothing typed is waited for."""
        await end_question(self.state, seen.case.id)
        shown = self.texts.plain(toast) if toast else ""
        return Reply((await self.card(seen),), notices, toast=shown, case_id=seen.case.id)

    async def show(self, seen: OfficerCase, *screens: Screen) -> Reply:
        """Pages about a case, which are left by their buttons."""
        await expect(self.state, seen.case.id, "")
        return Reply(screens, case_id=seen.case.id)

    async def ask(self, seen: OfficerCase, screen: Screen, action: CaseAction, line: str) -> Reply:
        """A page on which something is to be typed, for this version of the case."""
        await expect(self.state, seen.case.id, f"{action}.{line}.{seen.case.version}", WRITING)
        return Reply((screen,), case_id=seen.case.id)


if TYPE_CHECKING:
    CaseHandler = Callable[[CallbackQuery | Message, CaseContext], Awaitable[Reply]]


def to_applicant(case: Case, draw: Callable[[Texts], Screen]) -> Notice:
    """The applicant is told at once, in their own language."""
    return Notice(case.applicant, draw, case.id)


def to_colleague(seen: OfficerCase, user_id: int | None, draw: Callable[[Texts], Screen]) -> tuple[Notice, ...]:
    """A colleague is told, unless it is the officer themselves, or somebody who left the unit or is locked."""
    known = user_id in {each.user_id for each in seen.team if not each.locked} and user_id != seen.officer.user_id
    return (Notice(user_id, draw, seen.case.id),) if known and user_id is not None else ()
