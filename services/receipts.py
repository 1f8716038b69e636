"""Ports of documents: what stamped copies confirm, and where that is checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.applications.case import Case
    from domain.receipts import Statement


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a receipt found; `statement` is what a known key signed."""

    finding: str
    statement: Statement | None


class Receipts(Protocol):
    """What stamped copies confirm, and where that is checked."""

    def check(self, text: str) -> Checked:
        """Whether the text of a QR code is a receipt's."""

    def link(self, case: Case) -> str:
        """The address that opens the check of a registered case's receipt."""
