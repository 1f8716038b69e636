"""The way of an application, filmed: from the first question to the stamped copy, for both forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.apply_parts import slug
from domain.questions import QUESTIONS, Kind, Question

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from domain.standard import Subject
    from tools.scenes import Actor

REGION = {"ru": "Акмолинская область", "kk": "Ақмола облысы"}
DISTRICT = "г. Кокшетау"
MATERIALS = "Книга «Путь» — 10 экз.\nДиск — 2"
TAPPED = {
    "intent": "registration",
    "by": "self",
    "document_kind": "passport",
    "leader_counted": "no",
    "premises_owner": "person",
}
TYPED = {
    "full_name": "Иванов Пётр Сергеевич",
    "address": "г. Кокшетау, ул. Ауэзова, 141, кв. 5",
    "document_number": "N12345678",
    "document_date": "5 марта 2020",
    "document_issuer": "МВД Республики Казахстан",
    "confession": "православие",
    "term_from": "05.03.2031",
    "term_to": "05.03.2032",
    "citizenship": "Республика Казахстан",
    "association": "РО «Приход Святителя Николая»",
    "city": "Кокшетау",
    "group_name": "Группа «Надежда»",
    "leader_name": "Қожахметов Әлімжан Өтепұлы",
    "adult_members": "12",
    "location": "г. Кокшетау, ул. Абая, 5",
    "place_of_worship": "молитвенный дом, ул. Абая, 5",
}
SHOWN = frozenset({"intent", "territory", "office", "full_name", "document_date", "group_name", "premises_owner"})
MOST_CARDS = 12


async def journey(actor: Actor, subject: Subject) -> AsyncIterator[str]:
    """Play the whole way; after each name that comes, the phone shows that scene."""
    await actor.say("/start")
    await actor.tap("home-apply-button")
    yield "what"
    await actor.tap(f"subject-{subject}")
    yield "needed"
    await actor.tap("apply-begin-button")
    if await actor.sees("apply-agree-button"):
        yield "consent"
        await actor.tap("apply-agree-button")
    given: dict[str, str] = {}
    for asked in QUESTIONS[subject]:
        if asked.when(given):
            given[asked.id] = TAPPED.get(asked.id, "")
            if asked.id in SHOWN:
                yield slug(asked.id)
            async for name in _answer(actor, asked):
                yield name
    async for name in _documents(actor):
        yield name
    yield "review"
    await actor.tap("review-file-button")
    yield "confirm"
    await actor.tap("file-button")
    yield "filed"


async def _answer(actor: Actor, asked: Question) -> AsyncIterator[str]:
    if asked.id == "territory":
        await actor.tap(REGION[actor.language])
        await actor.tap(DISTRICT)
        yield "districts"
        await actor.tap(actor.texts.plain("territory-done-button", count="1"))
    elif asked.id == "office":
        await actor.tap("office-keep-button")
    elif asked.kind is Kind.CHOICE or asked.id in TAPPED:
        await actor.tap(f"choice-{slug(asked.id)}-{TAPPED[asked.id]}")
    else:
        await actor.say(TYPED[asked.id])


async def _documents(actor: Actor) -> AsyncIterator[str]:
    filmed = False
    for _ in range(MOST_CARDS):
        if await actor.sees("materials-none-button"):
            await actor.say(MATERIALS)
            yield "materials"
            await actor.tap("materials-done-button")
        elif await actor.sees("card-have-button"):
            if not filmed:
                await actor.tap("card-what-button")
                yield "document"
                filmed = True
            await actor.tap("card-have-button")
        else:
            return
