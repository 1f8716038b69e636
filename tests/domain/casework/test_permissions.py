from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from domain.applications.case import CaseState
from domain.applications.kept_terms import KeptTerm, start_term
from domain.calendar import WorkingCalendar, day_of
from domain.casework.permissions import (
    CASE_ACTION_ROLES,
    CASE_ACTION_STATES,
    CaseAction,
    is_case_action_allowed,
    is_taking_all_that_lacks,
)
from domain.staff.membership import Role
from domain.standard.edition import Standard
from tests.domain.table import TABLE, may
from tests.factories.cases import worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, OFFICER, officer_of
from tests.factories.units import DEPARTMENT, KOKSHETAU


def test_every_act_has_its_row() -> None:
    """Every action has a rule, and every rule an action."""
    assert set(CaseAction) == set(CASE_ACTION_ROLES) == set(CASE_ACTION_STATES) == set(TABLE)


@pytest.mark.parametrize("act", CaseAction)
def test_the_whole_table(standard: Standard, calendar: WorkingCalendar, act: CaseAction) -> None:
    """Each role, state and assignment, one's own or not, with papers or not, running or paused: as the table says."""
    wrong = []
    running = start_term(standard.timings["decision"], NOW, calendar)
    clocks: tuple[dict[str, KeptTerm], ...] = (
        {},
        {"decision": running},
        {"decision": running.stopped("examination", day_of(NOW))},
    )
    for role, state, assigned, applicant, handed_in, terms in product(
        Role, CaseState, (None, OFFICER, COLLEAGUE), (APPLICANT, OFFICER), (False, True), clocks
    ):
        received = {"identity": NOW} if handed_in else {}
        case = worked(standard, state, assigned=assigned, applicant=applicant, received=received, terms=terms)
        expected = may(act, OFFICER, role, case)
        if is_case_action_allowed(act, officer_of(OFFICER, KOKSHETAU, role), case) is not expected:
            wrong.append((role, state, assigned, applicant, handed_in, case.paused))
    assert wrong == []


@pytest.mark.parametrize("act", CaseAction)
def test_nobody_and_strangers(standard: Standard, act: CaseAction) -> None:
    """People of another unit, or of none, may do nothing, even to a case assigned to them."""
    for state, role in product(CaseState, Role):
        case = worked(standard, state, assigned=OFFICER)
        assert not is_case_action_allowed(act, None, case)
        assert not is_case_action_allowed(act, officer_of(OFFICER, DEPARTMENT, role), case)
        assert not is_case_action_allowed(act, officer_of(OFFICER, KOKSHETAU, role), replace(case, office=None))


def test_what_lacks_only_the_taking(standard: Standard) -> None:
    """An officer may decide on a case of nobody's or a colleague's once they have taken it; not in another state."""
    for act, role, state, assigned, expected in (
        (CaseAction.APPROVE, Role.OFFICER, CaseState.IN_REVIEW, None, True),
        (CaseAction.APPROVE, Role.OFFICER, CaseState.IN_REVIEW, COLLEAGUE, True),
        (CaseAction.APPROVE, Role.OFFICER, CaseState.IN_REVIEW, OFFICER, False),
        (CaseAction.APPROVE, Role.OFFICER, CaseState.ISSUED, None, False),
        (CaseAction.APPROVE, Role.REGISTRAR, CaseState.IN_REVIEW, None, False),
        (CaseAction.RECEIVE, Role.OFFICER, CaseState.REGISTERED, None, False),
    ):
        case = worked(standard, state, assigned=assigned)
        assert is_taking_all_that_lacks(act, officer_of(OFFICER, KOKSHETAU, role), case) is expected, (act, role, state)
