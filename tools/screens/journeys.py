"""Scenes of an application, from the first question to the stamped copy, for both forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assets.loaders.edition import load_standard
from dialogs.ui.formatting import slug
from domain.standard.questions import Kind, Question
from tests.e2e.drivers.applying import MATERIALS, TAPPED, TYPED

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tools.screens.scenes import Actor

REGION = {"ru": "Акмолинская область", "kk": "Ақмола облысы"}
DISTRICT = {"ru": "г. Кокшетау", "kk": "Көкшетау қ."}
SHOWN = frozenset({"intent", "territory", "office", "full_name", "document_date", "group_name", "premises_owner"})
MOST_CARDS = 12


async def journey(actor: Actor, subject: str) -> AsyncIterator[str]:
    """Plays the whole application; the phone shows each scene whose name is yielded."""
    await actor.say("/start")
    await actor.tap("home-apply-button")
    yield "what"
    await actor.tap(f"subject-{subject}")
    yield "needed"
    await actor.tap("apply-begin-button")
    if await actor.sees("apply-agree-button"):
        yield "consent"
        await actor.tap("apply-agree-button")
    answers: dict[str, str] = {}
    for question in load_standard().questions[subject].all:
        if all(each.holds(answers) for each in question.when):
            answers[question.id] = TAPPED.get(question.id, "")
            if question.id in SHOWN:
                yield slug(question.id)
            async for name in _answer(actor, question):
                yield name
    async for name in _documents(actor):
        yield name
    yield "review"
    await actor.tap("review-file-button")
    yield "confirm"
    await actor.tap("file-button")
    yield "filed"


async def _answer(actor: Actor, question: Question) -> AsyncIterator[str]:
    if question.id == "territory":
        await actor.tap(REGION[actor.language])
        await actor.tap(DISTRICT[actor.language])
        yield "districts"
        await actor.tap(actor.texts.plain("territory-done-button", count="1"))
    elif question.id == "office":
        await actor.tap("office-keep-button")
    elif question.kind is Kind.CHOICE or question.id in TAPPED:
        await actor.tap(f"choice-{slug(question.id)}-{TAPPED[question.id]}")
    else:
        await actor.say(TYPED[question.id])


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
