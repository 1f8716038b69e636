"""The error for an invalid data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError


class AssetFault(Exception):
    """A data file is invalid; the message names file, row and field, so that whoever edits the file finds the place."""

    def __init__(self, file: str, row: str, field: str, problem: str) -> None:
        super().__init__(f"{file}: {row}: {field}: {problem}")
        self.file = file
        self.row = row
        self.field = field
        self.problem = problem

    @classmethod
    def from_validation(cls, file: str, row: str, error: ValidationError) -> AssetFault:
        """Describes the first error that pydantic found in a row."""
        first = error.errors(include_url=False)[0]
        steps = [str(step) for step in first["loc"]]
        return cls(file, row, ".".join(steps) or "(whole row)", first["msg"])
