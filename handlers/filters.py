"""One filter a capability: taps are told apart by their first part, then by a dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram.filters import Filter

from dialogs.taps import BadTap, Tap

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery


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
