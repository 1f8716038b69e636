"""Screens for officers' acts: ticking, typing, and the confirmation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dialogs.applications.elements import DATE_KINDS
from dialogs.applications.questions import answer_problem_text
from dialogs.casework.elements import ask_text_screen, case_button, case_card_button, tick_buttons
from dialogs.ui.dates import full_date
from dialogs.ui.formatting import case_number, slug
from dialogs.ui.screen import Screen, column
from dialogs.ui.texts import lines, paragraphs, safe
from domain.applications.case import CaseState
from domain.applications.parties import applicant_label
from domain.casework.certificates import confirmed_lines
from domain.casework.permissions import CaseAction
from services.casework.paperwork import (
    BY,
    COLLECTOR,
    DOCUMENT,
    NEED_ITEMS,
    NEED_NOTE,
    POWER,
    RECEIVED_NOW,
    missing_line,
)
from services.casework.paperwork import ticked as ticked_items

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.calendar import Length
    from domain.errors import BadAnswer
    from domain.standard.edition import Standard
    from domain.standard.questions import Question

NO_NOTE = "none"


def receive_screen(case: Case, items: Sequence[str], term: Length, texts: Texts) -> Screen:
    """Asks what was handed over; during the review, what was handed over again.

    `term` is the length of the one that the last item starts.
    """
    ticked, again = ticked_items(case, RECEIVED_NOW), case.state is CaseState.IN_REVIEW
    number = case_number(case)
    first = texts("work-receive", number=number, days=term.amount, unit=term.unit)
    text = texts("work-receive-again", number=number) if again else first
    done = case_button(case, texts, "work-received-button", "received") if ticked else None
    everything = None if again else case_button(case, texts, "work-receive-all-button", "receive-all")
    return Screen(
        text,
        column(
            *tick_buttons(case, items, ticked, "receive-tick", texts), done, everything, case_card_button(case, texts)
        ),
    )


def need_screen(case: Case, items: Sequence[str], texts: Texts, problem: Html | None = None) -> Screen:
    """Asks which items are missing or unusable, for a note to the applicant; missing ones come first."""
    items = sorted(items, key=lambda item: item in case.received)
    ticked, note = ticked_items(case, NEED_ITEMS), case.prepared.get(NEED_NOTE)
    text = paragraphs(
        problem, texts("work-need", number=case_number(case)), texts("work-need-noted", note=note) if note else None
    )
    return Screen(
        text,
        column(
            *tick_buttons(case, items, ticked, "need-tick", texts),
            case_button(case, texts, "work-need-note-button", "need-note") if ticked else None,
            case_button(case, texts, "work-need-note-drop-button", "need-note", NO_NOTE) if note else None,
            case_button(case, texts, "work-needed-button", "needed") if ticked else None,
            case_card_button(case, texts),
        ),
    )


def approve_screen(
    case: Case, certificate: Mapping[str, str], standard: Standard, texts: Texts, problem: Html | None = None
) -> Screen:
    """Shows the lines of the certificate or note, each of which can be corrected before the number is assigned."""
    questions, confirmed = standard.questions[case.subject], confirmed_lines(case, standard)
    rows = (
        texts(
            "review-row",
            label=texts(f"label-{slug(each)}"),
            answer=_shown(each, certificate, questions.find(each), texts),
        )
        for each in confirmed
    )
    text = paragraphs(
        problem,
        texts(f"work-approve-{case.subject}", number=case_number(case), name=applicant_label(case, standard)),
        lines(*rows),
        texts("work-approve-final"),
    )
    mend = [case_button(case, texts, f"work-mend-{slug(each)}-button", "mend", each) for each in confirmed]
    return Screen(
        text, column(case_button(case, texts, "work-approved-button", "approved"), *mend, case_card_button(case, texts))
    )


def ready_screen(case: Case, texts: Texts) -> Screen:
    """Asks whether the certificate or note is signed and sealed."""
    number = case.certificate.number if case.certificate else ""
    text = texts("work-ready", number=case_number(case), certificate=number)
    return Screen(
        text, column(case_button(case, texts, "work-made-ready-button", "made-ready"), case_card_button(case, texts))
    )


def issue_screen(case: Case, texts: Texts, problem: Html | None = None) -> Screen:
    """Asks who collects it and by which document, for the journal (point 15), until nothing is missing."""
    prepared = case.prepared
    rows = [
        texts(f"work-issue-{slug(key)}", text=prepared[key])
        for key in (COLLECTOR, DOCUMENT, POWER)
        if prepared.get(key)
    ]
    wanted = missing_line(case)
    text = paragraphs(
        problem,
        texts("work-issue", number=case_number(case)),
        lines(*rows) or None,
        texts(f"work-ask-{slug(wanted)}"),
    )
    again = case_button(case, texts, "work-issue-again-button", "collector", "") if prepared.get(BY) else None
    if wanted == BY:
        choice = (
            case_button(case, texts, "work-collector-self-button", "collector", "self"),
            case_button(case, texts, "work-collector-other-button", "collector", "other"),
        )
        return Screen(text, column(*choice, case_card_button(case, texts)))
    return Screen(text, column(again, case_card_button(case, texts)))


def ask_screen(case: Case, act: CaseAction, key: str, texts: Texts, problem: BadAnswer | None = None) -> Screen:
    """Asks for one line of text."""
    title = texts("work-writing", number=case_number(case))
    problem_words = answer_problem_text(problem, texts) if problem else None
    ask = f"work-mend-{slug(key)}" if act is CaseAction.APPROVE else f"work-ask-{slug(key)}"
    return ask_text_screen(case, title, ask, texts, problem_words)


def _shown(key: str, certificate: Mapping[str, str], asked: Question | None, texts: Texts) -> Html:
    value = certificate.get(key, "")
    if not value:
        return texts("review-unanswered")
    return full_date(date.fromisoformat(value), texts) if asked and asked.kind in DATE_KINDS else safe(value)
