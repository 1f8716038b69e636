"""What a file could do that takes over the process that cleans it."""

from __future__ import annotations

import ctypes
import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from documents.uploads.isolation import USER, landlock_version
from documents.uploads.worker import SECONDS, clean_apart
from tests.documents.uploads.intruder import NAMING, NETWORK, OPENING, REACHING, STARTING
from tests.machine import landlock_of_kernel, needs
from tests.patience import stretched

PYTHON = sys.executable
FILES = ("tirkeu.db", "keys.db", "master.key", "signing.key", "history.heads")
SOCKETS = {
    "tcp": (socket.AF_INET, socket.SOCK_STREAM),
    "udp": (socket.AF_INET, socket.SOCK_DGRAM),
    "unix": (socket.AF_UNIX, socket.SOCK_STREAM),
    "abstract": (socket.AF_UNIX, socket.SOCK_STREAM),
}
SECRET = b"a secret of the bot"
ROOT = os.geteuid() == 0
ALL = {*OPENING, *NETWORK, *STARTING, *NAMING, *REACHING}
# What Landlock denies since which version; sockets of other kinds it does not know (landlock(7)).
SINCE = {"empty": 3, "connect": 4, "listen": 4, "connect to an abstract socket": 6, "signal the bot": 6}
BEYOND_LANDLOCK = {"send", "connect to a socket file", "fork", "start a thread"}
LASTING = {*NAMING, *REACHING}  # what needs no descriptor, so that no limit keeps it away


@dataclass
class Bot:
    """What there is to take: a data folder, sockets that listen, memory, variables and an open file."""

    folder: Path
    about: dict[str, Any]
    sockets: list[socket.socket]
    executable: Path

    async def opens(self, layers: str) -> dict[str, Any]:
        """Returns what the file found and could do in the process, with these layers of its isolation."""
        command = f"exec {PYTHON} -B -m tests.documents.uploads.intruder '{layers}' \"$@\""
        self.executable.write_text(f"#!/bin/sh\n{command}\n")
        self.executable.chmod(0o700)
        answer = await clean_apart(json.dumps(self.about).encode(), stretched(SECONDS))
        found: dict[str, Any] = json.loads(answer.content)
        return found

    async def refuses(self, layers: str) -> set[str]:
        outcomes = (await self.opens(layers))["outcomes"]
        assert set(outcomes) == ALL
        return {name for name, outcome in outcomes.items() if outcome != "done"}

    def is_untouched(self) -> bool:
        there = {each.name: each.read_bytes() for each in self.folder.iterdir() if each.is_file()}
        return there == dict.fromkeys(FILES, SECRET) and not any(map(_was_reached, self.sockets))


def _was_reached(listening: socket.socket) -> bool:
    listening.settimeout(0)
    try:
        listening.recv(1) if listening.type == socket.SOCK_DGRAM else listening.accept()
    except BlockingIOError:
        return False
    return True


@pytest.fixture
def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bot]:
    folder = tmp_path / "data"
    folder.mkdir()
    for name in FILES:
        (folder / name).write_bytes(SECRET)
    monkeypatch.setenv("BOT_TOKEN", "1:secret")
    monkeypatch.setenv("MASTER_KEY", "secret")
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    secret = ctypes.create_string_buffer(SECRET)
    with ExitStack() as stack:
        database = os.open(folder / "tirkeu.db", os.O_RDWR)
        stack.callback(os.close, database)
        os.set_inheritable(database, True)  # noqa: FBT003  # the signature of the standard library
        sockets = {name: stack.enter_context(socket.socket(*kind)) for name, kind in SOCKETS.items()}
        sockets["tcp"].bind(("127.0.0.1", 0))
        sockets["udp"].bind(("127.0.0.1", 0))
        sockets["unix"].bind(str(tmp_path / "socket"))
        sockets["abstract"].bind(f"\0tests-{os.getpid()}")
        for each in (sockets["tcp"], sockets["unix"], sockets["abstract"]):
            each.listen()
        about = {name: each.getsockname() for name, each in sockets.items()}
        about |= {"abstract": f"\0tests-{os.getpid()}", "folder": str(folder), "secret": ctypes.addressof(secret)}
        yield Bot(folder, about, list(sockets.values()), tmp_path / "python")


@needs("Landlock")
async def test_a_file_that_takes_over_its_process_gets_nowhere(bot: Bot) -> None:
    """It reads no file, key, variable or memory of the bot, changes nothing, reaches nobody, and starts nothing."""
    left = set() if ROOT else {name for name, since in SINCE.items() if landlock_version() < since and name in LASTING}
    assert await bot.refuses("everything") == ALL - left
    assert left or bot.is_untouched()


@needs("Landlock")
async def test_landlock_alone_refuses_all_that_it_knows(bot: Bot) -> None:
    """The limits are not what the test above rests on."""
    left = {name for name, since in SINCE.items() if landlock_version() < since}
    assert await bot.refuses("Landlock alone") == ALL - left - BEYOND_LANDLOCK


async def test_without_landlock_nothing_can_be_opened_reached_or_started(bot: Bot) -> None:
    """The limits hold on every kernel; if the bot was started as root, the other user holds the rest."""
    assert await bot.refuses("no Landlock") >= (ALL if ROOT else ALL - LASTING)


async def test_the_same_succeeds_where_nothing_is_shut(bot: Bot) -> None:
    """The tries are real ones, so that their refusal tells something; some systems keep memory from other processes."""
    assert await bot.refuses("nothing") <= (set() if ROOT else set(REACHING) | {"open the bot's memory"})
    assert not bot.is_untouched()


async def test_the_process_has_nothing_of_the_bots(bot: Bot) -> None:
    """No variable, no descriptor though it may be inherited, and, started as root, neither user nor group."""
    found = await bot.opens("everything")
    assert "secret" not in found["environment"]
    assert found["descriptors"] == [0, 1, 2]
    assert set(found["users"]) == ({USER} if ROOT else {*os.getresuid(), *os.getresgid(), *os.getgroups()})


async def test_the_process_leaves_no_dump_and_gains_no_rights(bot: Bot) -> None:
    """A crash writes the file nowhere, and no program gives what was given up; root, too, has not only its leaving."""
    found = await bot.opens("Landlock alone")
    assert (found["dumped"], found["no new privileges"]) == (0, 1)


def test_landlock_is_found_where_the_kernel_has_it() -> None:
    """What the bot says of it in its log is asked of the kernel in another way."""
    assert landlock_version() == landlock_of_kernel()
