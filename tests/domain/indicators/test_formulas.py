"""How the figures of appendix 9 are computed."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.indicators.formulas import FEWEST, Answers, OfficeCounts, Tally, electronic, satisfied, tallies
from domain.standard.edition import Standard
from domain.standard.indicators import Measure
from tests.factories.units import FAR, GROUP, KOKSHETAU, MISSIONARY, NEIGHBOUR

NOTHING = Tally()
LETTERS = st.text("01", max_size=14)


@pytest.mark.parametrize(
    ("good", "counted", "tenths"),
    [
        (0, 0, None),
        (0, 7, 0),
        (7, 7, 1000),
        (1, 3, 333),
        (2, 3, 667),
        (1, 16, 63),  # 6.25 %: half up
        (9_999, 10_000, 999),  # not all
        (1, 10_000, 1),  # not nothing
    ],
)
def test_shares(good: int, counted: int, tenths: int | None) -> None:
    """Tenths of a percent, half up; 100 % means all, 0 % none, and without cases there is no share."""
    assert Tally(counted, good).tenths == tenths


@pytest.mark.parametrize(
    ("good", "counted", "target", "reached"),
    [(19, 20, 950, True), (18, 20, 950, False), (0, 0, 0, False), (0, 5, 0, True), (9_996, 10_000, 1000, False)],
)
def test_a_target_is_reached_before_rounding(good: int, counted: int, target: int, reached: bool) -> None:  # noqa: FBT001
    """A share just below the target misses it; without cases there is no answer."""
    assert Tally(counted, good).reaches(target) is reached


@pytest.mark.parametrize(
    ("earlier", "within", "counted", "good"),
    [
        ("", "", 0, 0),
        ("", "1111", 0, 0),  # four: not shown
        ("", "11110", 5, 4),  # five: shown
        ("", "111101111", 5, 4),  # the four after them wait
        ("", "1111011110", 10, 8),
        ("111", "0", 0, 0),
        ("111", "01", 5, 4),  # the group counts where it became complete
        ("11110", "1111", 0, 0),
        ("111101", "0000", 5, 1),
        ("0000011", "", 0, 0),
    ],
)
def test_answers_count_by_fives(earlier: str, within: str, counted: int, good: int) -> None:
    """A group of five counts in the period of its fifth answer; fewer count nowhere."""
    assert Answers(earlier, within).whole == Tally(counted, good)


def test_what_waits() -> None:
    """The answers after the last complete group."""
    assert Answers("111", "0111001").rest == NOTHING
    assert Answers("111", "01110010").rest == Tally(1, 0)
    assert Answers("11", "10").rest == Tally(4, 3)


@given(st.lists(LETTERS, min_size=2, max_size=6))
def test_periods_add_up(said: list[str]) -> None:
    """A year is the sum of its quarters, a quarter of its months: nothing counts twice or is lost between them."""
    before = ["", *accumulate(said)]
    parts = [Answers(earlier, within).whole for earlier, within in zip(before, said, strict=False)]
    assert sum(parts, NOTHING) == Answers("", "".join(said)).whole


@given(st.lists(st.lists(LETTERS, min_size=1, max_size=4), min_size=1, max_size=4), st.booleans())
def test_no_two_figures_differ_by_fewer_than_five(said: list[list[str]], closed: bool) -> None:  # noqa: FBT001
    """A region minus its offices, or the country minus its regions, leaves nothing, or at least five answers."""
    regions = [[Answers("", each) for each in region] for region in said]
    country = satisfied(regions, closed=closed)
    alone = [satisfied([region], closed=closed) for region in regions]
    for region, total in zip(regions, alone, strict=True):
        offices = sum((satisfied([[each]], closed=closed) for each in region), NOTHING)
        _differ_by_groups(total, offices)
    _differ_by_groups(country, sum(alone, NOTHING))
    everything = sum(len(each) for region in said for each in region)
    assert everything - country.counted < FEWEST or not closed


@given(st.lists(st.lists(LETTERS, min_size=4, max_size=4), min_size=1, max_size=4))
def test_a_year_and_its_quarters_differ_by_groups(said: list[list[str]]) -> None:
    """Waiting answers join only the year, all of them together."""
    year = [Answers("", "".join(quarters)) for quarters in said]
    quarters = [[Answers("".join(each[:at]), each[at]) for each in said] for at in range(4)]
    told = sum((satisfied([each], closed=False) for each in quarters), NOTHING)
    _differ_by_groups(satisfied([year], closed=True), told)


def _differ_by_groups(wider: Tally, parts: Tally) -> None:
    left = wider.counted - parts.counted
    assert left == 0 or left >= FEWEST
    assert 0 <= wider.good - parts.good <= left


def test_what_waited_is_added_up_when_the_year_is_over() -> None:
    """In the region if that makes five, else in the country; never at the office itself, and not before."""
    three, two, one = Answers("", "110"), Answers("", "10"), Answers("", "1")
    assert satisfied([[three, two]], closed=False) == NOTHING
    assert satisfied([[three, two]], closed=True) == Tally(5, 3)
    assert satisfied([[three]], closed=True) == NOTHING
    assert satisfied([[three, one], [one]], closed=True) == Tally(5, 4)
    assert satisfied([[three, one]], closed=True) == NOTHING


def test_every_row_is_measured(standard: Standard) -> None:
    """Terms and answers are added up over the offices; a missing figure adds nothing."""
    found = OfficeCounts(
        {KOKSHETAU: Tally(4, 3), NEIGHBOUR: Tally(6, 6)},
        {
            (KOKSHETAU, Measure.PROCESS): Answers("", "11110"),
            (NEIGHBOUR, Measure.PROCESS): Answers("", "11111"),
            (KOKSHETAU, Measure.INFORMATION): Answers("", "1111"),
            (NEIGHBOUR, Measure.COMPLAINTS): Answers("", "00000"),
        },
    )
    assert tallies([[KOKSHETAU, NEIGHBOUR], [FAR]], found, standard, closed=False) == {
        "1.1": Tally(10, 9),
        "2.1": Tally(10, 9),
        "3.1": NOTHING,
        "3.3": Tally(2, 2),
        "4.1": Tally(5, 0),
        "5.1": NOTHING,
    }


def test_what_is_told_of_the_services(standard: Standard) -> None:
    """Both kinds, as long as the edition has the list, the forms, the terms and the offices of each."""
    assert electronic(standard) == Tally(2, 2)
    only = {GROUP: standard.checklists[GROUP]}
    assert electronic(replace(standard, checklists=only)) == Tally(2, 1)
    forms = {name: form for name, form in standard.forms.items() if standard.kind_of_form(form).id == MISSIONARY}
    assert electronic(replace(standard, forms=forms)) == Tally(2, 1)
    assert electronic(replace(standard, timings={})) == Tally(2, 0)
    assert electronic(replace(standard, units={})) == Tally(2, 0)
