"""Delivery to a Bot API that refuses, fails and blocks, over real HTTP."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.delivery.error_policy import DeliveryDecision, DeliveryOutcome, as_new_message, classify_error, retry_delay
from bot.delivery.rate_limit import RateLimits
from bot.delivery.sender import Sender
from bot.delivery.telegram_api import TelegramApi, TelegramError, Unreachable
from sandbox.people.person import Person
from sandbox.server.server import running
from sandbox.world.faults import Fault
from sandbox.world.world import DEFAULT_TOKEN, Settings, World
from storage.db.database import Database, migrate
from storage.db.keys import SYSTEM, KeyStore
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.outbox import Outbox, Outgoing
from tests.bot.delivery.fakes import NothingToMake
from tests.e2e.drivers.driving import eventually
from tests.patience import CAMPAIGN_SECONDS, PATIENCE_SECONDS
from tests.storage.engines import SQLITE, open_sqlite

MASTER = bytes(32)
CHATS, EACH = 1000, 10
BLOCKED = range(1, CHATS + 1, 20)


class Post:
    """A world, a sender talking to it over HTTP, and the outbox between them."""

    def __init__(self, world: World, sender: Sender, database: Database, keys: KeyStore) -> None:
        self.world, self.sender, self.database, self.keys = world, sender, database, keys
        self._last = 0

    async def put(self, *requests: tuple[int, BotApiRequest]) -> None:
        rows = [
            Outgoing(number, f"t{number}", chat, SYSTEM, request)
            for number, (chat, request) in enumerate(requests, self._last + 1)
        ]
        self._last += len(rows)
        async with self.database.transaction() as transaction:
            await Outbox(transaction).queue(rows, await self.keys.ciphers([SYSTEM]))
        self.sender.queue(rows)

    async def left(self) -> int:
        ((count,),) = await self.database.read("SELECT count(*) FROM outbox")
        return int(count)

    def texts(self, chat_id: int) -> list[str]:
        return [str(message.content.get("text")) for message in self.world.chats[chat_id].messages.values()]

    def calls(self, chat_id: int) -> list[Any]:
        return [call for call in self.world.journal.since(0) if call.chat_id == chat_id]


def say(chat_id: int, text: str, **more: Any) -> tuple[int, BotApiRequest]:  # noqa: ANN401
    return chat_id, BotApiRequest("sendMessage", {"chat_id": chat_id, "text": text, **more})


@pytest.fixture
async def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Post]:
    monkeypatch.setattr("bot.delivery.error_policy.FIRST_RETRY_SECONDS", 0.02)
    world = World(settings=Settings(calls_kept=1_000_000))
    database, key_file = await open_sqlite(tmp_path / "a.db"), await open_sqlite(tmp_path / "k.db")
    await migrate(database, SQLITE)
    keys = await KeyStore.start(key_file, MASTER)
    async with running(world) as sandbox:
        api = TelegramApi(sandbox.url, SecretStr(DEFAULT_TOKEN))
        sender = Sender(api, database, keys, RateLimits(per_chat=1e6, chat_burst=1e6, overall=1e6), NothingToMake())
        await sender.start()
        yield Post(world, sender, database, keys)
        await sender.drain(1)
        await api.close()
    await database.close()
    await key_file.close()


@pytest.mark.untraced
@pytest.mark.e2e
async def test_ten_thousand_sends_under_faults(post: Post) -> None:
    """With 30 % of calls 429, 5 % failing and 5 % of chats blocked, healthy chats get all, in order, none too early."""
    for chat in range(1, CHATS + 1):
        person = Person.meet(post.world, chat)
        person.chat  # noqa: B018  # the first look opens it
        if chat in BLOCKED:
            person.block()
    for fault in (
        Fault("too_many", method="sendMessage", probability=0.3),
        Fault("server_error", method="sendMessage", probability=0.02),
        Fault("drop_before", method="sendMessage", probability=0.02),
        Fault("drop_after", method="sendMessage", probability=0.01),
    ):
        post.world.faults.add(fault)
    order = [(chat, number) for number in range(EACH) for chat in range(1, CHATS + 1)]
    random.Random(3).shuffle(order)
    seen: defaultdict[int, int] = defaultdict(int)
    requests = []
    for chat, _ in order:
        requests.append(say(chat, str(seen[chat])))
        seen[chat] += 1
    await post.put(*requests)
    await post.sender.drain(CAMPAIGN_SECONDS)
    for chat in range(1, CHATS + 1):
        if chat not in BLOCKED:
            assert list(dict.fromkeys(post.texts(chat))) == [str(number) for number in range(EACH)], chat
    assert await post.left() == len(BLOCKED) * EACH
    assert post.sender.suspended == set(BLOCKED)
    _check_no_early_retry(post)
    for chat in BLOCKED:
        heard = [call.answer for call in post.calls(chat) if call.delivered and call.answer]
        refusals = [answer for answer in heard if answer.get("error_code") == 403]
        assert len(refusals) == 1


def _check_no_early_retry(post: Post) -> None:
    allowed: dict[int, float] = {}
    waits = 0
    for call in post.world.journal.since(0):
        chat = call.chat_id or 0
        assert call.time >= allowed.get(chat, 0.0) - 0.005, chat
        if call.delivered and call.answer and call.answer.get("error_code") == 429:
            allowed[chat] = call.time + call.answer["parameters"]["retry_after"]
            waits += 1
    assert waits > 1000


async def test_a_blocked_chat_waits_until_it_writes_again(post: Post) -> None:
    """After a 403 nothing is tried again, even by a new process; the rows wait in the outbox."""
    person = Person.meet(post.world, 5)
    person.chat  # noqa: B018
    person.block()
    await post.put(say(5, "1"), say(5, "2"))
    await post.sender.drain(PATIENCE_SECONDS)
    await post.put(say(5, "3"))
    limits = RateLimits(per_chat=1e6, chat_burst=9, overall=1e6)
    again = Sender(post.sender._api, post.database, post.keys, limits, NothingToMake())  # noqa: SLF001
    await again.start()
    await again.drain(1)
    assert await post.left() == 3
    assert again.suspended == {5}
    assert len(post.calls(5)) == 1


async def test_a_chat_that_writes_again_just_as_it_is_suspended(post: Post) -> None:
    """An update committed between the refusal and its record wins: no late write leaves a chat suspended."""
    person = Person.meet(post.world, 5)
    person.chat  # noqa: B018
    person.block()
    async with post.database.transaction() as transaction:  # delays the record
        post.sender.queue([Outgoing(1, "t1", *_owned(say(5, "1")))])
        await eventually("a suspended chat", lambda: 5 in post.sender.suspended)
        person.unblock()
        await Outbox(transaction).resume(5)
    post.sender.suspended.discard(5)
    await post.sender.drain(PATIENCE_SECONDS)
    assert await post.database.read("SELECT * FROM suspended_chats") == []


def _owned(request: tuple[int, BotApiRequest]) -> tuple[int, str, BotApiRequest]:
    return request[0], SYSTEM, request[1]


async def test_zero_seconds_is_a_wait_too(post: Post) -> None:
    """A 429 that names no waiting time is tried again at once and delivered."""
    Person.meet(post.world, 5).chat  # noqa: B018
    post.world.faults.add(Fault("too_many", count=1, retry_after=0))
    await post.put(say(5, "1"))
    await post.sender.drain(PATIENCE_SECONDS)
    assert post.texts(5) == ["1"]


async def test_what_telegram_never_takes_is_buried(post: Post) -> None:
    """A message that cannot be sent becomes a dead letter; the chat's next message is delivered."""
    Person.meet(post.world, 5).chat  # noqa: B018
    await post.put(say(5, "x" * 5000), say(5, "next"))
    await post.sender.drain(PATIENCE_SECONDS)
    assert post.texts(5) == ["next"]
    assert await post.database.read("SELECT origin, chat_id, code FROM dead_letters") == [("t1", 5, 400)]
    assert await post.left() == 0


