"""Two act on one case at once, two thousand times: one wins, the other hears of it, nothing happens twice."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle
from random import Random

import pytest

from domain.applications.case import Case, CaseState
from domain.calendar import WorkingCalendar
from domain.errors import Denied
from domain.history import EventKind
from domain.standard.edition import Standard
from services.casework.access import ActionRequest
from services.casework.paperwork import REFUSE_DEFECT, REFUSE_ITEMS, about
from storage.db.database import Database
from storage.db.keys import KeyStore
from tests.factories.cases import another, registered
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR, team
from tests.factories.units import DEPARTMENT, KOKSHETAU
from tests.storage.races.racing import Desk, Pair, Race, Try
from tests.storage.rooms import over_sql

pytestmark = pytest.mark.untraced

CASES, PAIRS = 330, 2000
NEXT_YEAR = datetime(2027, 1, 5, 5, tzinfo=UTC)
REFUSING = {REFUSE_ITEMS: "invitation", about(REFUSE_DEFECT, "invitation"): "copy"}


async def withdraw(desk: Desk, request: ActionRequest) -> None:
    """Does what the applicant's button does."""
    case = await desk.access.repositories.cases.get(request.record_id)
    assert case
    case.require_version(request.version)
    await desk.cases.withdraw(case, request.now)


def taking(actor: int, *, sees: bool = True) -> Try:
    return Try(actor, lambda desk, request: desk.work.take(request), (EventKind.TAKEN,), sees)


def receiving(actor: int) -> Try:
    happens = (EventKind.RECEIVED, EventKind.COMPLETE)
    return Try(actor, lambda desk, request: desk.work.receive(request, everything=True), happens)


RELEASE = Try(COLLEAGUE, lambda desk, request: desk.work.release(request), (EventKind.RELEASED,))
ASSIGN = Try(HEAD, lambda desk, request: desk.work.assign(request, HEAD), (EventKind.ASSIGNED,))
APPROVE = Try(HEAD, lambda desk, request: desk.decisions.approve(request), (EventKind.APPROVED,))
REFUSE = Try(HEAD, lambda desk, request: desk.decisions.refuse(request), (EventKind.REFUSED,))
WITHDRAW = Try(APPLICANT, withdraw, (EventKind.WITHDRAWN,))
READY = Try(REGISTRAR, lambda desk, request: desk.decisions.ready(request), (EventKind.READY,))
ISSUE = Try(REGISTRAR, lambda desk, request: desk.decisions.issue(request), (EventKind.ISSUED,))


def at(case: Case) -> ActionRequest:
    """Returns a request for the version on both screens; every third case is in the next year."""
    return ActionRequest(0, case.id, case.version, NEXT_YEAR if int(case.id) % 3 == 0 else NOW)


@pytest.fixture
async def race(database: Database, keys: KeyStore, standard: Standard, calendar: WorkingCalendar) -> Race:
    made = Race(over_sql(database, keys), standard, calendar, Random(2011))
    cases = [
        another(registered(standard), str(number), office=office, prepared=REFUSING, received={"invitation": NOW})
        for number, office in zip(range(1, CASES + 1), cycle((DEPARTMENT, KOKSHETAU)), strict=False)
    ]
    people = [*team(), *team(DEPARTMENT)]
    await keys.ciphers([f"case:{case.id}" for case in cases])
    await made.begin(cases, people)
    return made


async def test_two_thousand_pairs(race: Race, database: Database) -> None:
    """Two people try every step of whole cases at once: one of them succeeds, the other hears of it."""
    any_of = race.chance.choice
    same = Pair(taking(OFFICER, sees=False), taking(OFFICER, sees=False), Denied)
    await race.run(CaseState.REGISTERED, lambda _: Pair(taking(OFFICER), taking(COLLEAGUE)), at)
    await race.run(CaseState.REGISTERED, lambda _: Pair(ASSIGN, RELEASE), at)
    await race.run(CaseState.REGISTERED, lambda _: same, at)  # two commands from one person
    await race.run(CaseState.REGISTERED, lambda _: Pair(receiving(REGISTRAR), receiving(OFFICER)), at)
    endings = ((APPROVE, APPROVE), (APPROVE, APPROVE), (APPROVE, REFUSE), (APPROVE, WITHDRAW), (REFUSE, WITHDRAW))
    await race.run(CaseState.IN_REVIEW, lambda _: Pair(*any_of(endings)), at)
    await race.run(CaseState.APPROVED, lambda _: Pair(READY, replace(READY, actor=HEAD)), at)
    await race.prepare_to_issue()
    await race.run(CaseState.READY, lambda _: Pair(ISSUE, replace(ISSUE, actor=HEAD)), at)
    assert race.wrong == []
    assert race.pairs >= PAIRS
    assert await race.history() == race.won
    cases = await race.cases()
    ends = {
        CaseState.ISSUED: EventKind.ISSUED,
        CaseState.REFUSED: EventKind.REFUSED,
        CaseState.WITHDRAWN: EventKind.WITHDRAWN,
    }
    assert {ends[case.state] for case in cases} == set(ends.values())
    for case in cases:
        assert race.won[case.id][-1][0] is ends[case.state]
        acts = {seen for _, _, seen in race.won[case.id]}
        assert case.version == len(acts) + (case.state is CaseState.ISSUED)  # entering the collector is no action
        assert acts == set(range(case.version)) - ({case.version - 2} if case.state is CaseState.ISSUED else set())
    assert await registers(database) == numbered(cases)


async def registers(database: Database) -> dict[tuple[str, str, int], list[int]]:
    """Returns all numbers of every book up to its last."""
    rows = await database.read("SELECT book, office, year, last FROM registers")
    return {(book, office, year): list(range(1, last + 1)) for book, office, year, last in rows}


def numbered(cases: list[Case]) -> dict[tuple[str, str, int], list[int]]:
    """Returns the numbers that the cases have, by book, office and year."""
    found: defaultdict[tuple[str, str, int], list[int]] = defaultdict(list)
    for case in cases:
        for book, given in (("certificates", case.certificate), ("journal", case.handing)):
            if given:
                number, year = map(int, given.number.split("/"))
                found[book, str(case.office), year].append(number)
    return {key: sorted(numbers) for key, numbers in found.items()}
