from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversation import (
    TELEGRAM_LONGEST,
    Moment,
    Timing,
    cut_text,
    follows_at_once,
    join_parts,
    may_be_cut,
    timing,
)
from domain.text import telegram_length

SHOWN = Moment(100, 5000)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (Moment(101, 5001), Timing.AFTER),
        (Moment(99, 5001), Timing.AFTER),  # the question took the place of an older message
        (Moment(101, 4999), Timing.BEFORE),
        (Moment(99, 4999), Timing.BEFORE),
        (Moment(101, 5000), Timing.UNCERTAIN),
        (Moment(99, 5000), Timing.BEFORE),
    ],
)
def test_a_message_and_its_question(sent: Moment, expected: Timing) -> None:
    """The second decides; within it the order of the chat tells only what came before."""
    assert timing(sent, SHOWN) is expected


def test_a_question_whose_delivery_is_not_confirmed() -> None:
    """Nobody has seen one that was not sent; of one that may have been, nobody can tell."""
    assert timing(Moment(1, 1), None, attempted=False) is Timing.BEFORE
    assert timing(Moment(1, 1), None, attempted=True) is Timing.UNCERTAIN


def test_telegram_counts_units_of_utf_16() -> None:
    """An emoji counts twice, and half of one as well as can be."""
    assert (telegram_length("аб"), telegram_length("👍"), telegram_length("\ud83d")) == (2, 2, 1)


def test_only_a_long_text_may_have_been_cut() -> None:
    """Clients look for a space at most half of a message back."""
    assert may_be_cut("я" * 2048)
    assert not may_be_cut("я" * 2047)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (Moment(2, 10), True),
        (Moment(2, 12), True),
        (Moment(2, 13), False),
        (Moment(1, 10), False),
        (Moment(2, 9), False),
    ],
)
def test_what_follows_at_once(second: Moment, expected: bool) -> None:  # noqa: FBT001  # a row of the table
    """Later in the chat, and within two seconds."""
    assert follows_at_once(Moment(1, 10), second) is expected


def test_parts_are_joined_as_they_were_cut() -> None:
    """In mid-word where the first part is full; else the client has dropped a space or a line's end."""
    assert join_parts("я" * TELEGRAM_LONGEST, "з") == "я" * TELEGRAM_LONGEST + "з"
    assert join_parts("первая", "вторая") == "первая\nвторая"


@given(st.text(alphabet="аб \n👍", max_size=200), st.integers(min_value=4, max_value=40))
def test_parts_of_a_text_have_all_of_it(text: str, most: int) -> None:
    """No part is too long, and nothing but space is lost between them."""
    parts = cut_text(text, most)
    assert all(telegram_length(each) <= most for each in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
