"""Python's cyclic garbage collection, set for a process that works in batches."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Updates of a batch live until its commit: at the default of 700 allocations the collector would walk them again and
# again, which costs a tenth of the batch. Nearly all of them are freed by reference counts in the end.
YOUNG_OBJECTS = 20_000


@contextmanager
def undisturbed() -> Iterator[None]:
    """For importing much: none of it is garbage, and looking through it again and again takes a tenth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def settle() -> None:
    """Call once, when everything is loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)
