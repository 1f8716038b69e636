"""People who talk to the bot: their language, and their consent to the privacy notice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.errors import ConsentNeeded, OutdatedNotice

if TYPE_CHECKING:
    from datetime import datetime

LARGEST_USER_ID = 1 << 52  # Bot API: at most 52 significant bits
NOTICE_VERSION = "2027-01"  # of the privacy notice in force; a new wording asks for consent anew


class Language(StrEnum):
    """Languages of the bot."""

    RU = "ru"
    KK = "kk"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Consent:
    """Which version of the privacy notice a person agreed to, and when."""

    version: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class Person:
    """A person by their Telegram user id; `language` is None until they choose one."""

    id: int
    language: Language | None = None
    consent: Consent | None = None

    @property
    def consents(self) -> bool:
        """Whether the consent given covers the notice in force."""
        return self.consent is not None and self.consent.version == NOTICE_VERSION

    def check_consent(self) -> None:
        """Make sure that personal data may be asked for.

        Raises:
            ConsentNeeded: they have not agreed to the notice in force.
        """
        if not self.consents:
            raise ConsentNeeded(str(self.id))

    def speaking(self, language: Language) -> Person:
        """The same person with a language chosen."""
        return replace(self, language=language)

    def consenting(self, version: str, now: datetime) -> Person:
        """The same person after agreeing to the notice; a second agreement keeps the first moment.

        Raises:
            OutdatedNotice: what they saw is not the notice in force.
        """
        if version != NOTICE_VERSION:
            raise OutdatedNotice(version)
        return self if self.consents else replace(self, consent=Consent(version, now))

    def withdrawn(self) -> Person:
        """The same person without a consent."""
        return replace(self, consent=None)
