"""What is held about a person, made when it is sent and kept nowhere (decision 9): a ZIP in parts, or one file."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from typing import TYPE_CHECKING, Any

from bot import clock
from bot.wiring import load_texts
from dialogs.my_data import readme
from dialogs.screens import Part
from documents.archive import Member, pack
from documents.my_data import copy_name, folder_of, my_data_json
from domain.cases import Case, State
from domain.complaints import Complaint, Stage
from domain.errors import BadAnswer
from services.my_data import MyData, MyDataRooms
from storage.admins import SqlAdmins
from storage.cases import SqlCases
from storage.complaints import SqlComplaints
from storage.history import SqlHistory
from storage.my_data import SqlRecords
from storage.officers import SqlOfficers
from storage.people import SqlPeople
from storage.survey import SqlSurvey
from storage.told import Told
from storage.uploads import SqlUploads

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.papers import Papers
    from dialogs.screens import Attachment
    from services.my_data import Copy, Dossier, Held
    from services.people import PeopleStore
    from storage.keys import KeyStore
    from storage.sqlite import Database
    from storage.transaction import Transaction

NAME = "tirkeu-my-data"


def my_data_over(transaction: Transaction, keys: KeyStore, people: PeopleStore | None = None) -> MyData:
    """The use cases over one transaction."""
    return MyData(
        MyDataRooms(
            people=people or SqlPeople(transaction),
            cases=SqlCases(transaction, keys),
            complaints=SqlComplaints(transaction, keys),
            history=SqlHistory(transaction, keys),
            uploads=SqlUploads(transaction, keys),
            officers=SqlOfficers(transaction, keys),
            admins=SqlAdmins(transaction, keys),
            records=SqlRecords(transaction, keys),
            once=Told(transaction),
            survey=SqlSurvey(transaction, keys),
        )
    )


class Archives:
    """Makes parts for whoever they are sent to."""

    def __init__(self, database: Database, keys: KeyStore, papers: Papers, language: str) -> None:
        self._database = database
        self._keys = keys
        self._papers = papers
        self._language = language

    async def make(self, user_id: int, made: dict[str, Any]) -> dict[str, str]:
        """The file of a message to this person: its field, its name, its content in base64.

        Raises:
            BadAnswer: they have no such file, or no longer.
            StorageFault: the database cannot work now.
        """
        if "upload" in made:
            found = await self._found(user_id, made["upload"])
            return await _field(made["name"], found.content)
        part = Part(made["number"], made["of"], tuple(made["uploads"]))
        members = await self._first(user_id, part, clock.now()) if part.number == 1 else []
        for upload_id in part.uploads:
            members += await self._copy(user_id, upload_id)
        return await _field(part_name(part), await asyncio.to_thread(pack, members))

    async def _first(self, user_id: int, part: Part, now: datetime) -> list[Member]:
        async with self._database.transaction() as transaction:
            dossier = await my_data_over(transaction, self._keys).collect(user_id, now)
        texts = load_texts(dossier.person.language or self._language)
        return [
            Member.of("README.txt", readme(part.of, texts).encode()),
            Member.of("my-data.json", my_data_json(dossier)),
            *self._documents(dossier),
        ]

    def _documents(self, dossier: Dossier) -> Iterator[Member]:
        for held in dossier.held:
            folder = folder_of(held.record)
            yield from (Member.stored(f"{folder}/{each.name}", each.content) for each in self._papers_of(held, dossier))

    def _papers_of(self, held: Held, dossier: Dossier) -> Iterator[Attachment]:
        if isinstance(held.record, Case):
            yield from self._papers_of_case(held.record)
        else:
            yield from self._papers_of_complaint(held, held.record, dossier)

    def _papers_of_case(self, case: Case) -> Iterator[Attachment]:
        yield self._papers.application(case) if case.state is State.DRAFT else self._papers.stamped(case)
        if case.state is State.ISSUED:
            yield self._papers.certificate(case)
        if case.state is State.REFUSED:
            yield self._papers.refusal_letter(case)

    def _papers_of_complaint(self, held: Held, complaint: Complaint, dossier: Dossier) -> Iterator[Attachment]:
        if complaint.slip is not None:
            yield self._papers.slip(complaint)
        if complaint.stage is Stage.LETTER:
            files = sum(each.kept for each in held.uploads)
            yield self._papers.complaint_letter(complaint, _case_of(complaint, dossier), held.earlier, files)

    async def _copy(self, user_id: int, upload_id: int) -> list[Member]:
        """None where it was erased since the person asked: what is gone is not sent."""
        try:
            found = await self._found(user_id, upload_id)
        except BadAnswer:
            return []
        return [Member.stored(copy_name(found.record, found.upload), found.content)]

    async def _found(self, user_id: int, upload_id: int) -> Copy:
        async with self._database.transaction() as transaction:
            return await my_data_over(transaction, self._keys).copy(user_id, upload_id)


async def _field(name: str, content: bytes) -> dict[str, str]:
    return {"field": "document", "name": name, "content": await asyncio.to_thread(lambda: b64encode(content).decode())}


def part_name(part: Part) -> str:
    """`tirkeu-my-data.zip`, or with its number where there are several."""
    return f"{NAME}.zip" if part.of == 1 else f"{NAME}-{part.number}-of-{part.of}.zip"


def _case_of(complaint: Complaint, dossier: Dossier) -> Case | None:
    cases = (each.record for each in dossier.held if isinstance(each.record, Case))
    return next((each for each in cases if each.id == complaint.case_id), None)
