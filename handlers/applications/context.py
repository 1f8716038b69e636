"""What the handlers of one's own applications share: the use cases, a draft with its pages, a registered case."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogs.applications.case import CaseOffers, case_screen, own_applications_screen
from dialogs.applications.case_days import has_days, quiet_button, remind_button
from dialogs.applications.elements import application_button
from dialogs.applications.flow import REVIEW, Draft, Step
from dialogs.applications.offer import offer_screen
from dialogs.applications.status import unpin_button
from dialogs.ui.callback_data import BadTap
from dialogs.ui.law import Law
from dialogs.ui.texts import paragraphs
from domain.applications.case import OPEN_CASE_STATES, CaseState
from handlers.core.context import ActionContext
from handlers.core.reply import Reply, end_question, expect
from services.applications.reminders import reminder_of

if TYPE_CHECKING:
    from dialogs.applications.flow import ApplyPages
    from dialogs.ui.screen import Button, Screen
    from dialogs.ui.texts import Html
    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines
    from domain.casework.visits import AnnouncedVisit
    from domain.standard.edition import Standard
    from services.applications.deadlines import DeadlineService
    from services.applications.drafting import ApplicationDrafts
    from services.applications.filing import CaseFiling
    from services.applications.further import FurtherApplications
    from services.applications.offers import DraftOffers
    from services.applications.pins import PinnedStatuses
    from services.applications.ports import Receipts
    from services.applications.reminders import ReminderChoices
    from services.offices.finder import Card, OfficeFinder
    from services.uploads import Uploads


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationContext(ActionContext):
    """Somebody fills in an application, or follows a registered one."""

    standard: Standard
    finder: OfficeFinder
    drafts: ApplicationDrafts
    further: FurtherApplications
    filing: CaseFiling
    deadlines: DeadlineService
    uploads: Uploads
    receipts: Receipts
    offers: DraftOffers
    reminders: ReminderChoices
    pins: PinnedStatuses
    application_pages: ApplyPages

    async def look_at(self, case: Case) -> Draft:
        """A draft with what its screens need to know besides."""
        return Draft(case, await self.filing.is_connected(case), self.now, self.today)

    def office_card(self, case: Case) -> Card:
        """What the applicant needs to know of the case's office."""
        return self.under(case).finder.card_of(case, self.now)

    async def show_application(self, case: Case) -> Reply:
        """An application as it stands: a draft goes on where it was left."""
        if case.state is CaseState.DRAFT:
            return await self.go_on(case)
        await end_question(self.state, case.id)
        return page_of(case, await self.draw_case(case))

    async def draw_case(self, case: Case) -> Screen:
        """Where a registered case stands."""
        here, deadlines = self.under(case), self.deadlines.compute(case)
        offers = CaseOffers(
            timed=deadlines.last is not None or deadlines.pause is not None,
            days=has_days(deadlines, await self.next_visit(case)),
            renewable=await self.further.is_renewable(case),
            reminds=await self._reminder_button(case, deadlines),
            pins=await self._pin_button(case),
        )
        return case_screen(case, self.office_card(case), deadlines, here.standard, here.texts, offers)

    async def next_visit(self, case: Case) -> AnnouncedVisit | None:
        """The visit that the applicant of an open case has announced."""
        return await self.filing.next_visit(case, self.now) if case.state in OPEN_CASE_STATES else None

    async def _reminder_button(self, case: Case, deadlines: CaseDeadlines) -> Button | None:
        """Turns the reminder that is ahead off, or on again; None if none is ahead."""
        ahead = reminder_of(case, deadlines, self.under(case).standard, self.today)
        if ahead is None:
            return None
        draw = remind_button if await self.reminders.is_off(case, ahead) else quiet_button
        return draw(case, ahead, self.texts)

    async def _pin_button(self, case: Case) -> Button | None:
        """Pins the status of an open case, or unpins what is pinned."""
        if await self.pins.is_pinned(case):
            return unpin_button(case, self.texts)
        return application_button(case, self.texts, "pin-button", "pin") if case.state in OPEN_CASE_STATES else None

    async def go_on(self, case: Case, message: Html | None = None) -> Reply:
        """What comes next in a draft; `message` is shown above."""
        here = self.under(case)
        step = here.application_pages.current(await self.look_at(case), here.texts)
        return await self.show_step(case, step, message)

    async def show_step(self, case: Case, step: Step, message: Html | None = None) -> Reply:
        """A page of a draft; the next text is what it asks for, where it asks.

        Before any page, the question whether it moves to another edition, if that is still to be asked.
        """
        if asked := await self.offer_edition(case, message):
            return asked
        await expect(self.state, case.id, step.expects, place=step.place)
        shown = replace(step.screen, text=paragraphs(message, step.screen.text)) if message else step.screen
        return page_of(case, shown)

    async def offer_edition(self, case: Case, message: Html | None = None) -> Reply | None:
        """Asks whether a draft moves to the current edition; None where nothing is to be asked."""
        offer = await self.offers.find(case, self.now)
        if offer is None:
            return None
        await expect(self.state, case.id, "")
        screen = offer_screen(offer, self._law(offer.before), self._law(offer.after))
        return page_of(case, replace(screen, text=paragraphs(message, screen.text)))

    def _law(self, edition: Standard) -> Law:
        return Law(edition, self.viewer.under(edition.status.id).texts)

    async def show_page(self, case: Case, screen: Screen) -> Reply:
        """A page of a draft that is left by its buttons."""
        return await self.show_step(case, Step(screen, REVIEW))

    async def show_item(self, case: Case, item: str) -> Reply:
        """One item of the checklist."""
        here = self.under(case)
        return await self.show_step(case, here.application_pages.card(await self.look_at(case), item, here.texts))

    async def list_own(self) -> Screen:
        """The person's own applications."""
        return own_applications_screen(await self.drafts.list_for_person(self.user_id), self.viewer.law_of, self.texts)


def page_of(case: Case, *screens: Screen) -> Reply:
    """Pages about an application."""
    return Reply(screens, case_id=case.id)


async def find_draft(context: ApplicationContext) -> Case:
    """The draft of the button, as it was drawn; nothing may be written down without a consent.

    Raises:
        ConsentNeeded: the person has not agreed to the privacy notice in force.
        NoSuchCase, Changed: as `ApplicationDrafts.draft`.
    """
    version = context.callback.seen_version
    context.viewer.person.check_consent()
    return await context.drafts.draft(context.user_id, context.callback.record_id, version)


async def find_registered(context: ApplicationContext) -> Case:
    """The case of the button, as it was drawn.

    Raises:
        BadTap: it is a draft.
        Changed: it is another version by now.
        NoSuchCase: there is none, or it is somebody else's.
    """
    version = context.callback.seen_version
    case = await context.drafts.get_own(context.user_id, context.callback.record_id)
    case.require_version(version)
    if case.state is CaseState.DRAFT:
        raise BadTap(context.callback.action)
    return case
