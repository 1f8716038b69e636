"""Units of the standard: offices (appendices 1 and 2) and akimats (appendices 3 and 4)."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from domain.errors import UnknownUnit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time

MONDAY_TO_FRIDAY = range(5)
LONGEST = 16  # characters of an id: buttons have room for no more
_FORM = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)+")


class UnitKind(StrEnum):
    """An office takes applications (point 1); an akimat, the local executive body, complaints about the result (21)."""

    OFFICE = "office"
    AKIMAT = "akimat"


class UnitLevel(StrEnum):
    """Whether a unit serves a whole region, or a district or city of one."""

    REGION = "region"
    DISTRICT = "district"


class UnitField(StrEnum):
    """The columns of appendices 1-4, and the heading above them, in which a misprint can be corrected."""

    REGION = "region"
    NAME = "name"
    ADDRESS = "address"
    LOCALITY = "locality"
    PHONES = "phones"
    FAXES = "faxes"
    EMAILS = "emails"
    WEBSITES = "websites"


@dataclass(frozen=True, slots=True, order=True)
class UnitId:
    """The lasting id of a unit, such as `kokshetau-ip`, which says nothing of its place in any edition."""

    value: str

    @classmethod
    def parse(cls, text: str) -> UnitId:
        """Reads an id, or a code that no edition has.

        Raises:
            UnknownUnit: the text has neither form.
        """
        if len(text) > LONGEST or not _FORM.fullmatch(text):
            raise UnknownUnit(text)
        return cls(text)

    def __str__(self) -> str:
        return self.value


def find_unit_id(text: str, codes: Mapping[str, UnitId]) -> UnitId:
    """The id of the unit that a button, a description or a person names, by its id or by one of these codes.

    A code may be typed with a dash, as it stands in incoming numbers.

    Raises:
        UnknownUnit: the text has neither form.
    """
    return codes.get(text) or codes.get(text.replace("-", "/")) or UnitId.parse(text)


class Units(Protocol):
    """Finds units: those of one edition, or of all."""

    def unit(self, unit_id: UnitId) -> Unit:
        """The unit of this id.

        Raises:
            UnknownUnit: there is none.
        """

    def is_office(self, unit_id: UnitId) -> bool:
        """Whether this is a unit that takes applications."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Opening hours as printed in the appendix, in the office's own time zone."""

    open: time
    close: time
    break_start: time
    break_end: time
    weekdays: range = MONDAY_TO_FRIDAY


@dataclass(frozen=True, slots=True)
class Correction:
    """An evident misprint: what is printed, what is meant, and why.

    `printed` and `corrected` hold one value of a list field, or the words that differ in a text field. `cosmetic` marks
    a slip that cannot mislead: a lost comma, or a Latin letter in a Cyrillic word (already right in the field itself).
    """

    field: UnitField
    printed: str
    corrected: str
    why: str
    cosmetic: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """The location of a unit's settlement (degrees, WGS 84) and its present and former names.

    `districts` are other names of the unit's district; `spellings` are those of the settlement on world maps.
    """

    lat: float
    lon: float
    names: tuple[str, ...] = ()
    note: str = ""
    districts: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name once."""
        return tuple(dict.fromkeys(self.names + self.districts + self.spellings))


NOWHERE = Place(math.nan, math.nan)
"""Of a unit of which no source says where it is."""


@dataclass(frozen=True, slots=True)
class LocalName:
    """A name in one language; `official` unless it was made by a pattern of the edition."""

    text: str
    official: bool = True


@dataclass(frozen=True, slots=True)
class Unit:
    """One row of appendices 1-4 as printed, with its corrections.

    `id` names the body in every edition, and `code` is how it is printed, typed and signed; `region` is the id of its
    region; `appendix` and `number` are its place in print. `name` is Russian, as printed; `district` says in the
    nominative what the unit serves, for buttons, and `city` whether that is a city; `names` and `districts` are these
    in other languages. `partner` is the akimat of an office or the office of an akimat, where the appendices pair them.
    An edition in preparation may have no address (it is empty) and no hours of a unit, and `NOWHERE` as its place.
    """

    id: UnitId
    code: str
    kind: UnitKind
    level: UnitLevel
    region: str
    appendix: int
    number: int
    name: str
    address: str
    locality: str
    district: str
    city: bool
    names: Mapping[str, LocalName]
    districts: Mapping[str, str]
    phones: tuple[str, ...]
    faxes: tuple[str, ...]
    emails: tuple[str, ...]
    websites: tuple[str, ...]
    schedule: Schedule | None
    place: Place
    partner: UnitId | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def takes_applications(self) -> bool:
        """Whether applications are filed there (point 1)."""
        return self.kind is UnitKind.OFFICE

    @property
    def regional(self) -> bool:
        """Whether the unit serves a whole region."""
        return self.level is UnitLevel.REGION

    def name_in(self, language: str) -> LocalName:
        """The name in a language; as printed in that of the edition."""
        return self.names.get(language) or LocalName(self.name)

    def district_in(self, language: str) -> str:
        """What the unit serves, in a language; as printed in that of the edition."""
        return self.districts.get(language, self.district)

    def corrected(self) -> Unit:
        """Returns the unit with its misprints corrected, as a person should read or dial it."""
        unit = self
        for each in self.corrections:
            if each.field is not UnitField.REGION:  # the heading above the row: the region is known by its id
                unit = _apply(unit, each)
        return unit


def _apply(unit: Unit, correction: Correction) -> Unit:
    value: str | tuple[str, ...] = getattr(unit, correction.field)
    corrected: Any
    if isinstance(value, tuple):
        corrected = tuple(correction.corrected if item == correction.printed else item for item in value)
    elif correction.corrected in value:
        corrected = value  # already right: `Зыряновск` contains the printed `Зыряновс`
    else:
        corrected = value.replace(correction.printed, correction.corrected)
    return replace(unit, **{correction.field: corrected})


@dataclass(frozen=True, slots=True)
class Region:
    """A region or a city of republican significance, as headed in appendix 2."""

    id: str
    name: str
    name_kk: str
    name_en: str
    office: UnitId
    akimat: UnitId
    also: tuple[str, ...] = ()

    def name_in(self, language: str) -> str:
        """The name in a language; as headed in that of the edition."""
        return {"kk": self.name_kk, "en": self.name_en}.get(language, self.name)
