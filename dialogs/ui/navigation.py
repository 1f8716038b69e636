"""Buttons that leave a screen, and the capabilities in callback data; values in old buttons must stay valid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.callback_data import HomeCallback
from dialogs.ui.screen import Button

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts


def base_tap(action: str, argument: str = "") -> str:
    """Callback data of a button to one of the basic screens."""
    return HomeCallback(action, argument).pack()


def home_button(texts: Texts) -> Button:
    """Returns to the start."""
    return Button(texts.plain("home-button"), base_tap("home"))
