"""The moment at which things happen unless a test sets another, and moments as people name them."""

from __future__ import annotations

from datetime import UTC, datetime

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)  # a Sunday


def in_kazakhstan(text: str) -> datetime:
    """`2026-11-23T09:00` in Kazakhstan's time."""
    return datetime.fromisoformat(f"{text}+05:00")
