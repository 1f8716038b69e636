"""Timing, and the table of figures."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value, its lower target, and how it was measured."""

    name: str
    value: float
    least: float
    unit: str
    note: str

    @property
    def holds(self) -> bool:
        """Whether the value reaches the target."""
        return self.value >= self.least


def median_ms(call: Callable[[T], object], arguments: Sequence[T]) -> float:
    """Median time of the call over the arguments, in milliseconds."""
    times = []
    for argument in arguments:
        started = perf_counter()
        call(argument)
        times.append((perf_counter() - started) * 1000)
    return median(times)


def table(figures: Sequence[Figure]) -> str:
    """Formats the figures as Markdown."""
    rows = ["| figure | value | at least | holds | note |", "|---|---|---|---|---|"]
    rows += [
        f"| {f.name} | {f.value:.3g} {f.unit} | {f.least:g} | {'yes' if f.holds else 'NO'} | {f.note} |"
        for f in figures
    ]
    return "\n".join(rows)
