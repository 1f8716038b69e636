from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.bot_api.webhook import SECRET_HEADER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

HANG_UP = 299  # this file's own code: close the connection


@dataclass(slots=True)
class Receiver:
    """A bot's webhook: records what it gets and answers from `statuses`, then with 200 and `reply`."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    reply: object = None
    updates: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    times: list[float] = field(default_factory=list)
    inside: int = 0

    async def receive(self, request: web.Request) -> web.Response:
        self.updates.append(await request.json())
        self.secrets.append(request.headers.get(SECRET_HEADER))
        self.times.append(asyncio.get_running_loop().time())
        self.inside += 1
        await self.gate.wait()
        self.inside -= 1
        status = self.statuses.pop(0) if self.statuses else 200
        if status == HANG_UP and request.transport:
            request.transport.close()
        if status == 200 and self.reply is not None:
            return web.json_response(self.reply)
        return web.Response(status=status, headers={"Location": "/elsewhere"})

    async def elsewhere(self, _request: web.Request) -> web.Response:
        return web.Response()

    @property
    def ids(self) -> list[int]:
        return [update["update_id"] for update in self.updates]

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[Receiver]:
        app = web.Application()
        app.router.add_post("/hook", self.receive)
        app.router.add_get("/elsewhere", self.elsewhere)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        try:
            yield self
        finally:
            self.gate.set()
            await runner.cleanup()
