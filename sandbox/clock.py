"""What time it is for the stand-in: asked in one place, so that a test can say otherwise."""

from __future__ import annotations

import time


def now() -> float:
    """Seconds since 1970."""
    return time.time()
