"""Officers: authorized officials who act for one or more units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.units import UnitId


@dataclass(frozen=True, slots=True)
class Officer:
    """One person's binding to one unit: `name` is the surname with initials, as they sign."""

    user_id: int
    unit: UnitId
    name: str
