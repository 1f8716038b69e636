from __future__ import annotations

import asyncio
import gzip
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.connections import MOST_OPEN
from bot.updates import webhook
from bot.updates.processor import Processor
from bot.updates.webhook import SECRET_HEADER, Webhook
from storage.db.engine import Statement
from tests.bot.updates.spine import spine, tally
from tests.factories.updates import text_update
from tests.patience import PATIENCE_SECONDS, stretched

SECRET = {SECRET_HEADER: "canary-secret"}
WRONG_IDS: tuple[object, ...] = ("x", "5", None, True, 5.0, [], -1, 1 << 70, int("9" * 30))


@asynccontextmanager
async def serving(processor: Processor) -> AsyncIterator[tuple[str, asyncio.Event]]:
    webhook, stop = Webhook(processor, "canary-secret"), asyncio.Event()
    async with webhook.listen("/hook", "127.0.0.1", 0) as port:
        work = asyncio.create_task(webhook.work(stop))
        yield f"http://127.0.0.1:{port}/hook", stop
        stop.set()
        await work


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


@pytest.mark.parametrize(
    "payload",
    [{}, [], "x", *({"update_id": wrong} for wrong in WRONG_IDS)],
)
async def test_what_is_no_update_is_refused(tmp_path: Path, payload: object) -> None:
    """A body without an update id is a bad request, not a fault."""
    async with spine(tmp_path) as processor, serving(processor) as (url, _):
        assert await post(url, payload, SECRET) == 400
        assert await post(url, text_update(1, 100, "x"), SECRET) == 200


