"""An update that cannot be read: its person is told, it is set aside as theirs, and nothing else waits for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.resources import load_texts
from bot.updates.admission import Admission, TapCounter
from bot.updates.processor import Processor
from domain.limits import UNLIMITED, Cost, PersonalLimits
from storage.privacy.my_data import SqlPersonalData
from tests.bot.updates.spine import Telegram, spine, tally
from tests.factories.updates import tap_update, text_update
from tests.patience import PATIENCE_SECONDS

GROUP = -500
UNREAD = {each: load_texts(each)("not-read") for each in ("ru", "kk", "en")}


def unread(
    update_id: int, user_id: int, language: str = "ru", kind: str = "message", **content: object
) -> dict[str, Any]:
    """What somebody sent, with a text that is none."""
    message = text_update(update_id, user_id, "x")["message"]
    message |= {"text": {"канарейка": 1}} | content
    message["from"]["language_code"] = language
    return {"update_id": update_id, kind: message}


async def sent(processor: Processor) -> Telegram:
    await processor.sender.drain(PATIENCE_SECONDS)
    telegram = processor.sender._api  # noqa: SLF001  # the fake that the test put there
    assert isinstance(telegram, Telegram)
    return telegram


async def aside(processor: Processor) -> list[tuple[int, str]]:
    rows = await processor.database.read("SELECT update_id, owner FROM quarantine ORDER BY update_id")
    return [(update_id, owner) for update_id, owner in rows]


@pytest.mark.parametrize("careful", [True, False])
@pytest.mark.parametrize("language", UNREAD)
async def test_a_person_is_told_in_their_language(tmp_path: Path, language: str, careful: bool) -> None:  # noqa: FBT001
    """Once, with a way on; it is theirs, and what they and others sent beside it takes effect."""
    async with spine(tmp_path, tally()) as processor:
        processor.careful = careful
        update = unread(2, 100, language)
        await processor.process([text_update(1, 100, "add 1"), update, text_update(3, 200, "add 3")])
        await processor.process([update, text_update(4, 100, "add 4")])
        telegram = await sent(processor)
        assert telegram.texts(100) == ["1", UNREAD[language], "4"]
        assert telegram.sent[100][1]["reply_markup"]["inline_keyboard"]
        assert telegram.texts(200) == ["3"]
        assert await aside(processor) == [(2, "person:100")]
        assert await processor.database.read("SELECT * FROM tries") == []


async def test_the_chosen_language_comes_first(tmp_path: Path) -> None:
    """Whatever the app speaks."""
    async with spine(tmp_path) as processor:
        await processor.process([tap_update(1, 100, "base:speak:kk:"), unread(2, 100, "en")])
        assert (await sent(processor)).texts(100)[-1] == UNREAD["kk"]


async def test_it_is_in_the_archive_of_its_person(tmp_path: Path) -> None:
    """As it came, sealed with their key, and in nobody else's."""
    async with spine(tmp_path) as processor:
        update = unread(1, 100)
        await processor.process([update])
        ((sealed,),) = await processor.database.read("SELECT sealed FROM quarantine")
        assert "канарейка".encode() not in sealed
        async with processor.database.transaction() as transaction:
            data = SqlPersonalData(transaction, processor.keys)
            (row,) = (await data.read_for_person(100, ())).quarantine
            assert row["what_you_sent"] == update
            assert row["reason"].startswith("ValidationError at ")
            assert (await data.read_for_person(200, ())).quarantine == ()


async def test_an_edited_message(tmp_path: Path) -> None:
    """Who edits wants it to count: they are told, too."""
    async with spine(tmp_path) as processor:
        await processor.process([unread(1, 100, kind="edited_message", edit_date=2)])
        assert (await sent(processor)).texts(100) == [UNREAD["ru"]]
        assert await aside(processor) == [(1, "person:100")]


async def test_a_tap(tmp_path: Path) -> None:
    """Its clock on the phone stops, and the answer is a new message: what stands there holds."""
    async with spine(tmp_path) as processor:
        update = tap_update(1, 100, "x")
        update["callback_query"]["data"] = 7
        await processor.process([update])
        telegram = await sent(processor)
        assert [each["method"] for each in telegram.sent[100]] == ["sendMessage"]
        assert telegram.texts(100) == [UNREAD["ru"]]
        assert telegram.answered == [{"callback_query_id": "1"}]
        assert await aside(processor) == [(1, "person:100")]


