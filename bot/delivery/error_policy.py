"""What an error of Telegram means: for a message, and for the calls without which the bot cannot start.

The words are those of the public server (tdlib/telegram-bot-api, Client.cpp: `fail_query_with_error`, `check_message`,
`check_chat_access`; tdlib/td, MessagesManager.cpp and MessageContent.cpp), and, in capitals, of Telegram's own servers,
which it hands on: some as 400 and, by older versions, as 403.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from enum import Enum, auto
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from bot.delivery.telegram_api import TelegramError, Unreachable
from bot.monitoring import fault_name, log_event
from bot.process import uniform, unless_stopped
from bot.settings import BadSettings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.delivery.telegram_api import TelegramApi
    from bot.process import Uniform
    from storage.messaging.bot_api_request import BotApiRequest
    from storage.messaging.outbox import Outgoing

FIRST_RETRY_SECONDS = 0.5
LONGEST_RETRY_SECONDS = 30.0
MOST_DOUBLINGS = 10  # more change nothing, and would overflow after hours
NO_SUCH_BOT = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND})
PINNED = "pinned:"  # begins the merge key of an edit that is made only where its message still stands
PIN, UNPIN = "pinChatMessage", "unpinChatMessage"
NEW, EDIT, EDIT_BUTTONS, DELETE = "sendMessage", "editMessageText", "editMessageReplyMarkup", "deleteMessage"

NOT_MODIFIED = ("message is not modified", "MESSAGE_NOT_MODIFIED")
NOT_EDITABLE = (
    "message to edit not found",
    "message not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message identifier is not specified",
    "MESSAGE_ID_INVALID",  # deleted, and the server of the Bot API has not heard of it
    "MSG_ID_INVALID",
    "MESSAGE_AUTHOR_REQUIRED",
    "MESSAGE_EDIT_TIME_EXPIRED",
)
NOT_DELETABLE = (  # gone, older than 48 hours, or somebody else's: it will not go by asking again
    "message to delete not found",
    "message can't be deleted",
    "message identifier is not specified",
    "MESSAGE_ID_INVALID",
    "MSG_ID_INVALID",
    "MESSAGE_DELETE_FORBIDDEN",
)
NOT_PINNABLE = (  # gone, or as it is to be already
    "message to pin not found",
    "message to unpin not found",
    "message identifier is not specified",
    "service messages can't be pinned",
    "not enough rights to manage pinned messages",
    "CHAT_NOT_MODIFIED",
    "MESSAGE_ID_INVALID",
    "MSG_ID_INVALID",
)
NOT_WRITABLE = (  # answered with 400; every 403 that is not above means the same
    "chat not found",
    "have no write access to the chat",
    "have no rights to send a message",
    "not enough rights to send",
    "need administrator rights in the channel chat",
    "can't access the chat",
    "group chat was deactivated",
    "group chat is deactivated",
    "chat was upgraded to a supergroup",
    "PEER_ID_INVALID",
    "CHAT_WRITE_FORBIDDEN",
    "CHAT_RESTRICTED",
    "CHAT_FORBIDDEN",
    "CHAT_ADMIN_REQUIRED",
    "CHAT_GUEST_SEND_FORBIDDEN",
    *(f"CHAT_SEND_{kind}_FORBIDDEN" for kind in ("PLAIN", "MEDIA", "DOCS", "INLINE", "WEBPAGE")),
    "CHANNEL_PRIVATE",
    "CHANNEL_INVALID",
    "USER_BANNED_IN_CHANNEL",
    "USER_NOT_PARTICIPANT",
    "TOPIC_CLOSED",
    "TOPIC_DELETED",
    "message thread not found",
)


class DeliveryOutcome(Enum):
    """What becomes of the message.

    A `MOVE` goes to the supergroup that the group has become. A group's message is `DROP`ped, and nothing of it kept.
    """

    DELIVERED = auto()
    RETRY = auto()
    SEND_ANEW = auto()
    MOVE = auto()
    SUSPEND = auto()
    DROP = auto()
    BURY = auto()


@dataclass(frozen=True, slots=True)
class DeliveryDecision:
    """What becomes of the message, and after how many seconds; None leaves the delay to the caller."""

    outcome: DeliveryOutcome
    seconds: float | None = None


ABOUT_MESSAGES: Mapping[str, Mapping[tuple[str, ...], DeliveryOutcome]] = {
    EDIT: {NOT_MODIFIED: DeliveryOutcome.DELIVERED, NOT_EDITABLE: DeliveryOutcome.SEND_ANEW},
    EDIT_BUTTONS: {NOT_MODIFIED + NOT_EDITABLE: DeliveryOutcome.DELIVERED},  # what is gone has no buttons either
    DELETE: {NOT_DELETABLE: DeliveryOutcome.DELIVERED},
    PIN: {NOT_PINNABLE: DeliveryOutcome.DELIVERED},
    UNPIN: {NOT_PINNABLE: DeliveryOutcome.DELIVERED},
}
"""What is wrong with the message a method names, and what becomes of the call then. It comes before the codes: some of
it is a 403, and the chat is not blocked."""


def classify_error(refused: TelegramError, row: Outgoing) -> DeliveryDecision:
    """Classifies an error by its words for the row's method, then by its code, then by its words about the chat."""
    if refused.code == HTTPStatus.TOO_MANY_REQUESTS:
        return DeliveryDecision(DeliveryOutcome.RETRY, refused.retry_after)
    for words, outcome in _about_message(row).items():
        if _says(refused, words):
            return DeliveryDecision(outcome)
    if refused.migrated_to is not None and row.request.parameters.get("chat_id") == row.chat_id:  # moves only once
        return DeliveryDecision(DeliveryOutcome.MOVE)
    if refused.code == HTTPStatus.FORBIDDEN or _says(refused, NOT_WRITABLE):
        # Blocked, or never written to the bot: the messages wait until the person writes. To a group the bot says
        # only that it leaves, and its people decide whether it may: that is nobody's fault.
        return DeliveryDecision(DeliveryOutcome.SUSPEND if row.chat_id > 0 else DeliveryOutcome.DROP)
    if may_pass(refused):
        return DeliveryDecision(DeliveryOutcome.RETRY)
    return DeliveryDecision(DeliveryOutcome.BURY)


