"""Tables as files: handlers ask for them through their port, `documents` makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.screens import Attachment
from documents.tables import csv_table, workbook

if TYPE_CHECKING:
    from dialogs.work_books import Table


class Tables:
    """handlers.desk.Tables."""

    def workbook(self, name: str, table: Table) -> Attachment:
        """As XLSX."""
        return Attachment(f"{name}.xlsx", workbook(table.title, table.header, table.rows))

    def csv(self, name: str, table: Table) -> Attachment:
        """As CSV."""
        return Attachment(f"{name}.csv", csv_table(table.header, table.rows))
