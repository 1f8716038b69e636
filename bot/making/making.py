"""What is made when it is sent (decision 13): beside the writer, off the event loop, a message of a chat at a time."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext
from http import HTTPStatus
from typing import TYPE_CHECKING

from bot import clock
from bot.data_folder import DATABASE, ENGINE, KEY_STORE, MASTER_KEY
from bot.delivery.messages import file_field
from bot.delivery.telegram_api import TelegramError
from bot.making.apart import Apart
from bot.making.drawing import WITHHELD, View, draw
from bot.making.papers import PAPER_MAKERS
from bot.making.tables import TABLE_MAKERS
from bot.monitoring.log import fault_name, log_event
from dialogs.made import KINDS, Attached, Copy, Export, Journal, JournalPage, Part, Proof, read_description
from domain.offices.units import UnitId
from storage.db.database import Database
from storage.db.encryption import Unreadable
from storage.db.engine import StorageFault
from storage.db.keys import read_master_key
from storage.sizes import SqlSizes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from bot.delivery.messages import Request
    from bot.making.reading import Reading
    from bot.resources import Resources
    from bot.settings import Settings
    from dialogs.made import Made
    from documents.factory import DocumentFactory
    from storage.db.keys import KeyStore

SMALL_AT_ONCE = 4  # papers of some kilobytes each: a lane is free again before they are sent
SENT_AT_ONCE = 64  # papers that are made or on their way: each has a connection
LARGE_AT_ONCE = 2  # each may have 45 MB: a lane is held until they are sent
TABLES_AT_ONCE = 2
MANY = 200  # rows that are read for a table: more of them are made in a process of its own
MANY_ANSWERS = 50_000  # of the survey: 5 ms of computing
LARGE = frozenset({Part.kind, Copy.kind, Attached.kind})


class Making:
    """Makes what rows of the outbox describe, for the chat that a row belongs to and nobody else.

    A chat has one message in the making, and chats take turns: whoever waits longest for a lane gets it. A paper does
    not wait for a table.
    """

    def __init__(self, view: View, papers: DocumentFactory, apart: Apart) -> None:
        self._view = view
        self._papers = papers
        self.apart = apart
        self._papers_lane = asyncio.Semaphore(SMALL_AT_ONCE)
        self._sending = asyncio.Semaphore(SENT_AT_ONCE)
        self._large_lane = asyncio.Semaphore(LARGE_AT_ONCE)
        self._tables_lane = asyncio.Semaphore(TABLES_AT_ONCE)

    @asynccontextmanager
    async def make(self, chat_id: int, request: Request) -> AsyncIterator[Request | None]:
        """The message whole; None where it is not to be sent: what it tells of was erased, or the right to it is gone.

        What may be large holds its lane for as long as it is being sent.

        Raises:
            Refused: it cannot be made: it must not stand in the way of what else is to be told.
            StorageFault: not now.
        """
        lane = self._lane(request["made"].get("kind", Part.kind))
        small = lane is self._papers_lane
        async with self._sending if small else lane:
            async with lane if small else nullcontext():
                whole = await self._made(chat_id, request)
            yield whole

    def _lane(self, kind: str) -> asyncio.Semaphore:
        if kind in LARGE:
            return self._large_lane
        return self._tables_lane if KINDS.get(kind) in TABLE_MAKERS else self._papers_lane

    async def _made(self, chat_id: int, request: Request) -> Request | None:
        try:
            try:
                return await self._whole(chat_id, request)
            except Unreadable:  # erased between the look at it and at its key? The second look tells
                return await self._whole(chat_id, request)
        except WITHHELD as refusal:
            log_event("file-withheld", chat=chat_id, reason=fault_name(refusal))
            return None
        except StorageFault:
            raise
        except Exception as error:  # noqa: BLE001  # this boundary owns the faults of making: nothing else waits for it
            log_event("file-not-made", chat=chat_id, fault=fault_name(error))
            raise TelegramError(request["method"], HTTPStatus.BAD_REQUEST, "not made") from None

    async def _whole(self, chat_id: int, request: Request) -> Request:
        made, now = read_description(request["made"]), clock.now()
        if type(made) in TABLE_MAKERS:
            async with self._view.at(now) as reading:
                many = await is_much(reading, made)
            place = self.apart.draw if many else self._here
            return await place(chat_id, request, now)
        async with self._view.at(now) as reading:
            write = await PAPER_MAKERS[type(made)](reading, chat_id, made)
        return request | {"file": await asyncio.to_thread(lambda: file_field(write(self._papers)))}

    async def _here(self, chat_id: int, request: Request, now: datetime) -> Request:
        return await draw(self._view, chat_id, request, now)


async def is_much(reading: Reading, made: Made) -> bool:
    """Whether a table is made of so much that it is made in a process of its own."""
    sizes = SqlSizes(reading.transaction)
    if isinstance(made, Proof):
        return await sizes.of_case(made.case, MANY)
    if isinstance(made, Journal | JournalPage | Export):
        return await sizes.of_unit(UnitId.parse(made.unit), MANY)
    return await sizes.answers(MANY_ANSWERS)


async def open_making(
    settings: Settings, stack: AsyncExitStack, library: Resources, keys: KeyStore, papers: DocumentFactory
) -> Making:
    """What makes messages from the open stores of a data folder; the stack closes it.

    Raises:
        StorageFault: the database cannot be read.
    """
    folder = settings.data_dir
    given = settings.master_key.get_secret_value() if settings.master_key else None
    opening = {
        "database": str((folder / DATABASE).absolute()),
        "key_store": str((folder / KEY_STORE).absolute()),
        "master": b64encode(read_master_key(folder / MASTER_KEY, given)).decode(),
        "edition": settings.edition,
        "admins": sorted(settings.admins),
        "language": settings.language,
    }
    database = Database(await ENGINE.open_reader(folder / DATABASE))
    stack.push_async_callback(database.close)
    apart = Apart(opening)
    stack.push_async_callback(apart.close)
    return Making(View(database, keys.reader(), library, settings.admins, settings.language), papers, apart)
