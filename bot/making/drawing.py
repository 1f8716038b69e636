"""Messages whose text is made when they are sent, in the bot's process or for large ones in another."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.container import ContainerOptions
from bot.delivery.messages import render_screen
from bot.making.reading import Reading
from bot.making.tables import TABLE_MAKERS
from domain.errors import BadAnswer, Denied, NoSuchCase

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from bot.resources import Resources
    from dialogs.made import GeneratedContent
    from storage.db.database import Database
    from storage.db.keys import KeyReader
    from storage.messaging.bot_api_request import BotApiRequest


WITHHELD = (Denied, NoSuchCase, BadAnswer)  # the person may not have it, or its subject was erased


@dataclass(frozen=True, slots=True)
class View:
    """How makers read the data, beside the writer; `language` is for people who have not chosen one."""

    database: Database
    keys: KeyReader
    library: Resources
    admins: frozenset[int]
    language: str

    @asynccontextmanager
    async def at(self, now: datetime) -> AsyncIterator[Reading]:
        """The data at present, in one read transaction.

        Raises:
            StorageFault: the database cannot work now.
        """
        async with self.database.transaction() as transaction:
            options = ContainerOptions(self.library, self.admins)
            yield Reading(options, transaction, self.keys, self.language, now)


async def draw(view: View, user_id: int, spec: GeneratedContent, edited: int | None, now: datetime) -> BotApiRequest:
    """Makes a message, in place of `edited` if given: its text, and its table if it has one.

    Raises:
        DomainError: the person may not have it, or no longer.
        StorageFault: the database cannot work now.
        Unreadable: a key is missing.
    """
    async with view.at(now) as reading:
        work = await TABLE_MAKERS[type(spec)](reading, user_id, spec)
    screen = await asyncio.to_thread(work)
    return await asyncio.to_thread(render_screen, screen, user_id, edited)
