"""The work that officers leave when they go or may no longer do it: who may go on with it, and how it is shared out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from domain.casework.permissions import CASE_ACTION_ROLES, CaseAction, is_case_action_allowed
from domain.complaints.permissions import COMPLAINT_ACTION_ROLES, ComplaintAction, is_complaint_action_allowed
from domain.errors import DomainError
from domain.history import EventKind, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from domain.applications.case import Case
    from domain.complaints.complaint import Complaint
    from domain.history import Event
    from domain.staff.membership import Officer, Role

    Record = TypeVar("Record", Case, Complaint)
    Chosen: TypeAlias = tuple[tuple[Record, Officer | None], ...]

WORKED_ON = frozenset({EventKind.COMPLAINT_ACCEPTED, EventKind.COMPLAINT_EXTENDED, EventKind.COMPLAINT_ANSWERED})
MARK = 8  # characters: enough to tell two screens apart, and short enough for a button


class Sharing(StrEnum):
    """Where work may go besides to one colleague: to all who may go on with it, or to whoever takes it."""

    EVENLY = "evenly"
    QUEUE = "queue"


Destination: TypeAlias = int | Sharing  # the user id of a colleague


def read_destination(text: str) -> Destination:
    """Reads `evenly`, `queue` or a user id.

    Raises:
        ValueError: it is none of them.
    """
    return next((each for each in Sharing if each == text), None) or int(text)


@dataclass(frozen=True, slots=True)
class Reassignment:
    """What was chosen, on a screen that showed work with this `mark`; without one nothing was shown."""

    to: Destination
    mark: str = ""


@dataclass(frozen=True)  # no slots: what a screen asks for at each of its buttons is computed once
class LeftWork:
    """Open cases and complaints that `officer` may no longer go on with, and the rest of the unit's staff."""

    officer: Officer
    colleagues: tuple[Officer, ...]
    cases: tuple[Case, ...] = ()
    complaints: tuple[Complaint, ...] = ()

    @property
    def is_any(self) -> bool:
        """Whether anything is left."""
        return bool(self.cases or self.complaints)

    @cached_property
    def receivers(self) -> tuple[Officer, ...]:
        """The colleagues who may go on with some of it."""
        return tuple(each for each in self.colleagues if any(self._answers(each)))

    @property
    def any_may_take_all(self) -> bool:
        """Whether each of the receivers may go on with all of it."""
        return all(all(self._answers(each)) for each in self.receivers)

    @cached_property
    def mark(self) -> str:
        """Differs where other work or other receivers were shown."""
        records = [*(each.id for each in self.cases), *(each.id for each in self.complaints)]
        return digest(sorted(records), [(each.user_id, each.role) for each in self.receivers])[:MARK]

    def _answers(self, colleague: Officer) -> Iterator[bool]:
        """Whether a colleague may go on with each record."""
        yield from (may_take(colleague, each) for each in self.cases)
        yield from (may_answer(colleague, each) for each in self.complaints)


class WorkLeft(DomainError):
    """Somebody would leave open cases or complaints, and it was not said who has them now, or nobody who may."""

    def __init__(self, left: LeftWork) -> None:
        super().__init__(str(left.officer.user_id))
        self.left = left


@dataclass(frozen=True, slots=True)
class Share:
    """What one colleague is told of: what is theirs now, and what waits for anybody who may go on with it."""

    officer: Officer
    left_by: Officer
    cases: tuple[Case, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    waiting_cases: tuple[Case, ...] = ()
    waiting_complaints: tuple[Complaint, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedWork:
    """Who goes on with what; nobody with what waits in the queue."""

    left: LeftWork
    cases: Chosen[Case] = ()
    complaints: Chosen[Complaint] = ()

    @property
    def shares(self) -> tuple[Share, ...]:
        """One for each colleague whom any of it concerns."""
        found = []
        for each in self.left.colleagues:
            parts = (
                _given_to(each, self.cases),
                _given_to(each, self.complaints),
                tuple(case for case in _given_to(None, self.cases) if may_take(each, case)),
                tuple(complaint for complaint in _given_to(None, self.complaints) if may_answer(each, complaint)),
            )
            if any(parts):
                found.append(Share(each, self.left.officer, *parts))
        return tuple(found)


def may_take(officer: Officer, case: Case) -> bool:
    """Whether the case may be given to this officer."""
    return is_case_action_allowed(CaseAction.TAKE, officer, case)


def may_answer(officer: Officer, complaint: Complaint) -> bool:
    """Whether this officer may go on with the complaint, which belongs to all of its body who may."""
    return is_complaint_action_allowed(ComplaintAction.SEE, officer, complaint)


def keeps_cases(role: Role | None) -> bool:
    """Whether cases stay with somebody in this role; None: they leave."""
    return role in CASE_ACTION_ROLES[CaseAction.TAKE]


def keeps_complaints(role: Role | None) -> bool:
    """Whether somebody in this role goes on with complaints; None: they leave."""
    return role in COMPLAINT_ACTION_ROLES[ComplaintAction.ANSWER]


def is_worked_on_by(officer: Officer, complaint: Complaint, events: Iterable[Event]) -> bool:
    """Whether this officer accepted, extended or answered it last, or has begun an answer."""
    actors = [each.actor for each in events if each.kind in WORKED_ON]
    return actors[-1:] == [officer.user_id] or bool(complaint.drafts.lines(officer.user_id))


def share_out(left: LeftWork, to: Destination) -> SharedWork:
    """Gives each record to whom it was meant for; what they may not go on with waits for others."""
    given: Counter[int] = Counter()

    def choose(records: Sequence[Record], may: Callable[[Officer, Record], bool]) -> Chosen[Record]:
        found: list[tuple[Record, Officer | None]] = []
        for record in records:
            able = [each for each in left.colleagues if to in (Sharing.EVENLY, each.user_id) and may(each, record)]
            least = min(able, key=lambda each: given[each.user_id], default=None)
            if least is not None:
                given[least.user_id] += 1
            found.append((record, least))
        return tuple(found)

    return SharedWork(left, choose(left.cases, may_take), choose(left.complaints, may_answer))


def _given_to(officer: Officer | None, records: Chosen[Record]) -> tuple[Record, ...]:
    return tuple(record for record, taker in records if taker == officer)
