"""A Bot API server for polling: hands out updates in order, and records what each chat was shown when."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter, defaultdict, deque
from contextlib import asynccontextmanager
from itertools import count
from time import perf_counter
from typing import TYPE_CHECKING, Any

from benchmarks.spine.stub import answer_of, body_of
from benchmarks.spine.workload import ME, WHEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from benchmarks.spine.workload import Payload

MOST_OF_A_POLL = 100
SHOWS = frozenset({"sendMessage", "editMessageText", "sendDocument", "sendVenue"})
CHAT = re.compile(rb'chat_id"?[^0-9-]{1,12}(\d+)')  # in JSON, and in the parts of a form with a file
DATA = re.compile(r'"callback_data" *: *"([^"]+)"')
SENT = {"message_id": 1, "date": WHEN, "chat": {"id": 1, "type": "private"}, "text": "line"}
NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


class Telegram:
    """The server of one bot."""

    def __init__(self) -> None:
        self.url = ""
        self.files: dict[str, bytes] = {}
        self.shown: Counter[int] = Counter()  # messages, edits and files by chat
        self.acknowledged = 0  # taps
        self.polled = asyncio.Event()
        self._buttons: defaultdict[int, list[str]] = defaultdict(list)
        self._waiting: deque[Payload] = deque()
        self._came = asyncio.Event()
        self._ids = count(1)
        self._wanted: defaultdict[int, deque[asyncio.Future[float]]] = defaultdict(deque)

    def deliver(self, update: Payload) -> float:
        """Queues an update under the next id; returns the time."""
        self._waiting.append({"update_id": next(self._ids), **update})
        self._came.set()
        return perf_counter()

    def next_to(self, chat_id: int) -> asyncio.Future[float]:
        """The time of the chat's next message after those already awaited: replies come in order."""
        wanted: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._wanted[chat_id].append(wanted)
        return wanted

    def buttons(self, chat_id: int) -> list[str]:
        """The callback data of the buttons last shown in the chat."""
        return self._buttons[chat_id]

    @property
    def undelivered(self) -> int:
        """The number of unconfirmed updates."""
        return len(self._waiting)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serves one connection of the bot."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                path = head.split(b" ", 2)[1].decode()
                body = await body_of(reader, head)
                if "/file/" in path:
                    writer.write(self._file(path.rpartition("/")[2]))
                elif path.endswith("/getUpdates"):
                    writer.write(answer_of(await self._updates(json.loads(body))))
                else:
                    writer.write(answer_of(self._take(path.rpartition("/")[2], body)))
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _updates(self, asked: dict[str, Any]) -> list[Payload]:
        self.polled.set()
        while self._waiting and self._waiting[0]["update_id"] < asked.get("offset", 0):
            self._waiting.popleft()
        if not self._waiting:
            self._came.clear()
            try:
                await asyncio.wait_for(self._came.wait(), asked.get("timeout", 0))
            except TimeoutError:
                return []
        most = min(MOST_OF_A_POLL, len(self._waiting))
        return [self._waiting[at] for at in range(most)]

    def _take(self, method: str, body: bytes) -> Any:  # noqa: ANN401  # a method's result is whatever Telegram returns
        if method == "getMe":
            return ME
        if method == "getFile":
            name = json.loads(body)["file_id"]
            return {"file_id": name, "file_unique_id": name, "file_path": name, "file_size": len(self.files[name])}
        if method in SHOWS:
            if chat := CHAT.search(body):
                self._show(int(chat[1]), body)
            return SENT
        self.acknowledged += method == "answerCallbackQuery"
        return True

    def _show(self, chat_id: int, body: bytes) -> None:
        self.shown[chat_id] += 1
        self._buttons[chat_id] = DATA.findall(body.decode(errors="replace"))
        waiting = self._wanted[chat_id]
        if waiting and not (first := waiting.popleft()).done():
            first.set_result(perf_counter())

    def _file(self, name: str) -> bytes:
        content = self.files.get(name)
        if content is None:
            return NOT_FOUND
        return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(content), content)


@asynccontextmanager
async def serving() -> AsyncIterator[Telegram]:
    """Serves on a free port."""
    telegram = Telegram()
    server = await asyncio.start_server(telegram.serve, "127.0.0.1", 0)
    telegram.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield telegram
    finally:
        server.close()
