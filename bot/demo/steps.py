"""Steps of an application in the demo, timed in working days before today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import Enum, auto
from typing import TYPE_CHECKING

from domain.calendar import KAZAKHSTAN, ONE_DAY

if TYPE_CHECKING:
    from datetime import date

    from bot.demo.people import Form
    from domain.calendar import WorkingCalendar


class StepKind(Enum):
    """What is done in a step."""

    FILE = auto()
    WITHDRAW = auto()
    COME = auto()
    RECEIVE = auto()
    NEED = auto()
    TAKE = auto()
    RELEASE = auto()
    ASSIGN = auto()
    APPROVE = auto()
    REFUSE = auto()
    READY = auto()
    ISSUE = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One act. `when` is `20 09:40`, twenty working days before today; 0 is the evening before today.

    `by` is the officer who acts, 0 for the applicant; `items` are those of the checklist, empty for all.
    """

    when: str
    deed: StepKind
    by: int = 0
    items: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def moment(self, today: date, calendar: WorkingCalendar) -> datetime:
        """Computes the time from today's date."""
        back, _, at = self.when.partition(" ")
        return datetime.combine(day_before(today, int(back), calendar), time.fromisoformat(at), KAZAKHSTAN)


@dataclass(frozen=True, slots=True)
class Story:
    """One application and its course; without steps it is a draft with its first `answered` questions answered."""

    form: Form
    steps: tuple[Step, ...] = ()
    applicant: int = 0
    answered: int = 0


def day_before(today: date, back: int, calendar: WorkingCalendar) -> date:
    """The day that many working days before today; 0 is yesterday, working day or not."""
    when = today if back else today - ONE_DAY
    for _ in range(back):
        when -= ONE_DAY
        while not calendar.is_working(when):
            when -= ONE_DAY
    return when


def filed(when: str) -> Step:
    """The application is filed."""
    return Step(when, StepKind.FILE)


def withdrawn(when: str) -> Step:
    """The applicant withdraws."""
    return Step(when, StepKind.WITHDRAW)


def coming(when: str) -> Step:
    """The applicant announces a visit."""
    return Step(when, StepKind.COME)


def received(when: str, by: int, *items: str) -> Step:
    """Documents are handed over: these, or all remaining ones."""
    return Step(when, StepKind.RECEIVE, by, items)


def needed(when: str, by: int, note: str, *items: str) -> Step:
    """The applicant is asked for missing items."""
    return Step(when, StepKind.NEED, by, items, (note,))


def taken(when: str, by: int) -> Step:
    """An officer takes the case."""
    return Step(when, StepKind.TAKE, by)


def released(when: str, by: int) -> Step:
    """An officer releases the case."""
    return Step(when, StepKind.RELEASE, by)


def assigned(when: str, by: int, to: int) -> Step:
    """The head assigns the case."""
    return Step(when, StepKind.ASSIGN, by, words=(str(to),))


def approved(when: str, by: int) -> Step:
    """The application is approved, and the certificate or note gets its number."""
    return Step(when, StepKind.APPROVE, by)


def refused(when: str, by: int, words: str, *items: str) -> Step:
    """The application is refused; items are missing, or `item=defect`. The words explain the first."""
    return Step(when, StepKind.REFUSE, by, items, (words,))


def ready(when: str, by: int) -> Step:
    """The certificate or note is signed and can be collected."""
    return Step(when, StepKind.READY, by)


def issued(when: str, by: int, document: str, power: str = "") -> Step:
    """It is handed over, with a power of attorney to the representative."""
    return Step(when, StepKind.ISSUE, by, words=(document, power))
