from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import Message

from bot.resources import load_texts
from bot.updates.processor import Processor
from dialogs.ui.screen import Screen
from dialogs.ui.texts import Html
from domain.errors import UnknownUnit
from handlers.core.reply import Notice, Reply, Viewer
from storage.messaging.inbox import Inbox
from tests.bot.updates.spine import HANDLER_SECONDS, Telegram, spine, tally
from tests.factories.updates import text_update
from tests.leaping import hang
from tests.patience import PATIENCE_SECONDS

ANSWER = State("answer", "test")


async def tallied(processor: Processor) -> list[tuple[Any, ...]]:
    return await processor.database.read("SELECT user_id, word FROM tally ORDER BY rowid")


async def aside(processor: Processor) -> list[tuple[int, str]]:
    async with processor.database.transaction() as transaction:
        rows = await Inbox(transaction, 7).quarantined()
    return [(row.update_id, row.reason) for row in rows]


async def sent(processor: Processor) -> Telegram:
    await processor.sender.drain(PATIENCE_SECONDS)
    telegram = processor.sender._api  # noqa: SLF001  # the fake that the test put there
    assert isinstance(telegram, Telegram)
    return telegram


@pytest.mark.parametrize("careful", [True, False])
async def test_a_batch(tmp_path: Path, careful: bool) -> None:  # noqa: FBT001
    """Each update of a batch takes effect once and is answered in order; a repeated one does nothing."""
    async with spine(tmp_path, tally()) as processor:
        processor.careful = careful
        batch = [text_update(n, 100 + n % 2, f"add {n}") for n in range(1, 7)]
        await processor.process(batch)
        await processor.process([*batch, *batch])
        assert await tallied(processor) == [(100 + n % 2, str(n)) for n in range(1, 7)]
        telegram = await sent(processor)
        assert telegram.texts(100) == ["2", "4", "6"]
        assert telegram.texts(101) == ["1", "3", "5"]
        assert await processor.database.read("SELECT * FROM outbox") == []


async def test_a_repeat_within_a_batch_and_after_a_restart(tmp_path: Path) -> None:
    """The same update, twice in one batch and again in the next process, takes effect once."""
    update = text_update(1, 100, "add 1")
    for _ in range(2):
        async with spine(tmp_path, tally()) as processor:
            await processor.process([update, update])
            await processor.process([update, update])
            assert await tallied(processor) == [(100, "1")]


async def test_what_was_not_sent_is_sent_by_the_next_process(tmp_path: Path) -> None:
    """A reply committed before the process ended is delivered by the next one."""

    class Silent(Telegram):
        async def call(self, method: str, parameters: dict[str, Any], seconds: float = 0) -> Any:  # noqa: ANN401, ARG002
            await asyncio.sleep(60)

    async with spine(tmp_path, tally(), api=Silent()) as processor:
        await processor.process([text_update(1, 100, "add 1"), text_update(2, 100, "add 2")])
        await processor.sender.drain(0)
    async with spine(tmp_path, tally()) as processor:
        assert (await sent(processor)).texts(100) == ["1", "2"]


async def test_the_culprit_alone_is_quarantined(tmp_path: Path) -> None:
    """An update that raises costs nobody else a turn: three tries, quarantine, and a plain message to its sender."""
    tried: list[int] = []

    async def fail(message: Message) -> Reply:
        tried.append(message.message_id)
        raise RuntimeError(f"text of {message.text}")

    router = Router()
    router.message.register(fail, F.text == "poison")
    async with spine(tmp_path, router, tally()) as processor:
        processor.careful = False
        await processor.process(
            [text_update(1, 100, "add 1"), text_update(2, 200, "poison"), text_update(3, 200, "add 3")]
        )
        assert await tallied(processor) == [(100, "1"), (200, "3")]
        ((update, reason),) = await aside(processor)
        assert update == 2
        assert reason.startswith("RuntimeError at updates/test_processor.py:")
        assert len(tried) == 4  # once in the batch, three times alone
        texts = (await sent(processor)).texts(200)
        assert texts[0].startswith("Что-то пошло не так. Ваши ответы сохранены.")
        assert texts[1:] == ["3"]


async def test_a_handler_that_hangs_is_given_up(tmp_path: Path) -> None:
    """A handler that exceeds its time is undone like one that raises."""

    async def hangs(_message: Message) -> Reply:
        await hang(HANDLER_SECONDS + 1)
        return Reply()

    router = Router()
    router.message.register(hangs, F.text == "hang")
    async with spine(tmp_path, router, tally()) as processor:
        await processor.process([text_update(1, 100, "hang"), text_update(2, 100, "add 2")])
        assert [update for update, _ in await aside(processor)] == [1]
        assert await tallied(processor) == [(100, "2")]


async def test_a_rule_that_says_no_undoes_its_own_writes_only(tmp_path: Path) -> None:
    """A domain error is an answer: its writes and its session are undone, those of its neighbours are not."""

    async def refuse(message: Message, state: FSMContext) -> Reply:
        await state.set_state(ANSWER)
        await count_then(message)
        raise UnknownUnit("9/9")

    async def count_then(message: Message) -> None:
        from tests.bot.updates.spine import count  # noqa: PLC0415

        await count(message)

    router = Router()
    router.message.register(refuse, F.text == "refuse")
    async with spine(tmp_path, router, tally()) as processor:
        processor.careful = False
        await processor.process(
            [text_update(1, 100, "add 1"), text_update(2, 100, "refuse"), text_update(3, 100, "add 3")]
        )
        assert await tallied(processor) == [(100, "1"), (100, "3")]
        assert await aside(processor) == []
        assert await processor.database.read("SELECT * FROM sessions") == []
        assert "устарела" in (await sent(processor)).texts(100)[1]


