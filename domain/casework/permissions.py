"""Who may do what to a case: by role at the case's unit, by assignment, by state. Everything else is denied."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from domain.applications.case import State
from domain.staff.membership import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.applications.case import Case
    from domain.staff.membership import Officer


class Act(StrEnum):
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

RIGHTS: Mapping[Act, Mapping[Role, Scope]] = {
    Act.SEE: _ALL,
    Act.RECEIVE: _ALL,
    Act.NEED: _ALL,
    Act.TAKE: {Role.OFFICER: Scope.UNIT, Role.HEAD: Scope.UNIT},
    Act.RELEASE: {Role.OFFICER: Scope.UNIT, Role.HEAD: Scope.UNIT},
    Act.ASSIGN: {Role.HEAD: Scope.UNIT},
    Act.APPROVE: _DECIDING,
    Act.REFUSE: _DECIDING,
    Act.READY: _HANDING_OUT,
    Act.ISSUE: _HANDING_OUT,
}
_OPEN = frozenset({State.REGISTERED, State.IN_REVIEW, State.APPROVED, State.READY})
_BEFORE_DECISION = frozenset({State.REGISTERED, State.IN_REVIEW})
STATES: Mapping[Act, frozenset[State]] = {
    Act.SEE: frozenset(State) - {State.DRAFT},
    Act.RECEIVE: _BEFORE_DECISION,
    Act.NEED: _BEFORE_DECISION,
    Act.TAKE: _OPEN,
    Act.RELEASE: _OPEN,
    Act.ASSIGN: _OPEN,
    Act.APPROVE: frozenset({State.IN_REVIEW}),
    Act.REFUSE: _BEFORE_DECISION,
    Act.READY: frozenset({State.APPROVED}),
    Act.ISSUE: frozenset({State.READY}),
}


def allowed(act: Act, officer: Officer | None, case: Case) -> bool:
    """Whether the officer may do this to the case now; None is somebody who is no officer of its unit.

    Nobody does anything but look at a case of their own.
    """
    if officer is None or officer.unit != case.office or case.state not in STATES[act]:
        return False
    if act is not Act.SEE and case.applicant == officer.user_id:
        return False
    if act is Act.REFUSE and not case.received:
        return False  # point 16: nothing was handed over, so nothing can be incomplete
    if act is Act.TAKE and case.assigned == officer.user_id:
        return False
    if act is Act.RELEASE and case.assigned is None:
        return False
    scope = RIGHTS[act].get(officer.role)
    return scope is Scope.UNIT or (scope is Scope.ASSIGNED and case.assigned == officer.user_id)
