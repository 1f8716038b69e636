"""One filter a capability: taps are told apart by their first part, then by a dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram.filters import Filter

from dialogs.taps import BadTap, Tap

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery, ChatMemberUpdated, Message


class TapOf(Filter):
    """Lets taps of one capability through, unpacked as `tap`."""

    def __init__(self, capability: str) -> None:
        self._prefix = f"{capability}:"

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        """Unpack the callback data, which anybody may have forged."""
        if not query.data or not query.data.startswith(self._prefix):
            return False
        try:
            return {"tap": Tap.unpack(query.data)}
        except BadTap:
            return False


# aiogram runs a filter that is no coroutine, such as `F.text`, in a thread: these are asked for every update.


async def in_group(event: Message | ChatMemberUpdated) -> bool:
    """Whether it comes from a chat that is not private."""
    return event.chat.type != "private"


async def tap_in_group(query: CallbackQuery) -> bool:
    """Whether the tapped button stands in a chat that is not private."""
    return query.message is not None and query.message.chat.type != "private"


async def has_location(message: Message) -> bool:
    """Whether a place on the map was shared."""
    return message.location is not None


async def plain_text(message: Message) -> bool:
    """Whether it is a text and no command."""
    return bool(message.text) and not (message.text or "").startswith("/")


async def wordless(message: Message) -> bool:
    """Whether it is neither a command nor a place, and was not taken for an answer before."""
    return not (message.text or "").startswith("/") and message.location is None


class TapIs(Filter):
    """Lets one button through."""

    def __init__(self, data: str) -> None:
        self._data = data

    async def __call__(self, query: CallbackQuery) -> bool:
        """Whether it was this button."""
        return query.data == self._data
