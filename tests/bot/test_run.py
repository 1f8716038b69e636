"""The whole bot against the stand-in: started, stopped, and started with mistakes."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import signal
import socket
import subprocess
import sys
from base64 import b64encode
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.monitoring import JsonLines, fault_name
from bot.process import AlreadyRunning, only_instance
from bot.run import serve
from bot.settings import BadSettings, Settings
from sandbox.bot_api.bot_api import METHODS
from sandbox.people.person import Person
from sandbox.server.server import running
from sandbox.world.faults import Fault
from sandbox.world.world import DEFAULT_TOKEN, World
from tests.e2e.drivers.driving import eventually, listening
from tests.patience import PATIENCE_SECONDS, PROCESS_SECONDS, stretched

ROOT = Path(__file__).parents[2]
STOP_SECONDS = 5.0  # a call is given up after 20, and repeated for ever


def settings(url: str, folder: Path, **more: Any) -> Settings:  # noqa: ANN401
    given: dict[str, Any] = {
        "bot_token": DEFAULT_TOKEN,
        "telegram_api_base": url,
        "data_dir": folder,
        "poll_seconds": 5,
    }
    return Settings(_env_file=None, **(given | {"chat_send_burst": 1000} | more))


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def until(holds: Callable[[], object]) -> None:
    await eventually("it", lambda: bool(holds()))


@contextlib.asynccontextmanager
async def serving(given: Settings) -> AsyncIterator[asyncio.Task[None]]:
    stop = asyncio.Event()
    task = asyncio.create_task(serve(given, stop=stop))
    try:
        yield task
    finally:
        stop.set()
        await asyncio.wait_for(task, stretched(PATIENCE_SECONDS))


def answers(person: Person) -> list[str]:
    return [str(m.content.get("text")) for m in person.chat.messages.values() if m.sender["is_bot"]]


async def test_polling_and_a_restart(tmp_path: Path) -> None:
    """Messages sent while the bot is down are answered when it is up again; nothing is answered twice."""
    world = World()
    aigul = Person.meet(world, 5, language_code="ru")
    async with running(world) as sandbox:
        given = settings(sandbox.url, tmp_path)
        async with serving(given):
            aigul.start()
            await until(lambda: len(answers(aigul)) == 1)
        aigul.say("Кокшетау")
        async with serving(given):
            await until(lambda: len(answers(aigul)) == 2)
            await until(lambda: world.commands)
    assert "Кокшетау" in answers(aigul)[-1]
    assert len(answers(aigul)) == 2


@pytest.mark.parametrize(("version", "lines"), [(0, 1), (1, 0)])
async def test_a_kernel_without_landlock_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int, lines: int
) -> None:
    """The bot starts all the same: what opens people's files is shut in by limits then."""
    world = World()
    aigul = Person.meet(world, 5, language_code="ru")
    monkeypatch.setattr("bot.run.landlock_version", lambda: version)
    async with running(world) as sandbox:
        with listening() as events:
            async with serving(settings(sandbox.url, tmp_path)):
                aigul.start()
                await until(lambda: answers(aigul))
    assert len(events.named("landlock-missing")) == lines


async def test_webhook(tmp_path: Path) -> None:
    """In webhook mode Telegram delivers the updates, with the secret; a bot that polls later removes the webhook."""
    world = World()
    aigul = Person.meet(world, 5, language_code="kk")
    port = free_port()
    async with running(world) as sandbox:
        url = f"http://127.0.0.1:{port}/hook"
        given = settings(sandbox.url, tmp_path, webhook_url=url, webhook_secret="s3cret", webhook_port=port)  # noqa: S106
        async with serving(given):
            await until(lambda: world.webhook)
            aigul.start()
            await until(lambda: answers(aigul))
        async with serving(settings(sandbox.url, tmp_path)):
            await until(lambda: world.webhook is None)


