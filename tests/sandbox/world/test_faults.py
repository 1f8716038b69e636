from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp
import pytest
from aiogram.exceptions import TelegramRetryAfter, TelegramServerError

from sandbox.people.person import Person
from sandbox.world.faults import (
    BAD_REQUEST,
    DELAY,
    DROP_AFTER,
    DROP_BEFORE,
    DUPLICATE,
    FORBIDDEN,
    REORDER,
    SERVER_ERROR,
    TOO_MANY,
    Fault,
)
from sandbox.world.world import World
from tests.leaping import leap
from tests.sandbox.client import until

if TYPE_CHECKING:
    from aiogram import Bot

    from tests.sandbox.client import Client

pytestmark = pytest.mark.usefixtures("person")


async def test_too_many_requests(client: Client, bot: Bot, world: World) -> None:
    """429 has the seconds in its words, in the parameters and in the header; aiogram understands it."""
    world.faults.add(Fault(TOO_MANY, retry_after=7, count=2))
    answer = await client.ask("sendMessage", chat_id=100, text="x")
    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(100, "x")
    assert caught.value.retry_after == 7
    await client.call("sendMessage", chat_id=100, text="x")


async def test_forbidden(client: Client, world: World) -> None:
    """403 with the usual words or with others."""
    world.faults.add(Fault(FORBIDDEN, count=1))
    assert await client.refusal("sendMessage", chat_id=100, text="x") == "Forbidden: bot was blocked by the user"
    world.faults.add(Fault(FORBIDDEN, count=1, description="user is deactivated"))
    assert await client.refusal("sendMessage", chat_id=100, text="x") == "Forbidden: user is deactivated"


async def test_bad_requests(client: Client, world: World) -> None:
    """400 for any reason, in the form that the server gives it."""
    world.faults.add(Fault(BAD_REQUEST, count=1, description="Message can't be edited"))
    assert await client.refusal("sendMessage", chat_id=100, text="x") == "Bad Request: message can't be edited"
    world.faults.add(Fault(BAD_REQUEST, count=1, description="MESSAGE_ID_INVALID"))
    assert await client.refusal("sendMessage", chat_id=100, text="x") == "Bad Request: MESSAGE_ID_INVALID"


async def test_server_errors(client: Client, bot: Bot, world: World) -> None:
    """A status of 5xx is a server error for aiogram."""
    world.faults.add(Fault(SERVER_ERROR, count=1, status=502))
    answer = await client.ask("getMe")
    assert (answer["error_code"], answer["description"]) == (502, "Bad Gateway")
    world.faults.add(Fault(SERVER_ERROR, count=1))
    with pytest.raises(TelegramServerError):
        await bot.get_me()


@pytest.mark.parametrize(("kind", "messages"), [(DROP_BEFORE, 1), (DROP_AFTER, 2)])
async def test_a_lost_connection(client: Client, world: World, kind: str, messages: int) -> None:
    """The caller gets no answer; whether the message exists depends on when the connection was lost."""
    world.faults.add(Fault(kind, method="sendmessage", count=1))
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await client.ask("sendMessage", chat_id=100, text="x")
    assert len(world.chats[100].messages) == messages
    (call,) = world.journal.since(0)
    assert (call.delivered, call.answer is not None) == (False, kind == DROP_AFTER)


async def test_a_delay(client: Client, world: World) -> None:
    """The call is delayed, then executed."""
    world.faults.add(delay := Fault(DELAY, seconds=60, count=1))
    before = len(world.chats[100].messages)
    calling = asyncio.create_task(client.call("sendMessage", chat_id=100, text="x"))
    await until(lambda: delay.count == 0)
    assert len(world.chats[100].messages) == before
    leap(60)
    await calling
    assert len(world.chats[100].messages) == before + 1


async def test_a_fault_strikes_where_it_is_set(client: Client, world: World) -> None:
    """Only calls of its method in its chat are affected."""
    Person.meet(world, 200).start()
    world.faults.add(Fault(FORBIDDEN, method="sendMessage", chat_id=100))
    await client.call("sendMessage", chat_id=200, text="x")
    await client.call("sendLocation", chat_id=100, latitude=1, longitude=1)
    assert not (await client.ask("sendMessage", chat_id=100, text="x"))["ok"]


async def test_chance_follows_the_seed() -> None:
    """The same seed gives the same faults, another one different faults, each about as often as its probability."""

    def struck(seed: int) -> list[bool]:
        plan = World(seed=seed).faults
        plan.add(Fault(DELAY, probability=0.3))
        return [bool(plan.strike(frozenset({DELAY}), "getme", None)) for _ in range(1000)]

    assert struck(1) == struck(1)
    assert struck(1) != struck(2)
    assert 250 < sum(struck(1)) < 350


async def test_a_confirmed_update_comes_again(client: Client, person: Person, world: World) -> None:
    """The duplicate fault returns an update once more after its confirmation."""
    world.faults.add(Fault(DUPLICATE, count=1))
    first, second = person.say("a"), person.say("b")
    assert await client.updates() == [first, second]
    assert await client.updates(offset=second) == [first, second]
    assert await client.updates(offset=second) == [second]


async def test_updates_of_a_poll_are_mixed(client: Client, person: Person, world: World) -> None:
    """The reorder fault returns the same updates in another order."""
    sent = [person.say(str(number)) for number in range(20)]
    world.faults.add(Fault(REORDER, count=1))
    mixed = await client.updates()
    assert mixed != sent
    assert sorted(mixed) == sent
    assert await client.updates() == sent


@pytest.mark.parametrize("given", [{"kind": "gremlin"}, {"method": "getMe"}, {"kind": DELAY, "chance": 1}])
def test_a_fault_that_does_not_exist_is_refused(given: dict[str, object]) -> None:
    """A misspelt rule would never take effect, and nobody would notice."""
    with pytest.raises(ValueError, match=r"fault"):
        Fault.from_json(given)
