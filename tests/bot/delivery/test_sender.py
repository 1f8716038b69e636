"""Delivery to a Bot API that refuses, fails and blocks, over real HTTP."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.delivery.error_policy import DeliveryDecision, DeliveryOutcome, as_new_message, classify_error, retry_delay
from bot.delivery.messages import build_delete_request
from bot.delivery.rate_limit import RateLimits
from bot.delivery.sender import Sender
from bot.delivery.telegram_api import TelegramApi, TelegramError, Unreachable
from sandbox.people.person import Person
from sandbox.server.server import running
from sandbox.world.faults import Fault
from sandbox.world.records import Chat
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


EDIT_REFUSALS = [  # of the public server, and of Telegram behind it
    (400, "message to edit not found"),
    (400, "message not found"),
    (400, "message can't be edited"),
    (400, "there is no text in the message to edit"),
    (400, "message identifier is not specified"),
    (400, "MESSAGE_ID_INVALID"),
    (400, "MSG_ID_INVALID"),
    (400, "MESSAGE_AUTHOR_REQUIRED"),
    (403, "MESSAGE_AUTHOR_REQUIRED"),
    (400, "MESSAGE_EDIT_TIME_EXPIRED"),
]
CHAT_REFUSALS = [
    (403, "bot was kicked from the group chat"),
    (403, "bot was kicked from the supergroup chat"),
    (403, "bot is not a member of the channel chat"),
    (403, "the group chat was deleted"),
    (400, "chat not found"),
    (400, "have no write access to the chat"),
    (400, "have no rights to send a message"),
    (400, "not enough rights to send text messages to the chat"),
    (400, "not enough rights to send documents to the chat"),
    (400, "need administrator rights in the channel chat"),
    (400, "group chat was deactivated"),
    (400, "PEER_ID_INVALID"),
    (400, "CHAT_WRITE_FORBIDDEN"),
    (400, "CHAT_RESTRICTED"),
    (400, "CHAT_ADMIN_REQUIRED"),
    (400, "CHAT_SEND_PLAIN_FORBIDDEN"),
    (400, "CHANNEL_PRIVATE"),
    (400, "USER_BANNED_IN_CHANNEL"),
    (400, "TOPIC_CLOSED"),
    (400, "TOPIC_DELETED"),
    (400, "message thread not found"),
]


def refusing(code: int, description: str, method: str) -> Fault:
    kind = "forbidden" if code == 403 else "bad_request"
    return Fault(kind, method=method, count=1, description=description)


@pytest.mark.parametrize(("code", "description"), EDIT_REFUSALS)
async def test_a_screen_that_cannot_be_edited_is_sent_anew(post: Post, code: int, description: str) -> None:
    """Whatever the words for it: the person has the screen, nothing is a dead letter, the chat is not suspended."""
    Person.meet(post.world, 5).chat  # noqa: B018
    post.world.faults.add(refusing(code, description, "editMessageText"))
    await post.put((5, BotApiRequest("editMessageText", {"chat_id": 5, "message_id": 1, "text": "screen"})))
    await post.sender.drain(PATIENCE_SECONDS)
    assert post.texts(5) == ["screen"]
    assert [call.method for call in post.calls(5)] == ["editMessageText", "sendMessage"]
    assert await post.left() == 0
    assert await post.database.read("SELECT * FROM dead_letters") == []
    assert post.sender.suspended == set()


async def test_a_screen_that_its_person_deleted_comes_again(post: Post) -> None:
    """Deleted for both sides, which no bot is told: Telegram answers MESSAGE_ID_INVALID."""
    person = Person.meet(post.world, 5)
    person.chat  # noqa: B018
    await post.put(say(5, "first"))
    await post.sender.drain(PATIENCE_SECONDS)
    (message_id,) = post.world.chats[5].messages
    person.delete(message_id)
    await post.put((5, BotApiRequest("editMessageText", {"chat_id": 5, "message_id": message_id, "text": "second"})))
    await post.sender.drain(PATIENCE_SECONDS)
    assert post.texts(5) == ["second"]
    assert [(call.answer or {}).get("description") for call in post.calls(5)][1] == "Bad Request: MESSAGE_ID_INVALID"


@pytest.mark.parametrize(
    ("code", "description"),
    [
        (400, "message to delete not found"),
        (400, "message can't be deleted"),
        (400, "message can't be deleted for everyone"),
        (400, "message identifier is not specified"),
        (400, "MESSAGE_ID_INVALID"),
        (403, "MESSAGE_DELETE_FORBIDDEN"),
    ],
)
async def test_a_message_that_cannot_be_deleted_is_left(post: Post, code: int, description: str) -> None:
    """It is gone, or too old for a bot to delete: no dead letter, and nothing is sent in its place."""
    Person.meet(post.world, 5).chat  # noqa: B018
    post.world.faults.add(refusing(code, description, "deleteMessage"))
    await post.put((5, build_delete_request(5, 1)), say(5, "next"))
    await post.sender.drain(PATIENCE_SECONDS)
    assert post.texts(5) == ["next"]
    assert await post.left() == 0
    assert await post.database.read("SELECT * FROM dead_letters") == []
    assert post.sender.suspended == set()


@pytest.mark.parametrize(("code", "description"), CHAT_REFUSALS)
async def test_a_group_that_refuses_is_nobodys_fault(post: Post, code: int, description: str) -> None:
    """One call, an ordinary line in the log, nothing kept; the bot goes on to leave the group."""
    post.world.chats[-5] = Chat(-5, "supergroup", {"title": "Group"})
    post.world.faults.add(refusing(code, description, "sendMessage"))
    await post.put(say(-5, "goodbye"), (-5, BotApiRequest("leaveChat", {"chat_id": -5})))
    await post.sender.drain(PATIENCE_SECONDS)
    assert [call.method for call in post.calls(-5)] == ["sendMessage", "leaveChat"]
    assert await post.left() == 0
    assert not post.world.chats[-5].present
    assert post.sender.suspended == set()
    for table in ("dead_letters", "suspended_chats"):
        assert await post.database.read(f"SELECT * FROM {table}") == []  # noqa: S608  # names above


async def test_what_an_earlier_version_kept_for_a_group_goes(post: Post) -> None:
    """It suspended groups as it does people, and their rows waited for ever."""
    post.world.chats[-5] = Chat(-5, "supergroup", {"title": "Group"}, present=False, kicked=True)
    async with post.database.transaction() as transaction:
        await Outbox(transaction).suspend(-5, 1)
    post.sender.suspended.add(-5)
    await post.put(say(-5, "goodbye"))
    limits = RateLimits(per_chat=1e6, chat_burst=9, overall=1e6)
    again = Sender(post.sender._api, post.database, post.keys, limits, NothingToMake())  # noqa: SLF001
    await again.start()
    await again.drain(PATIENCE_SECONDS)
    assert again.suspended == set()
    assert await post.left() == 0
    assert await post.database.read("SELECT * FROM suspended_chats") == []


@pytest.mark.parametrize(("code", "description"), CHAT_REFUSALS)
def test_a_person_who_cannot_be_written_to_is_waited_for(code: int, description: str) -> None:
    """In a private chat the same words lose nothing: what is for the person waits until they write."""
    decision = classify_error(TelegramError("sendMessage", code, description), row_of(5))
    assert decision.outcome is DeliveryOutcome.SUSPEND


async def test_what_is_wrong_with_a_message_for_a_group_is_a_fault(post: Post) -> None:
    """Only the group's own no is passed over: a message that no chat would take is a dead letter there, too."""
    post.world.chats[-5] = Chat(-5, "group", {"title": "Group"})
    await post.put(say(-5, "x" * 5000))
    await post.sender.drain(PATIENCE_SECONDS)
    assert await post.database.read("SELECT chat_id, code FROM dead_letters") == [(-5, 400)]


