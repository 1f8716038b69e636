"""Stores records in a database."""

from __future__ import annotations

from dataclasses import replace

from domain.applications.case import Case
from domain.complaints.complaint import Complaint
from domain.history import Event, EventKind
from domain.people import Person
from domain.staff.membership import Officer
from domain.uploads import CleanFile, FileFormat
from storage.applications import SqlCases
from storage.complaints import SqlComplaints
from storage.db.database import Database
from storage.db.keys import KeyStore, case_owner, person
from storage.db.transaction import Transaction
from storage.history.events import SqlHistory
from storage.people import SqlPeople
from storage.staff import SqlOfficers
from storage.uploads import SqlUploads, copy_place
from tests.factories.moments import NOW
from tests.factories.uploads import offered

MASTER = bytes(range(32))  # the master key
Record = Case | Complaint | Officer | Person


async def store(database: Database, keys: KeyStore, *records: Record, filed: bool = False) -> None:
    """Stores these in one commit (of people, language and consent); `filed` starts the histories of case records."""
    await keys.ciphers([_owner(each) for each in records if not isinstance(each, Person)])
    async with database.transaction() as transaction:
        for each in records:
            await _add(transaction, keys, each)
            if filed and isinstance(each, Case):
                await SqlHistory(transaction, keys).append(each, Event(EventKind.FILED, NOW, each.applicant))
            elif filed and isinstance(each, Complaint):
                await SqlHistory(transaction, keys).append(each, Event(EventKind.COMPLAINED, NOW, each.author))


async def store_copy(database: Database, keys: KeyStore, case: Case | Complaint, item: str, content: bytes) -> int:
    """Stores a file that the applicant attached, as fetched and cleaned; returns its id."""
    async with database.transaction() as transaction:
        uploads = SqlUploads(transaction, keys)
        await uploads.add(case, item, offered(len(content)))
        waiting = (await uploads.first_waiting(int(NOW.timestamp()), 100))[-1]
        encrypted = (await keys.cipher(case_owner(case.id))).encrypt(content, copy_place(waiting.id))
        await uploads.keep(waiting, CleanFile(FileFormat.PDF, content, 1), encrypted)
    return waiting.id


def _owner(record: Case | Complaint | Officer) -> str:
    return person(record.user_id) if isinstance(record, Officer) else case_owner(record.id)


async def _add(transaction: Transaction, keys: KeyStore, record: Record) -> None:
    if isinstance(record, Case):
        await SqlCases(transaction, keys).add(record)
    elif isinstance(record, Complaint):
        await SqlComplaints(transaction, keys).add(record)
    elif isinstance(record, Officer):
        await SqlOfficers(transaction, keys).bind(record)
    else:
        await _meet(SqlPeople(transaction), record)


async def _meet(people: SqlPeople, somebody: Person) -> None:
    if somebody.language is not None:
        await people.put_language(somebody)
    if somebody.consent is not None:
        await people.put_consent(replace(somebody, consent=None), somebody, NOW)
