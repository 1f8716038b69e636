"""Asks only those handlers that may be for an update: aiogram asks each of each router, each of its filters."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters import Command, StateFilter
from aiogram.types import CallbackQuery, Message

from dialogs.ui.callback_data import SEPARATOR
from handlers.core.filters import OfCapability, OnAction, command_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aiogram.dispatcher.event.handler import CallbackType, HandlerObject
    from aiogram.dispatcher.event.telegram import TelegramEventObserver
    from aiogram.filters.state import StateType
    from aiogram.types import TelegramObject

OTHER = "*"  # a word or state that no filter names
Key = tuple[str, str, str, str | None]
"""The type of the update, its command or capability, the action of its button, the state of the chat."""


class IndexedRouter(Router):
    """Gives an event to the first handler of these routers that takes it, past those that are not for such an event.

    A handler is for such an event unless a filter of it, or of its router, wants another command, capability, action or
    state. Routers are expected to have no outer middleware of their own and no routers below them.
    """

    def __init__(self, routers: Iterable[Router]) -> None:
        super().__init__()
        self.include_routers(*routers)
        filters = list(_all_filters(self.sub_routers))
        self._words = frozenset(word for each in filters for word in _words_of(each))
        self._actions = frozenset(action for each in filters if isinstance(each, OnAction) for action in each.actions)
        self._states = frozenset({None, *(name for each in filters for name in _states_of(each))})
        self._index: dict[Key, tuple[TelegramEventObserver, ...]] = {}

    async def propagate_event(self, update_type: str, event: TelegramObject, **kwargs: Any) -> Any:  # noqa: ANN401  # as aiogram has it
        """Answer what the first that takes it answers; UNHANDLED where none does."""
        for observer in self.observers_for(update_type, event, kwargs.get("raw_state")):
            taken, found = await observer.check_root_filters(event, **kwargs)
            if taken:
                response = await observer.trigger(event, **kwargs | found)
                if response is not UNHANDLED:
                    return response
        return UNHANDLED

    def observers_for(
        self, update_type: str, event: TelegramObject, state: str | None
    ) -> tuple[TelegramEventObserver, ...]:
        """Those with the handlers that may take it, in their order; what nobody asks for by name is all one."""
        word, action = _words_in(event)
        key = (
            update_type,
            word if word in self._words else OTHER,
            action if action in self._actions else OTHER,
            state if state in self._states else OTHER,
        )
        found = self._index.get(key)
        if found is None:
            found = self._index[key] = tuple(_narrowed(self.sub_routers, key))
        return found


def _narrowed(routers: Iterable[Router], key: Key) -> Iterator[TelegramEventObserver]:
    """The observers of these routers, each with only those handlers that may take such an event."""
    for router in routers:
        observer = router.observers[key[0]]
        if all(_may_pass(each, key) for each in _filters(observer._handler)):  # noqa: SLF001  # aiogram tells them nowhere else
            narrowed = copy(observer)
            narrowed.handlers = [
                each for each in observer.handlers if all(_may_pass(wanted, key) for wanted in _filters(each))
            ]
            if narrowed.handlers:
                yield narrowed


def _words_in(event: TelegramObject) -> tuple[str, str]:
    """The command of a message; the capability and the action of a tap."""
    match event:
        case Message():
            text = event.text or event.caption or ""
            return (command_parts(text)[0] if text.startswith("/") else ""), ""
        case CallbackQuery():
            prefix, _, rest = (event.data or "").partition(SEPARATOR)
            return prefix, rest.partition(SEPARATOR)[0]
    return "", ""


def _may_pass(wanted: CallbackType, key: Key) -> bool:
    _, word, action, state = key
    match wanted:
        case Command():
            return word in wanted.commands
        case OfCapability():
            return word == wanted.callback.prefix
        case OnAction():
            return action in wanted.actions
        case StateFilter():
            return state in wanted.states or not all(_is_name(each) for each in wanted.states)
    return True


def _words_of(wanted: CallbackType) -> Iterator[str]:
    match wanted:
        case Command():
            yield from (each for each in wanted.commands if isinstance(each, str))
        case OfCapability():
            yield wanted.callback.prefix


def _states_of(wanted: CallbackType) -> Iterator[str]:
    if isinstance(wanted, StateFilter):
        yield from (each for each in wanted.states if isinstance(each, str))


def _is_name(state: StateType) -> bool:
    """Whether it is a state by name, or none, and no rule of its own."""
    return state is None or (isinstance(state, str) and state != OTHER)


def _all_filters(routers: Iterable[Router]) -> Iterator[CallbackType]:
    for router in routers:
        for observer in router.observers.values():
            yield from _filters(observer._handler)  # noqa: SLF001  # aiogram tells them nowhere else
            for handler in observer.handlers:
                yield from _filters(handler)


def _filters(handler: HandlerObject) -> list[CallbackType]:
    return [each.callback for each in handler.filters or ()]
