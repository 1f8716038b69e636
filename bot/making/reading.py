"""The use cases that read, over one view of the data: what is made when it is sent is made from these."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.container import complaint_rooms, erasing_over, my_data_over, staff_over
from dialogs.staff.elements import Places
from services.applications.deadlines import DeadlineService
from services.applications.filing import CaseFiling
from services.applications.ports import CaseRepositories
from services.casework.access import CaseAccess
from services.casework.queue import QueueService
from services.complaints.handling import ComplaintHandling
from services.indicators.report import Indicators
from services.recipients import Recipients
from storage.applications import SqlCases
from storage.db.records import SqlRegister
from storage.history.events import SqlHistory
from storage.indicators import SqlCounts, SqlTerms
from storage.officers import SqlOfficers
from storage.uploads import SqlUploads

if TYPE_CHECKING:
    from datetime import datetime

    from bot.resources import Resources
    from services.privacy.erasure import ErasureService
    from services.privacy.my_data import MyData
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


@dataclass(frozen=True)
class Reading:
    """One view of the data at a moment; `language` is for people who chose none."""

    transaction: Transaction
    keys: KeyStore
    library: Resources
    admins: frozenset[int]
    language: str
    now: datetime

    @cached_property
    def cases(self) -> CaseFiling:
        """Cases and their history."""
        return CaseFiling(self._rooms, self.library.standard, self._deadlines, secrets.token_bytes)

    @cached_property
    def queues(self) -> QueueService:
        """The books of a unit, for those who work there."""
        return QueueService(self._rooms, self._deadlines)

    @cached_property
    def erasing(self) -> ErasureService:
        """What the books keep of erased cases."""
        return erasing_over(self.transaction, self.keys)

    @cached_property
    def indicators(self) -> Indicators:
        """The indicators, for those who may see them."""
        standing = staff_over(self.transaction, self.keys, self.library.standard, self.admins).get_membership
        return Indicators(SqlCounts(self.transaction), standing, self.library.standard)

    @cached_property
    def places(self) -> Places:
        """The names of places."""
        return Places(self.library.standard, self.library.finder.districts)

    @cached_property
    def my_data(self) -> MyData:
        """All that is held about a person."""
        return my_data_over(self.transaction, self.keys)

    @cached_property
    def recipients(self) -> Recipients:
        """The rights of whoever gets a file."""
        complaints = complaint_rooms(self.transaction, self.keys)
        work = ComplaintHandling(complaints, self.library.standard.complaint_term)
        return Recipients(CaseAccess(self._rooms), complaints, work, SqlUploads(self.transaction, self.keys))

    @cached_property
    def _deadlines(self) -> DeadlineService:
        return DeadlineService(SqlTerms(self.transaction), self.library.standard, self.library.calendar)

    @cached_property
    def _rooms(self) -> CaseRepositories:
        return CaseRepositories(
            SqlCases(self.transaction, self.keys),
            SqlHistory(self.transaction, self.keys),
            SqlRegister(self.transaction),
            SqlOfficers(self.transaction, self.keys),
        )
