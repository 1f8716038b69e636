"""Bare aiogram: the dispatcher, the echo, and a session that accepts everything at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod

from benchmarks.spine.workload import TOKEN, bare_echo

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from benchmarks.spine.workload import Payload


class AcceptingSession(BaseSession):
    """Accepts every call and sends nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.accepted = 0

    async def close(self) -> None:
        """Nothing is open."""

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ANN401, ARG002, ASYNC109
        """Counts the call."""
        self.accepted += 1
        return True

    async def stream_content(self, *_: object, **__: object) -> AsyncGenerator[bytes, None]:
        """Nothing to download."""
        yield b""


class BareAiogram:
    """Feeds updates like aiogram's own polling, without the network."""

    def __init__(self) -> None:
        self.session = AcceptingSession()
        self._bot = Bot(TOKEN, session=self.session)
        self._dispatcher = Dispatcher()
        self._dispatcher.include_router(bare_echo())

    async def process(self, payloads: Sequence[Payload]) -> None:
        """Handles updates in order and sends what their handlers return."""
        for payload in payloads:
            method = await self._dispatcher.feed_raw_update(self._bot, payload)
            assert isinstance(method, TelegramMethod)
            await self._dispatcher.silent_call_request(self._bot, method)
