"""Erases finished cases and complaints after their retention; their person is notified before and gets a proof."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot import clock
from bot.delivery.messages import Notification, queue_notification
from bot.monitoring import fault_name, log_event
from bot.repositories import Repositories
from dialogs.privacy import erased_screen, notice_screen
from services.privacy.erasure import Erased, ErasureService, Notice, person_of
from services.privacy.my_data import ASKED
from storage.db.engine import StorageFault
from storage.db.keys import case_owner, person
from storage.history.events import SqlDenials
from storage.limits import SqlCounters
from storage.messaging.outbox import NotificationLog, Outbox

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.delivery.sender import Sender
    from bot.resources import Wording
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts
    from storage.db.database import Database
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction
    from storage.messaging.outbox import Outgoing

ERASURE_SECONDS = 3600.0
DAY = timedelta(days=1)


class ErasureJobs:
    """What is due follows from the data; each record has its own transaction, and none delays another.

    A person who blocks the bot gets neither notice nor proof until they write again; their data is erased all the same.
    """

    def __init__(
        self, database: Database, keys: KeyStore, sender: Sender, retention: timedelta, wording: Wording
    ) -> None:
        self._database = database
        self._keys = keys
        self._sender = sender
        self._retention = retention
        self._wording = wording

    async def run(self) -> None:
        """Does everything that is due now."""
        now = clock.now()
        async with self._database.transaction() as transaction:
            await NotificationLog(transaction).forget_before(now - DAY, ASKED)
            await SqlCounters(transaction).forget_ended(now)
            await SqlDenials(transaction, self._keys).forget_before(now - self._retention)
            erasure = self._erasure(transaction)
            await erasure.forget_set_aside(now)
            due = await erasure.ended(now)
        for record_id in due:
            try:
                await self._take(record_id, now)
            except StorageFault:
                raise  # the database cannot work now, no record is at fault
            except Exception as error:  # noqa: BLE001  # a fault of one record must not delay the others
                log_event("retention-failed", record=record_id, fault=fault_name(error))
        log_event("retention-done", looked_at=len(due))

    def _erasure(self, transaction: Transaction) -> ErasureService:
        repositories = Repositories(transaction, self._keys).for_erasure
        return ErasureService(repositories, self._retention, self._wording.library.editions)

    async def _take(self, record_id: str, now: datetime) -> None:
        rows: list[Outgoing] = []
        async with self._database.transaction() as transaction:
            newest = await Outbox(transaction).last_id()
            done = await self._erasure(transaction).take(record_id, now)
            if done is not None:
                rows = await queue_notification(transaction, self._keys, self._letter(done), self._wording, newest)
        self._sender.queue(rows)
        if isinstance(done, Erased):
            log_event("erased", record=record_id, entry=done.head.id)

    def _letter(self, done: Notice | Erased) -> Notification:
        """A notice is sealed with the record's key; a proof outlives the record, so it is sealed with the person's."""
        record, user_id = done.record, person_of(done.record)
        if isinstance(done, Erased):
            origin, owner, draw = "e", person(user_id), partial(erased_screen, done)
        else:
            origin, owner = f"r{int(done.at.timestamp())}.", case_owner(record.id)
            draw = partial(notice_screen, done)
        return _of(user_id, owner, f"{origin}{record.id}", draw, record.edition)


def _of(user_id: int, owner: str, origin: str, draw: Callable[[Texts], Screen], edition: str) -> Notification:
    return Notification(user_id, owner, origin, lambda texts: [draw(texts)], edition=edition)
