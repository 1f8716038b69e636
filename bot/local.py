"""`make run` without a token: the bot on the local stand-in for Telegram, each in a process of its own.

Both start anew each time: the stand-in forgets its chats when it ends, so the bot's data lies in a folder that is
removed, too.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.officers import bind_everywhere
from sandbox.cast import write_cast
from sandbox.world import DEFAULT_TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.settings import Settings
    from sandbox.cast import Part

OFFICER_ID, OFFICER_NAME = 7_000_003, "Омарова С."  # the chat page's officer is the head of every office
ADDRESS = b"http"  # how the line begins that tells where the stand-in listens


@dataclass(frozen=True, slots=True)
class Setting:
    """What is there before the bot starts.

    `prepare` fills the data folder of the settings it is given; the second argument is the stand-in's address. With a
    cast the stand-in knows these people, and `.env` is left alone: it may hold a real bot's token, webhook and key.
    """

    prepare: Callable[[Settings, str], Awaitable[None]]
    cast: tuple[Part, ...] = ()


def run_locally(settings: Settings, port: int) -> int:
    """Run both until one ends or the person has had enough; the bot's exit code."""

    async def bind(inside: Settings, _address: str) -> None:
        await bind_everywhere(inside, OFFICER_ID, OFFICER_NAME)

    return run_set(settings, port, Setting(bind))


def run_set(settings: Settings, port: int, given: Setting) -> int:
    """Run both with what is given, over a folder of their own."""
    with tempfile.TemporaryDirectory(prefix="tirkeu-") as folder:
        return asyncio.run(_both(settings, port, Path(folder), given))


async def _both(settings: Settings, port: int, folder: Path, given: Setting) -> int:
    known: list[str] = []
    if given.cast:
        known = ["--cast", str(folder / "cast.json")]
        write_cast(given.cast, folder / "cast.json")
    async with _process("sandbox", "--port", str(port), *known, stdout=asyncio.subprocess.PIPE) as stand_in:
        address = await _address(stand_in)
        if not address:
            sys.stderr.write("Another `make run`? Choose another port with --port N\n")
            return 2
        sys.stdout.write(f"\nChat page: {address}/\n\nCtrl+C ends it.\n\n")
        sys.stdout.flush()
        inside = settings.model_copy(update={"data_dir": folder} | ({"master_key": None} if given.cast else {}))
        await given.prepare(inside, address)
        environment = {
            "BOT_TOKEN": DEFAULT_TOKEN,
            "TELEGRAM_API_BASE": address,
            "DATA_DIR": str(folder),
            "LOG_LEVEL": settings.log_level,
            "CHAT_SEND_RATE": "20",
            "CHAT_SEND_BURST": "20",
        }
        apart = {"MASTER_KEY": "", "WEBHOOK_URL": "", "EDITION": settings.edition, "LANGUAGE": settings.language}
        environment |= apart if given.cast else {}
        async with _process("run", environment=environment, folder=folder if given.cast else None) as bot:
            return await _first_of(bot, stand_in)


async def _first_of(bot: asyncio.subprocess.Process, stand_in: asyncio.subprocess.Process) -> int:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    waits = [asyncio.create_task(each) for each in (bot.wait(), stand_in.wait(), stop.wait())]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
    return bot.returncode or 0


@contextlib.asynccontextmanager
async def _process(
    *arguments: str, stdout: int | None = None, environment: dict[str, str] | None = None, folder: Path | None = None
) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        stdout=stdout,
        cwd=folder,
        env=os.environ | (environment or {}),
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


async def _address(stand_in: asyncio.subprocess.Process) -> str:
    assert stand_in.stdout  # noqa: S101  # asked for by the caller
    while line := await stand_in.stdout.readline():
        for word in line.split():
            if word.startswith(ADDRESS):
                return word.decode().partition("/bot")[0].rstrip("/")
    return ""
