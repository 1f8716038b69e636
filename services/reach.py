"""Whom messages do not reach: an office has to call them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection


class Reach(Protocol):
    """What the delivery of messages has learnt about people."""

    async def find_unreachable(self, people: Collection[int]) -> Collection[int]:
        """Those of these people whose chat has refused a message, and who have not come back since."""
