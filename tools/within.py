"""Tests for so long: `python -m tools.within SECONDS [OPTION OR FILE ...]`; no test begins once the time is up.

Ends as pytest does, but with 0 where the time was up before a test failed.
"""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence


class Within:
    """A plugin of pytest that begins no test once the time is up."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self.ended = False

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, bool | None, bool | None]:
        """Stop before a test that would begin too late."""
        if monotonic() > self._deadline:
            self.ended = True
            item.session.shouldstop = "the time is up; `make test` runs the rest"
        return (yield)


def run_tests(arguments: Sequence[str], deadline: float) -> int:
    """The exit code."""
    within = Within(deadline)
    code = pytest.main([*arguments], plugins=[within])
    return 0 if code == pytest.ExitCode.INTERRUPTED and within.ended else int(code)


if __name__ == "__main__":
    sys.exit(run_tests(sys.argv[2:], monotonic() + float(sys.argv[1])))
