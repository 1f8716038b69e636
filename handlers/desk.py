"""What the handlers of applications work with, for one unit of work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dialogs.apply import Draft
from dialogs.case_pages import case_screen
from domain.cases import State
from domain.zone import day_of

if TYPE_CHECKING:
    from datetime import datetime

    from dialogs.apply import ApplyPages
    from dialogs.screens import Attachment, Screen
    from dialogs.work_books import Table
    from domain.cases import Case
    from domain.complaints import Complaint
    from domain.receipts import Statement
    from domain.standard import Standard
    from handlers.reply import Visitor
    from services.applications import Applications
    from services.cases import Cases
    from services.complaint_files import ComplaintFiles
    from services.complaint_follow_up import FollowUp
    from services.complaint_work import ComplaintWork
    from services.complaints import Complaints
    from services.decisions import Decisions
    from services.erasing import Erasing
    from services.indicators import Indicators, Report
    from services.my_data import MyData
    from services.offices import Card, OfficeFinder
    from services.ports import DenialLog
    from services.queues import Queues
    from services.refusing import Refusals
    from services.sight import Access
    from services.staff import Staff
    from services.survey import Opinions
    from services.uploads import Uploads
    from services.work import CaseWork


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a receipt found; `statement` is what a known key signed."""

    finding: str
    statement: Statement | None


class Papers(Protocol):
    """Makes documents: the same case, the same bytes."""

    def application(self, case: Case) -> Attachment:
        """The application as it stands, to look at or to print and sign."""

    def stamped(self, case: Case) -> Attachment:
        """The copy of a registered application with its stamps (point 14)."""

    def blank(self, appendix: int) -> Attachment:
        """An empty form."""

    def certificate(self, case: Case) -> Attachment:
        """The certificate (appendix 5) or reference note (appendix 6) of an approved case, to print and sign."""

    def refusal_letter(self, case: Case) -> Attachment:
        """The reasoned refusal (point 16) of a refused case, to print and sign."""

    def slip(self, complaint: Complaint) -> Attachment:
        """The slip of a complaint that was accepted (point 25)."""

    def complaint_letter(
        self, complaint: Complaint, case: Case | None, earlier: Complaint | None, files: int
    ) -> Attachment:
        """A complaint to print and sign, for post or by hand (point 22); `files` of the author's go along."""

    def check(self, text: str) -> Checked:
        """Whether the text of a QR code is a receipt's."""

    def link(self, case: Case) -> str:
        """The address that opens the check of a registered case's receipt."""


class Tables(Protocol):
    """Makes files of tables; nothing in them is a formula."""

    def workbook(self, name: str, table: Table) -> Attachment:
        """As XLSX."""

    def csv(self, name: str, table: Table) -> Attachment:
        """As CSV."""

    def appendix_9(self, name: str, report: Report) -> Attachment:
        """The indicators in the appendix's own shape, as DOCX."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Use cases and pages of applications, and of those who work on them."""

    applications: Applications
    cases: Cases
    pages: ApplyPages
    finder: OfficeFinder
    standard: Standard
    papers: Papers
    tables: Tables
    uploads: Uploads
    access: Access
    work: CaseWork
    decisions: Decisions
    refusals: Refusals
    queues: Queues
    denials: DenialLog
    staff: Staff
    indicators: Indicators
    complaints: Complaints
    complaint_files: ComplaintFiles
    follow_up: FollowUp
    complaint_work: ComplaintWork
    opinions: Opinions
    my_data: MyData
    erasing: Erasing

    async def look(self, case: Case, now: datetime) -> Draft:
        """A draft with what its screens need to know besides."""
        connected = case.office is not None and await self.cases.connected(case.office)
        return Draft(case, connected, now, day_of(now))

    def office_card(self, case: Case, now: datetime) -> Card:
        """The office of a registered case."""
        assert case.office is not None  # noqa: S101  # a registered case has one
        return self.finder.card(case.office, now)

    def case_page(self, case: Case, visitor: Visitor) -> Screen:
        """Where a registered case stands."""
        card = self.office_card(case, visitor.now)
        return case_screen(case, card, self.cases.clocks(case), self.standard, visitor.texts)

    def paper(self, case: Case) -> Attachment:
        """The document a person should have of a case now."""
        return self.papers.application(case) if case.state is State.DRAFT else self.papers.stamped(case)


def office_name(desk: Desk, case: Case) -> str:
    """The name of a case's office as printed, misprints put right."""
    assert case.office is not None  # noqa: S101  # a registered case has one
    return desk.standard.unit(case.office).corrected().name
