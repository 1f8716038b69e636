from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import BadCoordinates
from domain.offices.geo import Direction, NearestIndex, Point, direction, distance_km

ASTANA, ALMATY = Point(51.1801, 71.446), Point(43.2525, 76.9115)
points = st.builds(Point, st.floats(-89, 89), st.floats(-180, 180))


def test_distance_of_two_cities() -> None:
    """Astana and Almaty are some 970 km apart in a straight line."""
    assert distance_km(ASTANA, ALMATY) == pytest.approx(973, abs=5)
    assert distance_km(ASTANA, ASTANA) == 0


@pytest.mark.parametrize(
    ("to", "where"),
    [
        ((52, 71), Direction.N),
        ((52, 73), Direction.NE),
        ((51, 73), Direction.E),
        ((50, 73), Direction.SE),
        ((50, 71), Direction.S),
        ((50, 69), Direction.SW),
        ((51, 69), Direction.W),
        ((52, 69), Direction.NW),
    ],
)
def test_direction(to: tuple[float, float], where: Direction) -> None:
    """The direction is the nearest of the eight points of the compass."""
    assert direction(Point(51, 71), Point(*to)) is where


@given(points, st.lists(points, min_size=1, max_size=40))
def test_nearest_equals_sorting_all(origin: Point, places: list[Point]) -> None:
    """The index finds the same distances as sorting everything does, nearest first."""
    near = NearestIndex([(place, place) for place in places]).nearest(origin, 3)
    expected = sorted(distance_km(origin, place) for place in places)[:3]
    assert [each.km for each in near] == pytest.approx(expected, rel=1e-3, abs=1)
    assert len(near) == min(3, len(places))


@pytest.mark.parametrize("bad", [(91, 0), (-91, 0), (0, 181), (0, -181), (math.nan, 0), (0, math.inf)])
def test_no_such_place(bad: tuple[float, float]) -> None:
    """Coordinates off the globe are refused."""
    with pytest.raises(BadCoordinates):
        Point(*bad)
