"""The editions that are loaded, and which of them a record or a unit belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.errors import EditionMissing, UnknownUnit
from domain.offices.units import UnitId
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from tests.factories.cases import started
from tests.factories.units import DEPARTMENT, EDITION, KOKSHETAU, unit_id

OTHER = "1994-7"


@pytest.fixture
def editions(standard: Standard) -> Editions:
    """Another one as the current, in which Kokshetau's office is not."""
    units = {unit: each for unit, each in standard.units.items() if unit != KOKSHETAU}
    newer = replace(standard, status=replace(standard.status, id=OTHER), units=units)
    return Editions(newer, {EDITION: standard})


def test_a_record_keeps_its_edition(editions: Editions, standard: Standard) -> None:
    """Whichever is current; one that is not loaded is told by its id."""
    assert editions.of(started()) is standard
    assert editions.of(replace(started(), edition=OTHER)) is editions.current
    with pytest.raises(EditionMissing, match="2031-1"):
        editions.of(replace(started(), edition="2031-1"))


def test_a_unit_is_found_in_the_edition_that_has_it(editions: Editions, standard: Standard) -> None:
    """The current one comes first; each unit is listed once."""
    assert editions.with_unit(DEPARTMENT) is editions.current
    assert editions.with_unit(KOKSHETAU) is standard
    assert editions.unit(KOKSHETAU) == standard.unit(KOKSHETAU)
    with pytest.raises(UnknownUnit):
        editions.unit(unit_id("2/999"))
    assert sorted(editions.units()) == sorted(standard.units)


def test_which_are_loaded(editions: Editions) -> None:
    """The current one first."""
    assert [each.status.id for each in editions] == [OTHER, EDITION]
    assert [each in editions for each in (OTHER, EDITION, "2031-1")] == [True, True, False]


def test_units_of_any_edition_are_named_by_id_or_code(standard: Standard) -> None:
    """The current edition's code of a unit comes first; one that nobody has is named by its id."""
    renamed = {**standard.units, KOKSHETAU: replace(standard.unit(KOKSHETAU), code="7/7")}
    newer = replace(standard, status=replace(standard.status, id=OTHER), units=renamed, codes={"7/7": KOKSHETAU})
    editions = Editions(newer, {EDITION: standard})
    for text in ("7/7", "2/3", "2-3", "kokshetau-ip"):
        assert editions.find_unit_id(text) == KOKSHETAU
    assert editions.codes_of(KOKSHETAU) == ("7/7", "2/3")
    assert [editions.code(each) for each in (KOKSHETAU, DEPARTMENT, UnitId("nowhere"))] == ["7/7", "1/3", "nowhere"]


def test_units_stand_in_the_order_of_the_print(editions: Editions, standard: Standard) -> None:
    """Those of the current edition first, then those that only earlier ones have; those that none has come last."""
    units = [UnitId("nowhere"), *sorted(standard.units)]
    current = [each for each in standard.units if each != KOKSHETAU]
    assert sorted(units, key=editions.place_in_print) == [*current, KOKSHETAU, UnitId("nowhere")]
    assert editions.former_units() == [KOKSHETAU]


def test_a_unit_is_that_of_the_newest_edition(standard: Standard) -> None:
    """Of those that have it, whatever their ids and the order in which they were read; the current one comes first."""

    def adopted(edition: str, day: date, name: str) -> Standard:
        units = {**standard.units, KOKSHETAU: replace(standard.unit(KOKSHETAU), name=name)}
        return replace(standard, status=replace(standard.status, id=edition, adopted=day), units=units)

    old, new = adopted("b", date(2012, 1, 1), "old"), adopted("a", date(2020, 1, 1), "new")
    current = replace(standard, units={})
    for others in ({"a": new, "b": old}, {"b": old, "a": new}):
        editions = Editions(current, others)
        assert editions.unit(KOKSHETAU).name == "new"
        assert [each.status.id for each in editions] == [EDITION, "a", "b"]
