"""A bot's data folder that has worked for two days, with the one of the day before, and what can be lost of it."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
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
    """Open the folder as every command does, do some work, and end in order."""

    async def go() -> Any:  # noqa: ANN401  # of any work
        async with opened_stores(folder) as (database, keys):
            return await work(database, keys) if work else None

    return asyncio.run(go())


def draft(case_id: str) -> Work:
    """Somebody begins an application, and a message about it waits to be sent."""

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
    """Open all that was sealed; how many applications there are."""
    async with database.transaction() as transaction:
        cases = await SqlCases(transaction, keys).list_for_person(APPLICANT)
        for each in cases:
            await SqlHistory(transaction, keys).events(each)
        await waiting(transaction, keys)
    return len(cases)


def worked(root: Path) -> tuple[Path, Path]:
    """A data folder of two drafts, and a copy of it from when there was one."""
    folder, before = root / "data", root / "before"
    with_stores(folder, draft("first"))
    shutil.copytree(folder, before)
    with_stores(folder, draft("second"))
    return folder, before


def remove(folder: Path, name: str) -> None:
    for end in LOG_FILES:
        (folder / f"{name}{end}").unlink(missing_ok=True)


def put(name: str, source: Path, folder: Path) -> None:
    """Copy a database from a folder that is at rest."""
    remove(folder, name)
    shutil.copy(source / name, folder / name)


def contents(folder: Path) -> dict[str, bytes]:
    """All that counts: every file but the lock, an empty log, and the index of a log, which SQLite makes anew."""
    files = (each for each in sorted(folder.iterdir()) if each.name != "lock" and not each.name.endswith("-shm"))
    return {each.name: each.read_bytes() for each in files if each.suffix != ".db-wal" or each.stat().st_size}


def killed(at: int, work: Callable[[], Any]) -> bool:
    """Do some work in a process that kills itself before its Nth call of SQLite; whether it came so far."""
    child = os.fork()
    if child == 0:
        _kill_before(at)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0
    return False


def _kill_before(at: int) -> None:
    calls, execute = iter(range(1, at)), SqliteConnection._execute  # noqa: SLF001  # all that goes to SQLite goes through it

    async def counted(self: SqliteConnection, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401  # whatever it takes
        if next(calls, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return await execute(self, *arguments, **named)  # type: ignore[no-untyped-call]

    SqliteConnection._execute = counted  # type: ignore[method-assign, assignment]  # noqa: SLF001
