from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count
from typing import Any

import pytest
from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.event.telegram import TelegramEventObserver
from aiogram.filters import Command, StateFilter
from aiogram.types import CallbackQuery, Message

from bot.updates.routing import IndexedRouter
from dialogs.ui.callback_data import CALLBACKS
from handlers import routers
from handlers.core.filters import OnAction
from tests.factories.updates import tap_update, text_update

NUMBERS = count(1)
FOREIGN = "somebody-elses-state"


def filters(update_type: str, kind: type) -> Iterator[Any]:
    yield from (each.callback for each in asked(update_type) if isinstance(each.callback, kind))


def asked(update_type: str) -> Iterator[Any]:
    """Yields every filter of a router and of its handlers."""
    for router in routers():
        observer = router.observers[update_type]
        for handler in (observer._handler, *observer.handlers):  # noqa: SLF001  # aiogram tells them nowhere else
            yield from handler.filters or ()


COMMANDS = sorted({str(name) for each in filters("message", Command) for name in each.commands})
STATES = sorted({str(name) for each in filters("message", StateFilter) for name in each.states if name})
ACTIONS = sorted({name for each in filters("callback_query", OnAction) for name in each.actions})
CAPABILITIES = sorted(each.prefix for each in CALLBACKS)


def message(text: str) -> Message:
    number = next(NUMBERS)
    return Message.model_validate(text_update(number, 5, text)["message"])


def tap(data: str) -> CallbackQuery:
    return CallbackQuery.model_validate(tap_update(next(NUMBERS), 5, data)["callback_query"])


@pytest.mark.parametrize("update_type", ["message", "callback_query"])
def test_no_filter_and_no_handler_waits_for_a_thread(update_type: str) -> None:
    """Each update would wait for the thread in which aiogram runs anything but a coroutine."""
    handlers = [each for router in routers() for each in router.observers[update_type].handlers]
    assert [each for each in (*handlers, *asked(update_type)) if not each.awaitable] == []


def names(found: tuple[TelegramEventObserver, ...]) -> list[str]:
    return [each.router.name for each in found]


def test_what_belongs_to_others_is_not_asked() -> None:
    """For a command, only those that look at any message and the one with that command, in the original order."""
    indexed = IndexedRouter(routers())
    chosen = names(indexed.observers_for("message", message("/start"), None))
    assert "home" in chosen
    assert len(chosen) <= 6 < len(indexed.sub_routers)
    assert chosen == [each.name for each in indexed.sub_routers if each.name in chosen]
    taken = indexed.observers_for("callback_query", tap("me:send::"), None)
    assert [[handler.callback.__name__ for handler in each.handlers] for each in taken if each.router.name == "privacy"]
    assert sum(len(each.handlers) for each in taken) <= 4


def test_the_index_stays_small() -> None:
    """Unknown commands, taps and states, which people may invent without end, share one entry."""
    indexed = IndexedRouter(routers())
    first = (
        indexed.observers_for("message", message("/made"), FOREIGN),
        indexed.observers_for("callback_query", tap("x:y"), None),
    )
    for number in range(500):
        assert indexed.observers_for("message", message(f"/made{number}"), f"{FOREIGN}{number}") is first[0]
        assert indexed.observers_for("callback_query", tap(f"made{number}:up{number}"), None) is first[1]


EVENTS = [("message", f"/{name}") for name in COMMANDS]
EVENTS += [("message", text) for text in ("", "Кокшетау", "/", "/HELP now", "/help@other_bot", "/nothing")]
EVENTS += [("callback_query", f"{prefix}:{action}:x:1") for prefix in CAPABILITIES for action in (*ACTIONS, "nothing")]
EVENTS += [("callback_query", data) for data in ("base:offices", "base:offices::", "x:y", "x:y::", "")]


@cache
def event_of(update_type: str, said: str) -> Message | CallbackQuery:
    return message(said) if update_type == "message" else tap(said)


@pytest.mark.parametrize("state", [None, FOREIGN, *(pytest.param(each, marks=pytest.mark.untraced) for each in STATES)])
async def test_it_asks_whom_aiogram_would_have_asked(state: str | None) -> None:
    """The index finds the same handler as asking all routers in turn does."""
    plain, indexed = Dispatcher(), IndexedRouter(routers())
    plain.include_routers(*routers())
    for update_type, said in EVENTS:
        event = event_of(update_type, said)
        every = [each.observers[update_type] for each in plain.sub_routers]
        by_all = await _first(every, event, state)
        chosen = indexed.observers_for(update_type, event, state)
        assert await _first(chosen, event, state) == by_all, (said, state)


class Me:
    """The bot, as far as filters ask about it."""

    async def me(self) -> Any:  # noqa: ANN401
        return type("User", (), {"username": "tirkeu_bot"})()


async def _first(observers: Iterable[TelegramEventObserver], event: Any, state: str | None) -> str:  # noqa: ANN401
    """Returns the name of the handler that takes it."""
    for observer in observers:
        given: dict[str, Any] = {"raw_state": state, "bot": Me(), "state": None}
        passed, found = await observer.check_root_filters(event, **given)
        for handler in observer.handlers if passed else ():
            taken, _ = await handler.check(event, **given | found)
            if taken:
                return f"{observer.router.name} {handler.callback.__name__}"
    return ""


async def test_nobody_takes_it() -> None:
    """The result is aiogram's sentinel."""
    indexed = IndexedRouter([Router(name="deaf")])
    assert await indexed.propagate_event("message", message("text")) is UNHANDLED
