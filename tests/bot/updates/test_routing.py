from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters import Command, StateFilter
from aiogram.types import CallbackQuery, Message

from bot.updates.routing import IndexedRouter
from dialogs.ui.callback_data import Tap
from handlers import routers
from handlers.core.filters import TapOf
from tests.factories.updates import tap_update, text_update

NUMBERS = count(1)
FOREIGN = "somebody-elses-state"


def handlers(update_type: str) -> Iterator[Any]:
    for router in routers():
        yield from router.observers[update_type].handlers


def filters(update_type: str, kind: type) -> Iterator[Any]:
    yield from (
        each.callback
        for handler in handlers(update_type)
        for each in handler.filters or ()
        if isinstance(each.callback, kind)
    )


COMMANDS = sorted({str(name) for each in filters("message", Command) for name in each.commands})
STATES = sorted({str(name) for each in filters("message", StateFilter) for name in each.states if name})
CAPABILITIES = sorted({each.capability for each in filters("callback_query", TapOf)})


def message(text: str) -> Message:
    number = next(NUMBERS)
    return Message.model_validate(text_update(number, 5, text)["message"])


def tap(data: str) -> CallbackQuery:
    return CallbackQuery.model_validate(tap_update(next(NUMBERS), 5, data)["callback_query"])


@pytest.mark.parametrize("update_type", ["message", "callback_query"])
def test_no_filter_and_no_handler_waits_for_a_thread(update_type: str) -> None:
    """Aiogram runs in a thread whatever is no coroutine: each update would wait for it."""
    assert [each for each in handlers(update_type) if not each.awaitable] == []
    asked = [each for handler in handlers(update_type) for each in handler.filters or ()]
    assert [each.callback for each in asked if not each.awaitable] == []


def names(found: tuple[Router, ...]) -> list[str]:
    return [each.name for each in found]


def test_what_belongs_to_others_is_not_asked() -> None:
    """Of a command, the few that look at any message and the one whose command it is; in the order of all."""
    indexed = IndexedRouter(routers())
    asked = names(indexed.routers_for("message", message("/start"), None))
    assert "basics" in asked
    assert len(asked) <= 6 < len(indexed.sub_routers)
    assert asked == [each.name for each in indexed.sub_routers if each.name in asked]
    taken = names(indexed.routers_for("callback_query", tap(Tap("my", "send").pack()), None))
    assert len(taken) <= 4


def test_the_index_stays_small() -> None:
    """Commands, taps and states that nobody has, which people may make up without end, are one to it."""
    indexed = IndexedRouter(routers())
    first = (
        indexed.routers_for("message", message("/made"), FOREIGN),
        indexed.routers_for("callback_query", tap("x:y"), None),
    )
    for number in range(500):
        assert indexed.routers_for("message", message(f"/made{number}"), f"{FOREIGN}{number}") is first[0]
        assert indexed.routers_for("callback_query", tap(f"made{number}:up"), None) is first[1]


EVENTS = [("message", f"/{name}") for name in COMMANDS]
EVENTS += [("message", text) for text in ("", "Кокшетау", "/", "/HELP now", "/help@other_bot", "/nothing")]
EVENTS += [("callback_query", data) for data in (*(f"{each}:open" for each in CAPABILITIES), "base:offices", "x:y", "")]


@pytest.mark.parametrize("state", [None, FOREIGN, *STATES])
async def test_it_asks_whom_aiogram_would_have_asked(state: str | None) -> None:
    """Whichever handler takes an event of all routers in turn takes it by the index, too."""
    plain, indexed = Dispatcher(), IndexedRouter(routers())
    plain.include_routers(*routers())
    for update_type, said in EVENTS:
        event = message(said) if update_type == "message" else tap(said)
        by_all = await _first(plain.sub_routers, update_type, event, state)
        chosen = indexed.routers_for(update_type, event, state)
        assert await _first(chosen, update_type, event, state) == by_all, (said, state)


class Me:
    """The bot, as far as filters ask for it."""

    async def me(self) -> Any:  # noqa: ANN401
        return type("User", (), {"username": "tirkeu_bot"})()


async def _first(asked: Any, update_type: str, event: Any, state: str | None) -> str:  # noqa: ANN401
    """The handler that takes it, by name."""
    for router in asked:
        for handler in router.observers[update_type].handlers:
            taken, _ = await handler.check(event, raw_state=state, bot=Me(), state=None)
            if taken:
                return f"{router.name} {handler.callback.__name__}"
    return ""


async def test_nobody_takes_it() -> None:
    """As aiogram has it, a sentinel says so."""
    indexed = IndexedRouter([Router(name="deaf")])
    assert await indexed.propagate_event("message", message("text")) is UNHANDLED
