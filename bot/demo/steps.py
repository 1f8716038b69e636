"""What happens to an application of the demonstration, and when: counted back in working days from today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import Enum, auto
from typing import TYPE_CHECKING

from domain.calendar import KAZAKHSTAN, ONE_DAY

if TYPE_CHECKING:
    from datetime import date

    from bot.demo.forms import Form
    from domain.calendar import WorkingCalendar


class Deed(Enum):
    """What is done."""

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
    """One deed: `when` is `20 09:40`, twenty working days before today; 0 is the evening before today.

    `by` is the officer who does it, 0 the applicant; `items` are those of the checklist, none where all are meant.
    """

    when: str
    deed: Deed
    by: int = 0
    items: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def moment(self, today: date, calendar: WorkingCalendar) -> datetime:
        """The moment for this today."""
        back, _, at = self.when.partition(" ")
        return datetime.combine(day_before(today, int(back), calendar), time.fromisoformat(at), KAZAKHSTAN)


@dataclass(frozen=True, slots=True)
class Story:
    """One application and what becomes of it; without steps it is a draft, the first `answered` answers given."""

    form: Form
    steps: tuple[Step, ...] = ()
    applicant: int = 0
    answered: int = 0


def day_before(today: date, back: int, calendar: WorkingCalendar) -> date:
    """So many working days before today; 0 is yesterday, whatever day that is."""
    when = today if back else today - ONE_DAY
    for _ in range(back):
        when -= ONE_DAY
        while not calendar.is_working(when):
            when -= ONE_DAY
    return when


def filed(when: str) -> Step:
    """The application gets its number."""
    return Step(when, Deed.FILE)


def withdrawn(when: str) -> Step:
    """The applicant thinks otherwise."""
    return Step(when, Deed.WITHDRAW)


def coming(when: str) -> Step:
    """The applicant is on the way."""
    return Step(when, Deed.COME)


def received(when: str, by: int, *items: str) -> Step:
    """Documents are handed over: these, or all that are left."""
    return Step(when, Deed.RECEIVE, by, items)


def needed(when: str, by: int, note: str, *items: str) -> Step:
    """The applicant is asked for what is missing."""
    return Step(when, Deed.NEED, by, items, (note,))


def taken(when: str, by: int) -> Step:
    """Somebody works on the case from now on."""
    return Step(when, Deed.TAKE, by)


def released(when: str, by: int) -> Step:
    """Nobody does any more."""
    return Step(when, Deed.RELEASE, by)


def assigned(when: str, by: int, to: int) -> Step:
    """The head gives the case to somebody."""
    return Step(when, Deed.ASSIGN, by, words=(str(to),))


def approved(when: str, by: int) -> Step:
    """The certificate or note has its number."""
    return Step(when, Deed.APPROVE, by)


def refused(when: str, by: int, words: str, *items: str) -> Step:
    """A reasoned refusal: items that are missing, or `item=defect`; the words are about the first."""
    return Step(when, Deed.REFUSE, by, items, (words,))


def ready(when: str, by: int) -> Step:
    """It is signed and can be collected."""
    return Step(when, Deed.READY, by)


def issued(when: str, by: int, document: str, power: str = "") -> Step:
    """It is handed over; with a power of attorney, to the representative."""
    return Step(when, Deed.ISSUE, by, words=(document, power))
