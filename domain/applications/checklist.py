"""The checklist of point 11 for one application: which items are needed, how many copies, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.applications.case import Declaration
from domain.standard.edition import ItemRole

if TYPE_CHECKING:
    from domain.applications.case import Case
    from domain.standard.edition import ChecklistItem, Standard
    from domain.standard.questions import Questionnaire

MATERIALS = ItemRole.MATERIALS.value  # what a chat is asked for, whatever the id of the item


@dataclass(frozen=True, slots=True)
class NeededItem:
    """An item with the number of copies needed and what the applicant declared."""

    item: ChecklistItem
    copies: int
    declared: Declaration | None

    @property
    def is_list(self) -> bool:
        """Whether it is listed one by one."""
        return self.item.role is ItemRole.MATERIALS

    @property
    def asked_as(self) -> str:
        """What a chat is asked for."""
        return MATERIALS if self.is_list else self.item.id

    @property
    def is_none(self) -> bool:
        """Whether the applicant has said that there will be none of it."""
        return self.copies == 0 and self.declared is Declaration.HAVE


def needed(case: Case, standard: Standard) -> tuple[NeededItem, ...]:
    """The items this application needs, in the order of point 11."""
    items, asked = standard.checklist(case.subject, case.answers), standard.questions[case.subject]
    return tuple(NeededItem(item, _copies(item, case), _declared(item, case, asked)) for item in items)


def needed_ids(case: Case, standard: Standard) -> tuple[str, ...]:
    """Ids of every item that this application needs, in the point's order."""
    return tuple(each.item.id for each in needed(case, standard))


def cards(case: Case, standard: Standard) -> tuple[NeededItem, ...]:
    """The items the applicant is asked about: all but the application form."""
    return tuple(each for each in needed(case, standard) if each.item.role is not ItemRole.APPLICATION)


def next_card(case: Case, standard: Standard) -> NeededItem | None:
    """The first item the applicant has not been asked about."""
    return next((each for each in cards(case, standard) if each.declared is None), None)


def missing(case: Case, standard: Standard) -> tuple[str, ...]:
    """Ids of the items the package still lacks; an unfinished application form is one of them."""
    return tuple(each.item.id for each in needed(case, standard) if each.declared is not Declaration.HAVE)


def to_hand_over(case: Case, standard: Standard) -> tuple[NeededItem, ...]:
    """The items not received yet, including those that are only shown."""
    return tuple(each for each in needed(case, standard) if each.item.id not in case.received)


def _copies(item: ChecklistItem, case: Case) -> int:
    if item.role is ItemRole.MATERIALS:
        return sum(each.count for each in case.materials)
    return item.copies.count(case.answers) if item.copies else 1


def _declared(item: ChecklistItem, case: Case, asked: Questionnaire) -> Declaration | None:
    if item.role is ItemRole.APPLICATION:
        return Declaration.HAVE if asked.next(case.answers) is None else None
    return case.declared.get(item.id)
