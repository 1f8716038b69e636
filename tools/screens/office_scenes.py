"""Scenes of an office at work: a morning of the demo, with its head, an officer and a newcomer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.resources import load_texts
from dialogs.staff.elements import role_label
from dialogs.staff.invitations import LINK_START
from domain.staff.membership import Role
from tools.screens.scenes import Actor
from tools.screens.words import EDITION

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.e2e.drivers.browsing import Tab

HEAD, OFFICER, NEWCOMER = "Сәуле", "Виктор", "Тимур"
DIGEST = {"ru": OFFICER, "kk": "Гүлнар"}  # whose morning message is in that language
# Cases of the demo, named after what can be done with them.
DUE_TODAY, PARTLY, TERM_MISSED, APPROVED, READY, NOBODYS = (f"2-3/2026-{place}" for place in (9, 15, 12, 11, 7, 10))
LINES = {
    "ru": {
        "need": "В договоре аренды нет подписи. Принесите подписанный.",
        "refuse": "Это письмо, а не вызов объединения.",
        "document": "удостоверение личности № 012345678",
        "name": "Ахметов Т. Р.",
    },
    "kk": {
        "need": "Жалдау шартында қол жоқ. Қол қойылғанын әкеліңіз.",
        "refuse": "Бұл — хат, бірлестіктің шақыруы емес.",
        "document": "жеке куәлік № 012345678",
        "name": "Ахметов Т. Р.",
    },
}


async def office(tab: Tab, language: str) -> AsyncIterator[str]:
    """Plays a morning at the office; the phone shows each scene whose name is yielded."""
    await tab.show(DIGEST[language])
    yield "digest"
    if language == "ru":  # the head's morning messages are in Russian
        await tab.show(HEAD)
        yield "head"
    head = await enter(tab, HEAD, language)
    yield "home"
    for play in (_looks, _documents, _decisions, _handing_out, _colleagues, _books, _people):
        async for name in play(tab, head):
            yield name


async def enter(tab: Tab, name: str, language: str) -> Actor:
    """Opens a person's phone and sets the language."""
    actor = Actor(await tab.show(name), language, load_texts(language, EDITION))
    if name == NEWCOMER:
        await actor.begin()
    await actor.say("/language")
    await actor.tap(f"language-{language}")
    return actor


async def _looks(_tab: Tab, head: Actor) -> AsyncIterator[str]:
    await head.say("/queue")
    yield "queue"
    await head.say(f"/case {DUE_TODAY}")
    yield "card"
    for look in ("answers", "history", "clocks"):
        await head.tap(f"work-{look}-button")
        yield look
        await head.tap("work-card-button")


async def _documents(_tab: Tab, head: Actor) -> AsyncIterator[str]:
    await head.say("/receive")
    yield "picker"
    await head.say(f"/receive {PARTLY}")
    await head.tap_first()
    yield "receive"
    await head.say(f"/need {PARTLY}")
    await head.tap_first()
    await head.tap("work-need-note-button")
    yield "need-note"
    await head.say(LINES[head.language]["need"])
    yield "need"


async def _decisions(_tab: Tab, head: Actor) -> AsyncIterator[str]:
    await head.say(f"/approve {DUE_TODAY}")
    yield "approve"
    await head.tap("work-approved-button")
    yield "certificate"
    await head.say(f"/refuse {TERM_MISSED}")
    await head.tap_first()  # the missing item
    await head.tap(head.texts.plain("work-received-mark", item=head.texts.plain("item-invitation-button")))
    yield "refuse-defect"
    await head.tap("defect-other-button")
    yield "refuse-reason"
    await head.say(LINES[head.language]["refuse"])
    yield "refuse"
    await head.tap("work-refused-button")
    yield "letter"


async def _handing_out(_tab: Tab, head: Actor) -> AsyncIterator[str]:
    await head.say(f"/ready {APPROVED}")
    yield "ready"
    await head.say(f"/issue {READY}")
    yield "issue"
    await head.tap("work-collector-self-button")
    yield "issue-document"
    await head.say(LINES[head.language]["document"])
    yield "issue-last-look"
    await head.tap("work-issued-button")
    yield "issued"


async def _colleagues(tab: Tab, head: Actor) -> AsyncIterator[str]:
    await head.say(f"/assign {NOBODYS}")
    yield "assign"
    await head.say(f"/case {NOBODYS}")
    officer = await enter(tab, OFFICER, head.language)
    await officer.say(f"/take {NOBODYS}")
    await tab.show(HEAD)
    await head.tap("work-take-button")
    yield "changed"


async def _books(_tab: Tab, head: Actor) -> AsyncIterator[str]:
    await head.say("/refuse 2-65/1-1")
    yield "example"
    for name in ("passes", "journal", "export", "indicators"):
        await head.say(f"/{name}")
        yield name


async def _people(tab: Tab, head: Actor) -> AsyncIterator[str]:
    for name in ("officers", "units", "invite"):
        await head.say(f"/{name}")
        yield name
    await head.tap(role_label(Role.OFFICER, head.texts))
    await head.tap_first()
    yield "invite-link"
    link = await head.phone.last.inner_text()
    newcomer = await enter(tab, NEWCOMER, head.language)
    await newcomer.say(f"/start {LINK_START}{link.partition(f'start={LINK_START}')[2].split()[0]}")
    yield "join"
    await newcomer.say(LINES[head.language]["name"])
    yield "welcome"
