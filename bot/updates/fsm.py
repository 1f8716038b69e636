"""aiogram's states over our sessions, in the transaction of the update that changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage

from bot.updates.unit_of_work import CURRENT
from storage.messaging.sessions import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiogram.fsm.storage.base import StateType, StorageKey


class SessionStorage(BaseStorage):
    """Reads and changes the session of the unit of work that is under way."""

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Set, or with None clear, which question the next text answers."""
        name = state.state if isinstance(state, State) else state
        self._put(key, Session(name, self._get(key).data))

    async def get_state(self, key: StorageKey) -> str | None:
        """Which question the next text answers."""
        return self._get(key).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Replace the session's data."""
        self._put(key, Session(self._get(key).state, dict(data)))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """The session's data."""
        return dict(self._get(key).data)

    async def close(self) -> None:
        """Nothing to close: the transaction is not ours."""

    @staticmethod
    def _get(key: StorageKey) -> Session:
        return CURRENT.get().sessions.get((key.chat_id, key.user_id))

    def _put(self, key: StorageKey, session: Session) -> None:
        sessions, place = CURRENT.get().sessions, (key.chat_id, key.user_id)
        sessions.decided.add(place)
        if session != sessions.get(place):
            sessions.put(place, session)
