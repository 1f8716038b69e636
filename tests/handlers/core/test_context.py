from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from aiogram import F
from aiogram.types import Message

from bot.container import HandlerContainer
from bot.resources import ServedEdition
from domain.standard.edition import Standard
from handlers import routers
from handlers.core.context import HandlerContext, Provide, capability_router
from handlers.core.reply import Reply
from services.casework.review import CaseReview
from tests.bot.updates.spine import spine
from tests.factories.updates import text_update

pytestmark = pytest.mark.untraced

HANDED_ON = {"viewer", "state", "callback", "bot"}  # passed by the processor, aiogram and the filters
MADE = HandlerContainer.names | ServedEdition.names


def contexts() -> set[type[HandlerContext]]:
    """Returns every kind of context that a router passes to its handlers."""
    return {
        each._context  # noqa: SLF001  # told nowhere else
        for router in routers()
        for each in router.callback_query.middleware
        if isinstance(each, Provide)
    }


def handlers() -> Iterator[Any]:
    for router in routers():
        for observer in (router.message, router.callback_query):
            yield from (each.callback for each in observer.handlers)


@pytest.mark.parametrize("handler", [*handlers()], ids=lambda each: f"{each.__module__}.{each.__name__}")
def test_somebody_makes_what_a_handler_names(handler: Any) -> None:  # noqa: ANN401
    """Otherwise the first person to tap would find the name that nothing provides."""
    _event, *parameters = inspect.signature(handler).parameters.values()
    needed = {each.name for each in parameters if each.default is each.empty}
    assert needed <= MADE | HANDED_ON | {"context"}


@pytest.mark.parametrize("context", sorted(contexts(), key=repr), ids=lambda each: each.__name__)
def test_somebody_makes_the_fields_of_a_context(context: type[HandlerContext]) -> None:
    """The same holds for the fields of a context."""
    assert {each.name for each in fields(context)} <= MADE | HANDED_ON


async def test_only_what_is_named_is_made(tmp_path: Path) -> None:
    """And only once in a batch, no matter how many handlers name it."""
    router = capability_router("asking")
    seen: list[tuple[CaseReview, HandlerContainer]] = []

    async def ask(_message: Message, review: CaseReview, standard: Standard, container: HandlerContainer) -> Reply:
        assert standard is container.editions.current
        seen.append((review, container))
        return Reply()

    router.message.register(ask, F.text == "ask")
    async with spine(tmp_path, router) as processor:
        processor.careful = False
        await processor.process([text_update(1, 100, "ask"), text_update(2, 200, "ask")])
    (first, container), (second, again) = seen
    assert first is second
    assert container is again
    assert {"review", "access", "editions"} <= vars(container).keys()
    assert "complaints" not in vars(container)
    assert "uploads" not in vars(container.repositories)
