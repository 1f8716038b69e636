"""The territory of an activity, chosen by district, and the office that serves it (point 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.errors import BadAnswer, UnknownUnit
from domain.languages import Language
from domain.offices.units import UnitKind, UnitLevel
from domain.standard.questions import DISTRICTS, REGION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.offices.units import Region, Unit, UnitId
    from domain.standard.edition import Standard

WHOLE = "all"
SEPARATOR = ","


@dataclass(frozen=True, slots=True)
class Territory:
    """A region as a whole, or some of its districts."""

    region: Region
    districts: tuple[Unit, ...]
    whole: bool = False

    @property
    def office(self) -> UnitId:
        """The district's division if there is exactly one district, else the department of the region (point 1)."""
        return self.districts[0].id if len(self.districts) == 1 else self.region.office

    @property
    def words(self) -> str:
        """The territory as written on the form, in the words of the appendix."""
        return self.words_in(Language.RU)

    def words_in(self, language: str) -> str:
        """The territory in a language of people, for screens."""
        region = self.region.name_in(language)
        if self.whole:
            return region
        names = ", ".join(unit.district_in(language) for unit in self.districts)
        return names if len(self.districts) == 1 and names == region else f"{region}: {names}"


def read_territory(answers: Mapping[str, str], standard: Standard) -> Territory | None:
    """Reads the territory from the answers; None if none is chosen yet.

    Raises:
        UnknownRegion: the edition has no such region.
        UnknownUnit: the edition has no such district.
    """
    chosen = answers.get(DISTRICTS, "")
    if REGION not in answers or not chosen:
        return None
    region = standard.region(answers[REGION])
    if chosen == WHOLE:
        return Territory(region, (), whole=True)
    return Territory(region, tuple(_district(int(each), region, standard) for each in chosen.split(SEPARATOR)))


def toggle_district(answers: Mapping[str, str], number: int, standard: Standard) -> str:
    """Adds a district to the chosen ones, or removes it; returns the new value of the answer.

    Raises:
        BadAnswer: the district lies outside the chosen region.
        UnknownRegion: the edition has no such region.
        UnknownUnit: the edition has no such district.
    """
    _district(number, standard.region(answers.get(REGION, "")), standard)
    chosen = answers.get(DISTRICTS, "")
    before = {int(each) for each in chosen.split(SEPARATOR)} if chosen and chosen != WHOLE else set()
    return SEPARATOR.join(map(str, sorted(before ^ {number})))


def _district(number: int, region: Region, standard: Standard) -> Unit:
    """The district or city with this number: its row in the appendix of district offices."""
    for unit in standard.of_kind(UnitKind.OFFICE, UnitLevel.DISTRICT):
        if unit.number == number:
            if unit.region != region.id:
                raise BadAnswer("choose")
            return unit
    raise UnknownUnit(str(number))
