from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.errors import OutdatedNotice, UnknownLanguage
from domain.languages import Language
from domain.people import NOTICE_VERSION, Person
from services.people import PersonSettings

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 23, 12, tzinfo=UTC)


class FakePeople:
    """`PersonSettingsStore` in memory, counting writes."""

    def __init__(self) -> None:
        self.kept: dict[int, Person] = {}
        self.writes = 0

    async def get(self, user_id: int) -> Person:
        return self.kept.get(user_id, Person(user_id))

    async def put_language(self, person: Person) -> None:
        self.kept[person.id] = person
        self.writes += 1

    async def put_consent(self, before: Person, after: Person, at: datetime) -> None:
        assert before != after
        assert at.tzinfo
        self.kept[after.id] = after
        self.writes += 1


@pytest.fixture
def store() -> FakePeople:
    return FakePeople()


async def test_language(store: FakePeople) -> None:
    """A language is stored once; choosing it again writes nothing; an unsupported one is refused."""
    people = PersonSettings(store)
    chosen = await people.choose_language(Person(1), "kk")
    assert chosen.language is Language.KK
    assert await people.choose_language(chosen, "kk") == chosen
    assert store.writes == 1
    with pytest.raises(UnknownLanguage):
        await people.choose_language(chosen, "de")


async def test_consent(store: FakePeople) -> None:
    """A second agreement keeps the first time; withdrawing twice is one withdrawal."""
    people = PersonSettings(store)
    agreed = await people.agree(Person(1), NOTICE_VERSION, NOW)
    assert agreed.consents
    again = await people.agree(agreed, NOTICE_VERSION, LATER)
    assert again.consent
    assert again.consent.given_at == NOW
    assert store.writes == 1
    withdrawn = await people.withdraw(again, LATER)
    assert not withdrawn.consents
    await people.withdraw(withdrawn, LATER)
    assert store.writes == 2


async def test_consent_to_another_version(store: FakePeople) -> None:
    """Agreeing to a notice that is no longer in force counts for nothing."""
    with pytest.raises(OutdatedNotice):
        await PersonSettings(store).agree(Person(1), "2011-01", NOW)
    assert store.writes == 0
