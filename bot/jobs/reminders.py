"""Morning messages: digests to officers, notices to heads, missed deadlines to applicants and authors."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot import clock
from bot.container import Container
from bot.delivery.messages import Notification, queue_notification
from bot.monitoring import fault_name, log_event
from dialogs.applications.case_days import renewal_reminder, result_reminder
from dialogs.casework.digests import digest_screen, head_screen, late_screen
from dialogs.complaints.silence import Ready, silent_screen
from domain.calendar import day_of
from domain.casework.digests import morning_of
from domain.offices.units import UnitId
from services.applications.reminders import RenewalReminder, ResultReminder
from services.casework.digests import HeadNotice, LateNotice, MorningDigest
from services.complaints.follow_up import Offer, SilentNotice
from storage.db.engine import StorageFault
from storage.db.keys import case_owner, person
from storage.messaging.outbox import NotificationLog, Outbox

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from bot.container import ContainerOptions
    from bot.delivery.sender import Sender
    from bot.resources import Wording
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts
    from storage.db.database import Database
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction
    from storage.messaging.outbox import Outgoing

REMINDER_SECONDS = 60.0
KEPT = timedelta(days=30)
OF_ONE_DAY = ("round", "digest", "ahead", "eve")  # kinds of keys that are never needed on a later day
ISSUED_AT_ONCE = 100  # cases in one transaction
# An office whose cases to check, a person whose digest to build, or ids of cases in which something was issued.
Step = UnitId | int | tuple[str, ...]
Due = MorningDigest | HeadNotice | LateNotice | SilentNotice | ResultReminder | RenewalReminder


class ReminderJobs:
    """One round on each working day from 09:00, with a transaction for each office or person; a failed step is retried.

    What is due follows from the data, and the key of each message is recorded in the transaction that queues it, so an
    interrupted round can simply be repeated.
    """

    def __init__(
        self, database: Database, keys: KeyStore, sender: Sender, options: ContainerOptions, wording: Wording
    ) -> None:
        self._database = database
        self._keys = keys
        self._sender = sender
        self._options = options
        self._library = options.library
        self._wording = wording
        self._day: date | None = None
        self._left: list[Step] = []

    async def run(self) -> None:
        """Sends what is due and was not sent; costs nothing at night, on days off, and after the round."""
        now = clock.now()
        day = morning_of(now, self._library.calendar)
        if day is None:
            return
        if self._day != day:
            self._left = await self._remaining_steps(day)
            self._day = day
        if not self._left:
            return
        await self._go_round(now)
        if not self._left:
            await self._end(day, now)

    async def _remaining_steps(self, day: date) -> list[Step]:
        async with self._database.transaction() as transaction:
            if await NotificationLog(transaction).has(_round(day)):
                return []
            people = await self._container(transaction).digests.people()
            issued = await self._container(transaction).renewals.list_pages(ISSUED_AT_ONCE)
        return [*people, *self._library.editions.units(), *issued]

    async def _go_round(self, now: datetime) -> None:
        for step in tuple(self._left):
            try:
                await self._take(step, now)
            except StorageFault:
                raise  # the database cannot work now, no step is at fault
            except Exception as error:  # noqa: BLE001  # a fault at one office must not silence the others
                named = step[0] if isinstance(step, tuple) else step
                log_event("telling-failed", step=str(named), fault=fault_name(error))
            else:
                self._left.remove(step)

    async def _take(self, step: Step, now: datetime) -> None:
        rows: list[Outgoing] = []
        async with self._database.transaction() as transaction:
            log = NotificationLog(transaction)
            for due in await self._due(transaction, step, now):
                if not await self._is_unwanted(transaction, due) and await log.first(due.key, now):
                    letter = await self._letter(transaction, due, now)
                    rows += await queue_notification(transaction, self._keys, letter, self._wording)
        self._sender.queue(rows)

    async def _is_unwanted(self, transaction: Transaction, due: Due) -> bool:
        """Whether the applicant has turned this reminder off."""
        if not isinstance(due, ResultReminder | RenewalReminder):
            return False
        return await self._container(transaction).reminders.is_off(due.case, due.about)

    async def _due(self, transaction: Transaction, step: Step, now: datetime) -> list[Due]:
        digests = self._container(transaction).digests
        if isinstance(step, tuple):
            return [*await self._container(transaction).renewals.list_due(step, now, self._library.calendar)]
        if isinstance(step, UnitId):
            cases = await digests.list_for_unit(step, now) if self._library.editions.is_office(step) else ()
            return [*cases, *await self._container(transaction).overdue_complaints.list_for_unit(step, now)]
        morning = await digests.compute_for_person(step, now)
        return [morning] if morning else []

    async def _letter(self, transaction: Transaction, due: Due, now: datetime) -> Notification:
        if isinstance(due, MorningDigest):
            # A person who blocks the bot for a month later finds one digest, not all of them.
            letter = _letter(due.user_id, person(due.user_id), due.key, partial(digest_screen, due), self._edition)
            return replace(letter, merge_key="digest")
        if isinstance(due, SilentNotice):
            return self._silent(due)
        if isinstance(due, ResultReminder | RenewalReminder):
            return _letter(due.case.applicant, case_owner(due.case.id), due.key, _reminder(due), due.case.edition)
        case = due.watched.case
        if isinstance(due, HeadNotice):
            return _letter(due.user_id, case_owner(case.id), due.key, partial(head_screen, due), case.edition)
        ready = self._ready(await self._container(transaction).overdue_complaints.about(case, now))
        assert ready is not None  # noqa: S101  # every office has an akimat
        draw = partial(late_screen, due, self._library.editions.of(case).unit(case.filed_office).corrected(), ready)
        return _letter(case.applicant, case_owner(case.id), due.key, draw, case.edition)

    def _ready(self, offer: Offer | None) -> Ready | None:
        return Ready(self._library.editions.unit(offer.unit).corrected(), offer.taken) if offer else None

    def _silent(self, due: SilentNotice) -> Notification:
        complaint = due.complaint
        draw = partial(silent_screen, complaint, self._ready(due.offer), self._library.editions.of(complaint))
        return _letter(complaint.author, case_owner(complaint.id), due.key, draw, complaint.edition)

    async def _end(self, day: date, now: datetime) -> None:
        async with self._database.transaction() as transaction:
            log = NotificationLog(transaction)
            await log.first(_round(day), now)
            for kind in OF_ONE_DAY:
                await log.forget_before(now - KEPT, kind)

    @property
    def _edition(self) -> str:
        return self._library.standard.status.id

    def _container(self, transaction: Transaction) -> Container:
        return Container(self._options, transaction, self._keys)


async def drop_stale_digests(database: Database) -> None:
    """Drops digests of earlier days that were not sent; runs at the start, before the sender."""
    async with database.transaction() as transaction:
        await Outbox(transaction).drop_stale("digest", day_of(clock.now()))


def _letter(user_id: int, owner: str, key: str, draw: Callable[[Texts], Screen], edition: str) -> Notification:
    return Notification(user_id, owner, key, lambda texts: [draw(texts)], edition=edition)


def _reminder(due: ResultReminder | RenewalReminder) -> Callable[[Texts], Screen]:
    return partial(result_reminder, due) if isinstance(due, ResultReminder) else partial(renewal_reminder, due)


def _round(day: date) -> str:
    return f"round:{day}"
