"""Who may do what to a complaint: by role at the body that it is addressed to, by state. Everything else is denied."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from domain.complaints.complaint import ComplaintState
from domain.staff.membership import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.complaints.complaint import Complaint
    from domain.staff.membership import Officer


class ComplaintAction(StrEnum):
    """What a body's registrar or head does to a complaint."""

    SEE = "complaint"
    ACCEPT = "accept"
    ANSWER = "answer"
    EXTEND = "extend"


HANDLING_ROLES = frozenset({Role.REGISTRAR, Role.HEAD})

COMPLAINT_ACTION_ROLES: Mapping[ComplaintAction, frozenset[Role]] = {
    ComplaintAction.SEE: HANDLING_ROLES,
    ComplaintAction.ACCEPT: HANDLING_ROLES,
    ComplaintAction.ANSWER: HANDLING_ROLES,
    ComplaintAction.EXTEND: HANDLING_ROLES,
}
COMPLAINT_ACTION_STATES: Mapping[ComplaintAction, frozenset[ComplaintState]] = {
    ComplaintAction.SEE: frozenset(ComplaintState) - {ComplaintState.DRAFT, ComplaintState.LETTER},
    ComplaintAction.ACCEPT: frozenset({ComplaintState.FILED}),
    ComplaintAction.ANSWER: frozenset({ComplaintState.ACCEPTED}),
    ComplaintAction.EXTEND: frozenset({ComplaintState.ACCEPTED}),
}


def is_complaint_action_allowed(action: ComplaintAction, officer: Officer | None, complaint: Complaint) -> bool:
    """Whether the officer may do this to the complaint now; None is somebody who is no officer of its body.

    Nobody handles a complaint about themselves, or of their own; a term is made longer once.
    """
    if (
        officer is None
        or officer.locked
        or officer.unit != complaint.unit
        or complaint.stage not in COMPLAINT_ACTION_STATES[action]
    ):
        return False
    if officer.user_id in {*complaint.about, complaint.author}:
        return False
    if action is ComplaintAction.EXTEND and complaint.extension is not None:
        return False
    return officer.role in COMPLAINT_ACTION_ROLES[action]
