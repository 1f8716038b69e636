"""The process that makes large tables, `python -m bot.making.worker`, and how the bot asks it when one is needed.

In a thread of the bot's process they would hold the interpreter lock for seconds and delay everybody's answers. The
process reads beside the bot and cannot write. The first message on its standard input says what to read and contains
the key, each further one requests a table. It ends with its input, as when the bot ends.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
from base64 import b64decode
from contextlib import AsyncExitStack, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from bot.data_folder import ENGINE
from bot.making.reading import WITHHELD, View
from bot.making.tables import draw_message
from bot.monitoring import fault_name
from bot.resources import library_of
from dialogs.made import read_description, write_description
from domain.errors import Denied
from storage.db.database import Database
from storage.db.encryption import Unreadable
from storage.db.engine import StorageFault
from storage.db.keys import KeyReader
from storage.messaging.bot_api_request import BotApiRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from dialogs.made import GeneratedContent

SECONDS = 300.0  # for one table; 10,000 cases of one unit took 17 s with fourteen processes on two cores
IDLE_SECONDS = 300.0  # the process ends after so long without work
MEMORY = 1024 * 1024 * 1024  # bytes, enough for some 30,000 cases of one unit; the bot has memory of its own
LENGTH_BYTES = 4  # of the length before each message, big-endian
_HOME = Path(__file__).resolve().parents[2]  # where the packages are


class TableProcess:
    """The process as the bot sees it; it makes one table at a time, in the order requested."""

    def __init__(self, opening: dict[str, Any]) -> None:
        """Does not start the process yet.

        Args:
            opening: what the process needs to read the data.
        """
        self._opening = opening
        self.process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()
        self._ending: asyncio.TimerHandle | None = None

    async def draw(self, user_id: int, spec: GeneratedContent, edited: int | None, now: datetime) -> BotApiRequest:
        """Runs `bot.making.tables.draw_message` in the process.

        Raises:
            DomainError: the person may not have it, or no longer.
            StorageFault: the database cannot work now.
            RuntimeError: it cannot be made, or not in time.
        """
        job = {"user": user_id, "made": write_description(spec), "edited": edited, "now": now.isoformat()}
        async with self._turn:
            if self._ending is not None:
                self._ending.cancel()
            done = False
            try:
                async with asyncio.timeout(SECONDS):
                    answer = await self._asked(job)
                done = True
            except (TimeoutError, asyncio.IncompleteReadError, OSError) as error:
                raise RuntimeError(f"the process that makes tables: {type(error).__name__}") from None
            finally:
                if not done:  # a late answer must not be taken for that of the next request
                    await asyncio.shield(self._end())
            self._ending = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._dismiss)
        return _result(answer)

    async def close(self) -> None:
        """Ends the process."""
        if self._ending is not None:
            self._ending.cancel()
        await self._end()

    async def _asked(self, job: dict[str, Any]) -> dict[str, Any]:
        was_there = self.process is not None
        try:
            return await self._ask(job)
        except (asyncio.IncompleteReadError, OSError):
            if not was_there:
                raise
            await self._end()  # it died since its last table, which is not the fault of this one
            return await self._ask(job)

    async def _ask(self, job: dict[str, Any]) -> dict[str, Any]:
        if self.process is None or self.process.returncode is not None:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-B", "-m", "bot.making.worker"),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,  # a traceback could quote a case
                cwd=_HOME,
                env={},  # it gets all it needs through standard input
                start_new_session=True,  # the bot ends it, not a key pressed in the terminal
            )
            await self._write(self._opening)
        await self._write(job)
        stdout = self.process.stdout
        assert stdout is not None  # noqa: S101  # requested above
        length = int.from_bytes(await stdout.readexactly(LENGTH_BYTES))
        answer: dict[str, Any] = json.loads(await stdout.readexactly(length))
        return answer

    async def _write(self, message: dict[str, Any]) -> None:
        assert self.process is not None  # noqa: S101  # started by the caller
        stdin = self.process.stdin
        assert stdin is not None  # noqa: S101  # requested at the start
        stdin.write(packed(message))
        await stdin.drain()

    def _dismiss(self) -> None:
        """Closes the input, which ends the process."""
        if self.process is not None and self.process.stdin is not None and not self._turn.locked():
            self.process.stdin.close()
            self.process = None

    async def _end(self) -> None:
        process, self.process = self.process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        await process.communicate()  # drains the pipes so that they are closed


def packed(message: dict[str, Any]) -> bytes:
    """A message preceded by its length."""
    content = json.dumps(message).encode()
    return len(content).to_bytes(LENGTH_BYTES) + content


def _result(answer: dict[str, Any]) -> BotApiRequest:
    if "withheld" in answer:
        raise Denied(answer["withheld"])
    if "later" in answer:
        raise StorageFault(answer["later"])
    if "fault" in answer:
        raise RuntimeError(answer["fault"])
    return BotApiRequest.from_json(answer["request"])


async def work(read: Callable[[], dict[str, Any] | None], write: Callable[[dict[str, Any]], None]) -> None:
    """Makes the requested tables one after another until the input ends."""
    opening = read()
    if opening is None:
        return
    async with AsyncExitStack() as stack:
        view = await _view(opening, stack)
        while (job := await asyncio.to_thread(read)) is not None:
            write(await _answer(view, job))
            view.keys.forget()  # data erased in the meantime must not be readable with a cached key


async def _view(opening: dict[str, Any], stack: AsyncExitStack) -> View:
    database = Database(await ENGINE.open_reader(Path(opening["database"])))
    stack.push_async_callback(database.close)
    key_file = Database(await ENGINE.open_reader(Path(opening["key_store"])))
    stack.push_async_callback(key_file.close)
    keys = await KeyReader.over(key_file, b64decode(opening["master"]))
    further = Path(opening["editions_dir"]) if opening["editions_dir"] else None
    library = library_of(opening["edition"], further)
    return View(database, keys, library, frozenset(opening["admins"]), opening["language"])


async def _answer(view: View, job: dict[str, Any]) -> dict[str, Any]:
    try:
        try:
            return {"request": await _drawn(view, job)}
        except Unreadable:  # maybe erased between reading the row and its key: reading again will tell
            view.keys.forget()
            return {"request": await _drawn(view, job)}
    except WITHHELD as refusal:
        return {"withheld": type(refusal).__name__}
    except StorageFault as fault:
        return {"later": str(fault)}
    except Exception as error:  # noqa: BLE001  # a fault of one table must not affect the others
        return {"fault": fault_name(error)}


async def _drawn(view: View, job: dict[str, Any]) -> dict[str, Any]:
    spec, now = read_description(job["made"]), datetime.fromisoformat(job["now"])
    return (await draw_message(view, job["user"], spec, job["edited"], now)).to_json()


def read_message(incoming: BinaryIO) -> dict[str, Any] | None:
    """Reads the next message; None at the end of the input."""
    head = incoming.read(LENGTH_BYTES)
    if len(head) < LENGTH_BYTES:
        return None
    message: dict[str, Any] = json.loads(incoming.read(int.from_bytes(head)))
    return message


def _write_message(message: dict[str, Any]) -> None:
    sys.stdout.buffer.write(packed(message))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asyncio.run(work(lambda: read_message(sys.stdin.buffer), _write_message))
