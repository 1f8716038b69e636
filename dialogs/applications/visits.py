"""Visits to the office: when, who needs a pass, changing day and name, cancelling (point 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.elements import application_button, application_callback
from dialogs.offices.screens import visit_button
from dialogs.ui.dates import day_and_month
from dialogs.ui.navigation import back_to_application_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import paragraphs
from domain.text import clipped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dialogs.ui.texts import Texts
    from domain.applications.case import Case
    from services.offices.finder import Card

LONGEST_NAME = 40  # characters on a button


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


def not_coming_screen(case: Case, texts: Texts) -> Screen:
    """Confirms that no pass is needed."""
    again = application_button(case, texts, "case-coming-button", "coming")
    return Screen(texts("coming-not-told"), column(again, back_to_application_button(case.id, texts)))


def _other(case: Case, name: str, action: str, day: date, texts: Texts) -> Button:
    return Button(
        texts.plain("coming-other-button", name=clipped(name, LONGEST_NAME)),
        application_callback(case, action, day.isoformat()),
    )
