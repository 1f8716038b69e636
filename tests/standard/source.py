"""The published text, and the part that an appendix's rows must account for, character by character."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from domain.offices.units import UnitField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.offices.units import Unit
    from domain.standard.edition import Standard

SOURCE = (Path(__file__).parent / "standard-2011-20.txt").read_text(encoding="utf-8").split("\n")
# Lines of the published text with the tables' rows, from the first row or heading on.
TABLES = {1: (237, 659), 2: (680, 4620), 3: (4634, 4814), 4: (4834, 9490)}
SCHEDULE = (
    "Рабочие дни: понедельник - пятница Рабочее время: с 09.00 до 18.00 часов, перерыв с 13.00 до 14.00 часов "
    "Выходные дни: суббота - воскресенье"
)


def squeeze(text: str) -> str:
    """Returns the text without its white space, so that letter-spacing and wrapping make no difference."""
    return re.sub(r"\s+", "", text)


def table(appendix: int) -> str:
    """Returns the rows of an appendix in the published text, without white space."""
    first, last = TABLES[appendix]
    return squeeze("\n".join(SOURCE[first - 1 : last - 1]))


def printed(unit: Unit, field: UnitField) -> str:
    """Returns a text field with its Latin letters as printed."""
    return _latin(getattr(unit, field), unit, field)


def _latin(text: str, unit: Unit, field: UnitField) -> str:
    for each in unit.corrections:
        if each.field is field and re.search("[A-Za-z]", each.printed):
            text = text.replace(each.corrected, each.printed)
    return text


def heading(unit: Unit, standard: Standard) -> str:
    """Returns the heading of the region above the unit's row, with its Latin letters as printed."""
    return _latin(standard.region_of(unit).name, unit, UnitField.REGION)


def characters(units: Iterable[Unit], standard: Standard) -> Counter[str]:
    """Counts every character that is printed according to the rows."""
    found: Counter[str] = Counter()
    region = ""
    for unit in units:
        if unit.appendix in {2, 4} and unit.region != region:
            region = unit.region
            found.update(squeeze(heading(unit, standard)))
        found.update(f"{unit.number}.")
        found.update(squeeze(printed(unit, UnitField.NAME) + printed(unit, UnitField.ADDRESS)))
        found.update(squeeze(SCHEDULE) if unit.schedule else "")
        found.update(_numbers(unit))
        found.update("ф." * len(unit.faxes) + "".join(unit.emails + unit.websites))
        for column in (unit.phones + unit.faxes, unit.emails, unit.websites):
            found.update("," * (len(column) - 1))
    return found


def _numbers(unit: Unit) -> str:
    text, inherited = "", ""
    for number in unit.phones + unit.faxes:
        code, digits = number.split(") ")
        text += digits if code == inherited else f"{squeeze(code)}){digits}"
        inherited = code
    return text
