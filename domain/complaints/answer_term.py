"""The term of an answer: counted once, by the law of the day it starts, and kept with the complaint as it was told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.calendar import Deadline, Length

if TYPE_CHECKING:
    from datetime import date

    from domain.calendar import CountedDay
    from domain.standard.terms import Term


@dataclass(frozen=True, slots=True)
class AnswerTerm:
    """A term with the law it was counted by; `longest` is its last day if facts must be checked.

    `days` are the days counted up to the last, where only working days count; calendar days need no explanation.
    """

    law: Term
    start: date
    last: date
    longest: date
    days: tuple[CountedDay, ...] = ()

    @property
    def deadline(self) -> Deadline | None:
        """The term day by day; None where every day counts."""
        return Deadline(self.start, Length(self.law.days), self.last, self.days) if self.days else None
