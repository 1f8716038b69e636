"""A bot's data folder after two days of work, its state of the day before, and helpers that lose parts of it."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from storage.applications import SqlCases
from storage.db.database import Database
from storage.db.keys import KeyStore, case_owner, person
from storage.history.events import SqlHistory
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.outbox import Outbox, Outgoing
from storage.sqlite.connection import SqliteConnection
from tests.factories.cases import started
from tests.factories.folders import opened_stores
from tests.factories.people import APPLICANT
from tests.storage.history.historic import noted
from tests.waiting import waiting

LOG_FILES = ("", "-wal", "-shm")
CALL = BotApiRequest("sendMessage", {"chat_id": APPLICANT, "text": "?"})
Work = Callable[[Database, KeyStore], Coroutine[Any, Any, Any]]


def with_stores(folder: Path, work: Work | None = None) -> Any:  # noqa: ANN401  # of any work
    """Opens the folder as every command does, does some work, and closes it in order."""

    async def go() -> Any:  # noqa: ANN401  # of any work
        async with opened_stores(folder) as (database, keys):
            return await work(database, keys) if work else None

    return asyncio.run(go())


def draft(case_id: str) -> Work:
    """Begins an application, and queues a message about it."""

    async def work(database: Database, keys: KeyStore) -> None:
        case, owner = replace(started(), id=case_id), case_owner(case_id)
        async with database.transaction() as transaction:
            await SqlCases(transaction, keys).add(case)
            await noted(transaction, keys, case)
            outbox, ciphers = Outbox(transaction), await keys.ciphers([owner, person(APPLICANT)])
            row = Outgoing(await outbox.last_id() + 1, f"u{case_id}.0", APPLICANT, owner, CALL)
            await outbox.queue([row], ciphers)

    return work


async def readable(database: Database, keys: KeyStore) -> int:
    """Decrypts everything sealed, and returns the number of applications."""
    async with database.transaction() as transaction:
        cases = await SqlCases(transaction, keys).list_for_person(APPLICANT)
        for each in cases:
            await SqlHistory(transaction, keys).events(each)
        await waiting(transaction, keys)
    return len(cases)


def worked(root: Path) -> tuple[Path, Path]:
    """A data folder with two drafts, and a copy of it from when there was one."""
    folder, before = root / "data", root / "before"
    with_stores(folder, draft("first"))
    shutil.copytree(folder, before)
    with_stores(folder, draft("second"))
    return folder, before


def remove(folder: Path, name: str) -> None:
    for end in LOG_FILES:
        (folder / f"{name}{end}").unlink(missing_ok=True)


def put(name: str, source: Path, folder: Path) -> None:
    """Copies a database from a folder that no process uses."""
    remove(folder, name)
    shutil.copy(source / name, folder / name)


def contents(folder: Path) -> dict[str, bytes]:
    """Returns what counts: every file but the lock, an empty log, and a log's index, which SQLite rebuilds."""
    files = (each for each in sorted(folder.iterdir()) if each.name != "lock" and not each.name.endswith("-shm"))
    return {each.name: each.read_bytes() for each in files if each.suffix != ".db-wal" or each.stat().st_size}


def killed(at: int, work: Callable[[], Any], files_of: Path | None = None) -> bool:
    """Works in a process that kills itself before its Nth call of SQLite; returns whether it got that far.

    With a folder, what opens, renames or removes one of its files counts as a call, too.
    """
    child = os.fork()
    if child == 0:
        _kill_before(at, files_of)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0
    return False


def _kill_before(at: int, files_of: Path | None) -> None:
    calls, execute = iter(range(1, at)), SqliteConnection._execute  # noqa: SLF001  # all that goes to SQLite goes through it

    def count() -> None:
        if next(calls, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    def heard(event: str, arguments: tuple[Any, ...]) -> None:
        if event in {"open", "os.rename", "os.remove"} and str(arguments[0]).startswith(f"{files_of}{os.sep}"):
            count()

    async def counted(self: SqliteConnection, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401  # whatever it takes
        count()
        return await execute(self, *arguments, **named)  # type: ignore[no-untyped-call]

    SqliteConnection._execute = counted  # type: ignore[method-assign, assignment]  # noqa: SLF001
    if files_of is not None:
        sys.addaudithook(heard)
