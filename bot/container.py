"""The use cases of one unit of work: each is made when it is first asked for."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from bot.repositories import Repositories
from domain.complaints.complaint_terms import ComplaintTerms
from domain.limits import UNLIMITED
from domain.retention import RETENTION
from services.applications.deadlines import DeadlineService
from services.applications.drafting import ApplicationDrafts
from services.applications.filing import CaseFiling
from services.applications.further import FurtherApplications
from services.applications.offers import DraftOffers
from services.applications.pins import PinnedStatuses
from services.applications.reminders import RENEWAL_NOTICE, ReminderChoices, RenewalReminders
from services.casework.acceptance import PackageAcceptance
from services.casework.access import CaseAccess
from services.casework.decisions import CaseDecisions
from services.casework.digests import Digests
from services.casework.pauses import CasePauses
from services.casework.queue import QueueService
from services.casework.refusals import Refusals
from services.casework.review import CaseReview
from services.casework.substance import SubstanceRefusals
from services.casework.term_decisions import TermDecisions
from services.complaints.filing import Allowance, ComplaintFiling
from services.complaints.follow_up import ComplaintFollowUp, OverdueComplaints
from services.complaints.handling import ComplaintHandling
from services.indicators.report import Indicators
from services.indicators.survey import SurveyService
from services.limits import Allowances
from services.people import PersonSettings
from services.privacy.erasure import ErasureService
from services.privacy.my_data import MyData
from services.recipients import Recipients
from services.staff.directory import Staff
from services.staff.locks import LockService
from services.uploads import ComplaintFiles, Uploads

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from bot.resources import Resources
    from documents.factory import DocumentFactory
    from domain.limits import PersonalLimits
    from domain.standard.editions import Editions
    from domain.standard.terms import Term
    from services.history import DenialLog
    from services.people import PeopleStore
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ContainerOptions:
    """What is the same for every unit of work.

    Attributes:
        library: The editions, their calendar, the finders.
        admins: Those of the settings.
        term: Of complaints, where another law than the edition's holds.
        limits: How many complaints and applications of one person may be open at one body.
        retention: How long finished cases and complaints are kept.
        renewal_notice: How long before the end of a certificate its holder is reminded.
        random: Bytes for ids, numbers of receipts and invitations.
    """

    library: Resources
    admins: frozenset[int] = frozenset()
    term: Term | None = None
    limits: Allowance = field(default_factory=Allowance)
    retention: timedelta = RETENTION
    renewal_notice: timedelta = RENEWAL_NOTICE
    random: Callable[[int], bytes] = secrets.token_bytes


class Container:
    """Use cases over one transaction."""

    def __init__(self, options: ContainerOptions, transaction: Transaction, keys: KeyStore) -> None:
        self.options = options
        self.repositories = Repositories(transaction, keys)

    @cached_property
    def editions(self) -> Editions:
        """All that are loaded."""
        return self.options.library.editions

    @cached_property
    def drafts(self) -> ApplicationDrafts:
        """Applications before filing."""
        return ApplicationDrafts(self.repositories.cases, self.editions, self.options.random)

    @cached_property
    def further(self) -> FurtherApplications:
        """Applications that begin with the answers of an earlier one."""
        return FurtherApplications(self.repositories.cases, self.drafts, self.editions)

    @cached_property
    def offers(self) -> DraftOffers:
        """Whether a draft of another edition moves to the current one."""
        return DraftOffers(self.repositories.cases, self.repositories.uploads, self.editions)

    @cached_property
    def filing(self) -> CaseFiling:
        """Filing an application, and what its applicant does afterwards."""
        options = self.options
        return CaseFiling(
            self.repositories.for_cases, self.editions, self.deadlines, options.random, options.limits.applications
        )

    @cached_property
    def deadlines(self) -> DeadlineService:
        """The terms of cases."""
        return DeadlineService(self.repositories.terms, self.editions, self.options.library.calendar)

    @cached_property
    def uploads(self) -> Uploads:
        """Copies of documents for the checklist."""
        return Uploads(self.repositories.uploads, self.editions)

    @cached_property
    def access(self) -> CaseAccess:
        """Cases for officers."""
        return CaseAccess(self.repositories.for_cases)

    @cached_property
    def review(self) -> CaseReview:
        """What officers do before a decision."""
        return CaseReview(self.access, self.deadlines, self.editions)

    @cached_property
    def decisions(self) -> CaseDecisions:
        """Deciding, and handing over what was decided."""
        return CaseDecisions(self.access, self.editions, self.deadlines)

    @cached_property
    def refusals(self) -> Refusals:
        """Preparing a refusal."""
        return Refusals(self.access, self.editions)

    @cached_property
    def substance(self) -> SubstanceRefusals:
        """Refusing on substance, on a ground that the edition names."""
        return SubstanceRefusals(self.access, self.editions, self.deadlines)

    @cached_property
    def acceptance(self) -> PackageAcceptance:
        """Refusing to accept an incomplete package, where the edition has a rule for it."""
        return PackageAcceptance(self.access, self.editions, self.deadlines)

    @cached_property
    def term_decisions(self) -> TermDecisions:
        """Keeping or moving a last day that was told, after the calendar changed."""
        return TermDecisions(self.access, self.deadlines)

    @cached_property
    def pauses(self) -> CasePauses:
        """Stopping terms for a reason that the edition names, and letting them go on."""
        return CasePauses(self.access, self.deadlines)

    @cached_property
    def queue(self) -> QueueService:
        """The cases and registers of an officer's units."""
        return QueueService(self.repositories.for_cases, self.deadlines, self.editions)

    @cached_property
    def digests(self) -> Digests:
        """What is told in the morning of a working day."""
        repositories, library = self.repositories, self.options.library
        return Digests(
            repositories.cases, repositories.officers, repositories.reach, library.editions, library.calendar
        )

    @cached_property
    def renewals(self) -> RenewalReminders:
        """Who is reminded that a certificate ends."""
        repositories = self.repositories
        return RenewalReminders(
            repositories.cases, self.further, repositories.reach, self.editions, self.options.renewal_notice
        )

    @cached_property
    def reminders(self) -> ReminderChoices:
        """What applicants want to be reminded of."""
        return ReminderChoices(self.repositories.notifications)

    @cached_property
    def pins(self) -> PinnedStatuses:
        """What applicants have pinned."""
        return PinnedStatuses(self.repositories.pins)

    @cached_property
    def denials(self) -> DenialLog:
        """What was denied to whom."""
        return self.repositories.denials

    @cached_property
    def staff(self) -> Staff:
        """People, roles, invitations."""
        return Staff(self.repositories.for_staff, self.editions, self.options.admins, self.options.random)

    @cached_property
    def locks(self) -> LockService:
        """Whose phone is lost."""
        membership_of = self.staff.get_membership
        return LockService(self.repositories.for_locks, self.complaint_files, self.options.admins, membership_of)

    @cached_property
    def indicators(self) -> Indicators:
        """The indicators, for those who may see them."""
        return Indicators(self.repositories.counts, self.staff.get_membership, self.editions)

    @cached_property
    def complaints(self) -> ComplaintFiling:
        """Complaints before they are sent, and sending them."""
        options = self.options
        return ComplaintFiling(
            self.repositories.for_complaints, self.editions, self._complaint_terms, options.limits, options.random
        )

    @cached_property
    def complaint_files(self) -> ComplaintFiles:
        """Photos of a complaint, files of an answer."""
        return ComplaintFiles(self.repositories.uploads)

    @cached_property
    def follow_up(self) -> ComplaintFollowUp:
        """What the author does after an answer, or without one."""
        return ComplaintFollowUp(self.repositories.for_complaints, self.complaints)

    @cached_property
    def handling(self) -> ComplaintHandling:
        """Complaints, for those who answer them."""
        return ComplaintHandling(self.repositories.for_complaints, self._complaint_terms, self.complaint_files)

    @cached_property
    def overdue_complaints(self) -> OverdueComplaints:
        """Complaints that were not answered in time."""
        return OverdueComplaints(self.repositories.complaints, self.complaints)

    @cached_property
    def survey(self) -> SurveyService:
        """The survey after an outcome."""
        stores = self.repositories
        return SurveyService(stores.survey, stores.cases, stores.complaints, self.editions)

    @cached_property
    def my_data(self) -> MyData:
        """All that is held about a person."""
        return MyData(self.repositories.for_my_data)

    @cached_property
    def erasure(self) -> ErasureService:
        """Erasing what is no longer needed, or no longer wanted."""
        return ErasureService(self.repositories.for_erasure, self.options.retention, self.editions)

    @cached_property
    def recipients(self) -> Recipients:
        """Whether somebody may still have a file at the moment it is sent."""
        return Recipients(self.access, self.repositories.for_complaints, self.handling, self.repositories.uploads)

    @property
    def _complaint_terms(self) -> ComplaintTerms:
        return ComplaintTerms(self.editions, self.options.library.calendar, self.options.term)


