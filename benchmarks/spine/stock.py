"""The usual stack: stock aiogram webhook, aiosqlite behind a lock, a FULL commit for each update, `message.answer`.

`python -m benchmarks.spine.stock FOLDER API PORT`
"""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import aiosqlite
from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from benchmarks.spine.stub import PATH, SECRET
from benchmarks.spine.workload import TOKEN

if TYPE_CHECKING:
    from aiogram.types import Message


def routes(database: aiosqlite.Connection) -> Router:
    """Stores the line, then echoes it."""
    router = Router(name="echo")
    lock = asyncio.Lock()

    @router.message()
    async def echo(message: Message) -> None:
        async with lock:
            await database.execute("INSERT INTO lines (chat_id, text) VALUES (?, ?)", (message.chat.id, message.text))
            await database.commit()
        await message.answer(message.text or "")

    return router


async def serve(folder: str, api: str, port: int) -> None:
    """Serves until killed."""
    async with aiosqlite.connect(f"{folder}/stock.db") as database:
        await database.execute("PRAGMA journal_mode = WAL")  # kinder to this stack than the default journal
        await database.execute("PRAGMA synchronous = FULL")
        await database.execute("CREATE TABLE lines (id INTEGER PRIMARY KEY, chat_id INTEGER, text TEXT)")
        await database.commit()
        bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
        dispatcher = Dispatcher()
        dispatcher.include_router(routes(database))
        app = web.Application()
        SimpleRequestHandler(dispatcher, bot, secret_token=SECRET).register(app, path=PATH)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        await bot.set_webhook(f"http://127.0.0.1:{port}{PATH}")
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], sys.argv[2], int(sys.argv[3])))
