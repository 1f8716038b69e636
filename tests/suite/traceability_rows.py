"""The rows of the traceability page and the tests that show them, read from the files without importing a test."""

from __future__ import annotations

import ast
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "standard"
APPENDIX = "app."
_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True)
class Row:
    """A point, a sub-point or an appendix of the standard.

    Attributes:
        id: `7`, `11.1` or `app.5`; what the mark of a test names.
        words: A few words of the row as the standard prints them, in Russian.
        says: What the standard says, in short.
        bot: What the bot does about it.
    """

    id: str
    words: str
    says: str
    bot: str

    @property
    def appendix(self) -> bool:
        return self.id.startswith(APPENDIX)

    @property
    def number(self) -> int:
        """The number of the point or appendix."""
        return int(self.id.removeprefix(APPENDIX).partition(".")[0])


@dataclass(frozen=True, slots=True)
class Shown:
    """A test marked with rows; its path is relative to the folder that contains `tests`."""

    path: Path
    name: str
    behaviour: str
    rows: tuple[str, ...]


def load_rows(path: Path) -> tuple[Row, ...]:
    """Returns the rows of the file, in order."""
    return tuple(Row(**each) for each in tomllib.loads(path.read_text("utf-8"))["row"])


def marked_tests(root: Path) -> tuple[Shown, ...]:
    """Returns every marked test under `root/tests`, by path and position in the file.

    Raises:
        ValueError: A mark is not on a test function, or its rows are not plain strings.
    """
    return tuple(
        shown
        for path in sorted((root / "tests").rglob("test_*.py"))
        for shown in _marked_in(path, path.relative_to(root))
    )


def _marked_in(path: Path, shown_as: Path) -> Iterator[Shown]:
    text = path.read_text("utf-8")
    if f"mark.{MARK}" not in text:
        return
    tree, used = ast.parse(text), 0
    for node in ast.walk(tree):
        if isinstance(node, _FUNCTION) and (rows := _rows_of(node)):
            used += sum(map(_is_mark, ast.walk(node)))
            yield Shown(shown_as, node.name, (ast.get_docstring(node) or "").partition("\n")[0], rows)
    if used != sum(map(_is_mark, ast.walk(tree))):
        raise ValueError(f"{shown_as}: a mark of the standard stands elsewhere than on a test, or has no plain rows")


def _rows_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[str, ...]:
    calls = [each for each in function.decorator_list if isinstance(each, ast.Call) and _is_mark(each.func)]
    return tuple(ast.literal_eval(row) for call in calls for row in call.args)


def _is_mark(node: ast.AST) -> bool:
    owner = node.value if isinstance(node, ast.Attribute) and node.attr == MARK else None
    return isinstance(owner, ast.Attribute) and owner.attr == "mark"
