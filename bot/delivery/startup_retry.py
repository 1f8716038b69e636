"""Calls needed at the start, repeated until Telegram answers or the bot is stopped."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from bot.delivery.error_policy import retry_delay
from bot.delivery.telegram_api import TelegramError, Unreachable
from bot.monitoring import fault_name, log_event
from bot.process import unless_stopped
from bot.settings import BadSettings

if TYPE_CHECKING:
    from bot.delivery.telegram_api import TelegramApi

NO_SUCH_BOT = frozenset({401, 404})
BAD_REQUEST = 400


async def call_until_answered(
    api: TelegramApi,
    stop: asyncio.Event,
    method: str,
    parameters: dict[str, Any] | None = None,
    blame: str = "BOT_TOKEN",
) -> Any:  # noqa: ANN401  # a method's result is whatever Telegram returns
    """Calls a method until it succeeds and returns the result.

    Raises:
        BadSettings: Telegram does not know the token, or refuses the parameters; `blame` names the setting at fault.
        Stopped: the bot was stopped first.
    """
    return await unless_stopped(stop, _until_answered(api, method, parameters, blame))


async def _until_answered(api: TelegramApi, method: str, parameters: dict[str, Any] | None, blame: str) -> Any:  # noqa: ANN401
    attempt = 0
    while True:
        try:
            return await api.call(method, parameters)
        except TelegramError as refused:
            if refused.code in NO_SUCH_BOT:
                raise BadSettings("BOT_TOKEN: Telegram does not know it") from None
            if refused.code == BAD_REQUEST:  # the same call would be refused again
                raise BadSettings(f"{blame}: Telegram does not take it ({refused.description})") from None
            log_event("telegram-refuses", fault=fault_name(refused), code=refused.code)
        except Unreachable as fault:
            log_event("telegram-not-reached", fault=fault_name(fault))
        await asyncio.sleep(retry_delay(attempt))
        attempt += 1
