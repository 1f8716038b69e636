from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

import pytest

from sandbox.people.person import Person

if TYPE_CHECKING:
    from sandbox.world.world import World
    from tests.sandbox.client import Client


async def test_raw_updates_are_injected(client: Client) -> None:
    """They get ids if they have none; whoever they name can be written to."""
    chat = {"id": 9, "type": "private", "first_name": "X"}
    sent = {"message_id": 4, "date": 0, "chat": chat, "from": {"id": 9, "is_bot": False, "first_name": "X"}}
    answer = await client.control("POST", "update", [{"message": sent}, {"update_id": 50, "message": sent}])
    assert answer == {"update_ids": [1, 50]}
    assert await client.control("POST", "update", {"poll": {}}) == {"update_ids": [51]}
    assert await client.updates() == [1, 50, 51]
    async with client.session.post(f"{client.sandbox.url}/control/update", json=[1]) as response:
        assert response.status == 400
    assert (await client.call("sendMessage", chat_id=9, text="x"))["message_id"] == 5


async def test_an_id_that_waits_is_not_injected_again(client: Client) -> None:
    """The second update is an error, and the first one stays."""
    await client.control("POST", "update", {"update_id": 5, "poll": {"id": "1"}})
    url = f"{client.sandbox.url}/control/update"
    async with client.session.post(url, json={"update_id": 5, "poll": {}}) as response:
        assert response.status == 400
        assert "pending already" in (await response.json())["error"]
    assert (await client.call("getUpdates"))[0]["poll"] == {"id": "1"}


@pytest.mark.parametrize(
    ("given", "kind", "field"),
    [
        ({"do": "start", "payload": "u2"}, "message", "text"),
        ({"do": "text", "text": "привет"}, "message", "text"),
        ({"do": "location", "latitude": 1.5, "longitude": 2.5}, "message", "location"),
        ({"do": "contact", "phone_number": "+7"}, "message", "contact"),
        ({"do": "photo", "data": b64encode(b"x").decode(), "caption": "c"}, "message", "photo"),
        ({"do": "document", "data": b64encode(b"x").decode(), "name": "a.txt"}, "message", "document"),
        ({"do": "edit", "message_id": 1, "text": "b"}, "edited_message", "text"),
        ({"do": "tap", "forged": True, "message_id": 1, "data": "x"}, "callback_query", "data"),
        ({"do": "block"}, "my_chat_member", "new_chat_member"),
        ({"do": "unblock"}, "my_chat_member", "new_chat_member"),
        ({"do": "add_to_group", "chat_id": -3}, "my_chat_member", "chat"),
    ],
)
async def test_people_act(client: Client, person: Person, given: dict[str, object], kind: str, field: str) -> None:
    """Every action creates its update and returns the update's id."""
    answer = await client.control("POST", "act", {"user": person.user.id, **given})
    (update,) = await client.call("getUpdates")
    assert update["update_id"] == answer["update_id"]
    assert field in update[kind]


async def test_acts_in_a_group_and_without_an_update(client: Client, person: Person, world: World) -> None:
    """A bot is told when it is removed, and not when a message is deleted."""
    user = {"user": person.user.id}
    await client.control("POST", "act", {**user, "do": "add_to_group", "chat_id": -3})
    await client.control("POST", "act", {**user, "do": "remove_from_group", "chat_id": -3})
    assert world.chats[-3].kicked
    updates = await client.call("getUpdates")
    assert [each["my_chat_member"]["new_chat_member"]["status"] for each in updates] == ["member", "kicked"]
    assert await client.control("POST", "act", {**user, "do": "delete", "message_id": 1}) == {"update_id": 0}
    assert person.chat.deleted == {1}


async def test_a_new_person_is_described(client: Client, world: World) -> None:
    """An unknown person is described by an object."""
    user = {"id": 5, "first_name": "Ерлан", "language_code": "ru"}
    await client.control("POST", "act", {"user": user, "do": "text", "text": "a"})
    assert (world.users[5].first_name, world.users[5].language_code) == ("Ерлан", "ru")


async def test_a_button_is_tapped(client: Client, person: Person) -> None:
    """The button is found by its text in the bot's messages."""
    markup = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}
    await client.call("sendMessage", chat_id=100, text="?", reply_markup=markup)
    await client.control("POST", "act", {"user": person.user.id, "do": "tap", "text": "Да"})
    assert (await client.call("getUpdates"))[0]["callback_query"]["data"] == "yes"


@pytest.mark.parametrize(
    "given",
    [
        {"user": 100, "do": "fly"},
        {"user": 100},
        {"user": 100, "do": "tap", "data": "none"},
        {"user": 100, "do": "text"},
        {"user": "x", "do": "text", "text": "a"},
        {"user": 100, "do": "photo", "data": "%"},
        [],
    ],
)
@pytest.mark.usefixtures("person")
async def test_an_act_that_cannot_be_is_an_error(client: Client, given: object) -> None:
    """The answer is 400 with the reason, and no update."""
    async with client.session.post(f"{client.sandbox.url}/control/act", json=given) as response:
        assert response.status == 400
        assert (await response.json())["error"]
    assert await client.updates() == []


