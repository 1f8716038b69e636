"""The edition of 2011: its kinds of application, and units by their relation to the office of Kokshetau."""

from __future__ import annotations

import json
from functools import cache

from assets.loaders.edition import EDITIONS
from assets.loaders.edition_files import ALIASES
from domain.offices.units import UnitId

EDITION = "2011-20"
MISSIONARY, GROUP = "missionary", "group"
KINDS = (MISSIONARY, GROUP)


@cache
def _ids() -> dict[str, UnitId]:
    rows = map(json.loads, (EDITIONS / ALIASES).read_text("utf-8").splitlines())
    return {row["was"]: UnitId(row["id"]) for row in rows}


def unit_id(code: str) -> UnitId:
    """The unit that the edition prints with this code; a code that it does not have is nobody's id."""
    return _ids().get(code, UnitId(code))


KOKSHETAU = unit_id("2/3")
NEIGHBOUR = unit_id("2/4")  # another division of the same region
DEPARTMENT = unit_id("1/3")  # the region's own office
AKIMAT = unit_id("4/3")  # answers for the office
REGION_AKIMAT = unit_id("3/4")  # the higher one
FAR = unit_id("2/31")  # a division of another region
