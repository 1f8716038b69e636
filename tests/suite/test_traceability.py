"""A row of the standard without a passed test fails the whole run of the suite."""

from __future__ import annotations

import pytest

from tests.suite.traceability import OPTION

pytestmark = pytest.mark.untraced

ROWS = """
[[row]]
id = "7.1"
words = "семь рабочих дней"
says = "Seven working days."
bot = "Counts them."

[[row]]
id = "app.5"
words = "Свидетельство"
says = "The certificate."
bot = "Makes it."
"""
WHOLE = """
    import pytest

    @pytest.mark.standard("7.1", "app.5")
    def test_both():
        pass
"""


@pytest.fixture(params=[(), ("-p", "xdist", "-n", "1", "--dist", "loadfile")], ids=["one process", "xdist"])
def suite(request: pytest.FixtureRequest, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Suite:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makepyprojecttoml('[tool.pytest.ini_options]\nmarkers = ["standard(*rows): x"]\n')
    pytester.path.joinpath("rows.toml").write_text(ROWS, encoding="utf-8")
    return Suite(pytester, request.param)


class Suite:
    """A separate suite in a folder of its own."""

    def __init__(self, pytester: pytest.Pytester, arguments: tuple[str, ...]) -> None:
        self._pytester = pytester
        self._arguments = ("-p", "tests.suite.traceability", "--strict-markers", *arguments)

    def run(self, *files: str, whole: bool = True) -> pytest.RunResult:
        self._pytester.makepyfile(**{f"test_{at}": text for at, text in enumerate(files)})
        asked = (OPTION, "rows.toml") if whole else ()
        return self._pytester.runpytest_inprocess(*self._arguments, *asked)


def shows(row: str, *body: str) -> str:
    return "\n".join(("import pytest", "", f"@pytest.mark.standard({row!r})", "def test_row(request):", *body))


def names(result: pytest.RunResult, rows: str) -> None:
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines([f"No test that passed in this run shows: {rows}"])


def test_every_row_is_shown(suite: Suite) -> None:
    """One test may show two rows; nothing is printed."""
    result = suite.run(WHOLE)
    assert result.ret == pytest.ExitCode.OK
    result.stdout.no_fnmatch_line("*No test that passed*")


def test_a_row_without_a_test(suite: Suite) -> None:
    """Although every test passed, the session fails, and the row is named."""
    result = suite.run(shows("7.1", "    pass"))
    result.assert_outcomes(passed=1)
    names(result, "app.5")


@pytest.mark.parametrize(
    "body",
    [
        ("    pytest.skip('no browser here')",),
        ("    pytest.xfail('not yet')",),
        ("    assert False",),
        ("    request.addfinalizer(lambda: 1 / 0)",),
    ],
    ids=["skipped", "expected to fail", "failed", "failed at its end"],
)
def test_a_row_whose_only_test_did_not_pass(suite: Suite, body: tuple[str, ...]) -> None:
    """A test that failed or was skipped does not show its row."""
    names(suite.run(shows("7.1", "    pass"), shows("app.5", *body)), "app.5")


def test_a_row_of_a_test_that_is_never_run(suite: Suite) -> None:
    """A mark may skip the test before its call."""
    text = shows("app.5", "    pass").replace("def test", "@pytest.mark.skip\ndef test")
    names(suite.run(shows("7.1", "    pass"), text), "app.5")


def test_one_passed_test_is_enough(suite: Suite) -> None:
    """A second test, or one case of a test, may be skipped because something is missing."""
    skipped = shows("app.5", "    pytest.skip('no browser here')")
    cases = shows("app.5", "    at or pytest.skip('no browser here')").replace("request", "at")
    cases = cases.replace("def test", "@pytest.mark.parametrize('at', [0, 1])\ndef test")
    result = suite.run(shows("7.1", "    pass"), skipped, cases)
    result.assert_outcomes(passed=2, skipped=2)
    assert result.ret == pytest.ExitCode.OK


def test_a_part_of_the_suite(suite: Suite) -> None:
    """Without the option a run need not show any row."""
    assert suite.run(shows("7.1", "    pass"), whole=False).ret == pytest.ExitCode.OK


def test_nothing_was_run(suite: Suite) -> None:
    """A run with a worse result than a missing row keeps its own exit code."""
    assert suite.run("").ret == pytest.ExitCode.NO_TESTS_COLLECTED
