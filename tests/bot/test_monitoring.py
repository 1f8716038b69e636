from __future__ import annotations

import ast
import asyncio
import json
import logging
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.monitoring import LEVELS, JsonLines, Watchdog, log_event
from tests.deploy.test_docs import said
from tests.e2e.drivers.driving import eventually
from tests.patience import PATIENCE_SECONDS, stretched
from tests.sandbox.client import Clock

PATIENCE = 20.0
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("event", "level"),
    [("quarantined", "error"), ("job-failed", "error"), ("update-failed", "error"), ("poll-failed", "warning"),
     ("started", "info"), ("erased", "info"), ("retention-done", "debug")],
)  # fmt: skip
def test_levels_are_by_severity(event: str, level: str, caplog: pytest.LogCaptureFixture) -> None:
    """What somebody has to look at is an error, what passes by itself a warning; the ordinary work is neither."""
    caplog.set_level(logging.DEBUG, "tirkeu")
    log_event(event)
    (record,) = caplog.records
    assert json.loads(JsonLines().format(record))["level"] == level


def test_every_event_with_a_level_is_logged() -> None:
    """No level is left of an event that is called otherwise now; what failed is never ordinary."""
    assert set(LEVELS) - said() == set()
    assert {each for each in said() if each.endswith(("-failed", "-fault"))} - set(LEVELS) == set()


def test_no_event_overwrites_what_every_line_has() -> None:
    """Its time, level and name come from the log alone."""
    calls = [
        (path.name, keyword.arg)
        for path in (ROOT / "bot").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "log_event"
        for keyword in node.keywords
    ]
    assert len(calls) > 50
    assert [each for each in calls if each[1] in {"at", "level", "event"}] == []


async def test_a_loop_that_stands_still_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Code that blocks the loop is noticed from outside; a running loop is left alone."""
    clock, looks, ended = Clock(), threading.Semaphore(0), threading.Event()

    def look() -> float:
        if threading.current_thread().name == "watchdog":
            looks.release()
        return clock()

    monkeypatch.setattr("bot.monitoring.time", SimpleNamespace(monotonic=look))
    monkeypatch.setattr("bot.monitoring.BEAT_SECONDS", 0.001)
    watchdog = Watchdog(PATIENCE, ended.set)
    beating = asyncio.create_task(watchdog.beat())
    for _ in range(10):
        clock.seconds += PATIENCE / 2
        await eventually("a beat", lambda: watchdog._last_beat == clock.seconds)  # noqa: SLF001  # no other sees it
        await eventually("a look", lambda: looks.acquire(blocking=False))
    assert not ended.is_set()
    clock.seconds += PATIENCE + 1
    assert ended.wait(stretched(PATIENCE_SECONDS))  # blocks the loop, as a handler must never do
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
