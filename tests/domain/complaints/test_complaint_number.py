"""Numbers of complaints: as they are given, and as officers type them."""

from __future__ import annotations

import pytest

from domain.complaints.complaint_number import complaint_number, read_complaint_number


def test_as_it_is_given() -> None:
    """The place in the register of the year, and the year."""
    assert complaint_number(17, 2026) == "17/2026"


@pytest.mark.parametrize(
    "typed",
    [
        *("17/2026", "№ 17/2026", "№17/2026.", "No 17/2026", "n 17/2026", "# 17/2026", "17 / 2026"),
        *("17-2026", "17–2026", "17‑2026", "17−2026", "\u00a0№\u00a017/2026 ,", "\u200e17/2026", "017/2026"),
    ],
)
def test_a_whole_number_however_it_is_typed(typed: str) -> None:
    """As the bot prints it, with a dash for the slash, at the end of a sentence."""
    read = read_complaint_number(typed)
    assert read is not None
    assert read.whole == "17/2026"


@pytest.mark.parametrize("typed", ["17", "№ 17", "№17.", "No 17", "017"])
def test_a_number_without_its_year(typed: str) -> None:
    """The year is found in the body's own register."""
    read = read_complaint_number(typed)
    assert read is not None
    assert (read.number, read.year, read.whole) == (17, "", "")


@pytest.mark.parametrize("typed", ["", "№", "абв", "17/26", "2-3/2026-1", "17/", "/2026", "17 18/2026x", "²", "1" * 10])
def test_what_is_no_number(typed: str) -> None:
    """Nothing is guessed."""
    assert read_complaint_number(typed) is None
