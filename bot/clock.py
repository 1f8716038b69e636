"""What time it is: asked in one place, so that a test or a benchmark can say otherwise."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)
