"""Who had a case, and what the history calls them."""

from __future__ import annotations

from datetime import timedelta

from domain.casework.holders import Holder, given_to, last_holder, names_in, taken_from
from domain.history import NO_ACCOUNT, Event, EventKind
from tests.factories.moments import NOW
from tests.factories.people import COLLEAGUE, HEAD, OFFICER, officer_of

LATER = NOW + timedelta(hours=1)
TAKEN = Event(EventKind.TAKEN, NOW, OFFICER, name="Ким А.")
ASSIGNED = Event(EventKind.ASSIGNED, NOW, HEAD, given_to(officer_of(COLLEAGUE)))
RELEASED = Event(EventKind.RELEASED, LATER, NO_ACCOUNT)


def test_who_had_it_last() -> None:
    """Whoever took it or got it; once it is given back, with the time of that."""
    received = Event(EventKind.RECEIVED, LATER, HEAD)
    assert last_holder([]) is last_holder([received]) is last_holder([RELEASED]) is None
    assert last_holder([TAKEN, received]) == Holder(OFFICER, "Ким А.")
    assert last_holder([TAKEN, RELEASED, received]) == Holder(OFFICER, "Ким А.", LATER)
    assert last_holder([TAKEN, RELEASED, ASSIGNED]) == Holder(COLLEAGUE, "Имя 4002")


def test_the_name_of_whom_an_old_entry_does_not_name() -> None:
    """Any other entry may: the one by which they lost the case."""
    old = [Event(EventKind.TAKEN, NOW, OFFICER), Event(EventKind.ASSIGNED, NOW, HEAD, {"to": str(COLLEAGUE)})]
    assert names_in(old) == {}
    assert last_holder(old) == Holder(COLLEAGUE)
    ended = Event(EventKind.RELEASED, LATER, HEAD, taken_from(COLLEAGUE, "Ли Б."))
    assert last_holder([*old, ended]) == Holder(COLLEAGUE, "Ли Б.", LATER)
    assert taken_from(None, "") == {}
    assert names_in([TAKEN, ASSIGNED]) == {OFFICER: "Ким А.", COLLEAGUE: "Имя 4002"}