def _about_message(row: Outgoing) -> Mapping[tuple[str, ...], DeliveryOutcome]:
    """What refusals of its method mean; of a pinned message that is gone, that its person wants no other."""
    known = ABOUT_MESSAGES.get(row.request.method, {})
    return {**known, NOT_EDITABLE: DeliveryOutcome.DELIVERED} if row.merge_key.startswith(PINNED) else known


def may_pass(refused: TelegramError) -> bool:
    """Whether the same call can succeed later.

    After too many calls or a fault of the server it can, and after a revoked token, which the operator can replace.
    """
    return refused.code >= HTTPStatus.INTERNAL_SERVER_ERROR or refused.code in {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.UNAUTHORIZED,
    }


def as_new_message(request: BotApiRequest) -> BotApiRequest:
    """The same content as a new message instead of an edit."""
    parameters = {name: value for name, value in request.parameters.items() if name != "message_id"}
    return replace(request, method=NEW, parameters=parameters)


def move_to(request: BotApiRequest, chat_id: int) -> BotApiRequest:
    """The same call for another chat."""
    return replace(request, parameters=request.parameters | {"chat_id": chat_id})


def retry_delay(
    attempt: int,
    demanded: float | None = None,
    longest: float = LONGEST_RETRY_SECONDS,
    *,
    uniform: Uniform = uniform,
) -> float:
    """Seconds until the next attempt, doubling up to a limit; between half and all of that, at random.

    What Telegram demanded (`retry_after`) is the least instead, and up to a fifth is added. The randomness spreads what
    failed together.
    """
    if demanded is not None:
        return max(demanded, FIRST_RETRY_SECONDS) * uniform(1, 1.2)
    doubled = min(longest, FIRST_RETRY_SECONDS * 2.0 ** min(attempt, MOST_DOUBLINGS))
    return doubled * uniform(0.5, 1)


def _says(refused: TelegramError, words: tuple[str, ...]) -> bool:
    said = refused.description.casefold()  # the first letter differs between versions
    return any(each.casefold() in said for each in words)


async def call_until_answered(
    api: TelegramApi,
    stop: asyncio.Event,
    method: str,
    parameters: dict[str, Any] | None = None,
    blame: str = "BOT_TOKEN",
    *,
    uniform: Uniform = uniform,
) -> Any:  # noqa: ANN401  # a method's result is whatever Telegram returns
    """Calls a method until it succeeds and returns the result.

    Raises:
        BadSettings: Telegram does not know the token, or refuses the parameters; `blame` names the setting at fault.
        Stopped: the bot was stopped first.
    """
    return await unless_stopped(stop, _until_answered(api, method, parameters, blame, uniform))


async def _until_answered(
    api: TelegramApi, method: str, parameters: dict[str, Any] | None, blame: str, uniform: Uniform
) -> Any:  # noqa: ANN401
    attempt = 0
    while True:
        demanded = None
        try:
            return await api.call(method, parameters)
        except TelegramError as refused:
            if refused.code in NO_SUCH_BOT:
                raise BadSettings("setting-token-unknown") from None
            if refused.code == HTTPStatus.BAD_REQUEST:  # the same call would be refused again
                raise BadSettings("setting-not-taken", name=blame, why=refused.description) from None
            log_event("telegram-refuses", fault=fault_name(refused), code=refused.code)
            demanded = refused.retry_after
        except Unreachable as fault:
            log_event("telegram-not-reached", fault=fault_name(fault))
        await asyncio.sleep(retry_delay(attempt, demanded, uniform=uniform))
        attempt += 1
