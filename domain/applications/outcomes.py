"""How a case ends: a certificate or reference note and its handover, a refusal, or a package that is not accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from domain.calendar import day_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Certificate:
    """The certificate or reference note as approved; `lines` maps a part of the form to its text."""

    number: str
    at: datetime
    lines: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal with its reasons (point 16): the items of point 11 in which the package falls short.

    An item in `defects` was handed over with that defect, any other is missing; `words` are the officer's explanations
    by item. Older refusals have one `reason` for all items instead. `due` is the last day of the term.

    One on substance has no items, but the `ground` of its edition, by its id, and the officer's `explanation`.
    """

    at: datetime
    items: tuple[str, ...]
    reason: str
    due: date
    defects: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    ground: str = ""
    explanation: str = ""

    @classmethod
    def of(cls, shortfalls: Sequence[Shortfall], at: datetime, due: date) -> Refusal:
        """Builds a refusal from its shortfalls."""
        defects = {each.item: each.defect for each in shortfalls if each.defect}
        words = {each.item: each.words for each in shortfalls if each.words}
        return cls(at, tuple(each.item for each in shortfalls), "", due, defects, words)

    @property
    def shortfalls(self) -> tuple[Shortfall, ...]:
        """The shortfalls, item by item."""
        return tuple(Shortfall(each, self.defects.get(each, ""), self.words.get(each, "")) for each in self.items)

    @property
    def late(self) -> bool:
        """Whether the refusal came after the end of its term."""
        return day_of(self.at) > self.due


@dataclass(frozen=True, slots=True)
class Handover:
    """An entry of the journal of issued certificates (point 15): who collected it, and by which document."""

    number: str
    at: datetime
    officer: str
    collector: str
    document: str
    power_of_attorney: str = ""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """An item that is missing, or was handed over with a `defect`; `words` are the officer's explanation."""

    item: str
    defect: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class NotAccepted:
    """The office refused to accept an incomplete package, and said what it lacked: no decision on the service."""

    at: datetime
    shortfalls: tuple[Shortfall, ...]
