"""The editions that are loaded, and which of them a record or a unit belongs to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.errors import EditionMissing, UnknownUnit
from domain.offices.units import UnitId
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from tests.factories.cases import started
from tests.factories.units import DEPARTMENT, EDITION, KOKSHETAU

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
        editions.unit(UnitId(2, 999))
    assert sorted(editions.units()) == sorted(standard.units)


def test_which_are_loaded(editions: Editions) -> None:
    """The current one first."""
    assert [each.status.id for each in editions] == [OTHER, EDITION]
    assert [each in editions for each in (OTHER, EDITION, "2031-1")] == [True, True, False]
