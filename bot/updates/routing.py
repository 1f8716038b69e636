"""Asks only those routers that may have a handler for an update: aiogram asks each of them, each of its filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters import Command, StateFilter
from aiogram.types import CallbackQuery, Message

from handlers.core.filters import TapOf, command_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aiogram.dispatcher.event.handler import CallbackType, HandlerObject
    from aiogram.filters.state import StateType
    from aiogram.types import TelegramObject

OTHER = "*"  # a state that no filter names
Key = tuple[str, str, str | None]  # the type of the update, its command or capability, the state of the chat


class IndexedRouter(Router):
    """Gives an event to the first of these routers that takes it, past those without a handler for such an event.

    A handler is for such an event unless a filter of it wants another command, capability or state. Routers are
    expected to have no middleware of their own: it would not see what is not given to them.
    """

    def __init__(self, routers: Iterable[Router]) -> None:
        super().__init__()
        self.include_routers(*routers)
        self._words: frozenset[str] = frozenset(_words(self.sub_routers))
        self._states: frozenset[str | None] = frozenset(_states(self.sub_routers))
        self._index: dict[Key, tuple[Router, ...]] = {}

    async def propagate_event(self, update_type: str, event: TelegramObject, **kwargs: Any) -> Any:  # noqa: ANN401  # as aiogram has it
        """Answer what the first that takes it answers; UNHANDLED where none does."""
        for router in self.routers_for(update_type, event, kwargs.get("raw_state")):
            response = await router.propagate_event(update_type=update_type, event=event, **kwargs)
            if response is not UNHANDLED:
                return response
        return UNHANDLED

    def routers_for(self, update_type: str, event: TelegramObject, state: str | None) -> tuple[Router, ...]:
        """Those that may take it, in their order; what nobody asks for by name is all one."""
        word = _word_of(event)
        key = update_type, word if word in self._words else "", state if state in self._states else OTHER
        found = self._index.get(key)
        if found is None:
            found = self._index[key] = tuple(each for each in self.sub_routers if _may_take(each, key))
        return found


def _word_of(event: TelegramObject) -> str:
    """The command of a message, the capability of a tap."""
    match event:
        case Message():
            text = event.text or event.caption or ""
            return command_parts(text)[0] if text.startswith("/") else ""
        case CallbackQuery():
            return (event.data or "").partition(":")[0]
    return ""


def _may_take(router: Router, key: Key) -> bool:
    update_type, word, state = key
    return any(
        all(_may_pass(each, word, state) for each in _filters(handler))
        for handler in router.observers[update_type].handlers
    )


def _may_pass(wanted: CallbackType, word: str, state: str | None) -> bool:
    match wanted:
        case Command():
            return word in wanted.commands
        case TapOf():
            return word == wanted.capability
        case StateFilter():
            return state in wanted.states or not all(_is_name(each) for each in wanted.states)
    return True


def _words(routers: Iterable[Router]) -> Iterator[str]:
    for wanted in _all_filters(routers):
        match wanted:
            case Command():
                yield from (each for each in wanted.commands if isinstance(each, str))
            case TapOf():
                yield wanted.capability


def _states(routers: Iterable[Router]) -> Iterator[str | None]:
    yield None
    for wanted in _all_filters(routers):
        if isinstance(wanted, StateFilter):
            yield from (each for each in wanted.states if isinstance(each, str))


def _is_name(state: StateType) -> bool:
    """Whether it is a state by name, or none, and no rule of its own."""
    return state is None or (isinstance(state, str) and state != OTHER)


def _all_filters(routers: Iterable[Router]) -> Iterator[CallbackType]:
    for router in routers:
        for observer in router.observers.values():
            for handler in observer.handlers:
                yield from _filters(handler)


def _filters(handler: HandlerObject) -> list[CallbackType]:
    return [each.callback for each in handler.filters or ()]