async def test_edits(post: Post) -> None:
    """An edit that changes nothing succeeds; if its message is gone or has no text, a new message is sent."""
    Person.meet(post.world, 5).chat  # noqa: B018
    await post.put(say(5, "first"))
    await post.sender.drain(PATIENCE_SECONDS)
    (message_id,) = post.world.chats[5].messages
    edit = {"chat_id": 5, "message_id": message_id, "text": "first"}
    await post.put((5, BotApiRequest("editMessageText", edit)))
    await post.put((5, BotApiRequest("editMessageText", edit | {"text": "second"})))
    await post.put((5, BotApiRequest("editMessageText", edit | {"text": "third", "message_id": 999})))
    await post.sender.drain(PATIENCE_SECONDS)
    assert post.texts(5) == ["second", "third"]
    assert await post.left() == 0
    assert await post.database.read("SELECT * FROM dead_letters") == []


async def test_answers_are_best_effort(post: Post) -> None:
    """A callback query that is too old, or a server that is down, blocks nothing and leaves nothing behind."""
    Person.meet(post.world, 5).chat  # noqa: B018
    post.world.faults.add(Fault("server_error", method="answerCallbackQuery", count=1))
    post.sender.answer("1", "text")
    post.sender.answer("2", "")
    await post.put(say(5, "1"))
    await post.sender.drain(PATIENCE_SECONDS)
    assert post.texts(5) == ["1"]


