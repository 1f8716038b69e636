"""Controls and observes the stand-in over HTTP, for tests in another process."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from random import Random
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.http.request import Upload
from sandbox.people.acts import act, person_of
from sandbox.server.http_api import API, json_response
from sandbox.world.faults import Fault
from sandbox.world.world import World

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler

    from sandbox.http.answers import JsonObject

Answering = Callable[[World, web.Request], Awaitable[object]]


def routes() -> list[web.RouteDef]:
    """All routes under `/control/`."""
    table: list[tuple[str, str, Answering]] = [
        ("POST", "update", _post_update),
        ("POST", "act", _post_act),
        ("POST", "file", _post_file),
        ("POST", "block", _post_block),
        ("GET", "calls", _get_calls),
        ("GET", "chat/{id}", _get_chat),
        ("GET", "state", _get_state),
        ("GET", "faults", _get_faults),
        ("POST", "faults", _post_faults),
        ("DELETE", "faults", _delete_faults),
        ("POST", "reset", _post_reset),
    ]
    return [web.route(method, f"/control/{path}", _handler(answer)) for method, path, answer in table]


def _handler(answer: Answering) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            return json_response(await answer(request.app[API].world, request))
        except (LookupError, TypeError, ValueError) as error:
            return json_response({"error": f"{type(error).__name__}: {error}"}, 400)

    return handle


async def _body(request: web.Request) -> JsonObject:
    body = json.loads(await request.read() or b"{}")
    if not isinstance(body, dict):
        raise TypeError("an object is expected")
    return body


async def _post_update(world: World, request: web.Request) -> object:
    body = json.loads(await request.read())
    updates = body if isinstance(body, list) else [body]
    return {"update_ids": [world.inject(update) for update in updates]}


async def _post_act(world: World, request: web.Request) -> object:
    return {"update_id": act(world, await _body(request))}


async def _post_file(world: World, request: web.Request) -> object:
    name = request.query.get("name", "file.bin")
    stored = world.files.keep(Upload(name, request.content_type, await request.read()), "document")
    return stored.as_document() | {"file_path": stored.path}


async def _post_block(world: World, request: web.Request) -> object:
    body = await _body(request)
    person = person_of(world, body["user"])
    blocked = bool(body.get("blocked", True))
    if body.get("silent"):
        person.chat.blocked = blocked
        return {"update_id": 0}
    return {"update_id": person.block() if blocked else person.unblock()}


async def _get_calls(world: World, request: web.Request) -> object:
    since = int(request.query.get("since", "0"))
    return {
        "last": world.journal.last,
        "calls": [call.to_json() for call in world.journal.since(since)],
    }


async def _get_chat(world: World, request: web.Request) -> object:
    chat = world.chats[int(request.match_info["id"])]
    return {
        "chat": chat.to_json(),
        "blocked": chat.blocked,
        "present": chat.present,
        "keyboard": chat.keyboard,
        "notices": chat.notices,
        "messages": [chat.messages[number].to_json() for number in sorted(chat.messages)],
    }


async def _get_state(world: World, _request: web.Request) -> object:
    return {
        "bot": world.bot.to_json(),
        "users": [user.to_json() for user in world.users.values()],
        "chats": [
            {"id": chat.id, "type": chat.kind, "messages": len(chat.messages), "blocked": chat.blocked}
            for chat in world.chats.values()
        ],
        "pending": list(world.updates.pending),
        "next_update_id": world.updates.next_id,
        "unanswered_taps": [tap.id for tap in world.taps.values() if not tap.answered],
        "files": len(world.files.by_id),
        "calls": world.journal.last,
        "webhook": world.webhook.url if world.webhook else "",
        "commands": [
            {"scope": json.loads(scope), "language_code": language, "commands": commands}
            for (scope, language), commands in world.commands.items()
        ],
        "faults": [fault.to_json() for fault in world.faults.rules],
    }


async def _get_faults(world: World, _request: web.Request) -> object:
    return {"faults": [fault.to_json() for fault in world.faults.rules]}


async def _post_faults(world: World, request: web.Request) -> object:
    body = json.loads(await request.read())
    rules = [Fault.from_json(rule) for rule in (body if isinstance(body, list) else [body])]
    if "seed" in request.query:
        world.faults.random = Random(int(request.query["seed"]))  # noqa: S311  # for chance, not secrecy
    world.faults.rules.extend(rules)
    return await _get_faults(world, request)


async def _delete_faults(world: World, _request: web.Request) -> object:
    world.faults.rules.clear()
    return {"faults": []}


async def _post_reset(world: World, request: web.Request) -> object:
    world.reset()
    await request.app[API].follow_webhook()
    return {"ok": True}
