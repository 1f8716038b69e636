"""The benchmark of floods runs to its end against the real process; no test judges its figures."""

from __future__ import annotations

import asyncio

import pytest

from benchmarks.flood.kinds import FLOODS
from benchmarks.flood.latency import waits_of
from benchmarks.flood.measuring import Scale, run

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]

HASTE = {"SEND_RATE": "100000", "CHAT_SEND_RATE": "100000", "CHAT_SEND_BURST": "1000"}
GLANCE = {"share": 0.004, "questions": 4, "pace": 20.0, "others": 2, "settings": HASTE, "apart": False}


def test_every_flood_is_measured() -> None:
    """Each kind of flood passes what protects against it and gives a figure; so does the restart."""
    figures = run(Scale(**GLANCE, rows=0))  # type: ignore[arg-type]  # fields of several types
    assert [figure.name.split(": ")[1] for figure in figures[:-1]] == [each.name for each in FLOODS]
    assert all(figure.value > 0 for figure in figures)
    assert "MB" in figures[-1].note


def test_an_outbox_that_waits_is_measured() -> None:
    """The bot starts with the rows prepared for it, and the figure's note has its memory."""
    (figure,) = run(Scale(floods=(), rows=120, **{**GLANCE, "settings": {}}))  # type: ignore[arg-type]  # the same
    assert figure.value > 0
    assert "120 rows of the outbox, 0 updates waiting" in figure.note


async def test_an_answer_that_never_comes_counts_with_how_long_it_was_waited_for() -> None:
    """Otherwise a bot that answers nobody would look fast."""
    loop = asyncio.get_running_loop()
    answered, never = loop.create_future(), loop.create_future()
    answered.set_result(10.5)
    waits = waits_of([(10.0, answered), (11.0, never)], 71.0)
    assert waits.times == (500.0, 60_000.0)
    assert waits.unanswered == 1
