"""Writes docs/standard.md: what the standard says, what the bot does, and which tests show it (`make standard`)."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from assets.loaders.edition import load_standard
from tests.suite.traceability_rows import load_rows, marked_tests

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.standard.edition import Standard
    from tests.suite.traceability_rows import Row, Shown

ROOT = Path(__file__).parents[1]
ROWS = ROOT / "tests" / "standard" / "coverage.toml"
PAGE = ROOT / "docs" / "standard.md"
FRONT_DOOR = ("e2e", "handlers")  # their tests come first, since they use the bot as people do
INTRODUCTION = """\
# The standard, row by row

Made by `make standard` from [`coverage.toml`](../tests/standard/coverage.toml) and from the marks of the tests
(`@pytest.mark.standard("11.1")`): change those, not this page. `make test` fails if a row has no test that passed in
that very run, and if this page is not what rows and tests say. Words in «guillemets» are the standard's own.
"""


def page(standard: Standard, rows: Iterable[Row], tests: Iterable[Shown]) -> str:
    """Renders the page; the same rows and tests give the same text."""
    shown = sorted(tests, key=lambda test: FRONT_DOOR.index(room) if (room := test.path.parts[1]) in FRONT_DOOR else 2)
    parts = [INTRODUCTION]
    for section, of_section in groupby(rows, key=lambda row: _section(row, standard)):
        parts += [f"## {section}\n", *(_row(row, shown) for row in of_section)]
    return "\n".join(parts)


def _section(row: Row, standard: Standard) -> str:
    return "Приложения" if row.appendix else standard.points[row.number].section


def _row(row: Row, shown: Iterable[Shown]) -> str:
    title = f"Appendix {row.number}" if row.appendix else f"Point {row.id}"
    tests = (_line(test) for test in shown if row.id in test.rows)
    return "\n".join((f"### {title}\n", f"{row.says} «{row.words}»\n", f"**The bot:** {row.bot}\n", *tests, ""))


def _line(test: Shown) -> str:
    return f"- {test.behaviour} [`{test.name}`](../{test.path.as_posix()})"


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(load_standard(), load_rows(ROWS), marked_tests(ROOT)), encoding="utf-8")


if __name__ == "__main__":
    main()
