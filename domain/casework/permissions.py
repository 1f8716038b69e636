"""Who may do what to a case: by role at the case's unit, by assignment, by state. Everything else is denied."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from domain.applications.case import OPEN_CASE_STATES, UNDECIDED_CASE_STATES, CaseState
from domain.staff.membership import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.applications.case import Case
    from domain.staff.membership import Officer


class CaseAction(StrEnum):
    """What an officer does to a case."""

    SEE = "see"
    RECEIVE = "receive"
    NEED = "need"
    TAKE = "take"
    RELEASE = "release"
    ASSIGN = "assign"
    APPROVE = "approve"
    REFUSE = "refuse"
    READY = "ready"
    ISSUE = "issue"


class Scope(StrEnum):
    """Which cases of the unit: all, or those assigned to the officer."""

    UNIT = "unit"
    ASSIGNED = "assigned"


_ALL = {Role.REGISTRAR: Scope.UNIT, Role.OFFICER: Scope.UNIT, Role.HEAD: Scope.UNIT}
_DECIDING = {Role.OFFICER: Scope.ASSIGNED, Role.HEAD: Scope.UNIT}
_HANDING_OUT = {Role.REGISTRAR: Scope.UNIT, Role.OFFICER: Scope.ASSIGNED, Role.HEAD: Scope.UNIT}

CASE_ACTION_ROLES: Mapping[CaseAction, Mapping[Role, Scope]] = {
    CaseAction.SEE: _ALL,
    CaseAction.RECEIVE: _ALL,
    CaseAction.NEED: _ALL,
    CaseAction.TAKE: {Role.OFFICER: Scope.UNIT, Role.HEAD: Scope.UNIT},
    CaseAction.RELEASE: {Role.OFFICER: Scope.UNIT, Role.HEAD: Scope.UNIT},
    CaseAction.ASSIGN: {Role.HEAD: Scope.UNIT},
    CaseAction.APPROVE: _DECIDING,
    CaseAction.REFUSE: _DECIDING,
    CaseAction.READY: _HANDING_OUT,
    CaseAction.ISSUE: _HANDING_OUT,
}
CASE_ACTION_STATES: Mapping[CaseAction, frozenset[CaseState]] = {
    CaseAction.SEE: frozenset(CaseState) - {CaseState.DRAFT},
    CaseAction.RECEIVE: UNDECIDED_CASE_STATES,
    CaseAction.NEED: UNDECIDED_CASE_STATES,
    CaseAction.TAKE: OPEN_CASE_STATES,
    CaseAction.RELEASE: OPEN_CASE_STATES,
    CaseAction.ASSIGN: OPEN_CASE_STATES,
    CaseAction.APPROVE: frozenset({CaseState.IN_REVIEW}),
    CaseAction.REFUSE: UNDECIDED_CASE_STATES,
    CaseAction.READY: frozenset({CaseState.APPROVED}),
    CaseAction.ISSUE: frozenset({CaseState.READY}),
}


def is_case_action_allowed(action: CaseAction, officer: Officer | None, case: Case) -> bool:
    """Whether the officer may do this to the case now; None is somebody who is no officer of its unit.

    Nobody does anything but look at a case of their own.
    """
    if officer is None or officer.unit != case.office or case.state not in CASE_ACTION_STATES[action]:
        return False
    if action is not CaseAction.SEE and case.applicant == officer.user_id:
        return False
    if action is CaseAction.REFUSE and not case.received:
        return False  # point 16: nothing was handed over, so nothing can be incomplete
    if action is CaseAction.TAKE and case.assigned == officer.user_id:
        return False
    if action is CaseAction.RELEASE and case.assigned is None:
        return False
    scope = CASE_ACTION_ROLES[action].get(officer.role)
    return scope is Scope.UNIT or (scope is Scope.ASSIGNED and case.assigned == officer.user_id)
