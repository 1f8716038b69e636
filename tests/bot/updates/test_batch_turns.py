"""What a batch records about its outbox rows: answer or notice, whose, and which replace which."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiogram import F, Router
from aiogram.types import Message

from dialogs.ui.screen import Screen
from dialogs.ui.texts import Html
from domain.languages import Language
from domain.people import Person
from handlers.core.reply import Notice, Reply
from storage.messaging.outbox import Outgoing
from tests.bot.updates.spine import Telegram, spine
from tests.factories.stored import store
from tests.factories.updates import text_update

OFFICER, APPLICANT, STRANGER = 1, 2, 3


def telling() -> Router:
    router = Router(name="telling")
    router.message.register(tell, F.text.startswith("tell "))
    return router


async def tell(message: Message) -> Reply:
    """Sends the officer two notices: one that a later one replaces, and one that stays."""
    said = Screen(Html((message.text or "").removeprefix("tell ")))
    notices = (Notice(OFFICER, lambda _: said, merge_key="said"), Notice(OFFICER, lambda _: Screen(Html("once"))))
    return Reply((said,), notices)


async def test_the_rows_of_a_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of notices that say the same only the newest is queued; a person first seen in this batch is not known yet."""
    queued: list[Outgoing] = []

    async with spine(tmp_path, telling()) as processor:
        processor.careful = False
        monkeypatch.setattr(processor.sender, "queue", queued.extend)
        await store(processor.database, processor.keys, Person(APPLICANT, Language.RU))
        people = (APPLICANT, STRANGER, APPLICANT)
        await processor.process([text_update(number, who, f"tell {number}") for number, who in enumerate(people, 1)])
    assert [(row.chat_id, row.request.parameters["text"], row.notice, row.known) for row in queued] == [
        (APPLICANT, "1", False, True),
        (OFFICER, "once", True, False),
        (STRANGER, "2", False, False),
        (OFFICER, "once", True, False),
        (APPLICANT, "3", False, True),
        (OFFICER, "3", True, False),
        (OFFICER, "once", True, False),
    ]


async def test_whoever_writes_while_they_are_being_suspended_is_answered(tmp_path: Path) -> None:
    """A refusal of an earlier message that arrives while a new update is processed does not silence its sender."""
    router = Router(name="late")
    async with spine(tmp_path, router, api=Telegram()) as processor:

        async def refused_meanwhile(_message: Message) -> Reply:
            processor.sender.suspended.add(APPLICANT)
            return Reply((Screen(Html("answer")),))

        router.message.register(refused_meanwhile, F.text == "hello")
        await processor.process([text_update(1, APPLICANT, "hello")])
        assert processor.sender.suspended == set()
        await processor.sender.drain(20)
        assert await processor.database.read("SELECT origin FROM outbox") == []
