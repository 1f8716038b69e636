"""How a case ends: a certificate or reference note and its handing over, or a reasoned refusal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.zone import day_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Certificate:
    """The certificate or reference note as approved: its number and day, and what stands on its lines."""

    number: str
    at: datetime
    lines: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reasoned refusal (point 16): the items of point 11 that are missing; `due` is the last day it was due."""

    at: datetime
    items: tuple[str, ...]
    reason: str
    due: date

    @property
    def late(self) -> bool:
        """Whether it came after its term."""
        return day_of(self.at) > self.due


@dataclass(frozen=True, slots=True)
class Handing:
    """An entry of the journal of issued certificates (point 15): who collected it, and on what document."""

    number: str
    at: datetime
    officer: str
    collector: str
    document: str
    power_of_attorney: str = ""
