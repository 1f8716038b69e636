"""Reads a zip file that anybody may have sent: in bounded memory, and never with a traceback."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zipfile import ZipInfo

LONGEST_FILE = 2_000_000  # bytes, as sent; a stamped copy has about 6,000
LONGEST_CONTENT = 8_000_000  # bytes of all members together
MOST_MEMBERS = 100
# What reading one may raise; RuntimeError where it is encrypted.
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, struct.error)


class Unreadable(ValueError):
    """The bytes are no zip file, or one that nobody should unpack."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The members of a zip file.

    Attributes:
        files: name → content; of several of the same name, the first.
        plain: whether these files are all there is: each name once, nothing before, between the lines or after them
            that one program would read and another would not.
    """

    files: Mapping[str, bytes]
    plain: bool


def unzip(content: bytes) -> Archive:
    """The members of a zip file.

    Raises:
        Unreadable: it is none, is broken, encrypted, or too large.
    """
    if len(content) > LONGEST_FILE:
        raise Unreadable("too large")
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _read(archive, content)
    except _BROKEN as error:
        raise Unreadable(f"no zip file: {type(error).__name__}") from None


def _read(archive: ZipFile, content: bytes) -> Archive:
    members = [member for member in archive.infolist() if not _empty_folder(member)]
    if len(members) > MOST_MEMBERS or any(map(_foreign, members)):
        raise Unreadable("not how a document is packed")
    files: dict[str, bytes] = {}
    left = LONGEST_CONTENT
    for member in members:
        with archive.open(member) as file:
            read = file.read(left + 1)
        left -= len(read)
        if left < 0:
            raise Unreadable("too large when unpacked")
        files.setdefault(member.filename, read)
    whole = content.startswith(b"PK\3\4") and not archive.comment
    return Archive(files, plain=whole and len(files) == len(members))


def _empty_folder(member: ZipInfo) -> bool:
    return member.is_dir() and member.file_size == 0


def _foreign(member: ZipInfo) -> bool:
    return member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}
