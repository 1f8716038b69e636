"""The program is started with another `EDITION`, as an operator does it, and with the former one again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.resources import library_of
from sandbox.server.server import running
from sandbox.world.world import World
from tests.e2e.drivers.applying import Applying, connect
from tests.e2e.drivers.chatting import acquaintance
from tests.e2e.drivers.process import bot_process
from tests.factories.editions import MARK, NEWER
from tests.factories.folders import settings_of
from tests.factories.units import EDITION

pytestmark = pytest.mark.untraced


async def test_drafts_go_on_over_each_restart(tmp_path: Path, newer: dict[str, Any]) -> None:
    """Each is asked on, and filed, under the edition it was begun under."""
    world, folder = World(), str(newer["editions_dir"])
    words = library_of(NEWER, newer["editions_dir"]).texts("ru")
    async with running(world) as sandbox, bot_process(world, sandbox.url, tmp_path, EDITIONS_DIR=folder) as process:
        old = Applying(await acquaintance(process))
        await old.begin()
        await old.answer_all(until="confession")
        assert await process.end() == 0
        await connect(settings_of(process.folder))
        await process.start(EDITION=NEWER)
        await old.say(old.typed["confession"])
        await old.tap("offer-stay-button")
        await old.answer_all(after="confession")
        new = Applying(replace(await acquaintance(process), texts=words))
        await new.tap("home-apply-button")
        await new.tap("subject-missionary")
        asked = await new.tap("apply-agree-button")
        assert MARK in asked.text
        assert MARK in world.profile["description", ""]  # as the chat with the bot begins
        assert await process.end() == 0
        await process.start(EDITION=EDITION)
        await old.tick_all()
        assert "2-3/2026-1" in (await old.file()).text
        await new.tap("choice-intent-registration-by-self")
        assert MARK in (await new.tap("offer-stay-button")).text
        assert process.rows("SELECT edition, state FROM cases ORDER BY edition") == [
            (EDITION, "registered"),
            (NEWER, "draft"),
        ]
        assert [each.text for each in old.chat.seen() if MARK in each.text] == []
        assert process.said("update-failed", "batch-failed", "job-failed") == []
