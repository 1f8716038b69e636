"""The real process in a folder whose key store is lost or outdated does not start, and says why in one line."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from signal import SIGKILL

import pytest

from bot.data_folder import KEY_STORE
from sandbox.people.person import Person
from sandbox.server.server import running
from sandbox.world.faults import SERVER_ERROR, Fault
from sandbox.world.world import World
from tests.bot.losing import contents, draft, put, remove, with_stores
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.process import BotProcess, bot_process
from tests.patience import PROCESS_SECONDS, stretched

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]

WAITING = "SELECT id FROM outbox WHERE chat_id = ?"


async def refused(process: BotProcess) -> str:
    """Returns the one line of a start that ends with code 2 and leaves the folder unchanged."""
    before, left = len(process.stderr.read_text()), contents(process.folder)
    start = await process.command("run")
    assert await asyncio.wait_for(start.wait(), stretched(PROCESS_SECONDS)) == 2
    assert contents(process.folder) == left
    (line,) = process.stderr.read_text()[before:].splitlines()
    return line


async def test_a_lost_or_older_key_store(tmp_path: Path) -> None:
    """Killed while a reply waits, the bot refuses to start until the right keys are back, and then answers."""
    world = World()
    berik = Person.meet(world, 5_000_002, language_code="ru")
    await asyncio.to_thread(with_stores, tmp_path / "data", draft("first"))
    shutil.copytree(tmp_path / "data", tmp_path / "yesterday")
    async with running(world) as sandbox, bot_process(world, sandbox.url, tmp_path) as process:
        world.faults.add(Fault(SERVER_ERROR, method="sendMessage", chat_id=berik.user.id))
        berik.start()
        await eventually("a reply that waits", lambda: bool(process.rows(WAITING, berik.user.id)))
        await process.end(SIGKILL)
        world.faults.rules.clear()
        shutil.copytree(process.folder, tmp_path / "today")
        remove(process.folder, KEY_STORE)
        assert f"{KEY_STORE} отсутствует или пуст" in await refused(process)
        put(KEY_STORE, tmp_path / "yesterday", process.folder)
        assert f"{KEY_STORE} старше, чем tirkeu.db" in await refused(process)
        remove(process.folder, KEY_STORE)
        for each in (tmp_path / "today").glob(f"{KEY_STORE}*"):
            shutil.copy(each, process.folder)
        await process.start()
        await eventually("the reply", lambda: not process.rows(WAITING, berik.user.id))
        assert [message.sender["is_bot"] for message in berik.chat.messages.values()].count(True) == 1
