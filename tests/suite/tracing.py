"""Tests that coverage does not follow: they go over what others go over, and following doubles their time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from coverage import Coverage

if TYPE_CHECKING:
    from collections.abc import Generator

FOLLOWED = "COVERAGE_"  # variables by which processes that a test starts are followed, too


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool | None, bool | None]:
    """Stand aside for a test marked `untraced`, its fixtures and its processes."""
    coverage = Coverage.current()
    if coverage is None or item.get_closest_marker("untraced") is None:
        return (yield)
    variables = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith(FOLLOWED)}
    coverage.stop()
    try:
        return (yield)
    finally:
        coverage.start()
        os.environ.update(variables)