async def test_a_server_that_fails_at_the_start_is_waited_for(tmp_path: Path) -> None:
    """A Bot API that is down for a moment delays the start and the polling, and ends neither."""
    world = World()
    aigul = Person.meet(world, 5)
    async with running(world) as sandbox:
        for method in ("getMe", "deleteWebhook", "getUpdates", "setMyCommands"):
            world.faults.add(Fault("server_error", method=method, count=1))
        world.faults.add(Fault("drop_before", method="getMe", count=1))
        async with serving(settings(sandbox.url, tmp_path)):
            aigul.start()
            await until(lambda: answers(aigul))


async def test_what_is_new_about_the_bot_itself_keeps_nothing_from_starting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told by getMe in a form that aiogram refuses: the bot needs no more of it than its name."""
    world = World()
    aigul, me = Person.meet(world, 5), world.bot.to_json() | {"can_join_groups": "of-the-future"}
    monkeypatch.setitem(METHODS, "getme", lambda _world, _request: me)
    async with running(world) as sandbox, serving(settings(sandbox.url, tmp_path)):
        aigul.start()
        await until(lambda: answers(aigul))


@pytest.mark.parametrize(
    "answer",
    [{"id": 7, "first_name": "x"}, {"is_bot": True}, {"id": "x", "is_bot": True, "first_name": "x"}, None, [], 7],
)
async def test_another_server_than_the_bot_api(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    """Whatever names no bot when asked who it is: one line that names the variable."""
    monkeypatch.setitem(METHODS, "getme", lambda _world, _request: answer)
    async with running(World()) as sandbox:
        with pytest.raises(BadSettings, match=r"^TELEGRAM_API_BASE: what answers there is not the Bot API"):
            await serve(settings(sandbox.url, tmp_path), stop=asyncio.Event())


@pytest.mark.parametrize("kind", ["server_error", "delay"])
@pytest.mark.parametrize("method", ["getMe", "deleteWebhook", "setWebhook"])
async def test_a_stop_while_telegram_is_waited_for(tmp_path: Path, method: str, kind: str) -> None:
    """A bot whose calls Telegram refuses or leaves unanswered stops at once when asked to."""
    port = free_port()
    hook = {"webhook_url": f"http://127.0.0.1:{port}/hook", "webhook_secret": "s3cret", "webhook_port": port}
    world, stop = World(), asyncio.Event()
    world.faults.add(fault := Fault(kind, method=method, seconds=3600, count=1000))
    async with running(world) as sandbox:
        given = settings(sandbox.url, tmp_path, **(hook if method == "setWebhook" else {}))
        task = asyncio.create_task(serve(given, stop=stop))
        await until(lambda: fault.count != 1000)
        stop.set()
        await asyncio.wait_for(task, stretched(STOP_SECONDS))


async def test_a_webhook_that_cannot_be(tmp_path: Path) -> None:
    """A taken port, a foreign host, or an address that Telegram refuses: one line, without retries."""
    async with running(World()) as sandbox:
        taken, free = int(sandbox.url.rpartition(":")[2]), free_port()
        for url, host, port, told in (
            ("https://bot.example/hook", "127.0.0.1", taken, "^WEBHOOK_HOST, WEBHOOK_PORT: cannot listen at .+ in use"),
            ("https://bot.example/hook", "192.0.2.1", free, "^WEBHOOK_HOST, WEBHOOK_PORT: cannot listen at 192.0.2.1:"),
            ("https://bot.example/hook", "127.0.0.1", free, r"^WEBHOOK_URL: Telegram does not take it \(Bad Request"),
        ):
            hook = {"webhook_url": url, "webhook_host": host, "webhook_port": port, "webhook_secret": "s3cret"}
            with pytest.raises(BadSettings, match=told):
                await serve(settings(sandbox.url, tmp_path, **hook), stop=asyncio.Event())


async def test_an_unknown_token_is_told(tmp_path: Path) -> None:
    """A token that Telegram does not know stops the start, and the message names the variable."""
    async with running(World()) as sandbox:
        with pytest.raises(BadSettings, match="BOT_TOKEN: Telegram does not know it"):
            await serve(settings(sandbox.url, tmp_path, bot_token="1:wrong"), stop=asyncio.Event())  # noqa: S106


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda folder: (folder / "master.key").write_text("short"), "MASTER_KEY: "),
        (lambda folder: (folder / "keys.db").write_bytes(b"x" * 5000), r"DATA_DIR: .* keys\.db is damaged"),
        (lambda folder: (folder / "tirkeu.db").mkdir(), "DATA_DIR: .* cannot be used"),
    ],
)
async def test_a_data_folder_that_is_not_right(tmp_path: Path, spoil: Callable[[Path], object], told: str) -> None:
    """A wrong key, a broken file or a folder in a file's place: one line that names the variable."""
    spoil(tmp_path)
    async with running(World()) as sandbox:
        with pytest.raises(BadSettings, match=told):
            await serve(settings(sandbox.url, tmp_path), stop=asyncio.Event())


