"""Memory of open conversations, against aiogram's MemoryStorage."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.memory import MemoryStorage

from benchmarks.measure import Figure
from benchmarks.spine.ours import ours
from benchmarks.spine.workload import BOT_ID, FIRST_USER, messages
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

SIZES = (10_000, 100_000)
BATCH = 100
MEGABYTE = 1 << 20
STATE = "form:address"
DATA = '{"form": 5, "question": "address", "answers": ["Айгерим", "ул. Абая, 1"]}'


def run() -> list[Figure]:
    """Each kind in its own process: the memory added by the first 10,000 conversations and the next 90,000."""
    figures: list[Figure] = []
    ours_added, theirs_added = _added("ours"), _added("MemoryStorage")
    for size, mine, theirs in zip(SIZES, ours_added, theirs_added, strict=True):
        note = f"MemoryStorage {theirs:.1f} MB"
        figures.append(Figure(f"memory of {size:,} open conversations", mine, 0, "MB", note))
    growth, theirs_growth = ours_added[1] - ours_added[0], theirs_added[1] - theirs_added[0]
    ratio = theirs_growth / max(growth, 1.0)
    note = f"{growth:.1f} MB against {theirs_growth:.1f}"
    figures.append(Figure("growth from 10,000 to 100,000: MemoryStorage / ours", ratio, 10, "times", note))
    return figures


def _added(kind: str) -> list[float]:
    done = subprocess.run([sys.executable, "-m", __spec__.name, kind], check=True, capture_output=True, text=True)  # noqa: S603
    return [float(each) for each in done.stdout.split()]


def _resident() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


def asking() -> Router:
    """Asks a question, which opens a conversation."""
    router = Router(name="asking")

    @router.message()
    async def ask(_message: Message, state: FSMContext) -> Reply:
        await state.set_state(STATE)
        await state.set_data(json.loads(DATA))
        return Reply()

    return router


async def _measure_ours() -> None:
    async with ours(asking()) as spine:
        spine.processor.careful = False
        line = messages(users=max(SIZES))
        for _ in range(5):
            await spine.processor.process(list(islice(line, BATCH)))
        before, done = _resident(), 5 * BATCH
        for size in SIZES:
            for _ in range(done, size, BATCH):
                await spine.processor.process(list(islice(line, BATCH)))
            done = size
            sys.stdout.write(f"{_resident() - before}\n")


async def _measure_memory_storage() -> None:
    storage, done, before = MemoryStorage(), 0, _resident()
    for size in SIZES:
        for user_id in range(FIRST_USER + done, FIRST_USER + size):
            key = StorageKey(bot_id=BOT_ID, chat_id=user_id, user_id=user_id)
            await storage.set_state(key, STATE)
            await storage.set_data(key, json.loads(DATA))
        done = size
        sys.stdout.write(f"{_resident() - before}\n")


if __name__ == "__main__":
    asyncio.run(_measure_ours() if sys.argv[1] == "ours" else _measure_memory_storage())
