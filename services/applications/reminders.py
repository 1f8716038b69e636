"""What applicants are reminded of: the last day of their result, and the end of what was issued to them.

Everything is computed from the present cases. Each reminder has a key and is sent once; whoever it goes to can turn it
off for a case, and on again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Protocol

from domain.applications.case import CaseState
from domain.casework.certificates import valid_until
from domain.casework.digests import morning_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date, datetime

    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines
    from domain.calendar import WorkingCalendar
    from domain.casework.digests import WatchedCase
    from domain.standard.edition import Standard
    from domain.standard.editions import Editions
    from services.applications.further import FurtherApplications
    from services.reach import Reach


RENEWAL_NOTICE = timedelta(days=30)  # longer than the term of a result, so that there is no gap


class Reminder(StrEnum):
    """What a reminder is about; the values are stored and stand in buttons, so they never change."""

    RESULT = "result"
    RENEWAL = "renewal"


@dataclass(frozen=True, slots=True)
class ResultReminder:
    """On the working day before the last day of the result; `tomorrow` says that the last day is the next one."""

    about: ClassVar = Reminder.RESULT
    watched: WatchedCase
    last: date
    tomorrow: bool

    @property
    def case(self) -> Case:
        """The case whose result is due."""
        return self.watched.case

    @property
    def key(self) -> str:
        """Identifies the reminder in the notification log; a moved last day is another one."""
        return f"eve:{self.case.id}:{self.last}"


@dataclass(frozen=True, slots=True)
class RenewalReminder:
    """Some time before the end of what a certificate was issued for."""

    about: ClassVar = Reminder.RENEWAL
    case: Case
    until: date

    @property
    def key(self) -> str:
        """Identifies the reminder in the notification log."""
        return f"renewal:{self.case.id}:{self.until}"


class NotificationKeys(Protocol):
    """Keys that are taken and given back."""

    async def first(self, what: str, now: datetime) -> bool:
        """Takes a key; returns False if it was already taken."""

    async def has(self, what: str) -> bool:
        """Whether a key is taken."""

    async def forget(self, what: str) -> None:
        """Gives a key back."""


class ReminderChoices:
    """What people want to be reminded of, case by case: of everything, until they turn it off."""

    def __init__(self, keys: NotificationKeys) -> None:
        self._keys = keys

    async def is_off(self, case: Case, reminder: Reminder) -> bool:
        """Whether the applicant wants no such reminder of this case."""
        return await self._keys.has(_quiet(case, reminder))

    async def turn_off(self, case: Case, reminder: Reminder, now: datetime) -> None:
        """No more reminders of this kind of this case."""
        await self._keys.first(_quiet(case, reminder), now)

    async def turn_on(self, case: Case, reminder: Reminder) -> None:
        """Reminders of this kind again."""
        await self._keys.forget(_quiet(case, reminder))


def _quiet(case: Case, reminder: Reminder) -> str:
    return f"quiet:{case.id}:{reminder}"


def reminder_of(case: Case, deadlines: CaseDeadlines, standard: Standard, today: date) -> Reminder | None:
    """What the applicant of a case will be reminded of; None if nothing is ahead."""
    if deadlines.decision is not None:
        return Reminder.RESULT if deadlines.decision.last >= today else None
    until = valid_until(case, standard) if case.state is CaseState.ISSUED else None
    return Reminder.RENEWAL if until is not None and until >= today else None


def remind_of_results(
    watched: Sequence[WatchedCase], today: date, calendar: WorkingCalendar
) -> Iterator[ResultReminder]:
    """The reminders of a working day about the open cases of an office, but for people whom messages do not reach.

    What waits for somebody until they come back is told them then by the page of the case, not by an old reminder.
    """
    for each in watched:
        result = each.deadlines.decision
        if result is not None and not each.unreached and today < result.last <= calendar.next_working(today):
            yield ResultReminder(each, result.last, tomorrow=(result.last - today).days == 1)


class IssuedReader(Protocol):
    """Reads cases by state, a page at a time."""

    async def list_ids(self, states: Collection[CaseState], after: str, limit: int) -> Sequence[str]:
        """The next ids after this one, in order."""

    async def list_by_id(self, ids: Collection[str]) -> Sequence[Case]:
        """Those of these ids that are there."""


class RenewalReminders:
    """Finds certificates that end soon; `notice` is how long before their end a person is reminded."""

    def __init__(
        self,
        cases: IssuedReader,
        further: FurtherApplications,
        reach: Reach,
        editions: Editions,
        notice: timedelta,
    ) -> None:
        self._cases = cases
        self._further = further
        self._reach = reach
        self._editions = editions
        self._notice = notice

    async def list_pages(self, size: int) -> list[tuple[str, ...]]:
        """The ids of all cases in which something was issued, in pages of this size."""
        pages: list[tuple[str, ...]] = []
        while ids := await self._cases.list_ids({CaseState.ISSUED}, pages[-1][-1] if pages else "", size):
            pages.append(tuple(ids))
        return pages

    async def list_due(self, ids: Collection[str], now: datetime, calendar: WorkingCalendar) -> list[RenewalReminder]:
        """The reminders of a working day about these cases: none once the re-registration was begun.

        Raises:
            CalendarUnknown: the calendar does not cover this day.
        """
        today = morning_of(now, calendar)
        if today is None:
            return []
        ending = [
            RenewalReminder(each, until)
            for each in await self._cases.list_by_id(ids)
            if each.edition in self._editions
            and (until := valid_until(each, self._editions.of(each))) is not None
            and today <= until <= today + self._notice
        ]
        unreached = await self._reach.find_unreachable({each.case.applicant for each in ending})
        return [
            each
            for each in ending
            if each.case.applicant not in unreached and await self._further.is_renewable(each.case)
        ]
