"""The ways back that many screens share; the last button is always one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.callback_data import Tap
from dialogs.ui.screen import Button

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts

APPLY = "app"  # the capability of applications
COMPLAIN = "cmp"  # the capability of complaints, for those who complain
HANDLE = "cpw"  # the capability of complaints, for those who answer them
BASE = "base"  # the capability of home, language, about, privacy and help
INDICATORS = "ind"  # the capability of the indicators
MY_DATA = "me"  # the capability of one's own data: getting and erasing it
STAFF = "staff"  # the capability of people and invitations
SURVEY = "svy"  # the capability of the survey
WORK = "work"  # the capability of officers: the queue, cases, books


def base_tap(action: str, argument: str = "") -> str:
    """Callback data of a button to one of the basic screens."""
    return Tap(BASE, action, argument).pack()


def home_button(texts: Texts) -> Button:
    """The way back to the start."""
    return Button(texts.plain("home-button"), base_tap("home"))
