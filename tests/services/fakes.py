"""The ports of applications in memory; tests/storage/contracts/test_cases.py compares them with SQL."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from domain.applications.case import CaseState
from domain.errors import Changed
from domain.history import BEFORE_ALL, ChainHead, Entry, Link, moment, what_digest, who_digest

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from domain.applications.case import Case
    from domain.applications.deadlines import DeadlineRecord
    from domain.history import Event, EventKind
    from domain.indicators.survey import Opinion, Topic
    from domain.offices.units import UnitId
    from domain.staff.membership import Officer
    from services.applications.ports import Book
    from services.history import FiledRecord


class FakeHistory:
    """`History` in memory."""

    def __init__(self, kept: dict[str, Case]) -> None:
        self.kept = kept
        self.noted: defaultdict[str, list[Event]] = defaultdict(list)
        self.chain: list[Entry] = []

    async def append(self, record: FiledRecord, event: Event) -> None:
        self.noted[record.id].append(event)
        salt, who_salt = f"salt{len(self.chain)}", f"who{len(self.chain)}"
        theirs = await self.entries(record)
        link = Link(
            len(self.chain) + 1,
            record.id,
            event.kind,
            moment(int(event.at.timestamp())),
            event.seen,
            what_digest(salt, event.details),
            who_digest(who_salt, event.actor, event.name),
            (await self.head()).hash,
            theirs[-1].link.hash if theirs else BEFORE_ALL,
        )
        self.chain.append(Entry(link, event, salt, who_salt))

    async def events(self, record: FiledRecord) -> list[Event]:
        return list(self.noted.get(record.id, ()))

    async def times(self, record: FiledRecord, kinds: Collection[EventKind], moment: datetime) -> int:
        return sum(each.kind in kinds and each.at >= moment for each in self.noted.get(record.id, ()))

    async def since(
        self, kinds: Collection[EventKind], units: Collection[UnitId], moment: datetime
    ) -> list[tuple[Case, Event]]:
        found = [
            (self.kept[case_id], event)
            for case_id, events in self.noted.items()
            for event in events
            if event.kind in kinds and event.at >= moment and self.kept[case_id].office in units
        ]
        return sorted(found, key=lambda each: each[1].at)

    async def entries(self, record: FiledRecord) -> list[Entry]:
        return [each for each in self.chain if each.link.case_id == record.id]

    async def head(self) -> ChainHead:
        return ChainHead(self.chain[-1].link.id, self.chain[-1].link.hash) if self.chain else ChainHead()


class FakeCases(FakeHistory):
    """`CaseStore` in memory, with the history of its cases."""

    def __init__(self) -> None:
        super().__init__({})
        self.undelivered: set[str] = set()

    async def get(self, case_id: str) -> Case | None:
        return self.kept.get(case_id)

    async def list_undelivered(self, units: Collection[UnitId], states: Collection[CaseState]) -> list[Case]:
        return [each for each in await self.list_for_units(units, states) if each.id in self.undelivered]

    async def get_by_number(self, number: str) -> Case | None:
        registered = (each for each in self.kept.values() if each.registration)
        return next((each for each in registered if each.registration and each.registration.number == number), None)

    async def get_by_handle(self, handle: str) -> Case | None:
        registered = (each for each in self.kept.values() if each.registration)
        return next((each for each in registered if each.registration and each.registration.handle == handle), None)

    async def list_for_person(self, user_id: int) -> list[Case]:
        theirs = sorted((each for each in self.kept.values() if each.applicant == user_id), key=lambda each: each.id)
        return sorted(theirs, key=lambda each: each.touched_at, reverse=True)

    async def list_for_units(self, units: Collection[UnitId], states: Collection[CaseState]) -> list[Case]:
        found = [each for each in self.kept.values() if each.office in units and each.state in states]
        return sorted(found, key=lambda each: (each.touched_at, each.id))

    async def units_among(self, units: Collection[UnitId], states: Collection[CaseState]) -> frozenset[UnitId]:
        return frozenset(each.filed_office for each in await self.list_for_units(units, states))

    async def add(self, case: Case) -> None:
        self.kept[case.id] = case

    async def save(self, case: Case) -> Case:
        before = self.kept.get(case.id)
        if before is None or before.version != case.version:
            raise Changed(case.id)
        bound = case if before.state is CaseState.DRAFT else before
        self.kept[case.id] = replace(case, version=case.version + 1, edition=bound.edition, subject=bound.subject)
        return self.kept[case.id]

    async def erase(self, case: Case) -> None:
        self.kept.pop(case.id, None)
        self.noted.pop(case.id, None)


class FakeReach(set[int]):
    """`Reach` in memory: the people whom messages do not reach."""

    async def find_unreachable(self, people: Collection[int]) -> set[int]:
        return self & set(people)


class FakePeopleHistory:
    """`PeopleHistory` in memory."""

    def __init__(self) -> None:
        self.noted: list[Event] = []

    async def append_about_people(self, event: Event) -> None:
        self.noted.append(event)

    async def list_about_people(self) -> list[Event]:
        return list(self.noted)


class FakeRegister:
    """`Register` in memory."""

    def __init__(self) -> None:
        self.last: Counter[tuple[Book, UnitId, int]] = Counter()

    async def next_number(self, book: Book, office: UnitId, year: int) -> int:
        self.last[book, office, year] += 1
        return self.last[book, office, year]


class FakeTerms:
    """`Terms` in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, DeadlineRecord] = {}

    async def save_deadline(self, case_id: str, term: DeadlineRecord) -> None:
        self.kept[case_id] = term

    async def end_deadline(self, case_id: str, today: date) -> None:
        if case_id in self.kept and self.kept[case_id].due >= today:
            del self.kept[case_id]


