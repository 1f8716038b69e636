"""Two act on one complaint at once, five hundred times: one wins, the other hears of it, nothing happens twice."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from random import Random

import pytest

from assets.loaders.calendar import load_calendar
from bot.repositories import Repositories
from domain.complaints.complaint import Complaint, ComplaintState
from domain.complaints.complaint_terms import ComplaintTerms
from domain.errors import Changed, Denied
from domain.staff.membership import Role
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.casework.access import ActionRequest
from services.complaints.handling import ComplaintHandling
from services.uploads import ComplaintFiles
from storage.complaints import SqlComplaints
from storage.db.database import Database
from storage.db.keys import KeyStore, case_owner
from storage.db.transaction import Transaction
from storage.history.events import SqlHistory
from storage.staff import SqlOfficers
from tests.factories.complaints import complained
from tests.factories.moments import NOW
from tests.factories.people import team
from tests.factories.units import AKIMAT

pytestmark = pytest.mark.untraced

CLERK, AKIM, PAIRS = 6001, 6002, 500
Act = Callable[[ComplaintHandling, ActionRequest], Awaitable[object]]
PREPARED = {"answer": "Приняли меры.", "reason": "Нужна проверка."}


def handling(transaction: Transaction, keys: KeyStore, standard: Standard) -> ComplaintHandling:
    repositories = Repositories(transaction, keys)
    files = ComplaintFiles(repositories.uploads)
    terms = ComplaintTerms(Editions(standard), load_calendar())
    return ComplaintHandling(repositories.for_complaints, terms, files)


async def accept(work: ComplaintHandling, request: ActionRequest) -> None:
    await work.accept(request)


async def answer(work: ComplaintHandling, request: ActionRequest) -> None:
    await work.answer(request)


async def extend(work: ComplaintHandling, request: ActionRequest) -> None:
    await work.extend(request)


@pytest.mark.parametrize(
    ("stage", "acts", "happens"),
    [
        (ComplaintState.FILED, (accept, accept), {"complaint-accepted"}),
        (ComplaintState.ACCEPTED, (answer, extend), {"complaint-answered", "complaint-extended"}),
    ],
)
async def test_pairs(  # a race has two runners
    database: Database,
    keys: KeyStore,
    standard: Standard,
    stage: ComplaintState,
    acts: tuple[Act, Act],
    happens: set[str],
) -> None:
    """The second hears that it has changed; the history has one entry, and the version has gone up by one."""
    many = [complained(stage, number, prepared=PREPARED) for number in range(PAIRS)]
    await keys.ciphers([case_owner(each.id) for each in many] + ["person:6001", "person:6002"])
    async with database.transaction() as transaction:
        for officer in team(AKIMAT, {CLERK: Role.REGISTRAR, AKIM: Role.HEAD}):
            await SqlOfficers(transaction, keys).bind(officer)
        for each in many:
            await SqlComplaints(transaction, keys).add(each)
    chance, won = Random(25), []

    async def tried(act: Act, actor: int, complaint: Complaint) -> None:
        await asyncio.sleep(chance.random() / 1000)
        with suppress(Changed):
            async with database.transaction() as transaction:
                work = handling(transaction, keys, standard)
                await act(work, ActionRequest(actor, complaint.id, complaint.version, NOW))
            won.append(complaint.id)

    for each in many:
        pair = zip(chance.sample(acts, 2), (CLERK, AKIM), strict=True)
        await asyncio.gather(*(tried(act, actor, each) for act, actor in pair))
    assert sorted(won) == sorted(each.id for each in many)
    async with database.transaction() as transaction:
        for each in many:
            (event,) = await SqlHistory(transaction, keys).events(each)
            kept = await SqlComplaints(transaction, keys).get(each.id)
            assert event.kind in happens
            assert kept is not None
            assert kept.version == 1
    with pytest.raises(Denied):
        async with database.transaction() as transaction:
            work = handling(transaction, keys, standard)
            await accept(work, ActionRequest(CLERK, "none", 0, NOW))
