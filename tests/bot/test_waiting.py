"""A start on a machine in passing trouble waits until that is over; what only a person can mend ends it."""

from __future__ import annotations

import asyncio
import errno
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot import data_folder, process
from bot.data_folder import DATABASE
from bot.process import PassingFault, folder_fault, only_instance
from bot.run import run, serve
from bot.settings import BadSettings
from bot.waiting import once_usable
from sandbox.people.person import Person
from sandbox.server.server import running
from sandbox.world.world import World
from storage.db.engine import DamagedFile, StorageFault
from storage.sqlite.engine import SqliteEngine
from tests.bot.test_run import answers, serving, settings, until
from tests.e2e.drivers.driving import Events, listening
from tests.patience import PATIENCE_SECONDS, stretched

WAITING = "data-folder-not-usable"
FULL = OSError(errno.ENOSPC, "No space left on device")
# Each step of the start that uses the data folder.
STEPS = [
    "bot.data_folder.read_master_key",
    "bot.data_folder.migrate",
    "bot.data_folder.keep_heads",
    "bot.run.record_missing_deadlines",
    "bot.data_folder.load_or_make_signer",
    "bot.run.open_making",
    "bot.run.drop_stale_digests",
    "bot.run.Sender.start",
    "bot.run.SqlOfficers.tally",
]


def fail_first(monkeypatch: pytest.MonkeyPatch, step: str, *faults: Exception) -> None:
    """Lets a step of the start fail with each of these before it works."""
    target, _, name = step.rpartition(".")
    owner = pytest.importorskip(target) if target.count(".") == 1 else _class_of(target)
    work, left = getattr(owner, name), list(faults)

    def step_with_faults(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        if left:
            raise left.pop(0)
        return work(*arguments, **named)

    monkeypatch.setattr(step, step_with_faults)


def _class_of(path: str) -> Any:  # noqa: ANN401
    module, _, name = path.rpartition(".")
    return getattr(pytest.importorskip(module), name)


def told(events: Events) -> list[str]:
    return [str(fields["fault"]) for _, fields in events.named(WAITING)]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("fault", [StorageFault("SQLITE_READONLY"), FULL], ids=["read-only", "full"])
async def test_every_step_of_the_start_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, fault: Exception
) -> None:
    """A disk that is full or read-only for a while is told once, and the bot then starts and answers."""
    world = World()
    aigul = Person.meet(world, 5)
    fail_first(monkeypatch, step, fault, fault)
    async with running(world) as sandbox:
        with listening() as events:
            async with serving(settings(sandbox.url, tmp_path)):
                aigul.start()
                await until(lambda: answers(aigul))
    assert len(told(events)) == 1
    assert told(events)[0].startswith(f"DATA_DIR: {tmp_path} cannot be used (")
    assert len(events.named("started")) == 1


async def test_a_foreign_lock_is_waited_for(tmp_path: Path) -> None:
    """A program that holds the database for longer than SQLite waits delays the start, and no more."""
    async with running(World()) as sandbox:
        given = settings(sandbox.url, tmp_path)
        async with serving(given):
            pass
        with listening() as events, closing(sqlite3.connect(tmp_path / DATABASE, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            async with serving(given):
                await until(lambda: told(events))
                assert not events.named("started")
                other.execute("ROLLBACK")
                await until(lambda: events.named("started"))
    assert "SQLITE_BUSY" in told(events)[0]


async def test_a_bot_that_waits_for_its_disk_can_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends in order as soon as it is told to."""

    class NoRoom(SqliteEngine):
        async def open(self, path: Path) -> Any:  # noqa: ANN401, ARG002
            raise StorageFault("SQLITE_FULL")

    monkeypatch.setattr(data_folder, "ENGINE", NoRoom())
    stop = asyncio.Event()
    async with running(World()) as sandbox:
        with listening() as events:
            task = asyncio.create_task(serve(settings(sandbox.url, tmp_path), stop=stop))
            await until(lambda: told(events))
            stop.set()
            await asyncio.wait_for(task, stretched(PATIENCE_SECONDS))
    assert [name for name, _ in events.said][-1] == "stopped"


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


async def test_waiting_leaves_no_files_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the disk is full: what a failed attempt opened is closed."""
    async with running(World()) as sandbox:
        for step in ("bot.data_folder.migrate", "storage.db.database.Database.hook_commits"):
            counted: list[int] = []

            async def count(wait: float, counted: list[int] = counted) -> None:
                counted.append(open_files())
                await asyncio.sleep(wait / 100)

            with monkeypatch.context() as patched:
                fail_first(patched, step, *[StorageFault("SQLITE_IOERR")] * 6)
                patched.setattr("bot.waiting.sleep", count)
                async with serving(settings(sandbox.url, tmp_path)):
                    await until(lambda counted=counted: len(counted) >= 6)  # type: ignore[misc]
            assert counted[5] <= counted[1]


def test_the_lock_of_the_folder_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not even the file of the lock can be opened, the process waits before anything else is tried."""
    tried: list[Path] = []

    class ServedError(Exception):
        pass

    def lock_file(folder: Path) -> Any:  # noqa: ANN401
        tried.append(folder)
        if len(tried) < 3:
            raise folder_fault(folder, OSError(errno.EROFS, "Read-only file system"))
        return (folder / "lock").open("w")

    async def served(*_arguments: Any) -> None:  # noqa: ANN401
        raise ServedError

    monkeypatch.setattr(process, "_lock_file", lock_file)
    monkeypatch.setattr("bot.run.serve", served)
    with listening() as events, pytest.raises(ServedError):
        run(settings("http://127.0.0.1:1", tmp_path))
    assert (len(tried), len(told(events))) == (3, 1)
    with only_instance(tmp_path):
        pass  # the lock was released


@pytest.mark.parametrize(
    "fault",
    [PermissionError(errno.EACCES, "Permission denied"), NotADirectoryError(errno.ENOTDIR, ""), DamagedFile("x")],
    ids=["permission", "no-folder", "damaged"],
)
async def test_what_a_person_must_mend_is_not_waited_for(tmp_path: Path, fault: Exception) -> None:
    """A missing permission, a file in a folder's place, a damaged file: one line, without a second try."""
    tries = 0

    async def work() -> None:
        nonlocal tries
        tries += 1
        raise fault

    with pytest.raises(BadSettings, match=r"^DATA_DIR: ") as caught:
        await once_usable(tmp_path, asyncio.Event(), work)
    assert (tries, isinstance(caught.value, PassingFault)) == (1, False)


async def test_a_damaged_database_is_no_passing_fault(tmp_path: Path) -> None:
    """Found by the writer as by a reader: a file that is no database is told as damaged."""
    (tmp_path / "broken.db").write_bytes(b"x" * 5000)
    with pytest.raises(DamagedFile):
        await SqliteEngine().open(tmp_path / "broken.db")
