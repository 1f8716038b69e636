"""What the pages of a body's complaints share: taps and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.callback_data import Tap
from dialogs.ui.navigation import HANDLE
from dialogs.ui.screen import Button

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts
    from domain.complaints.complaint import Complaint


def tap(complaint: Complaint, action: str, argument: str = "") -> str:
    """Callback data of a button about this version of a complaint."""
    return Tap(HANDLE, action, f"{complaint.id}.{argument}", str(complaint.version)).pack()


def look(complaint_id: str, action: str = "card", argument: str = "") -> str:
    """Callback data of a button that shows a complaint as it is then."""
    return Tap(HANDLE, action, f"{complaint_id}.{argument}").pack()


def to_card(complaint_id: str, texts: Texts) -> Button:
    """The way back to the card."""
    return Button(texts.plain("hnd-card-button"), look(complaint_id))
