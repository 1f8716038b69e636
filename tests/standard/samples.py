"""Rows transcribed a second time, compared with the data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.cli.offices import unit_to_json
from tests.factories.units import unit_id

if TYPE_CHECKING:
    from domain.offices.units import Unit
    from domain.standard.edition import Standard


def rows_of(standard: Standard, appendix: int) -> list[Unit]:
    """Returns the rows of one appendix."""
    return [unit for unit in standard.units.values() if unit.appendix == appendix]


def check_sample(standard: Standard, sample: str) -> None:
    """Checks the row field by field against the sample, as `units --json` prints it."""
    expected = json.loads(sample)
    found = standard.unit(unit_id(f"{expected['appendix']}/{expected['number']}"))
    unit = unit_to_json(found, standard.region_of(found))
    assert {name: unit[name] for name in expected} == expected
