from __future__ import annotations

import base64
import html
import json
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from signal import SIGKILL
from urllib.parse import quote, quote_plus

import pytest

from bot.data_folder import DATABASE
from domain.people import NOTICE_VERSION
from sandbox.people.person import Person
from sandbox.server.server import running
from sandbox.world.faults import FORBIDDEN, SERVER_ERROR, TOO_MANY, Fault
from sandbox.world.world import World
from tests.e2e.drivers.chatting import last, shown
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.process import BotProcess, bot_process

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]

SECRET = "AAFcanary-Token_Secret7391"  # noqa: S105  a canary, no password
CANARIES = {
    "token": f"1000001:{SECRET}",
    "token's secret": SECRET,
    "first name": "Жаркынай-имя-4471",
    "last name": "Канарейкина-фамилия-4472",
    "user name": "canary_user_4473",
    "text": "вера-текст-4474 & <b>",
    "waiting text": "неотправленное-4475 & <i>",
    "blocked text": "заблокированное-4476",
    "dead text": "мёртвое-письмо-4477",
    "edited text": "исправленное-4478",
    "malformed text": "без-даты-4479",
    "failing text": "падение-4480",
    "command": "/start_kanarejka4481",
    "payload": "payload-канарейка-4482",
    "callback data": "off:канарейка-4483",
    "callback data of our form": "off:card:kanar4484:2011-20",
    "phone": "+77014485448",
    "contact's name": "Контакт-канарейка-4486",
    "latitude": "53.2844871",
    "longitude": "69.3944882",
    "file name": "паспорт-канарейка-4489.pdf",
    "file content": "содержимое-канарейка-4490",
    "caption": "подпись-канарейка-4491",
    "group title": "Джамагат-канарейка-4492",
    "group text": "группа-канарейка-4493",
    "refusal": "canary of a refusal 4494",
}


