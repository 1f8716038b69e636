"""To whom a complaint may go (points 21 and 22), each body with the reason and the point that names it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.complaints.complaint import Grievance

if TYPE_CHECKING:
    from domain.offices.units import UnitId
    from domain.standard.edition import Standard


class Reason(StrEnum):
    """Why a body fits."""

    OWN_AKIMAT = "own-akimat"  # the local executive body that answers for the office
    REGION_AKIMAT = "region-akimat"  # the one above it
    OFFICE = "office"  # where it went wrong
    DEPARTMENT = "department"  # the region's, above a district's division


@dataclass(frozen=True, slots=True)
class Addressee:
    """One body that a complaint may go to."""

    unit: UnitId
    reason: Reason
    cites: str


def addressees(grievance: Grievance, office: UnitId, standard: Standard) -> tuple[Addressee, ...]:
    """The bodies that fit, the nearest first.

    Raises:
        UnknownUnit: the edition has no such office.
    """
    unit = standard.office(office)
    region = next(each for each in standard.regions if each.name == unit.region)
    own = unit.partner or region.akimat
    cites = "21" if grievance is Grievance.RESULT else "22"
    found = [Addressee(own, Reason.OWN_AKIMAT, cites)]
    if region.akimat != own:
        found.append(Addressee(region.akimat, Reason.REGION_AKIMAT, cites))
    if grievance is Grievance.RESULT:
        return tuple(found)
    offices = [Addressee(office, Reason.OFFICE, cites)]
    if region.office != office:
        offices.append(Addressee(region.office, Reason.DEPARTMENT, cites))
    return (*offices, *found)