async def test_a_file_is_put_on_the_shelf_and_sent(client: Client, person: Person) -> None:
    """Large files need no base64: their bytes are posted, and their id is sent."""
    url = f"{client.sandbox.url}/control/file?name=акт.pdf"
    async with client.session.post(url, data=b"%PDF", headers={"Content-Type": "application/pdf"}) as response:
        file_id = (await response.json())["file_id"]
    await client.control("POST", "act", {"user": person.user.id, "do": "document", "file_id": file_id})
    document = (await client.call("getUpdates"))[0]["message"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (
        "акт.pdf",
        "application/pdf",
        4,
    )


@pytest.mark.usefixtures("person")
async def test_calls_are_noted(client: Client, world: World) -> None:
    """In order, with request and answer; `since` skips known ones."""
    await client.call("sendmessage", chat_id=100, text="x")
    await client.refusal("sendMessage", chat_id="@a", text="y")
    noted = await client.control("GET", "calls")
    assert noted["last"] == 2
    first, second = noted["calls"]
    assert (first["number"], first["method"], first["chat_id"]) == (1, "sendMessage", 100)
    assert first["parameters"] == {"chat_id": 100, "text": "x"}
    assert first["answer"]["result"]["text"] == "x"
    assert (first["time"], first["delivered"]) == (world.clock(), True)
    assert (second["chat_id"], second["answer"]["error_code"]) == (None, 400)
    assert (await client.control("GET", "calls?since=1"))["calls"] == [second]
    assert (await client.control("GET", "calls?since=2"))["calls"] == []


async def test_the_journal_is_bounded(client: Client, world: World) -> None:
    """The oldest calls are forgotten, while the numbers continue."""
    world.journal.kept = 3
    for _ in range(5):
        await client.call("getMe")
    noted = await client.control("GET", "calls?since=1")
    assert [call["number"] for call in noted["calls"]] == [3, 4, 5]


@pytest.mark.usefixtures("person")
async def test_a_chat_is_shown_as_it_is_now(client: Client) -> None:
    """Edited messages appear as edited, deleted ones not at all, both sides in order."""
    for text in ("one", "two", "three"):
        await client.call("sendMessage", chat_id=100, text=text)
    await client.call("editMessageText", chat_id=100, message_id=2, text="one!")
    await client.call("deleteMessage", chat_id=100, message_id=3)
    shown = await client.control("GET", "chat/100")
    assert [message["text"] for message in shown["messages"]] == ["/start", "one!", "three"]
    assert (shown["blocked"], shown["chat"]["first_name"]) == (False, "Aigul")


async def test_faults_are_set_shown_and_lifted(client: Client) -> None:
    """One or several at a time, with a seed if wanted."""
    rules = [{"kind": "forbidden", "method": "getMe", "count": 1}, {"kind": "delay", "seconds": 0.0}]
    shown = await client.control("POST", "faults?seed=3", rules)
    assert [(fault["kind"], fault["count"]) for fault in shown["faults"]] == [("forbidden", 1), ("delay", None)]
    assert not (await client.ask("getMe"))["ok"]
    assert [fault["count"] for fault in (await client.control("GET", "faults"))["faults"]] == [0, None]
    assert await client.control("DELETE", "faults") == {"faults": []}
    await client.call("getMe")


@pytest.mark.usefixtures("person")
async def test_a_person_blocks_openly_or_silently(client: Client) -> None:
    """Telegram does not always report a block: after a silent one, only the next message reveals it."""
    answer = await client.control("POST", "block", {"user": 100, "silent": True})
    assert answer == {"update_id": 0}
    assert not (await client.ask("sendMessage", chat_id=100, text="x"))["ok"]
    answer = await client.control("POST", "block", {"user": 100, "blocked": False})
    assert await client.updates() == [answer["update_id"]]
    await client.call("sendMessage", chat_id=100, text="x")


async def test_the_state_is_summed_up(client: Client, person: Person) -> None:
    """People, pending updates and settings."""
    waiting = person.press(1, "x")
    await client.call("setMyCommands", commands=[{"command": "a", "description": "b"}], language_code="kk")
    state = await client.control("GET", "state")
    assert state["pending"] == [waiting]
    assert state["chats"] == [{"id": 100, "type": "private", "messages": 1, "blocked": False}]
    assert [user["id"] for user in state["users"]] == [1000001, 100]
    assert len(state["unanswered_taps"]) == 1
    assert state["commands"][0]["language_code"] == "kk"


async def test_a_reset_forgets_all_but_the_numbers(client: Client, person: Person, world: World) -> None:
    """People, chats, faults and calls are deleted; the ids of updates and calls continue, and updates still arrive."""
    last = person.say("a")
    await client.control("POST", "faults", {"kind": "forbidden", "count": 0})
    await client.call("setWebhook", url="http://127.0.0.1:9/")
    await client.control("POST", "reset")
    assert (world.chats, world.faults.rules, world.webhook) == ({}, [], None)
    assert await client.updates() == []
    assert (await client.control("GET", "calls"))["calls"][0]["number"] == 2
    assert Person.meet(world, 100).say("b") == last + 1
    assert await client.updates(timeout=1) == [last + 1]
