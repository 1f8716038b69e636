"""What a sender needs in tests that are only about turns and tries."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager

from storage.messaging.bot_api_request import BotApiRequest


class NothingToMake:
    """For complete rows, for which nothing has to be made; any call fails."""

    async def may_read(self, chat_id: int) -> bool:
        raise AssertionError(chat_id)

    def complete(self, chat_id: int, request: BotApiRequest) -> AbstractAsyncContextManager[BotApiRequest | None]:
        raise AssertionError((chat_id, request.method))
