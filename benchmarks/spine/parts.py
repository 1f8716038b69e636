"""All parts of these benchmarks by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.spine import in_process, memory, over_http, starting, tapping

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.measure import Figure

PARTS: dict[str, Callable[[], list[Figure]]] = {
    "in-process": in_process.run,
    "http": over_http.run,
    "tap": tapping.run,
    "memory": memory.run,
    "start": starting.run,
}
