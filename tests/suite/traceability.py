"""A run of the whole suite fails unless each row of the standard was shown by a test that passed in that very run.

`pytest --whole-standard tests/standard/coverage.toml` names the rows; without the option no row is required, so that
a part of the suite may be run alone. Marks travel as properties of a test's report: with pytest-xdist the tests run in
other processes, and only their reports reach the one that judges.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.suite.traceability_rows import MARK, load_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

OPTION = "--whole-standard"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(OPTION, metavar="FILE", type=Path, help="fail unless each row of FILE was shown by a passed test")


def pytest_configure(config: pytest.Config) -> None:
    rows, in_worker = config.getoption(OPTION), hasattr(config, "workerinput")
    if rows and not in_worker:
        config.pluginmanager.register(Judge(row.id for row in load_rows(rows)), "standard-judge")


def pytest_itemcollected(item: pytest.Item) -> None:
    item.user_properties += [(MARK, row) for mark in item.iter_markers(MARK) for row in mark.args]


class Judge:
    """Collects the rows shown by passed tests, and fails the session if any row is missing."""

    def __init__(self, rows: Iterable[str]) -> None:
        self._rows = tuple(rows)
        self._passed: dict[str, set[str]] = {}

    @property
    def unshown(self) -> tuple[str, ...]:
        """Returns the rows without a passed test, in their order."""
        return tuple(row for row in self._rows if not self._passed.get(row))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Counts a test as passed if its call passed; a skipped call does not count, a failed teardown revokes it."""
        for name, row in report.user_properties:
            if name == MARK and report.when == "call" and report.passed:
                self._passed.setdefault(str(row), set()).add(report.nodeid)
            elif name == MARK and report.failed:
                self._passed.get(str(row), set()).discard(report.nodeid)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Turns only a successful session into a failed one; any other keeps its own result."""
        if self.unshown and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.unshown:
            terminalreporter.section("standard", red=True)
            terminalreporter.line("No test that passed in this run shows: " + ", ".join(self.unshown), red=True)
            terminalreporter.line("Rows are in tests/standard/coverage.toml; tests name theirs by a mark.")
