"""A case after filing: its state, both deadlines, what is still to be handed over, the next step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogs.applications.elements import NEW, application_button, continue_button, new_button
from dialogs.applications.status import office_text, state_text, term_text
from dialogs.applications.visits import SOMEBODY_COMES, forward_button, handover_list
from dialogs.history import proof_button
from dialogs.offices.names import phones, shown_name
from dialogs.offices.screens import visit_button
from dialogs.prepared import basis_text, entry_callback
from dialogs.ui.callback_data import ApplicationCallback
from dialogs.ui.dates import clock, date_and_time, explain, full_date, pause_reason, short_date, tappable_date
from dialogs.ui.formatting import deadlines_text, slug
from dialogs.ui.length import fitting
from dialogs.ui.navigation import back_to_application_button, complain_button, home_button
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import lines, paragraphs, safe
from domain.applications.case import OPEN_CASE_STATES, UNDECIDED_CASE_STATES, CaseState
from domain.applications.parties import answer_of, applicant_name
from domain.calendar import KAZAKHSTAN, day_of
from domain.casework.substance import GROUND
from domain.history import EventKind
from domain.standard.questions import Role
from domain.text import clipped
from services.casework.pauses import PAUSE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dialogs.made import GeneratedContent
    from dialogs.ui.law import Law, LawOf
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines
    from domain.calendar import Deadline
    from domain.history import Event
    from domain.standard.edition import Standard
    from services.offices.finder import Card

MOST_SHOWN = 20
LONGEST_NAME = 30  # characters of a name on the button of a draft


@dataclass(frozen=True, slots=True)
class CaseOffers:
    """What the page of a case offers beside what follows from its state.

    Attributes:
        timed: How its term is counted.
        days: Its days for a calendar.
        renewable: The re-registration.
        reminds: Turning its reminder on or off.
        pins: Pinning its status, or unpinning it.
    """

    timed: bool = False
    days: bool = False
    renewable: bool = False
    reminds: Button | None = None
    pins: Button | None = None


NO_OFFERS = CaseOffers()


def own_applications_screen(cases: Sequence[Case], law_of: LawOf, texts: Texts) -> Screen:
    """Lists a person's applications."""
    text = texts("mine-title") if cases else texts("mine-none")
    return Screen(
        text, column(*_open_buttons(cases[:MOST_SHOWN], law_of, texts), new_button(texts), home_button(texts))
    )


def which_screen(drafts: Sequence[Case], law_of: LawOf, standard: Standard, texts: Texts) -> Screen:
    """Asks whoever applies under an edition with a draft open whether to continue it."""
    new = Button(texts.plain("apply-new-button"), entry_callback("intro", NEW, standard))
    text = paragraphs(texts("apply-which"), basis_text(standard, texts))
    return Screen(text, column(*_open_buttons(drafts, law_of, texts), new, home_button(texts)))


def _open_buttons(cases: Sequence[Case], law_of: LawOf, texts: Texts) -> list[Button]:
    return [Button(_name(each, cases, law_of, texts), ApplicationCallback("open", each.id).pack()) for each in cases]


def registered_screen(case: Case, texts: Texts) -> Screen:
    """Confirms the registration with its number."""
    return Screen(texts("filed-title", number=case.filing.number))


def receipt_screen(file: GeneratedContent, link: str, texts: Texts) -> Screen:
    """Sends the stamped copy with the link that checks it."""
    return Screen(paragraphs(texts("receipt-caption"), texts("receipt-check", link=link)), made=file)


def papers_screen(case: Case, file: GeneratedContent, link: str, texts: Texts) -> Screen:
    """Sends the stamped copy again."""
    return replace(receipt_screen(file, link, texts), rows=column(back_to_application_button(case.id, texts)))


def filed_screen(case: Case, card: Card, standard: Standard, promised: Deadline, texts: Texts) -> Screen:
    """After filing, says what to hand over, where and when."""
    text = paragraphs(
        texts("case-title", number=case.filing.number),
        texts("filed-at", **date_and_time(case.filing.at, texts)),
        handover_list(case, standard, texts),
        lines(
            f"<b>{safe(shown_name(card.unit, texts))}</b>",
            texts("card-address", address=card.unit.address),
            phones(card.unit, texts),
        ),
        texts("filed-when", day=tappable_date(promised.start, texts), last=tappable_date(promised.last, texts)),
        texts("filed-nothing-received"),
    )
    return Screen(text, _buttons(case, card, standard, texts))


def case_screen(
    case: Case, card: Card, deadlines: CaseDeadlines, standard: Standard, texts: Texts, offers: CaseOffers
) -> Screen:
    """Describes the state of a case in plain words."""
    text = paragraphs(
        lines(texts("case-title", number=case.filing.number), texts(f"subject-{case.subject}")),
        state_text(case, texts),
        handover_list(case, standard, texts) if case.state is CaseState.REGISTERED else None,
        term_text(deadlines, texts),
        office_text(card, texts),
    )
    return Screen(text, _buttons(case, card, standard, texts, offers))


def deadlines_screen(case: Case, deadlines: CaseDeadlines, texts: Texts) -> Screen:
    """Shows the running deadlines, counted day by day."""
    return Screen(deadlines_text(deadlines, texts), column(back_to_application_button(case.id, texts)))


def history_screen(case: Case, events: Sequence[Event], texts: Texts) -> Screen:
    """Shows the history, oldest entry first; only the newest entries if a message cannot hold all."""
    newest = fitting(_event(each, texts) for each in reversed(events))
    text = paragraphs(texts("history-title"), lines(*reversed(newest)))
    return Screen(text, column(proof_button(case, texts), back_to_application_button(case.id, texts)))


