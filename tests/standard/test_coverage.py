"""docs/standard.md: every point and appendix has its row, every row has its tests, and the page matches them."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import pytest

from domain.standard.edition import Standard
from tests.standard.source import SOURCE, squeeze
from tests.suite.traceability_rows import APPENDIX, Row, Shown, load_rows, marked_tests
from tools.build_standard_page import PAGE, ROOT, ROWS, page

SUB_POINT = re.compile(r"(?<=\n)([0-9]+)\)")


@pytest.fixture(scope="module")
def rows() -> tuple[Row, ...]:
    return load_rows(ROWS)


@pytest.fixture(scope="module")
def tests() -> tuple[Shown, ...]:
    return marked_tests(ROOT)


def test_every_point_and_appendix_has_its_row(rows: tuple[Row, ...], standard: Standard) -> None:
    """In the standard's order, without anything else; a point of several parts may have a row for each."""
    assert [number for number, _ in groupby(row.number for row in rows if not row.appendix)] == list(standard.points)
    assert [row.id for row in rows if row.appendix] == [f"{APPENDIX}{number}" for number in range(1, 10)]
    for number, text in ((number, point.text) for number, point in standard.points.items()):
        parts = [row.id.partition(".")[2] for row in rows if not row.appendix and row.number == number]
        assert [part for part in parts if part] in ([], SUB_POINT.findall(text)[: len(parts)])
    assert len({row.id for row in rows}) == len(rows)


def test_every_row_quotes_the_standard(rows: tuple[Row, ...], standard: Standard) -> None:
    """The words occur in the point or appendix of the row, and the row says what the bot does about it."""
    for row in rows:
        text = appendix(row.number) if row.appendix else standard.points[row.number].text
        assert squeeze(row.words) in squeeze(text), row.id
        assert row.says.endswith(".")
        assert row.bot.endswith(".")


def appendix(number: int) -> str:
    """Returns an appendix in the published text, from its heading to the next one's."""
    whole = squeeze("\n".join(SOURCE))
    start = whole.index(f"Приложение{number}кстандарту")
    return whole[start : whole.find(f"Приложение{number + 1}кстандарту", start) if number < 9 else len(whole)]


def test_every_row_has_a_test_and_every_mark_its_row(rows: tuple[Row, ...], tests: tuple[Shown, ...]) -> None:
    """A mistyped mark shows nothing, and a test without a docstring cannot be on the page."""
    marked = {row for test in tests for row in test.rows}
    assert marked == {row.id for row in rows}
    for test in tests:
        assert test.behaviour.endswith("."), test.name
        assert len(set(test.rows)) == len(test.rows), test.name


def test_the_page_is_what_rows_and_tests_say(standard: Standard) -> None:
    """After a change of a row, a mark or a docstring, `make standard` has to be run."""
    assert PAGE.read_text("utf-8") == page(standard, load_rows(ROWS), marked_tests(ROOT)), "run: make standard"


@pytest.mark.parametrize(
    "marked",
    [
        'ROW = "7"\n@pytest.mark.standard(ROW)\ndef test_it(): ...',
        'pytestmark = pytest.mark.standard("7")',
        "@pytest.mark.standard\ndef test_it(): ...",
        '@pytest.mark.parametrize("at", [pytest.param(1, marks=pytest.mark.standard("7"))])\ndef test_it(at): ...',
    ],
    ids=["not plain", "a whole file", "no row", "one case"],
)
def test_a_mark_that_the_page_cannot_show(tmp_path: Path, marked: str) -> None:
    """Such a mark would count in a run and be missing on the page, so it is refused."""
    tests = tmp_path / "tests"
    tests.mkdir()
    tests.joinpath("test_x.py").write_text(marked, encoding="utf-8")
    with pytest.raises(ValueError, match=r"malformed|elsewhere"):
        marked_tests(tmp_path)


def test_marks_are_read_without_running_a_test(tmp_path: Path) -> None:
    """Only the decorators count; the first line of the docstring is the behaviour."""
    tests = tmp_path / "tests"
    tests.mkdir()
    source = '@pytest.mark.standard("7", "app.5")\nasync def test_it():\n    """It holds.\n\n    More."""\n    1 / 0\n'
    tests.joinpath("test_x.py").write_text(source, encoding="utf-8")
    assert marked_tests(tmp_path) == (Shown(Path("tests/test_x.py"), "test_it", "It holds.", ("7", "app.5")),)
