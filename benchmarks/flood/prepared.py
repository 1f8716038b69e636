"""Data folders prepared for a measurement: applications ready to be filed, and a full outbox."""

from __future__ import annotations

import os
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from benchmarks.chaos.applications.drafts import Intake, add, draft
from bot import clock
from bot.cli.staff import bind_officer
from bot.data_folder import open_stores
from bot.resources import load_library
from bot.settings import Settings
from domain.files import Attachment
from storage.db.keys import person
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.outbox import outbox_place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from storage.db.encryption import Cipher

OFFICER = 20_000_001
TEXT = "Ваше заявление зарегистрировано. Срок считается в рабочих днях. " * 12
FILE_BYTES = 40_000
FILE_EVERY = 100  # one row in so many has a file
AT_ONCE = 1_000


async def prepare(folder: Path, applicants: Collection[int]) -> None:
    """A complete application for each applicant, for an office with an officer."""
    settings = Settings(_env_file=None, data_dir=folder)
    editions = load_library(settings).editions
    intake, now = Intake(len(applicants)), clock.now()
    cases = [
        replace(draft(intake, number, editions), applicant=user_id, touched_at=now)
        for number, user_id in enumerate(applicants)
    ]
    await bind_officer(settings, OFFICER, str(intake.office(0)), "Ахметова А.")
    async with AsyncExitStack() as stack:
        database, keys = await open_stores(settings, stack)
        await add(database, keys, cases)


async def fill_outbox(folder: Path, chat_id: int, rows: int) -> None:
    """Messages that wait for one chat, some with a file, written as rows of the outbox."""
    async with AsyncExitStack() as stack:
        database, keys = await open_stores(Settings(_env_file=None, data_dir=folder), stack)
        owner = person(chat_id)
        cipher = await keys.cipher(owner)
        for start in range(0, rows, AT_ONCE):
            numbers = range(start + 1, min(start + AT_ONCE, rows) + 1)
            async with database.transaction() as transaction:
                await transaction.run_many(
                    "INSERT INTO outbox (id, origin, chat_id, owner, sealed) VALUES (?, ?, ?, ?, ?)",
                    list(_rows(numbers, chat_id, owner, cipher)),
                )


def _rows(numbers: range, chat_id: int, owner: str, cipher: Cipher) -> Iterator[tuple[int, str, int, str, bytes]]:
    for number in numbers:
        origin = f"u{number}.0"
        yield (
            number,
            origin,
            chat_id,
            owner,
            cipher.encrypt_json(_request(number, chat_id).to_json(), outbox_place(origin)),
        )


def _request(number: int, chat_id: int) -> BotApiRequest:
    if number % FILE_EVERY == 0:
        file = Attachment(f"copy-{number}.docx", os.urandom(FILE_BYTES))
        return BotApiRequest("sendDocument", {"chat_id": chat_id, "parse_mode": "HTML", "caption": f"{number}"}, file)
    keyboard = {"inline_keyboard": [[{"text": "Домой", "callback_data": "base:home::"}]]}
    params = {"chat_id": chat_id, "parse_mode": "HTML", "text": f"{number}. {TEXT}", "reply_markup": keyboard}
    return BotApiRequest("sendMessage", params)