@dataclass(frozen=True, slots=True)
class ContainerFactory:
    """Makes the container of a batch of updates."""

    options: ContainerOptions
    documents: DocumentFactory
    personal_limits: PersonalLimits = UNLIMITED

    def make(self, transaction: Transaction, keys: KeyStore, people: PeopleStore) -> HandlerContainer:
        """What handlers may name; `people` are those whom the batch has read already."""
        return HandlerContainer(self, transaction, keys, people)


class HandlerContainer(Container):
    """The use cases that handlers name, and the pages they show."""

    names: frozenset[str]

    def __init__(
        self, factory: ContainerFactory, transaction: Transaction, keys: KeyStore, people: PeopleStore
    ) -> None:
        super().__init__(factory.options, transaction, keys)
        self._factory = factory
        self._people = people

    @cached_property
    def people(self) -> PersonSettings:
        """What people set for themselves."""
        return PersonSettings(self._people)

    @cached_property
    def allowances(self) -> Allowances:
        """What one person may in a time."""
        return Allowances(self.repositories.counters, self._factory.personal_limits, self.staff.is_staff)

    @cached_property
    def receipts(self) -> DocumentFactory:
        """What stamped copies confirm, and where that is checked."""
        return self._factory.documents


HandlerContainer.names = frozenset(
    name
    for made in (Container, HandlerContainer)
    for name, value in vars(made).items()
    if isinstance(value, cached_property)
)
