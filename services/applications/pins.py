"""The status of a case that its applicant has pinned in their chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.applications.case import Case


class PinStore(Protocol):
    """Keeps which message shows the status of a case."""

    async def find(self, case: Case) -> int | None:
        """The message that is pinned; None if none is."""

    async def put(self, case: Case, message_id: int) -> None:
        """Notes the message, which shows this version of the case, in the place of an earlier one."""

    async def remove(self, case_id: str) -> None:
        """Forgets the message."""


class PinnedStatuses:
    """What applicants have pinned: one message a case. `bot/jobs/pins.py` keeps it current."""

    def __init__(self, pins: PinStore) -> None:
        self._pins = pins

    async def is_pinned(self, case: Case) -> bool:
        """Whether a message with the status of this case is pinned."""
        return await self._pins.find(case) is not None

    async def pin(self, case: Case, message_id: int) -> int | None:
        """Notes that this message is pinned; returns another one that was, to be unpinned."""
        earlier = await self._pins.find(case)
        await self._pins.put(case, message_id)
        return earlier if earlier != message_id else None

    async def unpin(self, case: Case) -> int | None:
        """Forgets the pinned message and returns it; None if none was pinned."""
        pinned = await self._pins.find(case)
        if pinned is not None:
            await self._pins.remove(case.id)
        return pinned
