"""Whom messages do not reach, and of which cases messages wait."""

from __future__ import annotations

from domain.applications.case import CaseState
from domain.standard.edition import Standard
from storage.applications import SqlCases
from storage.db.database import Database
from storage.db.keys import KeyStore, case_owner, person
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.outbox import Outbox, Outgoing
from storage.messaging.reach import SqlReach
from tests.factories.cases import another, worked
from tests.factories.stored import store
from tests.factories.units import DEPARTMENT, KOKSHETAU

BLOCKS, LISTENS = 10, 11


async def test_people_whom_messages_do_not_reach(database: Database) -> None:
    """Those of the people asked about whose chat is suspended, until it is not."""
    async with database.transaction() as transaction:
        reach, outbox = SqlReach(transaction), Outbox(transaction)
        assert await reach.find_unreachable({BLOCKS, LISTENS}) == set()
        await outbox.suspend(BLOCKS, 1)
        assert await reach.find_unreachable([BLOCKS, LISTENS, BLOCKS]) == {BLOCKS}
        assert await reach.find_unreachable([LISTENS]) == await reach.find_unreachable([]) == set()
        await outbox.resume(BLOCKS)
        assert await reach.find_unreachable([BLOCKS]) == set()


async def test_cases_of_which_messages_wait(database: Database, keys: KeyStore, standard: Standard) -> None:
    """Refused at this office, something about it unsent, and its applicant unreachable: nothing else."""
    refused = worked(standard, CaseState.REFUSED, applicant=BLOCKS)
    waits, told, elsewhere, reached, opened = (another(refused, f"case{each}", each) for each in range(1, 6))
    elsewhere = another(elsewhere, "case3", 3, office=DEPARTMENT)
    reached = another(reached, "case4", 4, applicant=LISTENS)
    opened = another(worked(standard, CaseState.REGISTERED, applicant=BLOCKS), "case5", 5)
    await store(database, keys, waits, told, elsewhere, reached, opened)
    ciphers = await keys.ciphers([case_owner(f"case{each}") for each in range(1, 6)] + [person(BLOCKS)])
    request = BotApiRequest("sendMessage", {"text": "Отказ"})
    unsent = [("case1", BLOCKS), ("case3", BLOCKS), ("case4", LISTENS), ("case5", BLOCKS), ("case2", LISTENS)]
    rows = [
        Outgoing(number, f"n{number}.0", chat_id, case_owner(case_id), request, notice=True)
        for number, (case_id, chat_id) in enumerate(unsent, 1)
    ]
    rows.append(Outgoing(9, "u9.0", BLOCKS, person(BLOCKS), request))
    async with database.transaction() as transaction:
        outbox = Outbox(transaction)
        await outbox.queue(rows, ciphers)
        cases = SqlCases(transaction, keys)
        assert await cases.list_undelivered([KOKSHETAU], {CaseState.REFUSED}) == []
        await outbox.suspend(BLOCKS, 1)
        found = await cases.list_undelivered([KOKSHETAU], {CaseState.REFUSED})
    assert [each.id for each in found] == ["case1"]
