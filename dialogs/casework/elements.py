"""Shared by the screens for officers: callback data, ways back, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.callback_data import CaseworkCallback
from dialogs.ui.formatting import slug
from dialogs.ui.length import shown_length
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs, safe
from domain.casework.permissions import CaseAction
from domain.standard.questions import Kind
from domain.text import clipped

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.applications.outcomes import Shortfall
    from domain.standard.edition import Standard

CARD, QUEUE = "card", "queue"
SHORTFALLS_ROOM, LEAST_WORDS = 2400, 20  # units of all shortfalls in one message; the letter has all
GROUND_ROOM = 1000  # units of the explanation of a refusal on substance
# What the button or command of an act opens; acts without a screen of their own are done at once.
OPENS = {
    CaseAction.SEE: CARD,
    CaseAction.TAKE: "take",
    CaseAction.RELEASE: "release",
    CaseAction.ASSIGN: "assign",
    CaseAction.RECEIVE: "receive",
    CaseAction.NEED: "need",
    CaseAction.APPROVE: "approve",
    CaseAction.REFUSE: "refuse",
    CaseAction.REFUSE_ON_SUBSTANCE: "substance",
    CaseAction.REFUSE_TO_ACCEPT: "not-accept",
    CaseAction.READY: "ready",
    CaseAction.ISSUE: "issue",
    CaseAction.SETTLE: "settle",
    CaseAction.PAUSE: "pause",
    CaseAction.RESUME: "resume",
}


def case_callback(case: Case, action: str, argument: str = "") -> str:
    """Callback data of a button about this version of a case."""
    return CaseworkCallback.about(case, action, argument).pack()


def case_button(case: Case, texts: Texts, text: str, action: str, argument: str = "") -> Button:
    """A button about this version, with the text of this id."""
    return Button(texts.plain(text), case_callback(case, action, argument))


def case_view_callback(case_id: str, action: str = CARD, argument: str = "") -> str:
    """Callback data of a button that shows a case in its state at that time."""
    return CaseworkCallback(action, f"{case_id}.{argument}").pack()


def case_card_button(case: Case, texts: Texts) -> Button:
    """Returns to the card of a case."""
    return Button(texts.plain("work-card-button"), case_view_callback(case.id))


def queue_button(texts: Texts) -> Button:
    """The way back to the queue."""
    return Button(texts.plain("work-queue-button"), CaseworkCallback(QUEUE).pack())


def item_name(item: str, texts: Texts) -> str:
    """The name of a checklist item, short enough for a button."""
    return texts.plain(f"item-{item}-button")


def applicant_words(case: Case, standard: Standard) -> list[str]:
    """What the applicant wrote in their own words, among which a phone number may be."""
    asked = standard.questions[case.subject].asked(case.answers)
    return [case.answers[each.id] for each in asked if each.kind is Kind.TEXT and each.id in case.answers]


def items_text(items: Collection[str], texts: Texts) -> Html:
    """The short names of checklist items in a row."""
    return texts("work-items", items=", ".join(item_name(each, texts) for each in items))


def shortfall_rows(shortfalls: Sequence[Shortfall], texts: Texts) -> Html | None:
    """The shortfalls of a package item by item; the officer's explanations are shortened to fit a message."""
    named = [(_shortfall(each, texts), each.words) for each in shortfalls]
    left = SHORTFALLS_ROOM - sum(shown_length(row) for row, _ in named)
    most = max(LEAST_WORDS, left // max(len(named), 1))
    return lines(*(lines(row, safe(clipped(words, most)) if words else None) for row, words in named)) or None


def ground_rows(ground: str, words: str, texts: Texts) -> Html:
    """The ground of a refusal on substance in the words of its edition, and the officer's explanation, shortened."""
    return lines(texts(f"ground-{ground}"), safe(clipped(words, GROUND_ROOM)) if words else None)


def _shortfall(each: Shortfall, texts: Texts) -> Html:
    item = texts(f"item-{each.item}")
    if not each.defect:
        return texts("shortfall-missing", item=item)
    return texts("shortfall-defect", item=item, defect=texts(f"defect-{each.defect}"))


def tick_buttons(case: Case, items: Sequence[str], ticked: Collection[str], action: str, texts: Texts) -> list[Button]:
    """One button for each item, marked if ticked."""
    marked = {True: "work-ticked", False: "work-unticked"}
    return [
        Button(texts.plain(marked[item in ticked], item=item_name(item, texts)), case_callback(case, action, item))
        for item in items
    ]


def ask_text_screen(case: Case, title: Html, ask: str, texts: Texts, problem: Html | None = None) -> Screen:
    """Asks for a text to be typed, with an example."""
    return Screen(paragraphs(problem, title, texts(ask)), column(case_card_button(case, texts)))


def case_state_text(case: Case, texts: Texts) -> Html:
    """The state of a case, in words for officers."""
    return texts(f"work-state-{slug(case.state)}")


def denied_screen(texts: Texts) -> Screen:
    """The same reply whether there is no such case, it is not theirs, or the act is not allowed now."""
    return Screen(texts("work-denied"), column(home_button(texts)))


def no_manager_screen(texts: Texts) -> Screen:
    """Says who looks after people and invitations."""
    return Screen(texts("staff-denied"), column(home_button(texts)))
