"""The process that makes large tables: `python -m bot.making.worker`, started by `bot.making.apart`.

It reads beside the bot and cannot write. The first message on standard input says what to read and contains the key,
each further one requests a table. The process ends with its input, as when the bot ends.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
from base64 import b64decode
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from bot.data_folder import ENGINE
from bot.making.apart import LENGTH_BYTES, packed
from bot.making.reading import WITHHELD, View
from bot.making.tables import draw_message
from bot.monitoring import fault_name
from bot.resources import library_of
from dialogs.made import read_description
from storage.db.database import Database
from storage.db.encryption import Unreadable
from storage.db.engine import StorageFault
from storage.db.keys import KeyReader

if TYPE_CHECKING:
    from collections.abc import Callable

MEMORY = 1024 * 1024 * 1024  # bytes, enough for some 30,000 cases of one unit; the bot has memory of its own


async def work(read: Callable[[], dict[str, Any] | None], write: Callable[[dict[str, Any]], None]) -> None:
    """Makes the requested tables one after another until the input ends."""
    opening = read()
    if opening is None:
        return
    async with AsyncExitStack() as stack:
        view = await _view(opening, stack)
        while (job := await asyncio.to_thread(read)) is not None:
            write(await _answer(view, job))
            view.keys.forget()  # data erased in the meantime must not be readable with a cached key


async def _view(opening: dict[str, Any], stack: AsyncExitStack) -> View:
    database = Database(await ENGINE.open_reader(Path(opening["database"])))
    stack.push_async_callback(database.close)
    key_file = Database(await ENGINE.open_reader(Path(opening["key_store"])))
    stack.push_async_callback(key_file.close)
    keys = KeyReader.over(key_file, b64decode(opening["master"]))
    return View(database, keys, library_of(opening["edition"]), frozenset(opening["admins"]), opening["language"])


async def _answer(view: View, job: dict[str, Any]) -> dict[str, Any]:
    try:
        try:
            return {"request": await _drawn(view, job)}
        except Unreadable:  # maybe erased between reading the row and its key: reading again will tell
            view.keys.forget()
            return {"request": await _drawn(view, job)}
    except WITHHELD as refusal:
        return {"withheld": type(refusal).__name__}
    except StorageFault as fault:
        return {"later": str(fault)}
    except Exception as error:  # noqa: BLE001  # a fault of one table must not affect the others
        return {"fault": fault_name(error)}


async def _drawn(view: View, job: dict[str, Any]) -> dict[str, Any]:
    spec, now = read_description(job["made"]), datetime.fromisoformat(job["now"])
    return (await draw_message(view, job["user"], spec, job["edited"], now)).to_json()


def read_message(incoming: BinaryIO) -> dict[str, Any] | None:
    """Reads the next message; None at the end of the input."""
    head = incoming.read(LENGTH_BYTES)
    if len(head) < LENGTH_BYTES:
        return None
    message: dict[str, Any] = json.loads(incoming.read(int.from_bytes(head)))
    return message


def _write_message(message: dict[str, Any]) -> None:
    sys.stdout.buffer.write(packed(message))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asyncio.run(work(lambda: read_message(sys.stdin.buffer), _write_message))
