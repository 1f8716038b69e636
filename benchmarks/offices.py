"""Finding an office: how often the right one is among the first five results, and how fast."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from benchmarks.measure import Figure, median_ms
from benchmarks.queries import short_spellings, single_error, spellings
from bot.resources import load_library
from bot.settings import Settings
from domain.offices.geo import Point, distance_km
from domain.offices.units import UnitKind, UnitLevel
from services.offices.search import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from domain.offices.units import Region, Unit
    from domain.standard.edition import Standard

ERRORS_EACH = 3
SEED = 20110121
FIRST = 5


def run() -> list[Figure]:
    """Measures the search and the nearest offices."""
    library = load_library(Settings(_env_file=None))
    return [*_search(library.standard), *_nearest(library.standard)]


def error_queries(standard: Standard, spell: Callable[[Unit, Region], Iterator[str]]) -> list[tuple[str, Unit]]:
    """Queries with a single error for all 430 units."""
    random = Random(SEED)
    return [
        (single_error(name, random), unit)
        for unit in standard.units.values()
        for name in dict.fromkeys(spell(unit, standard.region_of(unit)))
        for _ in range(ERRORS_EACH)
    ]


def found_share(standard: Standard, queries: list[tuple[str, Unit]]) -> tuple[float, list[str]]:
    """The share of queries with the right unit among the first five, and the queries without."""
    indexes = {kind: SearchIndex(standard, kind) for kind in {unit.kind for _, unit in queries}}
    missed = [f"{query} ({unit.id})" for query, unit in queries if unit not in indexes[unit.kind].find(query, FIRST)]
    return 1 - len(missed) / len(queries), missed


def _search(standard: Standard) -> list[Figure]:
    queries, bare = error_queries(standard, spellings), error_queries(standard, short_spellings)
    telling, missed = found_share(standard, queries)
    short, _ = found_share(standard, bare)
    index = SearchIndex(standard, queries[0][1].kind)
    sample = [query for query, _ in Random(SEED).sample(queries, 300)]
    names = [unit.name for unit in standard.units.values()]
    ours = median_ms(lambda query: index.find(query, FIRST), sample)
    peer = median_ms(lambda query: process.extract(query, names, scorer=fuzz.WRatio, limit=FIRST), sample)
    note = f"{len(queries)} queries; missed e.g. {', '.join(missed[:3]) or 'none'}"
    return [
        Figure("right office in the first five, telling query", telling, 0.99, "share", note),
        Figure("right office in the first five, bare name", short, 0.99, "share", f"{len(bare)} queries"),
        Figure("search: WRatio over the names / ours", peer / ours, 1.0, "times", f"ours {ours:.3f} ms"),
    ]


def _nearest(standard: Standard) -> list[Figure]:
    from services.offices.finder import OfficeFinder  # noqa: PLC0415

    finder = OfficeFinder(standard, None)  # type: ignore[arg-type]
    divisions = standard.of_kind(UnitKind.OFFICE, UnitLevel.DISTRICT)
    random = Random(SEED)
    places = [(random.uniform(41, 55), random.uniform(47, 87)) for _ in range(500)]

    def sort_all(place: tuple[float, float]) -> list[Unit]:
        here = Point(*place)
        return sorted(divisions, key=lambda u: distance_km(here, Point(u.place.lat, u.place.lon)))[:3]

    ours = median_ms(lambda place: finder.nearest(*place), places)
    peer = median_ms(sort_all, places)
    return [
        Figure("nearest: sorting all / ours", peer / ours, 1.0, "times", f"ours {ours:.4f} ms"),
        Figure("nearest: limit 0.05 ms / ours", 0.05 / ours, 1.0, "times", ""),
    ]
