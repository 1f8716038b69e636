"""Two people act on one case at the same moment, each in a transaction of their own."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from random import Random

from domain.applications.case import Case, CaseState
from domain.calendar import WorkingCalendar
from domain.errors import Changed, Denied
from domain.history import EventKind
from domain.staff.membership import Officer
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.applications.deadlines import DeadlineService
from services.applications.filing import CaseFiling
from services.applications.ports import CaseRepositories
from services.casework.access import ActionRequest, CaseAccess
from services.casework.decisions import CaseDecisions
from services.casework.paperwork import BY, COLLECTOR, DOCUMENT
from services.casework.review import CaseReview
from tests.storage.rooms import Opened

Act = Callable[["Desk", ActionRequest], Awaitable[object]]
Won = tuple[EventKind, int, int]  # what happened, who did it, and the version they saw
COLLECTED = {BY: "self", COLLECTOR: "Иванов Пётр", DOCUMENT: "паспорт № 1"}


@dataclass(frozen=True)
class Desk:
    """The use cases over one transaction."""

    access: CaseAccess
    cases: CaseFiling
    work: CaseReview
    decisions: CaseDecisions


@dataclass(frozen=True)
class Try:
    """One of two attempts: who does what, and which history entry it leaves if it wins."""

    actor: int
    act: Act
    happens: tuple[EventKind, ...]
    sees: bool = True  # a command sees the version of its own moment


@dataclass(frozen=True)
class Pair:
    """Two attempts that exclude each other, and the error for the second."""

    first: Try
    second: Try
    loses: type[Exception] = Changed


@dataclass
class Race:
    """Pairs of attempts on many cases at once, and the expected outcome."""

    work: Opened
    standard: Standard
    calendar: WorkingCalendar
    chance: Random
    won: dict[str, list[Won]] = field(default_factory=dict)
    pairs: int = 0
    wrong: list[object] = field(default_factory=list)

    async def begin(self, cases: list[Case], people: list[Officer]) -> None:
        async with self.work() as kept:
            for officer in people:
                await kept.officers.bind(officer)
            for case in cases:
                await kept.cases.add(case)
                self.won[case.id] = []

    async def run(self, state: CaseState, choose: Callable[[Case], Pair], at: Callable[[Case], ActionRequest]) -> None:
        """Runs a pair on each case in this state: all of them at once, in any order."""
        racing = [(case, choose(case)) for case in await self.cases() if case.state is state]
        tries = [(case, pair, each) for case, pair in racing for each in (pair.first, pair.second)]
        self.chance.shuffle(tries)
        ends = await asyncio.gather(*(self._try(each, at(case)) for case, _, each in tries))
        for case, pair in racing:
            told = [(each, end) for (of, _, each), end in zip(tries, ends, strict=True) if of is case]
            self._judge(case, pair, told)

    def _judge(self, case: Case, pair: Pair, told: list[tuple[Try, Exception | None]]) -> None:
        self.pairs += 1
        winners = [each for each, end in told if end is None]
        losers = [type(end) for _, end in told if end is not None]
        if len(winners) != 1 or losers != [pair.loses]:
            self.wrong.append((case.id, case.state, pair, losers))
        self.won[case.id] += [(kind, each.actor, case.version) for each in winners for kind in each.happens]

    async def _try(self, each: Try, request: ActionRequest) -> Exception | None:
        try:
            async with self.work() as kept:
                rooms = CaseRepositories(kept.cases, kept.history, kept.register, kept.officers, kept.reach)
                deadlines = DeadlineService(kept.terms, Editions(self.standard), self.calendar)
                cases = CaseFiling(rooms, Editions(self.standard), deadlines, secrets.token_bytes)
                access = CaseAccess(rooms)
                work = CaseReview(access, deadlines, Editions(self.standard))
                desk = Desk(access, cases, work, CaseDecisions(access, Editions(self.standard), deadlines))
                await each.act(
                    desk, replace(request, actor_id=each.actor, version=request.version if each.sees else None)
                )
        except (Changed, Denied) as refused:
            return refused
        return None

    async def prepare_to_issue(self) -> None:
        """Enters the collector and their proof of identity in each case."""
        async with self.work() as kept:
            for case in await self._all(kept.cases.get):
                if case.state is CaseState.READY:
                    await kept.cases.save(case.preparing(**COLLECTED))

    async def cases(self) -> list[Case]:
        async with self.work() as kept:
            return await self._all(kept.cases.get)

    async def _all(self, get: Callable[[str], Awaitable[Case | None]]) -> list[Case]:
        return [case for each in self.won if (case := await get(each)) is not None]

    async def history(self) -> dict[str, list[Won]]:
        async with self.work() as kept:
            return {
                case.id: [(each.kind, each.actor, each.seen) for each in await kept.history.events(case)]
                for case in await self._all(kept.cases.get)
            }
