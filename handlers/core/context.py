"""What handlers are given: the use cases they name, and the set that the handlers of a capability share.

A use case is built when a handler of the batch first names it, and no other.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

from aiogram import BaseMiddleware, Router

from dialogs.ui.callback_data import CallbackData
from domain.calendar import day_of
from handlers.core.filters import OfCapability
from handlers.core.reply import Reply
from services.casework.access import ActionRequest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Mapping
    from datetime import date, datetime

    from aiogram.fsm.context import FSMContext
    from aiogram.types import TelegramObject

    from dialogs.ui.texts import Texts
    from domain.standard.editions import BoundRecord
    from handlers.core.reply import Viewer


NO_BUTTON = CallbackData("")  # what a message says in the place of a tapped one


class Container(Protocol):
    """Makes use cases for one unit of work; what it makes are its attributes of these names."""

    @property
    def names(self) -> Collection[str]:
        """What it makes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlerContext:
    """Who asks, and the state of their chat; a capability adds the use cases that its handlers share.

    Each field is the use case of this name in the container, what the viewer's edition has of this name, or a value of
    this name that aiogram hands on.
    """

    viewer: Viewer
    state: FSMContext

    @property
    def user_id(self) -> int:
        """Who asks."""
        return self.viewer.person.id

    @property
    def texts(self) -> Texts:
        """The words of their language."""
        return self.viewer.texts

    @property
    def now(self) -> datetime:
        """When."""
        return self.viewer.now

    @property
    def today(self) -> date:
        """The day in Kazakhstan."""
        return day_of(self.viewer.now)

    def under(self, record: BoundRecord) -> Self:
        """The same wish, with the edition and the words of the record that it turned out to be about.

        Raises:
            EditionMissing: that edition is not loaded.
        """
        return self.under_edition(record.edition)

    def under_edition(self, edition: str) -> Self:
        """The same wish under this edition, with its words.

        Raises:
            EditionMissing: it is not loaded.
        """
        if edition == self.viewer.served.standard.status.id:
            return self
        viewer = self.viewer.under(edition)
        named = {each.name for each in fields(self)} & set(viewer.served.names)
        return replace(self, viewer=viewer, **{name: getattr(viewer.served, name) for name in named})


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionContext(HandlerContext):
    """Somebody asks for something to be done to a record, by a button or by a command that stands for one."""

    callback: CallbackData = NO_BUTTON

    @property
    def argument(self) -> str:
        """What was said beside the record."""
        return self.callback.rest

    @property
    def request(self) -> ActionRequest:
        """For the version that was seen.

        Raises:
            BadTap: the button names none.
        """
        return ActionRequest(self.user_id, self.callback.record_id, self.callback.seen_version, self.now)

    @property
    def view_request(self) -> ActionRequest:
        """For whatever version there is now."""
        return ActionRequest(self.user_id, self.callback.record_id, None, self.now)


C = TypeVar("C", bound=HandlerContext)


def make_context(wanted: type[C], container: Container, data: Mapping[str, Any]) -> C:
    """The context of a capability."""
    found = {each.name: _find(each.name, container, data) for each in fields(wanted)}
    return wanted(**{name: value for name, value in found.items() if value is not None})


def _find(name: str, container: Container, data: Mapping[str, Any]) -> Any:  # noqa: ANN401  # whatever has this name
    served = data["viewer"].served
    owner = next((each for each in (container, served) if name in each.names), None)
    return data.get(name) if owner is None else getattr(owner, name)


class Provide(BaseMiddleware):
    """Adds what the handler names, before it is called: use cases, and `context` of the router's kind."""

    def __init__(self, context: type[HandlerContext], *, own: bool) -> None:
        self._context = context
        self._own = own

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401  # as aiogram has it
        """Look at the parameters of the handler, and note whose data its reply shows."""
        container: Container = data["container"]
        for name in data["handler"].params:
            made = make_context(self._context, container, data) if name == "context" else _find(name, container, data)
            if made is not None:
                data[name] = made
        reply = await handler(event, data)
        return replace(reply, own=True) if self._own and isinstance(reply, Reply) else reply


def capability_router(
    name: str, callback: type[CallbackData] | None = None, context: type[HandlerContext] = HandlerContext
) -> Router:
    """A router whose handlers get `callback` unpacked, and `context`."""
    made = Router(name=name)
    for observer in (made.message, made.callback_query):
        observer.middleware(Provide(context, own=callback is not None and callback.own))
    if callback is not None:
        made.callback_query.filter(OfCapability(callback))
    return made
