"""Kazakhstan's time: one zone for the whole country since 2024-03-01."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import date, datetime

KAZAKHSTAN = ZoneInfo("Asia/Almaty")


def day_of(when: datetime) -> date:
    """The day of a moment as the offices count it."""
    return when.astimezone(KAZAKHSTAN).date()
