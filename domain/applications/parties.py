"""Who an application names, found by the roles of its edition's questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.standard.questions import Role

if TYPE_CHECKING:
    from domain.applications.case import Case
    from domain.standard.edition import Standard


def answer_of(case: Case, role: Role, edition: Standard) -> str:
    """What was answered to the question with this role; empty if nothing was."""
    return edition.questions[case.subject].answer(role, case.answers)


def key_of(case: Case, role: Role, edition: Standard) -> str:
    """The id of the question with this role; empty if the edition asks no such thing."""
    asked = edition.questions[case.subject].with_role(role)
    return asked.id if asked else ""


def applicant_name(case: Case, edition: Standard) -> str:
    """The missionary, or the leader of the group; empty until that question is answered."""
    return answer_of(case, Role.APPLICANT, edition)


def applicant_label(case: Case, edition: Standard) -> str:
    """The missionary, or the group and its leader."""
    names = (answer_of(case, Role.GROUP, edition), applicant_name(case, edition))
    return ", ".join(filter(None, names))


def representative_name(case: Case, edition: Standard) -> str:
    """Who files for them; empty where nobody does."""
    return answer_of(case, Role.REPRESENTATIVE, edition)


def applicant_address(case: Case, edition: Standard) -> str:
    """The missionary's address, or the group's place."""
    return answer_of(case, Role.ADDRESS, edition)
