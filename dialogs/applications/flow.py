"""Chooses an applicant's next screen: the service and the consent first, then whatever the answers lead to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogs.applications.checklist import card_screen, checklist_screen
from dialogs.applications.dates import calendar_screen
from dialogs.applications.elements import NEW
from dialogs.applications.place import districts_screen, office_screen, other_offices_screen, regions_screen
from dialogs.applications.questions import answer_problem_text, place_of, question_screen
from dialogs.applications.review import review_screen
from dialogs.prepared import LAW, basis_text, entry_callback, unknown_text, unregistered_texts, warning_texts
from dialogs.ui.callback_data import ApplicationCallback
from dialogs.ui.formatting import cited
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs
from domain.applications.checklist import MATERIALS, cards, next_card
from domain.applications.parties import key_of
from domain.errors import BadAnswer, UnknownUnit
from domain.people import NOTICE_VERSION
from domain.standard.edition import ALWAYS
from domain.standard.questions import REGION, Role
from domain.standard.terms import TermRole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from dialogs.ui.law import Law
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.standard.edition import ChecklistItem, Standard
    from domain.standard.questions import Question, Questionnaire
    from services.offices.finder import OfficeFinder

REVIEW, CHECKLIST = "review", "checklist"


@dataclass(frozen=True, slots=True)
class Step:
    """A screen of a draft.

    Attributes:
        screen: What is shown.
        expects: What the next message answers: a question, an item of the checklist, or the review.
        place: The number of the question among how many.
    """

    screen: Screen
    expects: str
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with what its screens need; `connected` is whether its office takes applications in the bot."""

    case: Case
    connected: bool
    now: datetime
    today: date


class ApplyPages:
    """The screens of a draft, step by step."""

    def __init__(self, standard: Standard, finder: OfficeFinder) -> None:
        self._standard = standard
        self._finder = finder

    def current(self, draft: Draft, texts: Texts) -> Step:
        """The first unanswered question, else the checklist until all of it is declared, else the review."""
        case = draft.case
        if current := self._asked(draft).next(case.answers):
            return self.question(draft, current, texts)
        if next_card(case, self._standard):
            return self.checklist(draft, texts)
        return self.review(draft, texts)

    def checklist(self, draft: Draft, texts: Texts, problem: Html | None = None) -> Step:
        """Shows all documents; a message adds to the list of materials, where the checklist has one."""
        listed = any(each.is_list for each in cards(draft.case, self._standard))
        screen = checklist_screen(draft.case, self._standard, texts, problem)
        return Step(screen, MATERIALS if listed else CHECKLIST)

    def question(self, draft: Draft, current: Question, texts: Texts, problem: BadAnswer | None = None) -> Step:
        """Asks a question, answered before or not."""
        if current.role is Role.TERRITORY:
            return self._step(draft, current, _below(problem, self._place(draft, current, texts), texts))
        if current.role is Role.OFFICE:
            return self._step(draft, current, _below(problem, self._office(draft, texts), texts))
        screen = question_screen(draft.case, current, self._standard, texts, draft.today, problem)
        return self._step(draft, current, screen)

    def edit(self, draft: Draft, question_id: str, texts: Texts) -> Step:
        """Asks the question of this id again, from its beginning.

        Raises:
            BadAnswer: the form has no such question.
        """
        current = self._asked(draft).find(question_id)
        if current is None:
            raise BadAnswer("choose")
        if current.role is Role.TERRITORY:
            return self._step(draft, current, self._regions(draft, current, texts))
        return self.question(draft, current, texts)

    def ask_again(self, draft: Draft, expected: str, texts: Texts, problem: BadAnswer) -> Step:
        """Shows what the last message was to answer, below what is wrong with it.

        Raises:
            BadAnswer: neither the form nor the checklist has it now.
        """
        if current := self._asked(draft).find(expected):
            return self.question(draft, current, texts, problem)
        if expected in {CHECKLIST, MATERIALS} and next_card(draft.case, self._standard):
            return self.checklist(draft, texts, answer_problem_text(problem, texts))
        step = self.review(draft, texts) if expected == REVIEW else self.card(draft, expected, texts)
        return replace(step, screen=_below(problem, step.screen, texts))

    def calendar(self, draft: Draft, current: Question, prefix: str, texts: Texts) -> Step:
        """Offers years, months or days for a date, which may also be typed."""
        return self._step(draft, current, calendar_screen(draft.case, current, prefix, texts, draft.today))

    def _step(self, draft: Draft, current: Question, screen: Screen) -> Step:
        return Step(screen, current.id, place_of(draft.case, current, self._standard))

    def _asked(self, draft: Draft) -> Questionnaire:
        return self._standard.questions[draft.case.subject]

    def card(self, draft: Draft, item_id: str, texts: Texts, *, explained: bool = False) -> Step:
        """Shows one item of the checklist.

        Raises:
            BadAnswer: the checklist has no such item now.
        """
        for needed in cards(draft.case, self._standard):
            if item_id in {needed.item.id, needed.asked_as}:
                screen = card_screen(draft.case, needed, self._standard, texts, explained=explained)
                return Step(screen, needed.asked_as)
        raise BadAnswer("choose")

    def review(self, draft: Draft, texts: Texts) -> Step:
        """Shows the whole application, or the first open question or card if there is one."""
        if self._asked(draft).next(draft.case.answers) or next_card(draft.case, self._standard):
            return self.current(draft, texts)
        return Step(review_screen(draft.case, self._standard, texts, connected=draft.connected), REVIEW)

    def districts(self, draft: Draft, texts: Texts) -> Step:
        """Offers the districts of the chosen region."""
        region = self._standard.region(draft.case.answers.get(REGION, ""))
        districts = self._finder.districts(region.id)
        expects = key_of(draft.case, Role.TERRITORY, self._standard)
        return Step(districts_screen(draft.case, region, districts, self._standard, texts), expects)

    def other_offices(self, draft: Draft, texts: Texts) -> Step:
        """Offers the other offices of the chosen region."""
        region = self._standard.region(draft.case.answers.get(REGION, ""))
        districts, expects = self._finder.districts(region.id), key_of(draft.case, Role.OFFICE, self._standard)
        return Step(other_offices_screen(draft.case, region, districts, self._standard, texts), expects)

    def _place(self, draft: Draft, current: Question, texts: Texts) -> Screen:
        return (
            self.districts(draft, texts).screen
            if REGION in draft.case.answers
            else self._regions(draft, current, texts)
        )

    def _regions(self, draft: Draft, current: Question, texts: Texts) -> Screen:
        return regions_screen(draft.case, current, self._finder.regions(), self._standard, texts)

    def _office(self, draft: Draft, texts: Texts) -> Screen:
        if draft.case.office is None:
            raise UnknownUnit(draft.case.id)  # asked for before the territory is chosen
        card = self._finder.card(draft.case.office, draft.now)
        return office_screen(draft.case, card, self._standard, texts, connected=draft.connected)


