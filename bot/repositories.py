"""The repositories of one unit of work: each is made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from services.applications.ports import CaseRepositories
from services.complaints.ports import ComplaintRepositories
from services.privacy.erasure import RetentionRepositories
from services.privacy.my_data import MyDataRepositories
from services.staff.locks import LockRepositories
from services.staff.ports import StaffRepositories
from storage.applications import SqlCases
from storage.complaints import SqlComplaints
from storage.db.records import SqlRegister
from storage.history.events import SqlDenials, SqlHistory
from storage.indicators import SqlCounts, SqlSurvey, SqlTerms
from storage.limits import SqlCounters
from storage.locks import SqlLocks
from storage.messaging.outbox import NotificationLog
from storage.messaging.pins import SqlPins
from storage.messaging.reach import SqlReach
from storage.people import SqlPeople
from storage.privacy.my_data import SqlPersonalData
from storage.privacy.retention import SqlRetention
from storage.staff import SqlAdmins, SqlInvitations, SqlOfficers
from storage.uploads import SqlUploads

if TYPE_CHECKING:
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


class Repositories:
    """All that is kept, over one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    @cached_property
    def cases(self) -> SqlCases:
        """Applications: drafts and cases."""
        return SqlCases(self._transaction, self._keys)

    @cached_property
    def complaints(self) -> SqlComplaints:
        """Complaints: drafts, letters and those filed."""
        return SqlComplaints(self._transaction, self._keys)

    @cached_property
    def history(self) -> SqlHistory:
        """What happened, in a chain of hashes."""
        return SqlHistory(self._transaction, self._keys)

    @cached_property
    def denials(self) -> SqlDenials:
        """What was denied to whom."""
        return SqlDenials(self._transaction, self._keys)

    @cached_property
    def register(self) -> SqlRegister:
        """The last numbers of a unit's registers."""
        return SqlRegister(self._transaction)

    @cached_property
    def officers(self) -> SqlOfficers:
        """Who works where, as what."""
        return SqlOfficers(self._transaction, self._keys)

    @cached_property
    def admins(self) -> SqlAdmins:
        """Those who were invited to be one."""
        return SqlAdmins(self._transaction, self._keys)

    @cached_property
    def invitations(self) -> SqlInvitations:
        """Open and used ones."""
        return SqlInvitations(self._transaction, self._keys)

    @cached_property
    def people(self) -> SqlPeople:
        """Languages and consents."""
        return SqlPeople(self._transaction)

    @cached_property
    def uploads(self) -> SqlUploads:
        """Copies of documents, waiting and kept."""
        return SqlUploads(self._transaction, self._keys)

    @cached_property
    def terms(self) -> SqlTerms:
        """The terms of cases, as the indicators count them."""
        return SqlTerms(self._transaction)

    @cached_property
    def counts(self) -> SqlCounts:
        """What the indicators are computed from."""
        return SqlCounts(self._transaction)

    @cached_property
    def survey(self) -> SqlSurvey:
        """Answers of the survey."""
        return SqlSurvey(self._transaction, self._keys)

    @cached_property
    def counters(self) -> SqlCounters:
        """What each person used of their limits."""
        return SqlCounters(self._transaction)

    @cached_property
    def notifications(self) -> NotificationLog:
        """What was told once already."""
        return NotificationLog(self._transaction)

    @cached_property
    def pins(self) -> SqlPins:
        """Which messages show the status of a case."""
        return SqlPins(self._transaction)

    @cached_property
    def reach(self) -> SqlReach:
        """Whom messages do not reach."""
        return SqlReach(self._transaction)

    @cached_property
    def for_cases(self) -> CaseRepositories:
        """What the use cases of cases need."""
        return CaseRepositories(self.cases, self.history, self.register, self.officers, self.reach)

    @cached_property
    def for_complaints(self) -> ComplaintRepositories:
        """What the use cases of complaints need."""
        return ComplaintRepositories(
            self.complaints, self.cases, self.history, self.register, self.officers, self.reach
        )

    @cached_property
    def for_staff(self) -> StaffRepositories:
        """What the use cases about people and invitations need."""
        return StaffRepositories(
            officers=self.officers,
            admins=self.admins,
            invitations=self.invitations,
            cases=self.cases,
            complaints=self.complaints,
            history=self.history,
            people=self.history,
        )

    @cached_property
    def for_locks(self) -> LockRepositories:
        """What locking somebody changes."""
        locks = SqlLocks(self._transaction, self._keys)
        return LockRepositories(self.officers, self.admins, locks, self.history, self.cases, self.complaints)

    @cached_property
    def for_my_data(self) -> MyDataRepositories:
        """Everything that is held about a person."""
        return MyDataRepositories(
            people=self.people,
            cases=self.cases,
            complaints=self.complaints,
            history=self.history,
            uploads=self.uploads,
            officers=self.officers,
            admins=self.admins,
            records=SqlPersonalData(self._transaction, self._keys),
            once=self.notifications,
            survey=self.survey,
        )

    @cached_property
    def for_erasure(self) -> RetentionRepositories:
        """What is erased, and what stays of it."""
        return RetentionRepositories(self.cases, self.complaints, self.history, SqlRetention(self._transaction))
