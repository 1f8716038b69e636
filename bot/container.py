"""The use cases over one unit of work, made from the stores of its transaction."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from dialogs.applications.flow import ApplyPages
from domain.limits import UNLIMITED
from handlers.core.desk import Desk
from services.applications.deadlines import DeadlineService
from services.applications.drafting import ApplicationDrafts
from services.applications.filing import CaseFiling
from services.applications.ports import CaseRepositories
from services.casework.access import CaseAccess
from services.casework.decisions import CaseDecisions
from services.casework.queue import QueueService
from services.casework.refusals import Refusals
from services.casework.review import CaseReview
from services.complaints.attachments import ComplaintFiles
from services.complaints.filing import Allowance, ComplaintFiling
from services.complaints.follow_up import ComplaintFollowUp
from services.complaints.handling import ComplaintHandling
from services.complaints.ports import ComplaintRepositories
from services.complaints.silence import OverdueComplaints
from services.indicators.report import Indicators
from services.indicators.survey import SurveyService
from services.limits import Allowances
from services.people import PersonSettings
from services.privacy.erasure import ErasureService, RetentionRepositories
from services.privacy.my_data import MyData, MyDataRepositories
from services.staff.directory import Staff
from services.staff.ports import StaffRepositories
from services.uploads import Uploads
from storage.admins import SqlAdmins
from storage.applications import SqlCases
from storage.complaints import SqlComplaints
from storage.db.records import SqlRegister
from storage.history.denials import SqlDenials
from storage.history.events import SqlHistory
from storage.indicators import SqlCounts, SqlSurvey, SqlTerms
from storage.invitations import SqlInvitations
from storage.limits import SqlCounters
from storage.messaging.told import NotificationLog
from storage.officers import SqlOfficers
from storage.people import SqlPeople
from storage.privacy.my_data import SqlPersonalData
from storage.privacy.retention import SqlRetention
from storage.uploads import SqlUploads

if TYPE_CHECKING:
    from bot.resources import Resources
    from documents.factory import DocumentFactory
    from domain.limits import PersonalLimits
    from domain.standard.edition import Standard, Term
    from services.people import PeopleStore
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

RETENTION = timedelta(days=365)  # where no setting says otherwise


def my_data_over(transaction: Transaction, keys: KeyStore) -> MyData:
    """The use cases over one transaction."""
    return MyData(
        MyDataRepositories(
            people=SqlPeople(transaction),
            cases=SqlCases(transaction, keys),
            complaints=SqlComplaints(transaction, keys),
            history=SqlHistory(transaction, keys),
            uploads=SqlUploads(transaction, keys),
            officers=SqlOfficers(transaction, keys),
            admins=SqlAdmins(transaction, keys),
            records=SqlPersonalData(transaction, keys),
            once=NotificationLog(transaction),
            survey=SqlSurvey(transaction, keys),
        )
    )


def staff_over(
    transaction: Transaction, keys: KeyStore, standard: Standard, admins: frozenset[int] = frozenset()
) -> Staff:
    """The use cases; `admins` are those of the settings."""
    history = SqlHistory(transaction, keys)
    rooms = StaffRepositories(
        officers=SqlOfficers(transaction, keys),
        admins=SqlAdmins(transaction, keys),
        invitations=SqlInvitations(transaction, keys),
        cases=SqlCases(transaction, keys),
        history=history,
        people=history,
    )
    return Staff(rooms, standard, admins, secrets.token_bytes)


def complaint_rooms(transaction: Transaction, keys: KeyStore) -> ComplaintRepositories:
    """Where complaints are kept, with what they need beside."""
    return ComplaintRepositories(
        SqlComplaints(transaction, keys),
        SqlCases(transaction, keys),
        SqlHistory(transaction, keys),
        SqlRegister(transaction),
        SqlOfficers(transaction, keys),
    )


def silence_over(transaction: Transaction, keys: KeyStore, standard: Standard) -> OverdueComplaints:
    """What tells of complaints that are not answered in time."""
    rooms = complaint_rooms(transaction, keys)
    complaints = ComplaintFiling(rooms, standard, standard.complaint_term, Allowance(), secrets.token_bytes)
    return OverdueComplaints(rooms.complaints, complaints)


@dataclass(frozen=True, slots=True)
class Container:
    """Makes the use cases: the library and the papers are the same for all."""

    library: Resources
    papers: DocumentFactory
    admins: frozenset[int] = frozenset()
    term: Term | None = None  # of complaints, where another law than the edition's holds
    limits: Allowance = field(default_factory=Allowance)
    kept: timedelta = RETENTION  # finished cases and complaints
    personal: PersonalLimits = UNLIMITED

    def over(self, transaction: Transaction, keys: KeyStore, people: PeopleStore) -> dict[str, Any]:
        """What handlers find under these names."""
        desk = self.desk(transaction, keys)
        allowances = Allowances(SqlCounters(transaction), self.personal, desk.staff.is_staff)
        return {"people": PersonSettings(people), "desk": desk, "allowances": allowances}

    def desk(self, transaction: Transaction, keys: KeyStore) -> Desk:
        """The use cases of applications."""
        standard, finder = self.library.standard, self.library.finder
        store = SqlCases(transaction, keys)
        rooms = CaseRepositories(
            store,
            SqlHistory(transaction, keys),
            SqlRegister(transaction),
            SqlOfficers(transaction, keys),
        )
        deadlines = DeadlineService(SqlTerms(transaction), standard, self.library.calendar)
        cases = CaseFiling(rooms, standard, deadlines, secrets.token_bytes, self.limits.applications)
        access = CaseAccess(rooms)
        work = CaseReview(access, deadlines, standard)
        uploads = SqlUploads(transaction, keys)
        kept = complaint_rooms(transaction, keys)
        staff = staff_over(transaction, keys, standard, self.admins)
        term = self.term or standard.complaint_term
        complaints = ComplaintFiling(kept, standard, term, self.limits, secrets.token_bytes)
        return Desk(
            applications=ApplicationDrafts(store, standard, secrets.token_bytes),
            cases=cases,
            deadlines=deadlines,
            pages=ApplyPages(standard, finder),
            finder=finder,
            standard=standard,
            papers=self.papers,
            uploads=Uploads(uploads, standard),
            access=access,
            work=work,
            decisions=CaseDecisions(access, standard, deadlines),
            refusals=Refusals(access, standard),
            queues=QueueService(rooms, deadlines),
            denials=SqlDenials(transaction, keys),
            staff=staff,
            indicators=Indicators(SqlCounts(transaction), staff.get_membership, standard),
            complaints=complaints,
            complaint_files=ComplaintFiles(uploads),
            follow_up=ComplaintFollowUp(kept, complaints),
            complaint_work=ComplaintHandling(kept, term),
            opinions=SurveyService(SqlSurvey(transaction, keys), store, kept.complaints),
            my_data=my_data_over(transaction, keys),
            erasing=erasing_over(transaction, keys, self.kept),
        )


def erasing_over(transaction: Transaction, keys: KeyStore, kept: timedelta = RETENTION) -> ErasureService:
    """The use cases over one transaction."""
    rooms = RetentionRepositories(
        SqlCases(transaction, keys),
        SqlComplaints(transaction, keys),
        SqlHistory(transaction, keys),
        SqlRetention(transaction),
    )
    return ErasureService(rooms, kept)
