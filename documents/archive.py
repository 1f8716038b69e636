"""A zip file from members that are already deflated: what stays the same in every document is packed once."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DEFLATE = 8
_VERSION = 20  # the least version of the format that knows deflate
_EARLIEST = (0, 0x21)  # 1980-01-01 00:00, the earliest a zip can tell: same input, same bytes
_LOCAL = struct.Struct("<4s5H3L2H")  # APPNOTE 4.3.7
_CENTRAL = struct.Struct("<4s6H3L5H2L")  # APPNOTE 4.3.12
_END = struct.Struct("<4s4H2LH")  # APPNOTE 4.3.16


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the archive: its name, and its content deflated."""

    name: bytes
    packed: bytes
    size: int
    crc: int

    @classmethod
    def of(cls, name: str, content: bytes) -> Member:
        """Deflate a file; NAME is ASCII, as the names in a DOCX are."""
        return cls(name.encode("ascii"), _deflate(content), len(content), zlib.crc32(content))

    def sizes(self) -> tuple[int, int, int, int, int, int, int, int]:
        """What the file's two headers have in common, from the method on, without the length of the extra field."""
        return _DEFLATE, *_EARLIEST, self.crc, len(self.packed), self.size, len(self.name), 0


def pack(members: Iterable[Member]) -> bytes:
    """The zip file with these members, in this order."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        sizes = member.sizes()
        header = _LOCAL.pack(b"PK\3\4", _VERSION, 0, *sizes)
        files += (header, member.name, member.packed)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, 0, *sizes, 0, 0, 0, 0, offset), member.name)
        offset += len(header) + len(member.name) + len(member.packed)
    index, count = b"".join(directory), len(directory) // 2
    return b"".join((*files, index, _END.pack(b"PK\5\6", 0, 0, count, count, len(index), offset, 0)))


def _deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()
