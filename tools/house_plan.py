"""Draws the plan of the house from its imports into `docs/architecture.md`: `python -m tools.house_plan`.

The arrows are imports between rooms, also those for types alone; the table shows the place of a capability in each.
"""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

from tools.affected_tests import PRODUCT, ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- plan: drawn by `python -m tools.house_plan` -->", "<!-- plan end -->"
CAPABILITIES = (
    *("applications", "casework", "complaints", "offices", "staff"),
    *("indicators", "privacy", "history", "receipts", "uploads"),
)
LAYERS = ("domain", "services", "storage", "documents", "dialogs", "handlers")


def imports_between_rooms(root: Path) -> set[tuple[str, str]]:
    """Who imports whom."""
    return {
        (room, other)
        for room in PRODUCT
        for path in (root / room).rglob("*.py")
        for other in _imported(path)
        if other in PRODUCT and other != room
    }


def _imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    names = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    names |= {each.name for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names}
    return {name.partition(".")[0] for name in names}


def picture(arrows: set[tuple[str, str]]) -> str:
    """A Mermaid flowchart, which GitHub draws."""
    rows = ["```mermaid", "flowchart TD"]
    rows += [f"  {here} --> {there}" for here, there in sorted(arrows)]
    return "\n".join([*rows, "```"])


def places(root: Path) -> str:
    """A row a capability, a column a room: the package or module of that name."""
    rows = [f"| | {' | '.join(f'`{each}/`' for each in LAYERS)} |", f"|---|{'---|' * len(LAYERS)}"]
    for capability in CAPABILITIES:
        cells = [_place(root / layer, capability) for layer in LAYERS]
        rows.append(f"| **{capability}** | {' | '.join(cells)} |")
    return "\n".join(rows)


def _place(room: Path, capability: str) -> str:
    package = room / capability
    if package.is_dir():
        modules = sorted(each.stem for each in package.glob("*.py") if each.stem != "__init__")
        return ", ".join(modules)
    return f"`{capability}.py`" if (room / f"{capability}.py").is_file() else ""


def drawn(page: str, root: Path = ROOT) -> str:
    """The page with the plan of now between its two marks.

    Raises:
        ValueError: a mark is missing.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{PAGE.name} lacks a mark of the plan")
    return f"{before}{BEGIN}\n{picture(imports_between_rooms(root))}\n\n{places(root)}\n{END}{after}"


def main() -> None:
    """Writes the page anew."""
    PAGE.write_text(drawn(PAGE.read_text("utf-8")), "utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
