"""Who may lock whom, and what a lock leaves of a role."""

from __future__ import annotations

import pytest

from domain.casework.permissions import CaseAction, is_case_action_allowed
from domain.complaints.complaint import ComplaintState
from domain.complaints.permissions import ComplaintAction, is_complaint_action_allowed
from domain.staff.membership import Membership, Officer, Role
from domain.standard.edition import Standard
from tests.factories.cases import registered
from tests.factories.complaints import complained
from tests.factories.people import officer_of
from tests.factories.units import AKIMAT, DEPARTMENT, KOKSHETAU


def membership(user_id: int, *bindings: Officer, admin: bool = False) -> Membership:
    return Membership(user_id, admin, bindings)


HEAD = membership(1, officer_of(1, KOKSHETAU, Role.HEAD))
ADMIN = membership(2, admin=True)
OFFICER = membership(3, officer_of(3))
REGISTRAR = membership(4, officer_of(4, KOKSHETAU, Role.REGISTRAR))
ELSEWHERE = membership(5, officer_of(5, DEPARTMENT))
BOTH = membership(6, officer_of(6), officer_of(6, DEPARTMENT))
HEAD_ELSEWHERE = membership(7, officer_of(7), officer_of(7, DEPARTMENT, Role.HEAD))
OFFICER_ADMIN = membership(8, officer_of(8), admin=True)
NOBODY = membership(9)
OTHER_ADMIN = membership(10, admin=True)
EVERYBODY = (HEAD, ADMIN, OFFICER, REGISTRAR, ELSEWHERE, BOTH, HEAD_ELSEWHERE, OFFICER_ADMIN, NOBODY, OTHER_ADMIN)


@pytest.mark.parametrize(
    ("actor", "whom"),
    [
        (ADMIN, {1, 3, 4, 5, 6, 7, 8, 10}),
        (HEAD, {3, 4, 6}),
        (OFFICER, set()),
        (REGISTRAR, set()),
        (NOBODY, set()),
    ],
)
def test_who_locks_whom(actor: Membership, whom: set[int]) -> None:
    """An admin anybody with a role, a head the people they lead; nobody themselves."""
    assert {each.user_id for each in EVERYBODY if actor.may_lock(each)} == whom


def test_a_locked_officer_may_do_nothing(standard: Standard) -> None:
    """Whatever their role allows: the tables of rights count for nobody who is locked."""
    case, complaint = registered(standard), complained(ComplaintState.FILED)
    for locked in (False, True):
        head = Officer(1, KOKSHETAU, "Ли Б.", Role.HEAD, locked)
        assert any(is_case_action_allowed(each, head, case) for each in CaseAction) is not locked
        akim = Officer(1, AKIMAT, "Ли Б.", Role.HEAD, locked)
        assert any(is_complaint_action_allowed(each, akim, complaint) for each in ComplaintAction) is not locked
