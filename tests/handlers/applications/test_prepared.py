"""An application that is only prepared: from the first page to the package, in three languages; nothing is filed."""

from __future__ import annotations

import io
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

import pytest

from assets.loaders.edition import find_editions, load_standard
from domain.applications.answers import LONGEST_NUMBER, LONGEST_TEXT
from domain.languages import LANGUAGES, Language
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from domain.standard.questions import Kind, Role
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import MISSIONARY
from tests.handlers.front_door import TABLES, Answer, FrontDoor, front_door
from tests.handlers.matrix.test_lengths import EMOJI, NAME, filled

CHECKED = {
    Language.RU: "29 ноября 2026",
    Language.KK: "2026 жылғы 29 қараша",
    Language.EN: "29 November 2026",
}
TYPED = {
    Kind.NAME: "Иванов Пётр Сергеевич",
    Kind.TEXT: "г. Кокшетау, ул. Ауэзова, 141",
    Kind.NUMBER: "N12345678",
    Kind.PAST_DATE: "05.03.2020",
    Kind.START_DATE: "01.03.2027",
    Kind.END_DATE: "01.03.2028",
    Kind.CHOICE_OR_TEXT: "Германия, подданный",
}
FILED = [each for each in TABLES if each not in {"cases", "officers", "admins"}]


def prepared() -> Standard:
    """The edition in preparation that is here."""
    found = (load_standard(each) for each in find_editions())
    return next(each for each in found if each.preparation is not None)


@pytest.fixture(scope="module")
def law() -> Standard:
    return prepared()


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with front_door(tmp_path) as opened:
        yield opened


@dataclass
class Preparing:
    """Somebody who prepares an application, and every screen that they saw of it."""

    door: FrontDoor
    law: Standard
    language: Language
    abroad: bool = False
    typed: dict[Kind, str] = field(default_factory=lambda: dict(TYPED))
    seen: list[str] = field(default_factory=list)
    last: Answer = field(default_factory=Answer)

    @property
    def edition(self) -> str:
        return self.law.status.id

    async def come(self) -> None:
        """Agrees to the notice, and speaks this language."""
        await self.door.put(Person(APPLICANT, self.language).consenting(NOTICE_VERSION, NOW))

    async def tap(self, data: str) -> Answer:
        """A tap on the way or in the draft: whatever it shows is one of its screens."""
        self.last = await self.door.tap(APPLICANT, data)
        self.seen += self.last.texts
        return self.last

    async def press(self, action: str, among: int = 0) -> Answer:
        """The button with this action, of several the one in this place."""
        found = [each for each in self.last.buttons.values() if each.startswith(f"app:{action}:")]
        return await self.tap(found[among])

    def offers(self, action: str) -> bool:
        return any(each.startswith(f"app:{action}:") for each in self.last.buttons.values())

    async def say(self, text: str) -> Answer:
        self.last = await self.door.say(APPLICANT, text)
        self.seen += self.last.texts
        return self.last

    async def begin(self) -> None:
        """From the first page to the first question."""
        home = await self.door.tap(APPLICANT, "base:home::")
        (way,) = (each for each in home.buttons.values() if each.endswith(f":{self.edition}"))
        await self.tap(way)
        await self.press("law")
        await self.press("intro")
        await self.press("subject")
        await self.press("begin")

    async def answer_all(self) -> None:
        """Each question by its first button, or in words."""
        for _ in range(30):
            draft = await self.door.case(await self.draft_id())
            asked = self.law.questions[draft.subject].next(draft.answers)
            if asked is None:
                return
            if asked.role is Role.TERRITORY:
                await self.press("region")
            elif asked.kind is Kind.CHOICE:
                await self.press("ans", among=int(self.abroad and asked.role is None))
            elif asked.kind is Kind.CHOICE_OR_TEXT and asked.choices and not self.abroad:
                await self.press("ans")
            else:
                await self.say(self.typed[asked.kind])

    async def have_all(self) -> None:
        """Every document of the checklist, each of which is looked at; the materials are listed."""
        await self.say("Книга «Путь» — 10 экз.")
        await self.press("list")
        opened = [each for each in self.last.buttons.values() if each.startswith("app:item:")]
        for each in opened:
            await self.tap(each)
            if self.offers("attach"):
                raise AssertionError("a copy that nobody receives is asked for")
            await self.press("what")
        await self.press("list")
        await self.press("review")
        await self.press("all")

    async def draft_id(self) -> str:
        ((case_id,),) = await self.door.rows("SELECT id FROM cases WHERE edition = ?", self.edition)
        return str(case_id)


def words_of(content: bytes) -> str:
    with ZipFile(io.BytesIO(content)) as archive:
        document = archive.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", document.replace("</w:p>", "\n").replace("<w:br/>", "\n"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("abroad", [False, True], ids=["citizen", "foreigner"])
async def test_the_whole_way(door: FrontDoor, law: Standard, language: Language, *, abroad: bool) -> None:
    """To the package; each screen and the paper say on which day the law was last checked."""
    who = Preparing(door, law, language, abroad)
    await who.come()
    await who.begin()
    await who.answer_all()
    await who.have_all()
    await who.press("answers")
    await who.press("edit")
    await who.press("next")
    await who.press("documents")
    await who.press("list")
    await who.press("item")
    await who.press("list")
    await who.press("review")
    await who.press("preview")
    await who.press("review")
    for question in ("office", "territory", "term_to"):
        await who.tap(f"app:edit:{await who.draft_id()}.{question}:{(await door.case(await who.draft_id())).version}")
    await who.press("cal")
    await who.tap(f"app:review:{await who.draft_id()}.:{(await door.case(await who.draft_id())).version}")
    package = await who.press("package")
    await who.press("law")
    await who.press("open")
    assert len(who.seen) > 30
    assert [text for text in who.seen if text and (CHECKED[language] not in text or "483-IV" not in text)] == []
    (paper,) = (call.file for call in package.calls if call.file)
    written = words_of(paper.content)
    assert paper.name == "chernovik.docx"
    for expected in ("29.11.2026", "483-IV", "Акмолинск", "с 01.03.2027 по 01.03.2028", TYPED[Kind.NAME], "Путь"):
        assert expected in written
    items = [each.title for each in law.checklists[MISSIONARY] if abroad or each.condition == "always"]
    assert [title for title in items if title not in written] == []
    assert law.preparation is not None
    assert [each.text for each in law.preparation.unknown if each.text not in written] == []
    assert await nothing_filed(door)


async def nothing_filed(door: FrontDoor) -> bool:
    """No number, no history, no term, no clock."""
    rows = [await door.rows(f"SELECT * FROM {table}") for table in FILED]  # noqa: S608  # names above
    numbered = await door.rows("SELECT id FROM cases WHERE number IS NOT NULL OR state <> 'draft'")
    return not any(rows) and not numbered


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_longest_answers(door: FrontDoor, law: Standard, language: Language) -> None:
    """Each page holds them with what it rests on; the door refuses what Telegram would."""
    who = Preparing(door, law, language, abroad=True)
    texts = dict.fromkeys((Kind.TEXT, Kind.CHOICE_OR_TEXT), filled(EMOJI, LONGEST_TEXT))
    who.typed |= {**texts, Kind.NAME: NAME, Kind.NUMBER: "1" * LONGEST_NUMBER}
    await who.come()
    await who.begin()
    await who.answer_all()
    await who.have_all()
    shown = await who.press("package")
    assert len(shown.files) == 1
    assert [text for text in who.seen if text and CHECKED[language] not in text] == []
