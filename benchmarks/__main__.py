"""`make bench`: every figure, as a table; exit 1 where one does not hold."""

from __future__ import annotations

import sys

from benchmarks import offices
from benchmarks.measure import table


def main() -> int:
    """Run the benchmarks."""
    figures = offices.run()
    sys.stdout.write(f"{table(figures)}\n")
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
