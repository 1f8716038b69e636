"""Makes large tables in a separate process, which is started when first needed, while the bot goes on.

In a thread of the bot's process they would hold the interpreter lock for seconds and delay everybody's answers.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dialogs.made import write_description
from domain.errors import Denied
from storage.db.engine import StorageFault
from storage.messaging.bot_api_request import BotApiRequest

if TYPE_CHECKING:
    from datetime import datetime

    from dialogs.made import GeneratedContent

SECONDS = 300.0  # for one table; 10,000 cases of one unit took 17 s with fourteen processes on two cores
IDLE_SECONDS = 300.0  # the process ends after so long without work
LENGTH_BYTES = 4  # of the length before each message, big-endian
_HOME = Path(__file__).resolve().parents[2]  # where the packages are


class TableProcess:
    """The process; it makes one table at a time, in the order requested."""

    def __init__(self, opening: dict[str, Any]) -> None:
        """Does not start the process yet.

        Args:
            opening: what `bot.making.worker` needs to read the data.
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
