"""People who talk to the bot: their language, and their consent to the privacy notice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.errors import ConsentNeeded, OutdatedNotice

if TYPE_CHECKING:
    from datetime import datetime

    from domain.languages import Language

LARGEST_USER_ID = 1 << 52  # Bot API: at most 52 significant bits
NOTICE_VERSION = "2027-01"  # the privacy notice in force; after a new version everybody is asked for consent again


@dataclass(frozen=True, slots=True)
class Consent:
    """The version of the privacy notice a person agreed to."""

    version: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class Person:
    """A person by Telegram user id; `language` is None until they choose one."""

    id: int
    language: Language | None = None
    consent: Consent | None = None

    @property
    def consents(self) -> bool:
        """Whether their consent covers the notice in force."""
        return self.consent is not None and self.consent.version == NOTICE_VERSION

    def check_consent(self) -> None:
        """Makes sure that personal data may be asked for.

        Raises:
            ConsentNeeded: they have not agreed to the notice in force.
        """
        if not self.consents:
            raise ConsentNeeded(str(self.id))

    def speaking(self, language: Language) -> Person:
        """Returns the person with another language."""
        return replace(self, language=language)

    def consenting(self, version: str, now: datetime) -> Person:
        """Returns the person with their consent; agreeing twice keeps the time of the first.

        Raises:
            OutdatedNotice: the version they saw is no longer in force.
        """
        if version != NOTICE_VERSION:
            raise OutdatedNotice(version)
        return self if self.consents else replace(self, consent=Consent(version, now))

    def withdrawn(self) -> Person:
        """Returns the person without consent."""
        return replace(self, consent=None)
