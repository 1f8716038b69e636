"""A person's own settings: language and consent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from domain.errors import UnknownLanguage
from domain.languages import Language

if TYPE_CHECKING:
    from datetime import datetime

    from domain.people import Person


class PeopleStore(Protocol):
    """Stores languages and consents."""

    async def get(self, user_id: int) -> Person:
        """The person; one who has chosen nothing yet if nothing is stored."""

    async def put_language(self, person: Person) -> None:
        """Stores the language."""

    async def put_consent(self, before: Person, after: Person, at: datetime) -> None:
        """Stores the present consent, and logs that it was given or withdrawn."""


class PersonSettings:
    """Changes a person's settings; storing nothing new writes nothing."""

    def __init__(self, store: PeopleStore) -> None:
        self._store = store

    async def choose_language(self, person: Person, language: str) -> Person:
        """Sets the language.

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
        """Records consent to this version of the privacy notice; a second tap changes nothing.

        Raises:
            OutdatedNotice: another version is in force.
        """
        agreed = person.consenting(version, now)
        if agreed != person:
            await self._store.put_consent(person, agreed, now)
        return agreed

    async def withdraw(self, person: Person, now: datetime) -> Person:
        """Records that consent is withdrawn."""
        withdrawn = person.withdrawn()
        if withdrawn != person:
            await self._store.put_consent(person, withdrawn, now)
        return withdrawn
