"""Who may do what to a complaint, written out again row by row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from domain.complaints.complaint import Complaint, ComplaintState, Extension
from domain.complaints.permissions import (
    COMPLAINT_ACTION_ROLES,
    COMPLAINT_ACTION_STATES,
    ComplaintAction,
    is_complaint_action_allowed,
)
from domain.staff.membership import Role
from tests.factories.complaints import begun
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, OFFICER, officer_of
from tests.factories.units import AKIMAT, REGION_AKIMAT

HANDLERS = {"registrar", "head"}
TABLE = {
    "complaint": "filed accepted answered closed",
    "accept": "filed",
    "answer": "accepted",
    "extend": "accepted",
}
EXTENSION = Extension(NOW, "Нужна проверка.", date(2026, 12, 22))


def addressed(stage: ComplaintState = ComplaintState.FILED) -> Complaint:
    return begun(stage=stage, unit=AKIMAT)


def test_every_action_has_its_row() -> None:
    """Every action has a rule, and every rule an action."""
    assert set(ComplaintAction) == set(COMPLAINT_ACTION_ROLES) == set(COMPLAINT_ACTION_STATES) == set(TABLE)


@pytest.mark.parametrize("act", ComplaintAction)
def test_the_whole_table(act: ComplaintAction) -> None:
    """Each role and state, one's own complaint or not, about oneself or not, extended or not: as the table says."""
    wrong = []
    for role, stage, author, about, extension in product(
        Role, ComplaintState, (APPLICANT, OFFICER), ((), (COLLEAGUE,), (COLLEAGUE, OFFICER)), (None, EXTENSION)
    ):
        complaint = replace(addressed(stage), author=author, about=about, extension=extension)
        barred = author == OFFICER or OFFICER in about or (act == "extend" and extension is not None)
        expected = role in HANDLERS and stage in TABLE[act].split() and not barred
        if is_complaint_action_allowed(act, officer_of(OFFICER, AKIMAT, role), complaint) is not expected:
            wrong.append((role, stage, author, about, extension))
    assert wrong == []


@pytest.mark.parametrize("act", ComplaintAction)
def test_nobody_and_strangers(act: ComplaintAction) -> None:
    """People of another body, or of none, may do nothing."""
    for stage, role in product(ComplaintState, Role):
        complaint = addressed(stage)
        assert not is_complaint_action_allowed(act, None, complaint)
        assert not is_complaint_action_allowed(act, officer_of(OFFICER, REGION_AKIMAT, role), complaint)
        assert not is_complaint_action_allowed(act, officer_of(OFFICER, AKIMAT, role), replace(complaint, unit=None))
