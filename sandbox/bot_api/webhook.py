"""The webhook: the methods that set, delete and describe it, and the deliveries to it.

After tdlib/telegram-bot-api. Error messages: Client.cpp, `do_set_webhook`; unlike the real server, the stand-in sends
over plain HTTP, and only to this machine. Deliveries: WebhookActor.cpp. Updates of one lane go in order, lanes go in
parallel up to `max_connections`. An update is repeated until the answer is 2xx, at once after the first failure, then
with a delay that doubles up to one or two minutes.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections import deque
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import aiohttp

from sandbox.http.answers import bad_request, dumps
from sandbox.http.loopback import is_loopback
from sandbox.http.request import Request
from sandbox.world.faults import DUPLICATE
from sandbox.world.records import Webhook
from sandbox.world.updates import Pending, chat_id_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sandbox.http.answers import JsonObject
    from sandbox.world.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]*")
SECRET_LIMIT = 256
CONNECTIONS = (40, 1, 100)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the name of the header, not its value
_DUPLICATE = frozenset({DUPLICATE})
_UNANSWERABLE = ("get", "setwebhook", "deletewebhook", "close", "logout")
_LONGEST_DELAY = 60
_LONGEST_RETRY_AFTER = 3600
_TIMEOUT = aiohttp.ClientTimeout(total=60)


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


class Courier:
    """Delivers the updates of `world` to one webhook until it is closed.

    `call` executes a method named in an answer of the webhook.
    """

    def __init__(self, world: World, hook: Webhook, call: Callable[[Request], Awaitable[object]]) -> None:
        self._world, self._hook, self._call = world, hook, call
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), timeout=_TIMEOUT)
        self._lanes: dict[int, deque[Pending]] = {}
        self._ready: deque[int] = deque()
        self._failures: dict[int, int] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._timers: dict[int, asyncio.TimerHandle] = {}
        self._closed = False
        world.updates.listeners.append(self._arrived)
        for update in world.updates.pending.values():
            self._arrived(update)

    async def close(self) -> None:
        """Stops; undelivered updates stay in the queue."""
        self._closed = True
        self._world.updates.listeners.remove(self._arrived)
        for timer in self._timers.values():
            timer.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.close()

    def _arrived(self, update: Pending) -> None:
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = deque([update])
        self._make_ready(update.lane)

    def _make_ready(self, lane: int) -> None:
        self._timers.pop(lane, None)
        self._ready.append(lane)
        self._pump()

    def _pump(self) -> None:
        while self._ready and not self._closed and len(self._tasks) < self._hook.max_connections:
            task = asyncio.ensure_future(self._serve(self._ready.popleft()))
            self._tasks.add(task)
            task.add_done_callback(self._served)

    def _served(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._pump()

    async def _serve(self, lane: int) -> None:
        """Delivers the first update of a lane, then gives the other lanes a turn."""
        update = self._lanes[lane][0]
        delay: float = 0
        if update.update_id in self._world.updates.pending:
            error, retry_after = await self._send(update)
            delay = self._settle(update, error, retry_after)
        if update.update_id not in self._world.updates.pending:
            self._lanes[lane].popleft()
        if not self._lanes[lane]:
            del self._lanes[lane]
        elif delay:
            self._timers[lane] = asyncio.get_running_loop().call_later(delay, self._make_ready, lane)
        else:
            self._ready.append(lane)

    async def _send(self, update: Pending) -> tuple[str, float]:
        """Makes one attempt; returns the error, if any, and the delay requested by the webhook."""
        headers = {"Content-Type": "application/json"}
        if self._hook.secret_token:
            headers[SECRET_HEADER] = self._hook.secret_token
        url, body = self._hook.url, dumps(update.body).encode()
        try:
            async with self._session.post(url, data=body, headers=headers, allow_redirects=False) as response:
                text = await response.text()
                if response.status // 100 == 2:  # noqa: PLR2004  # any success, but no redirection
                    await self._execute(text)
                    return "", 0
                wanted = response.headers.get("Retry-After", "")
                reason = f"Wrong response from the webhook: {response.status} {response.reason}"
                return reason, min(float(wanted), _LONGEST_RETRY_AFTER) if wanted.isdigit() else 0
        except aiohttp.ClientConnectorError:
            return "Connection refused", 0
        except aiohttp.ClientError:
            return "Webhook connection closed", 0
        except TimeoutError:
            return "Read timeout expired", 0

    def _settle(self, update: Pending, error: str, retry_after: float) -> float:
        """Drops a delivered update or records the failure; returns the delay before the next attempt."""
        pending, number = self._world.updates.pending, update.update_id
        if not error:
            self._failures.pop(number, None)
            if not self._world.faults.strike(_DUPLICATE, "getUpdates", chat_id_of(update.body)):
                pending.pop(number, None)
            return 0
        self._hook.last_error_date, self._hook.last_error_message = self._world.now(), error
        failures = self._failures[number] = self._failures.get(number, 0) + 1
        delay = retry_after or self._delay(failures)
        if self._world.clock() + delay > update.expires_at:
            pending.pop(number, None)
        return delay

    def _delay(self, failures: int) -> float:
        if failures == 1:
            return 0
        longest = _LONGEST_DELAY * (1 + self._world.faults.random.random())
        return self._world.settings.webhook_retry_base * min(2.0 ** min(failures - 1, 16), longest)

    async def _execute(self, text: str) -> None:
        """Executes a method named in an answer; its result is discarded."""
        if not text.startswith("{"):
            return
        try:
            values = json.loads(text)
        except ValueError:
            return
        method = str(values.pop("method", ""))
        if method and not method.lower().startswith(_UNANSWERABLE):
            await self._call(Request(method, values))
