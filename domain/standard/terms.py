"""The terms that an edition sets: for the service, the reasons for which they stop, and for answering complaints."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.calendar import LastDay, Length, TermUnit

if TYPE_CHECKING:
    from domain.standard.cites import Citation


class TermRole(StrEnum):
    """What the program counts or tells by a term of an edition, whatever its id; it only lists one without a role."""

    RESULT = "result"
    REFUSAL = "refusal"
    WAITING = "waiting"
    SERVING = "serving"
    COLLECTING = "collecting"


@dataclass(frozen=True, slots=True)
class Timing:
    """A term of the service: at most `amount` units after the event `since`."""

    id: str
    amount: int
    unit: TermUnit
    since: str
    cites: Citation
    ends_on_day_off: LastDay = LastDay.STAYS
    role: TermRole | None = None

    @property
    def length(self) -> Length:
        """How its days are counted."""
        return Length(self.amount, self.unit, self.ends_on_day_off)


@dataclass(frozen=True, slots=True)
class PauseReason:
    """A reason for which the law stops terms, such as an examination; `stops` names these terms."""

    id: str
    stops: frozenset[str]
    cites: Citation


@dataclass(frozen=True, slots=True)
class Term:
    """How long a body may take to answer a complaint, and the law that says so.

    `own`: those who run the bot set it instead of the edition's. `source` names the law in the language of the edition,
    as papers do; in another it may have no name.
    """

    days: int
    days_with_check: int
    source: str
    unit: TermUnit = TermUnit.CALENDAR_DAYS
    own: bool = False
    source_kk: str = ""
    source_en: str = ""

    def named_in(self, language: str) -> str:
        """The law in a language; where it has no name in it, that of the edition's."""
        return {"kk": self.source_kk, "en": self.source_en}.get(language) or self.source

    def with_names_of(self, law: Term) -> Term:
        """The same term, with the names of this law if it is the same and was kept before laws were named in each."""
        if law.source != self.source or self.source_kk or self.source_en:
            return self
        return replace(self, source_kk=law.source_kk, source_en=law.source_en)
