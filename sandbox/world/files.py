"""Files with the ids and paths that Telegram would give them."""

from __future__ import annotations

import hashlib
import struct
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject
    from sandbox.http.request import Upload

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_JPEG_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A stored file; `size` is the width and height of a photo."""

    file_id: str
    unique_id: str
    path: str
    upload: Upload
    size: tuple[int, int] = (0, 0)

    def to_json(self) -> JsonObject:
        """The fields common to all types of files."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.upload.data),
        }

    def as_document(self) -> JsonObject:
        """As a Document."""
        return {"file_name": self.upload.name, "mime_type": self.upload.mime, **self.to_json()}

    def as_photo(self) -> list[JsonObject]:
        """As an array of PhotoSize, with a single size."""
        width, height = self.size
        return [{**self.to_json(), "width": width, "height": height}]


@dataclass(slots=True)
class FileStore:
    """All files, by id and by path."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)

    def keep(self, upload: Upload, kind: str, size: tuple[int, int] = (0, 0)) -> StoredFile:
        """Stores a file of a kind ("document" or "photo") under an id of realistic length."""
        number = len(self.by_id)
        digest = hashlib.sha256(upload.data).digest()
        file_id = urlsafe_b64encode(f"{kind}-{number:08d}-".encode() + digest).decode().rstrip("=")
        path = f"{kind}s/file_{number}{PurePosixPath(upload.name).suffix}"
        stored = StoredFile(file_id, digest.hex()[:16], path, upload, size)
        self.by_id[file_id] = self.by_path[path] = stored
        return stored


def image_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG; None for anything else."""
    if data.startswith(_PNG) and len(data) >= 24:  # noqa: PLR2004  # signature, chunk header, two numbers
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    return _jpeg_size(data) if data.startswith(_JPEG) else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004  # the first byte of every segment
        length, height, width = struct.unpack(">HxHH", data[at + 2 : at + 9])
        if data[at + 1] in _JPEG_FRAMES:
            return width, height
        at += 2 + length
    return None
