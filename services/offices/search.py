"""Search by typed text: typos, Kazakh letters or their stand-ins, Latin, old names, streets."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from domain.offices.name_keys import KINDS, fold, key, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from domain.offices.units import Region, Unit, UnitKind
    from domain.standard.edition import Standard

LEAST_LIKENESS = 62  # percent; below it a key and a query share little but chance letters
LEAST_LIKENESS_OF_REGION = 80  # percent; words that are no region's name must not hide the rest of a query
WORST_BEHIND_BEST = 20  # percent; farther behind the best, an answer is chance
PREFIX_LIKENESS = 85  # percent, for the beginning of a name; the rest by the share typed
SHORTEST_PREFIX = 3  # letters
STREET_LIKENESS = 0.9  # of a name's: many towns have the street, one has the name
SPELLING_LIKENESS = 0.97  # of a name's: what maps of the world list, and what a region was called before or since
KIND_LIKENESS = 80  # percent; so like the word for a kind of thing, a word is that with an error, and tells nothing
REGION_WORDS = frozenset(map(fold, ("область", "обл", "облысы", "oblast", "region")))
DISTRICT_WORDS = frozenset(map(fold, ("район", "ауданы", "rayon", "raion", "district")))
KIND_BONUS = 5  # percent, for what is a region or a district where the query says so
LONGEST_QUERY = 100  # letters; a longer text is no name
ADJECTIVE = "скии"  # the folded ending of a district's name
SHORTEST_ADJECTIVE = 8  # letters; a shorter stem would be like too many names
CANDIDATES_PER_ANSWER = 12  # a unit has several keys that may all be like the query


class _Names:
    """Names, each with the numbers it stands for and how much it tells of each (0 to 1)."""

    def __init__(self, named: Iterable[tuple[int, Iterable[tuple[str, float]]]]) -> None:
        keys: dict[str, dict[int, float]] = {}
        for number, names in named:
            for name, weight in names:
                numbers = keys.setdefault(name, {})
                numbers[number] = max(weight, numbers.get(number, 0.0))
        self._keys = sorted(keys)
        self._numbers = [keys[name] for name in self._keys]

    def like(self, query: str, count: int, least: float = LEAST_LIKENESS) -> dict[int, float]:
        """The likeness (percent) of a query to what it may stand for, by the likest of the names."""
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
    """The names under which people ask for the units of one kind."""

    def __init__(self, standard: Standard, kind: UnitKind) -> None:
        self._units = standard.of_kind(kind)
        regions = {region.name: region for region in standard.regions}
        names = [(row, [*_names(unit)]) for row, unit in enumerate(self._units)]
        departments = (
            (row, _region_names(regions[unit.region])) for row, unit in enumerate(self._units) if unit.id.regional
        )
        self._everywhere = _Names([*names, *departments])
        self._regions = _Names((at, _region_names(region)) for at, region in enumerate(standard.regions))
        self._of_region = [
            _Names(each for each in names if self._units[each[0]].region == region.name) for region in standard.regions
        ]
        self._whole_regions = {row for row, unit in enumerate(self._units) if unit.id.regional and not _is_city(unit)}
        self._districts = {row for row, unit in enumerate(self._units) if not (unit.id.regional or _is_city(unit))}
        self._words = self._everywhere.words() | self._regions.words()

    def find(self, text: str, limit: int) -> list[Unit]:
        """The units likest to the text, likeliest first; equals in the order of the appendix."""
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
        """The words of a query less those that are, but for an error, the word for a kind of thing."""
        return " ".join(
            word
            for word in words(text)
            if word in self._words or not process.extractOne(word, KINDS, scorer=fuzz.ratio, score_cutoff=KIND_LIKENESS)
        )

    def _meant(self, text: str) -> set[int]:
        """Districts, or whole regions, where the query says which; a district may be said with its region."""
        said = {fold(word.strip(".,")) for word in text[:LONGEST_QUERY].split()}
        if said & DISTRICT_WORDS:
            return self._districts
        return self._whole_regions if said & REGION_WORDS else set()

    def _parted(self, query: str) -> Iterator[tuple[str, int, float, float]]:
        """Readings of a query as a name and a region: the name, the region, the name's share, the region's likeness."""
        parts = query.split()
        for cut in range(1, len(parts)):
            first, last = " ".join(parts[:cut]), " ".join(parts[cut:])
            for name, region in ((first, last), (last, first)):
                for at, likeness in self._regions.like(region, CANDIDATES_PER_ANSWER, LEAST_LIKENESS_OF_REGION).items():
                    yield name, at, len(name) / len(first + last), likeness


def _is_city(unit: Unit) -> bool:
    return unit.district.startswith("г. ")


def _names(unit: Unit) -> Iterator[tuple[str, float]]:
    shown = unit.corrected()
    names = _folded(shown.district, shown.locality, unit.locality, *shown.place.names, *shown.place.districts)
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
    """`байганинскии` is asked for as `байганин`, too."""
    return name.removesuffix(ADJECTIVE) if len(name) >= SHORTEST_ADJECTIVE else name


def _street(unit: Unit) -> str:
    after_settlement = unit.address.partition(unit.locality)[2]
    return " ".join(word for word in words(after_settlement) if not word.isdecimal())
