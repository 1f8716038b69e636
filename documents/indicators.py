"""The table of appendix 9 as a document: its printed words, and the computed figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.formats.docx import Template

if TYPE_CHECKING:
    from domain.files import IndicatorText

COLUMNS = ("normative", "target", "current")  # columns 2 to 4 of the appendix


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
        cells = {place(row.number, each): getattr(row, each) for row in text.rows for each in COLUMNS}
        return self._template.fill({"place": text.place, "period": text.period, "note": text.note, **cells})

    def blank(self) -> bytes:
        """The empty table, to fill in by hand."""
        return self._template.fill({})


def place(number: str, column: str) -> str:
    """The name of a cell's place in the template."""
    return f"{column}_{number.replace('.', '_')}"
