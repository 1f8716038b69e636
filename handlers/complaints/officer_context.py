"""What the handlers of a body's work on complaints share: the use cases, the pages, who is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogs.complaints.officer import card_screen
from dialogs.ui.callback_data import OfficerComplaintCallback
from handlers.core.context import ActionContext
from handlers.core.reply import HANDLING, Notice, Reply, end_question, expect

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html, Texts
    from domain.complaints.complaint import Complaint
    from domain.complaints.permissions import ComplaintAction
    from domain.standard.edition import Standard
    from domain.standard.editions import Editions
    from services.complaints.filing import ComplaintFiling
    from services.complaints.follow_up import ComplaintFollowUp
    from services.complaints.handling import ComplaintHandling, OfficerComplaint
    from services.indicators.survey import SurveyService
    from services.uploads import ComplaintFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerComplaintContext(ActionContext):
    """A body's registrar or head asks for something to be done to a complaint."""

    standard: Standard
    editions: Editions
    handling: ComplaintHandling
    complaints: ComplaintFiling
    complaint_files: ComplaintFiles
    follow_up: ComplaintFollowUp
    survey: SurveyService

    def on(self, record_id: str, version: int | str) -> OfficerComplaintContext:
        """The same wish for this version of a complaint."""
        return replace(self, callback=OfficerComplaintCallback("", record_id, str(version)))

    def card(self, held: OfficerComplaint, warning: Html | None = None) -> Screen:
        """The card of a complaint as it stands; `warning` says what has changed meanwhile."""
        here = self.under(held.complaint)
        return card_screen(held, self.today, here.standard, here.texts, warning)

    async def show_card(self, held: OfficerComplaint, *notices: Notice, toast: str) -> Reply:
        """The card after an action; nothing typed is waited for."""
        await end_question(self.state, held.complaint.id)
        return Reply((self.card(held),), notices, toast=self.texts.plain(toast), case_id=held.complaint.id)

    async def show(self, held: OfficerComplaint, *screens: Screen) -> Reply:
        """Pages about a complaint, which are left by their buttons."""
        await expect(self.state, held.complaint.id, "")
        return Reply(screens, case_id=held.complaint.id)

    async def ask(self, held: OfficerComplaint, action: ComplaintAction, screen: Screen) -> Reply:
        """A page on which something is to be typed, for this version of the complaint."""
        await expect(self.state, held.complaint.id, f"{action}.{held.complaint.version}", HANDLING)
        return Reply((screen,), case_id=held.complaint.id)


if TYPE_CHECKING:
    ComplaintHandler = Callable[[CallbackQuery | Message, OfficerComplaintContext], Awaitable[Reply]]


def to_author(complaint: Complaint, draw: Callable[[Texts], Screen]) -> Notice:
    """The author is told at once, in their own language."""
    return Notice(complaint.author, draw, complaint.id)
