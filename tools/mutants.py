"""Mutates the program in random places, one at a time, and prints the mutants that no test notices.

`python -m tools.mutants [--seed 7] [--places 40] [--at-once 2] [--seconds 60]` works in copies of the checkout, with
its uncommitted changes. For each place it runs the tests that depend on it by imports, nearest first, until one fails
or the time for the place is up.
"""

from __future__ import annotations

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar, cast

from tools.affected_tests import PRODUCT, ROOT, tests_of

Operator = TypeVar("Operator", bound=ast.AST)
LAST_TEST_SECONDS = 600  # a test that takes longer hangs because of the mutation, which counts as noticed
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider")
SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A place in the program and its replacement."""

    path: str
    line: int
    start: int  # in bytes of the file
    end: int
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.before}  ->  {self.after}"

    def write(self, folder: Path) -> None:
        """Applies the mutation to a copy of the checkout."""
        source = (ROOT / self.path).read_bytes()
        (folder / self.path).write_bytes(source[: self.start] + self.after.encode() + source[self.end :])

    def mend(self, folder: Path) -> None:
        """Restores the original file in the copy."""
        (folder / self.path).write_bytes((ROOT / self.path).read_bytes())


class Places(ast.NodeVisitor):
    """Collects every place of a file that can be mutated."""

    def __init__(self, path: str, source: bytes) -> None:
        self._path = path
        self._source = source
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self.found: list[Mutant] = []

    def visit(self, node: ast.AST) -> None:
        """Skips what no test executes: annotations, decorators, base classes and the text of f-strings."""
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            return
        if isinstance(node, ast.expr | ast.Expr) and (broken := _mutated(node)):
            self._add(node, broken)
        for name, value in ast.iter_fields(node):
            if name in {"annotation", "returns", "decorator_list", "bases"} or isinstance(value, ast.JoinedStr):
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr):
                    self.visit(child)

    def _add(self, node: ast.expr | ast.Expr, broken: str) -> None:
        assert node.end_lineno is not None  # noqa: S101  # a parsed file has ends
        assert node.end_col_offset is not None  # noqa: S101
        start = self._starts[node.lineno - 1] + node.col_offset
        end = self._starts[node.end_lineno - 1] + node.end_col_offset
        before = " ".join(self._source[start:end].decode().split())
        self.found.append(Mutant(self._path, node.lineno, start, end, before, broken))


def _mutated(node: ast.expr | ast.Expr) -> str:
    """The replacement for a node, or an empty string if this tool does not mutate it."""
    broken: ast.AST | None = None
    match node:
        case ast.Compare(left, [operator, *others], comparators) if type(operator) in SWAPPED:
            broken = ast.Compare(left, [_swapped(operator), *others], comparators)
        case ast.BoolOp(operator, values):
            broken = ast.BoolOp(_swapped(operator), values)
        case ast.BinOp(left, operator, right) if type(operator) in SWAPPED and not _is_text(left, right):
            broken = ast.BinOp(left, _swapped(operator), right)
        case ast.UnaryOp(ast.Not(), operand):
            broken = operand
        case ast.Constant(bool() as value):
            broken = ast.Constant(not value)
        case ast.Constant(int() as value):
            broken = ast.Constant(value + 1)
        case ast.Expr(ast.Call() | ast.Await()):
            return "pass"
    if broken is None:
        return ""
    return ast.unparse(broken) if isinstance(broken, ast.Constant) else f"({ast.unparse(broken)})"


def _swapped(operator: Operator) -> Operator:
    return cast("Operator", SWAPPED[type(operator)]())


def _is_text(*nodes: ast.expr) -> bool:
    return any(isinstance(node, ast.JoinedStr) or isinstance(getattr(node, "value", None), str) for node in nodes)


def draw(seed: int, places: int) -> list[Mutant]:
    """Draws that many mutants, taking rooms of the product in turn."""
    chance = random.Random(seed)  # noqa: S311  # the same seed draws the same places
    rooms = [list(_of_room(room)) for room in PRODUCT]
    for room in rooms:
        chance.shuffle(room)
    turns = (mutant for turn in zip_longest(*rooms) for mutant in turn if mutant is not None)
    return [mutant for mutant, _ in zip(turns, range(places), strict=False)]


@cache
def _of_room(room: str) -> tuple[Mutant, ...]:
    return tuple(mutant for path in sorted((ROOT / room).rglob("*.py")) for mutant in _of_file(path))


def _of_file(path: Path) -> list[Mutant]:
    source = path.read_bytes()
    places = Places(str(path.relative_to(ROOT)), source)
    places.visit(ast.parse(source))
    return places.found


def survives(mutant: Mutant, folder: Path, seconds: float) -> bool:
    """Whether all tests that depend on the place, as far as there is time to start them, pass despite the mutation."""
    mutant.write(folder)
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "tools.within", str(seconds), *OPTIONS, *tests_of([mutant.path])],
            cwd=folder,
            capture_output=True,
            timeout=seconds + LAST_TEST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    finally:
        mutant.mend(folder)
    return done.returncode == 0


def copy_checkout(into: Path) -> Path:
    """Copies all files of the working tree that git tracks or would track."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines():  # noqa: S603
        if (ROOT / name).is_file():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, into / name)
    return into


def main() -> int:
    """Prints every mutant with its outcome; returns 1 if any survived."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--places", type=int, default=40)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=60.0, help="of tests for each place")
    parser.add_argument("--list", action="store_true", help="only say where they are")
    options = parser.parse_args()
    mutants = draw(options.seed, options.places)
    if options.list:
        sys.stdout.writelines(f"{mutant}\n" for mutant in mutants)
        return 0
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(options.at_once):
            copies.put(copy_checkout(Path(folder) / str(number)))
        with ThreadPoolExecutor(options.at_once) as workers:
            survived = list(workers.map(lambda mutant: _judge(mutant, copies, options.seconds), mutants))
    sys.stdout.write(f"{sum(survived)} of {len(mutants)} survived\n")
    return 1 if any(survived) else 0


def _judge(mutant: Mutant, copies: SimpleQueue[Path], seconds: float) -> bool:
    folder = copies.get()
    try:
        survived = survives(mutant, folder, seconds)
    finally:
        copies.put(folder)
    sys.stdout.write(f"{'SURVIVED' if survived else 'killed  '}  {mutant}\n")
    sys.stdout.flush()
    return survived


if __name__ == "__main__":
    sys.exit(main())
