"""Where updates come from: long polling, or the webhook where its address is set."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from bot.delivery.bot_profile import update_profile
from bot.delivery.error_policy import call_until_answered
from bot.monitoring import fault_name, log_event
from bot.settings import BadSettings
from bot.updates.polling import poll
from bot.updates.webhook import Webhook

if TYPE_CHECKING:
    from bot.delivery.telegram_api import TelegramApi
    from bot.settings import Settings
    from bot.updates.processor import Processor

MOST_CONNECTIONS = 100


async def bring_updates(settings: Settings, api: TelegramApi, processor: Processor, stop: asyncio.Event) -> None:
    """Bring updates until told to stop; meanwhile Telegram learns the bot's name and commands.

    Raises:
        BadSettings: nothing can be listened at, or Telegram does not take the address.
        Stopped: told to stop before Telegram let the bot begin.
    """
    naming = asyncio.create_task(update_profile(api, processor.containers.options.library))
    types = processor.dispatch.update_types
    try:
        if settings.webhook_url is None:
            await call_until_answered(api, stop, "deleteWebhook")
            await poll(api, processor, stop, seconds=settings.poll_seconds, update_types=types)
        else:
            await _take_webhook(settings, api, processor, stop)
    finally:
        naming.cancel()
        (fault,) = await asyncio.gather(naming, return_exceptions=True)
        if isinstance(fault, Exception):
            log_event("stray-fault", fault=fault_name(fault))


async def _take_webhook(settings: Settings, api: TelegramApi, processor: Processor, stop: asyncio.Event) -> None:
    assert settings.webhook_url is not None  # noqa: S101  # the caller asked
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    webhook = Webhook(processor, secret)
    async with AsyncExitStack() as stack:
        path = settings.webhook_url.path or "/"
        try:
            await stack.enter_async_context(webhook.listen(path, settings.webhook_host, settings.webhook_port))
        except OSError as error:
            at = f"{settings.webhook_host}:{settings.webhook_port}"
            raise BadSettings("setting-webhook-address", address=at, why=_why(error)) from None
        hook = {
            "url": str(settings.webhook_url),
            "secret_token": secret,
            "allowed_updates": processor.dispatch.update_types,
            "max_connections": MOST_CONNECTIONS,
        }
        await call_until_answered(api, stop, "setWebhook", hook, blame="WEBHOOK_URL")
        await webhook.work(stop)


def _why(error: OSError) -> str:
    """In the system's words, without asyncio's around them."""
    if isinstance(error, socket.gaierror) or not error.errno:
        return error.strerror or str(error)
    return os.strerror(error.errno)
