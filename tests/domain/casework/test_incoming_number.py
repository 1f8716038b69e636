from __future__ import annotations

import pytest

from domain.casework.incoming_number import incoming_number, read_incoming_number


def test_as_it_is_given() -> None:
    """The office's code, the year, and the place in the office's register of the year."""
    assert incoming_number("2/65", 2026, 17) == "2-65/2026-17"


@pytest.mark.parametrize(
    "typed",
    [
        "2-65/2026-17",
        "№ 2-65/2026-17",
        "№2-65/2026-17.",
        "N 2-65/2026-17",
        "No 2-65/2026-17",
        "№. 2-65/2026-17",
        "2–65/2026–17",
        "2‑65/2026‑17",
        "2−65/2026−17",
        "2-65 / 2026-17",
        "\u00a0№\u00a02-65/2026-17 ,",
        "2-65/2026-017",
    ],
)
def test_a_whole_number_however_it_is_typed(typed: str) -> None:
    """As the bot prints it, with a phone's dashes, or at the end of a sentence."""
    read = read_incoming_number(typed)
    assert read is not None
    assert read.whole == "2-65/2026-17"


@pytest.mark.parametrize(
    ("typed", "year", "number"), [("17", "", "17"), ("№ 17", "", "17"), ("2026–17.", "2026", "17")]
)
def test_a_part_of_a_number(typed: str, year: str, number: str) -> None:
    """The missing parts are looked up among the office's own numbers."""
    read = read_incoming_number(typed)
    assert read is not None
    assert (read.whole, read.year, read.number) == ("", year, number)


@pytest.mark.parametrize("typed", ["", "№", "абв", "2-65", "2-65/17", "1/2026", "2-65/2026-", "17 готово", "²"])
def test_what_is_no_number(typed: str) -> None:
    """Nothing is guessed."""
    assert read_incoming_number(typed) is None
