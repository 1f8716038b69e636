"""Tests that coverage does not trace: they repeat what other tests cover, and tracing doubles their time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from coverage import Coverage

if TYPE_CHECKING:
    from collections.abc import Generator

FOLLOWED = "COVERAGE_"  # variables that make processes started by a test trace as well


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool | None, bool | None]:
    """Suspends tracing for a test marked `untraced`, with its fixtures and processes."""
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