class FakeSurvey:
    """`SurveyStore` in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, Topic], Opinion] = {}

    async def answered(self, subject: str) -> list[Topic]:
        return [topic for of, topic in self.kept if of == subject]

    async def keep(self, opinion: Opinion) -> bool:
        place = opinion.subject, opinion.topic
        first = place not in self.kept
        self.kept.setdefault(place, opinion)
        return first


class FakeOfficers:
    """`OfficerReader` in memory, and what appoints officers."""

    def __init__(self) -> None:
        self.bound: dict[tuple[UnitId, int], Officer] = {}
        self.locked: set[int] = set()

    async def list_for_unit(self, unit: UnitId) -> list[Officer]:
        return [each for each in await self.list_appointments_at(unit) if not each.locked]

    async def list_appointments_at(self, unit: UnitId) -> list[Officer]:
        return [self._known(key) for key in sorted(self.bound) if key[0] == unit]

    async def list_for_person(self, user_id: int) -> list[Officer]:
        return [each for each in await self.list_appointments(user_id) if not each.locked]

    async def list_appointments(self, user_id: int) -> list[Officer]:
        return [self._known(key) for key in sorted(self.bound) if key[1] == user_id]

    async def all(self) -> list[Officer]:
        return [self._known(key) for key in sorted(self.bound, key=lambda key: (str(key[0]), key[1]))]

    async def is_locked(self, user_id: int) -> bool:
        return user_id in self.locked

    def _known(self, key: tuple[UnitId, int]) -> Officer:
        return replace(self.bound[key], locked=key[1] in self.locked)

    async def bind(self, officer: Officer) -> None:
        self.bound[officer.unit, officer.user_id] = officer

    async def release(self, user_id: int, unit: UnitId) -> bool:
        return self.bound.pop((unit, user_id), None) is not None


class Chance:
    """Bytes that look random and never repeat."""

    def __init__(self) -> None:
        self.drawn = 0

    def __call__(self, size: int) -> bytes:
        self.drawn += 1
        return self.drawn.to_bytes(size, "big")


@dataclass
class Rooms:
    """All of them together, as in one unit of work."""

    cases: FakeCases = field(default_factory=FakeCases)
    register: FakeRegister = field(default_factory=FakeRegister)
    officers: FakeOfficers = field(default_factory=FakeOfficers)
    reach: FakeReach = field(default_factory=FakeReach)
    terms: FakeTerms = field(default_factory=FakeTerms)
    chance: Chance = field(default_factory=Chance)
