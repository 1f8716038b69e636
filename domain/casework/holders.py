"""Who has worked on a case, as its history tells; with the names they had then, also of those who have left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.history import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from domain.history import Event
    from domain.staff.membership import Officer

TO, TO_NAME = "to", "to_name"  # details of ASSIGNED: who has the case now
FROM, FROM_NAME = "from", "from_name"  # of RELEASED, and of ASSIGNED after a dismissal: who had it


@dataclass(frozen=True, slots=True)
class Holder:
    """The officer who works on a case, or last did: `until` when, if they no longer do."""

    user_id: int
    name: str = ""
    until: datetime | None = None


def given_to(officer: Officer) -> dict[str, str]:
    """The details of an event by which this officer got the case."""
    return {TO: str(officer.user_id), TO_NAME: officer.name}


def taken_from(user_id: int | None, name: str) -> dict[str, str]:
    """The details of an event after which this officer no longer has the case; none if nobody had it."""
    return {} if user_id is None else {FROM: str(user_id), FROM_NAME: name}


def names_in(events: Iterable[Event]) -> dict[int, str]:
    """The names that the history itself keeps, by user id; the last one of each officer."""
    found = {}
    for event in events:
        details = event.details
        told = {details.get(TO, ""): details.get(TO_NAME), details.get(FROM, ""): details.get(FROM_NAME)}
        for user_id, name in ({str(event.actor): event.name} | told).items():
            if name:
                found[int(user_id)] = name
    return found


def last_holder(events: Sequence[Event]) -> Holder | None:
    """The officer who has the case or had it last; None if nobody ever took it."""
    names, holder = names_in(events), None
    for event in events:
        if event.kind is EventKind.TAKEN:
            holder = Holder(event.actor, names.get(event.actor, ""))
        elif event.kind is EventKind.ASSIGNED:
            user_id = int(event.details[TO])
            holder = Holder(user_id, names.get(user_id, ""))
        elif event.kind is EventKind.RELEASED and holder is not None:
            holder = replace(holder, until=event.at)
    return holder
