"""Complaints in the demo, as filed with two offices and handled there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from bot.demo.people import AIGUL, FIRST_NEIGHBOUR, KOKSHETAU, KYZYLORDA, ROZA, SAULE, TIMUR
from bot.demo.steps import day_before
from domain.calendar import KAZAKHSTAN, day_of
from domain.complaints.complaint import Grievance
from domain.complaints.permissions import ComplaintAction
from domain.languages import Language
from domain.people import NOTICE_VERSION, Person
from services.casework.access import ActionRequest

if TYPE_CHECKING:
    from bot.container import Container
    from domain.calendar import WorkingCalendar
    from domain.complaints.complaint import Complaint
    from domain.offices.units import UnitId
    from services.people import PersonSettings


@dataclass(frozen=True, slots=True)
class Act:
    """An act of an officer; `when` as in `Step`, `words` are the answer or the reason for the extension."""

    when: str
    kind: ComplaintAction
    by: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class ComplaintStory:
    """A complaint about an office's service, and its course; `rating` is the author's rating of the answer."""

    when: str
    author: int
    name: str
    address: str
    office: UnitId
    texts: tuple[str, ...]
    acts: tuple[Act, ...] = ()
    rating: int = 0

    @property
    def neighbour(self) -> bool:
        """Whether the author's phone is not on the page."""
        return self.author >= FIRST_NEIGHBOUR


COMPLAINT_STORIES = (
    ComplaintStory(
        "13 10:20",
        FIRST_NEIGHBOUR + 90,
        "Гришина Ольга Васильевна",
        "г. Кокшетау, ул. Абая, 96, кв. 14",
        KOKSHETAU,
        ("Пришла в 10 утра, приём начался в 11. Объявления на двери не было.", "Прошу вывесить часы приёма."),
        (
            Act("13 15:10", ComplaintAction.ACCEPT, ROZA),
            Act(
                "10 16:40",
                ComplaintAction.ANSWER,
                SAULE,
                "Приносим извинения. Часы приёма вывешены на двери и у лифта.",
            ),
        ),
        rating=5,
    ),
    ComplaintStory(
        "9 18:45",
        FIRST_NEIGHBOUR + 91,
        "Әлімов Ерлан Серікұлы",
        "г. Кокшетау, мкр. Боровской, 61, кв. 3",
        KOKSHETAU,
        ("Третий день не могу дозвониться до отдела: трубку не берут.",),
        (
            Act("8 09:30", ComplaintAction.ACCEPT, ROZA),
            Act("3 17:15", ComplaintAction.EXTEND, SAULE, "Запросили у связи журнал звонков за неделю."),
        ),
    ),
    ComplaintStory(
        "0 19:05",
        TIMUR,
        "Ахметов Тимур Рустемович",
        "г. Кокшетау, ул. Абая, 33, кв. 8",
        KOKSHETAU,
        ("Копию вызова взяли, а расписки не дали. Прошу дать расписку.",),
    ),
    ComplaintStory(
        "3 12:30",
        AIGUL,
        "Серікқызы Айгүл",
        "Қызылорда қ., Әйтеке би көшесі, 12",
        KYZYLORDA,
        ("Қабылдауда екі сағат күттім. Кезек тәртібін түсіндіріп беруді сұраймын.",),
    ),
)


class ComplaintPlayer:
    """Plays the complaints in one transaction."""

    def __init__(self, services: Container, people: PersonSettings, today: datetime, calendar: WorkingCalendar) -> None:
        self._services = services
        self._people = people
        self._today = day_of(today)
        self._calendar = calendar

    async def play(self) -> None:
        """Plays each complaint up to its state today."""
        for plaint in COMPLAINT_STORIES:
            complaint = await self._sent(plaint)
            for act in plaint.acts:
                complaint = await self._handled(complaint, act)
            if plaint.rating:
                moment = self._moment(plaint.acts[-1].when)
                await self._services.follow_up.rate(complaint, plaint.rating, moment)

    async def _sent(self, plaint: ComplaintStory) -> Complaint:
        at, complaints = self._moment(plaint.when), self._services.complaints
        language = Language.KK if plaint.author == AIGUL else Language.RU
        speaking = await self._people.choose_language(Person(plaint.author), language)
        who = await self._people.agree(speaking, NOTICE_VERSION, at)
        complaint = await complaints.begin(who, Grievance.SERVICE, at)
        complaint = await complaints.address_to(
            await complaints.about_office(complaint, plaint.office, at), plaint.office, at
        )
        complaint = await complaints.tell(
            await complaints.tell(complaint, "name", plaint.name, at), "address", plaint.address, at
        )
        for text in plaint.texts:
            complaint = await complaints.write(complaint, text, at)
        if await complaints.addressing.list_handlers(complaint):
            return (await complaints.file(complaint, at)).complaint
        return await complaints.letter(complaint, at)

    async def _handled(self, complaint: Complaint, act: Act) -> Complaint:
        work, aim = (
            self._services.handling,
            ActionRequest(act.by, complaint.id, complaint.version, self._moment(act.when)),
        )
        if act.kind is ComplaintAction.ACCEPT:
            return (await work.accept(aim)).complaint
        written = await work.write(act.kind, aim, act.words)
        aim = replace(aim, version=written.complaint.version)
        way = work.answer if act.kind is ComplaintAction.ANSWER else work.extend
        return (await way(aim)).complaint

    def _moment(self, when: str) -> datetime:
        back, _, at = when.partition(" ")
        day = day_before(self._today, int(back), self._calendar)
        return datetime.combine(day, time.fromisoformat(at), KAZAKHSTAN)
