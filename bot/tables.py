"""Connects the makers of tables to their writers in `documents`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.indicator_tables import indicator_table
from documents.formats.tables import csv_table, workbook
from domain.files import Attachment

if TYPE_CHECKING:
    from domain.files import Table
    from domain.standard.edition import Standard
    from services.indicators.report import Report


class TableWriter:
    """Writes tables for one edition."""

    def __init__(self, standard: Standard) -> None:
        self._standard = standard

    def workbook(self, name: str, table: Table) -> Attachment:
        """As XLSX."""
        return Attachment(f"{name}.xlsx", workbook(table.title, table.header, table.rows))

    def csv(self, name: str, table: Table) -> Attachment:
        """As CSV."""
        return Attachment(f"{name}.csv", csv_table(table.header, table.rows))

    def appendix_9(self, name: str, report: Report) -> Attachment:
        """The indicators as the table of appendix 9, in DOCX."""
        return Attachment(f"{name}.docx", indicator_table(report, self._standard))
