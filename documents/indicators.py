"""The table of appendix 9 as a document: its own words, and what was computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.formats.docx import Template

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = ("normative", "target", "current")  # columns 2 to 4


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """What stands in columns 2 to 4 of a row: its normative value, the next year's target, the current value."""

    number: str
    normative: str
    target: str
    current: str


@dataclass(frozen=True, slots=True)
class IndicatorText:
    """What the document says beside the appendix's own words: facts only, nothing is computed here."""

    place: str
    period: str
    note: str
    rows: tuple[IndicatorRow, ...]

    def lines(self) -> Mapping[str, str]:
        """Place of the template → text."""
        cells = {place(row.number, each): getattr(row, each) for row in self.rows for each in COLUMNS}
        return {"place": self.place, "period": self.period, "note": self.note, **cells}


class IndicatorTables:
    """Tables of one edition's template."""

    def __init__(self, template: bytes) -> None:
        self._template = Template.load(template)

    def table(self, text: IndicatorText) -> bytes:
        """The table as DOCX; same input, same bytes.

        Raises:
            IllegalCharacter: a text holds what a document cannot hold.
            ValueError: the template has no such row.
        """
        return self._template.fill(text.lines())

    def blank(self) -> bytes:
        """The appendix itself, to be filled in by hand."""
        return self._template.fill({})


def place(number: str, column: str) -> str:
    """Where a cell's text belongs in the template."""
    return f"{column}_{number.replace('.', '_')}"
