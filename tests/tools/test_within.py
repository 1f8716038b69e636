from __future__ import annotations

from time import monotonic

import pytest

from tools.within import run_tests

PASSES, FAILS, IS_NO_PYTHON = "def test_it(): pass", "def test_it(): assert False", "def"


@pytest.mark.parametrize(
    ("source", "seconds", "code"),
    [(PASSES, 60, 0), (FAILS, 60, 1), (FAILS, -1, 0), (IS_NO_PYTHON, 60, 2), (IS_NO_PYTHON, -1, 2)],
)
def test_the_code_it_ends_with(pytester: pytest.Pytester, source: str, seconds: float, code: int) -> None:
    """A test that would start too late does not run; a file that cannot be imported is always a fault."""
    pytester.makepyfile(test_some=source)
    assert (
        run_tests(["-q", "-p", "no:cacheprovider", "-p", "no:asyncio", "test_some.py"], monotonic() + seconds) == code
    )
