from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.updates.processor import Processor
from bot.updates.webhook import SECRET_HEADER, Webhook
from storage.db.engine import Statement
from tests.bot.updates.spine import spine, tally
from tests.factories.updates import text_update

SECRET = {SECRET_HEADER: "canary-secret"}


@asynccontextmanager
async def serving(processor: Processor) -> AsyncIterator[tuple[str, asyncio.Event]]:
    webhook, stop = Webhook(processor, "canary-secret"), asyncio.Event()
    runner = web.AppRunner(webhook.app("/hook"), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    work = asyncio.create_task(webhook.work(stop))
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook", stop
    stop.set()
    await work
    await runner.cleanup()


async def post(url: str, payload: Any, headers: dict[str, str]) -> int:  # noqa: ANN401
    async with aiohttp.ClientSession() as session, session.post(url, json=payload, headers=headers) as answer:
        return answer.status


async def test_an_update_is_answered_after_its_commit(tmp_path: Path) -> None:
    """200 means committed: simultaneous requests are each answered, and each takes effect once."""
    async with spine(tmp_path, tally()) as processor, serving(processor) as (url, _):
        updates = [text_update(n, 100 + n, f"add {n}") for n in range(1, 31)]
        assert set(await asyncio.gather(*(post(url, update, SECRET) for update in updates + updates))) == {200}
        assert await processor.database.read("SELECT count(*) FROM tally") == [(30,)]


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: "wrong"}, {SECRET_HEADER: "канарейка"}])
async def test_without_the_secret_nothing_is_taken(tmp_path: Path, headers: dict[str, str]) -> None:
    """A request without the right secret is forbidden, whatever it contains."""
    async with spine(tmp_path, tally()) as processor, serving(processor) as (url, _):
        assert await post(url, text_update(1, 100, "add 1"), headers) == 403
        assert await processor.database.read("SELECT count(*) FROM tally") == [(0,)]


@pytest.mark.parametrize("payload", [{}, [], "x", {"update_id": "x"}, {"update_id": None}])
async def test_what_is_no_update_is_refused(tmp_path: Path, payload: object) -> None:
    """A body without an update id is a bad request, not a fault."""
    async with spine(tmp_path) as processor, serving(processor) as (url, _):
        assert await post(url, payload, SECRET) == 400


async def test_a_database_fault_asks_telegram_to_come_again(tmp_path: Path) -> None:
    """While the database fails, every request is answered with 503; afterwards the repeated one is accepted."""
    async with spine(tmp_path, tally()) as processor, serving(processor) as (url, _):
        await processor.database.read("PRAGMA query_only = ON")
        assert await post(url, text_update(1, 100, "add 1"), SECRET) == 503
        await processor.database._connection.run_all([Statement("PRAGMA query_only = OFF")])  # noqa: SLF001
        assert await post(url, text_update(1, 100, "add 1"), SECRET) == 200
        assert await processor.database.read("SELECT word FROM tally") == [("1",)]


async def test_requests_that_wait_at_the_stop_come_again(tmp_path: Path) -> None:
    """A request that arrives while the bot stops is told to come again instead of left hanging."""
    async with spine(tmp_path, tally()) as processor, serving(processor) as (url, stop):
        stop.set()
        assert await post(url, text_update(1, 100, "add 1"), SECRET) == 503


def test_a_webhook_needs_a_secret() -> None:
    """No webhook can be opened that accepts anybody's updates."""
    with pytest.raises(ValueError, match="without a secret"):
        Webhook(None, "")  # type: ignore[arg-type]
