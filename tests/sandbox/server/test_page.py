from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from yarl import URL

from sandbox.server.chat_page import PAGE
from sandbox.server.server import running
from sandbox.world.world import World
from tests.patience import PATIENCE_SECONDS, stretched
from tests.sandbox.client import PNG

if TYPE_CHECKING:
    from sandbox.people.person import Person
    from tests.sandbox.client import Client, Clock

AIGUL, TIMUR, OFFICER = 7_000_001, 7_000_002, 7_000_003
LANGUAGES = ("ru", "kk", "en")


async def ask(client: Client, path: str, status: int = 200) -> Any:  # noqa: ANN401  answers differ by path
    async with client.session.get(f"{client.sandbox.url}/chatapi/{path}") as response:
        assert response.status == status, await response.text()
        return await response.json()


async def act(client: Client, persona: object, status: int = 200, **what: object) -> Any:  # noqa: ANN401
    url = f"{client.sandbox.url}/chatapi/act"
    async with client.session.post(url, json={"persona": persona, **what}) as response:
        assert response.status == status, await response.text()
        return await response.json()


async def chat(client: Client, persona: int = AIGUL) -> dict[str, Any]:
    state = await ask(client, f"state?persona={persona}")
    found: dict[str, Any] = state["chats"][0]
    return found


async def send(client: Client, data: bytes, status: int = 200, **query: str) -> None:
    url = f"{client.sandbox.url}/chatapi/file"
    async with client.session.post(url, params={"persona": str(AIGUL), **query}, data=data) as response:
        assert response.status == status, await response.text()


async def fetch(client: Client, path: str, **headers: str) -> tuple[aiohttp.ClientResponse, bytes]:
    url = URL(f"{client.sandbox.url}{path}", encoded=True)
    async with client.session.get(url, headers=headers) as response:
        return response, await response.read()


async def test_only_its_own_files_may_be_loaded(client: Client) -> None:
    """The page and its files come with a policy that allows no other host and nothing inline."""
    for path in ("/", *(f"/page/{file.name}" for file in PAGE.iterdir())):
        response, _ = await fetch(client, path)
        assert response.status == 200
        policy = response.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'self';")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_is_inline_or_from_elsewhere() -> None:
    """The page has no inline script, style or handler, and no other host except in a link's example."""
    index = (PAGE / "index.html").read_text()
    assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", index)
    for file in PAGE.iterdir():
        hosts = set(re.findall(r"https?://([\w.]+)", file.read_text())) - {"www.w3.org", "t.me"}
        assert not hosts, file.name


def test_no_data_becomes_markup() -> None:
    """No module turns a text into elements."""
    for file in PAGE.glob("*.js"):
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", file.read_text()), (
            file.name
        )


def test_every_file_that_is_named_exists() -> None:
    """Imports, styles and icons."""
    icons = (PAGE / "icons.svg").read_text()
    for file in PAGE.iterdir():
        text = file.read_text()
        for name in re.findall(r'(?:"/page/|from "\./)([\w.-]+)"', text):
            assert (PAGE / name).is_file(), f"{file.name} names {name}"
        for name in re.findall(r'icon(?:Button)?\("(\w+)"', text):
            assert f'id="{name}"' in icons, f"{file.name} draws {name}"


def words(language: str) -> dict[str, str]:
    table = (PAGE / f"labels-{language}.js").read_text()
    return dict(re.findall(r'^  (\w+): "(.*)",$', table, re.MULTILINE))


def test_the_page_speaks_three_languages() -> None:
    """Each has the same texts with the same variables; every text used exists, and none is unused."""
    tables = {language: words(language) for language in LANGUAGES}
    code = "".join(file.read_text() for file in PAGE.glob("*.js") if not file.name.startswith("labels-"))
    wanted = {name for name in tables["ru"] if re.search(rf"""["']{name}["']""", code)}
    for table in tables.values():
        assert set(table) == wanted | {"applicant", "officer", "registrar", "head", "auto", "light", "dark"}
        for name, text in table.items():
            assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", tables["ru"][name])), name
    said = set(re.findall(r"""\bsay\("(\w+)\"""", code))
    assert said <= set(tables["ru"])
    assert len(said) > 40


@pytest.mark.parametrize(
    "path",
    [
        "/page/../server.py",
        "/page/..%2fserver.py",
        "/page/%2e%2e%2fserver.py",
        "/page/..%5cserver.py",
        "/page/%2fetc%2fpasswd",
        "/page/",
        "/page/nothing.js",
        "/page/index.html%00",
        "/chatapi/file/..%2f..%2fserver.py",
        "/chatapi/nothing",
    ],
)
async def test_nothing_outside_the_page_folder_is_served(client: Client, path: str) -> None:
    """Whatever the path, the answer is 404."""
    response, _ = await fetch(client, path)
    assert response.status == 404


