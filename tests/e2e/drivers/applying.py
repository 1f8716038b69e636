"""Whole applications as people make them: typed answers and taps, in the order of the bot's questions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.cli.staff import bind_officer
from bot.settings import Settings
from domain.standard.questions import Kind, Question, Role
from tests.e2e.drivers.chatting import Chatting, Seen
from tests.factories.cases import QUESTIONS
from tests.factories.units import MISSIONARY

OFFICER = 4_000_001
KOKSHETAU, REGION, DISTRICT = "2/3", "Акмолинская область", "г. Кокшетау"
TYPED = {
    "full_name": "Иванов Пётр Сергеевич",
    "address": "г. Кокшетау, ул. Ауэзова, 141, кв. 5",
    "document_number": "N12345678",
    "document_date": "5 марта 2020",
    "document_issuer": "МВД Республики Казахстан",
    "confession": "православие",
    "term_from": "05.03.2031",
    "term_to": "5 марта 2032",
    "citizenship": "Республика Казахстан",
    "association": "РО «Приход Святителя Николая»",
    "city": "Кокшетау",
    "group_name": "Группа «Надежда»",
    "leader_name": "Қожахметов Әлімжан Өтепұлы",
    "adult_members": "12",
    "location": "г. Кокшетау, ул. Абая, 5",
    "place_of_worship": "молитвенный дом, ул. Абая, 5",
    "representative_name": "Ахметова Айгуль Сериковна",
    "earlier_number": "17",
    "earlier_date": "01.02.2025",
}
TAPPED = {
    "intent": "registration",
    "by": "self",
    "document_kind": "passport",
    "leader_counted": "no",
    "premises_owner": "person",
}
MATERIALS = "Книга «Путь» — 10 экз.\nДиск с записями — 2"


@dataclass(slots=True)
class Applying:
    """One person filling in an application; `acts` counts messages and taps, `questions` are those of the edition.

    Without a `district` they name the whole region.
    """

    chat: Chatting
    subject: str = MISSIONARY
    typed: dict[str, str] = field(default_factory=lambda: dict(TYPED))
    tapped: dict[str, str] = field(default_factory=lambda: dict(TAPPED))
    materials: str = MATERIALS
    region: str = REGION
    district: str = DISTRICT
    acts: int = 0
    after_each: Callable[[], Awaitable[None]] | None = None
    questions: Mapping[str, Sequence[Question]] = field(default_factory=lambda: QUESTIONS)

    async def tap(self, label: str) -> Seen:
        return await self._did(await self.chat.tap(label))

    async def say(self, text: str) -> Seen:
        return await self._did(await self.chat.say(text))

    async def _did(self, seen: Seen) -> Seen:
        self.acts += 1
        if self.after_each:
            await self.after_each()
        return seen

    async def begin(self) -> Seen:
        await self.tap("home-apply-button")
        seen = await self.tap(f"subject-{self.subject}")
        agreed = self.chat.word("apply-begin-button") in seen.labels
        return await self.tap("apply-begin-button" if agreed else "apply-agree-button")

    async def answer_all(self, until: str = "", after: str = "") -> Seen:
        """Answers every question after `after` and up to `until`, in the order of the form."""
        seen = self.chat.seen()[-1]
        given: dict[str, str] = {}
        due = not after
        for question in self.questions[self.subject]:
            if question.id == until:
                break
            if all(each.holds(given) for each in question.when):
                given[question.id] = self.tapped.get(question.id, "")
                if due and self._asked(seen) is question:  # else answered with the one before, or guessed
                    seen = await self.answer(question)
            due = due or question.id == after
        return seen

    async def answer_what_is_asked(self) -> Seen:
        """Answers question after question as they stand on the screen, until none does."""
        seen = self.chat.seen()[-1]
        while asked := self._asked(seen):
            seen = await self.answer(asked)
        return seen

    def _asked(self, seen: Seen) -> Question | None:
        """The question on the screen; a proposed office has no words of its own."""
        if self.chat.word("office-keep-button") in seen.labels:
            return next(each for each in self.questions[self.subject] if each.role is Role.OFFICE)
        words = seen.text.splitlines()
        found = (each for each in self.questions[self.subject] if each.role is not Role.OFFICE)
        return next((each for each in found if self.chat.texts.plain(f"q-{each.id}") in words), None)

    async def answer(self, question: Question) -> Seen:
        if question.role is Role.TERRITORY:
            seen = await self.tap(self.region)
            if not self.district:  # a region without districts is the whole answer
                whole = self.chat.texts.plain("territory-whole-button") in seen.labels
                return await self.tap("territory-whole-button") if whole else seen
            await self.tap(self.district)
            return await self.tap(self.chat.texts.plain("territory-done-button", count="1"))
        if question.role is Role.OFFICE:
            return await self.tap("office-keep-button")
        if question.kind is Kind.CHOICE or question.id in self.tapped:
            return await self.tap(self._label(question))
        return await self.say(self.typed[question.id])

    def _label(self, question: Question) -> str:
        """The choice; where a button answers two questions, both."""
        label = f"choice-{question.id}-{self.tapped[question.id]}"
        both = [f"{label}-{other}-{self.tapped[other]}" for other in question.together if other in self.tapped]
        seen = self.chat.seen()[-1]
        return next((each for each in both if self.chat.word(each) in seen.labels), label)

    async def tick_all(self) -> Seen:
        """Has every document of the checklist that was not said to be lacking, and the materials."""
        seen = self.chat.seen()[-1]
        if self._find(seen, "checklist-all-none-button", "checklist-rest-none-button"):
            seen = await self.say(self.materials)
        left = self._find(seen, "checklist-all-button", "checklist-rest-button")
        return await self.tap(left) if left else seen

    def _find(self, seen: Seen, *names: str) -> str:
        return next((each for each in names if self.chat.word(each) in seen.labels), "")

    async def lack(self, item: str) -> Seen:
        """Says on the checklist that this document is not there yet."""
        texts = self.chat.texts
        return await self.tap(texts.plain("checklist-lack-button", item=texts.plain(f"item-{item}-button")))

    async def opens(self, item: str) -> Seen:
        """The page of one document, from the checklist."""
        await self.tap("checklist-more-button")
        return await self.tap(f"item-{item}-button")

    async def file(self) -> Seen:
        return await self.tap("review-file-button")

    async def come(self, day: str = "") -> Seen:
        """Says that they are coming on this day, or on the first that is offered."""
        asked = await self.tap("case-coming-button")
        return await self.tap(day or asked.labels[0])

    async def whole(self) -> Seen:
        """Goes from the home screen to the receipt."""
        await self.begin()
        await self.answer_all()
        await self.tick_all()
        return await self.file()


async def connect(settings: Settings, unit: str = KOKSHETAU, user_id: int = OFFICER) -> None:
    """Appoints an officer at an office while no bot is running."""
    await bind_officer(settings, user_id, unit, "Ахметова А.")
