"""The Bot API over HTTP: paths, tokens, bodies.

After tdlib/telegram-bot-api, HttpConnection.cpp, `handle`, and ClientManager.cpp, `send`.
"""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from aiohttp import hdrs, web

from sandbox.bot_api.bot_api import BotApi
from sandbox.http.answers import Refusal, bad_request, dumps, refuse, too_large
from sandbox.http.request import Request, Upload

if TYPE_CHECKING:
    from multidict import MultiDictProxy

API: web.AppKey[BotApi] = web.AppKey("bot_api", BotApi)
# The largest file with the form around it.
BODY_LIMIT = 51 << 20
_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


def json_response(body: object, status: int = 200) -> web.Response:
    """Serializes the body."""
    return web.Response(body=dumps(body).encode(), status=status, content_type="application/json")


async def bot_method(request: web.Request) -> web.StreamResponse:
    """`/bot<token>/<method>`."""
    api = request.app[API]
    try:
        _check_token(api, request)
        call = await _read(request)
    except Refusal as refusal:
        return json_response(refusal.body(), refusal.code)
    except ConnectionResetError:
        return web.Response()  # the bot ended during its call, nobody receives this
    answer = await api.answer(call)
    if answer.lost:
        return _hang_up(request)
    response = json_response(answer.body, answer.status)
    retry_after = answer.body.get("parameters", {}).get("retry_after")
    if retry_after is not None:
        response.headers[hdrs.RETRY_AFTER] = str(retry_after)
    return response


async def bot_file(request: web.Request) -> web.StreamResponse:
    """`/file/bot<token>/<file_path>`."""
    api = request.app[API]
    try:
        _check_token(api, request)
        stored = api.world.files.by_path.get(request.match_info["path"])
        if stored is None:
            raise refuse(404)
    except Refusal as refusal:
        return json_response(refusal.body(), refusal.code)
    return web.Response(body=stored.upload.data, content_type="application/octet-stream")


async def nothing_here(request: web.Request) -> web.StreamResponse:  # noqa: ARG001  # the signature of a handler
    """Any other path."""
    return json_response(refuse(404).body(), 404)


def _check_token(api: BotApi, request: web.Request) -> None:
    token = request.match_info["token"]
    if token != api.world.token:
        known = ":" in token and not token.startswith("0")
        raise refuse(401, "" if known else "invalid token specified")


def _hang_up(request: web.Request) -> web.Response:
    """Breaks the connection; nobody receives the returned response."""
    if isinstance(request.transport, asyncio.WriteTransport):
        request.transport.abort()
    return web.Response()


async def _read(request: web.Request) -> Request:
    """Reads the parameters from the query string and the body."""
    call = Request(request.match_info["method"], dict(request.query))
    if not request.can_read_body:
        return call
    try:
        if request.content_type == "application/json":
            call.values |= _object(await request.read())
        elif request.content_type in _FORMS:
            _take_form(call, await request.post())
    except web.HTTPRequestEntityTooLarge:
        # Drain the body: a client that is still sending would not see the answer.
        while await request.content.readany():
            pass
        raise too_large() from None
    return call


def _object(body: bytes) -> dict[str, object]:
    try:
        values = json.loads(body)
    except ValueError:
        raise bad_request("object expected as a JSON body") from None
    if not isinstance(values, dict):
        raise bad_request("object expected as a JSON body")
    return values


def _take_form(call: Request, form: MultiDictProxy[str | bytes | bytearray | web.FileField]) -> None:
    for name, value in form.items():
        if isinstance(value, web.FileField):
            call.uploads[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            call.values[name] = value if isinstance(value, str) else value.decode()
