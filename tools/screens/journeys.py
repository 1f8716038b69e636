"""Scenes of an application, from the first question to the stamped copy, for both forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.drivers.applying import MATERIALS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from tools.screens.scenes import Actor

TOWN = {"ru": "Кокшетау", "kk": "Көкшетау"}
# By the name of a question's scene, what is written to it, or the id of the button.
_GROUP = {"leader": "Қожахметов Әлімжан Өтепұлы"}
_OWNER = {"premises-owner": "choice-place-of-worship-none-premises-owner-entity"}
ANSWERS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "ru": {
        "missionary": {
            "full-name": "Иванов Пётр Сергеевич",
            "address": "г. Кокшетау, ул. Ауэзова, 141, кв. 5",
            "identity": "паспорт N12345678 от 05.03.2020 МВД РК",
            "confession": "православие",
            "term": "с 05.03.2031 по 05.03.2032",
            "association": "РО «Приход Святителя Николая»",
        },
        "group": {
            "group-name": "Группа «Надежда»\nправославие",
            **_GROUP,
            "members": "12 с руководителем",
            "location": "г. Кокшетау, ул. Абая, 5",
            **_OWNER,
        },
    },
    "kk": {
        "missionary": {
            "full-name": "Серікқызы Айгүл",
            "address": "Көкшетау қ., Әуезов көшесі, 141",
            "identity": "паспорт N12345678 2020 жылғы 5 наурыз ҚР ІІМ",
            "confession": "ислам",
            "term": "05.03.2031 – 05.03.2032",
            "association": "«Қазақстан мұсылмандары діни басқармасы» РБ",
        },
        "group": {
            "group-name": "«Үміт» тобы\nислам",
            **_GROUP,
            "members": "12 жетекшімен бірге",
            "location": "Көкшетау қ., Абай көшесі, 5",
            **_OWNER,
        },
    },
}


async def journey(actor: Actor, subject: str) -> AsyncIterator[str]:
    """Plays the whole application in as few acts as it takes; the phone shows each scene whose name is yielded."""
    await actor.say("/start")
    await actor.tap("home-apply-button")
    yield "what"
    await actor.tap(f"subject-{subject}")
    yield "needed"
    await actor.tap("apply-agree-button" if await actor.sees("apply-agree-button") else "apply-begin-button")
    yield "intent"
    await actor.tap("choice-intent-registration-by-self")
    yield "territory"
    await actor.say(TOWN[actor.language])
    yield "office"
    await actor.tap("office-keep-button")
    for name, said in ANSWERS[actor.language][subject].items():
        yield name
        await (actor.tap(said) if actor.texts.knows(said) else actor.say(said))
    yield "documents"
    if await actor.sees("checklist-all-none-button"):
        await actor.say(MATERIALS)
        yield "materials"
    await actor.tap("checklist-more-button")
    await actor.tap_first()
    await actor.tap("card-what-button")
    yield "document"
    await actor.tap("card-have-button")
    await actor.tap("checklist-all-button" if await actor.sees("checklist-all-button") else "checklist-rest-button")
    yield "review"
    await actor.tap("review-file-button")
    yield "filed"