def forms(value: str) -> Iterator[bytes]:
    """Yields the forms in which a text may hide in a file that is thought to be free of it."""
    raw = value.encode()
    yield from (raw, value.encode("utf-16-le"), value.encode("utf-16-be"), raw.hex().encode())
    for escaped in (json.dumps(value)[1:-1], html.escape(value), quote(value), quote_plus(value), ascii(value)[1:-1]):
        yield escaped.encode()
    for shift in range(3):  # base64 of a longer text that contains it
        whole = base64.b64encode(bytes(shift) + raw)
        inner = whole[-(-shift * 4 // 3) : len(whole) - 4]
        yield from (inner, inner.translate(bytes.maketrans(b"+/", b"-_")))
    if value.replace(".", "").isdigit():
        yield from (struct.pack("<d", float(value)), struct.pack(">d", float(value)))


def found(folder: Path) -> list[str]:
    """Lists each canary found in clear text in a folder, with its file."""
    files = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert files
    return [
        f"{name} in {path.relative_to(folder)}"
        for name, value in CANARIES.items()
        for path, content in files.items()
        if any(form in content for form in forms(value))
    ]


def canary(world: World, number: int) -> Person:
    names = {"last_name": CANARIES["last name"], "username": CANARIES["user name"], "language_code": "ru"}
    return Person.meet(world, number, CANARIES["first name"], **names)


@pytest.mark.parametrize("name", CANARIES)
def test_search_finds_a_canary_in_every_form(tmp_path: Path, name: str) -> None:
    """The search itself works: it finds what is planted in a file."""
    for planted in forms(CANARIES[name]):
        (tmp_path / "file").write_bytes(b"\x00before" + planted + b"after\xff")
        assert f"{name} in file" in found(tmp_path)


async def use(process: BotProcess, somebody: Person) -> None:
    """Says everything a person can say, in the order of the canaries."""
    somebody.start(CANARIES["payload"])
    await process.settle()
    somebody.tap(text="Русский")
    somebody.say(CANARIES["text"])
    somebody.say(CANARIES["command"])
    await process.settle()
    somebody.share_contact(CANARIES["phone"], first_name=CANARIES["contact's name"])
    somebody.share_location(float(CANARIES["latitude"]), float(CANARIES["longitude"]))
    somebody.send_document(CANARIES["file content"].encode(), CANARIES["file name"], caption=CANARIES["caption"])
    somebody.send_photo(CANARIES["file content"].encode(), caption=CANARIES["caption"])
    for forged in ("callback data", "callback data of our form"):
        somebody.press(last(somebody).id, CANARIES[forged])
    mine = max(number for number, each in somebody.chat.messages.items() if "text" in each.content)
    somebody.chat.messages[mine].sender = somebody.user.to_json()
    somebody.edit(mine, CANARIES["edited text"])
    somebody.add_bot_to(-5, CANARIES["group title"])
    somebody.say(CANARIES["group text"], chat_id=-5)
    await process.settle()


async def suffer(process: BotProcess, people: list[Person]) -> None:
    """Causes what Telegram may refuse, and sends something that is not an update."""
    faults = process.world.faults
    waits, blocks, dies, slow = people
    faults.add(Fault(TOO_MANY, "sendMessage", slow.user.id, count=1, retry_after=0))
    faults.add(Fault(FORBIDDEN, "sendMessage", blocks.user.id, description=CANARIES["refusal"]))
    faults.add(Fault(SERVER_ERROR, "sendMessage", dies.user.id, status=400, description=CANARIES["refusal"], count=1))
    faults.add(Fault(SERVER_ERROR, "sendMessage", waits.user.id, status=500, description=CANARIES["refusal"]))
    slow.say(CANARIES["text"])
    blocks.say(CANARIES["blocked text"])
    dies.say(CANARIES["dead text"])
    waits.say(CANARIES["waiting text"])
    process.world.inject({"message": {"text": CANARIES["malformed text"], "from": slow.user.to_json()}})
    await process.settle(held=1)
    await eventually("a suspended chat", lambda: bool(process.rows("SELECT * FROM suspended_chats")))
    await eventually("a dead letter", lambda: bool(process.rows("SELECT * FROM dead_letters")))


def alter(process: BotProcess, statement: str) -> None:
    """Changes the database of a bot that is not running."""
    with closing(sqlite3.connect(process.folder / DATABASE)) as connection:
        connection.execute(statement)


async def test_nothing_of_a_person_stands_in_the_clear(tmp_path: Path) -> None:
    """No log, output or file in or beside the data folder contains it, whatever goes wrong."""
    world = World(CANARIES["token"])
    async with running(world) as sandbox, bot_process(world, sandbox.url, tmp_path, LOG_LEVEL="DEBUG") as process:
        aigul, *others = (canary(world, 6_000_001 + each) for each in range(5))
        await use(process, aigul)
        quoted = [each.text for each in shown(aigul)]
        assert any(CANARIES["text"] in text for text in quoted), "the canary has flown through the bot"

        await suffer(process, others)
        waiting = {row[0] for row in process.rows("SELECT chat_id FROM outbox WHERE chat_id > 0")}
        assert waiting == {others[0].user.id, others[1].user.id}
        assert found(tmp_path) == []

        assert await process.end(SIGKILL) == -SIGKILL
        assert found(tmp_path) == []

        await process.start()
        alter(process, "CREATE TRIGGER broken BEFORE INSERT ON consents BEGIN SELECT RAISE(ABORT, 'broken'); END")
        aigul.say(CANARIES["failing text"])
        aigul.press(1, f"base:agree:{NOTICE_VERSION}:")
        await eventually("a failure", lambda: bool(process.said("quarantined")))
        world.faults.rules.clear()
        for each in others:
            each.say("/help")
        await process.settle()
        assert CANARIES["waiting text"] in " ".join(each.text for each in shown(others[0])), "nothing was lost"
        assert await process.end() == 0
        assert process.said("update-failed")
        reasons = [str(row[0]).partition(" ")[0] for row in process.rows("SELECT reason FROM quarantine")]
        assert sorted(reasons) == ["StatementError", "ValidationError"]
        assert found(tmp_path) == []

        alter(process, "DROP TRIGGER broken")
        listed = await process.command("quarantine", "list")
        assert await listed.wait() == 0
        replayed = await process.command("quarantine", "replay")
        assert await replayed.wait() == 1, "what cannot be read fails again"
        assert "готово" in process.stdout.read_text()
        assert found(tmp_path) == []


async def test_wrong_token_is_refused_without_being_told(tmp_path: Path) -> None:
    """The error message names the variable, not its value."""
    async with running(World()) as sandbox:
        process = BotProcess(World(CANARIES["token"]), sandbox.url, tmp_path / "data", tmp_path / "private")
        process.private.mkdir()
        refused = await process.command("run", LOG_LEVEL="DEBUG")
        assert await refused.wait() == 2
        assert "BOT_TOKEN" in process.stderr.read_text()
        assert found(tmp_path) == []
