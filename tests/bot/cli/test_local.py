"""`make run` without a token: bot and stand-in together."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from bot.cli.local import OFFICER_ID, OFFICER_NAME
from bot.cli.staff import bind_everywhere, list_officers
from tests.factories.folders import settings_of
from tests.patience import PATIENCE_SECONDS, PROCESS_SECONDS, Patience, stretched

ROOT = Path(__file__).parents[3]


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def post(url: str, value: object) -> None:
    request = urllib.request.Request(url, json.dumps(value).encode(), {"Content-Type": "application/json"})  # noqa: S310
    urllib.request.urlopen(request, timeout=stretched(PATIENCE_SECONDS)).close()  # noqa: S310  # loopback


def messages(url: str) -> list[str]:
    with urllib.request.urlopen(url, timeout=stretched(PATIENCE_SECONDS)) as answer:  # noqa: S310
        return [str(message.get("text")) for message in json.load(answer)["messages"]]


@pytest.mark.e2e
async def test_it_prints_an_address_and_answers(tmp_path: Path) -> None:
    """One command starts both and prints the page's address; the bot answers; Ctrl+C ends both and leaves nothing."""
    port = free_port()
    environment = os.environ | {"BOT_TOKEN": "", "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "bot", "start", "--port", str(port)]
    process = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    try:
        lines = [(await process.stdout.readline()).decode() for _ in range(2)]
        assert lines[1] == f"Chat page: http://127.0.0.1:{port}/\n"
        await process.stderr.readline()
        chat = f"http://127.0.0.1:{port}/control"
        await asyncio.to_thread(
            post, f"{chat}/act", {"user": {"id": 9, "first_name": "A"}, "do": "text", "text": "/start"}
        )
        patience = Patience(PROCESS_SECONDS)
        while not patience.ended:
            if len(await asyncio.to_thread(messages, f"{chat}/chat/9")) == 2:
                break
            await asyncio.sleep(0.05)
        assert "Choose a language." in (await asyncio.to_thread(messages, f"{chat}/chat/9"))[1]
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
        await asyncio.wait_for(process.communicate(), stretched(PROCESS_SECONDS))
    assert process.returncode == 0
    assert os.listdir(tmp_path) == []  # noqa: PTH208  # a look, not work
    with socket.socket() as gone:
        assert gone.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.e2e
async def test_a_bot_that_is_killed_takes_the_stand_in_with_it() -> None:
    """However the bot ends, the stand-in does not keep its port."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "start", "--port", "0"),
        cwd=ROOT,
        env=os.environ | {"BOT_TOKEN": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    while b"Chat page" not in (told := await process.stdout.readline()):
        assert told
    process.kill()
    await asyncio.wait_for(process.communicate(), 60)  # both have closed standard error
    with socket.socket() as gone:
        assert gone.connect_ex(("127.0.0.1", int(told.rstrip(b"/\n").rpartition(b":")[2]))) != 0


async def test_the_pages_officer_may_do_everything_everywhere(tmp_path: Path) -> None:
    """Every office takes applications, and the page's head can try all that an office does."""
    settings = settings_of(tmp_path)
    await bind_everywhere(settings, OFFICER_ID, OFFICER_NAME)
    lines = await list_officers(settings)
    assert len(lines) == 215
    assert all(line.endswith(f"{OFFICER_NAME}  head") for line in lines)


def test_a_taken_port_is_told() -> None:
    """If something else listens on the port, a message says what to do, without a traceback."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "bot", "start", "--port", str(taken.getsockname()[1])],
            cwd=ROOT,
            env=os.environ | {"BOT_TOKEN": ""},
            capture_output=True,
            text=True,
            check=False,
            timeout=stretched(PROCESS_SECONDS),
        )
    assert done.returncode == 2
    assert "is taken" in done.stderr
    assert "--port N" in done.stderr
    assert "Traceback" not in done.stderr
