"""Refusing to accept an incomplete package, where the edition has a rule for it; it decides nothing about the service.

Whoever brings the package is told on the spot what it lacks. Nothing of it is recorded as received, so an item is
looked at as it is brought: it is missing, or has a defect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.applications.checklist import needed
from domain.casework.refusals import unexplained
from domain.errors import BadAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from domain.applications.case import Case
    from domain.applications.outcomes import Shortfall
    from domain.standard.edition import Standard
    from domain.standard.refusals import Acceptance


def rule_of_acceptance(standard: Standard) -> Acceptance:
    """The rule by which an incomplete package may be refused acceptance.

    Raises:
        BadAnswer: the edition has none, as that of 2011.
    """
    if standard.acceptance is None:
        raise BadAnswer("must-be-accepted")
    return standard.acceptance


def fitting_shortfalls(named: Iterable[Shortfall], case: Case, standard: Standard) -> tuple[Shortfall, ...]:
    """Keeps those of the named shortfalls that the case can have, in the order of the checklist.

    An item has one of its defects, also one about which an applicant is asked first before a refusal: they are being
    told now. Without a defect it is missing, so it was not received before.
    """
    by_item = {each.item: each for each in named}
    found = (by_item[each.item.id] for each in needed(case, standard) if each.item.id in by_item)
    return tuple(each for each in found if _fits(each, case, standard))


def shortfalls_of_package(named: Sequence[Shortfall], case: Case, standard: Standard) -> tuple[Shortfall, ...]:
    """Returns what the package falls short in, which is all that is named.

    Raises:
        BadAnswer: the edition lets no package be refused acceptance, none is named, one does not fit, or needs words.
    """
    rule_of_acceptance(standard)
    if not named:
        raise BadAnswer("nothing-ticked")
    found = fitting_shortfalls(named, case, standard)
    if len(found) != len(named):
        raise BadAnswer("no-ground")
    if unexplained(found, standard):
        raise BadAnswer("unexplained")
    return found


def _fits(named: Shortfall, case: Case, standard: Standard) -> bool:
    if not named.defect:
        return named.item not in case.received
    return any(each.id == named.defect for each in standard.defects_of(named.item))