async def test_another_master_key(tmp_path: Path) -> None:
    """A master key that does not open the key store is refused, so that no unreadable rows are written."""
    async with running(World()) as sandbox:
        async with serving(settings(sandbox.url, tmp_path)):
            pass
        (tmp_path / "master.key").write_text(b64encode(bytes(32)).decode())
        with pytest.raises(BadSettings, match=r"MASTER_KEY: does not open .*keys\.db"):
            await serve(settings(sandbox.url, tmp_path), stop=asyncio.Event())


def test_one_instance(tmp_path: Path) -> None:
    """A second bot on the same data folder is refused; once the first has ended, the next may start."""
    with (
        only_instance(tmp_path),
        pytest.raises(AlreadyRunning, match="another bot is running"),
        only_instance(tmp_path),
    ):
        pass
    with only_instance(tmp_path):
        pass


def files_of(folder: Path, *, for_others: bool) -> set[str]:
    """Returns the files that others than their owner may touch, or those that they may not."""
    return {path.name for path in folder.iterdir() if bool(path.stat().st_mode & 0o077) == for_others}


@pytest.mark.e2e
async def test_the_process(tmp_path: Path) -> None:
    """One line reports its state, a second start is refused, SIGTERM ends it in order, its files are the owner's."""
    world = World()
    aigul = Person.meet(world, 5)
    async with running(world) as sandbox:
        environment = os.environ | {
            "BOT_TOKEN": DEFAULT_TOKEN,
            "TELEGRAM_API_BASE": sandbox.url,
            "DATA_DIR": str(tmp_path),
        }
        command = [sys.executable, "-m", "bot", "run"]
        process = await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert process.stderr
        line = json.loads(await process.stderr.readline())
        assert (line["event"], line["bot"], line["offices"]) == ("started", "sandbox_bot", 215)
        assert line["edition"] == "2011-20"
        assert line["unset"] == "MASTER_KEY"
        assert line["offices_with_officers"] == 0
        second = await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
        )
        _, told = await second.communicate()
        assert second.returncode == 2
        assert told.decode().startswith("DATA_DIR: another bot is running")
        aigul.start()
        await until(lambda: answers(aigul))
        process.send_signal(signal.SIGTERM)
        _, rest = await asyncio.wait_for(process.communicate(), stretched(PROCESS_SECONDS))
        assert process.returncode == 0
        assert json.loads(rest.splitlines()[-1])["event"] == "stopped"
        assert files_of(tmp_path, for_others=False) >= {"tirkeu.db", "keys.db", "master.key"}
        assert files_of(tmp_path, for_others=True) == set()


def fail() -> None:
    raise RuntimeError("canary")


def test_logs_hold_no_texts() -> None:
    """A foreign record or an error is logged with its logger, type and place, but not its words."""
    with pytest.raises(RuntimeError) as caught:
        fail()
    error = caught.value
    record = logging.LogRecord("aiogram", logging.ERROR, "x", 1, "canary", None, (RuntimeError, error, None))
    line = json.loads(JsonLines().format(record))
    assert "canary" not in json.dumps(line)
    assert line["logger"] == "aiogram"
    assert line["fault"].startswith("RuntimeError at bot/test_run.py:")
    assert fault_name(ValueError("canary")) == "ValueError at ?"
