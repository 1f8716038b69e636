"""The table of appendix 9 as a document: its printed words, and the computed figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.formats.docx import Template

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = ("normative", "target", "current")  # columns 2 to 4 of the appendix


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """Columns 2 to 4 of a row: the normative value, the target for the next year, the current value."""

    number: str
    normative: str
    target: str
    current: str


@dataclass(frozen=True, slots=True)
class IndicatorText:
    """The texts added to those of the appendix; nothing is computed here."""

    place: str
    period: str
    note: str
    rows: tuple[IndicatorRow, ...]

    def lines(self) -> Mapping[str, str]:
        """Maps the places of the template to their texts."""
        cells = {place(row.number, each): getattr(row, each) for row in self.rows for each in COLUMNS}
        return {"place": self.place, "period": self.period, "note": self.note, **cells}


class IndicatorTables:
    """Tables from the template of one edition."""

    def __init__(self, template: bytes) -> None:
        self._template = Template.load(template)

    def table(self, text: IndicatorText) -> bytes:
        """Fills the table as DOCX; the same input gives the same bytes.

        Raises:
            IllegalCharacter: a text contains a character that XML cannot hold.
            ValueError: the template has no such row.
        """
        return self._template.fill(text.lines())

    def blank(self) -> bytes:
        """The empty table, to fill in by hand."""
        return self._template.fill({})


def place(number: str, column: str) -> str:
    """The name of a cell's place in the template."""
    return f"{column}_{number.replace('.', '_')}"
