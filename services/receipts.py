"""The port of receipts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.applications.case import Case
    from domain.receipts import Statement


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of a check; `statement` is what a known key signed, None if none did."""

    finding: str
    statement: Statement | None


class Receipts(Protocol):
    """Checks receipts, and links to the check."""

    def check(self, text: str) -> Checked:
        """Checks the text of a QR code."""

    def link(self, case: Case) -> str:
        """The link that opens the check of a registered case's receipt."""
