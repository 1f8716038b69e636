"""A folder of an edition that was edited after use: a start refuses while records name what it has no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from assets.loaders import edition_files as files
from bot.data_folder import NAMED, describe_record
from bot.settings import BadSettings
from domain.applications.case import OPEN_CASE_STATES, CaseState
from domain.casework.references import Reference, Table, lost_references, lost_units
from domain.complaints.complaint import OPEN_COMPLAINT_STATES, ComplaintState
from storage.applications import SqlCases
from storage.complaints import SqlComplaints
from storage.db.editions import ID_SHOWN, OpenRecord
from storage.db.encryption import Unreadable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection, Sequence

    from bot.resources import Resources
    from domain.complaints.complaint import Complaint
    from domain.standard.edition import Standard
    from storage.db.database import Database
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

R = TypeVar("R")
AT_ONCE = 500  # records of a transaction
# The letter of what came to nothing can still be fetched.
CASES = (CaseState.DRAFT, *sorted(OPEN_CASE_STATES), CaseState.REFUSED, CaseState.NOT_ACCEPTED)
COMPLAINTS = (ComplaintState.DRAFT, *sorted(OPEN_COMPLAINT_STATES))
FILES = {
    Table.KINDS: files.KINDS,
    Table.QUESTIONS: files.QUESTIONS,
    Table.DOCUMENTS: files.CHECKLISTS,
    Table.DEFECTS: files.DEFECTS,
    Table.TERMS: files.TERMS,
    Table.GROUNDS: files.TERMS,
    Table.UNITS: files.UNITS,
    Table.REGIONS: files.REGIONS,
    Table.LINES: files.FORMS,
}
Record = tuple[OpenRecord, tuple[Reference, ...]]


async def refuse_edited_editions(database: Database, keys: KeyStore, library: Resources) -> None:
    """Refuses to work with records of which an edition has lost a part.

    Records of editions that are not loaded, and damaged ones, are told elsewhere.

    Raises:
        BadSettings: what is lost, with records, files and ids, `NAMED` at most, a line each.
    """
    found = [each async for each in _records(database, keys, library)]
    lines = [
        BadSettings("setting-edition-lost", record=describe_record(record), file=FILES[each.table], id=each.id)
        for record, lost in found
        for each in lost
    ]
    if not lines:
        return
    shown = lines[:NAMED]
    if len(lines) > NAMED:
        shown.append(BadSettings("setting-edition-lost-more", count=len(lines) - NAMED))
    error = BadSettings("setting-edition-edited", count=len(found))
    error.further = tuple(shown)
    raise error


async def _records(database: Database, keys: KeyStore, library: Resources) -> AsyncIterator[Record]:
    editions = library.editions
    async for case in _each(database, keys, SqlCases, CASES):
        if case.edition in editions and (lost := lost_references(case, editions.of(case))):
            number = case.registration.number if case.registration else ""
            yield OpenRecord("case", number, case.id[:ID_SHOWN], str(case.office or ""), case.edition), lost
    async for complaint in _each(database, keys, SqlComplaints, COMPLAINTS):
        if complaint.edition in editions and (lost := _of_complaint(complaint, editions.of(complaint))):
            number, unit = complaint.filed.number if complaint.filed else "", str(complaint.unit or "")
            yield OpenRecord("complaint", number, complaint.id[:ID_SHOWN], unit, complaint.edition), lost


def _of_complaint(complaint: Complaint, standard: Standard) -> tuple[Reference, ...]:
    return tuple(lost_units((str(complaint.unit or ""), str(complaint.office or "")), standard))


class _Store(Protocol[R]):
    """Reads records of one kind."""

    async def list_ids(self, states: Collection[Any], after: str, limit: int, /) -> list[str]: ...

    async def list_by_id(self, ids: Collection[str]) -> list[R]: ...


async def _each(
    database: Database, keys: KeyStore, kind: Callable[[Transaction, KeyStore], _Store[R]], states: Collection[Any]
) -> AsyncIterator[R]:
    """All of one kind in these states that can be read, a transaction at a time."""
    after = ""
    while True:
        async with database.transaction() as transaction:
            store = kind(transaction, keys)
            if not (ids := await store.list_ids(states, after, AT_ONCE)):
                return
            found = await _readable(store, ids)
        for each in found:
            yield each
        after = ids[-1]


async def _readable(store: _Store[R], ids: Sequence[str]) -> list[R]:
    """A damaged one is left out, and keeps nobody from looking at the others."""
    try:
        return await store.list_by_id(ids)
    except Unreadable:
        if len(ids) == 1:
            return []
    return [each for one in ids for each in await _readable(store, [one])]
