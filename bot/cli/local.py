"""`make run` without a token: runs the bot, and the local stand-in for Telegram in a process of its own.

Both start from scratch: the stand-in forgets its chats when it ends, so the bot's data go to a temporary folder. The
bot's modules are imported while the stand-in starts.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import HttpUrl, SecretStr

from bot.monitoring import set_up_logs
from bot.process import only_instance, stop_on_signals, undisturbed
from bot.resources import load_texts
from bot.settings import Settings
from sandbox.world.cast import write_cast
from sandbox.world.world import DEFAULT_TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from dialogs.ui.texts import Texts
    from sandbox.world.cast import Part

OFFICER_ID, OFFICER_NAME = 7_000_003, "Омарова С."  # the chat page's officer is the head of every office
ADDRESS = b"http"  # start of the word with the stand-in's address
SEND_RATE = 20.0  # messages a second to a chat; no need to throttle on one's own machine


@dataclass(frozen=True, slots=True)
class Scenario:
    """What exists before the bot starts.

    `prepare` fills the data folder of the given settings; its second argument is the stand-in's address. With a cast,
    the stand-in knows these people, and `.env` is ignored: it may hold a real bot's token, webhook and key.
    """

    prepare: Callable[[Settings, str], Awaitable[None]]
    cast: tuple[Part, ...] = ()


def run_locally(settings: Settings, port: int) -> int:
    """Runs both until one ends or the user interrupts; returns 0, or 2 if the port is taken."""

    async def bind(inside: Settings, _address: str) -> None:
        from bot.cli.staff import bind_everywhere  # noqa: PLC0415  # imported while the stand-in starts

        await bind_everywhere(inside, OFFICER_ID, OFFICER_NAME)

    return run_scenario(settings, port, Scenario(bind))


def run_scenario(settings: Settings, port: int, setting: Scenario) -> int:
    """Runs both with a prepared setting, in a temporary data folder."""
    with tempfile.TemporaryDirectory(prefix="tirkeu-") as folder:
        return asyncio.run(_both(settings, port, Path(folder), setting))


async def _both(settings: Settings, port: int, folder: Path, setting: Scenario) -> int:
    stop = stop_on_signals()
    async with _stand_in(port, folder, setting.cast) as stand_in:
        with undisturbed():
            address, bot_run = await asyncio.gather(
                _tell_address(stand_in, load_texts(settings.language)),
                asyncio.to_thread(importlib.import_module, "bot.run"),
            )
        if not address:
            sys.stderr.write(f"{load_texts(settings.language).plain('terminal-page-port')}\n")
            return 2
        inside = _inside(settings, folder, address, apart=bool(setting.cast))
        await setting.prepare(inside, address)
        watching = asyncio.create_task(_stop_with(stand_in, stop))
        set_up_logs(inside.log_level)
        with only_instance(inside.data_dir):
            await bot_run.serve(inside, stop=stop)
        watching.cancel()
    return 0


def _inside(settings: Settings, folder: Path, address: str, *, apart: bool) -> Settings:
    """The settings of a bot that talks to the stand-in; if `apart`, only edition, language and log level are kept."""
    if apart:
        settings = Settings(
            _env_file=None,
            master_key=None,
            webhook_url=None,
            edition=settings.edition,
            language=settings.language,
            log_level=settings.log_level,
        )
    own = {
        "bot_token": SecretStr(DEFAULT_TOKEN),
        "telegram_api_base": HttpUrl(address),
        "data_dir": folder,
        "chat_send_rate": SEND_RATE,
        "chat_send_burst": SEND_RATE,
    }
    return settings.model_copy(update=own)


@contextlib.asynccontextmanager
async def _stand_in(port: int, folder: Path, cast: tuple[Part, ...]) -> AsyncIterator[asyncio.subprocess.Process]:
    """Starts the stand-in; it ends with the context, and with this process however that ends."""
    known: tuple[str, ...] = ()
    if cast:
        write_cast(cast, folder / "cast.json")
        known = ("--cast", str(folder / "cast.json"))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "sandbox", "--port", str(port), "--ends-with-input", *known),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


async def _stop_with(stand_in: asyncio.subprocess.Process, stop: asyncio.Event) -> None:
    await stand_in.wait()
    stop.set()


async def _tell_address(stand_in: asyncio.subprocess.Process, texts: Texts) -> str:
    """Prints the page's address once it is known; returns an empty string if the stand-in could not start."""
    assert stand_in.stdout  # noqa: S101  # requested by the caller
    while line := await stand_in.stdout.readline():
        for word in line.split():
            if word.startswith(ADDRESS):
                address = word.decode().partition("/bot")[0].rstrip("/")
                sys.stdout.write(f"\n{texts.plain('terminal-page', address=f'{address}/')}\n\n")
                sys.stdout.write(f"{texts.plain('terminal-page-end')}\n\n")
                sys.stdout.flush()
                return address
    return ""
