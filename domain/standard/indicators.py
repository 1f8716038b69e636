"""The table of indicators that an edition has (appendix 9), and the targets that orders set for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.standard.cites import Citation


class Measure(StrEnum):
    """How the figure of a row of appendix 9 is computed."""

    IN_TIME = "in-time"
    PROCESS = "process"
    INFORMATION = "information"
    ELECTRONIC = "electronic"
    COMPLAINTS = "complaints"
    POLITENESS = "politeness"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of appendix 9, numbered as printed."""

    number: str
    group: str
    text: str
    measure: Measure
    cites: Citation
    text_kk: str = ""
    text_en: str = ""

    def text_in(self, language: str) -> str:
        """What the row counts, in a language; where it has no words in it, as printed."""
        return {"kk": self.text_kk, "en": self.text_en}.get(language) or self.text


@dataclass(frozen=True, slots=True)
class Target:
    """The value an order of the Agency sets for a row and a year, in tenths of a percent; None if it sets none."""

    year: int
    row: str
    normative: int | None
    target: int
    order: str
    cites: Citation
