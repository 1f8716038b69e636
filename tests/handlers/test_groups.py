from __future__ import annotations

from typing import Any

import pytest

from bot.resources import load_texts
from sandbox.world.records import Chat
from tests.e2e.drivers.chatting import Chatting, Watched

pytestmark = pytest.mark.asyncio(loop_scope="module")

GOODBYE = load_texts("ru").plain("group-only-private")


def said_in(driven: Watched, chat_id: int) -> list[str]:
    messages = driven.world.chats[chat_id].messages.values()
    return [str(each.content["text"]) for each in messages if each.sender["is_bot"]]


def left_for(chat: Chatting, group_id: int) -> list[tuple[Any, ...]]:
    """What the bot keeps for a group."""
    tables = ("outbox", "dead_letters", "suspended_chats")
    return [row for table in tables for row in chat.driven.rows(f"SELECT * FROM {table} WHERE chat_id = {group_id}")]  # noqa: S608  # names above


def calls_about(driven: Watched, chat_id: int) -> list[str]:
    return [call.method for call in driven.world.journal.calls if call.chat_id == chat_id]


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_bot_added_to_a_group_says_why_and_leaves(aigul: Chatting, group_id: int, kind: str) -> None:
    """Belief is a private matter: the bot sends one message and leaves."""
    aigul.person.add_bot_to(group_id, "Джамагат", kind)
    await aigul.driven.settle()
    assert said_in(aigul.driven, group_id) == [GOODBYE]
    assert calls_about(aigul.driven, group_id) == ["sendMessage", "leaveChat"]
    assert not aigul.driven.world.chats[group_id].present


@pytest.mark.parametrize("text", ["/start", "/offices@sandbox_bot", "Кокшетау", "<b>"])
async def test_whatever_is_said_in_a_group_is_answered_by_leaving(aigul: Chatting, group_id: int, text: str) -> None:
    """Even in a group where the bot already was, there is no search, no screen and no button."""
    aigul.driven.world.chats[group_id] = Chat(group_id, "supergroup", {"title": "Group"})
    aigul.person.say(text, chat_id=group_id)
    await aigul.driven.settle()
    assert said_in(aigul.driven, group_id) == [GOODBYE]
    assert not aigul.driven.world.chats[group_id].present


async def test_several_messages_at_once_end_in_leaving(aigul: Chatting, group_id: int) -> None:
    """Messages from before the bot had left cause no fault and no dead letter."""
    aigul.driven.world.chats[group_id] = Chat(group_id, "group", {"title": "Group"})
    for text in ("/start", "раз", "два"):
        aigul.person.say(text, chat_id=group_id)
    await aigul.driven.settle()
    assert said_in(aigul.driven, group_id)[0] == GOODBYE
    assert not aigul.driven.world.chats[group_id].present


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_group_in_which_the_bot_may_not_write(aigul: Chatting, group_id: int, kind: str) -> None:
    """It leaves without a word: that is no fault, nothing is kept, and nothing is tried twice."""
    aigul.driven.world.chats[group_id] = Chat(group_id, kind, {"title": "Group"}, present=False, closed=True)
    aigul.person.add_bot_to(group_id, kind=kind)
    await aigul.driven.settle()
    assert said_in(aigul.driven, group_id) == []
    assert calls_about(aigul.driven, group_id) == ["sendMessage", "leaveChat"]
    assert not aigul.driven.world.chats[group_id].present
    assert left_for(aigul, group_id) == []


async def test_group_that_removes_the_bot_before_it_has_answered(aigul: Chatting, group_id: int) -> None:
    """What it would have said is not kept, so that it is not said when the bot is added again; then it says it once."""
    chat = aigul.driven.world.chats[group_id] = Chat(group_id, "supergroup", {"title": "Group"})
    await aigul.inject({"message": message_in(aigul, group_id, text="before")})
    chat.kicked, chat.present = True, False
    for text in ("one", "two"):
        await aigul.inject({"message": message_in(aigul, group_id, text=text)})
    assert left_for(aigul, group_id) == []
    aigul.person.add_bot_to(group_id, kind="supergroup")
    await aigul.driven.settle()
    assert said_in(aigul.driven, group_id) == [GOODBYE] * 2


