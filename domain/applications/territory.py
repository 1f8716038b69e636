"""The territory of an activity, chosen by district, and the office that serves it (point 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.errors import BadAnswer, UnknownUnit
from domain.languages import Language
from domain.offices.units import UnitId, UnitKind, UnitLevel
from domain.standard.questions import DISTRICTS, REGION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from domain.offices.units import Region, Unit
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
    return Territory(region, tuple(_district(each, region, standard) for each in chosen.split(SEPARATOR)))


def toggle_district(answers: Mapping[str, str], district: str, standard: Standard) -> str:
    """Adds a district to the chosen ones, or removes it; returns the new value of the answer.

    Raises:
        BadAnswer: the district lies outside the chosen region.
        UnknownRegion: the edition has no such region.
        UnknownUnit: the edition has no such district.
    """
    toggled = _district(district, standard.region(answers.get(REGION, "")), standard).id
    territory = read_territory(answers, standard)
    chosen = {each.id for each in territory.districts} if territory else set()
    districts = standard.of_kind(UnitKind.OFFICE, UnitLevel.DISTRICT)
    return SEPARATOR.join(str(each.id) for each in districts if each.id in chosen ^ {toggled})


def find_district(text: str, standard: Standard) -> Unit:
    """The district or city with this division; buttons of before units had ids say the last part of its code.

    Raises:
        UnknownUnit: the edition has no such district.
    """
    named = {UnitId(text), *_coded(text, standard)}
    found = (unit for unit in standard.of_kind(UnitKind.OFFICE, UnitLevel.DISTRICT) if unit.id in named)
    if unit := next(found, None):
        return unit
    raise UnknownUnit(text)


def _district(text: str, region: Region, standard: Standard) -> Unit:
    unit = find_district(text, standard)
    if unit.region != region.id:
        raise BadAnswer("choose")
    return unit


def _coded(text: str, standard: Standard) -> Iterator[UnitId]:
    if text.isdecimal():
        for code, unit in standard.codes.items():
            if code.rpartition("/")[2] == text:
                yield unit
