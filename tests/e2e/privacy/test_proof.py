"""`/proof` through the real bot over HTTP: applicants get the history of their own case and can check it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.cli.staff import receive
from bot.data_folder import files_of
from sandbox.people.person import Person
from sandbox.world.world import World
from storage.db.keys import read_master_key
from storage.history.audit import audit
from tests.e2e.drivers.applying import OFFICER, Applying, connect
from tests.e2e.drivers.bureau import Clock
from tests.e2e.drivers.chatting import Chatting, acquaintance
from tests.e2e.drivers.driving import Driven, bot
from tests.e2e.drivers.invariants import unharmed, ways_on
from tests.factories.folders import settings_of
from tests.services.test_proof import script

pytestmark = pytest.mark.untraced

__all__ = ["script"]
NUMBER = "2-3/2026-1"


@pytest.fixture(autouse=True)
def _in_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number is of that year, whenever the tests run."""
    monkeypatch.setattr("bot.clock.now", Clock())


@pytest.fixture
async def connected(tmp_path: Path) -> AsyncIterator[Driven]:
    """A bot whose Kokshetau office has an officer."""
    await connect(settings_of(tmp_path / "data"))
    world = World()
    Person.meet(world, OFFICER).chat  # noqa: B018  # the first look opens it
    async with bot(tmp_path / "data", world) as driven:
        yield driven
        unharmed(driven, set())


async def applicant(driven: Driven) -> Applying:
    applying = Applying(await acquaintance(driven))
    await applying.whole()
    return applying


def file_of(chat: Chatting) -> tuple[str, bytes]:
    """Returns the name and content of the newest file in the chat."""
    files = [each.content["document"] for each in chat.seen() if "document" in each.content]
    return files[-1]["file_name"], chat.driven.world.files.by_id[files[-1]["file_id"]].upload.data


def proof_of(chat: Chatting) -> dict[str, Any]:
    name, content = file_of(chat)
    assert name.endswith(".json")
    value: dict[str, Any] = json.loads(content)
    return value


async def test_the_proof_of_the_only_case(connected: Driven, script: Path) -> None:
    """The command brings the file at once; the script from the page finds it intact and detects any change."""
    applying = await applicant(connected)
    await applying.come()
    seen = await applying.say("/proof")
    assert NUMBER in seen.text
    assert file_of(applying.chat)[0] == "istoriya-2-3-2026-1.json"
    value = proof_of(applying.chat)
    assert [(each["kind"], each["by"]) for each in value["entries"]] == [("filed", "you"), ("coming", "you")]
    path = script.with_name("proof.json")
    for expected, change in ((0, {}), (1, {"at": "2026-01-01T00:00:00Z"})):
        value["entries"][0] |= change
        path.write_text(json.dumps(value), encoding="utf-8")
        done = subprocess.run([sys.executable, "-I", script, path], capture_output=True, check=False)  # noqa: S603, ASYNC221  # ours
        assert done.returncode == expected
    ways_on([seen])
    page = await applying.tap("case-back-button")
    assert NUMBER in page.text


async def test_from_the_history_page(connected: Driven, tmp_path: Path) -> None:
    """A button under the history brings it; the office's entries name no account; the older file fits the newer."""
    applying = await applicant(connected)
    await applying.say("/proof")
    older = proof_of(applying.chat)
    await connected.stop()
    await receive(settings_of(tmp_path / "data"), NUMBER, [])
    await connected.start()
    await applying.chat.after()
    await applying.tap("case-back-button")
    await applying.tap("case-history-button")
    await applying.tap("proof-button")
    newer = proof_of(applying.chat)
    assert newer["entries"][: len(older["entries"])] == older["entries"]
    assert [each["by"] for each in newer["entries"]] == ["you", "office", "office"]
    assert str(OFFICER) not in json.dumps(newer)


async def test_which_of_several_cases(connected: Driven) -> None:
    """With none the bot says so, ignoring drafts; with two it asks, and an old button shows the current choice."""
    applying = await applicant(connected)
    other = await acquaintance(connected)
    assert (await other.say("/proof")).text == other.texts("proof-none").replace("<b>", "").replace("</b>", "")
    await applying.say("/start")
    await applying.tap("home-apply-button")
    await applying.tap("subject-missionary")
    await applying.tap("apply-begin-button")
    await applying.answer_all()
    await applying.tick_all()
    assert proof_of_one(await applying.say("/proof"))
    await applying.say("/my")
    await applying.tap(applying.chat.texts.plain("mine-draft", subject=applying.chat.word("subject-missionary")))
    await applying.file()
    asked = await applying.say("/proof")
    labels = [applying.chat.texts.plain("proof-of", number=f"2-3/2026-{number}") for number in (1, 2)]
    assert sorted(asked.labels[:2]) == labels
    await applying.tap(labels[0])
    assert proof_of(applying.chat)["number"] == NUMBER
    forged = asked.data(labels[0])
    assert "proof" not in (await other.press(forged)).content.get("document", {}).get("file_name", "")
    assert other.toasts()[-1] == other.word("stale")


def proof_of_one(seen: Any) -> bool:  # noqa: ANN401
    return "document" in seen.content


async def test_the_history_of_a_running_and_a_killed_bot_is_whole(connected: Driven, tmp_path: Path) -> None:
    """It is intact while the bot runs, after a kill, and after the next start."""
    data = tmp_path / "data"
    files = files_of(data)
    master = read_master_key(data / "master.key", None)
    applying = await applicant(connected)
    before = audit(files, master).entries
    await applying.come()
    assert (audit(files, master).entries, audit(files, master).bad) == (before + 1, None)
    await connected.kill()
    assert (audit(files, master).entries, audit(files, master).bad) == (before + 1, None)
    await connected.start()
    await applying.tap("coming-not-button")
    assert (audit(files, master).entries, audit(files, master).bad) == (before + 2, None)
    assert connected.events.named("history-cut") == []