async def test_no_server_at_all() -> None:
    """A connection error does not contain the address, which holds the token."""
    api = TelegramApi("http://127.0.0.1:1", SecretStr("7:canary"))
    with pytest.raises(Unreachable) as error:
        await api.call("getMe")
    assert "canary" not in repr(error.value)
    assert error.value.__cause__ is None
    await api.close()


@pytest.mark.parametrize(
    ("code", "description", "expected"),
    [
        (429, "Too Many Requests: retry after 3", DeliveryDecision(DeliveryOutcome.RETRY, 3)),
        (403, "Forbidden: bot was blocked by the user", DeliveryDecision(DeliveryOutcome.SUSPEND)),
        (500, "Internal Server Error", DeliveryDecision(DeliveryOutcome.RETRY)),
        (401, "Unauthorized", DeliveryDecision(DeliveryOutcome.RETRY)),
        (
            400,
            "Bad Request: message is not modified: specified new message content",
            DeliveryDecision(DeliveryOutcome.DELIVERED),
        ),
        (400, "Bad Request: message to edit not found", DeliveryDecision(DeliveryOutcome.SEND_ANEW)),
        (400, "Bad Request: there is no text in the message to edit", DeliveryDecision(DeliveryOutcome.SEND_ANEW)),
        (400, "Bad Request: chat not found", DeliveryDecision(DeliveryOutcome.SUSPEND)),
        (413, "Request Entity Too Large", DeliveryDecision(DeliveryOutcome.BURY)),
    ],
)
def test_verdicts(code: int, description: str, expected: DeliveryDecision) -> None:
    """Code and wording decide about each refusal; only a passing fault is tried again."""
    assert classify_error(TelegramError("sendMessage", code, description, 3 if code == 429 else None)) == expected


def test_sending_anew_keeps_the_content() -> None:
    """The message that replaces an edit has its text and buttons, and no message id."""
    content = {"chat_id": 1, "text": "x", "reply_markup": {}}
    edit = BotApiRequest("editMessageText", content | {"message_id": 2})
    assert as_new_message(edit) == BotApiRequest("sendMessage", content)


def test_pauses_double_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """They grow and stay bounded, however long the fault lasts."""
    monkeypatch.setattr("bot.delivery.error_policy.uniform", lambda _, most: most)
    pauses = [retry_delay(attempt) for attempt in (*range(12), 100_000)]
    assert pauses == sorted(pauses)
    assert pauses[:3] == [0.5, 1, 2]
    assert pauses[-1] == pauses[-2] == 30


def test_pauses_spread_what_failed_together() -> None:
    """A random factor shortens a pause by half at most."""
    pauses = {retry_delay(3) for _ in range(100)}
    assert len(pauses) > 50
    assert all(2 <= each <= 4 for each in pauses)
