"""Buttons that lead from one capability to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.callback_data import ApplicationCallback, ComplaintCallback, HomeCallback
from dialogs.ui.screen import Button

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts


def home_button(texts: Texts) -> Button:
    """Returns to the start."""
    return Button(texts.plain("home-button"), HomeCallback("home").pack())


def back_to_application_button(case_id: str, texts: Texts) -> Button:
    """Returns to one's own application."""
    return Button(texts.plain("case-back-button"), ApplicationCallback("open", case_id).pack())


def complain_button(texts: Texts, case_id: str = "") -> Button:
    """Starts a complaint, about a case or not."""
    return Button(texts.plain("cmp-new-button"), ComplaintCallback("kind", case_id).pack())
