"""The editions that are loaded: a record is read under its own, and what begins now begins under the current one."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from domain.errors import EditionMissing, UnknownUnit
from domain.offices.units import find_unit_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from domain.offices.units import Unit, UnitId
    from domain.standard.edition import Standard


class BoundRecord(Protocol):
    """A record that belongs to an edition for ever, such as a case or a complaint."""

    @property
    def edition(self) -> str:
        """The id of the edition."""


@dataclass(frozen=True, slots=True)
class Editions:
    """The editions by id; `current` is the one under which new records begin, and comes first, then the newest.

    Those in preparation are found by their id alone: their units are nobody's workplace and take no complaint, so
    whoever looks for a unit, or counts, does not meet them.
    """

    current: Standard
    others: Mapping[str, Standard] = field(default_factory=dict)
    _filing: tuple[Standard, ...] = field(init=False, repr=False, compare=False)
    _codes: Mapping[str, UnitId] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The order, and whose each code is: of two editions with one code, as of two units of one, the newer's counts.

        Both are asked for at every unit that is named, and at every case of a queue.
        """
        filing = [each for each in self.others.values() if each.preparation is None]
        object.__setattr__(self, "_filing", (self.current, *sorted(filing, key=_adopted, reverse=True)))
        codes = {code: unit for each in reversed(self._filing) for code, unit in each.codes.items()}
        object.__setattr__(self, "_codes", codes)

    @property
    def prepared(self) -> tuple[Standard, ...]:
        """Those under which applications are only prepared."""
        return tuple(each for each in self.others.values() if each.preparation is not None)

    def to_begin(self, edition: str = "") -> Standard:
        """The edition of a new draft: the current one, or one in preparation that is named.

        Raises:
            EditionMissing: nothing begins under an edition of this id.
        """
        found = self.get(edition) if edition else self.current
        if found is not self.current and found.preparation is None:
            raise EditionMissing(edition)
        return found

    def get(self, edition: str) -> Standard:
        """The edition of this id.

        Raises:
            EditionMissing: it is not loaded.
        """
        if edition == self.current.status.id:
            return self.current
        try:
            return self.others[edition]
        except KeyError:
            raise EditionMissing(edition) from None

    def of(self, record: BoundRecord) -> Standard:
        """The edition that a record belongs to.

        Raises:
            EditionMissing: it is not loaded.
        """
        return self.get(record.edition)

    def unit(self, unit_id: UnitId) -> Unit:
        """Finds a unit of any edition under which applications are filed, as the newest that has it prints it.

        The current one comes first.

        Raises:
            UnknownUnit: no edition has it.
        """
        return self.with_unit(unit_id).unit(unit_id)

    def is_office(self, unit_id: UnitId) -> bool:
        """Whether this is a unit of any edition that takes applications."""
        return any(each.is_office(unit_id) for each in self)

    def with_unit(self, unit_id: UnitId) -> Standard:
        """The newest edition that has this unit; the current one comes first.

        Raises:
            UnknownUnit: none has it.
        """
        for each in self:
            if unit_id in each.units:
                return each
        raise UnknownUnit(str(unit_id))

    def find_unit_id(self, text: str) -> UnitId:
        """The id of a unit of any edition that is named by its id or its code.

        Raises:
            UnknownUnit: the text has neither form.
        """
        return find_unit_id(text, self._codes)

    def codes_of(self, unit_id: UnitId) -> tuple[str, ...]:
        """The codes of a unit: that of the current edition, if it has one, and those it had in others or once had."""
        codes = ((code, unit) for each in self for code, unit in each.codes.items())
        return tuple(dict.fromkeys(code for code, unit in codes if unit == unit_id))

    def code(self, unit_id: UnitId) -> str:
        """By what people and the terminal name a unit; the id of one that no edition has."""
        return next(iter(self.codes_of(unit_id)), unit_id.value)

    def former_units(self) -> list[UnitId]:
        """Those that only editions before or beside the current one have, as printed there."""
        former = {unit for each in self for unit in each.units} - self.current.units.keys()
        return sorted(former, key=self.place_in_print)

    def place_in_print(self, unit_id: UnitId) -> tuple[int, int, int, str]:
        """Orders units as the newest edition that has them prints them, the current ones first, unknown ones last."""
        for age, each in enumerate(self):
            if (unit := each.units.get(unit_id)) is not None:
                return age, unit.appendix, unit.number, unit_id.value
        return sys.maxsize, 0, 0, unit_id.value

    def units(self) -> list[UnitId]:
        """The units of all editions, each once."""
        return list(dict.fromkeys(unit for each in self for unit in each.units))

    def __iter__(self) -> Iterator[Standard]:
        """Those under which applications are filed, the current one first."""
        return iter(self._filing)

    def __contains__(self, edition: object) -> bool:
        return edition == self.current.status.id or edition in self.others


def _adopted(edition: Standard) -> tuple[date, str]:
    return edition.status.adopted, edition.status.id
