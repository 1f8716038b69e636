"""Scenes of a complaint: its author, the head who accepts, extends and answers it; and a missed deadline."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from bot.resources import load_texts
from tools.screens.office_scenes import HEAD, enter
from tools.screens.scenes import DISTRICT, REGION, Actor
from tools.screens.words import EDITION

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.e2e.drivers.browsing import Tab

APPLICANT = "Тимур"
LINES = {
    "ru": {
        "name": "Ахметов Тимур Рустемович",
        "address": "г. Кокшетау, ул. Абая, 33, кв. 8",
        "first": "Вчера пришёл в 14:30, как на двери написано, а приёма не было до 15:20.",
        "more": "Прошу объяснить, почему, и соблюдать часы приёма.",
        "reason": "Запросили объяснение у сотрудника, который вёл приём.",
        "answer": "Приносим извинения: сотрудник был на совещании. Теперь в часы приёма его заменяют.",
        "again": "Кто заменяет, не сказано, и на двери не написано.",
    },
    "kk": {
        "name": "Ахметов Тимур Рустемович",
        "address": "Көкшетау қ., Абай көшесі, 33-үй, 8-пәтер",
        "first": "Кеше есікте жазылғандай сағат 14:30-да келдім, ал қабылдау 15:20-ға дейін болған жоқ.",
        "more": "Себебін түсіндіріп, қабылдау уақытын сақтауыңызды сұраймын.",
        "reason": "Қабылдау жүргізген қызметкерден түсініктеме сұралды.",
        "answer": "Кешірім сұраймыз: қызметкер жиналыста болды. Енді қабылдау уақытында оның орнын басатын адам бар.",
        "again": "Орнын кім басатыны айтылмаған, есікте де жазылмаған.",
    },
}
NUMBER = "4/2026"  # the demo office has three earlier ones


async def complaint(tab: Tab, language: str) -> AsyncIterator[str]:
    """Plays a complaint from its first word to its rating; the phone shows each scene whose name is yielded."""
    author = await enter(tab, APPLICANT, language)
    for play in (_by_post, _written):
        async for name in play(author):
            yield name
    head = await enter(tab, HEAD, language)
    async for name in _accepted(head):
        yield name
    await tab.show(APPLICANT)
    yield "slip"
    await tab.show(HEAD)
    async for name in _answered(head):
        yield name
    await tab.show(APPLICANT)
    async for name in _read(author):
        yield name
    await tab.show(HEAD)
    async for name in _again(head):
        yield name
    await tab.show(APPLICANT)
    await _open(author)
    await author.tap("5 ⭐")
    yield "rated"


async def silence(tab: Tab, language: str) -> AsyncIterator[str]:
    """Plays the morning after a missed deadline."""
    author = Actor(await tab.show(APPLICANT), language, load_texts(language, EDITION))
    yield "silent"
    await author.tap("cmp-letter-button")
    yield "silent-letter"


async def _by_post(author: Actor) -> AsyncIterator[str]:
    """About the result, from a case; the akimat does not use the bot."""
    await author.say("/complain")
    yield "mine"
    await author.tap("cmp-how-button")
    yield "how"
    await author.say("/my")
    await author.tap_first(1)  # skips the draft to open the filed application
    await author.tap("cmp-new-button")
    yield "kind"
    await author.tap("cmp-kind-result-button")
    yield "body"
    await author.tap_first()
    yield "by-post"
    await author.say(LINES[author.language]["more"])
    await author.attach("dver.jpg", door(), 0, "cmp-kept")
    await author.tap("cmp-open-button")
    yield "by-post-review"
    await author.tap("cmp-letter-button")
    yield "letter"


async def _written(author: Actor) -> AsyncIterator[str]:
    """About the service, without a case; the office itself takes it in the bot."""
    lines = LINES[author.language]
    await author.say("/complain")
    await author.tap("cmp-new-button")
    yield "start"
    await author.tap("cmp-kind-service-button")
    await author.tap(REGION[author.language])
    yield "office"
    await author.tap(DISTRICT[author.language])
    yield "bodies"
    await author.tap_first()
    yield "name"
    await author.say(lines["name"])
    await author.say(lines["address"])
    yield "text"
    await author.say(lines["first"])
    await author.attach("dver.jpg", door(), 0, "cmp-kept")
    yield "photo"
    await author.say(lines["more"])
    yield "more"
    await author.tap("cmp-done-button")
    yield "review"
    await author.tap("cmp-file-button")
    yield "filed"


async def _accepted(head: Actor) -> AsyncIterator[str]:
    await head.say("/complaints")
    yield "queue"
    await head.say(f"/complaint {NUMBER}")
    yield "card"
    await head.tap("hnd-files-button")
    yield "files"
    await head.say(f"/accept {NUMBER}")
    yield "accept"
    await head.tap("hnd-accepted-button")


async def _answered(head: Actor) -> AsyncIterator[str]:
    lines = LINES[head.language]
    await head.say(f"/extend {NUMBER}")
    await head.say(lines["reason"])
    yield "extend"
    await head.tap("hnd-extended-button")
    await head.say(f"/answer {NUMBER}")
    await head.say(lines["answer"])
    yield "answer"
    await head.tap("hnd-answered-button")
    yield "done"


async def _read(author: Actor) -> AsyncIterator[str]:
    """The answer, and what can be done about it: ask the same body again, or appeal."""
    yield "told"
    await _open(author)
    yield "answered"
    await author.tap("cmp-further-button")
    yield "further"
    await _open(author, 1)  # the new draft is listed first
    await author.tap("cmp-reopen-button")
    yield "reopen"
    await author.say(LINES[author.language]["again"])
    yield "reopened"


async def _again(head: Actor) -> AsyncIterator[str]:
    """The second answer, this time a file."""
    yield "again"
    await head.say(f"/answer {NUMBER}")
    await head.attach("otvet.jpg", door(), 1, "hnd-kept")
    await head.say(f"/answer {NUMBER}")
    yield "answer-file"
    await head.tap("hnd-answered-button")


async def _open(author: Actor, place: int = 0) -> None:
    await author.say("/complain")
    await author.tap_first(place)


def door() -> bytes:
    """Draws a photo of a notice on a door."""
    picture = Image.new("RGB", (640, 420), "#7a5a3c")
    notice = ImageDraw.Draw(picture)
    notice.rectangle((150, 70, 490, 330), fill="#f6f1e4")
    for at in range(5):
        notice.rectangle((185, 110 + 40 * at, 455 - 35 * (at % 3), 122 + 40 * at), fill="#4a4a4a")
    file = io.BytesIO()
    picture.save(file, "JPEG")
    return file.getvalue()
