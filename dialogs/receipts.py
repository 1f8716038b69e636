"""Results of checking a stamped copy; they never say whose application it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.offices.names import shown_name
from dialogs.ui.dates import date_and_time, full_date
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Screen, column
from dialogs.ui.texts import paragraphs

if TYPE_CHECKING:
    from datetime import date, datetime

    from dialogs.ui.texts import Texts
    from domain.offices.units import Unit


def authentic_screen(office: Unit, number: str, at: datetime, received: date | None, texts: Texts) -> Screen:
    """The copy is authentic: office, number, time, and whether the documents were handed over."""
    text = paragraphs(
        texts("receipt-authentic"),
        texts(
            "receipt-states",
            office=shown_name(office, texts),
            number=number,
            **date_and_time(at, texts),
        ),
        texts("receipt-received", date=full_date(received, texts)) if received else texts("receipt-not-received"),
    )
    return Screen(text, column(home_button(texts)))


def doubtful_screen(finding: str, texts: Texts) -> Screen:
    """The copy is altered, of unknown origin, or cannot be checked here."""
    return Screen(texts(f"receipt-{finding}"), column(home_button(texts)))
