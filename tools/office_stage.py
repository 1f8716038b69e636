"""The demonstration on a fixed morning, in this process: the same pictures on whatever day they are taken."""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from bot.demo_fill import fill, neighbours
from bot.demo_people import ON_THE_PAGE
from bot.settings import Settings
from domain.zone import KAZAKHSTAN
from sandbox.phone import introduce
from sandbox.world import World
from tests.e2e.driving import bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

MORNING = datetime(2026, 11, 25, 9, 5, tzinfo=KAZAKHSTAN)  # a Wednesday, after the digests


@asynccontextmanager
async def morning(language: str) -> AsyncIterator[str]:
    """Where the chat page is, in this language; the clock of bot and stand-in goes on from the morning."""
    begun = time.monotonic()

    def now() -> datetime:
        return MORNING + timedelta(seconds=time.monotonic() - begun)

    cast = tuple(replace(each, language_code=language) for each in (*ON_THE_PAGE, *neighbours()))
    with tempfile.TemporaryDirectory(prefix="film-") as folder:
        await fill(Settings(_env_file=None, data_dir=Path(folder)), MORNING)
        world = World(cast=cast, clock=lambda: now().timestamp())
        introduce(world, cast)
        with patch("bot.clock.now", now):
            async with bot(Path(folder), world) as driven:
                await driven.settle()
                await asyncio.sleep(1)  # the round of the morning begins by itself
                await driven.settle()
                yield str(driven.settings.telegram_api_base).rstrip("/")
