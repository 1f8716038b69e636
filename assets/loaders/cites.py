"""What rules cite, and cites.toml: which point or appendix has which role, and how each language writes a citation.

A citation is free text that begins with the name of a point or an appendix of the same edition.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from assets.loaders.edition_rows import Row, Text
from domain.languages import Language
from domain.standard.cites import CASES, Citation, CitationForms, CitationWords, CitedRange, CiteRole, Cites

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from assets.loaders.faults import FaultList
    from assets.loaders.files import Entry

FILE = "cites.toml"
_FURTHER = re.compile(r"(?!\w).*\w.*", re.DOTALL)  # a sub-point: `.1`, `.1.а`, `(4)2`
_LAST_NUMBER = re.compile(r"\d+$")
Single = Annotated[str, Field(pattern=r"^[^{}]*\{\}[^{}]*$")]
Pair = Annotated[str, Field(pattern=r"^[^{}]*\{\}[^{}]*\{\}[^{}]*$")]


class CiteRow(Row):
    """cites.toml, [[cite]]: what has a role; with `through`, up to that point from the last one named."""

    role: CiteRole
    cites: Annotated[tuple[Text, ...], Field(min_length=1)]
    through: Text | None = None

    def to_domain(self) -> tuple[CitedRange, ...]:
        """What has the role, in order."""
        *before, last = self.cites
        return (*map(CitedRange, before), CitedRange(last, self.through))


class FormsRow(Row):
    """cites.toml, the templates of one grammatical case."""

    point: Single
    points: Single
    appendix: Single
    appendices: Single

    def forms(self) -> CitationForms:
        """The templates."""
        return CitationForms(self.point, self.points, self.appendix, self.appendices)


class WordsRow(FormsRow):
    """cites.toml, [[words]]: those of one language; `case` holds its further grammatical cases."""

    language: Language
    range: Pair
    more: Pair
    last: Pair
    case: dict[str, FormsRow] = Field(default_factory=dict)

    def to_domain(self) -> CitationWords:
        """The words of the language."""
        cases = {name: each.forms() for name, each in self.case.items()}
        return CitationWords(self.range, self.more, self.last, self.forms(), cases)


def check_cites(
    cites: Sequence[Entry[CiteRow]],
    words: Sequence[Entry[WordsRow]],
    faults: FaultList,
    roles: Iterable[CiteRole] = tuple(CiteRole),
) -> None:
    """Notes `roles` that nothing has or two rows have, and languages and cases that are not written."""
    _check_each(roles, "cite", "role", cites, faults)
    _check_each(Language, "words", "language", words, faults)
    for each in words:
        if each.row:
            needed = CASES[each.row.language]
            for case in (case for case in needed if case not in each.row.case):
                faults.add(each.file, each.name, f"case {case}", "missing")
            for case in (case for case in each.row.case if case not in needed):
                faults.add(each.file, each.name, f"case {case}", "unknown-field")


def _check_each(
    wanted: Iterable[str], table: str, field: str, entries: Sequence[Entry[Any]], faults: FaultList
) -> None:
    there: set[str] = set()
    for each in entries:
        value = each.value(field)
        if isinstance(value, str):
            if value in there:
                faults.add(each.file, each.name, field, "twice", value=value)
            there.add(value)
    for value in wanted:
        if value not in there:
            faults.add(FILE, table, field, "no-row", value=value)


def build_cites(cites: Iterable[CiteRow], words: Iterable[WordsRow], appendices: Iterable[str]) -> Cites:
    """The citations of an edition whose rows were checked."""
    numbers: Mapping[str, str] = {name: str(appendix_number(name) or name) for name in appendices}
    roles = {row.role: row.to_domain() for row in cites}
    return Cites(roles, {row.language: row.to_domain() for row in words}, numbers)


def appendix_number(name: str) -> int | None:
    """The number with which the name of an appendix ends; None if it has none."""
    found = _LAST_NUMBER.search(name)
    return int(found[0]) if found else None


class Citations:
    """The points and appendices of an edition under the names by which its rules cite them."""

    def __init__(self, points: Mapping[str, int], appendices: Iterable[str]) -> None:
        self._points = dict(points)
        self._appendices = {name: appendix_number(name) for name in appendices}

    def __call__(self, text: str) -> Citation:
        """The citation in a row that was checked.

        Raises:
            KeyError: the edition has no such point or appendix.
        """
        found = self.find(text)
        if found is None:
            raise KeyError(text)
        return found

    def find(self, text: str) -> Citation | None:
        """What the text cites; None if it begins with no point or appendix: `27` is not point 2."""
        for end in range(len(text), 0, -1):
            name, further = text[:end], text[end:]
            if further and not _FURTHER.fullmatch(further):
                continue
            if name in self._appendices:
                return Citation(text, appendix=self._appendices[name])
            if name in self._points:
                return Citation(text, self._points[name])
        return None
