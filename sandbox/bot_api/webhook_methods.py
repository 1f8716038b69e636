"""Methods that set, delete and describe the webhook.

Error messages after tdlib/telegram-bot-api, Client.cpp, `do_set_webhook`. Unlike the real server, the stand-in delivers
over plain HTTP, and only to this machine.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sandbox.http.loopback import is_loopback
from sandbox.http.refusals import bad_request
from sandbox.world.records import Webhook

if TYPE_CHECKING:
    from sandbox.http.request import Request
    from sandbox.http.shapes import JsonObject
    from sandbox.world.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]*")
SECRET_LIMIT = 256
CONNECTIONS = (40, 1, 100)


def read_allowed(world: World, request: Request) -> None:
    """Applies `allowed_updates`, if present, to future updates; an empty list restores the default."""
    allowed = request.structure("allowed_updates", "allowed_updates")
    if isinstance(allowed, list):
        world.updates.allowed = frozenset(str(kind).lower() for kind in allowed)


def set_webhook(world: World, request: Request) -> bool:
    """Delivers updates to an address from now on; an empty address deletes the webhook."""
    url = request.text("url")
    if not url:
        return delete_webhook(world, request)
    secret = request.text("secret_token")
    if len(secret) > SECRET_LIMIT:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise bad_request("invalid webhook URL specified")
    if not is_loopback(host):
        raise bad_request("bad webhook: the sandbox delivers to loopback addresses only")
    _drop(world, request)
    read_allowed(world, request)
    world.webhook = Webhook(url, secret, request.integer("max_connections", *CONNECTIONS))
    return True


def delete_webhook(world: World, request: Request) -> bool:
    """Returns to getUpdates."""
    _drop(world, request)
    world.webhook = None
    return True


def get_webhook_info(world: World, request: Request) -> JsonObject:  # noqa: ARG001  # all methods have the same signature
    """Returns a WebhookInfo."""
    hook = world.webhook
    found: JsonObject = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if hook:
        found["max_connections"] = hook.max_connections
        if hook.last_error_message:
            found["last_error_date"] = hook.last_error_date
            found["last_error_message"] = hook.last_error_message
    if world.updates.allowed:
        found["allowed_updates"] = sorted(world.updates.allowed)
    return found


def _drop(world: World, request: Request) -> None:
    if request.boolean("drop_pending_updates"):
        world.updates.clear()