async def test_group_that_became_a_supergroup(aigul: Chatting, group_id: int) -> None:
    """The bot says why it leaves in the supergroup, where the people are now, and leaves that."""
    above = group_id - 1_000_000
    world = aigul.driven.world
    world.chats[group_id] = Chat(group_id, "group", {"title": "Group"}, upgraded_to=above)
    world.chats[above] = Chat(above, "supergroup", {"title": "Group"})
    await aigul.inject({"message": message_in(aigul, group_id, migrate_to_chat_id=above)})
    await aigul.inject({"message": message_in(aigul, above, migrate_from_chat_id=group_id)})
    assert GOODBYE in said_in(aigul.driven, above)
    assert not world.chats[above].present
    assert left_for(aigul, group_id) == left_for(aigul, above) == []


async def test_being_added_again_is_answered_again(aigul: Chatting, group_id: int) -> None:
    """The answer does not depend on what happened before."""
    for _ in range(2):
        aigul.person.add_bot_to(group_id)
        await aigul.driven.settle()
    assert said_in(aigul.driven, group_id) == [GOODBYE] * 2


async def test_being_removed_from_a_group_needs_no_answer(aigul: Chatting, group_id: int) -> None:
    """Nothing can be sent to that group any more."""
    aigul.driven.world.chats[group_id] = Chat(group_id, "group", {"title": "Group"}, present=False)
    member = {"user": aigul.driven.world.bot.to_json()}
    change = {
        "chat": aigul.driven.world.chats[group_id].to_json(),
        "from": aigul.person.user.to_json(),
        "date": 1,
        "old_chat_member": member | {"status": "member"},
        "new_chat_member": member | {"status": "kicked", "until_date": 0},
    }
    await aigul.inject({"my_chat_member": change})
    assert calls_about(aigul.driven, group_id) == []


async def test_edited_message_in_a_group_is_passed_over(aigul: Chatting, group_id: int) -> None:
    """Nobody reads the same answer twice."""
    aigul.driven.world.chats[group_id] = Chat(group_id, "group", {"title": "Group"})
    await aigul.inject({"edited_message": message_in(aigul, group_id, text="/start", edit_date=2)})
    assert calls_about(aigul.driven, group_id) == []


async def test_button_in_a_group_is_none_of_ours(aigul: Chatting, group_id: int) -> None:
    """The tap changes nothing and shows nothing, in the group or in private."""
    aigul.driven.world.chats[group_id] = Chat(group_id, "group", {"title": "Group"})
    before = aigul.seen()
    await aigul.inject(aigul.query(message=message_in(aigul, group_id, text="x"), data="base:speak:en:"))
    assert calls_about(aigul.driven, group_id) == []
    assert aigul.seen() == before
    assert (await aigul.say("/help")).text == load_texts("ru").plain("help")


async def test_channel_post_is_answered_by_leaving(aigul: Chatting, group_id: int) -> None:
    """A post has no sender, so the bot explains in its default language and leaves."""
    aigul.driven.world.chats[group_id] = Chat(group_id, "supergroup", {"title": "Channel"})
    post = message_in(aigul, group_id, text="news")
    del post["from"]
    post["chat"]["type"] = "channel"
    await aigul.inject({"channel_post": post})
    assert said_in(aigul.driven, group_id) == [GOODBYE]
    assert calls_about(aigul.driven, group_id)[-1] == "leaveChat"


async def test_group_message_without_a_sender_is_answered_by_leaving(aigul: Chatting, group_id: int) -> None:
    """An anonymous administrator has no sender either."""
    aigul.driven.world.chats[group_id] = Chat(group_id, "supergroup", {"title": "Group"})
    message = message_in(aigul, group_id, text="/start")
    del message["from"]
    await aigul.inject({"message": message})
    assert said_in(aigul.driven, group_id) == [GOODBYE]


async def test_group_leaves_the_private_chat_alone(aigul: Chatting, group_id: int) -> None:
    """Whatever happens in a group, the person behind it gets no private message."""
    before = aigul.seen()
    aigul.person.add_bot_to(group_id)
    await aigul.driven.settle()
    assert aigul.seen() == before


def message_in(chat: Chatting, group_id: int, **content: Any) -> dict[str, Any]:  # noqa: ANN401  fields of any type
    group = chat.driven.world.chats[group_id].to_json()
    return {"message_id": 800, "date": 1, "from": chat.person.user.to_json(), "chat": group, **content}
