"""Buttons that leave a screen, and the capabilities in callback data; values in old buttons must stay valid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.callback_data import Tap
from dialogs.ui.screen import Button

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts

APPLY = "app"  # applications
COMPLAIN = "cmp"  # complaints, for authors
HANDLE = "cpw"  # complaints, for those who answer them
BASE = "base"  # home, language, about, privacy and help
INDICATORS = "ind"  # indicators
MY_DATA = "me"  # a person's own data and its erasure
STAFF = "staff"  # staff and invitations
SURVEY = "svy"  # survey
WORK = "work"  # officers: queue, cases, books


def base_tap(action: str, argument: str = "") -> str:
    """Callback data of a button to one of the basic screens."""
    return Tap(BASE, action, argument).pack()


def home_button(texts: Texts) -> Button:
    """Returns to the start."""
    return Button(texts.plain("home-button"), base_tap("home"))
