"""Offices in a terminal: the same screens as in the chat, with numbered buttons; and as JSON, for other programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TextIO

from bot import clock
from dialogs.ui import dates
from dialogs.ui.callback_data import OfficeCallback, unpack
from dialogs.ui.texts import unmark
from domain.errors import DomainError

if TYPE_CHECKING:
    from dialogs.offices.flow import OfficePages
    from dialogs.ui.screen import Button, Screen
    from dialogs.ui.texts import Texts
    from domain.offices.units import Region, Schedule, Unit

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


def unit_to_json(unit: Unit, region: Region) -> dict[str, Any]:
    """The row as printed, with its location and its misprints under `corrected`: as `python -m bot units` shows it."""
    return {
        "appendix": unit.appendix,
        "number": unit.number,
        "region": region.name,
        "name": unit.name,
        "address": unit.address,
        "locality": unit.locality,
        "phones": list(unit.phones),
        "faxes": list(unit.faxes),
        "emails": list(unit.emails),
        "websites": list(unit.websites),
        "schedule": _schedule(unit.schedule),
        "lat": unit.place.lat,
        "lon": unit.place.lon,
        "place_names": list(unit.place.all_names),
        "corrected": [
            {"field": c.field.value, "printed": c.printed, "corrected": c.corrected, "why": c.why}
            for c in unit.corrections
        ],
    }


def _schedule(schedule: Schedule | None) -> dict[str, str] | None:
    if schedule is None:
        return None
    return {
        "open": dates.clock(schedule.open),
        "close": dates.clock(schedule.close),
        "break_start": dates.clock(schedule.break_start),
        "break_end": dates.clock(schedule.break_end),
        "days": "mon-fri",
    }
