"""Connections to the webhook: their number and time have an end, so that none of them keeps the others out."""

from __future__ import annotations

import asyncio
import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from bot.monitoring import log_event

if TYPE_CHECKING:
    from aiohttp.web_protocol import RequestHandler

MOST_OPEN = 256  # connections; Telegram opens at most 100, and a process may have 1,024 files by default
IDLE_SECONDS = 75.0  # until the headers of the first or next request are there
LINGER_SECONDS = 2.0  # for the rest of a request that is answered already
STOP_SECONDS = 1.0  # for requests that are not complete when the bot stops; the others are answered before
TOLD_EVERY = 60.0  # seconds


class Refusals:
    """Logs what is refused: the first at once, those of the next minute together with the first after it."""

    def __init__(self) -> None:
        self._count = 0
        self._next = 0.0

    def note(self, status: int) -> None:
        """Counts one; `status` is what was answered."""
        self._count += 1
        now = asyncio.get_running_loop().time()
        if now >= self._next:
            log_event("webhook-refused", requests=self._count, status=status)
            self._count, self._next = 0, now + TOLD_EVERY


class Connections:
    """Makes way for a new connection by closing the one that has brought nothing for longest.

    A connection whose update is at work is never closed.
    """

    def __init__(self, refusals: Refusals) -> None:
        self._refusals = refusals
        self._idle: dict[RequestHandler, bool] = {}  # longest idle first; whether it was seen open
        self._busy: set[RequestHandler] = set()
        self._server: web.Server | None = None

    def options(self) -> dict[str, Any]:
        """What aiohttp is to know of each connection."""
        return {
            "access_log": None,
            "logger": self._logger(),
            "keepalive_timeout": IDLE_SECONDS,
            "lingering_time": LINGER_SECONDS,
            "shutdown_timeout": STOP_SECONDS,
        }

    def serve(self, server: web.Server) -> None:
        """Takes the server that makes a protocol for each connection."""
        self._server = server

    def connect(self) -> RequestHandler:
        """The protocol of a new connection."""
        assert self._server is not None  # noqa: S101  # `serve` comes first
        opened = {each for each in self._server.connections if each.transport is not None}
        self._idle = {each: each in opened for each, seen in self._idle.items() if each in opened or not seen}
        if len(self._idle) + len(self._busy) >= MOST_OPEN and self._idle:
            longest = next(iter(self._idle))
            del self._idle[longest]
            longest.force_close()
            self._refusals.note(HTTPStatus.REQUEST_TIMEOUT)
        made = self._server()
        self._idle[made] = False
        return made

    def begin(self, request: web.Request) -> None:
        """Keeps the connection open until `end`, because its update is at work."""
        self._idle.pop(request.protocol, None)
        self._busy.add(request.protocol)

    def end(self, request: web.Request) -> None:
        """Its update is committed, or not taken."""
        self._busy.discard(request.protocol)
        self._idle[request.protocol] = True

    def _logger(self) -> logging.Logger:
        """aiohttp's, except that a request which is none is a refusal and no fault of the program."""
        logger = logging.Logger("aiohttp.server")  # noqa: LOG001  # one for each webhook, with its own filter
        logger.parent = logging.getLogger("aiohttp")
        logger.addFilter(self._is_fault)
        return logger

    def _is_fault(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, HttpProcessingError):
            self._refusals.note(error.code)
        return not isinstance(error, HttpProcessingError | web.RequestPayloadError)  # the latter is answered already
