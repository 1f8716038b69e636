"""The clock of the suite, which `pytest --today MOMENT` sets, and the tests that depend on it.

`python -m tests.any_day` runs these tests on every one of DAYS, one process per day, and prints a line for each.
`any_day.toml` lists them by file. A test that reads the suite's clock in a file that is not listed fails a whole run
(`--whole-standard`), so nobody has to remember the list.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from tests.clock import ROOT, TODAY, Clock, install, read_moment

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

LIST = Path(__file__).with_suffix(".toml")
DAYS = {
    "a Saturday": "2026-11-28T10:00+05:00",
    "a Sunday": "2026-11-29T10:00+05:00",
    "the last minute of a year": "2026-12-31T23:59+05:00",
    "New Year's Day": "2027-01-01T10:00+05:00",
    "a Saturday that is worked": "2024-05-04T10:00+05:00",  # by decree, in place of 2024-05-08
    "after hours in 2027": "2027-09-15T20:00+05:00",
    "2031": "2031-02-28T11:00+05:00",
}
READS = "reads the clock of the suite"


def listed() -> tuple[list[str], list[str]]:
    """Returns the files that run on every day, and those that do not."""
    found = tomllib.loads(LIST.read_text("utf-8"))
    return found["run"], [file for group in found["left-out"] for file in group["files"]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--today", metavar="MOMENT", type=read_moment, default=TODAY, help="when the tests take place")


def pytest_configure(config: pytest.Config) -> None:
    """Gives this process, and every one that a test starts, the clock of the tests."""
    clock = Clock(config.getoption("--today"))
    install(clock)
    os.environ.update(clock.variables())
    config.pluginmanager.register(Watch(clock), "clock-watch")
    if config.getoption("--whole-standard") and not hasattr(config, "workerinput"):
        run, left_out = listed()
        config.pluginmanager.register(Judge([*run, *left_out]), "clock-judge")


class Watch:
    """Marks the reports of tests during which the program read the suite's clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock, self._seen = clock, clock.readings

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        if self._clock.readings > self._seen:
            item.user_properties.append((READS, True))
        self._seen = self._clock.readings
        return (yield)


class Judge:
    """Fails a whole run if a file that is not listed has read the clock."""

    def __init__(self, files: Iterable[str]) -> None:
        self._listed, self.unlisted = frozenset(files), set[str]()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        file = report.nodeid.partition("::")[0]
        if file not in self._listed and any(name == READS for name, _ in report.user_properties):
            self.unlisted.add(file)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.unlisted and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.unlisted:
            terminalreporter.section("clock", red=True)
            terminalreporter.line("These go by the clock of the suite: " + ", ".join(sorted(self.unlisted)), red=True)
            terminalreporter.line(f"Name them in {LIST.relative_to(ROOT)}, or give them a clock of their own.")


def run_under(day: str) -> tuple[int, str, float]:
    """Returns exit code, output and duration in seconds of the listed tests on one of DAYS."""
    begun = perf_counter()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--today", DAYS[day], *listed()[0]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  # our own tests
    return done.returncode, done.stdout + done.stderr, perf_counter() - begun


def main() -> int:
    """Runs them on every day, as many at once as there are processors; returns 1 if a test failed."""
    worst = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for day, (code, written, seconds) in zip(DAYS, pool.map(run_under, DAYS), strict=True):
            last = written.strip().rpartition("\n")[2]
            sys.stdout.write(f"{day} ({DAYS[day]}): {last if code == 0 else written} [{seconds:.0f} s]\n")
            sys.stdout.flush()
            worst = max(worst, int(code != 0))
    return worst


if __name__ == "__main__":
    sys.exit(main())
