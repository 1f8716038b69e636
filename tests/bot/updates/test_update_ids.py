"""An update whose id is no id: it ends no polling, its person is told once, and all others take effect."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest

from bot.clock import now
from bot.jobs.maintenance import forget_seen
from bot.resources import load_texts
from bot.updates import polling
from bot.updates.polling import poll
from bot.updates.reading import MOST_DEPTH, with_id
from storage.messaging.inbox import SEEN_KEPT_SECONDS, Inbox
from tests.bot.updates.spine import spine, tally
from tests.bot.updates.test_unread import aside, sent
from tests.factories.updates import text_update

NOT_READ = load_texts("ru")("not-read")
MISSING = object()
WRONG_IDS = {
    "missing": MISSING,
    "null": None,
    "text": "x",
    "text of digits": "17",
    "beyond 64 bits": 1 << 70,
    "beyond what Telegram gives": 1 << 60,
    "below 0": -1,
    "a fraction": 17.5,
    "true": True,
    "an object": {"update_id": 17},
}


class Source:
    """A server that keeps updates by their true ids until a later offset confirms them, whatever they say of their id.

    When all are confirmed, or nothing new has been asked for `patience` times, it stops the polling.
    """

    def __init__(self, stop: asyncio.Event, updates: dict[int, object], patience: int = 3) -> None:
        self.waiting = dict(updates)
        self.offsets: list[int] = []
        self._stop = stop
        self._patience = patience

    async def call(self, method: str, parameters: dict[str, Any], seconds: float = 0) -> Any:  # noqa: ANN401, ARG002
        assert method == "getUpdates"
        self.offsets.append(parameters["offset"])
        self.waiting = {number: each for number, each in self.waiting.items() if number >= parameters["offset"]}
        if not self.waiting or self.offsets[-self._patience :] == [parameters["offset"]] * self._patience:
            self._stop.set()
        return list(self.waiting.values())[: parameters["limit"]]


async def polled(processor: Any, updates: dict[int, object], patience: int = 3) -> Source:  # noqa: ANN401
    stop = asyncio.Event()
    source = Source(stop, updates, patience)
    await poll(source, processor, stop, seconds=0, update_types=())  # type: ignore[arg-type]
    return source


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is waited for between two calls."""
    monkeypatch.setattr(polling, "retry_delay", lambda *_, **__: 0.0)


def wrong(update_id: object, user_id: int = 100) -> dict[str, Any]:
    update = text_update(2, user_id, "add 2") | {"update_id": update_id}
    if update_id is MISSING:
        del update["update_id"]
    return update


@pytest.mark.untraced
@pytest.mark.parametrize("careful", [True, False])
@pytest.mark.parametrize("what", WRONG_IDS)
async def test_among_others(tmp_path: Path, what: str, careful: bool) -> None:  # noqa: FBT001
    """It is set aside as its person's, who is told; those around it count, and all are confirmed."""
    async with spine(tmp_path, tally()) as processor:
        processor.careful = careful
        updates: dict[int, object] = {
            1: text_update(1, 100, "add 1"),
            2: wrong(WRONG_IDS[what]),
            3: text_update(3, 200, "add 3"),
        }
        source = await polled(processor, updates)
        assert source.waiting == {}
        telegram = await sent(processor)
        assert telegram.texts(100) == ["1", NOT_READ]
        assert telegram.texts(200) == ["3"]
        assert [owner for _, owner in await aside(processor)] == ["person:100"]
        assert await processor.database.read("SELECT * FROM tries") == []


@pytest.mark.untraced
@pytest.mark.parametrize("what", WRONG_IDS)
async def test_again_after_each_restart(tmp_path: Path, what: str) -> None:
    """Alone at the first call nothing confirms it, so it comes again and again: its person is told once."""
    update = wrong(WRONG_IDS[what])
    for _ in range(2):
        async with spine(tmp_path, tally()) as processor:
            source = await polled(processor, {70: update})
            assert source.waiting == {70: update}, "nothing that came meanwhile is confirmed unseen"
    async with spine(tmp_path, tally()) as processor:
        source = await polled(processor, {70: update, 71: text_update(71, 100, "add 71")})
        assert source.waiting == {}
        assert len(await aside(processor)) == 1
        words = await processor.database.read("SELECT word FROM tally")
    assert words == [("71",)]


