"""Reads the files of an edition's folder row by row; what cannot be read is noted, and reading goes on."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import ValidationError

from assets.loaders.edition_rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from assets.loaders.faults import FaultList

R = TypeVar("R", bound=Row)


@dataclass(slots=True)  # not frozen, which would take a millisecond for all rows of an edition
class Entry(Generic[R]):
    """A row as it stands in a file; `row` is None if it is invalid, which is noted already.

    Attributes:
        file: Path within the edition's folder.
        name: Table and position, or position alone.
        content: The row as written, if it is invalid.
        row: The valid row.
    """

    file: str
    name: str
    content: object
    row: R | None

    def value(self, field: str) -> Any:  # noqa: ANN401  # of an invalid row it may be anything
        """The field as written, even in an invalid row, so that one fault is not told again by all that refer to it."""
        if self.row is not None:
            return getattr(self.row, field)
        return self.content.get(field) if isinstance(self.content, dict) else None


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file with messages in Fluent; `file` is its path within the edition's folder."""

    file: str
    content: str


class FolderReader:
    """Reads the files of one folder.

    Attributes:
        faults: What is wrong with them.
        unread: Files that cannot be read at all.
        lacking: Files without a table that they should have; nobody should miss its rows, too.
    """

    def __init__(self, folder: Path, faults: FaultList) -> None:
        self.folder = folder
        self.faults = faults
        self.unread: set[str] = set()
        self.lacking: set[str] = set()

    def toml(self, file: str, *tables: str) -> dict[str, Any]:
        """The content of a TOML file; a table that is not named is a fault: a misspelt name would drop its rows."""
        try:
            content = tomllib.loads((self.folder / file).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            self._add_unread(file, error)
            return {}
        for name in content:
            if tables and name not in tables:
                self.faults.add(file, name, "", "unknown-table", allowed=", ".join(tables))
        return content

    def rows(self, file: str, table: str, model: type[R]) -> list[Entry[R]]:
        """The rows of the only table of a TOML file."""
        return self.table(model, file, table, self.toml(file, table))

    def table(self, model: type[R], file: str, table: str, content: dict[str, Any]) -> list[Entry[R]]:
        """The rows of one table of a file that was read."""
        found = content.get(table)
        if not isinstance(found, list):
            if file not in self.unread:
                self.faults.add(file, table, "", "no-table")
                self.lacking.add(file)
            return []
        return [self.row(model, file, f"{table} #{number}", each) for number, each in enumerate(found, 1)]

    def lines(self, file: str, model: type[R]) -> list[Entry[R]]:
        """The rows of a file with a JSON object in each line."""
        try:
            lines = (self.folder / file).read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError) as error:
            self._add_unread(file, error)
            return []
        return [self._line(file, f"#{number}", line, model) for number, line in enumerate(lines, 1)]

    def shared_lines(self, file: str, model: type[R]) -> list[Entry[R]]:
        """The rows of such a file that lies beside several editions: the same bytes are read as rows only once."""
        try:
            content = (self.folder / file).read_bytes()
        except OSError as error:
            self._add_unread(file, error)
            return []
        return _rows_of(model, file, content) or self.lines(file, model)

    def messages(self, folder: str) -> list[TextFile]:
        """The files with messages in a folder, in order of their names."""
        names = sorted(path.name for path in (self.folder / folder).glob("*.ftl"))
        return [each for name in names if (each := self._messages(f"{folder}/{name}"))]

    def files(self, folder: str, ending: str) -> dict[str, bytes]:
        """The files in a folder with this ending, by their names without it."""
        return {path.stem: path.read_bytes() for path in sorted((self.folder / folder).glob(f"*.{ending}"))}

    def row(self, model: type[R], file: str, name: str, content: object) -> Entry[R]:
        """One row; nothing is noted about a file that cannot be read."""
        if file in self.unread:
            return Entry(file, name, content, None)
        try:
            return Entry(file, name, content, model.model_validate(content))
        except ValidationError as error:
            self.faults.add_invalid(file, name, error)
            return Entry(file, name, content, None)

    def _line(self, file: str, name: str, line: str, model: type[R]) -> Entry[R]:
        try:
            return Entry(file, name, None, model.model_validate_json(line))
        except ValidationError as error:
            self.faults.add_invalid(file, name, error)
            return Entry(file, name, _content(line), None)

    def _messages(self, file: str) -> TextFile | None:
        try:
            return TextFile(file, (self.folder / file).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            self._add_unread(file, error)
            return None

    def _add_unread(self, file: str, error: OSError | ValueError) -> None:
        self.unread.add(file)
        if isinstance(error, FileNotFoundError):
            self.faults.add(file, "", "", "no-file")
        else:
            said = error.strerror if isinstance(error, OSError) else error
            self.faults.add(file, "", "", "unreadable", said=said)


@lru_cache(maxsize=1)
def _rows_of(model: type[R], file: str, content: bytes) -> list[Entry[R]]:
    """The rows of a file with a JSON object in each line, if all are valid; else none."""
    try:
        lines = content.decode().splitlines()
        return [Entry(file, f"#{at}", None, model.model_validate_json(line)) for at, line in enumerate(lines, 1)]
    except ValueError:
        return []


def _content(line: str) -> object:
    try:
        return json.loads(line)
    except ValueError:
        return None


class RowChecks:
    """The base of all that checks rows against each other: notes their faults with those of the reader."""

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
