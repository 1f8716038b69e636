from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from sandbox.http.answers import OTHER_POLL, WEBHOOK_ACTIVE
from tests.leaping import leap
from tests.sandbox.client import until

if TYPE_CHECKING:
    from sandbox.people.person import Person
    from sandbox.world.world import World
    from tests.sandbox.client import Client, Clock


@pytest.fixture
def said(person: Person) -> list[int]:
    """The ids of three texts."""
    return [person.say(word) for word in ("a", "b", "c")]


async def waiting(client: Client, world: World, **values: object) -> asyncio.Task[dict[str, object]]:
    """Starts a long poll and returns once it waits."""
    before = world.journal.last
    task = asyncio.create_task(client.ask("getUpdates", **{"timeout": 5, **values}))
    await until(lambda: world.journal.last > before)
    await asyncio.sleep(0.01)
    return task


async def test_what_is_not_confirmed_comes_again(client: Client, said: list[int]) -> None:
    """Without an offset, or with the first id, every poll returns everything."""
    assert await client.updates() == said
    assert await client.updates(offset=said[0]) == said
    assert await client.updates() == said


async def test_a_later_offset_confirms(client: Client, said: list[int]) -> None:
    """An offset greater than an update's id confirms the update for good."""
    assert await client.updates(offset=said[1]) == said[1:]
    assert await client.updates() == said[1:]
    assert await client.updates(offset=said[2] + 1) == []
    assert await client.updates() == []


async def test_a_negative_offset_keeps_the_newest(client: Client, said: list[int]) -> None:
    """Older updates are forgotten."""
    assert await client.updates(offset=-2) == said[1:]
    assert await client.updates() == said[1:]


async def test_an_offset_far_ahead_confirms_nothing(client: Client, said: list[int]) -> None:
    """The ids may have started again."""
    assert await client.updates(offset=said[2] + 1000) == said


@pytest.mark.parametrize(("limit", "count"), [(1, 1), (2, 2), (0, 1), (1000, 100)])
async def test_the_limit_is_kept_between_1_and_100(client: Client, person: Person, limit: int, count: int) -> None:
    """A limit beyond the bounds is moved to the nearest bound."""
    for number in range(120):
        person.say(str(number))
    assert len(await client.updates(limit=limit)) == count


async def test_a_poll_waits_for_an_update(client: Client, person: Person, world: World) -> None:
    """It returns as soon as there is one, with those that arrived together with it."""
    poll = await waiting(client, world)
    ids = [person.say("a"), person.say("b")]
    result = (await poll)["result"]
    assert isinstance(result, list)
    assert [update["update_id"] for update in result] == ids


async def test_a_poll_ends_empty(client: Client, world: World) -> None:
    """When its time is over there is nothing to return."""
    poll = await waiting(client, world)
    leap(4)
    await asyncio.sleep(0.01)
    assert not poll.done()
    leap(1)
    assert (await poll)["result"] == []


async def test_a_second_poll_ends_the_first(client: Client, person: Person, world: World) -> None:
    """The first is refused with 409; the second keeps waiting and gets the update."""
    first = await waiting(client, world)
    second = await waiting(client, world)
    answer = await first
    assert (answer["error_code"], answer["description"]) == (409, f"Conflict: {OTHER_POLL}")
    person.say("a")
    assert (await second)["ok"]


async def test_a_webhook_excludes_polls(client: Client, world: World) -> None:
    """A waiting poll is refused when the webhook is set, and later ones while it is set."""
    poll = await waiting(client, world)
    await client.call("setWebhook", url="http://127.0.0.1:9/")
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
    answer = await client.ask("getUpdates")
    assert (answer["error_code"], answer["description"]) == (409, f"Conflict: {WEBHOOK_ACTIVE}")
    await client.call("deleteWebhook")
    assert await client.updates() == []


async def test_only_allowed_updates_are_queued(client: Client, person: Person) -> None:
    """A kind that is not asked for is not kept; an empty list asks for the default ones."""
    await client.updates(allowed_updates=["callback_query"])
    assert person.say("a") == 0
    tapped = person.press(1, "x")
    assert await client.updates() == [tapped]
    await client.updates(allowed_updates=[])
    assert person.say("b") == tapped + 1


async def test_old_updates_are_dropped(client: Client, person: Person, clock: Clock) -> None:
    """A tap waits two and a half minutes, a text a day."""
    text, _tap = person.say("a"), person.press(1, "x")
    clock.seconds += 151
    assert await client.updates() == [text]
    clock.seconds += 86_400
    assert await client.updates() == []


async def test_repeated_polls_are_slowed_on_demand(client: Client, world: World, said: list[int]) -> None:
    """With throttling on, an immediate second poll with the same offset gets a single update."""
    world.settings.throttle_repeats = True
    assert await client.updates(offset=said[0]) == said
    assert await client.updates(offset=said[0]) == said[:1]


async def test_an_update_with_a_smaller_id_comes_first(client: Client, world: World, said: list[int]) -> None:
    """The queue is ordered by id, not by arrival."""
    world.updates.confirm(said[2])
    world.inject({"update_id": said[0], "poll": {}})
    assert await client.updates() == [said[0], said[2]]
    assert await client.updates(offset=said[1]) == [said[2]]


async def test_some_kinds_must_be_asked_for(client: Client, world: World) -> None:
    """By default no reactions come; with allowed_updates they do."""
    assert world.push("message_reaction", {}, 1) == 0
    await client.updates(allowed_updates=["message_reaction"])
    assert world.push("message_reaction", {}, 1) > 0


async def test_half_a_character_is_passed_on(client: Client, person: Person) -> None:
    """A person may send broken text; it is delivered as far as JSON allows."""
    person.say("a \ud83d b")
    assert (await client.call("getUpdates"))[0]["message"]["text"] == "a \ud83d b"


async def test_pending_updates_can_be_dropped(client: Client, said: list[int]) -> None:
    """The method deleteWebhook drops them on request, and only then."""
    await client.call("deleteWebhook")
    assert await client.updates() == said
    await client.call("deleteWebhook", drop_pending_updates=True)
    assert await client.updates() == []
