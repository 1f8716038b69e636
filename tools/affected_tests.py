"""Finds the tests that a change affects, nearest first, from the imports alone, so no earlier run is needed."""

from __future__ import annotations

import re
from collections import deque
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import grimp

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = ("assets", "bot", "dialogs", "documents", "domain", "handlers", "sandbox", "services", "storage")
REST = ("benchmarks", "tests", "tools")
STARTED = re.compile(r'"-m", "([\w.]+)"')  # starting a process counts as importing its module
LAST = "e2e"  # these tests import the whole bot and take longest, so they come last at equal distance


def tests_of(changed: Iterable[str]) -> list[str]:
    """Files of tests that import a changed file directly or indirectly, sorted by the number of imports between.

    Args:
        changed: paths relative to the checkout; anything but Python, such as a text or template, counts as a change of
            the package it lies in.
    """
    distances = _distances({module for path in changed for module in _modules(path)})
    found = ((distance, LAST in module, module) for module, distance in distances.items() if _is_test(module))
    return [f"{module.replace('.', '/')}.py" for _, _, module in sorted(found)]


def _is_test(module: str) -> bool:
    return module.startswith("tests.") and module.rpartition(".")[2].startswith("test_")


def _distances(changed: set[str]) -> dict[str, int]:
    """The distance, in imports, of every module that depends on a changed one."""
    graph = _graph()
    distances = dict.fromkeys(changed & graph.modules, 0)
    waiting = deque(distances)
    while waiting:
        module = waiting.popleft()
        for importer in graph.find_modules_that_directly_import(module):
            if importer not in distances:
                distances[importer] = distances[module] + 1
                waiting.append(importer)
    return distances


def _modules(path: str) -> set[str]:
    """The module of a path, or all modules of the package that contains a data file."""
    parts = Path(path).with_suffix("").parts
    if path.endswith(".py"):
        return {".".join(parts[:-1] if parts[-1] == "__init__" else parts)}
    packages = (".".join(parts[:end]) for end in range(len(parts) - 1, 0, -1))
    package = next((each for each in packages if each in _graph().modules), None)
    return {package, *_graph().find_descendants(package)} if package else set()


@cache
def _graph() -> grimp.ImportGraph:
    graph = grimp.build_graph(*PRODUCT, *REST, exclude_type_checking_imports=True)
    for path in (path for room in REST for path in (ROOT / room).rglob("*.py")):
        starter = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for name in STARTED.findall(path.read_text("utf-8")):
            started = f"{name}.__main__" if f"{name}.__main__" in graph.modules else name
            if {starter, started} <= graph.modules:
                graph.add_import(importer=starter, imported=started)
    return graph
