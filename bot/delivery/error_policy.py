"""What an error of Telegram means: for a message, and for the calls without which the bot cannot start."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from enum import Enum, auto
from http import HTTPStatus
from random import uniform
from typing import TYPE_CHECKING, Any

from bot.delivery.telegram_api import TelegramError, Unreachable
from bot.monitoring import fault_name, log_event
from bot.process import unless_stopped
from bot.settings import BadSettings

if TYPE_CHECKING:
    from bot.delivery.telegram_api import TelegramApi
    from storage.messaging.bot_api_request import BotApiRequest

FIRST_RETRY_SECONDS = 0.5
LONGEST_RETRY_SECONDS = 30.0
MOST_DOUBLINGS = 10  # more change nothing, and would overflow after hours
ALREADY_DONE = ("message is not modified", "message to delete not found")
MESSAGE_GONE = ("message to edit not found", "there is no text in the message to edit", "message can't be edited")
NO_SUCH_BOT = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND})


class DeliveryOutcome(Enum):
    """What becomes of the message."""

    DELIVERED = auto()
    RETRY = auto()
    SEND_ANEW = auto()
    SUSPEND = auto()
    BURY = auto()


@dataclass(frozen=True, slots=True)
class DeliveryDecision:
    """What becomes of the message, and after how many seconds; None leaves the delay to the caller."""

    outcome: DeliveryOutcome
    seconds: float | None = None


def classify_error(refused: TelegramError) -> DeliveryDecision:
    """Classifies an error by its code and, among 400s, by its description (Client.cpp of the official server)."""
    if refused.code == HTTPStatus.TOO_MANY_REQUESTS:
        return DeliveryDecision(DeliveryOutcome.RETRY, refused.retry_after)
    if refused.code == HTTPStatus.FORBIDDEN or "chat not found" in refused.description:
        # Blocked, or never written to the bot: the messages wait until the person writes.
        return DeliveryDecision(DeliveryOutcome.SUSPEND)
    if refused.code >= HTTPStatus.INTERNAL_SERVER_ERROR or refused.code == HTTPStatus.UNAUTHORIZED:
        # The operator can replace a revoked token, so nothing is discarded.
        return DeliveryDecision(DeliveryOutcome.RETRY)
    if any(done in refused.description for done in ALREADY_DONE):
        return DeliveryDecision(DeliveryOutcome.DELIVERED)
    if any(gone in refused.description for gone in MESSAGE_GONE):
        return DeliveryDecision(DeliveryOutcome.SEND_ANEW)
    return DeliveryDecision(DeliveryOutcome.BURY)


def as_new_message(request: BotApiRequest) -> BotApiRequest:
    """The same content as a new message instead of an edit."""
    parameters = {name: value for name, value in request.parameters.items() if name != "message_id"}
    return replace(request, method="sendMessage", parameters=parameters)


def retry_delay(attempt: int) -> float:
    """Seconds until the next attempt, doubling up to a limit; between half and all of that, at random.

    The randomness spreads messages that failed together.
    """
    longest = min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2.0 ** min(attempt, MOST_DOUBLINGS))
    return longest * uniform(0.5, 1)  # noqa: S311  # not a secret


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
            if refused.code == HTTPStatus.BAD_REQUEST:  # the same call would be refused again
                raise BadSettings(f"{blame}: Telegram does not take it ({refused.description})") from None
            log_event("telegram-refuses", fault=fault_name(refused), code=refused.code)
        except Unreachable as fault:
            log_event("telegram-not-reached", fault=fault_name(fault))
        await asyncio.sleep(retry_delay(attempt))
        attempt += 1
