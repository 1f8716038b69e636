"""Search by typed name: with typos, Kazakh letters or their substitutes, Latin letters, former names, streets."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from domain.offices.name_keys import KINDS, fold, key, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from domain.offices.units import Region, Unit, UnitKind
    from domain.standard.edition import Standard

LEAST_LIKENESS = 62  # percent; below it, key and query have only chance letters in common
LEAST_LIKENESS_OF_REGION = 80  # percent; other words must not be taken for a region
WORST_BEHIND_BEST = 20  # percent; further behind the best, a hit is chance
PREFIX_LIKENESS = 85  # percent for the beginning of a name; the rest by the share typed
SHORTEST_PREFIX = 3  # letters
STREET_LIKENESS = 0.9  # of a name's; many towns have a street of this name
SPELLING_LIKENESS = 0.97  # of a name's, for spellings on world maps and other names of a region
KIND_LIKENESS = 80  # percent; a word this similar to "district" and the like is a misspelling of it
REGION_WORDS = frozenset(map(fold, ("область", "обл", "облысы", "oblast", "region")))
DISTRICT_WORDS = frozenset(map(fold, ("район", "ауданы", "rayon", "raion", "district")))
KIND_BONUS = 5  # percent, for regions or districts if the query says which
LONGEST_QUERY = 100  # characters; a longer text is no name
ADJECTIVE = "скии"  # the folded ending of names of districts
SHORTEST_ADJECTIVE = 8  # letters; shorter stems would be similar to too many names
CANDIDATES_PER_ANSWER = 12  # several keys of one unit may be similar to the query


class _Names:
    """Names, each with the numbers it stands for and its weight for each of them (0 to 1)."""

    def __init__(self, named: Iterable[tuple[int, Iterable[tuple[str, float]]]]) -> None:
        keys: dict[str, dict[int, float]] = {}
        for number, names in named:
            for name, weight in names:
                numbers = keys.setdefault(name, {})
                numbers[number] = max(weight, numbers.get(number, 0.0))
        self._keys = sorted(keys)
        self._numbers = [keys[name] for name in self._keys]

    def like(self, query: str, count: int, least: float = LEAST_LIKENESS) -> dict[int, float]:
        """The best likeness (percent) of any name to a query, by number."""
        best: dict[int, float] = {}
        for likeness, at in (*self._alike(query, count, least), *self._begun(query)):
            for number, weight in self._numbers[at].items():
                best[number] = max(best.get(number, 0.0), likeness * weight)
        return best

    def words(self) -> frozenset[str]:
        """Every word of the names."""
        return frozenset(word for name in self._keys for word in name.split())

    def _alike(self, query: str, count: int, least: float) -> Iterator[tuple[float, int]]:
        found = process.extract(query, self._keys, scorer=fuzz.ratio, limit=count, score_cutoff=least)
        for _, likeness, at in found:
            yield likeness, at

    def _begun(self, query: str) -> Iterator[tuple[float, int]]:
        if len(query) < SHORTEST_PREFIX:
            return
        at = bisect_left(self._keys, query)
        while at < len(self._keys) and self._keys[at].startswith(query):
            yield PREFIX_LIKENESS + (100 - PREFIX_LIKENESS) * len(query) / len(self._keys[at]), at
            at += 1


class SearchIndex:
    """The names by which people look for units of one kind."""

    def __init__(self, standard: Standard, kind: UnitKind) -> None:
        self._units = standard.of_kind(kind)
        names = [(row, [*_names(unit)]) for row, unit in enumerate(self._units)]
        departments = (
            (row, _region_names(standard.region_of(unit))) for row, unit in enumerate(self._units) if unit.regional
        )
        self._everywhere = _Names([*names, *departments])
        self._regions = _Names((at, _region_names(region)) for at, region in enumerate(standard.regions))
        self._of_region = [
            _Names(each for each in names if self._units[each[0]].region == region.id) for region in standard.regions
        ]
        self._whole_regions = {row for row, unit in enumerate(self._units) if unit.regional and not unit.city}
        self._districts = {row for row, unit in enumerate(self._units) if not (unit.regional or unit.city)}
        self._words = self._everywhere.words() | self._regions.words()

    def find(self, text: str, limit: int) -> list[Unit]:
        """The units most like the text, the most likely first; ties in the order of the appendix."""
        query, count = self._telling(text[:LONGEST_QUERY]), limit * CANDIDATES_PER_ANSWER
        best = self._everywhere.like(query, count)
        for name, region, share, surely in self._parted(query):
            for row, likeness in self._of_region[region].like(name, count).items():
                best[row] = max(best.get(row, 0.0), likeness * share + surely * (1 - share))
        for row in self._meant(text) & best.keys():
            best[row] += KIND_BONUS
        ranked = sorted(best, key=lambda row: (-best[row], row))
        return [self._units[row] for row in ranked[:limit] if best[row] >= best[ranked[0]] - WORST_BEHIND_BEST]

    def _telling(self, text: str) -> str:
        """The distinctive words of a query, without words such as "district", even misspelt."""
        return " ".join(
            word
            for word in words(text)
            if word in self._words or not process.extractOne(word, KINDS, scorer=fuzz.ratio, score_cutoff=KIND_LIKENESS)
        )

    def _meant(self, text: str) -> set[int]:
        """Rows of districts or of whole regions, if the query says which; a district may be named with its region."""
        said = {fold(word.strip(".,")) for word in text[:LONGEST_QUERY].split()}
        if said & DISTRICT_WORDS:
            return self._districts
        return self._whole_regions if said & REGION_WORDS else set()

    def _parted(self, query: str) -> Iterator[tuple[str, int, float, float]]:
        """Ways to split a query into a name and a region: name, region, the name's share, the region's likeness."""
        parts = query.split()
        for cut in range(1, len(parts)):
            first, last = " ".join(parts[:cut]), " ".join(parts[cut:])
            for name, region in ((first, last), (last, first)):
                for at, likeness in self._regions.like(region, CANDIDATES_PER_ANSWER, LEAST_LIKENESS_OF_REGION).items():
                    yield name, at, len(name) / len(first + last), likeness


def _names(unit: Unit) -> Iterator[tuple[str, float]]:
    shown = unit.corrected()
    served = (shown.district, *shown.districts.values())
    names = _folded(*served, shown.locality, unit.locality, *shown.place.names, *shown.place.districts)
    street = _street(shown)
    yield key(shown.name), 1.0
    yield from ((name, 1.0) for name in names)
    yield from ((spelling, SPELLING_LIKENESS) for spelling in _folded(*shown.place.spellings))
    if street:
        yield street, STREET_LIKENESS
        yield from ((each, 1.0) for name in names for each in (f"{name} {street}", f"{street} {name}"))


def _region_names(region: Region) -> Iterator[tuple[str, float]]:
    yield from ((name, SPELLING_LIKENESS) for name in _folded(*region.also))
    yield from ((name, 1.0) for name in _folded(region.name, region.name_kk, region.name_en))


def _folded(*names: str) -> set[str]:
    """The keys of names, and their stems."""
    keys = {key(name) for name in names}
    return (keys | {_stem(name) for name in keys}) - {""}


def _stem(name: str) -> str:
    """`байганин` for `байганинскии`, as people leave out the ending."""
    return name.removesuffix(ADJECTIVE) if len(name) >= SHORTEST_ADJECTIVE else name


def _street(unit: Unit) -> str:
    after_settlement = unit.address.partition(unit.locality)[2] if unit.locality else ""
    return " ".join(word for word in words(after_settlement) if not word.isdecimal())
