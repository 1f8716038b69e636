"""Measures the code base: `python -m tools.shape [FOLDER]`, for this checkout or another one.

Sizes of modules and folders, the share of public names that are one word, and the share of lines that are imports,
where each imported name counts as a line.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tools.affected_tests import PRODUCT, ROOT

ROOMS = [room for room in PRODUCT if room != "sandbox"]
HUMP = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")


@dataclass(frozen=True, slots=True)
class Module:
    """The measurements of one file."""

    path: Path
    lines: int
    imported: int
    names: tuple[str, ...]


def read(path: Path) -> Module:
    """Measures a file."""
    source = path.read_text("utf-8")
    tree = ast.parse(source)
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    defined = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    names = tuple(node.name for node in tree.body if isinstance(node, defined) and not node.name.startswith("_"))
    return Module(path, len(source.splitlines()), sum(len(node.names) for node in imports), names)


def figures(root: Path) -> dict[str, str]:
    """All measures by name."""
    modules = [
        read(path) for room in ROOMS for path in sorted((root / room).rglob("*.py")) if path.name != "__init__.py"
    ]
    folders = Counter(each.path.parent.relative_to(root) for each in modules)
    crowded, most = folders.most_common(1)[0]
    names = [name for each in modules for name in each.names]
    single = sum(len(HUMP.findall(name)) == 1 for name in names)
    sizes = [each.lines for each in modules]
    lines, imported = sum(sizes), sum(each.imported for each in modules)
    return {
        "modules": f"{len(modules)}",
        "lines": f"{lines:,}",
        "lines a module": f"median {median(sizes):.0f}, most {max(sizes)}",
        "modules a folder": f"most {most} ({crowded})",
        "one-word public names": f"{single / len(names):.0%} of {len(names)}",
        "imported names": f"{imported / lines:.0%} of the lines",
    }


def main() -> None:
    """Prints the measures."""
    root = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT
    for name, value in figures(root).items():
        sys.stdout.write(f"{name:<24}{value}\n")


if __name__ == "__main__":
    main()
