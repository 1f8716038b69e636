"""Runs a bot over poisoned updates until all are acknowledged, forking a new process whenever one is killed.

`python -m tests.bot.updates.poison FOLDER UPDATES` prints how often the process was killed, as a JSON line.
"""

from __future__ import annotations

import asyncio
import json
import mmap
import os
import signal
import struct
import sys
from pathlib import Path

from aiogram import F, Router
from aiogram.types import Message, Update

from bot.process import freeze_gc
from handlers.core.reply import Reply
from tests.bot.updates.spine import HANDLER_SECONDS, count, spine, tally
from tests.factories.updates import text_update
from tests.leaping import hang

BATCH = 10
POISONED = 20  # one in so many
KINDS = ("raise", "hang", "kill")


def kind_of(number: int) -> str:
    """Returns what is wrong with an update, if anything."""
    return KINDS[number // POISONED % len(KINDS)] if number % POISONED == 7 else ""


def poison(tries: mmap.mmap) -> Router:
    """Handlers that raise, hang, or kill the process; each try is counted where a kill cannot undo it."""
    router = Router()

    async def bad(message: Message) -> Reply:
        kind = (message.text or "").split()[1]
        tries[message.message_id] += 1
        if kind == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if kind == "hang":
            await hang(HANDLER_SECONDS + 1)
        await count(message)
        raise RuntimeError

    router.message.register(bad, F.text.startswith("poison"))
    return router


async def work(folder: Path, updates: int, acknowledged: mmap.mmap, routers: tuple[Router, ...]) -> None:
    """Acts like Telegram: offers unacknowledged updates in order."""
    async with spine(folder, *routers) as processor:
        while (done := struct.unpack("i", acknowledged[:4])[0]) < updates:
            numbers = range(done + 1, min(done + BATCH, updates) + 1)
            await processor.process(
                [text_update(n, 100 + n % 10, f"poison {kind_of(n)}" if kind_of(n) else f"add {n}") for n in numbers]
            )
            acknowledged[:4] = struct.pack("i", numbers[-1])


def main() -> None:
    """Forks until one process ends by itself."""
    folder, updates = Path(sys.argv[1]), int(sys.argv[2])
    acknowledged, tries = mmap.mmap(-1, 4), mmap.mmap(-1, updates + 1)
    routers = poison(tries), tally()
    Update.model_rebuild()
    asyncio.run(work(folder, 0, acknowledged, routers))  # loads and computes once what every fork needs
    freeze_gc()
    kills = 0
    while True:
        child = os.fork()
        if child == 0:
            asyncio.run(work(folder, updates, acknowledged, routers))
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
            kills += 1
            continue
        result = {"kills": kills, "status": status, "tries": {n: tries[n] for n in range(updates + 1) if tries[n]}}
        sys.stdout.write(json.dumps(result) + "\n")
        return


if __name__ == "__main__":
    main()
