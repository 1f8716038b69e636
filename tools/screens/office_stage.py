"""The demo on a fixed morning, in this process, so that the pictures do not depend on the day they are taken."""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from bot.data_folder import open_stores
from bot.demo.fill import fill, neighbours
from bot.demo.people import ON_THE_PAGE, TIMUR
from bot.process import only_instance
from bot.settings import Settings
from domain.calendar import KAZAKHSTAN
from domain.languages import Language
from domain.people import Person
from sandbox.people.phone import introduce
from sandbox.world.world import World
from services.people import PersonSettings
from storage.people import SqlPeople
from tests.e2e.drivers.driving import bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

MORNING = datetime(2026, 11, 25, 9, 5, tzinfo=KAZAKHSTAN)  # a Wednesday, after the digests
LATER = MORNING + timedelta(days=15)  # a Thursday; a complaint of the day before MORNING is one day late


@asynccontextmanager
async def morning(language: str, at: datetime = MORNING) -> AsyncIterator[str]:
    """Yields the address of the chat page in this language, while the clock of bot and stand-in goes on from `at`.

    The events of the demo happened before MORNING, none after it.
    """
    started = time.monotonic()

    def now() -> datetime:
        return at + timedelta(seconds=time.monotonic() - started)

    cast = tuple(replace(each, language_code=language) for each in (*ON_THE_PAGE, *neighbours()))
    with tempfile.TemporaryDirectory(prefix="film-") as folder:
        settings = Settings(_env_file=None, data_dir=Path(folder))
        await fill(settings, MORNING)
        if at != MORNING:
            await _set_language(settings, TIMUR, language)
        world = World(cast=cast, clock=lambda: now().timestamp())
        introduce(world, cast)
        with patch("bot.clock.now", now):
            async with bot(Path(folder), world) as driven:
                await driven.settle()
                await asyncio.sleep(1)  # the morning's job starts by itself
                await driven.settle()
                yield str(driven.settings.telegram_api_base).rstrip("/")


async def _set_language(settings: Settings, user_id: int, language: str) -> None:
    """Sets a person's language before the first message to them."""
    with only_instance(settings.data_dir):
        async with AsyncExitStack() as stack:
            database, _keys = await open_stores(settings, stack)
            async with database.transaction() as transaction:
                await PersonSettings(SqlPeople(transaction)).choose_language(Person(user_id), Language(language))
