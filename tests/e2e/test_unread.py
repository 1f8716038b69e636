"""What aiogram cannot read, over HTTP: the answer counts where the rest can be read, and else the person is told."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from sandbox.world.world import World
from tests.e2e.applications.test_uploads import photo
from tests.e2e.drivers.applying import TYPED, Applying
from tests.e2e.drivers.chatting import Chatting, acquaintance
from tests.e2e.drivers.driving import Driven, bot
from tests.e2e.drivers.working import files_of

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]

HIDDEN = {"type": "hidden_user", "date": 1}  # without the name, which the Bot API promises
FUTURE = {"type": "of-the-future"}


@pytest.fixture
async def driven(tmp_path: Path) -> AsyncIterator[Driven]:
    async with bot(tmp_path, World()) as running:
        yield running


@pytest.fixture
async def aigul(driven: Driven) -> Chatting:
    return await acquaintance(driven, "ru")


async def send(who: Chatting, **content: Any) -> None:  # noqa: ANN401  fields of any type
    await who.inject({"message": who.message(content)})


@pytest.mark.parametrize(
    "wrapped",
    [
        {"forward_origin": HIDDEN},
        {"forward_origin": FUTURE},
        {"external_reply": {"origin": FUTURE}},
        {"reply_to_message": {"message_id": "many"}},
        {"entities": [{"type": "bold"}]},
    ],
    ids=lambda each: str(next(iter(each))),
)
async def test_an_answer_counts_however_it_is_wrapped(driven: Driven, aigul: Chatting, wrapped: dict[str, Any]) -> None:
    """The next question comes, as after a name that was typed."""
    applying = Applying(aigul)
    await applying.begin()
    await applying.answer_all(until="full_name")
    asked = aigul.seen()[-1]
    await send(aigul, text=TYPED["full_name"], **wrapped)
    assert aigul.seen()[-1] != asked
    await applying.answer_all(after="full_name", until="document_kind")
    assert driven.rows("SELECT 1 FROM quarantine") == []
    assert driven.events.named("part-not-read") != []
    assert driven.events.faults == []


async def test_what_cannot_be_read_is_told_kept_as_theirs_and_erased(driven: Driven, aigul: Chatting) -> None:
    """The question waits for the answer; the archive has what was sent; one tap erases it."""
    applying = Applying(aigul)
    await applying.begin()
    await applying.answer_all(until="full_name")
    await send(aigul, text=["канарейка-8801"])
    assert aigul.seen()[-1].text == aigul.word("not-read")
    assert aigul.driven.rows("SELECT owner FROM quarantine") == [(f"person:{aigul.id}",)]
    asked = aigul.seen()[-1]
    await aigul.say(TYPED["full_name"])
    assert aigul.seen()[-1] != asked

    await aigul.say("/mydata")
    await aigul.tap("data-send-button")
    (archive,) = files_of(aigul).values()
    packed = zipfile.ZipFile(io.BytesIO(archive))
    (row,) = json.loads(packed.read("my-data.json"))["messages_set_aside_after_a_fault"]
    assert row["what_you_sent"]["message"]["text"] == ["канарейка-8801"]

    await aigul.say("/mydata")
    shown = await aigul.tap("data-erase-button")
    assert aigul.texts.plain("data-set-aside", count="1") in shown.text
    await aigul.tap("data-drop-button")
    assert aigul.texts.plain("data-set-aside", count="1") in (await aigul.tap("data-drop-yes-button")).text
    assert driven.rows("SELECT 1 FROM quarantine") == []
    assert driven.events.faults == []


async def test_a_photo_counts_however_it_is_wrapped(aigul: Chatting) -> None:
    """It is answered as a photo that was not forwarded is."""
    stored = aigul.person.send_photo(photo())
    content = aigul.driven.world.updates.pending[stored].body["message"]["photo"]
    plain = await aigul.after()
    await send(aigul, photo=content, forward_origin=HIDDEN)
    assert aigul.seen()[-1].text == plain.text
    assert aigul.driven.rows("SELECT 1 FROM quarantine") == []


@pytest.mark.parametrize("content", [{"poll": {"id": "1", "type": "ranked"}}, {"gift": {"gift": 5}}, {"story": 7}])
async def test_what_the_bot_has_no_use_for_is_answered_as_ever(aigul: Chatting, content: dict[str, Any]) -> None:
    """A poll, a gift or a story of a new kind: it says what it understands, as to any other."""
    await send(aigul, dice={"emoji": "🎲", "value": 6})
    known = aigul.seen()[-1]
    await send(aigul, **content)
    assert aigul.seen()[-1].text == known.text
    assert aigul.seen()[-1].id != known.id
    assert aigul.driven.rows("SELECT 1 FROM quarantine") == []
