"""What a case may be refused for (point 16): items of point 11 that were not handed over, or not as the point asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.applications.checklist import needed
from domain.applications.outcomes import Shortfall
from domain.errors import BadAnswer
from domain.history import EventKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from domain.applications.case import Case
    from domain.history import Event
    from domain.standard.edition import Defect, Standard


DEFECTS, WORDS = "defects", "words-"  # details of an entry of the history


def details_of(shortfalls: Sequence[Shortfall]) -> dict[str, str]:
    """What the entry of a refusal in the history says of them."""
    defects = ",".join(f"{each.item}={each.defect}" for each in shortfalls if each.defect)
    words = {f"{WORDS}{each.item}": each.words for each in shortfalls if each.words}
    return {"items": ",".join(each.item for each in shortfalls), DEFECTS: defects} | words


def shortfalls_in(details: Mapping[str, str]) -> tuple[Shortfall, ...]:
    """What such an entry says; of an older one, which has a reason for all its items, the items alone."""
    items = [each for each in details.get("items", "").split(",") if each]
    defects = dict(each.split("=") for each in details.get(DEFECTS, "").split(",") if each)
    return tuple(Shortfall(each, defects.get(each, ""), details.get(f"{WORDS}{each}", "")) for each in items)


def asked_again(case: Case, events: Iterable[Event]) -> frozenset[str]:
    """The items that the applicant was asked for after they had been handed over once.

    A request from before that does not count: it asked for what was missing. One request is enough, also where the
    item came again since. The order of the entries tells, for their times are of whole seconds.
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
    """What may be found wrong with an item that was received; not what the applicant must be asked about first."""
    return tuple(each for each in standard.defects_of(item) if not each.ask_first or item in again)


def refusable(
    named: Iterable[Shortfall], case: Case, standard: Standard, again: Collection[str]
) -> tuple[Shortfall, ...]:
    """Of what is named, what the case may be refused for, in the checklist's order; nothing else is a ground.

    An item that was not received may be missing. One that was received must have a defect that fits it, and `again`
    must hold it where the applicant is to be asked first.
    """
    by_item = {each.item: each for each in named}
    found = (by_item[each.item.id] for each in needed(case, standard) if each.item.id in by_item)
    return tuple(each for each in found if _holds(each, case, standard, again))


def unexplained(shortfalls: Iterable[Shortfall], standard: Standard) -> tuple[str, ...]:
    """The items whose defect says too little without words, and has none."""
    wanting = {each.id for each in standard.defects if each.explain}
    return tuple(each.item for each in shortfalls if each.defect in wanting and not each.words)


def grounds(
    named: Sequence[Shortfall], case: Case, standard: Standard, again: Collection[str]
) -> tuple[Shortfall, ...]:
    """What a refusal of the case rests on: all that is named, or the refusal cannot be made.

    Raises:
        BadAnswer: nothing is named, something is that was received and is in order, or words are missing.
    """
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
