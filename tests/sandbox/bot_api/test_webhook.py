from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from sandbox.people.person import Person
from sandbox.world.faults import DUPLICATE, Fault
from tests.sandbox.client import until
from tests.sandbox.receiver import HANG_UP, Receiver

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sandbox.world.world import World
    from tests.sandbox.client import Client

SECRET = "S3cret_-"  # noqa: S105  opens nothing


@pytest.fixture
async def receiver(world: World) -> AsyncIterator[Receiver]:
    world.settings.webhook_retry_base = 0.001
    made = Receiver()
    made.gate.set()
    async with made.listening():
        yield made


async def settled(world: World) -> None:
    """Waits until every update is delivered."""
    await until(lambda: not world.updates.pending)


async def test_updates_are_posted_with_the_secret(
    client: Client, receiver: Receiver, person: Person, world: World
) -> None:
    """Pending and later updates are delivered in order and are then no longer pending."""
    before = person.say("a")
    await client.call("setWebhook", url=receiver.url, secret_token=SECRET)
    after = person.say("b")
    await settled(world)
    assert receiver.ids == [before, after]
    assert receiver.secrets == [SECRET] * 2
    assert receiver.updates[0]["message"]["text"] == "a"


async def test_an_update_is_repeated_until_it_is_taken(
    client: Client, receiver: Receiver, person: Person, world: World
) -> None:
    """Anything but 2xx is a failure, even a redirect; later updates of the chat wait, and the failure is reported."""
    receiver.statuses = [500, 404, 302, 503]
    await client.call("setWebhook", url=receiver.url)
    first, second = person.say("a"), person.say("b")
    await settled(world)
    assert receiver.ids == [first] * 5 + [second]
    info = await client.call("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"
    assert info["last_error_date"] == world.now()
    assert info["pending_update_count"] == 0


async def test_a_webhook_that_is_away_gets_its_updates_later(client: Client, person: Person, world: World) -> None:
    """A refused connection is a failure like any other."""
    world.settings.webhook_retry_base = 0.001
    receiver = Receiver()
    receiver.gate.set()
    async with receiver.listening():
        pass
    await client.call("setWebhook", url=receiver.url)
    update_id = person.say("a")
    await until(lambda: world.webhook and world.webhook.last_error_message)
    info = await client.call("getWebhookInfo")
    assert (info["last_error_message"], info["pending_update_count"]) == ("Connection refused", 1)
    async with receiver.listening():
        await client.call("setWebhook", url=receiver.url)
        await settled(world)
    assert receiver.ids == [update_id]


async def test_attempts_grow_rarer(client: Client, receiver: Receiver, person: Person, world: World) -> None:
    """The second attempt comes at once, the third after two base delays, the fourth after four."""
    world.settings.webhook_retry_base = 0.03
    receiver.statuses = [500] * 3
    await client.call("setWebhook", url=receiver.url)
    person.say("a")
    await settled(world)
    first, second, third = (later - earlier for earlier, later in pairwise(receiver.times))
    assert first < second
    assert second >= 0.06
    assert third >= 0.12


async def test_chats_are_served_side_by_side(client: Client, receiver: Receiver, world: World) -> None:
    """As many deliveries run at once as max_connections allows, but never two of one chat."""
    receiver.gate.clear()
    await client.call("setWebhook", url=receiver.url, max_connections=3)
    people = [Person.meet(world, 200 + number) for number in range(5)]
    for each in people * 2:
        each.say("a")
    await until(lambda: receiver.inside == 3)
    await asyncio.sleep(0.02)
    assert receiver.inside == 3
    assert len({update["message"]["chat"]["id"] for update in receiver.updates}) == 3
    receiver.gate.set()
    await settled(world)
    assert sorted(receiver.ids) == list(range(1, 11))


async def test_a_method_in_the_answer_is_executed(
    client: Client, receiver: Receiver, person: Person, world: World
) -> None:
    """It is executed as if called, except for methods that get or set the webhook."""
    receiver.reply = {"method": "sendMessage", "chat_id": 100, "text": "эхо"}
    await client.call("setWebhook", url=receiver.url)
    person.say("a")
    await settled(world)
    assert [message.content["text"] for message in person.chat.messages.values()] == ["/start", "a", "эхо"]
    for method in ("deleteWebhook", "setWebhook", "getMe"):
        receiver.reply = {"method": method}
        person.say("b")
        await settled(world)
    assert [call.method for call in world.journal.since(0)] == ["setWebhook", "sendMessage"]


async def test_a_deleted_webhook_leaves_the_rest_to_polls(client: Client, receiver: Receiver, person: Person) -> None:
    """What was not delivered is returned by getUpdates."""
    receiver.statuses = [500] * 1000
    await client.call("setWebhook", url=receiver.url)
    update_id = person.say("a")
    await until(lambda: receiver.updates)
    await client.call("deleteWebhook")
    assert await client.updates() == [update_id]


async def test_a_delivery_can_be_doubled(client: Client, receiver: Receiver, person: Person, world: World) -> None:
    """The duplicate fault delivers an update again although it was accepted."""
    world.faults.add(Fault(DUPLICATE, count=1))
    await client.call("setWebhook", url=receiver.url)
    update_id = person.say("a")
    await settled(world)
    assert receiver.ids == [update_id] * 2


async def test_a_broken_connection_is_a_failure(
    client: Client, receiver: Receiver, person: Person, world: World
) -> None:
    """If the webhook hangs up, it gets its update again."""
    receiver.statuses = [HANG_UP, 200]
    await client.call("setWebhook", url=receiver.url)
    update_id = person.say("a")
    await settled(world)
    assert receiver.ids == [update_id] * 2
    assert (await client.call("getWebhookInfo"))["last_error_message"] == "Webhook connection closed"


async def test_an_update_too_old_is_given_up(client: Client, receiver: Receiver, person: Person, world: World) -> None:
    """If the next attempt would come after its time, there is none."""
    world.settings.update_seconds = -1
    receiver.statuses = [500]
    await client.call("setWebhook", url=receiver.url)
    update_id = person.say("a")
    await settled(world)
    assert receiver.ids == [update_id]


async def test_the_webhook_names_what_it_wants(client: Client, receiver: Receiver, person: Person) -> None:
    """The method setWebhook accepts allowed_updates and getWebhookInfo returns them."""
    await client.call("setWebhook", url=receiver.url, allowed_updates=["callback_query"])
    assert (await client.call("getWebhookInfo"))["allowed_updates"] == ["callback_query"]
    assert person.say("a") == 0


@pytest.mark.parametrize("reply", ["no method", ["sendMessage"], {"text": "x"}, {"method": "fly"}])
async def test_an_answer_without_a_method_is_just_taken(
    client: Client, receiver: Receiver, person: Person, world: World, reply: object
) -> None:
    """Anything else in the webhook's answer is ignored."""
    receiver.reply = reply
    await client.call("setWebhook", url=receiver.url.replace("127.0.0.1", "localhost"))
    person.say("a")
    await settled(world)
    assert len(person.chat.messages) == 2


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"url": "ftp://127.0.0.1/"}, "invalid webhook URL specified"),
        ({"url": "http://[/"}, "invalid webhook URL specified"),
        (
            {"url": "https://example.com/"},
            "bad webhook: the sandbox delivers to loopback addresses only",
        ),
        ({"url": "http://127.0.0.1/", "secret_token": "x" * 257}, "secret token is too long"),
        (
            {"url": "http://127.0.0.1/", "secret_token": "а"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_a_bad_webhook_is_refused(client: Client, values: dict[str, object], reason: str) -> None:
    """No webhook is set."""
    assert await client.refusal("setWebhook", **values) == f"Bad Request: {reason}"
    assert (await client.call("getWebhookInfo"))["url"] == ""


async def test_an_empty_address_is_no_webhook(client: Client, world: World) -> None:
    """Calling setWebhook without an address deletes the webhook."""
    await client.call("setWebhook", url="http://127.0.0.1:9/", max_connections=7)
    info = await client.call("getWebhookInfo")
    assert (info["url"], info["max_connections"]) == ("http://127.0.0.1:9/", 7)
    await client.call("setWebhook", url="")
    assert world.webhook is None
