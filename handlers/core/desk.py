"""What the handlers of applications work with, for one unit of work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.applications.case import case_screen
from dialogs.applications.flow import Draft
from domain.calendar import day_of

if TYPE_CHECKING:
    from datetime import datetime

    from dialogs.applications.flow import ApplyPages
    from dialogs.ui.screen import Screen
    from domain.applications.case import Case
    from domain.standard.edition import Standard
    from handlers.core.reply import Viewer
    from services.applications.deadlines import DeadlineService
    from services.applications.drafting import ApplicationDrafts
    from services.applications.filing import CaseFiling
    from services.casework.access import CaseAccess
    from services.casework.decisions import CaseDecisions
    from services.casework.queue import QueueService
    from services.casework.refusals import Refusals
    from services.casework.review import CaseReview
    from services.complaints.attachments import ComplaintFiles
    from services.complaints.filing import ComplaintFiling
    from services.complaints.follow_up import ComplaintFollowUp
    from services.complaints.handling import ComplaintHandling
    from services.documents import Receipts
    from services.history import DenialLog
    from services.indicators.report import Indicators
    from services.indicators.survey import SurveyService
    from services.offices.finder import Card, OfficeFinder
    from services.privacy.erasure import ErasureService
    from services.privacy.my_data import MyData
    from services.staff.directory import Staff
    from services.uploads import Uploads


@dataclass(frozen=True, slots=True)
class Desk:
    """Use cases and pages of applications, and of those who work on them."""

    applications: ApplicationDrafts
    cases: CaseFiling
    deadlines: DeadlineService
    pages: ApplyPages
    finder: OfficeFinder
    standard: Standard
    papers: Receipts
    uploads: Uploads
    access: CaseAccess
    work: CaseReview
    decisions: CaseDecisions
    refusals: Refusals
    queues: QueueService
    denials: DenialLog
    staff: Staff
    indicators: Indicators
    complaints: ComplaintFiling
    complaint_files: ComplaintFiles
    follow_up: ComplaintFollowUp
    complaint_work: ComplaintHandling
    opinions: SurveyService
    my_data: MyData
    erasing: ErasureService

    async def look(self, case: Case, now: datetime) -> Draft:
        """A draft with what its screens need to know besides."""
        connected = case.office is not None and await self.cases.is_connected(case.office)
        return Draft(case, connected, now, day_of(now))

    def office_card(self, case: Case, now: datetime) -> Card:
        """The office of a registered case."""
        assert case.office is not None  # noqa: S101  # a registered case has one
        return self.finder.card(case.office, now)

    def case_page(self, case: Case, visitor: Viewer) -> Screen:
        """Where a registered case stands."""
        card = self.office_card(case, visitor.now)
        return case_screen(case, card, self.deadlines.compute(case), self.standard, visitor.texts)


def office_name(desk: Desk, case: Case) -> str:
    """The name of a case's office as printed, misprints put right."""
    assert case.office is not None  # noqa: S101  # a registered case has one
    return desk.standard.unit(case.office).corrected().name
