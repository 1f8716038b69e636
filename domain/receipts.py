"""The confirmation of point 14: what a stamped copy states, and which part of it is signed."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = 1
SALT_BYTES = 16  # without a salt, a list of likely names would be enough to find whose application a digest is of
DIGEST_BYTES = 32
_LONGEST_TEXT = 255
_SECONDS_BYTES, _DAY_BYTES = 5, 3
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
START = "r_"  # the payload of a deep link to a receipt's check starts with this


class NotAStatement(ValueError):
    """The bytes do not encode a statement."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The registration of an application.

    Attributes:
        office: appendix and row of the office, such as `2/65`.
        office_name: as printed in the stamp.
        number: the incoming number, `<office code>/<year>-<number>`.
        at: an aware time; fractions of a second are dropped.
    """

    office: str
    office_name: str
    number: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Statement:
    """What the office signs, without personal data; `digest` binds it to the text of the application.

    Attributes:
        at: to the second.
        received: the day the complete package was handed over; None before.
        handle: a random name that opens the check of the receipt in the bot.
    """

    edition: str
    appendix: int
    office: str
    number: str
    at: datetime
    received: date | None
    digest: bytes
    handle: str

    def encode(self) -> bytes:
        """Encodes the statement in the only valid way: fixed fields first, then each text after its length.

        Raises:
            ValueError: a text is longer than 255 bytes, or a number or time is out of range.
        """
        try:
            seconds = (self.at - _EPOCH) // timedelta(seconds=1)
            day = self.received.toordinal() if self.received else 0
            numbers = bytes([VERSION, self.appendix]) + seconds.to_bytes(_SECONDS_BYTES) + day.to_bytes(_DAY_BYTES)
        except OverflowError:
            raise ValueError("the time is out of range") from None
        if len(self.digest) != DIGEST_BYTES:
            raise ValueError(f"a digest has {DIGEST_BYTES} bytes")
        texts = map(_with_length, (self.edition, self.office, self.number, self.handle))
        return b"".join((numbers, self.digest, *texts))

    @classmethod
    def decode(cls, content: bytes) -> Statement:
        """Reads the result of `encode`.

        Raises:
            NotAStatement: the bytes are not exactly what `encode` writes for some statement.
        """
        try:
            statement = cls._decoded(content)
        except (ValueError, IndexError, OverflowError):
            raise NotAStatement("no statement") from None
        if statement.encode() != content:  # catches other versions, too
            raise NotAStatement("not the one encoding of a statement")
        return statement

    @classmethod
    def _decoded(cls, content: bytes) -> Statement:
        _, appendix = content[:2]
        digest_at = 2 + _SECONDS_BYTES + _DAY_BYTES
        seconds = int.from_bytes(content[2 : 2 + _SECONDS_BYTES])
        day = int.from_bytes(content[2 + _SECONDS_BYTES : digest_at])
        texts_at = digest_at + DIGEST_BYTES
        edition, office, number, handle = _texts(content[texts_at:], 4)
        at, received = _EPOCH + timedelta(seconds=seconds), date.fromordinal(day) if day else None
        return cls(edition, appendix, office, number, at, received, content[digest_at:texts_at], handle)


@dataclass(frozen=True, slots=True)
class Receipt:
    """An application as filed, with its stamp.

    Attributes:
        edition: of the standard, such as `2011-20`.
        appendix: of the form, 7 or 8.
        received: the day of the second stamp, when the complete package was handed over; None before.
        salt: 16 random bytes of this receipt.
        answers: part → text as on the form, with the name and address of the office.
    """

    edition: str
    appendix: int
    stamp: Stamp
    received: date | None
    salt: bytes
    answers: Mapping[str, str]

    def fields(self) -> dict[str, str]:
        """The answers in canonical form, as printed and signed: sorted by part, Unicode NFC."""
        return dict(sorted((part, normalize("NFC", text)) for part, text in self.answers.items()))

    def digest(self) -> bytes:
        """HMAC-SHA256 of the office name in the stamp and the fields as JSON; the salt is the key."""
        content = json.dumps([self.stamp.office_name, self.fields()], ensure_ascii=False, separators=(",", ":"))
        return hmac.digest(self.salt, content.encode(), "sha256")

    def statement(self, handle: str) -> Statement:
        """What the office signs for this receipt under the given handle."""
        at = self.stamp.at.astimezone(UTC).replace(microsecond=0)
        return Statement(
            edition=self.edition,
            appendix=self.appendix,
            office=self.stamp.office,
            number=self.stamp.number,
            at=at,
            received=self.received,
            digest=self.digest(),
            handle=handle,
        )


def _with_length(text: str) -> bytes:
    content = text.encode()
    if len(content) > _LONGEST_TEXT:
        raise ValueError(f"longer than {_LONGEST_TEXT} bytes")
    return bytes([len(content)]) + content


def _texts(content: bytes, count: int) -> list[str]:
    texts = []
    for _ in range(count):
        end = 1 + content[0]
        texts.append(content[1:end].decode())
        content = content[end:]
    return texts
