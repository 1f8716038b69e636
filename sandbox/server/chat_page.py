"""The chat page: its files (`/` and `/page/`) and its requests (`/chatapi/`)."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from aiohttp import web

from sandbox.http.request import Upload
from sandbox.people import phone
from sandbox.people.acts import act
from sandbox.people.person import Person
from sandbox.server.http_api import API, json_response

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiohttp.typedefs import Handler

    from sandbox.http.answers import JsonObject
    from sandbox.world.world import World

CLOSING: web.AppKey[asyncio.Event] = web.AppKey("closing", asyncio.Event)
HEARTBEAT_SECONDS = 15.0
# Changes come in bursts: one commit of the bot sends several messages.
GATHER_SECONDS = 0.02
PAGE = Path(__file__).parents[1] / "page"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
# Only this server's own files: no inline script or style, no frames, no other hosts.
POLICY = (
    "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_FILE_POLICY = "default-src 'none'; sandbox"
_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def add_page(app: web.Application) -> None:
    """Adds the chat page to `app`."""
    app[CLOSING] = asyncio.Event()
    app.on_shutdown.append(_close)
    routes: list[tuple[str, str, Handler]] = [
        ("GET", "/", _index),
        ("GET", "/page/{name}", _page_file),
        ("GET", "/chatapi/personas", _answering(_personas)),
        ("POST", "/chatapi/persona", _answering(_add_persona)),
        ("GET", "/chatapi/state", _answering(_state)),
        ("GET", "/chatapi/events", _events),
        ("POST", "/chatapi/act", _answering(_act)),
        ("POST", "/chatapi/file", _answering(_send_file)),
        ("GET", "/chatapi/file/{file_id}", _shared_file),
    ]
    for method, path, handler in routes:
        app.router.add_route(method, path, handler)


def _answering(answer: Callable[[World, web.Request], Awaitable[object]]) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        world = request.app[API].world
        phone.meet_all(world)
        try:
            return json_response(await answer(world, request))
        except (LookupError, TypeError, ValueError) as error:
            return json_response({"error": f"{type(error).__name__}: {error}"}, 400)

    return handle


async def _close(app: web.Application) -> None:
    app[CLOSING].set()
    app[API].world.changes.note()


async def _personas(world: World, _request: web.Request) -> object:
    return {"personas": phone.personas(world)}


async def _add_persona(world: World, request: web.Request) -> object:
    body = await _object(request)
    person = phone.newcomer(world, str(body["name"]), str(body.get("language", "ru")))
    world.changes.note()
    return person.user.to_json()


async def _state(world: World, request: web.Request) -> object:
    return phone.state(world, _who(world, request.query["persona"]))


async def _act(world: World, request: web.Request) -> object:
    body = await _object(request)
    person = _who(world, body["persona"])
    if body["do"] == "language":
        return _speak(world, person, str(body["language"]))
    update_id = act(world, {**body, "user": person.user.id})
    world.changes.note()
    return {"update_id": update_id}


def _speak(world: World, person: Person, language: str) -> JsonObject:
    """Sets the language of a person's Telegram, which is part of each of their updates."""
    if language not in phone.LANGUAGES:
        raise ValueError(f"no language {language!r}")
    person.user.language_code = language
    world.changes.note()
    return {"update_id": 0}


async def _send_file(world: World, request: web.Request) -> object:
    person = _who(world, request.query["persona"])
    upload = _uploaded(request, await request.read())
    more = {"caption": caption} if (caption := request.query.get("caption", "")) else {}
    if not upload.data:
        raise ValueError("the file is empty")
    # As in Telegram, a file that is not a picture is sent as a document, however it was chosen.
    if request.query.get("kind") == "photo" and _picture_type(upload.data):
        return {"update_id": person.send_photo(upload.data, **more)}
    return {"update_id": person.send_document(upload.data, upload.name, upload.mime, **more)}


async def _events(request: web.Request) -> web.StreamResponse:
    """Server-sent events: the count of changes, at once and whenever it grows."""
    changes, closing = request.app[API].world.changes, request.app[CLOSING]
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    await response.write(b"retry: 500\n\n")
    count = changes.count
    # A page is closed by breaking the connection.
    with suppress(ConnectionResetError):
        while not closing.is_set():
            await response.write(f"data: {count}\n\n".encode())
            count = await _next(request, count, response)
    return response


async def _next(request: web.Request, count: int, response: web.StreamResponse) -> int:
    changes = request.app[API].world.changes
    while True:
        try:
            async with asyncio.timeout(HEARTBEAT_SECONDS):
                await changes.after(count)
        except TimeoutError:
            await response.write(b": still here\n\n")
            continue
        await asyncio.sleep(GATHER_SECONDS)
        return changes.count


def _who(world: World, persona: object) -> Person:
    """Finds a person by id.

    Raises:
        LookupError: there is no such person.
    """
    user = world.users[int(str(persona))]
    if user.is_bot:
        raise LookupError("the bot is nobody's phone")
    return Person(world, user)


async def _object(request: web.Request) -> JsonObject:
    body = json.loads(await request.read() or b"{}")
    if not isinstance(body, dict):
        raise TypeError("an object is expected")
    return body


async def _index(_request: web.Request) -> web.StreamResponse:
    """`/`."""
    return _static("index.html")


async def _page_file(request: web.Request) -> web.StreamResponse:
    """`/page/<name>`, without subfolders."""
    return _static(request.match_info["name"])


def _static(name: str) -> web.Response:
    found = {path.name: path for path in PAGE.iterdir() if path.suffix in _TYPES}.get(name)
    if found is None:
        raise web.HTTPNotFound
    return web.Response(body=found.read_bytes(), content_type=_TYPES[found.suffix], charset="utf-8", headers=_HEADERS)


async def _shared_file(request: web.Request) -> web.StreamResponse:
    """`/chatapi/file/<file_id>`: pictures are shown, anything else is only offered for saving."""
    stored = request.app[API].world.files.by_id.get(request.match_info["file_id"])
    if stored is None:
        raise web.HTTPNotFound
    picture = _picture_type(stored.upload.data)
    how = "inline" if picture and "save" not in request.query else "attachment"
    headers = {
        **_HEADERS,
        "Content-Security-Policy": _FILE_POLICY,
        "Content-Disposition": f"{how}; filename*=UTF-8''{quote(stored.upload.name, safe='')}",
    }
    kind = picture or "application/octet-stream"
    return web.Response(body=stored.upload.data, content_type=kind, headers=headers)


def _picture_type(data: bytes) -> str:
    """The media type of a picture, by its first bytes, if browsers may show it, else empty."""
    return next((kind for start, kind in _PICTURES.items() if data.startswith(start)), "")


def _uploaded(request: web.Request, data: bytes) -> Upload:
    """The file in a request of the chat page."""
    return Upload(request.query.get("name") or "file.bin", request.content_type, data)
