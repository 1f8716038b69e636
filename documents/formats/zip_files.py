"""ZIP files: written deterministically, and read without trusting their own metadata."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from zipfile import ZipInfo

_SHORT = 512  # bytes
_PLAIN = struct.Struct("<BHH")  # header of an uncompressed block (RFC 1951, 3.2.4)
_LAST = b"\x03\x00"  # an empty final block
_STORED, _DEFLATE = 0, 8
_VERSION = 20  # the first version of the format with deflate
_EARLIEST = (
    0,
    0x21,
)  # 1980-01-01 00:00, the earliest date of the format, keeps the bytes the same
_LOCAL = struct.Struct("<4s5H3L2H")  # APPNOTE 4.3.7
_ENTRY = struct.Struct("<4s6H3L5HL")  # APPNOTE 4.3.12, up to the offset
_END = struct.Struct("<4s4H2LH")  # APPNOTE 4.3.16
LONGEST_FILE = 2_000_000  # in bytes; a stamped copy has about 6,000
LONGEST_CONTENT = 8_000_000  # in bytes, all members together
MOST_MEMBERS = 100
# Errors of reading an archive; RuntimeError means that it is encrypted.
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, struct.error)


class Member(NamedTuple):
    """A file of the archive: local header with content, and its directory entry without the offset."""

    local: bytes
    entry: bytes
    name: bytes

    @classmethod
    def of(cls, name: str, content: bytes) -> Member:
        """Deflates a file; `name` must be ASCII, as all names in a DOCX are."""
        return cls.joined(name, (content,), (deflate(content),))

    @classmethod
    def stored(cls, name: str, content: bytes) -> Member:
        """Stores a file uncompressed: pictures and PDFs hardly shrink, and compressing megabytes takes time."""
        return cls._written(name, content, content, _STORED)

    @classmethod
    def joined(cls, name: str, pieces: Iterable[bytes], packed: Iterable[bytes]) -> Member:
        """Joins pieces to a file; `packed` holds the same pieces, each through `deflate` or `wrap`."""
        return cls._written(name, b"".join(pieces), b"".join((*packed, _LAST)), _DEFLATE)

    @classmethod
    def _written(cls, name: str, content: bytes, blocks: bytes, method: int) -> Member:
        encoded_name = name.encode("ascii")
        common = (
            method,
            *_EARLIEST,
            zlib.crc32(content),
            len(blocks),
            len(content),
            len(encoded_name),
            0,
        )
        local = _LOCAL.pack(b"PK\3\4", _VERSION, 0, *common) + encoded_name + blocks
        return cls(
            local,
            _ENTRY.pack(b"PK\1\2", _VERSION, _VERSION, 0, *common, 0, 0, 0, 0),
            encoded_name,
        )


def deflate(content: bytes) -> bytes:
    """Deflated blocks that are byte-aligned and refer to nothing before them, so they can be joined with any others."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)


def wrap(content: bytes) -> bytes:
    """Like `deflate`, but stores a short text uncompressed, because starting zlib costs more than it saves."""
    if len(content) > _SHORT:
        return deflate(content)
    return _PLAIN.pack(0, len(content), len(content) ^ 0xFFFF) + content


def pack(members: Iterable[Member]) -> bytes:
    """Writes the archive with its members in this order."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        files.append(member.local)
        directory += (member.entry, offset.to_bytes(4, "little"), member.name)
        offset += len(member.local)
    index, count = b"".join(directory), len(files)
    return b"".join((*files, index, _END.pack(b"PK\5\6", 0, 0, count, count, len(index), offset, 0)))


class Unreadable(ValueError):
    """Not a zip file, or not one that is safe to unpack."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The members of a zip file.

    Attributes:
        files: name → content; the first of several with the same name.
        plain: whether there is nothing else: each name once, and no bytes before, between or after the members that one
            program would read and another would not.
    """

    files: Mapping[str, bytes]
    plain: bool


def unzip(content: bytes) -> Archive:
    """Unpacks a zip file.

    Raises:
        Unreadable: not a zip file, or a broken, encrypted or too large one.
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
