"""The command `quarantine`: lists updates set aside after a fault, and runs them again."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.data_folder import open_for_reading
from bot.process import only_instance
from bot.resources import load_texts
from storage.messaging.inbox import Inbox

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.messaging.inbox import Quarantined

FAILED_AGAIN = "terminal-quarantine-again"


async def list_quarantine(settings: Settings) -> list[str]:
    """One line for each update: id, time, type and place of the fault; its content stays sealed. A bot may be running.

    Raises:
        BadSettings: the folder cannot be read.
    """
    rows: list[Quarantined] = []
    async with AsyncExitStack() as stack:
        if (opened := await open_for_reading(settings, stack)) is not None:
            async with opened[0].transaction() as transaction:
                rows = await Inbox(transaction, _bot_id(settings)).quarantined()
    if not rows:
        return [load_texts(settings.language).plain("terminal-quarantine-empty")]
    return [f"{row.update_id}  {datetime.fromtimestamp(row.at, UTC):%Y-%m-%d %H:%M:%S}  {row.reason}" for row in rows]


async def replay_quarantine(settings: Settings) -> list[str]:
    """Runs every update in quarantine again; those that fail again stay. Returns a line for each.

    Raises:
        AlreadyRunning: the bot runs.
    """
    from bot.run import DRAIN_SECONDS, start  # noqa: PLC0415  # importing aiogram takes seconds

    texts = load_texts(settings.language)
    async with AsyncExitStack() as stack:
        stack.enter_context(only_instance(settings.data_dir))
        parts = await start(settings, stack, asyncio.Event())
        processor = parts.processor
        async with processor.database.transaction() as transaction:
            rows = await Inbox(transaction, processor.dispatch.bot.id).quarantined()
        lines: list[str] = []
        for row in rows:
            cipher = (await processor.keys.ciphers({row.owner}))[row.owner]
            done = await processor.replay(cipher.decrypt_json(row.sealed, row.place))
            said = texts.plain("terminal-done" if done else FAILED_AGAIN)
            lines.append(f"{row.update_id}  {said}")
        await parts.sender.drain(DRAIN_SECONDS)
    return lines or [texts.plain("terminal-quarantine-empty")]


def _bot_id(settings: Settings) -> int:
    return int(settings.bot_token.get_secret_value().partition(":")[0]) if settings.bot_token else 0