async def test_three_people_are_there(client: Client) -> None:
    """Two applicants and an officer; a reset removes none of them."""
    for _ in range(2):
        found = (await ask(client, "personas"))["personas"]
        assert [(each["id"], each["role"]) for each in found] == [
            (AIGUL, "applicant"),
            (TIMUR, "applicant"),
            (OFFICER, "officer"),
        ]
        await client.control("POST", "reset")


async def test_a_person_is_added(client: Client) -> None:
    """They get a number, a chat and a language of their own."""
    url = f"{client.sandbox.url}/chatapi/persona"
    async with client.session.post(url, json={"name": " Дана Ким ", "language": "en"}) as response:
        made = await response.json()
    assert (made["first_name"], made["last_name"], made["language_code"]) == ("Дана", "Ким", "en")
    assert made["id"] not in {AIGUL, TIMUR, OFFICER}
    assert (await ask(client, "personas"))["personas"][-1]["id"] == made["id"]
    await act(client, made["id"], do="start")
    assert len((await chat(client, made["id"]))["messages"]) == 1
    assert not (await chat(client))["messages"]
    for wrong in ({"name": " "}, {"name": "x" * 65}, {"name": "x", "language": "de"}, {}):
        async with client.session.post(url, json=wrong) as response:
            assert response.status == 400


async def test_what_is_done_on_the_page_reaches_the_bot(client: Client) -> None:
    """The updates contain the person and the language of their Telegram."""
    await act(client, AIGUL, do="start", payload="case-7")
    await act(client, AIGUL, do="language", language="en")
    await act(client, AIGUL, do="text", text="<script>alert(1)</script>")
    await act(client, AIGUL, do="location", latitude=51.1, longitude=71.4)
    await act(client, AIGUL, do="contact", phone_number="+77007000001")
    got = [update["message"] for update in await client.call("getUpdates")]
    assert [each["from"]["language_code"] for each in got] == ["kk", "en", "en", "en"]
    assert [each.get("text") for each in got] == ["/start case-7", "<script>alert(1)</script>", None, None]
    assert got[-1]["contact"]["user_id"] == AIGUL


@pytest.mark.parametrize(
    ("persona", "what"),
    [
        (999, {"do": "start"}),
        (1_000_001, {"do": "start"}),
        ("x", {"do": "start"}),
        (AIGUL, {"do": "fly"}),
        (AIGUL, {"do": "language", "language": "de"}),
        (AIGUL, {"do": "tap", "message_id": 1, "data": "x"}),
        (AIGUL, {"do": "edit", "message_id": 1, "text": "x"}),
        (AIGUL, {"do": "text"}),
    ],
)
async def test_what_cannot_be_done_is_refused(client: Client, persona: object, what: dict[str, object]) -> None:
    """The answer is 400, and the bot gets no update."""
    await act(client, persona, 400, **what)
    assert not await client.updates()


async def test_commands_are_those_of_the_language(client: Client) -> None:
    """A language without its own list has the common one; a chat's own list comes first."""
    await client.call("setMyCommands", commands=[{"command": "a", "description": "common"}])
    kazakh = [{"command": "a", "description": "қазақша"}]
    await client.call("setMyCommands", commands=kazakh, language_code="kk")
    assert (await ask(client, f"state?persona={AIGUL}"))["commands"] == kazakh
    assert (await ask(client, f"state?persona={TIMUR}"))["commands"][0]["description"] == "common"
    own = {"scope": {"type": "chat", "chat_id": AIGUL}, "commands": [{"command": "b", "description": "own"}]}
    await client.call("setMyCommands", **own)
    assert (await ask(client, f"state?persona={AIGUL}"))["commands"][0]["command"] == "b"


async def test_a_button_is_busy_until_it_is_answered(client: Client, clock: Clock) -> None:
    """The tap waits under its own message; the answer's text is shown; a tap too old to be answered stops waiting."""
    await act(client, AIGUL, do="start")
    keyboard = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
    sent = await client.call("sendMessage", chat_id=AIGUL, text="?", reply_markup=keyboard)
    await act(client, AIGUL, do="tap", message_id=sent["message_id"], data="a")
    [busy] = (await chat(client))["busy"]
    assert (busy["message_id"], busy["data"]) == (sent["message_id"], "a")
    await client.call("answerCallbackQuery", callback_query_id=busy["id"], text="done", show_alert=True)
    shown = await chat(client)
    assert not shown["busy"]
    assert shown["notices"] == [{"callback_query_id": busy["id"], "text": "done", "show_alert": True}]
    await act(client, AIGUL, do="tap", message_id=sent["message_id"], data="a")
    assert (await chat(client))["busy"]
    clock.seconds += 151
    assert not (await chat(client))["busy"]


