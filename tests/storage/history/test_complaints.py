"""The audit detects whoever removes, adds or changes a complaint or its entries."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from domain.complaints.complaint import ComplaintState
from domain.history import Event, EventKind
from storage.complaints import SqlComplaints
from storage.history.audit import STAGE_AFTER, Report
from storage.history.chain_walk import Bad, Fault
from storage.history.events import SqlHistory
from tests.factories.complaints import begun, filed
from tests.factories.moments import NOW
from tests.factories.units import AKIMAT
from tests.storage.history.historic import Place, Store, make_history

CLERK = 6001
DRAFT = begun("draft")
GOING = (EventKind.COMPLAINED, EventKind.COMPLAINT_ACCEPTED, EventKind.COMPLAINT_EXTENDED, EventKind.COMPLAINT_ANSWERED)
ANSWERED = (*GOING, EventKind.REOPENED, EventKind.COMPLAINT_ANSWERED, EventKind.RATED)


async def happen(store: Store, name: str, number: str, kinds: tuple[EventKind, ...]) -> None:
    """Files a complaint and records what happened to it since."""
    complaint = begun(name, unit=AKIMAT, filed=replace(filed(), number=number))
    for kind in kinds:
        async with store.database.transaction() as transaction:
            kept, history = SqlComplaints(transaction, store.keys), SqlHistory(transaction, store.keys)
            if kind is EventKind.COMPLAINED:
                await kept.add(replace(complaint, filed=None))
            complaint = await kept.save(replace(complaint, stage=STAGE_AFTER[kind]))
            told = {"number": number, "unit": str(AKIMAT)} if kind is EventKind.COMPLAINED else {}
            await history.append(complaint, Event(kind, NOW, CLERK, told, complaint.version - 1))


@pytest.fixture
async def place(tmp_path: Path) -> Place:
    """Cases, a complaint at each stage, an erased one, a draft, and more cases."""
    made = await make_history(tmp_path / "data", 2)
    async with made.opened() as store:
        for at in range(1, len(ANSWERED) + 1):
            await happen(store, f"complaint{at}", f"{at}/2026", ANSWERED[:at])
        await happen(store, "gone", "99/2026", ANSWERED)
        async with store.database.transaction() as transaction:
            kept, history = SqlComplaints(transaction, store.keys), SqlHistory(transaction, store.keys)
            await kept.add(DRAFT)
            gone = await kept.get("gone")
            assert gone is not None
            await history.append(gone, Event(EventKind.ERASED, NOW, 0))
            await kept.erase(gone)
        await store.keys.destroy("case:gone")
    return made


def forged(place: Place, sql: str, *values: object) -> Report:
    """Returns the audit's report after somebody wrote to the file."""
    with closing(sqlite3.connect(place.files.database)) as connection, connection:
        assert connection.execute(sql, values).rowcount
    return place.audit()


def test_whole(place: Place) -> None:
    """At every stage, erased, or not filed at all."""
    assert place.audit().bad is None


@pytest.mark.parametrize("at", range(1, len(ANSWERED) + 1))
def test_one_that_is_gone(place: Place, at: int) -> None:
    """If a row was deleted, the last entry of that complaint is named."""
    report = forged(place, "DELETE FROM complaints WHERE id = ?", f"complaint{at}")
    assert report.bad is not None
    assert report.bad.fault is Fault.COMPLAINT_GONE
    assert report.bad.entry == last_entry(place, f"complaint{at}")


def last_entry(place: Place, name: str) -> int:
    with closing(sqlite3.connect(place.files.database)) as connection:
        return int(connection.execute("SELECT max(id) FROM events WHERE case_id = ?", (name,)).fetchone()[0])


def test_one_with_all_its_entries(place: Place) -> None:
    """If its entries are deleted too, the history has a gap."""
    with closing(sqlite3.connect(place.files.database)) as connection, connection:
        connection.execute("DELETE FROM complaints WHERE id = 'complaint1'")
    report = forged(place, "DELETE FROM events WHERE case_id = 'complaint1'")
    assert report.bad is not None
    assert report.bad.fault is Fault.MISSING


@pytest.mark.parametrize(
    "change",
    [
        *("stage = 'filed'", "stage = 'closed'", "stage = 'draft'", "version = 2", "unit = '4/4'", "unit = NULL"),
        *(
            "number = '77/2026'",
            "number = NULL",
            "sealed = x''",
            "sealed = (SELECT sealed FROM complaints WHERE id = 'draft')",
        ),
    ],
)
def test_one_that_was_changed(place: Place, change: str) -> None:
    """Another stage, an older version, another body or number, or another complaint's contents."""
    name = f"complaint{ANSWERED.index(EventKind.COMPLAINT_ANSWERED) + 1}"
    report = forged(place, f"UPDATE complaints SET {change} WHERE id = ?", name)  # noqa: S608  # texts above
    assert report.bad == Bad(last_entry(place, name), Fault.COMPLAINT_CHANGED)


def test_an_older_row_put_back(place: Place) -> None:
    """It was accepted once, but since then it was answered and reopened."""
    name = f"complaint{ANSWERED.index(EventKind.REOPENED) + 1}"
    report = forged(place, "UPDATE complaints SET version = 2 WHERE id = ?", name)
    assert report.bad == Bad(last_entry(place, name), Fault.COMPLAINT_CHANGED)


def test_one_that_nobody_filed(place: Place) -> None:
    """A row with a number and no entry is reported, as is a register that skips or repeats a number."""
    report = forged(place, "UPDATE complaints SET number = '8/2026', unit = '4/3', stage = 'filed' WHERE id = 'draft'")
    assert report.bad == Bad(0, Fault.COMPLAINT_ADDED)


@pytest.mark.untraced
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        *(("kind = 'coming'", Fault.CHANGED), ("at = at + 60", Fault.CHANGED), ("seen = seen + 1", Fault.CHANGED)),
        *(("case_id = 'complaint2'", Fault.CHANGED), ("what = who", Fault.CHANGED), ("actor = 9", Fault.OTHER_ACTOR)),
        *(("sealed = x'00'", Fault.UNREADABLE), ("sealed = NULL", Fault.GONE)),
    ],
)
@pytest.mark.parametrize("at", [1, 3, 7])
def test_an_entry_that_was_changed(place: Place, change: str, fault: Fault, at: int) -> None:
    """Whichever column of a complaint's entry was changed, that entry is named."""
    entry = last_entry(place, f"complaint{at}")
    report = forged(place, f"UPDATE events SET {change} WHERE id = ?", entry)  # noqa: S608  # texts above
    assert report.bad == Bad(entry, fault)


def test_stages_are_those_of_a_complaint() -> None:
    """Every kind of entry that a complaint leaves determines its stage at that point."""
    assert set(STAGE_AFTER.values()) == set(ComplaintState) - {ComplaintState.DRAFT, ComplaintState.LETTER}
