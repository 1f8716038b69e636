"""Stores of complaints, the fake and SQL: the same results; and no file contains any of it in clear text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.calendar import CountedDay, Day, DayKind, TermUnit
from domain.complaints.answer_term import AnswerTerm
from domain.complaints.complaint import (
    Answer,
    Complaint,
    ComplaintRegistration,
    ComplaintState,
    Extension,
    Grievance,
    Slip,
)
from domain.errors import Changed
from domain.standard.terms import Term
from services.complaints.ports import ComplaintStore
from services.uploads import Offered, UploadStore
from storage.complaints import SqlComplaints
from storage.db.database import Database
from storage.db.keys import KeyStore, case_owner
from storage.uploads import SqlUploads
from tests.factories.moments import NOW
from tests.factories.units import AKIMAT, EDITION, KOKSHETAU, REGION_AKIMAT
from tests.factories.uploads import offered
from tests.services.complaints.fakes import FakeComplaints, FakeFiles
from tests.storage.engines import OF_SQLITE, Stored

AUTHOR = 700
CANARY = "Қожахметов-канарейка"
TERM = AnswerTerm(
    Term(5, 9, "закон", TermUnit.WORKING_DAYS, own=True, source_kk="заң", source_en="law"),
    date(2026, 12, 1),
    date(2026, 12, 7),
    date(2026, 12, 11),
    (
        CountedDay(Day(date(2026, 12, 2), DayKind.WORKING), 1),
        CountedDay(Day(date(2026, 12, 3), DayKind.HOLIDAY, "independence", estimated=True), None),
    ),
)
WHOLE = Complaint(
    "complaint1",
    AUTHOR,
    Grievance.SERVICE,
    NOW,
    edition="1994-7",
    stage=ComplaintState.ANSWERED,
    unit=AKIMAT,
    office=KOKSHETAU,
    case_id="case1",
    earlier="complaint0",
    name=CANARY,
    address=f"адрес {CANARY}",
    texts=(f"текст {CANARY}", "ещё"),
    about=(1, 2),
    filed=ComplaintRegistration("1/2026", NOW, date(2026, 12, 7), "закон", TERM),
    slip=Slip(NOW, "Ли Б."),
    extension=Extension(NOW, f"причина {CANARY}", date(2026, 12, 22)),
    answers=(Answer(NOW, "Ли Б.", f"ответ {CANARY}", 7), Answer(NOW, "Ли Б.", "", None)),
    prepared={"answer": "черновик"},
    rating=4,
    reopened=f"мало {CANARY}",
)
BARE = Complaint("complaint2", AUTHOR, Grievance.RESULT, NOW + timedelta(seconds=1), edition=EDITION)


@pytest.fixture
async def stores(stored: Stored | None) -> AsyncIterator[tuple[ComplaintStore, UploadStore]]:
    if stored is None:
        fake = FakeComplaints()
        yield fake, FakeFiles()
        return
    database, keys = stored
    await keys.ciphers([case_owner(each.id) for each in (WHOLE, BARE)])
    async with database.transaction() as transaction:
        yield SqlComplaints(transaction, keys), SqlUploads(transaction, keys)


async def test_what_was_kept_is_found(stores: tuple[ComplaintStore, UploadStore]) -> None:
    """Complete: by id, by number in its body's register, by author newest first, by body and stage oldest first."""
    kept, _ = stores
    for each in (WHOLE, BARE):
        await kept.add(each)
    assert [await kept.get(each.id) for each in (WHOLE, BARE)] == [WHOLE, BARE]
    assert await kept.get("none") is None
    assert await kept.get_by_number(AKIMAT, "1/2026") == WHOLE
    assert await kept.get_by_number(REGION_AKIMAT, "1/2026") is None
    assert list(await kept.list_for_person(AUTHOR)) == [BARE, WHOLE]
    assert list(await kept.list_for_person(1)) == []
    assert list(await kept.list_for_units((AKIMAT, REGION_AKIMAT), tuple(ComplaintState))) == [WHOLE]
    assert list(await kept.list_for_units((AKIMAT,), (ComplaintState.FILED,))) == []


async def test_terms_of_before_they_were_kept(stores: tuple[ComplaintStore, UploadStore]) -> None:
    """A registration without the term is read, changed and read again without one."""
    kept, _ = stores
    old = replace(WHOLE, filed=replace(WHOLE.filing, term=None))
    await kept.add(old)
    assert await kept.get(old.id) == old
    saved = await kept.save(replace(old, rating=5))
    assert await kept.get(old.id) == saved == replace(old, rating=5, version=old.version + 1)


async def test_a_change_is_kept_from_the_version_it_was_made_from(stores: tuple[ComplaintStore, UploadStore]) -> None:
    """The slower of two changes to one version is rejected."""
    kept, _ = stores
    await kept.add(BARE)
    changed = await kept.save(replace(BARE, unit=AKIMAT, name="Имя"))
    assert (changed.version, await kept.get(BARE.id)) == (1, changed)
    with pytest.raises(Changed):
        await kept.save(replace(BARE, name="Другое"))
    await kept.erase(changed)
    assert await kept.get(BARE.id) is None


async def test_whoever_sent_a_file_is_told(database: Database, keys: KeyStore) -> None:
    """The author of a complaint or the person who answers it, and that the file belongs to a complaint."""
    await keys.ciphers([case_owner(WHOLE.id)])
    async with database.transaction() as transaction:
        await SqlComplaints(transaction, keys).add(WHOLE)
        files = SqlUploads(transaction, keys)
        await files.add(WHOLE, "photo", offered(10))
        await files.add(WHOLE, "answer-0", Offered("file", 2, 10, 5))
        found = await files.first_waiting(int(NOW.timestamp()), 9)
    assert [(each.applicant, each.item, each.of_complaint) for each in found] == [
        (AUTHOR, "photo", True),
        (5, "answer-0", True),
    ]


@OF_SQLITE
async def test_nothing_stands_in_clear(database: Database, keys: KeyStore, tmp_path: Path) -> None:
    """Names, addresses, texts, reasons and answers are sealed; erasing a complaint destroys its key."""
    await keys.ciphers([case_owner(WHOLE.id)])
    async with database.transaction() as transaction:
        await SqlComplaints(transaction, keys).add(WHOLE)
    rows: list[Any] = await database.read("SELECT * FROM complaints", ())
    assert all(CANARY.encode() not in (cell if isinstance(cell, bytes) else str(cell).encode()) for cell in rows[0])
    files = [tmp_path / name for name in ("test.db", "test.db-wal")]
    assert all(CANARY.encode() not in path.read_bytes() for path in files)
    async with database.transaction() as transaction:
        await SqlComplaints(transaction, keys).erase(WHOLE)
    assert await database.read("SELECT owner FROM doomed_keys", ()) == [(case_owner(WHOLE.id),)]
