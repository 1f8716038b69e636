"""A screen: what a person sees at once, independent of what displays it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.ui.texts import Html

if TYPE_CHECKING:
    from dialogs.made import Drawn, GeneratedContent
    from domain.files import Attachment


@dataclass(frozen=True, slots=True)
class Button:
    """A button with `data` that contains all that is needed to act on it, or with an `url` to open."""

    text: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on the map: degrees of WGS 84, a title and an address."""

    lat: float
    lon: float
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Screen:
    """Text in Telegram's HTML with rows of buttons, or a pin on the map instead of the text.

    `file` already exists; `made` describes one that is made when the screen is sent. `for_others` says that it is meant
    to be forwarded to somebody.
    """

    text: Html
    rows: tuple[tuple[Button, ...], ...] = ()
    pin: Pin | None = None
    file: Attachment | None = None
    made: GeneratedContent | None = None
    for_others: bool = False

    @property
    def needs_own_message(self) -> bool:
        """Whether it cannot replace the text of an earlier message."""
        made = self.made is not None and not self.made.is_text
        return self.pin is not None or self.file is not None or made


def drawn(made: Drawn) -> Screen:
    """A screen whose text and buttons are made when it is sent."""
    return Screen(Html(), made=made)


def column(*buttons: Button | None) -> tuple[tuple[Button, ...], ...]:
    """One button a row; None is skipped."""
    return tuple((button,) for button in buttons if button is not None)


def grid(buttons: list[Button], widest: int = 14) -> tuple[tuple[Button, ...], ...]:
    """Two buttons a row if both are short, so that long names stay readable on a phone."""
    rows: list[tuple[Button, ...]] = []
    for button in buttons:
        if rows and len(rows[-1]) == 1 and max(len(button.text), len(rows[-1][0].text)) <= widest:
            rows[-1] = (rows[-1][0], button)
        else:
            rows.append((button,))
    return tuple(rows)
