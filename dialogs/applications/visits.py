"""Visits to the office: when, who needs a pass, changing day and name, cancelling (point 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.elements import application_button, application_callback
from dialogs.offices.names import name_and_address, phones
from dialogs.offices.screens import printed_hours, visit_button
from dialogs.ui.dates import day_and_month, tappable_date
from dialogs.ui.navigation import back_to_application_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs
from domain.applications.case import CaseState
from domain.applications.checklist import to_hand_over
from domain.text import clipped
from services.offices.finder import next_visit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.casework.visits import AnnouncedVisit
    from domain.standard.edition import Standard
    from services.offices.finder import Card

LONGEST_NAME = 40  # characters on a button
SOMEBODY_COMES = frozenset({CaseState.DRAFT, CaseState.REGISTERED, CaseState.READY})  # to hand over, or to collect


def visit_day_screen(case: Case, action: str, days: Sequence[date], texts: Texts, *, closed: bool = False) -> Screen:
    """Asks for the day; `action` says who comes, `closed` that the office works on the chosen one no more."""
    buttons = (
        Button(
            texts.plain("coming-day-button", day=day_and_month(each, texts)),
            application_callback(case, action, each.isoformat()),
        )
        for each in days
    )
    text = paragraphs(texts("coming-closed") if closed else None, texts("coming-when"), texts("visit-pass"))
    return Screen(text, column(*buttons, back_to_application_button(case.id, texts)))


def coming_screen(case: Case, card: Card, name: str, day: date, visitors: Sequence[str], texts: Texts) -> Screen:
    """Confirms that the officers have name and day; `visitors` are all who may come instead."""
    others = ((at, each) for at, each in enumerate(visitors) if each != name)
    text = paragraphs(
        texts("coming-told", name=name, day=day_and_month(day, texts)),
        texts("visit-pass"),
        texts("visit-queue"),
        texts("coming-late", phones=", ".join(card.unit.phones)),
    )
    return Screen(
        text,
        column(
            *(_other(case, each, "coming-other" if at else "coming", day, texts) for at, each in others),
            application_button(
                case, texts, "coming-change-button", "coming" if name == visitors[0] else "coming-other"
            ),
            application_button(case, texts, "coming-not-button", "not-coming"),
            application_button(case, texts, "case-calendar-button", "calendar"),
            visit_button(card, texts),
            back_to_application_button(case.id, texts),
        ),
    )


def forward_button(case: Case, texts: Texts) -> Button:
    """Sends what whoever comes needs to know, to be sent on to them."""
    return application_button(case, texts, "forward-button", "forward")


def forward_screen(
    case: Case, card: Card, visit: AnnouncedVisit | None, today: date, standard: Standard, texts: Texts
) -> Screen:
    """What to bring where and when, to be sent on; it says nothing of the applicant, nor the number of the case."""
    text = paragraphs(
        texts("forward-title"),
        texts("forward-collect") if case.state is CaseState.READY else handover_list(case, standard, texts),
        lines(name_and_address(card.unit, texts), phones(card.unit, texts), printed_hours(card.unit, texts)),
        _when(card, visit, today, texts),
        texts("visit-pass") if standard.preparation is None else None,
    )
    return Screen(text, column(back_to_application_button(case.id, texts)), to_hand_on=True)


def _when(card: Card, visit: AnnouncedVisit | None, today: date, texts: Texts) -> Html | None:
    """The announced day, or the next one on which the office is open; None where its hours are not known."""
    if visit is not None:
        return texts("forward-visit", day=tappable_date(visit.day, texts))
    return texts("forward-day", day=tappable_date(next_visit(card, today), texts)) if card.hours else None


def handover_list(case: Case, standard: Standard, texts: Texts) -> Html:
    """What the office has not received yet."""
    rows = (
        texts("handover-row", item=texts(f"item-{each.item.id}"), count=each.copies)
        for each in to_hand_over(case, standard)
    )
    return lines(texts("handover-title"), *rows)


def not_coming_screen(case: Case, texts: Texts) -> Screen:
    """Confirms that no pass is needed."""
    again = application_button(case, texts, "case-coming-button", "coming")
    return Screen(texts("coming-not-told"), column(again, back_to_application_button(case.id, texts)))


def _other(case: Case, name: str, action: str, day: date, texts: Texts) -> Button:
    return Button(
        texts.plain("coming-other-button", name=clipped(name, LONGEST_NAME)),
        application_callback(case, action, day.isoformat()),
    )
