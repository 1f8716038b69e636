"""Methods that send and fetch files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.bot_api.chats import writable_chat
from sandbox.bot_api.sending import deliver, required
from sandbox.formatting.formatting import read_caption
from sandbox.http.answers import Refusal, bad_request, too_large
from sandbox.http.request import ATTACHED, Request, Upload
from sandbox.world.files import StoredFile, image_size

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject
    from sandbox.world.world import World

ALBUM_LIMIT = 10


def send_document(world: World, request: Request) -> JsonObject:
    """Sends a file as it is."""
    return _send(world, request, "document")


def send_photo(world: World, request: Request) -> JsonObject:
    """Sends a picture."""
    return _send(world, request, "photo")


def send_media_group(world: World, request: Request) -> list[JsonObject]:
    """Sends two to ten files as one album."""
    required(request, "media")
    items = request.structure("media", "media")
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > ALBUM_LIMIT:
        raise bad_request("too many messages to send as an album")
    contents = [read_media(world, request, item) for item in items]
    if len({"document" in content for content in contents}) > 1:
        raise bad_request("document can't be mixed with other media types")
    writable_chat(world, request)
    group = {"media_group_id": f"1{world.next_serial():015d}"}
    return [deliver(world, request, {**group, **content}) for content in contents]


def read_media(world: World, request: Request, item: object) -> JsonObject:
    """Reads an InputMedia as the content of a message (Client.cpp, `get_input_media`).

    Raises:
        Refusal: it is malformed, or of a type the stand-in does not support.
    """
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind, media = str(item.get("type", "")), str(item.get("media", ""))
    if kind not in {"photo", "document"}:
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is unsupported')
    upload = request.uploads.get(media.removeprefix(ATTACHED)) if media.startswith(ATTACHED) else None
    if upload is None and (not media or media.startswith(ATTACHED)):
        raise bad_request("can't parse InputMedia: media not found")
    caption = read_caption(world, item)
    return _content(kind, _file(world, kind, upload, media)) | caption


def get_file(world: World, request: Request) -> JsonObject:
    """Returns the path for downloading a file."""
    file_id = request.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = world.files.by_id.get(file_id)
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.upload.data) > world.settings.download_limit:
        raise bad_request("file is too big")
    return {**stored.to_json(), "file_path": stored.path}


def _send(world: World, request: Request, kind: str) -> JsonObject:
    caption = read_caption(world, request.values)
    upload, named = request.upload(kind), request.text(kind)
    if upload is None and (not named or named.startswith(ATTACHED)):
        raise bad_request(f"there is no {kind} in the request")
    writable_chat(world, request, f"{kind}s")
    return deliver(world, request, _content(kind, _file(world, kind, upload, named)) | caption)


def _content(kind: str, stored: StoredFile) -> JsonObject:
    return {kind: stored.as_photo() if kind == "photo" else stored.as_document()}


def _file(world: World, kind: str, upload: Upload | None, named: str) -> StoredFile:
    """The uploaded file, or the one named by its id."""
    if upload is not None:
        return _store(world, kind, upload)
    if named.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = world.files.by_id.get(named)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    known = "photo" if stored.path.startswith("photo") else "document"
    if known != kind:
        raise bad_request(f"can't use file of type {known.title()} as {kind.title()}")
    return stored


def _store(world: World, kind: str, upload: Upload) -> StoredFile:
    size = len(upload.data)
    if size == 0:
        raise bad_request("file must be non-empty")
    if size > world.settings.upload_limit:
        raise too_large()
    if kind == "document":
        return world.files.keep(upload, kind)
    if size > world.settings.photo_limit:
        raise _photo_too_big(size, world.settings.photo_limit)
    dimensions = image_size(upload.data)
    if dimensions is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    return world.files.keep(upload, kind, dimensions)


def _photo_too_big(size: int, limit: int) -> Refusal:
    return bad_request(f"file of size {size} bytes is too big for a photo; the maximum size is {limit} bytes")
