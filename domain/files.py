"""Files the bot sends, and tables not yet written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Cell = str | int | float | date


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file sent with a screen, whose text becomes the caption."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Table:
    """A table of any file format."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
