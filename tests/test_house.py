"""The house keeps its shape: rooms small enough to be seen at a glance, and no two modules that need each other."""

from __future__ import annotations

import ast
import re
from collections import Counter
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

from tools.affected_tests import PRODUCT

ROOT = Path(__file__).parents[1]
MOST_MODULES = 14
A_FILE_A_POINT = "tests/standard"
# Words that once stood for what the field has a word for (docs/glossary.md), or for several things at once.
GONE = {
    *("Aim", "Appointing", "Erasing", "Handing", "Happened", "Heap", "Held", "Inviting", "Opinions"),
    *("Rooms", "Sealer", "Shelf", "Sight", "Silence", "Told", "Visitor"),
}
HUMP = re.compile(r"[A-Z][a-z0-9]*")


def test_no_folder_is_crowded() -> None:
    """Whoever opens one sees all that is in it."""
    modules = [each for room in (*PRODUCT, "benchmarks", "tests") for each in (ROOT / room).rglob("*.py")]
    sizes = Counter(str(each.parent.relative_to(ROOT)) for each in modules if each.name != "__init__.py")
    assert {folder for folder, size in sizes.items() if size > MOST_MODULES} <= {A_FILE_A_POINT}


def test_names_are_the_fields_words() -> None:
    """A class is called what the glossary calls it; the words of before do not come back."""
    found = {
        f"{path.relative_to(ROOT)}: {node.name}"
        for room in PRODUCT
        for path in (ROOT / room).rglob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and GONE & set(HUMP.findall(node.name))
    }
    assert found == set()


@pytest.mark.untraced
def test_no_circle_of_imports() -> None:
    """Those for types count as well: what two modules know of each other belongs into one, or into a third."""
    graph = grimp.build_graph(*PRODUCT, "benchmarks", "tools", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        tuple(TopologicalSorter(imports).static_order())
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))
