"""Who may do what to a case, written out again from the table agreed with the officers, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.applications.case import Case

UNIT, ASSIGNED, NO = "unit", "assigned", ""
ANY_BUT_DRAFT = "registered in_review approved ready issued refused withdrawn not_accepted"
OPEN = "registered in_review approved ready"


@dataclass(frozen=True, slots=True)
class Row:
    """On which cases of their unit, and in which states, each role may perform the action."""

    registrar: str
    officer: str
    head: str
    states: str


TABLE = {
    "see": Row(UNIT, UNIT, UNIT, ANY_BUT_DRAFT),
    "receive": Row(UNIT, UNIT, UNIT, "registered in_review"),
    "need": Row(UNIT, UNIT, UNIT, "registered in_review"),
    "take": Row(NO, UNIT, UNIT, OPEN),
    "release": Row(NO, UNIT, UNIT, OPEN),
    "assign": Row(NO, NO, UNIT, OPEN),
    "approve": Row(NO, ASSIGNED, UNIT, "in_review"),
    "refuse": Row(NO, ASSIGNED, UNIT, "registered in_review"),
    "refuse-on-substance": Row(NO, ASSIGNED, UNIT, "in_review"),
    "refuse-to-accept": Row(NO, ASSIGNED, UNIT, "registered"),
    "ready": Row(UNIT, ASSIGNED, UNIT, "approved"),
    "issue": Row(UNIT, ASSIGNED, UNIT, "ready"),
    "settle": Row(NO, NO, UNIT, "registered in_review approved"),
    "pause": Row(NO, NO, UNIT, "in_review"),
    "resume": Row(NO, ASSIGNED, UNIT, "in_review"),
}


def may(act: str, actor: int, role: str, case: Case) -> bool:
    """Returns whether this role at the unit may do it; an empty role belongs to somebody of another unit."""
    row = TABLE[act]
    scope = {"registrar": row.registrar, "officer": row.officer, "head": row.head}.get(role, NO)
    if case.state not in row.states.split() or (case.applicant == actor and act != "see"):
        return False
    if act in {"refuse", "settle"} and not case.received:  # also while registered, once something was handed in
        return False
    if (
        act in {"approve", "refuse", "refuse-on-substance", "settle", "pause"} and case.paused
    ):  # nothing is decided then
        return False
    if act == "resume" and not case.paused:
        return False
    if (act == "take" and case.assigned == actor) or (act == "release" and case.assigned is None):
        return False  # it has that state already
    return scope == UNIT or (scope == ASSIGNED and case.assigned == actor)
