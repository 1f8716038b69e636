"""What a person sets for themselves: language and consent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from domain.errors import UnknownLanguage
from domain.languages import Language

if TYPE_CHECKING:
    from datetime import datetime

    from domain.people import Person


class PeopleStore(Protocol):
    """Where people are kept."""

    async def get(self, user_id: int) -> Person:
        """The person; one that nothing is known of yet where there is none."""

    async def put_language(self, person: Person) -> None:
        """Keep the person's language."""

    async def put_consent(self, before: Person, after: Person, at: datetime) -> None:
        """Keep a consent given or withdrawn, and that it was."""


class PersonSettings:
    """Use cases of one unit of work."""

    def __init__(self, store: PeopleStore) -> None:
        self._store = store

    async def choose_language(self, person: Person, language: str) -> Person:
        """Set the language.

        Raises:
            UnknownLanguage: the bot does not speak it.
        """
        if language not in set(Language):
            raise UnknownLanguage(language)
        chosen = person.speaking(Language(language))
        if chosen != person:
            await self._store.put_language(chosen)
        return chosen

    async def agree(self, person: Person, version: str, now: datetime) -> Person:
        """Record consent to the privacy notice of this version; a second tap records nothing more.

        Raises:
            OutdatedNotice: another version is in force.
        """
        agreed = person.consenting(version, now)
        if agreed != person:
            await self._store.put_consent(person, agreed, now)
        return agreed

    async def withdraw(self, person: Person, now: datetime) -> Person:
        """Record that consent is withdrawn."""
        withdrawn = person.withdrawn()
        if withdrawn != person:
            await self._store.put_consent(person, withdrawn, now)
        return withdrawn
