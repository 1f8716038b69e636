"""Every action that the routers know: buttons by capability, commands, and questions that a message answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from aiogram import Router
from aiogram.filters import Command, StateFilter

from bot.resources import library_of
from dialogs.ui.callback_data import CallbackData, OfficeCallback
from handlers import routers
from handlers.core.filters import OfCapability, OnAction

EDITION = "2011-20"


def buttons() -> dict[type[CallbackData], set[str]]:
    """Lists the actions of each capability, as the routers register them."""
    found: defaultdict[type[CallbackData], set[str]] = defaultdict(set)
    for router in routers():
        for capability in _capabilities(router):
            for handler in router.observers["callback_query"].handlers:
                for each in handler.filters or ():
                    if isinstance(each.callback, OnAction):
                        found[capability] |= each.callback.actions
    found[OfficeCallback] = set(library_of(EDITION).served().office_pages._actions)  # noqa: SLF001  # the finder's table is a page's
    return dict(found)


def capabilities() -> set[type[CallbackData]]:
    """Returns the classes of callback data that some router handles."""
    return {each for router in routers() for each in _capabilities(router)}


def commands() -> set[str]:
    """Returns the names that some router handles."""
    found = [each for each in _filters("message") if isinstance(each, Command)]
    return {str(name).lower() for each in found for name in each.commands}


def lines() -> set[str]:
    """Returns the kinds of question that a typed text or a file answers."""
    found = [each for each in _filters("message") if isinstance(each, StateFilter)]
    return {str(state) for each in found for state in each.states if isinstance(state, str)}


def _capabilities(router: Router) -> list[type[CallbackData]]:
    wanted = router.observers["callback_query"]._handler.filters or ()  # noqa: SLF001  # aiogram tells them nowhere else
    return [each.callback.callback for each in wanted if isinstance(each.callback, OfCapability)]


def _filters(event: str) -> Iterator[Any]:
    for router in routers():
        for handler in router.observers[event].handlers:
            yield from (each.callback for each in handler.filters or ())
