"""Messages whose words are made when they are sent: in the bot's process or, where they are of much, in another."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.container import ContainerOptions
from bot.delivery.messages import show
from bot.making.reading import Reading
from bot.making.tables import TABLE_MAKERS
from dialogs.made import read_description
from domain.errors import BadAnswer, Denied, NoSuchCase

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from bot.delivery.messages import Request
    from bot.resources import Resources
    from storage.db.database import Database
    from storage.db.keys import KeyReader


WITHHELD = (Denied, NoSuchCase, BadAnswer)  # they may not have it, or what it tells of was erased


@dataclass(frozen=True, slots=True)
class View:
    """Where makers read: beside the writer. `language` is for people who chose none."""

    database: Database
    keys: KeyReader
    library: Resources
    admins: frozenset[int]
    language: str

    @asynccontextmanager
    async def at(self, now: datetime) -> AsyncIterator[Reading]:
        """The data as they are now, for as long as they are read.

        Raises:
            StorageFault: the database cannot work now.
        """
        async with self.database.transaction() as transaction:
            options = ContainerOptions(self.library, self.admins)
            yield Reading(options, transaction, self.keys, self.language, now)


async def draw(view: View, user_id: int, request: Request, now: datetime) -> Request:
    """A message with its words, and its table where it has one.

    Raises:
        DomainError: they may not have it, or not any more.
        StorageFault: the database cannot work now.
        Unreadable: a key is not there.
    """
    made = read_description(request["made"])
    async with view.at(now) as reading:
        work = await TABLE_MAKERS[type(made)](reading, user_id, made)
    screen = await asyncio.to_thread(work)
    return await asyncio.to_thread(show, screen, user_id, request["params"].get("message_id"))
