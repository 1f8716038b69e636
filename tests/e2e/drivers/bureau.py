"""An office at work: a running bot, the office's staff, and applicants who have not filed yet."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bot.data_folder import open_stores
from bot.resources import load_library, load_texts
from bot.settings import Settings
from domain.languages import Language
from domain.people import NOTICE_VERSION, Person
from domain.staff.membership import Officer, Role
from sandbox.people.person import Person as Phone
from sandbox.world.world import World
from tests.clock import Clock as Moving
from tests.e2e.drivers.chatting import Chatting, Watched
from tests.e2e.drivers.driving import Driven, bot
from tests.e2e.drivers.working import Applicant, AtWork
from tests.factories.cases import another, complete
from tests.factories.folders import settings_of
from tests.factories.moments import NOW
from tests.factories.stored import store
from tests.factories.units import DEPARTMENT, EDITION, KOKSHETAU

REGISTRAR, OFFICER, COLLEAGUE, HEAD, ELSEWHERE = 4_100_001, 4_100_002, 4_100_003, 4_100_004, 4_100_005
TEAM = (
    Officer(REGISTRAR, KOKSHETAU, "Сейтова Р.", Role.REGISTRAR),
    Officer(OFFICER, KOKSHETAU, "Ахметова А.", Role.OFFICER),
    Officer(COLLEAGUE, KOKSHETAU, "Ким В.", Role.OFFICER),
    Officer(HEAD, KOKSHETAU, "Омаров Д.", Role.HEAD),
    Officer(ELSEWHERE, DEPARTMENT, "Ли Б.", Role.OFFICER),
)
APPLICANTS = 4_200_000
MONDAY = datetime(2026, 11, 23, 3, 30, tzinfo=UTC)  # 08:30 in Kokshetau: before the morning's digests


@dataclass
class Clock:
    """The bot's clock: it starts on that Monday, whatever the day of the suite, and a test may move it forward."""

    ahead: timedelta = timedelta()
    _running: Moving = field(default_factory=lambda: Moving(MONDAY))

    def __call__(self) -> datetime:
        return self._running.says() + self.ahead

    def set(self, moment: datetime) -> None:
        """Sets the clock to this moment, from which time goes on."""
        self.ahead = moment - self._running.says()


@dataclass
class Bureau:
    """A running bot, an office with its staff, and applicants who have not filed yet."""

    driven: Driven
    clock: Clock
    applicants: list[Applicant]
    languages: dict[int, str] = field(default_factory=dict)

    def person(self, user_id: int) -> AtWork:
        return AtWork(chat(self.driven, user_id, self.languages.get(user_id, "ru")))

    @property
    def officer(self) -> AtWork:
        return self.person(OFFICER)

    @property
    def head(self) -> AtWork:
        return self.person(HEAD)

    @property
    def registrar(self) -> AtWork:
        return self.person(REGISTRAR)

    async def filed(self) -> Applicant:
        """Files the application of the next applicant."""
        applicant = self.applicants.pop(0)
        await applicant.file()
        return applicant

    async def in_review(self) -> Applicant:
        """Files an application, which the officer takes and whose documents are all handed over."""
        applicant = await self.filed()
        await self.officer.does(applicant, "work-take-button")
        await self.officer.receives(applicant)
        return applicant

    async def to_collect(self) -> Applicant:
        """Brings a case to where its document is approved and ready to collect."""
        applicant = await self.in_review()
        await self.officer.does(applicant, "work-approve-button", "work-approved-button")
        await self.officer.does(applicant, "work-ready-button", "work-made-ready-button")
        return applicant

    def row(self, applicant: Applicant) -> tuple[Any, ...]:
        return self.driven.rows("SELECT state, version FROM cases WHERE id = ?", applicant.case_id)[0]

    def state(self, applicant: Applicant) -> str:
        return str(self.row(applicant)[0])

    def denials(self) -> int:
        ((count,),) = self.driven.rows("SELECT coalesce(sum(count), 0) FROM denials")
        return int(count)


@asynccontextmanager
async def bureau(
    folder: Path,
    *subjects: str,
    languages: dict[int, str] | None = None,
    team: tuple[Officer, ...] = TEAM,
    clock: Clock | None = None,
    **settings: Any,  # noqa: ANN401  # settings of any type
) -> AsyncIterator[Bureau]:
    """Runs the office, with one applicant for each subject named; it starts on that Monday unless a clock is given."""
    put_forward, world, spoken = clock or Clock(), World(), languages or {}
    await prepare(settings_of(folder), subjects, team, spoken)
    for user_id in (*(each.user_id for each in team), *range(APPLICANTS, APPLICANTS + len(subjects))):
        Phone.meet(world, user_id).chat  # noqa: B018  # the first look opens it
    with patch("bot.clock.now", put_forward):
        async with bot(folder, world, **settings) as driven:
            applicants = [applicant(driven, at, spoken) for at in range(len(subjects))]
            yield Bureau(driven, put_forward, applicants, spoken)
            assert driven.events.faults == [], driven.events.faults
            assert driven.rows("SELECT * FROM quarantine") == []
            assert driven.rows("SELECT * FROM dead_letters") == []


async def prepare(
    settings: Settings, subjects: tuple[str, ...], team: tuple[Officer, ...], languages: dict[int, str]
) -> None:
    """Appoints the staff, and writes a complete application for each subject, while no bot is running."""
    standard = load_library(settings).standard
    async with AsyncExitStack() as stack:
        database, keys = await open_stores(settings, stack)
        spoken = {each.user_id: Language(languages.get(each.user_id, "ru")) for each in team}
        await store(database, keys, *team, *(Person(user_id, language) for user_id, language in spoken.items()))
        for at, subject in enumerate(subjects):
            user_id = APPLICANTS + at
            person = Person(user_id, Language(languages.get(user_id, "ru"))).consenting(NOTICE_VERSION, NOW)
            case = another(complete(standard, subject), _case_id(at), applicant=user_id, touched_at=MONDAY)
            await store(database, keys, person, case)


def _case_id(at: int) -> str:
    return b32encode(at.to_bytes(10, "big")).decode().lower()


def applicant(driven: Watched, at: int, languages: dict[int, str]) -> Applicant:
    """Returns one of those whose applications were prepared."""
    user_id = APPLICANTS + at
    return Applicant(chat(driven, user_id, languages.get(user_id, "ru")), _case_id(at))


def chat(driven: Watched, user_id: int, language: str = "ru") -> Chatting:
    """Returns a person's private chat with the bot."""
    return Chatting(driven, Phone.meet(driven.world, user_id), load_texts(language, EDITION))