async def test_typing_ends_with_the_message(client: Client, clock: Clock) -> None:
    """Or after five seconds without one."""
    await act(client, AIGUL, do="start")
    await client.call("sendChatAction", chat_id=AIGUL, action="typing")
    assert (await chat(client))["typing"] == 5
    await client.call("sendMessage", chat_id=AIGUL, text="here")
    assert (await chat(client))["typing"] == 0
    await client.call("sendChatAction", chat_id=AIGUL, action="typing")
    clock.seconds += 5
    assert (await chat(client))["typing"] == 0


async def test_a_keyboard_tells_which_message_brought_it(client: Client) -> None:
    """A keyboard hidden after its use comes back with the next message that brings it."""
    await act(client, AIGUL, do="start")
    keys = {"keyboard": [["Да"]], "one_time_keyboard": True}
    first = await client.call("sendMessage", chat_id=AIGUL, text="1", reply_markup=keys)
    shown = await chat(client)
    assert (shown["keyboard"], shown["keyboard_from"]) == (keys, first["message_id"])
    second = await client.call("sendMessage", chat_id=AIGUL, text="2", reply_markup=keys)
    assert (await chat(client))["keyboard_from"] == second["message_id"]


async def test_groups_are_shown(client: Client) -> None:
    """Everybody sees them with their messages after the private chat."""
    await act(client, AIGUL, do="add_to_group", chat_id=-5, title="Соседи")
    await act(client, AIGUL, do="text", chat_id=-5, text="hello")
    state = await ask(client, f"state?persona={TIMUR}")
    assert [each["kind"] for each in state["chats"]] == ["private", "group"]
    assert [each["text"] for each in state["chats"][1]["messages"]] == ["hello"]


async def test_a_file_comes_back_as_it_was_sent(client: Client) -> None:
    """It comes back byte for byte, to be saved under its name and never opened as a page."""
    data = b"<html><script>alert(1)</script>\x00"
    await send(client, data, name="форма 5.html", kind="document", caption="вот")
    [message] = (await chat(client))["messages"]
    assert (message["document"]["file_name"], message["caption"]) == ("форма 5.html", "вот")
    response, body = await fetch(client, f"/chatapi/file/{message['document']['file_id']}")
    assert body == data
    assert response.content_type == "application/octet-stream"
    assert response.content_disposition is not None
    assert response.content_disposition.type == "attachment"
    assert response.content_disposition.filename == "форма 5.html"
    assert "sandbox" in response.headers["Content-Security-Policy"]


async def test_a_picture_is_shown(client: Client) -> None:
    """It is inline with its type, or saved on request; anything that is not a picture is a file."""
    await send(client, PNG, name="a.png", kind="photo")
    await send(client, b"<svg onload='alert(1)'/>", name="b.png", kind="photo")
    photo, other = (await chat(client))["messages"]
    [size] = photo["photo"]
    assert (size["width"], size["height"]) == (7, 5)
    for query, how in (("", "inline"), ("?save", "attachment")):
        response, _ = await fetch(client, f"/chatapi/file/{size['file_id']}{query}")
        assert response.content_type == "image/png"
        assert response.headers["Content-Disposition"].startswith(how)
    response, _ = await fetch(client, f"/chatapi/file/{other['document']['file_id']}")
    assert response.content_type == "application/octet-stream"
    await send(client, b"", 400, name="empty")


async def next_count(events: aiohttp.ClientResponse) -> int:
    async with asyncio.timeout(stretched(PATIENCE_SECONDS)):
        async for line in events.content:
            if line.startswith(b"data: "):
                return int(line.removeprefix(b"data: "))
    raise AssertionError("the stream has ended")


async def test_changes_are_told_at_once(client: Client, person: Person) -> None:
    """An event comes on connecting, and for anything that the bot, a test or another page does."""
    async with client.session.get(f"{client.sandbox.url}/chatapi/events") as events:
        assert events.content_type == "text/event-stream"
        count = await next_count(events)
        await client.call("sendMessage", chat_id=100, text="news")
        counts = [count, await next_count(events)]
        person.say("by a test")
        counts.append(await next_count(events))
        await act(client, AIGUL, do="language", language="ru")
        counts.append(await next_count(events))
        await client.control("POST", "reset")
        counts.append(await next_count(events))
    assert counts == sorted(set(counts))


async def test_a_listener_does_not_hold_up_the_end() -> None:
    """The stream ends with the server."""
    async with aiohttp.ClientSession() as session:
        async with running(World()) as sandbox:
            events = await session.get(f"{sandbox.url}/chatapi/events")
            await next_count(events)
        async with asyncio.timeout(stretched(PATIENCE_SECONDS)):
            assert await events.read() == b"\n"
    assert events.closed
