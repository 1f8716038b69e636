"""Where somebody can be given a role: at units of the current edition, and where work of an earlier one is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.applications.case import OPEN_CASE_STATES
from domain.complaints.complaint import OPEN_COMPLAINT_STATES
from domain.errors import FormerUnit

if TYPE_CHECKING:
    from collections.abc import Collection

    from domain.offices.units import UnitId
    from domain.staff.membership import Role
    from domain.standard.editions import Editions
    from services.staff.ports import StaffRepositories


class Workplaces:
    """A unit that the current edition lacks takes nobody new, unless its open cases or complaints need somebody."""

    def __init__(self, repositories: StaffRepositories, editions: Editions) -> None:
        self._repositories = repositories
        self._editions = editions

    async def find(self, unit: UnitId, role: Role) -> UnitId:
        """The unit, if somebody new can be given this role there.

        Raises:
            UnknownUnit: there is no such unit, or it is not an office and the role needs one.
            FormerUnit: the current edition lacks it, and it has no open work.
        """
        found = self._editions.with_unit(unit).workplace(unit, role).id
        if not await self.open_among((found,)):
            raise FormerUnit(self._editions.code(found))
        return found

    async def open_among(self, units: Collection[UnitId]) -> tuple[UnitId, ...]:
        """Those of these units where somebody new can be given a role."""
        former = [each for each in units if each not in self._editions.current.units]
        left = await self.with_work(former)
        return tuple(each for each in units if each not in former or each in left)

    async def with_work(self, units: Collection[UnitId]) -> frozenset[UnitId]:
        """Those of these units that have open cases or complaints."""
        if not units:
            return frozenset()
        cases = await self._repositories.cases.units_among(units, OPEN_CASE_STATES)
        return cases | await self._repositories.complaints.units_among(units, OPEN_COMPLAINT_STATES)
