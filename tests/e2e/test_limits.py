"""Somebody who never stops tapping is told once, politely, while everybody else is served as usual."""

from __future__ import annotations

from pathlib import Path

import pytest

from sandbox.world.world import World
from tests.e2e.drivers.chatting import Chatting, acquaintance
from tests.e2e.drivers.driving import bot

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]
FLOOD, FORM, MOST = 60, "form:get:7:2011-20", 3


def forms(who: Chatting) -> int:
    """Counts the forms received, each of which comes with its PDF."""
    return sum(each.content.get("document", {}).get("file_name", "").endswith(".docx") for each in who.seen())


def title(who: Chatting, text_id: str) -> str:
    return who.texts.plain(text_id, most=MOST, again="").splitlines()[0]


@pytest.mark.parametrize("language", ["ru", "kk"])
async def test_a_flood_of_one_button(tmp_path: Path, language: str) -> None:
    """So many forms come, then one message, even after a restart; a neighbour gets theirs; free actions still work."""
    async with bot(tmp_path, World(), max_documents_an_hour=MOST) as driven:
        flooder, neighbour = [await acquaintance(driven, language) for _ in range(2)]
        screen, other = flooder.seen()[-1].id, neighbour.seen()[-1].id
        for _ in range(2):
            for _ in range(FLOOD):
                flooder.person.press(screen, FORM)
            neighbour.person.press(other, FORM)
            await driven.settle()
            await driven.answered()
            await driven.restart()
        assert (forms(flooder), forms(neighbour)) == (MOST, 2)
        told = [each for each in flooder.seen() if each.text.startswith(title(flooder, "limit-document"))]
        assert len(told) == 1
        assert str(MOST) in told[0].text
        assert len(flooder.toasts()) >= 2 * FLOOD - MOST
        assert (await flooder.say("/help")).text == flooder.texts.plain("help")
        assert driven.rows("SELECT count(*) FROM dead_letters") == [(0,)]
        assert driven.events.faults == []
        assert len(driven.events.named("limit-reached")) == 1


async def test_a_flood_of_everything(tmp_path: Path) -> None:
    """Updates within the minute's limit are answered in order; beyond it, one message says when it ends."""
    async with bot(tmp_path, World(), max_taps_a_minute=20) as driven:
        who, neighbour = [await acquaintance(driven) for _ in range(2)]
        for at in range(FLOOD):
            who.person.say("/help" if at % 2 else "/about")
        await driven.settle()
        assert (await neighbour.say("/help")).text == neighbour.texts.plain("help")
        texts = [each.text for each in who.seen()]
        told = [each for each in texts if each.startswith(title(who, "limit-tap"))]
        assert len(told) == 1
        assert texts.index(told[0]) == len(texts) - 1, "it stands last: what came before it was answered before"
        assert sum(each == who.texts.plain("help") for each in texts) in range(7, 11)
