"""Point 1: departments of regions (appendix 1) and divisions of districts (appendix 2) provide the service."""

from __future__ import annotations

import pytest

from domain.offices.units import UnitKind
from domain.standard.edition import Standard


@pytest.mark.standard("1")
def test_offices_are_rows_of_appendices_1_and_2(standard: Standard) -> None:
    """215 offices take applications: 16 of regions, 199 of districts and cities."""
    offices = standard.of_kind(UnitKind.OFFICE)
    assert {unit.appendix for unit in offices} == {1, 2}
    assert sum(unit.regional for unit in offices) == 16
    assert len(offices) == 215
