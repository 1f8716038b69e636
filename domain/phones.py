"""A phone number in what somebody has written: no question asks for one, but people give it with their address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

GAP = r"[\s()\u00a0\u2010-\u2015-]*"  # between the figures of a number
_OF_COUNTRY = rf"(?:\+{GAP}7|[78])(?:{GAP}\d){{10}}"  # Kazakhstan and its neighbour
_OF_ANOTHER = rf"\+(?:{GAP}\d){{9,15}}"  # E.164: at most fifteen figures
_PHONE = re.compile(rf"(?<!\d)(?:{_OF_COUNTRY}|{_OF_ANOTHER})(?!{GAP}\d)")


def find_phone(texts: Iterable[str]) -> str:
    """The first phone number in these texts, as it is written; empty where there is none.

    Longer rows of figures, such as an individual identification number, are none.
    """
    found = (_PHONE.search(each) for each in texts)
    return next((each.group().strip() for each in found if each), "")
