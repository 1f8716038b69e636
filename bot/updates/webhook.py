"""Webhook: a request is answered only after the commit of its update; requests that wait together share one."""

from __future__ import annotations

import asyncio
import hmac
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.monitoring import fault_name, log_event
from storage.db.engine import StorageFault

if TYPE_CHECKING:
    from bot.updates.processor import Processor

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
BATCH = 100
LARGEST_BODY = 1 << 20  # bytes; Telegram's updates are far smaller

Waiting = tuple[dict[str, Any], "asyncio.Future[bool]"]


class Webhook:
    """Takes Telegram's requests; everything without the secret is refused."""

    def __init__(self, processor: Processor, secret: str) -> None:
        if not secret:
            raise ValueError("a webhook without a secret would take anybody's updates")
        self._processor = processor
        self._secret = secret.encode()
        self._waiting: asyncio.Queue[Waiting] = asyncio.Queue()
        self._stopping = False

    def app(self, path: str) -> web.Application:
        """The HTTP application."""
        application = web.Application(client_max_size=LARGEST_BODY)
        application.router.add_post(path, self._take)
        return application

    async def work(self, stop: asyncio.Event) -> None:
        """Process what waits until asked to stop; requests still waiting then are told to come again."""
        stopping = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                first = asyncio.create_task(self._waiting.get())
                await asyncio.wait({first, stopping}, return_when=asyncio.FIRST_COMPLETED)
                if not first.done():
                    first.cancel()
                    await asyncio.gather(first, return_exceptions=True)
                    break
                await self._process([first.result(), *self._rest()])
        finally:
            stopping.cancel()
            self._stopping = True
            while rest := self._rest():
                for _, done in rest:
                    done.set_result(False)

    def _rest(self) -> list[Waiting]:
        found: list[Waiting] = []
        while len(found) < BATCH - 1 and not self._waiting.empty():
            found.append(self._waiting.get_nowait())
        return found

    async def _process(self, batch: list[Waiting]) -> None:
        try:
            await self._processor.process([payload for payload, _ in batch])
        except StorageFault as fault:
            log_event("webhook-batch-not-taken", updates=len(batch), fault=fault_name(fault))
            taken = False
        else:
            taken = True
        for _, done in batch:
            if not done.done():
                done.set_result(taken)

    async def _take(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=HTTPStatus.FORBIDDEN)
        try:
            payload = await request.json()
            int(payload["update_id"])
        except (ValueError, KeyError, TypeError):
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        if self._stopping:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait((payload, done))
        taken = await done
        return web.Response(status=HTTPStatus.OK if taken else HTTPStatus.SERVICE_UNAVAILABLE)
