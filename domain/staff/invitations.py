"""Invitations to a role, how long a link is valid, and the signature of the invited person."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.errors import BadAnswer
from domain.filler import LeastWords, check_words
from domain.staff.membership import ADMIN
from domain.text import check_length, plain_name, visible

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from domain.offices.units import UnitId
    from domain.staff.membership import AppointableRole

HOLDS = timedelta(hours=24)
MOST_UNITS = 20
LONGEST = 60
MARKS = " .-'’ʼ"
SCRIPTS = ("CYRILLIC", "LATIN")
_PART = r"[^\W\d_]+"
_SIGNATURE = re.compile(rf"({_PART}(?:[-'’ʼ]{_PART})*) ([^\W\d_])(?:\.? ?([^\W\d_]))?\.?")
_INITIALS_FIRST = re.compile(r"[^\W\d_]\.")


class InvitationState(StrEnum):
    """Whether the link is still valid, and if not, why."""

    OPEN = "open"
    USED = "used"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that works once; `id` finds it, and the secret in the link is not part of it."""

    id: str
    post: AppointableRole
    units: tuple[UnitId, ...]
    made_by: int
    made_at: datetime
    ends_at: datetime
    used_by: int | None = None
    revoked_at: datetime | None = None

    def state(self, now: datetime) -> InvitationState:
        """The state at this moment."""
        if self.used_by is not None:
            return InvitationState.USED
        if self.revoked_at is not None:
            return InvitationState.REVOKED
        return InvitationState.OPEN if now < self.ends_at else InvitationState.EXPIRED


def check_units(post: AppointableRole, units: Collection[UnitId]) -> None:
    """Makes sure that post and units fit: an admin has no unit, anybody else at least one.

    Raises:
        BadAnswer: they do not fit, or there are too many units.
    """
    if bool(units) == (post == ADMIN):
        raise BadAnswer("units-none" if units else "units-needed")
    if len(units) > MOST_UNITS:
        raise BadAnswer("units-many", most=MOST_UNITS)


def read_signature(text: str, *, sure: bool = False) -> str:
    """Formats a surname with initials as `Ахметова А. Б.`, whatever the typed case, dots and spaces.

    Raises:
        BadAnswer: the text is no surname with initials; `reason` says what is wrong.
        DoubtfulAnswer: the surname looks like none, and the person is not `sure`.
    """
    typed = plain_name(visible(unicodedata.normalize("NFC", text)))
    if not typed:
        raise BadAnswer("empty")
    check_length(typed, LONGEST)
    for letter in typed:
        if letter not in MARKS and not (letter.isalpha() and unicodedata.name(letter, "").startswith(SCRIPTS)):
            raise BadAnswer("name-letter", letter=letter)
    found = _SIGNATURE.fullmatch(typed)
    if found is None:
        raise BadAnswer(_wrong(typed))
    surname, *initials = found.groups()
    if not sure:
        check_words(surname, LeastWords(letters=1))
    return " ".join((_capitals(surname), *(f"{_capital(each)}." for each in initials if each)))


def _wrong(typed: str) -> str:
    if _INITIALS_FIRST.match(typed):
        return "signature-order"
    return "signature-full" if " " in typed else "signature-initials"


def _capitals(surname: str) -> str:
    """Capitalizes a surname typed all in lower case or all in capitals; leaves any other as it is."""
    if surname not in {surname.lower(), surname.upper()}:
        return surname
    return "-".join(_capital(part[:1]) + part[1:].lower() for part in surname.split("-"))


def _capital(letter: str) -> str:
    """The capital letter, or the letter itself if its capital is not a single letter."""
    return letter.upper() if len(letter.upper()) == 1 else letter
