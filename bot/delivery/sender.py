"""Delivers committed messages, in order within a chat and in parallel across chats, and loses none."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Protocol

from bot import clock
from bot.delivery.backlog import ROWS_PER_LANE, Backlog
from bot.delivery.error_policy import (
    LONGEST_RETRY_SECONDS,
    DeliveryOutcome,
    as_new_message,
    classify_error,
    move_to,
    retry_delay,
)
from bot.delivery.marks import DeliveryMarks
from bot.delivery.scheduler import Scheduler
from bot.delivery.telegram_api import TelegramError, Unreachable
from bot.monitoring import fault_name, log_event
from bot.process import uniform
from domain.conversation import Moment
from storage.db.engine import StorageFault
from storage.messaging.outbox import Delivered, Outbox, Outgoing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from contextlib import AbstractAsyncContextManager

    from bot.delivery.rate_limit import RateLimits
    from bot.delivery.spare_marks import SpareMarks
    from bot.delivery.telegram_api import BotApi
    from bot.process import Uniform
    from storage.db.database import Database
    from storage.db.keys import KeyStore
    from storage.messaging.bot_api_request import BotApiRequest

PAGE_BYTES = 256 << 10  # of rows read at once
ANSWER_SECONDS = 5  # later answers to callback queries are useless
BEYOND_NUMBERS = 1 << 63  # no database of ours keeps an id so large
STANDING = Moment(0, 0)  # of what Telegram tells no moment: it has stood there before


class ContentMaker(Protocol):
    """Makes the content that a row only describes (bot/making/), and knows who may have it."""

    async def may_read(self, chat_id: int) -> bool:
        """Whether the chat may have a protected message now.

        Raises:
            StorageFault: the database cannot work now.
        """

    def complete(self, chat_id: int, request: BotApiRequest) -> AbstractAsyncContextManager[BotApiRequest | None]:
        """Yields the complete request; None if the chat may not have it any more.

        Raises:
            TelegramError: it cannot be made, and must not delay the chat's other messages.
            StorageFault: the database cannot work now.
        """


class Sender:
    """Serves chats in the order of a fair queue, with several calls in flight."""

    def __init__(
        self,
        api: BotApi,
        database: Database,
        keys: KeyStore,
        limits: RateLimits,
        maker: ContentMaker,
        spare: SpareMarks | None = None,
    ) -> None:
        self._api = api
        self._database = database
        self._keys = keys
        self.maker = maker
        self._backlog = Backlog()
        self._scheduler = Scheduler(limits, self._serve, self._backlog.priority)
        self.uniform: Uniform = uniform  # of the pauses before another try
        self._marks = DeliveryMarks(database)
        self._spare = spare
        self._tries: dict[int, int] = {}  # failed attempts at the next row, by chat
        self._unseen: dict[int, str] = {}  # the newest question of each chat whose delivery has not begun
        self.suspended: set[int] = set()

    async def start(self) -> None:
        """Resumes the chats for which an earlier process left messages, without reading these yet.

        Raises:
            StorageFault: the database cannot work now.
            OSError: nor can the file of spare marks.
        """
        left = self._prepare_spare()
        async with self._database.transaction() as transaction:
            outbox = Outbox(transaction)
            await outbox.settle(left)
            for chat_id in await outbox.suspended():
                if chat_id < 0:  # by an earlier version: what waits for a group is tried once more and dropped
                    await outbox.resume(chat_id)
            self.suspended = await outbox.suspended()
            waiting = await outbox.waiting()
        if left and self._spare:
            self._spare.write([])
        for chat_id, notices in waiting:
            self._backlog.add_unread(chat_id, notices=notices)
        self._scheduler.offer(self._backlog.chats)

    def queue(self, rows: Iterable[Outgoing]) -> None:
        """Delivers committed rows, given in commit order; rows of suspended chats stay in the outbox."""
        chats: dict[int, None] = {}
        for row in rows:
            if row.asks:
                self._unseen[row.chat_id] = row.origin
            if row.chat_id not in self.suspended:
                self._backlog.add(row, known=row.known or self._scheduler.queue.met(row.chat_id))
                chats[row.chat_id] = None
        self._scheduler.offer(chats)

    def resume(self, chat_ids: Collection[int]) -> None:
        """Delivers what has waited for these chats, which have written again."""
        self.suspended.difference_update(chat_ids)
        for chat_id in chat_ids:
            self._backlog.add_unread(chat_id, notices=False)
            self._backlog.add_unread(chat_id, notices=True)
        self._scheduler.offer(chat_ids)

    def answer(self, query_id: str, text: str) -> None:
        """Answers a callback query in the background; a failure is only logged."""
        self._scheduler.spawn(self._answer(query_id, text))

    def find_mark(self, origin: str) -> Delivered | None:
        """The mark of a row that was delivered, until it is written."""
        return self._marks.find(origin)

    def may_be_shown(self, chat_id: int, origin: str) -> bool:
        """Whether the delivery of a chat's question may have begun, by this process or an earlier one."""
        return self._unseen.get(chat_id) != origin

    def take_marks(self) -> list[Delivered]:
        """Hands over the marks of delivered rows to a caller that will drop these in its own commit."""
        return self._marks.take()

    def return_marks(self, marks: list[Delivered]) -> None:
        """Takes the marks back after that commit failed."""
        self._marks.give_back(marks)

    async def drain(self, seconds: float) -> None:
        """Delivers queued messages for at most that many seconds, writes the marks, and stops.

        Marks that the database cannot take now go to the spare file, for the next start.
        """
        await self._scheduler.finish(seconds)
        try:
            await self._marks.close()
        except StorageFault as fault:
            self._spare_marks(fault)

    def _prepare_spare(self) -> list[Delivered]:
        if self._spare is None:
            return []
        self._spare.prepare()
        return self._spare.read()

    def _spare_marks(self, fault: StorageFault) -> None:
        marks, kept = self._marks.unwritten, 0
        if self._spare is not None:
            with suppress(OSError):  # read-only or failing: the rows are delivered again
                kept = self._spare.write(marks)
        log_event("marks-not-written", kept=kept, lost=len(marks) - kept, fault=str(fault))

    async def _serve(self, chat_id: int) -> None:
        row: Outgoing | None = None
        try:
            row = await self._next(chat_id)
            if row is not None:
                await self._deliver(row)
        except (Unreachable, StorageFault):
            self._put_off(chat_id)
        except Exception as error:  # noqa: BLE001  # the boundary for faults of a message: try again, keep the order
            log_event("delivery-failed", chat=chat_id, origin=row.origin if row else "", fault=fault_name(error))
            self._backlog.unload(chat_id)
            self._scheduler.hold(chat_id, retry_delay(0, LONGEST_RETRY_SECONDS, uniform=self.uniform))

    async def _next(self, chat_id: int) -> Outgoing | None:
        while (notices := self._backlog.lane_to_read(chat_id)) is not None:
            rows = ROWS_PER_LANE if self._backlog.has_room else 1
            async with self._marks.transaction() as transaction:
                page = await Outbox(transaction).page(self._keys, chat_id, notices=notices, rows=rows, size=PAGE_BYTES)
            if self._backlog.lane_to_read(chat_id) is notices:
                self._backlog.store_read(chat_id, page.rows, notices=notices, more=page.more)
        return self._backlog.next_row(chat_id)

    def _put_off(self, chat_id: int) -> None:
        self._backlog.unload(chat_id)
        tries = self._tries.get(chat_id, 0)
        self._tries[chat_id] = tries + 1
        self._scheduler.hold(chat_id, retry_delay(tries, uniform=self.uniform))

    async def _deliver(self, row: Outgoing) -> None:
        if self._unseen.get(row.chat_id) == row.origin:
            del self._unseen[row.chat_id]
        try:
            result = await self._try(row)
        except TelegramError as refused:
            decision = classify_error(refused, row)
            if decision.seconds is not None:
                self._backlog.unload(row.chat_id)
                self._scheduler.refuse(row.chat_id, retry_delay(0, decision.seconds, uniform=self.uniform))
            elif decision.outcome is DeliveryOutcome.RETRY:
                self._put_off(row.chat_id)
            elif decision.outcome is DeliveryOutcome.SEND_ANEW:
                self._backlog.replace(row, replace(row, request=as_new_message(row.request)))
            elif decision.outcome is DeliveryOutcome.MOVE and refused.migrated_to is not None:
                self._backlog.replace(row, replace(row, request=move_to(row.request, refused.migrated_to)))
            else:
                await self._settle(row, decision.outcome, refused.code, shown=None)  # since when it stands is not told
        else:
            self._scheduler.queue.accept()
            await self._settle(row, DeliveryOutcome.DELIVERED, shown=_moment_of(result))

    async def _try(self, row: Outgoing) -> Any:  # noqa: ANN401  # whatever Telegram returns
        if row.request.protected and not await self.maker.may_read(row.chat_id):
            return None
        if row.request.content_to_make is None:
            return await self._call(row.chat_id, row.request)
        self._scheduler.free_slot(row.chat_id)
        async with self.maker.complete(row.chat_id, row.request) as complete:
            return None if complete is None else await self._call(row.chat_id, complete)

    async def _call(self, chat_id: int, request: BotApiRequest) -> Any:  # noqa: ANN401  # whatever Telegram returns
        await self._scheduler.depart(chat_id)
        if request.file is not None:
            return await self._api.upload(request.method, request.call_parameters, request.file, request.beside)
        return await self._api.call(request.method, request.call_parameters)

    async def _settle(
        self, row: Outgoing, outcome: DeliveryOutcome, code: int = HTTPStatus.OK, shown: Moment | None = STANDING
    ) -> None:
        self._tries.pop(row.chat_id, None)
        if outcome in {DeliveryOutcome.DELIVERED, DeliveryOutcome.DROP}:
            if outcome is DeliveryOutcome.DROP:
                log_event("group-refused", chat=row.chat_id, method=row.request.method, code=code)
            self._marks.add(Delivered(row.origin, row.chat_id, None if row.notice else shown))
            self._backlog.replace(row)
        elif outcome is DeliveryOutcome.SUSPEND:
            self.suspended.add(row.chat_id)
            self._backlog.forget(row.chat_id)  # its rows wait in the outbox until the person writes
            log_event("chat-suspended", chat=row.chat_id)
            self._scheduler.free_slot(row.chat_id)
            await self._marks.write_with_retries(lambda outbox: self._suspend(outbox, row.chat_id))
        else:
            log_event("dead-letter", chat=row.chat_id, origin=row.origin, code=code)
            self._scheduler.free_slot(row.chat_id)
            await self._marks.write_with_retries(
                lambda outbox: outbox.dead_letter(row, code, int(clock.now().timestamp()))
            )
            self._backlog.replace(row)

    async def _suspend(self, outbox: Outbox, chat_id: int) -> None:
        if chat_id in self.suspended:  # unless the chat has written again in the meantime
            await outbox.suspend(chat_id, int(clock.now().timestamp()))

    async def _answer(self, query_id: str, text: str) -> None:
        parameters = {"callback_query_id": query_id} | ({"text": text} if text else {})
        try:
            await self._api.call("answerCallbackQuery", parameters, ANSWER_SECONDS)
        except (TelegramError, Unreachable) as error:
            log_event("callback-not-answered", fault=fault_name(error))


def _moment_of(result: Any) -> Moment:  # noqa: ANN401  # whatever Telegram returns
    """Where a message stands, and since when it says what it says; of an album, its last message."""
    match result:
        case [*_, last]:
            return _moment_of(last)
        case {"message_id": int() as message_id, "date": int() as sent} if message_id < BEYOND_NUMBERS:
            return Moment(message_id, result.get("edit_date") or sent)
    return STANDING
