"""Writes the table of settings in `docs/administrator.md` from `.env.example`: `python -m tools.settings_table`."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / ".env.example"
PAGE = ROOT / "docs" / "administrator.md"
BEGIN, END = "<!-- settings: written by `python -m tools.settings_table` -->", "<!-- settings end -->"


def table(example: str) -> str:
    """One row for each variable: name, default, and the comment above it."""
    rows = ["| variable | unset | meaning |", "|---|---|---|"]
    comments: list[str] = []
    for line in example.splitlines():
        if line.startswith("#"):
            comments.append(line.removeprefix("#").strip())
        elif found := re.fullmatch(r"([A-Z_]+)=(.*)", line):
            default = f"`{found[2]}`" if found[2] else ""
            rows.append(f"| `{found[1]}` | {default} | {' '.join(comments)} |")
            comments = []
        else:
            comments = []
    return "\n".join(rows)


def written(page: str, rows: str) -> str:
    """Replaces the table between its two marks in the page.

    Raises:
        ValueError: a mark is missing.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{PAGE.name} lacks a mark of the table")
    return f"{before}{BEGIN}\n{rows}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8"), table(EXAMPLE.read_text("utf-8"))), encoding="utf-8")
