"""Nearest points on the globe in plain Python: a few hundred offices need no array library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from heapq import nlargest
from math import asin, atan2, cos, degrees, isfinite, radians, sin, sqrt
from typing import TYPE_CHECKING, Generic, TypeVar

from domain.errors import BadCoordinates

EARTH_RADIUS_KM = 6371.0088
MAX_LAT = 90
MAX_LON = 180

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Direction(StrEnum):
    """Eight points of the compass, clockwise from north."""

    N = "n"
    NE = "ne"
    E = "e"
    SE = "se"
    S = "s"
    SW = "sw"
    W = "w"
    NW = "nw"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the globe, in degrees of WGS 84.

    Raises:
        BadCoordinates: latitude beyond ±90, longitude beyond ±180, or not a number.
    """

    lat: float
    lon: float

    def __post_init__(self) -> None:
        inside = isfinite(self.lat) and isfinite(self.lon) and abs(self.lat) <= MAX_LAT
        if not (inside and abs(self.lon) <= MAX_LON):
            raise BadCoordinates(f"{self.lat}, {self.lon}")


@dataclass(frozen=True, slots=True)
class Near(Generic[T]):
    """An item with the great-circle distance and the direction from the origin."""

    item: T
    km: float
    direction: Direction


def distance_km(a: Point, b: Point) -> float:
    """Great-circle distance by the haversine formula."""
    lat = sin(radians(b.lat - a.lat) / 2)
    lon = sin(radians(b.lon - a.lon) / 2)
    chord = lat * lat + cos(radians(a.lat)) * cos(radians(b.lat)) * lon * lon
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def direction(a: Point, b: Point) -> Direction:
    """The initial bearing from `a` to `b`, rounded to a point of the compass."""
    turn = radians(b.lon - a.lon)
    east = sin(turn) * cos(radians(b.lat))
    north = cos(radians(a.lat)) * sin(radians(b.lat)) - sin(radians(a.lat)) * cos(radians(b.lat)) * cos(turn)
    eighth = round(degrees(atan2(east, north)) / 45) % 8
    return list(Direction)[eighth]


class NearestIndex(Generic[T]):
    """Items as unit vectors from the centre of the globe: the nearest has the largest dot product."""

    def __init__(self, items: Sequence[tuple[Point, T]]) -> None:
        self._items = items
        self._vectors = [_vector(point) for point, _ in items]

    def nearest(self, origin: Point, count: int) -> list[Near[T]]:
        """The `count` nearest items, nearest first."""
        x, y, z = _vector(origin)
        closeness = [x * a + y * b + z * c for a, b, c in self._vectors]
        best = nlargest(count, range(len(closeness)), key=closeness.__getitem__)
        return [
            Near(item, distance_km(origin, point), direction(origin, point))
            for point, item in map(self._items.__getitem__, best)
        ]


def _vector(point: Point) -> tuple[float, float, float]:
    lat, lon = radians(point.lat), radians(point.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)
