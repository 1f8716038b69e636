"""The edition of 2011: its kinds of application, and units by their relation to the office of Kokshetau."""

from __future__ import annotations

from domain.offices.units import UnitId

EDITION = "2011-20"
MISSIONARY, GROUP = "missionary", "group"
KINDS = (MISSIONARY, GROUP)
KOKSHETAU = UnitId(2, 3)
NEIGHBOUR = UnitId(2, 4)  # another division of the same region
DEPARTMENT = UnitId(1, 3)  # the region's own office
AKIMAT = UnitId(4, 3)  # answers for the office
REGION_AKIMAT = UnitId(3, 4)  # the higher one
FAR = UnitId(2, 31)  # a division of another region
