"""Screens in a terminal: the same texts as in the chat, with numbered buttons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from bot import clock
from dialogs.ui.callback_data import OfficeCallback, unpack
from dialogs.ui.texts import unmark
from domain.errors import DomainError

if TYPE_CHECKING:
    from dialogs.offices.flow import OfficePages
    from dialogs.ui.screen import Button, Screen
    from dialogs.ui.texts import Texts

_COORDINATES = re.compile(r"\s*(-?\d{1,3}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)\s*")
WAYS_OUT = frozenset({"q", "quit", "exit", "выход"})


def show(screen: Screen, out: TextIO, *, buttons: bool = False) -> None:
    """Prints the text of a screen, and on request its numbered buttons."""
    out.write(f"{unmark(screen.text)}\n")
    if screen.pin:
        out.write(f"{screen.pin.lat}, {screen.pin.lon}\n")
    if buttons:
        out.writelines(f"  {number}. {button.text}\n" for number, button in enumerate(_buttons(screen), 1))


def converse(pages: OfficePages, texts: Texts, lines: TextIO, out: TextIO) -> None:
    """Runs the finder: a number presses a button, text searches, coordinates find the nearest offices."""
    screen = pages.start(texts)
    while True:
        out.write("\n")
        show(screen, out, buttons=True)
        out.write("\n> ")
        out.flush()
        line = lines.readline()
        if not line or line.strip().casefold() in WAYS_OUT:
            return
        screen = _answer(line.strip(), screen, pages, texts)


def _answer(line: str, screen: Screen, pages: OfficePages, texts: Texts) -> Screen:
    place = _COORDINATES.fullmatch(line)
    buttons = _buttons(screen)
    if place:
        try:
            return pages.near(float(place[1]), float(place[2]), texts)
        except DomainError:
            return screen
    if line.isdecimal() and 1 <= int(line) <= len(buttons):
        callback = unpack(buttons[int(line) - 1].data)
        return pages.open(callback, texts, clock.now()) if isinstance(callback, OfficeCallback) else pages.start(texts)
    return pages.search(line, texts) if line else screen


def _buttons(screen: Screen) -> list[Button]:
    return [button for row in screen.rows for button in row]
