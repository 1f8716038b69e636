"""Search by typed text: typos, Kazakh letters or their stand-ins, Latin, old names, streets."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from domain.folding import key, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.standard import Standard
    from domain.units import Unit, UnitKind

LEAST_LIKENESS = 62  # percent; below it a key and a query share little but chance letters
WORST_BEHIND_BEST = 20  # percent; farther behind the best, an answer is chance
PREFIX_LIKENESS = 85  # percent, for the beginning of a name; the rest by the share typed
SHORTEST_PREFIX = 3  # letters
STREET_LIKENESS = 0.9  # of a name's: many towns have the street, one has the name
LONGEST_QUERY = 100  # letters; a longer text is no name
ADJECTIVE = "скии"  # the folded ending of a district's name
SHORTEST_ADJECTIVE = 8  # letters; a shorter stem would be like too many names
CANDIDATES_PER_ANSWER = 12  # a unit has several keys that may all be like the query


class SearchIndex:
    """The names under which people ask for the units of one kind."""

    def __init__(self, standard: Standard, kind: UnitKind) -> None:
        self._units = standard.of_kind(kind)
        keys: dict[str, dict[int, float]] = {}
        for row, unit in enumerate(self._units):
            for name, weight in _keys(unit):
                rows = keys.setdefault(name, {})
                rows[row] = max(weight, rows.get(row, 0.0))
        self._keys = sorted(keys)
        self._rows = [keys[name] for name in self._keys]

    def find(self, text: str, limit: int) -> list[Unit]:
        """The units likest to the text, likeliest first; equals in the order of the appendix."""
        query = key(text[:LONGEST_QUERY])
        best: dict[int, float] = {}
        for likeness, at in (*self._alike(query, limit * CANDIDATES_PER_ANSWER), *self._begun(query)):
            for row, weight in self._rows[at].items():
                best[row] = max(best.get(row, 0.0), likeness * weight)
        ranked = sorted(best, key=lambda row: (-best[row], row))
        return [self._units[row] for row in ranked[:limit] if best[row] >= best[ranked[0]] - WORST_BEHIND_BEST]

    def _alike(self, query: str, count: int) -> Iterator[tuple[float, int]]:
        found = process.extract(query, self._keys, scorer=fuzz.ratio, limit=count, score_cutoff=LEAST_LIKENESS)
        for _, likeness, at in found:
            yield likeness, at

    def _begun(self, query: str) -> Iterator[tuple[float, int]]:
        if len(query) < SHORTEST_PREFIX:
            return
        at = bisect_left(self._keys, query)
        while at < len(self._keys) and self._keys[at].startswith(query):
            yield PREFIX_LIKENESS + (100 - PREFIX_LIKENESS) * len(query) / len(self._keys[at]), at
            at += 1


def _keys(unit: Unit) -> Iterator[tuple[str, float]]:
    shown = unit.corrected()
    region = key(shown.region)
    names = {key(name) for name in (shown.district, shown.locality, unit.locality, *shown.place.names)}
    names |= {_stem(name) for name in names} - {""}
    yield key(shown.name), 1.0
    street = _street(shown)
    if street:
        yield street, STREET_LIKENESS
    for name in names:
        yield name, 1.0
        for other in (region, street):
            if other:
                yield f"{name} {other}", 1.0
                yield f"{other} {name}", 1.0
    if unit.id.regional:
        yield region, 1.0


def _stem(name: str) -> str:
    """`байганинскии` is asked for as `байганин`, too."""
    return name.removesuffix(ADJECTIVE) if len(name) >= SHORTEST_ADJECTIVE else name


def _street(unit: Unit) -> str:
    after_settlement = unit.address.partition(unit.locality)[2]
    return " ".join(word for word in words(after_settlement) if not word.isdecimal())
