"""The files of the chat page, and the files shown in it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from sandbox.http.request import Upload
from sandbox.server.http_api import API

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


async def index(_request: web.Request) -> web.StreamResponse:
    """`/`."""
    return _static("index.html")


async def page_file(request: web.Request) -> web.StreamResponse:
    """`/page/<name>`, without subfolders."""
    return _static(request.match_info["name"])


def _static(name: str) -> web.Response:
    found = {path.name: path for path in PAGE.iterdir() if path.suffix in _TYPES}.get(name)
    if found is None:
        raise web.HTTPNotFound
    return web.Response(body=found.read_bytes(), content_type=_TYPES[found.suffix], charset="utf-8", headers=_HEADERS)


async def shared_file(request: web.Request) -> web.StreamResponse:
    """`/chatapi/file/<file_id>`: pictures are shown, anything else is only offered for saving."""
    stored = request.app[API].world.files.by_id.get(request.match_info["file_id"])
    if stored is None:
        raise web.HTTPNotFound
    picture = picture_type(stored.upload.data)
    how = "inline" if picture and "save" not in request.query else "attachment"
    headers = {
        **_HEADERS,
        "Content-Security-Policy": _FILE_POLICY,
        "Content-Disposition": f"{how}; filename*=UTF-8''{quote(stored.upload.name, safe='')}",
    }
    kind = picture or "application/octet-stream"
    return web.Response(body=stored.upload.data, content_type=kind, headers=headers)


def picture_type(data: bytes) -> str:
    """The media type of a picture, by its first bytes, if browsers may show it, else empty."""
    return next((kind for start, kind in _PICTURES.items() if data.startswith(start)), "")


def uploaded(request: web.Request, data: bytes) -> Upload:
    """The file in a request of the chat page."""
    return Upload(request.query.get("name") or "file.bin", request.content_type, data)
