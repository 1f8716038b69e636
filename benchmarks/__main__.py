"""`make bench`: prints all figures as a table; exits with 1 if one misses its target.

`python -m benchmarks [offices|forms|receipts|indicators|uploads|in-process|http|tap|memory|start|spine|flood ...]` runs
only these. `spine` is all but the first five and `flood`, which takes ten minutes and runs only when named.
"""

from __future__ import annotations

import sys

from benchmarks import forms, indicators, offices, receipts, uploads
from benchmarks.flood import measuring as flood
from benchmarks.measure import table
from benchmarks.spine.parts import PARTS as SPINE

PARTS = {
    "offices": offices.run,
    "forms": forms.run,
    "receipts": receipts.run,
    "indicators": indicators.run,
    "uploads": uploads.run,
    **SPINE,
}
ON_DEMAND = {"flood": flood.run}


def main(names: list[str]) -> int:
    """Runs the named benchmarks, or all that are not on demand."""
    wanted = [part for name in names for part in (SPINE if name == "spine" else [name])] or list(PARTS)
    parts = {**PARTS, **ON_DEMAND}
    if unknown := set(wanted) - parts.keys():
        sys.stderr.write(f"no such benchmark: {', '.join(sorted(unknown))}\n")
        return 2
    figures = [figure for name in wanted for figure in parts[name]()]
    sys.stdout.write(f"{table(figures)}\n")
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
