"""One update, one commit: isolates the update that breaks its batch, and sets it aside after three tries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.monitoring import fault_name, log_event
from bot.updates.batch import Batches
from bot.updates.reading import find_origin
from dialogs.home import fault_screen
from handlers.core.reply import Reply
from storage.db.engine import StorageFault
from storage.db.keys import SYSTEM, person
from storage.messaging.inbox import Inbox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.updates.reading import Payload


MAX_TRIES = 3
KILLED = "the process ended three times while it was tried"


@dataclass(slots=True)
class Processor(Batches):
    """Takes raw updates, in order, and returns when their effects are committed."""

    careful: bool = True  # the first batch after a start: one of its updates may have ended the last process
    _spare: dict[int, int] = field(default_factory=dict)  # tries counted that a database fault prevented

    async def process(self, payloads: Sequence[Payload]) -> None:
        """Process updates; when this returns they are all committed, as handled or as quarantined.

        Raises:
            StorageFault: the database cannot work now; none of those not yet committed may be acknowledged.
        """
        if not self.careful:
            try:
                await self._batch(payloads)
            except StorageFault:
                raise
            except Exception as error:  # noqa: BLE001  # this boundary owns a handler's faults: isolate the culprit
                log_event("batch-failed", updates=len(payloads), fault=fault_name(error))
            else:
                return
        for payload in payloads:
            await self._alone(payload)
        self.careful = False

    async def replay(self, payload: Payload) -> bool:
        """Run an update of the quarantine once more; whether it went well. If not, it stays there.

        Raises:
            StorageFault: the database cannot work now.
        """
        try:
            if (unread := self.dispatch.parse(payload).unread) is not None:
                log_event("replay-failed", update=int(payload["update_id"]), fault=unread.reason)
                return False
            await self._batch([payload], released=True)
        except StorageFault:
            raise
        except Exception as error:  # noqa: BLE001  # this boundary owns a handler's faults
            log_event("replay-failed", update=int(payload["update_id"]), fault=fault_name(error))
            return False
        return True

    async def _alone(self, payload: Payload) -> None:
        update_id = int(payload["update_id"])
        reason = KILLED
        for _ in range(MAX_TRIES):
            tries = await self._count_try(update_id)
            if tries is None:
                return
            if tries > MAX_TRIES:
                break
            try:
                await self._batch([payload], alone=True)
            except StorageFault:
                self._spare[update_id] = tries
                raise
            except Exception as error:  # noqa: BLE001  # the same boundary
                reason = fault_name(error)
                log_event("update-failed", update=update_id, tries=tries, fault=reason)
            else:
                return
        try:
            await self._quarantine(payload, reason)
        except StorageFault:
            raise
        except Exception as error:  # noqa: BLE001  # the same boundary: not even its sender can be told
            await self._quarantine_untold(payload, fault_name(error))

    async def _count_try(self, update_id: int) -> int | None:
        """The number of this try, committed before it; None where the update was taken already."""
        if update_id in self._spare:
            return self._spare.pop(update_id)
        async with self.database.transaction() as transaction:
            inbox = Inbox(transaction, self.dispatch.bot.id)
            if await inbox.seen([update_id]):
                return None
            return await inbox.count_try(update_id, int(self.clock().timestamp()))

    async def _quarantine(self, payload: Payload, reason: str) -> None:
        update_id, now = int(payload["update_id"]), self.clock()
        log_event("quarantined", update=update_id, fault=reason)
        async with self.database.transaction() as transaction:
            unit, fresh = await self._begin(transaction, [payload])
            for incoming in fresh:
                await self._set_aside(transaction, payload, incoming.owner, reason, now)
                await unit.inbox.forget_tries(update_id)
                unit.taken.append(update_id)
                if incoming.private and incoming.chat_id:
                    viewer = await self._viewer(unit, incoming, now)
                    apology = Reply((fault_screen(viewer.texts),), fresh=True, keeps_question=True)
                    await self._queue(unit, incoming, apology, "q")  # a replay's own reply must not be taken for this
            await unit.finish(fresh, [], int(now.timestamp()))
        self._after_commit(unit, fresh)

    async def _quarantine_untold(self, payload: Payload, reason: str) -> None:
        """Set aside what breaks everything that looks into it, such as an id beyond 64 bits."""
        update_id, now = int(payload["update_id"]), self.clock()
        log_event("quarantined", update=update_id, fault=reason)
        async with self.database.transaction() as transaction:
            inbox = Inbox(transaction, self.dispatch.bot.id)
            origin = find_origin(payload)
            owner = person(origin.user_id) if origin.user_id else SYSTEM
            await self._set_aside(transaction, payload, owner, reason, now)
            await inbox.forget_tries(update_id)
            await inbox.mark_seen([update_id], int(now.timestamp()))