@pytest.mark.parametrize("last", [-6, -5])
async def test_a_group_that_became_a_supergroup(post: Post, last: int) -> None:
    """What is for the group goes to the supergroup that Telegram names, once: there is no running in circles."""
    post.world.chats[-5] = Chat(-5, "group", {"title": "Group"}, upgraded_to=-6)
    post.world.chats[-6] = Chat(-6, "supergroup", {"title": "Group"}, upgraded_to=-5 if last == -5 else 0)
    await post.put(say(-5, "goodbye"))
    await post.sender.drain(PATIENCE_SECONDS)
    assert [call.chat_id for call in post.world.journal.since(0)] == [-5, -6]
    assert post.texts(-6) == (["goodbye"] if last == -6 else [])
    assert await post.left() == 0
    assert await post.database.read("SELECT * FROM dead_letters") == []


def row_of(chat_id: int, method: str = "sendMessage") -> Outgoing:
    return Outgoing(1, "t1", chat_id, SYSTEM, BotApiRequest(method, {"chat_id": chat_id}))


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
        (400, "Bad Request: MESSAGE_NOT_MODIFIED", DeliveryDecision(DeliveryOutcome.DELIVERED)),
        (400, "Bad Request: message to edit not found", DeliveryDecision(DeliveryOutcome.SEND_ANEW)),
        (400, "Bad Request: there is no text in the message to edit", DeliveryDecision(DeliveryOutcome.SEND_ANEW)),
        (400, "Bad Request: chat not found", DeliveryDecision(DeliveryOutcome.SUSPEND)),
        (413, "Request Entity Too Large", DeliveryDecision(DeliveryOutcome.BURY)),
    ],
)
def test_verdicts(code: int, description: str, expected: DeliveryDecision) -> None:
    """Code and wording decide about each refusal; only a passing fault is tried again."""
    refused = TelegramError("editMessageText", code, description, 3 if code == 429 else None)
    assert classify_error(refused, row_of(5, "editMessageText")) == expected


