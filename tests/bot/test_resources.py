"""What is made of the editions is made once, however often it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from bot import resources
from bot.resources import Resources, ServedEdition, library_of
from domain.calendar import WorkingCalendar
from domain.offices.units import UnitId
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from tests.factories.editions import beside_another
from tests.factories.units import EDITION, KOKSHETAU


class Read(Mapping[str, UnitId]):
    """Codes of units that count how often they are gone through."""

    def __init__(self, codes: Mapping[str, UnitId]) -> None:
        self.codes, self.times = dict(codes), 0

    def __getitem__(self, code: str) -> UnitId:
        return self.codes[code]

    def __iter__(self) -> Iterator[str]:
        self.times += 1
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)


def test_an_edition_is_served_by_one_object(standard: Standard, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every update asks for it; the finder and the texts in it are made once."""
    made: list[str] = []

    class Counted(ServedEdition):
        def __init__(self, standard: Standard, calendar: WorkingCalendar) -> None:
            made.append(standard.status.id)
            super().__init__(standard, calendar)

    library = library_of(EDITION)
    monkeypatch.setattr(resources, "ServedEdition", Counted)
    served = Resources(beside_another(standard), library.calendar)
    for edition in ("", EDITION, "1994-7", "", "1994-7"):
        assert served.served(edition) is served.served(edition)
    assert made == [EDITION, "1994-7"]


def test_codes_of_units_are_read_once(standard: Standard) -> None:
    """Every button and command about a unit asks whose code it is."""
    codes = Read(standard.codes)
    editions = Editions(replace(standard, codes=codes), beside_another(standard).others)
    before = codes.times
    for _ in range(3):
        assert editions.find_unit_id("2/3") == KOKSHETAU
    assert codes.times == before
