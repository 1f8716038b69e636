"""Files that the bot sends, and tables before they are written into one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Cell = str | int | float | date


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that comes with a screen: the text is its caption."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Table:
    """A table before it is a file."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
