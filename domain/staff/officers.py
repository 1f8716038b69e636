"""Officers: authorized officials who act for one or more units, each in one role there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.offices.units import UnitId


class Role(StrEnum):
    """What somebody is at a unit."""

    REGISTRAR = "registrar"
    OFFICER = "officer"
    HEAD = "head"


DECIDING = frozenset({Role.OFFICER, Role.HEAD})


@dataclass(frozen=True, slots=True)
class Officer:
    """One person's binding to one unit: `name` is the surname with initials, as they sign."""

    user_id: int
    unit: UnitId
    name: str
    role: Role = Role.OFFICER
