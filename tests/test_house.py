"""The structure of the code: folders small enough to see at a glance, and no two modules that need each other."""

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
# Words once used for something that has a proper word (docs/glossary.md), or for several things at once.
GONE = {
    *("Aim", "Appointing", "Erasing", "Handing", "Happened", "Heap", "Held", "Inviting", "Opinions"),
    *("Desk", "Rooms", "Sealer", "Shelf", "Sight", "Silence", "Told", "Visitor"),
}
GONE_FROM_FUNCTIONS = {
    "aim",
    "anew",
    "bury",
    "desk",
    "doomed",
    "heap",
    "held",
    "looks",
    "mine",
    "patiently",
    "sight",
    "told",
}
# Nouns of the domain that every reader knows, or that qualify a noun of the glossary: they need no row there.
EVERYDAY = {
    *("Admin", "Element", "File", "Format", "Grievance", "Invitation", "Membership", "Question", "Record", "Remains"),
    *("Change", "Changed", "Choice", "Difference", "Label", "Questionnaire", "Shape"),
    *("Counts", "Damage", "Declaration", "Moment", "Sheet", "State", "Text"),
    *(
        "Action",
        "Addressee",
        "Attachment",
        "Calendar",
        "Citation",
        "Closed",
        "Condition",
        "Correction",
        "Cost",
        "Count",
    ),
    *(
        "Defect",
        "Digest",
        "Direction",
        "Entry",
        "Event",
        "Fee",
        "Field",
        "Form",
        "Ground",
        "Index",
        "Item",
        "Kind",
        "Language",
    ),
    *(
        "Level",
        "Limits",
        "Link",
        "Material",
        "Measure",
        "Near",
        "Open",
        "Opinion",
        "Part",
        "Period",
        "Place",
        "Presentation",
    ),
    *(
        "Proof",
        "Region",
        "Registration",
        "Repeal",
        "Reason",
        "Schedule",
        "Scope",
        "Shortfall",
        "Source",
        "Stamp",
        "Statement",
    ),
    *(
        "Copies",
        "Parts",
        "Status",
        "Step",
        "Table",
        "Tally",
        "Target",
        "Term",
        "Territory",
        "Timing",
        "Topic",
        "Window",
        "Id",
    ),
}
ERRORS = {"DomainError", "Denied", "Exception", "ValueError", "UploadRefused", "BrokenFile", "TooMany", "IllegalMove"}
HUMP = re.compile(r"[A-Z][a-z0-9]*")


def test_no_folder_is_crowded() -> None:
    """All modules of a folder can be seen at a glance."""
    modules = [each for room in (*PRODUCT, "benchmarks", "tests") for each in (ROOT / room).rglob("*.py")]
    sizes = Counter(str(each.parent.relative_to(ROOT)) for each in modules if each.name != "__init__.py")
    assert {folder for folder, size in sizes.items() if size > MOST_MODULES} <= {A_FILE_A_POINT}


def test_names_are_the_fields_words() -> None:
    """A class has the glossary's name; the former words do not come back."""
    found = {
        f"{path.relative_to(ROOT)}: {node.name}"
        for room in PRODUCT
        for path in (ROOT / room).rglob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and GONE & set(HUMP.findall(node.name))
    }
    assert found == set()


def test_functions_are_the_fields_words() -> None:
    """Public functions and methods have them, too."""
    found = {
        f"{path.relative_to(ROOT)}: {node.name}"
        for room in PRODUCT
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and GONE_FROM_FUNCTIONS & set(node.name.split("_"))
    }
    assert found == set()


def test_the_glossary_has_the_nouns_of_the_domain() -> None:
    """A class of the domain is named after a word of the glossary or an everyday word; errors say what is wrong."""
    glossary = set(re.findall(r"[a-z]+", (ROOT / "docs" / "glossary.md").read_text("utf-8").lower()))
    found = {}
    for path in (ROOT / "domain").rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not _is_error(node):
                noun = (HUMP.findall(node.name) or [node.name])[-1]
                if noun not in EVERYDAY and not {noun.lower(), noun.lower().removesuffix("s")} & glossary:
                    found[node.name] = str(path.relative_to(ROOT))
    assert found == {}


def _is_error(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id in ERRORS for base in node.bases)


@pytest.mark.untraced
def test_no_circle_of_imports() -> None:
    """Imports for types count as well: what two modules know of each other belongs in one of them, or in a third."""
    graph = grimp.build_graph(*PRODUCT, "benchmarks", "tools", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        tuple(TopologicalSorter(imports).static_order())
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))
