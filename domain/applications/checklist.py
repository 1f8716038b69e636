"""The checklist of point 11 for one application: which items are needed, how many copies, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.applications.case import Declaration
from domain.standard.edition import Count
from domain.standard.questions import Role

if TYPE_CHECKING:
    from domain.applications.case import Case
    from domain.standard.edition import ChecklistItem, Standard
    from domain.standard.questions import Questionnaire

APPLICATION = "application"  # the one item the bot prepares
MATERIALS = "materials"


@dataclass(frozen=True, slots=True)
class NeededItem:
    """An item with the number of copies needed and what the applicant declared."""

    item: ChecklistItem
    copies: int
    declared: Declaration | None

    @property
    def is_none(self) -> bool:
        """Whether the applicant has said that there will be none of it."""
        return self.copies == 0 and self.declared is Declaration.HAVE


def needed(case: Case, standard: Standard) -> tuple[NeededItem, ...]:
    """The items this application needs, in the order of point 11."""
    items, asked = standard.checklist(case.subject, case.answers), standard.questions[case.subject]
    return tuple(NeededItem(item, _copies(item, case, asked), _declared(item, case, asked)) for item in items)


def needed_ids(case: Case, standard: Standard) -> tuple[str, ...]:
    """Ids of every item that this application needs, in the point's order."""
    return tuple(each.item.id for each in needed(case, standard))


def cards(case: Case, standard: Standard) -> tuple[NeededItem, ...]:
    """The items the applicant is asked about: all but the application form."""
    return tuple(each for each in needed(case, standard) if each.item.id != APPLICATION)


def next_card(case: Case, standard: Standard) -> NeededItem | None:
    """The first item the applicant has not been asked about."""
    return next((each for each in cards(case, standard) if each.declared is None), None)


def missing(case: Case, standard: Standard) -> tuple[str, ...]:
    """Ids of the items the package still lacks; an unfinished application form is one of them."""
    return tuple(each.item.id for each in needed(case, standard) if each.declared is not Declaration.HAVE)


def to_hand_over(case: Case, standard: Standard) -> tuple[NeededItem, ...]:
    """The items not received yet, including those that are only shown."""
    return tuple(each for each in needed(case, standard) if each.item.id not in case.received)


def _copies(item: ChecklistItem, case: Case, asked: Questionnaire) -> int:
    if item.count is Count.AS_LISTED:
        return sum(each.count for each in case.materials)
    if item.count is Count.LEADER_AND_MEMBERS:
        members = int(asked.answer(Role.MEMBERS, case.answers) or 0)
        return members + asked.is_again(Role.LEADER_COUNTED, case.answers)
    return 1


def _declared(item: ChecklistItem, case: Case, asked: Questionnaire) -> Declaration | None:
    if item.id == APPLICATION:
        return Declaration.HAVE if asked.next(case.answers) is None else None
    return case.declared.get(item.id)
