"""A complaint that was started but not sent: reminder, warning, erasure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.callback_data import ComplaintCallback
from dialogs.ui.dates import full_date
from dialogs.ui.navigation import complain_button, home_button
from dialogs.ui.screen import Button, Screen, column

if TYPE_CHECKING:
    from datetime import date

    from dialogs.ui.texts import Texts
    from domain.complaints.complaint import Complaint


def complaint_reminder(complaint: Complaint, texts: Texts) -> Screen:
    """Reminds of an unfinished complaint."""
    return Screen(texts("reminder-complaint"), column(_continue(complaint, texts), home_button(texts)))


def complaint_warning(complaint: Complaint, erased_on: date, texts: Texts) -> Screen:
    """Announces the day when the draft will be erased."""
    text = texts("warning-complaint", date=full_date(erased_on, texts))
    return Screen(text, column(_continue(complaint, texts), home_button(texts)))


def complaint_erased(texts: Texts) -> Screen:
    """Says that the draft was erased."""
    return Screen(texts("erased-complaint"), column(complain_button(texts), home_button(texts)))


def _continue(complaint: Complaint, texts: Texts) -> Button:
    return Button(texts.plain("draft-continue-button"), ComplaintCallback("open", complaint.id).pack())
