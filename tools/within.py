"""Runs tests for a limited time: `python -m tools.within SECONDS [OPTION OR FILE ...]`.

No test starts after the time is up. The exit code is pytest's, or 0 if the time was up before a test failed.
"""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence


class Within:
    """A pytest plugin that starts no test after the deadline."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self.ended = False

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, bool | None, bool | None]:
        """Stops the session before a test that would start too late."""
        if monotonic() > self._deadline:
            self.ended = True
            item.session.shouldstop = "the time is up; `make test` runs the rest"
        return (yield)


def run_tests(arguments: Sequence[str], deadline: float) -> int:
    """Runs pytest; returns its exit code, 0 if stopped by the deadline."""
    within = Within(deadline)
    code = pytest.main([*arguments], plugins=[within])
    return 0 if code == pytest.ExitCode.INTERRUPTED and within.ended else int(code)


if __name__ == "__main__":
    sys.exit(run_tests(sys.argv[2:], monotonic() + float(sys.argv[1])))
