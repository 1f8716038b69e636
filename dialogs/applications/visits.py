"""Visits to the office: who needs a pass, changing the name, cancelling (point 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.elements import application_button, application_callback
from dialogs.offices.screens import visit_button
from dialogs.ui.navigation import back_to_application_button
from dialogs.ui.screen import Button, Screen, column
from domain.text import clipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.texts import Texts
    from domain.applications.case import Case
    from services.offices.finder import Card

LONGEST_NAME = 40  # characters on a button


def coming_screen(case: Case, card: Card, name: str, visitors: Sequence[str], texts: Texts) -> Screen:
    """Confirms that the officers have the name; `visitors` are all who may come instead."""
    others = ((at, each) for at, each in enumerate(visitors) if each != name)
    text = texts("coming-told", name=name, phones=", ".join(card.unit.phones))
    return Screen(
        text,
        column(
            *(_other(case, each, "coming-other" if at else "coming", texts) for at, each in others),
            application_button(case, texts, "coming-not-button", "not-coming"),
            visit_button(card, texts),
            back_to_application_button(case.id, texts),
        ),
    )


def not_coming_screen(case: Case, texts: Texts) -> Screen:
    """Confirms that no pass is needed."""
    again = application_button(case, texts, "case-coming-button", "coming")
    return Screen(texts("coming-not-told"), column(again, back_to_application_button(case.id, texts)))


def _other(case: Case, name: str, action: str, texts: Texts) -> Button:
    return Button(
        texts.plain("coming-other-button", name=clipped(name, LONGEST_NAME)), application_callback(case, action)
    )
