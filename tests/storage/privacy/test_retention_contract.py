"""Finding closed records and storing what is left of them, the fake and SQL: the same results."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count

import pytest

from domain.applications.case import CaseState
from domain.complaints.complaint import ComplaintState
from domain.retention import Remains
from domain.standard.edition import Standard
from services.applications.ports import CaseStore
from services.complaints.ports import ComplaintStore
from services.privacy.erasure import RetentionRepository
from storage.applications import SqlCases
from storage.complaints import SqlComplaints
from storage.db.keys import person
from storage.messaging.inbox import Inbox, Quarantined
from storage.privacy.retention import SqlRetention
from tests.factories.cases import worked
from tests.factories.complaints import begun
from tests.factories.moments import NOW
from tests.factories.units import EDITION, FAR, KOKSHETAU
from tests.services.complaints.fakes import FakeComplaints
from tests.services.fakes import FakeCases
from tests.services.privacy.fakes import FakeShelf
from tests.storage.engines import Stored

DAY = timedelta(days=1)
COMPLAINT = begun("c")


@dataclass
class Stores:
    cases: CaseStore
    complaints: ComplaintStore
    shelf: RetentionRepository
    set_aside: Callable[[int, datetime], Awaitable[None]]


@pytest.fixture
async def stores(stored: Stored | None) -> AsyncIterator[Stores]:
    if stored is None:
        cases, complaints = FakeCases(), FakeComplaints()
        fake = FakeShelf(cases, complaints)

        async def remember(user_id: int, at: datetime) -> None:
            fake.set_aside.append((user_id, at))

        yield Stores(cases, complaints, fake, remember)
        return
    database, keys = stored
    async with database.transaction() as transaction:
        ids = count(1)

        async def set_aside(user_id: int, at: datetime) -> None:
            row = Quarantined(next(ids), person(user_id), b"sealed", "ValidationError", int(at.timestamp()))
            await Inbox(transaction, 7).set_aside(row)

        shelf = SqlRetention(transaction)
        yield Stores(SqlCases(transaction, keys), SqlComplaints(transaction, keys), shelf, set_aside)


async def test_what_has_ended(stores: Stores, standard: Standard) -> None:
    """Closed cases, then complaints that need no answer, unchanged since the moment; the oldest first."""
    for at, state in enumerate(CaseState):
        case = worked(standard, state, id=f"{state}", touched_at=NOW - at * DAY, registration=None)
        await stores.cases.add(case)
    for at, stage in enumerate(ComplaintState):
        await stores.complaints.add(replace(COMPLAINT, id=f"c-{stage}", stage=stage, touched_at=NOW - at * DAY))
    assert list(await stores.shelf.list_ended(NOW)) == [
        *("not_accepted", "withdrawn", "refused", "issued"),
        *("c-closed", "c-answered", "c-letter", "c-draft"),
    ]
    assert list(await stores.shelf.list_ended(NOW - 6 * DAY)) == ["not_accepted", "withdrawn", "refused"]
    assert list(await stores.shelf.list_ended(NOW - 9 * DAY)) == []


async def test_what_was_set_aside(stores: Stores) -> None:
    """Counted and erased by person, or by when it was set aside."""
    for person_id, at in ((1, NOW), (1, NOW - DAY), (2, NOW - DAY), (2, NOW)):
        await stores.set_aside(person_id, at)
    assert [await stores.shelf.count_set_aside(each) for each in (1, 2, 3)] == [2, 2, 0]
    await stores.shelf.erase_set_aside(1)
    assert [await stores.shelf.count_set_aside(each) for each in (1, 2)] == [0, 2]
    await stores.shelf.erase_set_aside_before(NOW)
    assert await stores.shelf.count_set_aside(2) == 1


async def test_a_notice_counts_until_the_record_changes(stores: Stores, standard: Standard) -> None:
    """It is stored to the second, can be taken back, and is no change itself; any change makes it void."""
    case, complaint = worked(standard, CaseState.REFUSED), replace(COMPLAINT, stage=ComplaintState.ANSWERED)
    await stores.cases.add(case)
    await stores.complaints.add(complaint)
    for record in (case, complaint):
        assert await stores.shelf.notified_at(record) is None
        await stores.shelf.mark_notified(record, NOW)
        assert await stores.shelf.notified_at(record) == NOW
        await stores.shelf.mark_notified(record, None)
        assert await stores.shelf.notified_at(record) is None
        await stores.shelf.mark_notified(record, NOW + DAY)
    assert await stores.cases.get(case.id) == case
    changed = await stores.cases.save(case), await stores.complaints.save(complaint)
    assert [await stores.shelf.notified_at(each) for each in changed] == [None, None]
    assert await stores.shelf.notified_at(replace(complaint, id="none")) is None


async def test_what_is_left(stores: Stores) -> None:
    """Of one unit, in the order of erasure, every field as it was."""
    may, june = date(2026, 5, 1), date(2026, 6, 1)
    first = Remains(3, KOKSHETAU, "missionary", "2-3/2026-1", "issued", may, june, "1/2026", "2/2026", edition=EDITION)
    refused = ("identity", "charter")
    second = Remains(
        2, KOKSHETAU, "group", "2-3/2026-2", "refused", date(2026, 5, 31), june, items=refused, edition=EDITION
    )
    other = Remains(4, FAR, "complaint", "1/2026", "closed", date(2026, 5, 2), date(2026, 6, 3), edition="1994-7")
    for each in (first, second, other):
        await stores.shelf.save_remains(each)
    assert list(await stores.shelf.list_remains(KOKSHETAU)) == [second, first]
    assert list(await stores.shelf.list_remains(FAR)) == [other]