async def raw(url: str, request: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Sends bytes as they are over a connection of its own."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(url.rpartition(":")[2].partition("/")[0]))
    writer.write(request)
    await writer.drain()
    return reader, writer


def request_of(body: bytes, *headers: bytes, secret: bytes = b"canary-secret", length: int | None = None) -> bytes:
    lines = (
        b"POST /hook HTTP/1.1",
        b"Host: bot",
        b"Connection: close",
        f"{SECRET_HEADER}: ".encode() + secret,
        f"Content-Length: {len(body) if length is None else length}".encode(),
        *headers,
    )
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def event_lines(caplog: pytest.LogCaptureFixture) -> list[tuple[str, dict[str, Any]]]:
    """Returns what is logged, except by aiogram, whose lines no process writes."""
    lines = (each for each in caplog.records if not each.name.startswith("aiogram"))
    return [(each.getMessage(), each.__dict__.get("fields", {})) for each in lines]


UPDATE = json.dumps(text_update(1, 100, "add 1")).encode()
BEYOND_NUMBERS = UPDATE.replace(b'"update_id": 1', b'"update_id": 1, "x": 1e400')
JSON = b"Content-Type: application/json"
NO_UPDATES = {
    "a byte that is no text in the secret": (403, request_of(UPDATE, secret=b"canary-secret\xff")),
    "an id of thirty nines": (400, request_of(b'{"update_id": ' + b"9" * 30 + b"}")),
    "an id of 5,000 nines": (400, request_of(b'{"update_id": ' + b"9" * 5_000 + b"}")),
    "an id beyond numbers": (400, request_of(b'{"update_id": 1e400}')),
    "a number beyond numbers": (400, request_of(BEYOND_NUMBERS)),
    "no number": (400, request_of(b'{"update_id": NaN}')),
    "depth": (400, request_of(b'{"update_id": 1, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}")),
    "depth without an end": (400, request_of(b"[" * 100_000)),
    "an unknown charset": (415, request_of(UPDATE, b"Content-Type: application/json; charset=x-none")),
    "no text": (400, request_of(b"\xff\xfe\x00", JSON)),
    "nothing": (400, request_of(b"", JSON)),
    "too much": (413, request_of(b" " * ((1 << 20) + 1))),
    "too much, made small": (413, request_of(gzip.compress(b" " * (1 << 23)), b"Content-Encoding: gzip")),
    "what is not compressed": (400, request_of(UPDATE, b"Content-Encoding: gzip")),
    "no HTTP": (400, b"\x16\x03\x01\x00\xff\r\n\r\n"),
    "a length that is none": (400, b"POST /hook HTTP/1.1\r\nHost: bot\r\nContent-Length: -5\r\n\r\n"),
    "a header without an end": (400, b"POST /hook HTTP/1.1\r\nX: " + b"x" * 100_000),
    "another address": (404, b"GET / HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n"),
}


@pytest.mark.parametrize("what", NO_UPDATES)
async def test_what_is_not_a_request_of_telegram(tmp_path: Path, what: str, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever it is: a code of 4xx, at most one line in the log without a fault, and the next update is taken."""
    caplog.set_level(logging.INFO)
    expected, sent = NO_UPDATES[what]
    async with spine(tmp_path, tally()) as processor, serving(processor) as (url, _):
        reader, writer = await raw(url, sent)
        async with asyncio.timeout(stretched(PATIENCE_SECONDS)):
            line = await reader.readline()
        assert line.split()[1] == str(expected).encode()
        told = event_lines(caplog)
        assert told in ([], [("webhook-refused", {"requests": 1, "status": expected})])
        assert await post(url, text_update(2, 100, "add 2"), SECRET) == 200
        writer.close()


async def test_many_refusals_are_told_together(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whoever knocks without the secret does not fill the log."""
    caplog.set_level(logging.INFO)
    async with spine(tmp_path) as processor, serving(processor) as (url, _):
        for _ in range(20):
            assert await post(url, {}, {}) == 403
    assert event_lines(caplog) == [("webhook-refused", {"requests": 1, "status": 403})]


HALVES = {
    "headers": b"POST /hook HTTP/1.1\r\nHost: bot\r\nX: x",
    "a body": request_of(b"{", length=100),
    "a body without the secret": request_of(b"{", secret=b"x", length=100),
    "nothing at all": b"",
}


@pytest.mark.parametrize("what", HALVES)
async def test_half_requests_keep_nobody_out(tmp_path: Path, what: str, caplog: pytest.LogCaptureFixture) -> None:
    """A new connection takes the place of the one that waited longest; updates are taken, and the log has a line."""
    caplog.set_level(logging.INFO)
    more = 40
    async with spine(tmp_path, tally()) as processor, serving(processor) as (url, _):
        halves = [await raw(url, HALVES[what]) for _ in range(MOST_OPEN + more)]
        async with asyncio.timeout(stretched(PATIENCE_SECONDS)):
            for number in range(1, 6):
                assert await post(url, text_update(number, 100, f"add {number}"), SECRET) == 200
            for reader, _ in halves[:more]:
                await closed(reader)
        for _, writer in halves:
            writer.close()
        assert await processor.database.read("SELECT count(*) FROM tally") == [(5,)]
    told = event_lines(caplog)
    assert [event for event, _ in told] == ["webhook-refused"]


async def closed(reader: asyncio.StreamReader) -> None:
    """Waits until the other side has closed the connection."""
    try:
        await reader.read()
    except ConnectionError:
        return


async def test_an_update_at_work_keeps_its_connection(tmp_path: Path) -> None:
    """However many connections wait beside it, Telegram learns what became of its update."""
    async with spine(tmp_path, tally()) as processor, serving(processor) as (url, _):
        async with processor.database.transaction():  # so that the update waits
            reader, writer = await raw(url, request_of(UPDATE))
            halves = [await raw(url, HALVES["headers"]) for _ in range(MOST_OPEN + 10)]
            async with asyncio.timeout(stretched(PATIENCE_SECONDS)):
                for each, _ in halves[:10]:
                    await closed(each)
        assert (await reader.readline()).split()[1] == b"200"
        writer.close()
        for _, half in halves:
            half.close()


async def test_a_body_that_never_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is waited for no longer than an update takes to arrive."""
    monkeypatch.setattr(webhook, "BODY_SECONDS", 0.05)
    async with spine(tmp_path) as processor, serving(processor) as (url, _):
        reader, writer = await raw(url, HALVES["a body"])
        assert (await reader.readline()).split()[1] == b"408"
        writer.close()


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
