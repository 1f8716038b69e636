"""Numbers in a body's register of complaints: as they are given and printed, and as officers type them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.text import plain_number

_TYPED = re.compile(r"(\d{1,9})(?:[/-](\d{4}))?", re.ASCII)


def complaint_number(number: int, year: int | str) -> str:
    """`17/2026`: the place in the body's register of a year, and the year."""
    return f"{number}/{year}"


@dataclass(frozen=True, slots=True)
class TypedComplaintNumber:
    """What somebody typed of a complaint's number; `year` is empty where it was left out."""

    number: int
    year: str

    @property
    def whole(self) -> str:
        """The number as it is printed; empty without its year."""
        return complaint_number(self.number, self.year) if self.year else ""


def read_complaint_number(text: str) -> TypedComplaintNumber | None:
    """Reads `17/2026`, also behind a №, with a dash for the slash, and `17` alone; None where it is none of these."""
    found = _TYPED.fullmatch(plain_number(text))
    return TypedComplaintNumber(int(found[1]), found[2] or "") if found else None
