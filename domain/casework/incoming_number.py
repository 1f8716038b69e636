"""Incoming numbers: as they are given and printed, and as officers type them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.text import plain_number

_TYPED = re.compile(r"(?:(\d{1,2}-\d{1,3})/(?=\d{4}-))?(?:(\d{4})-)?(\d{1,9})", re.ASCII)


def incoming_number(code: str, year: int, number: int) -> str:
    """`2-65/2026-17`: the office's code, the year, the place in that office's register of the year."""
    return f"{code.replace('/', '-')}/{year}-{number}"


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """What somebody typed of an incoming number: whole, without the office, or its last part alone."""

    office: str
    year: str
    number: str

    @property
    def whole(self) -> str:
        """The number as it is printed; empty where parts are missing."""
        return f"{self.office}/{self.year}-{self.number}" if self.office and self.year else ""


def read_incoming_number(text: str) -> TypedNumber | None:
    """Reads `2-65/2026-17`, also behind a № and with any dash, `2026-17` and `17`; None where it is none of these."""
    found = _TYPED.fullmatch(plain_number(text))
    return TypedNumber(found[1] or "", found[2] or "", found[3].lstrip("0") or "0") if found else None
