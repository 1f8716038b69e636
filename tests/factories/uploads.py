"""Files that people send."""

from __future__ import annotations

from services.uploads import Offered


def offered(size: int = 1000, file_id: str = "file") -> Offered:
    """A file that came with a message and has not been fetched yet."""
    return Offered(file_id, 1, size)