def _below(problem: BadAnswer | None, screen: Screen, texts: Texts) -> Screen:
    """The screen under what is wrong, if anything is."""
    said = answer_problem_text(problem, texts) if problem else None
    return replace(screen, text=paragraphs(said, screen.text)) if said else screen


def intro_screen(standard: Standard, texts: Texts) -> Screen:
    """Introduces the service and asks who applies."""
    buttons = [
        Button(texts.plain(f"subject-{each}"), entry_callback("subject", each, standard)) for each in standard.kinds
    ]
    law = Button(texts.plain("prepared-law-button"), entry_callback(LAW, "", standard))
    result = standard.term(TermRole.RESULT)
    text = paragraphs(
        texts("apply-intro", days=result.amount, unit=result.unit, fee=standard.price),
        unknown_text(standard, texts),
        *unregistered_texts(standard, texts),
        basis_text(standard, texts),
    )
    return Screen(text, column(*buttons, law if standard.preparation else None, home_button(texts)))


def subject_screen(
    subject: str,
    standard: Standard,
    texts: Texts,
    prepared: Sequence[Law] = (),
    *,
    consents: bool = True,
    like: str = "",
) -> Screen:
    """Lists what is needed, and offers to begin; whoever has not agreed to the privacy notice agrees with that button.

    Args:
        subject: the kind of application.
        standard: the edition.
        texts: the reader's language.
        prepared: laws that are prepared under; what they say of this kind stands below the list.
        consents: whether the reader has agreed.
        like: an earlier application of theirs whose answers can be taken.
    """
    items = standard.checklists[subject]
    usual = Counter(str(item.cites) for item in items).most_common(1)[0][0]
    rows = [_row(item, usual, texts) for item in items]
    text = paragraphs(
        texts(f"apply-needed-{subject}", fee=standard.price),
        lines(*rows, texts("apply-needed-cites", cites=cited(usual, texts))),
        texts("apply-needed-way"),
        None if consents else texts("apply-consent-short"),
        *warning_texts(subject, prepared),
        basis_text(standard, texts),
    )
    begin = Button(texts.plain("apply-begin-button"), entry_callback("begin", subject, standard))
    notice = Button(texts.plain("apply-notice-button"), entry_callback("begin", subject, standard))
    return Screen(
        text,
        column(
            Button(texts.plain("apply-like-button"), ApplicationCallback("like", like).pack()) if like else None,
            *((begin,) if consents else (_agree_button(subject, standard, texts), notice)),
            Button(texts.plain("apply-back-button"), entry_callback("intro", NEW, standard)),
            home_button(texts),
        ),
    )


def consent_screen(subject: str, standard: Standard, texts: Texts) -> Screen:
    """Asks for consent to the privacy notice in its own words; giving it starts the draft."""
    agree = _agree_button(subject, standard, texts)
    back = Button(texts.plain("apply-back-button"), entry_callback("subject", subject, standard))
    text = paragraphs(texts("privacy", version=NOTICE_VERSION), texts("apply-consent"), basis_text(standard, texts))
    return Screen(text, column(agree, back))


def _agree_button(subject: str, standard: Standard, texts: Texts) -> Button:
    return Button(texts.plain("apply-agree-button"), entry_callback("agree", f"{subject}.{NOTICE_VERSION}", standard))


def _row(item: ChecklistItem, usual: str, texts: Texts) -> Html:
    """A document, with its point where that is not the usual one, which is told once."""
    name, cites = texts(f"item-{item.id}"), str(item.cites)
    if cites == usual:
        row_text = texts("apply-needed-usual", item=name)
    else:
        row_text = texts("apply-needed-row", item=name, cites=cited(cites, texts))
    if item.condition == ALWAYS:
        return row_text
    return texts("apply-needed-if", row=row_text, condition=texts(f"condition-{item.condition}"))
