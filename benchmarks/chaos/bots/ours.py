"""Our own bot in a forked process, with settings that do not slow the campaign."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from aiogram.types import Update, User
from pydantic import HttpUrl, SecretStr

import bot.run
from benchmarks.chaos import tally
from benchmarks.chaos.bots.watch import watched
from benchmarks.chaos.moving_clock import BEGINS, LASTS, around_new_year
from bot.data_folder import ENGINE, open_stores
from bot.resources import Resources, load_library
from bot.settings import Settings
from bot.updates.dispatch import Dispatch, MuteBot
from domain.languages import LANGUAGES
from storage.messaging.inbox import Inbox

if TYPE_CHECKING:
    from benchmarks.chaos.bots.board import Board
    from benchmarks.chaos.bots.job import Job

FAST = 100_000.0
MANY = 1_000_000


@cache
def warm_up(editions: str = "") -> Resources:
    """Loads what all forks share."""
    settings = Settings(_env_file=None, editions_dir=Path(editions) if editions else None)
    library = load_library(settings)
    for language in LANGUAGES:
        library.texts(language)
    library.calendar.day((BEGINS + LASTS).date())  # imports the holidays
    ENGINE.schema()
    Update.model_rebuild()
    Dispatch(MuteBot("1:x", User(id=1, is_bot=True, first_name="warm")))  # takes half a second the first time
    return library


def settings_of(job: Job) -> Settings:
    """Settings that ignore the environment and do not limit rates."""
    return Settings(
        _env_file=None,
        bot_token=SecretStr(job.token),
        telegram_api_base=HttpUrl(job.url),
        data_dir=Path(job.folder),
        editions_dir=Path(job.editions) if job.editions else None,
        master_key=None,
        webhook_url=None,
        poll_seconds=1,
        send_rate=FAST,
        chat_send_rate=FAST,
        chat_send_burst=FAST,
        handler_seconds=60,  # a slow machine is not what is tested
        max_taps_a_minute=MANY,
        max_documents_an_hour=MANY,
        max_files_a_day=MANY,
        max_drafts_a_day=MANY,
        max_actions_a_day=MANY,
        max_open_applications=MANY,
    )


def run(job: Job, board: Board) -> None:
    """Runs the bot until it is stopped or killed."""
    with watched(board, warm_up(job.editions), job), around_new_year(job, board):
        bot.run.run(settings_of(job), (tally.router(),))


def prepare(job: Job) -> None:
    """Creates the tally's tables beside the product's."""

    async def make() -> None:
        async with AsyncExitStack() as stack:
            database, _ = await open_stores(settings_of(job), stack)
            async with database.transaction() as transaction:
                for statement in tally.SCHEMA:
                    await transaction.run(statement)

    asyncio.run(make())


def replay(job: Job, board: Board) -> None:
    """Replays the quarantine like `python -m bot quarantine replay`, but with the tally."""

    async def work() -> None:
        async with AsyncExitStack() as stack:
            parts = await bot.run.start(settings_of(job), stack, asyncio.Event(), (tally.router(),))
            processor = parts.processor
            async with processor.database.transaction() as transaction:
                rows = await Inbox(transaction, processor.dispatch.bot.id).quarantined()
            for row in rows:
                cipher = (await processor.keys.ciphers({row.owner}))[row.owner]
                await processor.replay(cipher.decrypt_json(row.sealed, row.place))
            await parts.sender.drain(bot.run.DRAIN_SECONDS)

    with watched(board, warm_up(job.editions), job), around_new_year(job, board):
        asyncio.run(work())
