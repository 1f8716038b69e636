"""Use cases over the ports in memory."""

from __future__ import annotations

from typing import Any

from domain.calendar import WorkingCalendar
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.applications.deadlines import DeadlineService
from services.applications.filing import CaseFiling
from services.applications.ports import CaseRepositories
from tests.services.fakes import Rooms


def case_repositories(rooms: Rooms) -> CaseRepositories:
    """The ports of cases."""
    return CaseRepositories(rooms.cases, rooms.cases, rooms.register, rooms.officers, rooms.reach)


def case_deadlines(rooms: Rooms, standard: Standard, calendar: WorkingCalendar) -> DeadlineService:
    """The terms of cases."""
    return DeadlineService(rooms.terms, Editions(standard), calendar)


def case_filing(rooms: Rooms, standard: Standard, calendar: WorkingCalendar, **limits: Any) -> CaseFiling:  # noqa: ANN401  # as CaseFiling names them
    """How drafts become cases; its random values never repeat."""
    deadlines = case_deadlines(rooms, standard, calendar)
    return CaseFiling(case_repositories(rooms), Editions(standard), deadlines, rooms.chance, **limits)
