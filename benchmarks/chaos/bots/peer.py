"""The peer: stock aiogram polling whose handlers do the same work, commit each update fully, then answer."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiosqlite
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message

from benchmarks.chaos.bots.board import COMMITTING, SENDING, Board, Stage
from benchmarks.chaos.tally import APPLY, COUNT, SCHEMA, TOTAL
from benchmarks.chaos.wording import ADD, HOME, tally
from bot.data_folder import DATABASE

if TYPE_CHECKING:
    from aiogram.types import Update

    from benchmarks.chaos.bots.job import Job

PEOPLE = "CREATE TABLE IF NOT EXISTS people (user_id INTEGER PRIMARY KEY, language TEXT)"
SPEAK = "INSERT INTO people VALUES (?, ?) ON CONFLICT DO UPDATE SET language = excluded.language"
LANGUAGE = "SELECT language FROM people WHERE user_id = ?"


class Store:
    """One connection; a lock separates the statements of concurrent handlers."""

    def __init__(self, connection: aiosqlite.Connection, board: Board) -> None:
        self._connection = connection
        self._board = board
        self._lock = asyncio.Lock()

    async def apply(self, update: int, chat: int, more: str = "", values: tuple[Any, ...] = (), read: str = "") -> str:
        """Records the update, does its work and commits; returns what `read` finds for the chat."""
        async with self._lock:
            self._board.enter(Stage.BATCH)
            await self._connection.execute(APPLY, (update, chat))
            if more:
                await self._connection.execute(more, values)
            found = list(await self._connection.execute_fetchall(read, (chat,))) if read else []
            with self._board.count(COMMITTING):
                await self._connection.commit()
            self._board.enter(Stage.IDLE)
        return str(found[0][0]) if found else ""


def run(job: Job, board: Board) -> None:
    """Runs the peer until it is stopped or killed."""
    asyncio.run(_serve(job, board))


async def _serve(job: Job, board: Board) -> None:
    async with aiosqlite.connect(Path(job.folder) / DATABASE) as connection:
        for statement in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", *SCHEMA, PEOPLE):
            await connection.execute(statement)
        await connection.commit()
        dispatcher = _dispatcher(Store(connection, board), board)
        session = AiohttpSession(api=TelegramAPIServer.from_base(job.url))
        board.enter(Stage.IDLE)
        await dispatcher.start_polling(Bot(job.token, session=session), polling_timeout=1)


def _dispatcher(store: Store, board: Board) -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(F.text.startswith(ADD))
    async def add(message: Message, event_update: Update) -> None:
        update, chat = event_update.update_id, message.chat.id
        total = await store.apply(update, chat, COUNT, (chat,), TOTAL)
        with board.count(SENDING):
            await message.answer(f"{update}|{tally((message.text or '').removeprefix(ADD), int(total))}")

    @dispatcher.callback_query(F.data.startswith("base:speak:"))
    async def speak(query: CallbackQuery, event_update: Update) -> None:
        update, chat = event_update.update_id, query.from_user.id
        language = (query.data or "").split(":")[2]
        await store.apply(update, chat, SPEAK, (chat, language))
        if isinstance(query.message, Message):
            with board.count(SENDING):
                await query.message.edit_text(f"{update}|{HOME}{language}")
        await query.answer()

    @dispatcher.message()
    async def anything(message: Message, event_update: Update) -> None:
        update, chat = event_update.update_id, message.chat.id
        language = await store.apply(update, chat, read=LANGUAGE)
        with board.count(SENDING):
            await message.answer(f"{update}|{HOME}{language}")

    return dispatcher
