"""What is wrong with the files of an edition: all of it at once, each fault with file, row and field."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

# Error types of pydantic → our reasons, each with a text in terminal.ftl; other types are told in pydantic's words.
REASONS = {
    "missing": "missing",
    "extra_forbidden": "unknown-field",
    "enum": "not-one-of",
    "literal_error": "not-one-of",
    "string_too_short": "empty",
    "too_short": "empty",
    "string_too_long": "too-long",
    "string_pattern_mismatch": "pattern",
    "greater_than_equal": "too-small",
    "less_than_equal": "too-large",
}
TYPES = {
    "string": "not-text",
    "int": "not-number",
    "float": "not-number",
    "decimal": "not-number",
    "finite": "not-number",
    "bool": "not-yes-no",
    "date": "not-date",
    "time": "not-time",
    "tuple": "not-list",
    "model": "not-table",
    "dict": "not-table",
}
_DETAILS = {
    "not-one-of": ("allowed", "expected"),
    "too-long": ("limit", "max_length"),
    "pattern": ("pattern", "pattern"),
    "too-small": ("limit", "ge"),
    "too-large": ("limit", "le"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class AssetFault:
    """One fault: where it is, so that whoever edits the file finds the place, and why it is one.

    Attributes:
        file: Path within the edition's folder.
        row: Table and position, or position alone; empty for the whole file.
        field: Name, and positions within lists; empty for the whole row.
        reason: Last part of the id of its text, `terminal-fault-…`.
        details: Variables of the text.
    """

    file: str
    row: str
    field: str
    reason: str
    details: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def place(self) -> str:
        """File, row and field."""
        return ": ".join(filter(None, (self.file, self.row, self.field)))

    def __str__(self) -> str:
        return " ".join((f"{self.place}: {self.reason}", *(f"{name}={value}" for name, value in self.details.items())))


class AssetFaults(Exception):
    """Data files are invalid; the message has a line for each fault."""

    def __init__(self, faults: Iterable[AssetFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class FaultList:
    """Collects faults while the files of an edition are read and checked."""

    def __init__(self) -> None:
        self._found: list[AssetFault] = []

    def add(self, file: str, row: str, name: str, reason: str, /, **details: object) -> None:
        """Adds one; details are the variables of its text."""
        self._found.append(AssetFault(file, row, name, reason, {key: str(value) for key, value in details.items()}))

    def add_invalid(self, file: str, row: str, error: ValidationError) -> None:
        """Adds every error that pydantic found in a row."""
        for each in error.errors(include_url=False):
            reason, details = _described(each)
            self.add(file, row, _named(each["loc"]), reason, **details)

    def raise_any(self) -> None:
        """Ends the loading if anything is wrong.

        Raises:
            AssetFaults: with all faults, file by file.
        """
        if self._found:
            raise AssetFaults(sorted(self._found, key=lambda fault: fault.file))


def _described(error: ErrorDetails) -> tuple[str, dict[str, object]]:
    kind = error["type"]
    reason = REASONS.get(kind) or TYPES.get(kind.partition("_")[0], "")
    if kind == "json_invalid":
        return "unreadable", {"said": error["ctx"]["error"]}
    if not reason or kind.startswith("decimal_max"):
        return "invalid", {"said": error["msg"]}
    if reason in _DETAILS:
        name, source = _DETAILS[reason]
        return reason, {name: str(error["ctx"][source]).replace(" or ", ", ")}
    return reason, {}


def _named(steps: tuple[int | str, ...]) -> str:
    return " ".join(f"#{step + 1}" if isinstance(step, int) else step for step in steps)
