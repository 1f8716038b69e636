"""A Bot API that answers at once, and webhook connections to a bot; light enough not to be the bottleneck."""

from __future__ import annotations

import asyncio
import json
import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from benchmarks.spine.workload import ME, WHEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from benchmarks.spine.workload import Payload

SECRET = "benchmark"  # noqa: S105  # not a real secret
PATH = "/hook"
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
CHAT = re.compile(rb'chat_id(?:": *|=)(\d+)')  # in JSON, and in the form that aiogram posts
SENT = {"message_id": 1, "date": WHEN, "chat": {"id": 1, "type": "private"}, "text": "line"}
POLL_SECONDS = 1.0


class Stub:
    """Counts what is sent, and signals a chat's next message."""

    def __init__(self) -> None:
        self.calls = 0
        self.sent = 0
        self.url = ""
        self.on_call: Callable[[str], None] = lambda _method: None
        self._wanted: dict[int, asyncio.Future[None]] = {}

    def next_to(self, chat_id: int) -> asyncio.Future[None]:
        """Done when the next message or edit in this chat arrives."""
        self._wanted[chat_id] = asyncio.get_running_loop().create_future()
        return self._wanted[chat_id]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serves one connection of a bot."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                method = head.split(b" ", 2)[1].rpartition(b"/")[2].decode()
                body = await body_of(reader, head)
                if method == "getUpdates":
                    self.on_call(method)
                    await asyncio.sleep(POLL_SECONDS)
                writer.write(answer_of(self._take(method, body)))
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    def _take(self, method: str, body: bytes) -> Any:  # noqa: ANN401
        self.calls += 1
        if method == "getMe":
            return ME
        if method == "getUpdates":
            return []
        if method in {"sendMessage", "editMessageText"}:
            self.sent += 1
            chat = CHAT.search(body)
            waiting = self._wanted.pop(int(chat[1]), None) if chat else None
            if waiting and not waiting.done():
                waiting.set_result(None)
            return SENT
        self.on_call(method)
        return True


@asynccontextmanager
async def serving() -> AsyncIterator[Stub]:
    """Serves on a free port."""
    stub = Stub()
    server = await asyncio.start_server(stub.serve, "127.0.0.1", 0)
    stub.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield stub
    finally:
        server.close()


class Connection:
    """One of Telegram's connections to a webhook."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def open(cls, port: int) -> Connection:
        """Connects to a bot on this machine."""
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def post(self, update: Payload) -> None:
        """Delivers an update; returns when the bot has answered 200."""
        body = json.dumps(update).encode()
        self._writer.write(
            f"POST {PATH} HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        head = await self._reader.readuntil(b"\r\n\r\n")
        await body_of(self._reader, head)
        if b" 200 " not in head[:20]:
            raise RuntimeError(head[:40].decode())

    def close(self) -> None:
        """Closes the connection."""
        self._writer.close()


async def body_of(reader: asyncio.StreamReader, head: bytes) -> bytes:
    """Reads the body announced in the header."""
    length = LENGTH.search(head)
    return await reader.readexactly(int(length[1])) if length else b""


def answer_of(result: object) -> bytes:
    """Formats a result of the Bot API as an HTTP response."""
    body = json.dumps({"ok": True, "result": result}).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
