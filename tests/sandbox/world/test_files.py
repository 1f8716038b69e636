from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from sandbox.world.files import image_size
from tests.sandbox.client import PNG

if TYPE_CHECKING:
    from sandbox.people.person import Person
    from sandbox.world.world import World
    from tests.sandbox.client import Client

pytestmark = pytest.mark.usefixtures("person")

JPEG = bytes.fromhex("ffd8ffe000040000ffc0000b080003000401011100ffd9")


async def upload(client: Client, method: str, fields: dict[str, object]) -> dict[str, Any]:
    """Returns the answer to a form; bytes are sent as files."""
    form = aiohttp.FormData()
    for name, value in fields.items():
        if isinstance(value, bytes):
            form.add_field(name, BytesIO(value), filename=f"{name}.bin", content_type="application/pdf")
        else:
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    url = f"{client.sandbox.url}/bot{client.sandbox.world.token}/{method}"
    async with client.session.post(url, data=form) as response:
        answer: dict[str, Any] = await response.json()
        assert response.status == answer.get("error_code", 200)
    return answer


async def test_a_form_uploads_a_file_by_its_name(client: Client) -> None:
    """A field that is a file needs no attach://."""
    answer = await upload(client, "sendDocument", {"chat_id": "100", "document": b"abc"})
    document = answer["result"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (
        "document.bin",
        "application/pdf",
        3,
    )


async def test_a_form_attaches_files(client: Client, world: World) -> None:
    """attach://name finds the file with that name."""
    media = [{"type": "document", "media": f"attach://f{number}"} for number in (1, 2)]
    fields = {"chat_id": 100, "media": media, "f1": b"one", "f2": b"two"}
    answer = await upload(client, "sendMediaGroup", fields)
    ids = [message["document"]["file_id"] for message in answer["result"]]
    assert [world.files.by_id[file_id].upload.data for file_id in ids] == [b"one", b"two"]


@pytest.mark.parametrize(
    ("method", "fields", "reason"),
    [
        ("sendDocument", {"document": b""}, "file must be non-empty"),
        ("sendPhoto", {"photo": b"not a picture"}, "IMAGE_PROCESS_FAILED"),
        (
            "sendPhoto",
            {"photo": PNG + b"x" * 100},
            f"file of size {len(PNG) + 100} bytes is too big for a photo; the maximum size is 100 bytes",
        ),
        (
            "sendMediaGroup",
            {
                "media": [
                    {"type": "photo", "media": "attach://a"},
                    {"type": "document", "media": "attach://a"},
                ],
                "a": PNG,
            },
            "document can't be mixed with other media types",
        ),
    ],
)
async def test_a_file_that_cannot_be_sent_is_refused(
    client: Client, world: World, method: str, fields: dict[str, object], reason: str
) -> None:
    """Emptiness, size and kind are checked."""
    world.settings.photo_limit = 100
    answer = await upload(client, method, {"chat_id": 100, **fields})
    assert answer["description"] == f"Bad Request: {reason}"


async def test_a_photo_is_no_document(client: Client) -> None:
    """An id sends a file of its own kind only."""
    answer = await upload(client, "sendPhoto", {"chat_id": 100, "photo": PNG})
    file_id = answer["result"]["photo"][0]["file_id"]
    refusal = await client.refusal("sendDocument", chat_id=100, document=file_id)
    assert refusal == "Bad Request: can't use file of type Photo as Document"


async def test_an_upload_has_a_limit(client: Client, world: World) -> None:
    """413 for a file beyond the limit, and for a body larger than any allowed file needs."""
    world.settings.upload_limit = 10
    answer = await upload(client, "sendDocument", {"chat_id": 100, "document": b"x" * 11})
    assert (answer["error_code"], answer["description"]) == (413, "Request Entity Too Large")
    answer = await upload(client, "sendDocument", {"chat_id": 100, "document": bytes(52 << 20)})
    assert (answer["error_code"], answer["description"]) == (413, "Request Entity Too Large")


async def test_a_large_file_cannot_be_fetched(client: Client, person: Person, world: World) -> None:
    """A person may send more than a bot may download."""
    world.settings.download_limit = 10
    person.send_document(b"x" * 11)
    file_id = (await client.call("getUpdates"))[0]["message"]["document"]["file_id"]
    assert await client.refusal("getFile", file_id=file_id) == "Bad Request: file is too big"


async def test_a_download_needs_a_path_and_a_token(client: Client, person: Person, world: World) -> None:
    """The path from getFile leads to the bytes; another path, or another token, does not."""
    person.send_document(b"data", "акт.pdf")
    file_id = (await client.call("getUpdates"))[0]["message"]["document"]["file_id"]
    path = (await client.call("getFile", file_id=file_id))["file_path"]
    base = client.sandbox.url
    async with client.session.get(f"{base}/file/bot{world.token}/{path}") as response:
        assert await response.read() == b"data"
    async with client.session.get(f"{base}/file/bot{world.token}/{path}x") as response:
        assert (response.status, (await response.json())["description"]) == (404, "Not Found")
    async with client.session.get(f"{base}/file/bot1:x/{path}") as response:
        assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")


def test_picture_sizes() -> None:
    """PNG and JPEG have width and height; anything else is not a picture."""
    assert image_size(PNG) == (7, 5)
    assert image_size(JPEG) == (4, 3)
    assert image_size(b"\xff\xd8\x00") is None
    assert image_size(b"GIF89a") is None