async def test_a_tap_under_a_message_that_cannot_be_read(tmp_path: Path) -> None:
    """It does what it says, in place of the message as long as that can be found."""
    async with spine(tmp_path) as processor:
        readable, lost = tap_update(1, 100, "base:speak:en:"), tap_update(2, 100, "base:speak:kk:")
        readable["callback_query"]["message"]["forward_origin"] = {"type": "of-the-future"}
        lost["callback_query"]["message"]["date"] = "yesterday"
        await processor.process([readable, lost])
        telegram = await sent(processor)
        assert [each["method"] for each in telegram.sent[100] if "text" in each] == ["editMessageText", "sendMessage"]
        assert await aside(processor) == []


async def test_a_change_of_the_bots_own_status(tmp_path: Path) -> None:
    """Nobody sent it, so nobody is told; it is theirs all the same."""
    async with spine(tmp_path) as processor:
        message = text_update(1, 100, "x")["message"]
        member = {"user": message["from"], "status": "of-the-future"}
        change = {"chat": message["chat"], "from": message["from"], "date": 1}
        await processor.process([{"update_id": 1, "my_chat_member": change | {"new_chat_member": member}}])
        assert (await sent(processor)).sent == {}
        assert await aside(processor) == [(1, "person:100")]


@pytest.mark.parametrize(
    ("kind", "methods"),
    [
        ("message", ["sendMessage", "leaveChat"]),
        ("channel_post", ["sendMessage", "leaveChat"]),
        ("edited_message", []),
    ],
)
async def test_a_group_is_left_and_nothing_of_it_kept(tmp_path: Path, kind: str, methods: list[str]) -> None:
    """As when it can be read; whoever wrote there is not written to in private."""
    async with spine(tmp_path) as processor:
        await processor.process([unread(1, 100, kind=kind, chat={"id": GROUP, "type": "group", "title": "x"})])
        telegram = await sent(processor)
        assert [each["method"] for each in telegram.sent[GROUP]] == methods
        assert telegram.sent[100] == []
        assert await aside(processor) == []


async def test_an_update_of_nobody(tmp_path: Path) -> None:
    """Where no id can be read there is nobody to tell: it is kept for the operator."""
    async with spine(tmp_path) as processor:
        await processor.process([{"update_id": 1, "message": {"text": "канарейка"}}])
        assert (await sent(processor)).sent == {}
        assert await aside(processor) == [(1, "system")]


async def test_a_person_whose_messages_waited_gets_them(tmp_path: Path) -> None:
    """Whoever writes has not blocked the bot, whether or not it can be read."""
    async with spine(tmp_path, tally()) as processor:
        processor.sender.suspended.add(100)
        await processor.process([unread(1, 100)])
        assert processor.sender.suspended == set()
        assert (await sent(processor)).texts(100) == [UNREAD["ru"]]


async def test_it_counts_like_any_message(tmp_path: Path) -> None:
    """A flood of it fills no disk: above the limit nothing is kept, and the person is told once."""
    async with spine(tmp_path) as processor:
        limits = PersonalLimits({**UNLIMITED.most, Cost.TAP: 2})
        processor.admission = Admission(TapCounter(limits))
        await processor.process([unread(n, 100) for n in range(1, 6)])
        assert await aside(processor) == [(1, "person:100"), (2, "person:100")]
        telegram = await sent(processor)
        assert telegram.texts(100)[:2] == [UNREAD["ru"]] * 2
        assert len(telegram.texts(100)) == 3


async def test_a_replay_tells_nobody_again(tmp_path: Path) -> None:
    """It stays where it is until a program that can read it comes."""
    async with spine(tmp_path) as processor:
        update = unread(1, 100)
        await processor.process([update])
        assert not await processor.replay(update)
        assert (await sent(processor)).texts(100) == [UNREAD["ru"]]
        assert await aside(processor) == [(1, "person:100")]
