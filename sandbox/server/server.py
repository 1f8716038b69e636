"""Runs the stand-in as a server on this machine."""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.bot_api.bot_api import BotApi
from sandbox.http.loopback import is_loopback, own_machine_only
from sandbox.people.phone import introduce
from sandbox.server import control, http_api
from sandbox.server.chat_page import add_page
from sandbox.world.cast import READY_MADE
from sandbox.world.world import DEFAULT_TOKEN, World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from sandbox.world.cast import Part

_SHUTDOWN_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class RunningSandbox:
    """A listening server; `url` has no trailing slash."""

    url: str
    world: World


def build_app(world: World, *, page: bool = True) -> web.Application:
    """Builds the application, with or without the chat page."""
    app = web.Application(client_max_size=http_api.BODY_LIMIT, middlewares=[own_machine_only])
    app.on_startup.append(_opens_api(world))
    # On shutdown, not on cleanup: a long poll would keep its connection open.
    app.on_shutdown.append(_close_api)
    app.add_routes(control.routes())
    if page:
        add_page(app)
    app.router.add_route("GET", "/file/bot{token:[^/]*}/{path:.+}", http_api.bot_file)
    for method in ("GET", "POST"):
        app.router.add_route(method, "/bot{token:[^/]*}/{method:.+}", http_api.bot_method)
    app.router.add_route("*", "/{path:.*}", http_api.nothing_here)
    return app


def _opens_api(world: World) -> Callable[[web.Application], Awaitable[None]]:
    async def open_api(app: web.Application) -> None:
        app[http_api.API] = api = BotApi(world)
        await api.open()

    return open_api


async def _close_api(app: web.Application) -> None:
    await app[http_api.API].close()


@asynccontextmanager
async def running(
    world: World, host: str = "127.0.0.1", port: int = 0, *, page: bool = True
) -> AsyncIterator[RunningSandbox]:
    """Serves `world` until the context ends; port 0 picks a free one.

    Raises:
        ValueError: `host` is not loopback.
    """
    if not is_loopback(host):
        raise ValueError(f"the sandbox listens on loopback only, not on {host}")
    runner = web.AppRunner(build_app(world, page=page), access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        bound = runner.addresses[0][1]
        shown = f"[{host}]" if ":" in host else host
        yield RunningSandbox(f"http://{shown}:{bound}", world)
    finally:
        await runner.cleanup()


async def serve(
    host: str = "127.0.0.1",
    port: int = 8081,
    token: str = DEFAULT_TOKEN,
    *,
    page: bool = True,
    cast: Sequence[Part] = (),
    ends_with_input: bool = False,
) -> None:
    """Serves a new world until cancelled or, with `ends_with_input`, until the end of standard input.

    The bot has already met the people of a given cast. Prints the addresses.
    """
    world = World(token, cast=tuple(cast) or READY_MADE)
    introduce(world, cast)
    async with running(world, host, port, page=page) as sandbox:
        if page:
            print(f"Chat page: {sandbox.url}/")
        print(f"Sandbox: {sandbox.url}/bot{token}/", flush=True)
        await (_input_ended() if ends_with_input else asyncio.Event().wait())


async def _input_ended() -> None:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while await reader.read(1024):
        pass
