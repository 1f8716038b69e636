"""Webhook: a request is answered only after the commit of its update; requests that wait together share one."""

from __future__ import annotations

import asyncio
import hmac
import json
from contextlib import asynccontextmanager
from http import HTTPStatus
from math import isfinite
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.connections import Connections, Refusals
from bot.monitoring import fault_name, log_event
from bot.updates.reading import is_update_id
from storage.db.engine import StorageFault

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.updates.processor import Processor

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
BATCH = 100
LARGEST_BODY = 1 << 20  # bytes; Telegram's updates are far smaller
BODY_SECONDS = 10.0  # until a body is there
CHARSETS = {None, "utf-8", "us-ascii"}  # of JSON (RFC 8259, 8.1)

Waiting = tuple[dict[str, Any], "asyncio.Future[bool]"]


class Refused(Exception):
    """A request that brings no update; `status` is what it is answered with."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


class Webhook:
    """Takes Telegram's requests; everything without the secret is refused."""

    def __init__(self, processor: Processor, secret: str) -> None:
        if not secret:
            raise ValueError("a webhook without a secret would take anybody's updates")
        self._processor = processor
        self._secret = secret.encode()
        self._waiting: asyncio.Queue[Waiting] = asyncio.Queue()
        self._stopping = False
        self._refusals = Refusals()
        self._connections = Connections(self._refusals)

    @asynccontextmanager
    async def listen(self, path: str, host: str, port: int) -> AsyncIterator[int]:
        """Listens while the context is open; gives the port.

        Raises:
            OSError: nothing can be listened at.
        """
        application = web.Application(client_max_size=LARGEST_BODY)
        application.router.add_post(path, self._answer)
        runner = web.AppRunner(application, **self._connections.options())
        await runner.setup()
        try:
            assert runner.server is not None  # noqa: S101  # `setup` made it
            self._connections.serve(runner.server)
            listening = await asyncio.get_running_loop().create_server(self._connections.connect, host, port)
            try:
                yield int(listening.sockets[0].getsockname()[1])
            finally:
                listening.close()  # the connections are closed below
        finally:
            await runner.cleanup()

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

    async def _answer(self, request: web.Request) -> web.Response:
        try:
            payload = await self._read(request)
        except Refused as refused:
            self._refusals.note(refused.status)
            return web.Response(status=refused.status)
        if self._stopping:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait((payload, done))
        self._connections.begin(request)
        try:
            taken = await done
        finally:
            self._connections.end(request)
        return web.Response(status=HTTPStatus.OK if taken else HTTPStatus.SERVICE_UNAVAILABLE)

    async def _read(self, request: web.Request) -> dict[str, Any]:
        """The update of a request.

        Raises:
            Refused: it has none, or not the secret.
        """
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            raise Refused(HTTPStatus.FORBIDDEN)
        try:
            if request.charset not in CHARSETS:
                raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
            async with asyncio.timeout(BODY_SECONDS):
                return _parse(await request.read())
        except TimeoutError:
            raise Refused(HTTPStatus.REQUEST_TIMEOUT) from None
        except web.HTTPRequestEntityTooLarge:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE) from None
        except (ValueError, RuntimeError, OSError, web.RequestPayloadError):  # too deep; the connection is closed
            raise Refused(HTTPStatus.BAD_REQUEST) from None


def _parse(body: bytes) -> dict[str, Any]:
    """The update that a body is.

    Raises:
        ValueError, RecursionError: it is none.
    """
    payload = json.loads(body, parse_float=_finite, parse_constant=_finite)
    if not isinstance(payload, dict) or not is_update_id(payload.get("update_id")):
        raise ValueError("not an update")
    return payload


def _finite(number: str) -> float:
    value = float(number)
    if not isfinite(value):
        raise ValueError("not a number of JSON")
    return value
