"""Makes content when it is sent (decision 13): beside the writer, off the event loop, one message a chat."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import Mapping
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from bot import clock
from bot.data_folder import DATABASE, ENGINE, KEY_STORE, MASTER_KEY, configured_master_key
from bot.delivery.telegram_api import TelegramError
from bot.making.papers import PAPER_MAKERS
from bot.making.pdf_beside import add_pdf
from bot.making.reading import WITHHELD, View
from bot.making.tables import TABLE_MAKERS, draw_message
from bot.making.worker import TableProcess
from bot.monitoring import fault_name, log_event
from dialogs.made import (
    KINDS,
    Attached,
    ComplaintPackage,
    Copy,
    Export,
    Journal,
    JournalPage,
    Part,
    Proof,
    WholeCase,
    has_pdf,
    kind_of,
    read_description,
)
from storage.db.database import Database
from storage.db.encryption import Unreadable
from storage.db.engine import StorageFault
from storage.db.keys import read_master_key
from storage.db.records import SqlSizes
from storage.messaging.readers import SqlReaders

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from bot.making.reading import Reading
    from bot.resources import Resources
    from bot.settings import Settings
    from dialogs.made import GeneratedContent
    from documents.factory import DocumentFactory
    from storage.db.keys import KeyStore
    from storage.messaging.bot_api_request import BotApiRequest

SMALL_AT_ONCE = 4  # documents of a few kilobytes; a slot is freed before they are sent
SENT_AT_ONCE = 64  # documents being made or sent, each with a connection
LARGE_AT_ONCE = 2  # each may have 45 MB; a slot is held until they are sent
TABLES_AT_ONCE = 2
MANY = 200  # rows read for a table; larger ones are made in another process
MANY_ANSWERS = 50_000  # to the survey: 5 ms of computing
LARGE = frozenset({Part.kind, Copy.kind, Attached.kind, ComplaintPackage.kind, WholeCase.kind})
Description = Mapping[str, Any]  # as a row holds it (`dialogs.made.write_description`)


class Making:
    """Makes what rows of the outbox describe, only for the chat the row belongs to.

    A chat has one message in the making, and chats take turns: the one waiting longest for a slot gets it. Documents do
    not wait for tables.
    """

    def __init__(self, view: View, papers: DocumentFactory, apart: TableProcess) -> None:
        self._view = view
        self._papers = papers
        self.apart = apart
        self._papers_lane = asyncio.Semaphore(SMALL_AT_ONCE)
        self._sending = asyncio.Semaphore(SENT_AT_ONCE)
        self._large_lane = asyncio.Semaphore(LARGE_AT_ONCE)
        self._tables_lane = asyncio.Semaphore(TABLES_AT_ONCE)

    async def may_read(self, chat_id: int) -> bool:
        """Whether the chat may have a protected message now: its person has a role, and is not locked.

        Raises:
            StorageFault: the database cannot work now.
        """
        async with self._view.at(clock.now()) as reading:
            allowed = await SqlReaders(reading.transaction).is_staff(chat_id, self._view.admins)
        if not allowed:
            log_event("message-withheld", chat=chat_id)
        return allowed

    @asynccontextmanager
    async def complete(self, chat_id: int, request: BotApiRequest) -> AsyncIterator[BotApiRequest | None]:
        """Yields the complete message; None if it must not be sent: its subject was erased, or the right to it lost.

        Large content holds its slot while it is being sent.

        Raises:
            TelegramError: it cannot be made, and must not delay the chat's other messages.
            StorageFault: the database cannot work now.
        """
        description = request.content_to_make
        if description is None:
            yield request
            return
        lane = self._lane(kind_of(description))
        small = lane is self._papers_lane
        async with self._sending if small else lane:
            async with lane if small else nullcontext():
                whole = await self._made(chat_id, request, description)
            yield whole

    def _lane(self, kind: str) -> asyncio.Semaphore:
        if kind in LARGE:
            return self._large_lane
        return self._tables_lane if KINDS.get(kind) in TABLE_MAKERS else self._papers_lane

    async def _made(self, chat_id: int, request: BotApiRequest, description: Description) -> BotApiRequest | None:
        try:
            try:
                return await self._whole(chat_id, request, description)
            except Unreadable:  # maybe erased between reading the row and its key: reading again will tell
                return await self._whole(chat_id, request, description)
        except WITHHELD as refusal:
            log_event("file-withheld", chat=chat_id, reason=fault_name(refusal))
            return None
        except StorageFault:
            raise
        except Exception as error:  # noqa: BLE001  # the boundary for faults of making: nothing else waits for it
            log_event("file-not-made", chat=chat_id, fault=fault_name(error))
            raise TelegramError(request.method, HTTPStatus.BAD_REQUEST, "not made") from None

    async def _whole(self, chat_id: int, request: BotApiRequest, description: Description) -> BotApiRequest | None:
        whole = await self._as_docx(chat_id, request, description)
        if not has_pdf(read_description(description)):
            return whole
        return await asyncio.to_thread(add_pdf, whole, alone=request.as_pdf)

    async def _as_docx(self, chat_id: int, request: BotApiRequest, description: Description) -> BotApiRequest:
        spec, now = read_description(description), clock.now()
        if type(spec) in TABLE_MAKERS:
            async with self._view.at(now) as reading:
                many = await is_much(reading, spec)
            place = self.apart.draw if many else self._here
            return replace(await place(chat_id, spec, request.edited_message_id, now), protected=request.protected)
        async with self._view.at(now) as reading:
            write = await PAPER_MAKERS[type(spec)](reading, chat_id, spec)
        made = await asyncio.to_thread(write, self._papers)
        file, beside = made if isinstance(made, tuple) else (made, None)
        return replace(request, file=file, beside=beside, content_to_make=None)

    async def _here(self, chat_id: int, spec: GeneratedContent, edited: int | None, now: datetime) -> BotApiRequest:
        return await draw_message(self._view, chat_id, spec, edited, now)


async def is_much(reading: Reading, spec: GeneratedContent) -> bool:
    """Whether a table needs so many rows that it is made in another process."""
    sizes = SqlSizes(reading.transaction)
    if isinstance(spec, Proof):
        return await sizes.of_case(spec.case, MANY)
    if isinstance(spec, Journal | JournalPage | Export):
        return await sizes.of_unit(reading.editions.find_unit_id(spec.unit), MANY)
    return await sizes.answers(MANY_ANSWERS)


async def open_making(
    settings: Settings, stack: AsyncExitStack, library: Resources, keys: KeyStore, papers: DocumentFactory
) -> Making:
    """Opens what makes messages from a data folder; the stack closes it.

    Raises:
        StorageFault: the database cannot be read.
    """
    folder = settings.data_dir
    opening = {
        "database": str((folder / DATABASE).absolute()),
        "key_store": str((folder / KEY_STORE).absolute()),
        "master": b64encode(read_master_key(folder / MASTER_KEY, configured_master_key(settings))).decode(),
        "edition": settings.edition,
        "editions_dir": str(settings.editions_dir.absolute()) if settings.editions_dir else "",
        "admins": sorted(settings.admins),
        "language": settings.language,
    }
    database = Database(await ENGINE.open_reader(folder / DATABASE))
    stack.push_async_callback(database.close)
    apart = TableProcess(opening)
    stack.push_async_callback(apart.close)
    return Making(View(database, keys.reader(), library, settings.admins, settings.language), papers, apart)
