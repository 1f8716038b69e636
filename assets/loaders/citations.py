"""Citations: free text that begins with the name of a point or an appendix of the same edition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from domain.standard.edition import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FURTHER = re.compile(r"(?!\w).*\w.*", re.DOTALL)  # a sub-point: `.1`, `.1.а`, `(4)2`
_LAST_NUMBER = re.compile(r"\d+$")


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