def withdraw_screen(case: Case, texts: Texts) -> Screen:
    """Asks for confirmation before withdrawing the application."""
    return Screen(
        texts("withdraw-confirm"),
        column(
            application_button(case, texts, "withdraw-yes-button", "withdrawn"),
            back_to_application_button(case.id, texts),
        ),
    )


def materials_question(case: Case, texts: Texts, problem: Html | None = None) -> Screen:
    """Asks for a list of further materials."""
    return Screen(paragraphs(problem, texts("further-question")), column(back_to_application_button(case.id, texts)))


def further_screen(case: Case, texts: Texts) -> Screen:
    """Confirms that the request was sent to the officers."""
    return Screen(texts("further-told"), column(back_to_application_button(case.id, texts)))


def received_screen(case: Case, deadlines: CaseDeadlines, standard: Standard, texts: Texts) -> Screen:
    """Tells the applicant what the office received, and which deadline runs now."""
    refusal = deadlines.refusal
    text = paragraphs(
        texts(_received_text(case), number=case.filing.number),
        handover_list(case, standard, texts) if not case.complete_at else None,
        explain(deadlines.decision, texts) if deadlines.decision else None,
        texts(f"case-{deadlines.term}", date=tappable_date(refusal.last, texts)) if refusal else None,
    )
    return Screen(text, column(back_to_application_button(case.id, texts)))


def _received_text(case: Case) -> str:
    """Chooses the text by whether the package is incomplete, has just become complete, or was complete before."""
    if case.complete_at is None:
        return "received-some"
    return "received-all" if case.complete_at == case.touched_at else "received-more"


def draft_reminder(case: Case, texts: Texts) -> Screen:
    """Reminds of an unfinished draft."""
    return Screen(texts("reminder-draft"), column(continue_button(case.id, texts)))


def draft_warning(case: Case, erased_on: date, texts: Texts) -> Screen:
    """Announces the day when a draft will be erased."""
    return Screen(texts("warning-draft", date=full_date(erased_on, texts)), column(continue_button(case.id, texts)))


def draft_erased(texts: Texts) -> Screen:
    """Says that a draft was erased."""
    return Screen(texts("erased-draft"), column(new_button(texts)))


def _buttons(
    case: Case, card: Card, standard: Standard, texts: Texts, offers: CaseOffers = NO_OFFERS
) -> tuple[tuple[Button, ...], ...]:
    agreed = standard.kinds[case.subject].further_materials is not None
    may_ask = agreed and case.state is CaseState.ISSUED
    calendar = application_button(case, texts, "case-calendar-button", "calendar") if offers.days else None
    return (
        *column(
            application_button(case, texts, "case-coming-button", "coming") if case.state in OPEN_CASE_STATES else None,
            application_button(case, texts, "case-papers-button", "papers"),
            application_button(case, texts, "case-clocks-button", "clocks") if offers.timed else None,
        ),
        *grid([each for each in (calendar, offers.reminds, offers.pins) if each is not None]),
        *column(
            application_button(case, texts, "case-history-button", "history"),
            forward_button(case, texts) if case.state in SOMEBODY_COMES else None,
            visit_button(card, texts) if case.state in OPEN_CASE_STATES else None,
            application_button(case, texts, "case-further-button", "further") if may_ask else None,
            application_button(case, texts, "case-renew-button", "renew") if offers.renewable else None,
            application_button(case, texts, "case-again-button", "again")
            if case.state is CaseState.NOT_ACCEPTED
            else None,
            complain_button(texts, case.id),
            application_button(case, texts, "case-withdraw-button", "withdraw")
            if case.state in UNDECIDED_CASE_STATES
            else None,
            Button(texts.plain("mine-button"), ApplicationCallback("mine").pack()),
        ),
    )


def _event(event: Event, texts: Texts) -> Html:
    what = texts(f"event-{event.kind}", **date_and_time(event.at, texts))
    if reason := event.details.get(PAUSE):
        return lines(what, texts("event-pause", reason=pause_reason(reason, texts)))
    if ground := event.details.get(GROUND):
        return lines(what, texts("event-ground", ground=texts(f"ground-{ground}")))
    if event.kind is not EventKind.RECEIVED:
        return what
    items = ", ".join(texts.plain(f"item-{each}") for each in event.details["items"].split(","))
    return lines(what, texts("event-items", items=items))


def _name(case: Case, among: Sequence[Case], law_of: LawOf, texts: Texts) -> str:
    if case.registration is None:
        law = law_of(case)
        drafts = [each for each in among if each.registration is None and _is_for(each, law, law_of)]
        return _draft_name(case, drafts, law)
    state = texts.plain(f"state-{slug(case.state)}-short")
    return texts.plain("mine-case", number=case.registration.number, state=state)


def _is_for(draft: Case, law: Law, law_of: LawOf) -> bool:
    """Whether a draft is of the same purpose: to file, or only prepared."""
    return (law_of(draft).standard.preparation is None) is (law.standard.preparation is None)


def _draft_name(case: Case, drafts: Sequence[Case], law: Law) -> str:
    """Its kind; of several of one kind the number, whom it is about, and when it was changed."""
    texts, alike = law.texts, [each.id for each in drafts if each.subject == case.subject]
    subject = texts.plain(f"subject-{case.subject}")
    if len(alike) == 1:
        return texts.plain("mine-draft", subject=subject)
    about = answer_of(case, Role.GROUP, law.standard) or applicant_name(case, law.standard) or subject
    return texts.plain(
        "mine-draft-of-several",
        number=str(alike.index(case.id) + 1),
        name=clipped(about, LONGEST_NAME),
        date=short_date(day_of(case.touched_at), texts),
        time=clock(case.touched_at.astimezone(KAZAKHSTAN).time()),
    )