async def test_alone_after_others(tmp_path: Path) -> None:
    """Once an id is known the offset moves by as many as there are; nothing that comes later is confirmed unseen."""
    async with spine(tmp_path, tally()) as processor:
        stop = asyncio.Event()
        source = Source(stop, {1: text_update(1, 100, "add 1")})
        later: list[dict[int, object]] = [{2: wrong(None), 3: wrong("x", 300)}, {4: text_update(4, 200, "add 4")}]
        call = source.call

        async def call_and_add(method: str, parameters: dict[str, Any], seconds: float = 0) -> Any:  # noqa: ANN401
            if parameters["offset"] > max(source.waiting, default=0) and later:
                source.waiting |= later.pop(0)
            return await call(method, parameters, seconds)

        source.call = call_and_add  # type: ignore[method-assign]
        await poll(source, processor, stop, seconds=0, update_types=())  # type: ignore[arg-type]
        assert source.waiting == {}
        assert source.offsets == [0, 2, 4, 5]
        telegram = await sent(processor)
        assert [telegram.texts(each) for each in (100, 200, 300)] == [["1", NOT_READ], ["4"], [NOT_READ]]


@pytest.mark.parametrize("update", [None, 5, "x", [], [[]], {}])
async def test_what_is_no_update_at_all(tmp_path: Path, update: object) -> None:
    """It is kept once for the operator, and stops nothing."""
    async with spine(tmp_path, tally()) as processor:
        source = await polled(processor, {1: update, 2: update, 3: text_update(3, 100, "add 3")})
        assert source.waiting == {}
        assert (await sent(processor)).texts(100) == ["3"]
        assert [owner for _, owner in await aside(processor)] == ["system"]


@pytest.mark.parametrize("answer", [None, True, 7, "x", {"update_id": 1}])
async def test_no_list_of_updates(tmp_path: Path, answer: object, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever answers there, the polling goes on."""
    caplog.set_level(logging.INFO)
    stop = asyncio.Event()

    class Other:
        async def call(self, *_: object) -> object:
            if len(caplog.records) > 1:
                stop.set()
            return answer

    async with spine(tmp_path) as processor:
        await poll(Other(), processor, stop, seconds=0, update_types=())  # type: ignore[arg-type]
    assert {each.getMessage() for each in caplog.records} == {"poll-failed"}


@pytest.mark.parametrize("depth", [MOST_DEPTH, 300, 600, 900])
@pytest.mark.parametrize("read", [True, False])
async def test_depth(tmp_path: Path, depth: int, read: bool) -> None:  # noqa: FBT001
    """An update as deep as JSON can be counts, or is set aside without what lies deepest."""
    deep: Any = []
    for _ in range(depth):
        deep = [deep]
    update = text_update(1, 100, "add 1")
    update["message"] |= {"of_the_future": deep} if read else {"text": deep}
    async with spine(tmp_path, tally()) as processor:
        source = await polled(processor, {1: update, 2: text_update(2, 100, "add 2")})
        assert source.waiting == {}
        assert (await sent(processor)).texts(100) == (["1", "2"] if read else [NOT_READ, "2"])
        assert await processor.database.read("SELECT * FROM tries") == []


def test_an_id_of_its_own() -> None:
    """The same for the same update, another for another, and never one of Telegram's."""
    assert with_id(text_update(5, 1, "x")) == text_update(5, 1, "x")
    first, same, other = with_id(wrong(None)), with_id(wrong(None)), with_id(wrong("x"))
    assert first == same
    assert first["update_id"] != other["update_id"]
    assert -(1 << 63) < first["update_id"] < 0


async def test_tries_of_what_was_taken_go(tmp_path: Path) -> None:
    """An update that the database kept from being tried alone, and that was taken with others later."""
    async with spine(tmp_path, tally()) as processor:
        async with processor.database.transaction() as transaction:
            for update_id in (1, 2):
                await Inbox(transaction, 7).count_try(update_id, int(now().timestamp()))
        processor.careful = False
        await processor.process([text_update(1, 100, "add 1")])
        await forget_seen(processor.database, 7)
        assert await processor.database.read("SELECT update_id FROM tries") == [(2,)]


async def test_tries_of_what_never_came_again_go(tmp_path: Path) -> None:
    """Telegram drops what nobody took within a day: the count of its tries goes with the marks of what was taken."""
    async with spine(tmp_path) as processor:
        later = int(now().timestamp())
        async with processor.database.transaction() as transaction:
            inbox = Inbox(transaction, 7)
            for update_id, ago in ((1, SEEN_KEPT_SECONDS + 1), (2, SEEN_KEPT_SECONDS)):
                await inbox.count_try(update_id, later - ago)
            await inbox.forget_seen(later)
        assert await processor.database.read("SELECT update_id FROM tries") == [(2,)]
