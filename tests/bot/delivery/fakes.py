"""What a sender needs, where only its turns and tries count."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager

from storage.messaging.bot_api_request import BotApiRequest


class NothingToMake:
    """For rows that are complete: nothing may be asked of it."""

    def complete(self, chat_id: int, request: BotApiRequest) -> AbstractAsyncContextManager[BotApiRequest | None]:
        raise AssertionError((chat_id, request.method))
