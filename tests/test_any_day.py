"""The tests that depend on the suite's clock are known: one that reads it unlisted fails a whole run."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assets.loaders.calendar import load_calendar
from domain.calendar import day_of
from tests.any_day import DAYS, listed
from tests.clock import ROOT, TODAY, read_moment

READS = """
    import bot.clock

    def test_what_day_it_is():
        assert bot.clock.now().year == 2031
"""
READS_NOT = """
    import sandbox.clock

    def test_nothing():
        assert sandbox.clock.now()
"""


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.path.joinpath("rows.toml").write_text("row = []", encoding="utf-8")
    return pytester


def run(suite: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """Runs pytest in a separate process, so that the clock of this one does not change."""
    plugins = ("-p", "tests.suite.traceability", "-p", "tests.any_day")
    return suite.runpytest_subprocess(*plugins, "--today", "2031-02-28T11:00+05:00", *arguments)


def test_a_whole_run_names_a_file_that_is_not_listed(suite: pytest.Pytester) -> None:
    """Its tests pass, but the run fails; the stand-in's clock only dates messages and does not count."""
    suite.makepyfile(test_one=READS, test_two=READS_NOT)
    result = run(suite, "--whole-standard", "rows.toml")
    result.assert_outcomes(passed=2)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["These go by the clock of the suite: test_one.py"])


def test_a_part_of_the_suite_is_not_judged(suite: pytest.Pytester) -> None:
    """Nobody who runs their own new test is bothered with the list."""
    suite.makepyfile(test_one=READS)
    assert run(suite).ret == pytest.ExitCode.OK


def test_a_listed_file_is_there() -> None:
    """It is named once, and it still has that name."""
    run_under_every_day, left_out = listed()
    named = [*run_under_every_day, *left_out]
    assert len(named) == len(set(named))
    assert [each for each in named if not (ROOT / each).is_file()] == []


def test_the_days_are_what_they_are_called() -> None:
    """Each is of its kind by Kazakhstan's working calendar; the suite's own is a working day in office hours."""
    calendar = load_calendar()
    days = {name: calendar.day(day_of(read_moment(moment))) for name, moment in DAYS.items()}
    assert {name: str(day.kind) for name, day in days.items()} == {
        "a Saturday": "weekend",
        "a Sunday": "weekend",
        "the last minute of a year": "working",
        "New Year's Day": "holiday",
        "a Saturday that is worked": "worked-weekend",
        "after hours in 2027": "working",
        "2031": "working",
    }
    assert calendar.is_working(day_of(TODAY))
    assert datetime(2026, 11, 23, 5, tzinfo=UTC) == TODAY
