from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from sandbox.bot_api.bot_api import BotApi
from sandbox.http.request import Request
from sandbox.server.server import running, serve
from sandbox.world.world import World
from tests.patience import PATIENCE_SECONDS, stretched
from tests.sandbox.client import until

if TYPE_CHECKING:
    from sandbox.people.person import Person
    from tests.sandbox.client import Client


async def get(client: Client, path: str) -> tuple[int, Any]:
    async with client.session.get(f"{client.sandbox.url}{path}") as response:
        return response.status, await response.json()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.com", "", "::"])  # noqa: S104  refused
async def test_only_this_machine_is_listened_on(host: str) -> None:
    """An address that others could reach is refused."""
    with pytest.raises(ValueError, match="loopback only"):
        async with running(World(), host):
            pass


async def test_a_token_has_a_number() -> None:
    """The bot's user id comes from it."""
    with pytest.raises(ValueError, match="a token is"):
        World("secret")


@pytest.mark.parametrize(
    ("path", "code", "description"),
    [
        ("/bot1:x/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 401, "Unauthorized: invalid token specified"),
        ("/nowhere", 404, "Not Found"),
        ("/bot1000001:sandbox", 404, "Not Found"),
        ("/bot1000001:sandbox/", 404, "Not Found"),
        ("/favicon.ico", 404, "Not Found"),
        ("/bot1000001:sandbox/getMee", 404, "Not Found: method not found"),
    ],
)
async def test_a_wrong_path_is_refused(client: Client, path: str, code: int, description: str) -> None:
    """Unknown tokens, methods and paths each have their own answer."""
    refused = {"ok": False, "error_code": code, "description": description}
    assert await get(client, path) == (code, refused)


@pytest.mark.usefixtures("person")
async def test_every_way_to_ask(client: Client, world: World) -> None:
    """Parameters come in the address, in a form, in a multipart form or in JSON; names in upper or lower case."""
    url = f"{client.sandbox.url}/bot{world.token}/SENDMESSAGE"
    values = {"chat_id": "100", "text": "a&b «ә»"}
    multipart = aiohttp.FormData(values, default_to_multipart=True)
    for ask in (
        client.session.get(url, params=values),
        client.session.post(url, params=values),
        client.session.post(url, data=values),
        client.session.post(url, data=multipart),
        client.session.post(url, json=values),
        client.session.post(url, params={"chat_id": "100"}, json={"text": "a&b «ә»"}),
    ):
        async with ask as response:
            assert (await response.json())["result"]["text"] == values["text"]


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff"])
async def test_a_body_that_is_no_object_is_refused(client: Client, world: World, body: bytes) -> None:
    """The answer is 400, whatever the method."""
    url = f"{client.sandbox.url}/bot{world.token}/getMe"
    async with client.session.post(url, data=body, headers={"Content-Type": "application/json"}) as response:
        assert response.status == 400


async def test_a_waiting_poll_does_not_hold_up_the_end(person: Person) -> None:
    """The server closes at once and tells the poll to come again."""
    async with aiohttp.ClientSession() as session:
        async with running(person.world) as sandbox:
            url = f"{sandbox.url}/bot{sandbox.world.token}/getUpdates"
            poll = asyncio.create_task(session.post(url, json={"timeout": 30}))
            await until(lambda: sandbox.world.journal.last)
        async with await poll as response:
            assert response.status == 500
    person.say("nobody listens any more")


async def test_serving_says_where(capsys: pytest.CaptureFixture[str]) -> None:
    """The server prints its address and runs until cancelled."""
    task = asyncio.create_task(serve("127.0.0.1", 0, "5:secret"))
    shown = ""
    async with asyncio.timeout(stretched(PATIENCE_SECONDS)):
        while not shown:
            await asyncio.sleep(0.001)
            shown = capsys.readouterr().out
    address = shown.split()[-1]
    assert address.startswith("http://127.0.0.1:")
    async with aiohttp.ClientSession() as session, session.get(f"{address}getMe") as response:
        assert (await response.json())["result"]["id"] == 5
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_plain_message_is_cheap(person: Person) -> None:
    """Well under a millisecond of processor time, without HTTP: the best of five rounds."""
    api = BotApi(person.world)
    rounds = []
    for _ in range(5):
        started = time.process_time()
        for _ in range(200):
            await api.answer(Request("sendMessage", {"chat_id": "100", "text": "Привет, <b>мир</b>"}))
        rounds.append((time.process_time() - started) / 200)
    await api.close()
    assert min(rounds) < 0.0005


@pytest.mark.parametrize(("page", "status"), [(True, 200), (False, 404)])
async def test_chat_page_can_be_left_out(page: bool, status: int) -> None:  # noqa: FBT001
    """With only the Bot API there is no page at the root, but the API answers as usual."""
    async with running(World("5:secret"), page=page) as sandbox, aiohttp.ClientSession() as session:
        async with session.get(f"{sandbox.url}/") as answer:
            assert answer.status == status
        async with session.get(f"{sandbox.url}/bot5:secret/getMe") as answer:
            assert answer.status == 200