@pytest.mark.parametrize("method", ["pinChatMessage", "unpinChatMessage"])
@pytest.mark.parametrize(
    "description",
    ["message to pin not found", "message to unpin not found", "CHAT_NOT_MODIFIED", "MESSAGE_ID_INVALID"],
)
def test_a_pin_that_changes_nothing(method: str, description: str) -> None:
    """The message is gone, or is pinned or unpinned already: there is nothing to do."""
    refused = TelegramError(method, 400, f"Bad Request: {description}")
    assert classify_error(refused, row_of(5, method)).outcome is DeliveryOutcome.DELIVERED


def test_a_pinned_message_is_not_sent_anew() -> None:
    """Whoever has deleted it wants no other; any other edit takes its place as a new message."""
    refused = TelegramError("editMessageText", 400, "Bad Request: message to edit not found")
    row = row_of(5, "editMessageText")
    assert classify_error(refused, replace(row, merge_key="pinned:case1.0")).outcome is DeliveryOutcome.DELIVERED
    assert classify_error(refused, row).outcome is DeliveryOutcome.SEND_ANEW


@pytest.mark.parametrize("description", ["MESSAGE_ID_INVALID", "message identifier is not specified"])
def test_only_an_edit_is_sent_anew(description: str) -> None:
    """A new message refused in such words would be refused again and again."""
    decision = classify_error(TelegramError("sendMessage", 400, description), row_of(5))
    assert decision.outcome is DeliveryOutcome.BURY


def test_sending_anew_keeps_the_content() -> None:
    """The message that replaces an edit has its text and buttons, and no message id."""
    content = {"chat_id": 1, "text": "x", "reply_markup": {}}
    edit = BotApiRequest("editMessageText", content | {"message_id": 2})
    assert as_new_message(edit) == BotApiRequest("sendMessage", content)


def test_pauses_double_up_to_a_limit() -> None:
    """They grow and stay bounded, however long the fault lasts."""
    pauses = [retry_delay(attempt, uniform=lambda _, most: most) for attempt in (*range(12), 100_000)]
    assert pauses == sorted(pauses)
    assert pauses[:3] == [0.5, 1, 2]
    assert pauses[-1] == pauses[-2] == 30


def test_pauses_spread_what_failed_together() -> None:
    """A random factor shortens a pause by half at most."""
    pauses = {retry_delay(3) for _ in range(100)}
    assert len(pauses) > 50
    assert all(2 <= each <= 4 for each in pauses)
