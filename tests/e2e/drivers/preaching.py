"""People and an office under the edition of tests/editions, each in their chat with the real bot."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bot.resources import Resources, library_of
from dialogs.ui.texts import Texts
from domain.languages import LANGUAGES
from domain.staff.membership import Officer, Role
from tests.e2e.drivers.applying import Applying
from tests.e2e.drivers.bureau import ELSEWHERE, HEAD, OFFICER, REGISTRAR, Bureau, bureau
from tests.e2e.drivers.chatting import Chatting, acquaintance
from tests.e2e.drivers.complaining import CLERK
from tests.e2e.drivers.working import Applicant, AtWork
from tests.editions import AKIMAT, CITY, EDITION, EDITIONS_DIR, OFFICE, PREACHER

STAFF = (
    Officer(REGISTRAR, OFFICE, "Жумина Б.", Role.REGISTRAR),
    Officer(OFFICER, OFFICE, "Тілеу К.", Role.OFFICER),
    Officer(HEAD, OFFICE, "Лим О.", Role.HEAD),
    Officer(CLERK, AKIMAT, "Оспан Д.", Role.REGISTRAR),
    Officer(ELSEWHERE, CITY, "Ли Б.", Role.OFFICER),
)
Answers = Mapping[str, str]
Places = Mapping[str, tuple[str, str]]
NONE: Answers = MappingProxyType({})
PLACES = {
    "ru": ("Желтауский край", "г. Акшатыр"),
    "kk": ("Желтау өлкесі", "Ақшатыр қ."),
    "en": ("Zheltau territory", "Akshatyr city"),
}
WHOLE = {"ru": ("г. Жана-Орда", ""), "kk": ("Жаңа Орда қаласы", ""), "en": ("Zhana Orda city", "")}
TYPED = {
    "preacher_name": "Сағындықов Ерлан Маратұлы",
    "dwelling": "г. Акшатыр, ул. Садовая, 5",
    "id_paper_no": "N7654321",
    "id_paper_day": "07.04.2021",
    "id_paper_by": "вымышленное ведомство",
    "community": "община «Ковчег»",
    "tongue": "уйгурский",
    "from_day": "05.03.2027",
    "until_day": "05.03.2028",
    "helpers": "2",
    "attorney_name": "Пак Анна Ивановна",
}
TAPPED = {
    "occasion": "for-the-first-time",
    "origin": "citizen",
    "id_paper": "id-card",
    "company": "alone",
    "interpreter": "comes-along",
    "handed_in_by": "preacher",
}
FOREIGN = {
    "origin": "foreigner",
    "company": "with-helpers",
    "handed_in_by": "attorney",
    "id_paper": "national-passport",
}


def law() -> Resources:
    """All editions, with that of the tests as the current one."""
    return library_of(EDITION, EDITIONS_DIR)


def words(language: str) -> Texts:
    """Its words."""
    return law().texts(language)


@dataclass
class Town:
    """An office and a prefecture, whose people all use one language."""

    office: Bureau
    language: str

    @property
    def texts(self) -> Texts:
        return words(self.language)

    def person(self, user_id: int) -> AtWork:
        """A member of the staff, who reads the words of the edition."""
        return AtWork(replace(self.office.person(user_id).chat, texts=self.texts))

    async def newcomer(self) -> Chatting:
        """Somebody who has the home screen open."""
        met = await acquaintance(self.office.driven, self.language)
        return replace(met, texts=self.texts)

    async def petitioning(self, tapped: Answers = NONE, places: Places = PLACES) -> Applying:
        """Somebody with an answer to each of its questions, who has not begun."""
        asked = {each: found.all for each, found in law().standard.questions.items()}
        region, district = places[self.language]
        return Applying(
            await self.newcomer(),
            PREACHER,
            typed=dict(TYPED),
            tapped={**TAPPED, **tapped},
            region=region,
            district=district,
            questions=asked,
        )

    async def petitioned(self, tapped: Answers = NONE, places: Places = PLACES) -> Applicant:
        """Somebody who has gone from the first page to the incoming number."""
        made = await self.petitioning(tapped, places)
        await made.whole()
        ((case_id, number),) = self.office.driven.rows("SELECT id, number FROM cases WHERE applicant = ?", made.chat.id)
        assert any(number in each for each in told(made.chat))
        return Applicant(made.chat, case_id, number)


def told(chat: Chatting) -> list[str]:
    """All that the bot has said in a chat."""
    return [each.text for each in chat.seen() if each.text]


@asynccontextmanager
async def town(folder: Path, language: str, **settings: Any) -> AsyncIterator[Town]:  # noqa: ANN401  # of any type
    """Runs a bot under the edition of the tests."""
    assert language in LANGUAGES
    spoken = {each.user_id: language for each in STAFF}
    given = {"edition": EDITION, "editions_dir": EDITIONS_DIR, **settings}
    async with bureau(folder, team=STAFF, languages=spoken, **given) as office:
        yield Town(office, language)
