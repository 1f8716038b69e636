"""Who may do what to a case, by role at its unit, assignment and state. Anything not listed is denied."""

from __future__ import annotations

from dataclasses import replace
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
    REFUSE = "refuse"  # because the package is incomplete
    REFUSE_ON_SUBSTANCE = "refuse-on-substance"  # on a ground that the edition names, though the package is complete
    REFUSE_TO_ACCEPT = "refuse-to-accept"  # an incomplete package, where the edition lets the office do so
    READY = "ready"
    ISSUE = "issue"
    SETTLE = "settle"  # whether a last day that was told is kept or moved, after the calendar changed
    PAUSE = "pause"  # of the terms, for a reason that the edition names
    RESUME = "resume"


class Scope(StrEnum):
    """The cases of a unit that a right covers: all, or those assigned to the officer."""

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
    CaseAction.REFUSE_ON_SUBSTANCE: _DECIDING,
    CaseAction.REFUSE_TO_ACCEPT: _DECIDING,
    CaseAction.READY: _HANDING_OUT,
    CaseAction.ISSUE: _HANDING_OUT,
    # By the last day the work of those who decide is measured: none of them moves it for themselves.
    CaseAction.SETTLE: {Role.HEAD: Scope.UNIT},
    CaseAction.PAUSE: {Role.HEAD: Scope.UNIT},  # for the same reason; that a term goes on is to nobody's gain
    CaseAction.RESUME: _DECIDING,
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
    CaseAction.REFUSE_ON_SUBSTANCE: frozenset({CaseState.IN_REVIEW}),
    CaseAction.REFUSE_TO_ACCEPT: frozenset({CaseState.REGISTERED}),
    CaseAction.READY: frozenset({CaseState.APPROVED}),
    CaseAction.ISSUE: frozenset({CaseState.READY}),
    CaseAction.SETTLE: UNDECIDED_CASE_STATES | {CaseState.APPROVED},
    CaseAction.PAUSE: frozenset({CaseState.IN_REVIEW}),
    CaseAction.RESUME: frozenset({CaseState.IN_REVIEW}),
}


_ONLY_RUNNING = frozenset(
    {
        *(CaseAction.APPROVE, CaseAction.REFUSE, CaseAction.REFUSE_ON_SUBSTANCE),
        *(CaseAction.SETTLE, CaseAction.PAUSE),
    }
)


def is_case_action_allowed(action: CaseAction, officer: Officer | None, case: Case) -> bool:
    """Whether the officer may do this to the case now; None stands for somebody who is no officer of its unit.

    One who is locked may do nothing. An officer who is also the applicant may only look at the case.
    """
    if officer is None or officer.locked or officer.unit != case.office or case.state not in CASE_ACTION_STATES[action]:
        return False
    if action is not CaseAction.SEE and case.applicant == officer.user_id:
        return False
    if action in {CaseAction.REFUSE, CaseAction.SETTLE} and not case.received:
        return False  # point 16: the package cannot be incomplete before anything was handed over, and no term runs
    if action in (_ONLY_RUNNING if case.paused else {CaseAction.RESUME}):
        return False
    if (action, case.assigned) in {(CaseAction.TAKE, officer.user_id), (CaseAction.RELEASE, None)}:
        return False
    scope = CASE_ACTION_ROLES[action].get(officer.role)
    return scope is Scope.UNIT or (scope is Scope.ASSIGNED and case.assigned == officer.user_id)


def is_taking_all_that_lacks(action: CaseAction, officer: Officer, case: Case) -> bool:
    """Whether the officer may do this once they have taken the case, and may take it."""
    if CASE_ACTION_ROLES[action].get(officer.role) is not Scope.ASSIGNED or case.assigned == officer.user_id:
        return False
    taken = replace(case, assigned=officer.user_id)
    return is_case_action_allowed(CaseAction.TAKE, officer, case) and is_case_action_allowed(action, officer, taken)
