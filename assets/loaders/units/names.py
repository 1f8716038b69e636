"""Names of units in languages in which the published text does not name them, made by patterns of the edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from assets.loaders.edition_rows import Id, Row, Text
from domain.offices.units import LocalName

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assets.loaders.units.rows import UnitRow

FILE = "units/names.toml"
LANGUAGES = ("kk", "en")
MadeIn = Literal["kk", "en"]
Pattern = Annotated[str, Field(pattern=r"^[^{}]*\{\}[^{}]*$")]


class PatternRow(Row):
    """units/names.toml, [[pattern]]: how the name of a unit is made of what it serves, which `{}` stands for."""

    id: Id
    kk: Pattern
    en: Pattern


class EndingRow(Row):
    """units/names.toml, [[ending]]: how a name of what is served ends by itself, and within the name of a unit."""

    language: MadeIn
    alone: Text
    within: Text


class UnitNames:
    """Makes the names of units in the languages in which the published text does not name them."""

    def __init__(self, patterns: Iterable[PatternRow], endings: Sequence[EndingRow]) -> None:
        self._patterns = {row.id: {"kk": row.kk, "en": row.en} for row in patterns}
        self._endings = endings

    def of(self, unit: UnitRow) -> dict[str, LocalName]:
        """The names of a unit by language."""
        return {language: self._name(unit, language) for language in LANGUAGES}

    def within(self, served: str, language: str) -> str | None:
        """What is served as it stands within a name; None if its ending is not among those of the language."""
        endings = [each for each in self._endings if each.language == language]
        for each in endings:
            if served.endswith(each.alone):
                return served.removesuffix(each.alone) + each.within
        return None if endings else served

    def _name(self, unit: UnitRow, language: str) -> LocalName:
        official = unit.names[language]
        if official is not None:
            return LocalName(official)
        served = unit.districts[language]
        pattern = self._patterns[unit.pattern or ""][language]
        return LocalName(pattern.replace("{}", self.within(served, language) or served), official=False)
