"""Shared by all that checks rows against each other: how a fault is noted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assets.loaders.files import Entry, FolderReader


class RowChecks:
    """Notes faults of rows with those of their reader."""

    def __init__(self, reader: FolderReader) -> None:
        self._faults = reader.faults
        self._unread = reader.unread | reader.lacking

    def _unknown(self, entry: Entry[Any], field: str, value: object, file: str) -> None:
        """Notes that a row refers to what is not in another file, unless that file cannot be read."""
        if file not in self._unread:
            self._add(entry, field, "unknown", value=value, file=file)

    def _repeated(self, told: Sequence[tuple[Entry[Any], Any]], field: str) -> None:
        """Notes each row whose value stood in a row before it."""
        comparable = [(entry, value) for entry, value in told if isinstance(value, str | int | date | tuple)]
        seen = {value for _, value in comparable}
        if len(seen) == len(comparable):
            return
        for entry, value in comparable:
            if value not in seen:
                self._add(entry, field, "twice", value=" ".join(map(str, value)) if isinstance(value, tuple) else value)
            seen.discard(value)

    def _add(self, entry: Entry[Any], field: str, reason: str, /, **details: object) -> None:
        self._faults.add(entry.file, entry.name, field, reason, **details)


def values(entries: Iterable[Entry[Any]], field: str) -> set[str]:
    """The texts in a field of all rows, also of invalid ones."""
    return {value for each in entries if isinstance(value := each.value(field), str)}