async def test_states_live_in_the_same_transaction(tmp_path: Path) -> None:
    """The next text answers an open question, even after a restart; a failed update changes no state."""
    router = Router()

    async def ask(_message: Message, state: FSMContext) -> Reply:
        await state.set_state(ANSWER)
        await state.set_data({"asked": "имя"})
        return Reply((Screen(Html("?")),))

    async def answer(message: Message, state: FSMContext) -> Reply:
        data = await state.get_data()
        await state.clear()
        if message.text == "bad":
            raise RuntimeError
        return Reply((Screen(Html(f"{data['asked']}: {message.text}")),))

    router.message.register(ask, Command("ask"))
    router.message.register(answer, ANSWER)
    async with spine(tmp_path, router) as processor:
        await processor.process([text_update(1, 100, "/ask")])
    router = Router()
    router.message.register(answer, ANSWER)
    async with spine(tmp_path, router) as processor:
        await processor.process([text_update(2, 100, "bad"), text_update(3, 100, "Айша")])
        assert (await sent(processor)).texts(100)[-1] == "имя: Айша"
        assert await processor.database.read("SELECT * FROM sessions") == []


async def test_an_update_that_does_not_parse(tmp_path: Path) -> None:
    """An update that aiogram cannot read is quarantined, sealed, and the rest of the batch continues."""
    broken = {"update_id": 1, "message": {"text": "канарейка"}}
    async with spine(tmp_path, tally()) as processor:
        processor.careful = False
        await processor.process([broken, text_update(2, 100, "add 2"), {"update_id": 3, "brand_new": {"x": 1}}])
        assert [update for update, _ in await aside(processor)] == [1]
        assert await tallied(processor) == [(100, "2")]
        ((sealed,),) = await processor.database.read("SELECT sealed FROM quarantine")
        assert "канарейка".encode() not in sealed


async def test_replay(tmp_path: Path) -> None:
    """A quarantined update runs again once its handler is fixed; one that fails again stays."""
    router = Router()

    async def fail(_message: Message) -> Reply:
        raise RuntimeError

    router.message.register(fail)
    async with spine(tmp_path, router) as processor:
        await processor.process([text_update(1, 100, "add 1"), text_update(2, 100, "add 2")])
        assert len(await aside(processor)) == 2
        assert not await processor.replay(text_update(2, 100, "add 2"))
    async with spine(tmp_path, tally()) as processor:
        assert await processor.replay(text_update(1, 100, "add 1"))
        assert await tallied(processor) == [(100, "1")]
        assert [update for update, _ in await aside(processor)] == [2]
        await processor.process([text_update(1, 100, "add 1")])
        assert await tallied(processor) == [(100, "1")]


async def test_replay_while_the_word_of_the_fault_waits(tmp_path: Path) -> None:
    """The reply of a replay and the unsent message about the fault are two messages."""

    class Silent(Telegram):
        async def call(self, method: str, parameters: dict[str, Any], seconds: float = 0) -> Any:  # noqa: ANN401, ARG002
            await asyncio.sleep(60)

    router = Router()
    failing = [True]

    async def fail_once(message: Message) -> Reply:
        if failing:
            raise RuntimeError
        return Reply((Screen(Html(message.text or "")),))

    router.message.register(fail_once)
    async with spine(tmp_path, router, api=Silent()) as processor:
        await processor.process([text_update(1, 100, "text")])
        failing.clear()
        assert await processor.replay(text_update(1, 100, "text"))
        assert await processor.database.read("SELECT origin FROM outbox ORDER BY id") == [("q1.0",), ("u1.0",)]
        await processor.sender.drain(0)


async def test_an_update_that_ended_the_process_three_times(tmp_path: Path) -> None:
    """Tries are counted before they are made: after three that never returned, there is no fourth."""
    async with spine(tmp_path, tally()) as processor:
        async with processor.database.transaction() as transaction:
            for _ in range(3):
                await Inbox(transaction, 7).count_try(1, 0)
        await processor.process([text_update(1, 100, "add 1"), text_update(2, 100, "add 2")])
        assert await tallied(processor) == [(100, "2")]
        assert await aside(processor) == [(1, "the process ended three times while it was tried")]
        assert await processor.database.read("SELECT * FROM tries") == []


async def test_notices_speak_the_recipients_language(tmp_path: Path) -> None:
    """A notice for somebody else is written in their language and queued in the same commit."""
    router = Router()

    async def tell(_message: Message, viewer: Viewer) -> Reply:
        draw = lambda texts: Screen(texts("help"))  # noqa: E731
        return Reply((Screen(viewer.texts("home")),), notices=(Notice(200, draw),))

    router.message.register(tell, F.text == "tell")
    async with spine(tmp_path, router) as processor:
        speak = {"id": "1", "chat_instance": "1", "data": "base:speak:kk:"}
        person = {"id": 200, "is_bot": False, "first_name": "Ә"}
        await processor.process([{"update_id": 1, "callback_query": {**speak, "from": person}}])
        await processor.process([text_update(2, 100, "tell")])
        telegram = await sent(processor)
        assert telegram.texts(200)[-1] == load_texts("kk")("help")
        assert telegram.answered == [{"callback_query_id": "1", "text": load_texts("kk").plain("language-chosen")}]


async def test_handlers_cannot_send(tmp_path: Path) -> None:
    """A handler that calls the Bot API instead of returning a reply fails its tests: its bot cannot send."""
    router = Router()

    async def send(message: Message) -> Reply:
        await message.answer("no")
        return Reply()

    router.message.register(send, F.text == "send")
    async with spine(tmp_path, router) as processor:
        await processor.process([text_update(1, 100, "send")])
        ((_, reason),) = await aside(processor)
        assert reason.startswith("HandlersDoNotSend")
