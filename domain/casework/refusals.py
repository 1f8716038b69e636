"""What a case may be refused for (point 16): items of point 11 that are missing, or do not meet the point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.applications.checklist import needed
from domain.applications.outcomes import Shortfall
from domain.errors import BadAnswer
from domain.history import EventKind
from domain.standard.refusals import GroundSubject

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from domain.applications.case import Case
    from domain.history import Event
    from domain.standard.edition import Defect, Standard


DEFECTS, WORDS = "defects", "words-"  # keys in the details of a history entry


def details_of(shortfalls: Sequence[Shortfall]) -> dict[str, str]:
    """The details of the history entry about a refusal."""
    defects = ",".join(f"{each.item}={each.defect}" for each in shortfalls if each.defect)
    words = {f"{WORDS}{each.item}": each.words for each in shortfalls if each.words}
    return {"items": ",".join(each.item for each in shortfalls), DEFECTS: defects} | words


def shortfalls_in(details: Mapping[str, str]) -> tuple[Shortfall, ...]:
    """Reads the shortfalls from such an entry; older ones, with one reason for all items, hold only the items."""
    items = [each for each in details.get("items", "").split(",") if each]
    defects = dict(each.split("=") for each in details.get(DEFECTS, "").split(",") if each)
    return tuple(Shortfall(each, defects.get(each, ""), details.get(f"{WORDS}{each}", "")) for each in items)


def asked_again(case: Case, events: Iterable[Event]) -> frozenset[str]:
    """The items the applicant was asked for again after handing them over.

    An earlier request does not count: it asked for what was missing. One request is enough, even if the item was handed
    over again since. Entries are compared by their order, because their times have only whole seconds.
    """
    came: set[str] = set()
    again: set[str] = set()
    for event in events:
        items = set(event.details.get("items", "").split(","))
        if event.kind is EventKind.RECEIVED:
            again -= items - came
            came |= items
        elif event.kind is EventKind.NEEDED:
            again |= items
    return frozenset(again & case.received.keys())


def defects_now(item: str, standard: Standard, again: Collection[str]) -> tuple[Defect, ...]:
    """The defects an item may be refused for now; not those the applicant must be asked about first."""
    return tuple(each for each in standard.defects_of(item) if not each.ask_first or item in again)


def check_grounds_for_documents(standard: Standard) -> None:
    """Makes sure that an incomplete package is a ground of refusal in this edition.

    Raises:
        BadAnswer: it is none: such a package is not accepted instead.
    """
    if not standard.grounds_about(GroundSubject.DOCUMENTS):
        raise BadAnswer("no-refusal-for-documents")


def refusable(
    named: Iterable[Shortfall], case: Case, standard: Standard, again: Collection[str]
) -> tuple[Shortfall, ...]:
    """Keeps those of the named shortfalls the case may be refused for, in the order of the checklist.

    An item that was not received may be missing. A received one needs a defect that fits it, and must be in `again` if
    the applicant has to be asked first.
    """
    by_item = {each.item: each for each in named}
    found = (by_item[each.item.id] for each in needed(case, standard) if each.item.id in by_item)
    return tuple(each for each in found if _holds(each, case, standard, again))


def unexplained(shortfalls: Iterable[Shortfall], standard: Standard) -> tuple[str, ...]:
    """The items with a defect that needs an explanation and has none."""
    wanting = {each.id for each in standard.defects if each.explain}
    return tuple(each.item for each in shortfalls if each.defect in wanting and not each.words)


def grounds(
    named: Sequence[Shortfall], case: Case, standard: Standard, again: Collection[str]
) -> tuple[Shortfall, ...]:
    """Returns the grounds of a refusal, which are all the named shortfalls.

    Raises:
        BadAnswer: the edition refuses for none, none is named, a named item was received and is in order, or an
            explanation is missing.
    """
    check_grounds_for_documents(standard)
    if not named:
        raise BadAnswer("nothing-ticked")
    found = refusable(named, case, standard, again)
    if len(found) != len(named):
        raise BadAnswer("no-ground")
    if unexplained(found, standard):
        raise BadAnswer("unexplained")
    return found


def _holds(named: Shortfall, case: Case, standard: Standard, again: Collection[str]) -> bool:
    if named.item not in case.received:
        return not named.defect
    return any(each.id == named.defect for each in defects_now(named.item, standard, again))
