"""What is filmed of a complaint: an applicant writes it, the office's head accepts it, takes longer and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.office_scenes import HEAD, enter
from tools.scenes import DISTRICT, REGION

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.e2e.browsing import Tab
    from tools.scenes import Actor

APPLICANT = "Тимур"
LINES = {
    "ru": {
        "name": "Ахметов Тимур Рустемович",
        "address": "г. Кокшетау, ул. Абая, 33, кв. 8",
        "first": "Вчера пришёл в 14:30, как на двери написано, а приёма не было до 15:20.",
        "more": "Прошу объяснить, почему, и соблюдать часы приёма.",
        "reason": "Запросили объяснение у сотрудника, который вёл приём.",
        "answer": "Приносим извинения: сотрудник был на совещании. Теперь в часы приёма его заменяют.",
    },
    "kk": {
        "name": "Ахметов Тимур Рустемович",
        "address": "Көкшетау қ., Абай көшесі, 33-үй, 8-пәтер",
        "first": "Кеше есікте жазылғандай сағат 14:30-да келдім, ал қабылдау 15:20-ға дейін болған жоқ.",
        "more": "Себебін түсіндіріп, қабылдау уақытын сақтауыңызды сұраймын.",
        "reason": "Қабылдау жүргізген қызметкерден түсініктеме сұралды.",
        "answer": "Кешірім сұраймыз: қызметкер жиналыста болды. Енді қабылдау уақытында оның орнын басатын адам бар.",
    },
}
WAITING = 3  # complaints that the office of the demonstration has had before this one


async def complaint(tab: Tab, language: str) -> AsyncIterator[str]:
    """Play a complaint from its first word to its answer; after each name that comes, the phone shows that scene."""
    author = await enter(tab, APPLICANT, language)
    for play in (_by_post, _written):
        async for name in play(author):
            yield name
    head = await enter(tab, HEAD, language)
    async for name in _handled(head):
        yield name
    await tab.show(APPLICANT)
    yield "told"
    await author.say("/complain")
    await author.tap_first()
    yield "answered"
    await author.tap("cmp-reopen-button")
    yield "reopen"


async def _by_post(author: Actor) -> AsyncIterator[str]:
    """About the result, from a case: the akimat has nobody in the bot."""
    await author.say("/complain")
    yield "mine"
    await author.tap("cmp-how-button")
    yield "how"
    await author.say("/my")
    await author.tap_first(1)  # after the draft, the application that was filed
    await author.tap("cmp-new-button")
    yield "kind"
    await author.tap("cmp-kind-result-button")
    yield "body"
    await author.tap_first()
    yield "by-post"
    await author.say(LINES[author.language]["more"])
    await author.tap("cmp-done-button")
    await author.tap("cmp-letter-button")
    yield "letter"


async def _written(author: Actor) -> AsyncIterator[str]:
    """About the service, without a case: the office itself takes it in the bot."""
    said = LINES[author.language]
    await author.say("/complain")
    await author.tap("cmp-new-button")
    await author.tap("cmp-kind-service-button")
    await author.tap(REGION[author.language])
    await author.tap(DISTRICT)
    yield "bodies"
    await author.tap_first()
    yield "name"
    await author.say(said["name"])
    await author.say(said["address"])
    yield "text"
    await author.say(said["first"])
    await author.say(said["more"])
    yield "more"
    await author.tap("cmp-done-button")
    yield "review"
    await author.tap("cmp-file-button")
    yield "filed"


async def _handled(head: Actor) -> AsyncIterator[str]:
    said, number = LINES[head.language], f"{WAITING + 1}/2026"
    await head.say("/complaints")
    yield "queue"
    await head.say(f"/complaint {number}")
    yield "card"
    await head.say(f"/accept {number}")
    yield "accept"
    await head.tap("hnd-accepted-button")
    await head.say(f"/extend {number}")
    await head.say(said["reason"])
    yield "extend"
    await head.tap("hnd-extended-button")
    await head.say(f"/answer {number}")
    await head.say(said["answer"])
    yield "answer"
    await head.tap("hnd-answered-button")
    yield "done"
