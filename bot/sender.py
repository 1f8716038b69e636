"""Delivers what has been committed: in order per chat, chats in parallel, and forgets nothing."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, Protocol

from bot import clock
from bot.api import Refused, Unreachable
from bot.log import fault_name, say
from bot.verdicts import LONGEST_RETRY_SECONDS, Kind, anew, pause, verdict
from storage.outbox import Outbox, Outgoing
from storage.writer import StorageFault

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable

    from bot.limits import Limits
    from storage.keys import KeyStore
    from storage.sqlite import Database

PARALLEL_CALLS = 64
MARK_SECONDS = 0.05  # a delivered row's mark waits this long for a commit to ride on
ANSWER_SECONDS = 5  # a callback query answered later is of no use


class Api(Protocol):
    """What the sender needs of the Bot API."""

    async def call(self, method: str, parameters: dict[str, Any], seconds: float = ...) -> Any:  # noqa: ANN401
        """The result of a method, or Refused, or Unreachable."""

    async def upload(self, method: str, parameters: dict[str, Any], file: dict[str, str]) -> Any:  # noqa: ANN401
        """The same with a file."""


# The call for this chat with all that its row describes; None where it is not to be sent any more (bot/making.py).
Maker = Callable[[int, dict[str, Any]], AbstractAsyncContextManager[dict[str, Any] | None]]


class Sender:
    """One worker for each chat that has something to be sent.

    `make` makes what a row only describes.
    """

    def __init__(self, api: Api, database: Database, keys: KeyStore, limits: Limits, make: Maker | None = None) -> None:
        self._api = api
        self._database = database
        self._keys = keys
        self._limits = limits
        self._make = make
        self._queues: dict[int, deque[Outgoing]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(PARALLEL_CALLS)
        self._delivered: list[int] = []
        self._marking: asyncio.Task[None] | None = None
        self.suspended: set[int] = set()

    async def start(self) -> None:
        """Take up what an earlier process left.

        Raises:
            StorageFault: the database cannot work now.
        """
        async with self._database.transaction() as transaction:
            outbox = Outbox(transaction)
            self.suspended = await outbox.suspended()
            waiting = await outbox.pending(self._keys)
        self.queue(waiting)

    def queue(self, rows: Iterable[Outgoing]) -> None:
        """Deliver these committed rows, which come in commit order; suspended chats' rows stay in the outbox."""
        for row in rows:
            if row.chat_id in self.suspended:
                continue
            if row.chat_id not in self._queues:
                self._queues[row.chat_id] = deque()
                self._spawn(self._serve(row.chat_id))
            self._queues[row.chat_id].append(row)

    def answer(self, query_id: str, text: str) -> None:
        """Answer a callback query, as well as may be: it neither blocks nor fails anything."""
        self._spawn(self._answer(query_id, text))

    def take_marks(self) -> list[int]:
        """Rows delivered since last asked: whoever takes them drops them in its own commit."""
        marks, self._delivered = self._delivered, []
        return marks

    def return_marks(self, marks: list[int]) -> None:
        """The commit they were taken for did not happen."""
        self._delivered = marks + self._delivered
        if marks:
            self._mark_soon()

    async def drain(self, seconds: float) -> None:
        """Deliver what is queued for at most so long, write the marks, and stop."""
        deadline = time.monotonic() + seconds
        while self._tasks and time.monotonic() < deadline:
            await asyncio.wait(self._tasks, timeout=max(0.0, deadline - time.monotonic()))
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._marking:
            self._marking.cancel()
            await asyncio.gather(self._marking, return_exceptions=True)
        await self._write_marks()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, chat_id: int) -> None:
        queue = self._queues[chat_id]
        while queue and self._queues.get(chat_id) is queue:
            try:
                await self._deliver(queue[0])
            except Exception as error:  # noqa: BLE001  # this boundary owns a message's faults: try again, keep the order
                say("delivery-failed", chat=chat_id, origin=queue[0].origin, fault=fault_name(error))
                await asyncio.sleep(LONGEST_RETRY_SECONDS)
            else:
                queue.popleft()
        if self._queues.get(chat_id) is queue:
            del self._queues[chat_id]

    async def _deliver(self, row: Outgoing) -> None:
        request, attempt = row.request, 0
        while True:
            await self._limits.wait(row.chat_id)
            try:
                if "made" in request:
                    await self._send_made(row.chat_id, request)
                else:
                    async with self._slots:
                        await self._call(request)
            except (Unreachable, StorageFault):
                await asyncio.sleep(pause(attempt))
            except Refused as refused:
                judged = verdict(refused)
                if judged.kind is Kind.RETRY:
                    await asyncio.sleep(pause(attempt) if judged.seconds is None else judged.seconds)
                elif judged.kind is Kind.SEND_ANEW:
                    request = anew(request)
                else:
                    await self._settle(row, judged.kind, refused.code)
                    return
            else:
                self._mark(row)
                return
            attempt += 1

    async def _send_made(self, chat_id: int, request: dict[str, Any]) -> None:
        """Make a message and send it, unless whoever asked for it may not have it any more.

        Raises:
            Refused: Telegram will not take it, or it cannot be made.
            Unreachable, StorageFault: not now.
        """
        assert self._make is not None  # noqa: S101  # only a bot that can make messages queues them
        async with self._make(chat_id, request) as whole:
            if whole is not None:
                async with self._slots:
                    await self._call(whole)

    async def _call(self, request: dict[str, Any]) -> None:
        if file := request.get("file"):
            await self._api.upload(request["method"], request["params"], file)
        else:
            await self._api.call(request["method"], request["params"])

    async def _settle(self, row: Outgoing, kind: Kind, code: int) -> None:
        if kind is Kind.DELIVERED:
            self._mark(row)
        elif kind is Kind.SUSPEND:
            self.suspended.add(row.chat_id)
            # Its rows wait in the outbox: when the chat writes again, a new queue is made of all of them, in order.
            self._queues.pop(row.chat_id, None)
            say("chat-suspended", chat=row.chat_id)
            await self._until_written(lambda outbox: self._suspend(outbox, row.chat_id))
        else:
            say("dead-letter", chat=row.chat_id, origin=row.origin, code=code)
            await self._until_written(lambda outbox: outbox.bury(row, code, int(clock.now().timestamp())))

    async def _suspend(self, outbox: Outbox, chat_id: int) -> None:
        if chat_id in self.suspended:  # or the chat has written again while this waited for its turn
            await outbox.suspend(chat_id, int(clock.now().timestamp()))

    async def _until_written(self, write: Callable[[Outbox], Coroutine[Any, Any, None]]) -> None:
        attempt = 0
        while True:
            try:
                async with self._database.transaction() as transaction:
                    await write(Outbox(transaction))
            except StorageFault:
                await asyncio.sleep(pause(attempt))
                attempt += 1
            else:
                return

    def _mark(self, row: Outgoing) -> None:
        self._delivered.append(row.id)
        self._mark_soon()

    def _mark_soon(self) -> None:
        if self._marking is None or self._marking.done():
            self._marking = asyncio.create_task(self._write_marks_later())

    async def _write_marks_later(self) -> None:
        attempt = 0
        while self._delivered:
            await asyncio.sleep(MARK_SECONDS if attempt == 0 else pause(attempt))
            try:
                await self._write_marks()
            except StorageFault:
                attempt += 1

    async def _write_marks(self) -> None:
        marks: list[int] = []
        try:
            async with self._database.transaction() as transaction:
                marks = self.take_marks()  # the batch that was waited for may have taken them along
                if marks:
                    await Outbox(transaction).drop(marks)
        except BaseException:
            self._delivered = marks + self._delivered
            raise

    async def _answer(self, query_id: str, text: str) -> None:
        parameters = {"callback_query_id": query_id} | ({"text": text} if text else {})
        try:
            await self._api.call("answerCallbackQuery", parameters, ANSWER_SECONDS)
        except (Refused, Unreachable) as error:
            say("callback-not-answered", fault=fault_name(error))
