"""All that is held about a person, for that person alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Protocol

from domain.complaints.complaint import Complaint
from domain.errors import BadAnswer
from services.uploads import PHOTO

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from domain.history import Entry
    from domain.people import Person
    from domain.privacy import Record
    from domain.staff.membership import Admin, Officer
    from services.applications.ports import CaseReader, OfficerReader
    from services.complaints.ports import ComplaintStore
    from services.history import FiledRecord, History
    from services.people import PeopleStore
    from services.uploads import Upload, UploadStore

Row = dict[str, Any]  # names in plain English → values; moments are aware
ASKED = "my-data"  # kind of keys of `Once`
AGAIN_AFTER = timedelta(minutes=10)
ROOM = 3_000_000  # bytes of the first part that are left to what is not an upload
ROOM_OF_RECORD = 60_000  # a record's own documents: a form takes 8,000, and there are at most four


@dataclass(frozen=True, slots=True)
class PersonalDataReader:
    """What stands about a person in tables of the bot's own work.

    `acts` are counts: what an officer did to cases of others belongs to those. `waiting` counts messages. `counted` is
    what was used of limits in the window that runs. `terms` are by case: the last day for its result, and the
    day it came.
    """

    consents: tuple[Row, ...] = ()
    session: Row | None = None
    invitations_made: tuple[Row, ...] = ()
    invitations_used: tuple[Row, ...] = ()
    roles_history: tuple[Row, ...] = ()
    acts: tuple[Row, ...] = ()
    denials: tuple[Row, ...] = ()
    waiting: int = 0
    dead_letters: tuple[Row, ...] = ()
    quarantine: tuple[Row, ...] = ()
    told: tuple[Row, ...] = ()
    counted: tuple[Row, ...] = ()
    terms: Mapping[str, Row] = field(default_factory=dict)
    blocked_since: datetime | None = None


class RecordReader(Protocol):
    """Reads those tables."""

    async def read_for_person(self, user_id: int, own: Collection[str]) -> PersonalDataReader:
        """What stands there about somebody; `own` are the ids of their cases and complaints."""


class AdminReader(Protocol):
    """Finds admins."""

    async def all(self) -> Sequence[Admin]:
        """Every one, by user id."""


class Once(Protocol):
    """Remembers what was done, by a key."""

    async def first(self, what: str, now: datetime) -> bool:
        """Take this key; whether nobody had taken it before."""


class SurveyReader(Protocol):
    """Finds answers of the survey, which are kept without a name."""

    async def about(self, record: FiledRecord) -> Mapping[str, Any]:
        """What was answered about a case or complaint: topic → whether satisfied, and the day."""


@dataclass(frozen=True, slots=True)
class MyDataRepositories:
    """Where everything about people is kept: all in one transaction."""

    people: PeopleStore
    cases: CaseReader
    complaints: ComplaintStore
    history: History
    uploads: UploadStore
    officers: OfficerReader
    admins: AdminReader
    records: RecordReader
    once: Once
    survey: SurveyReader


@dataclass(frozen=True, slots=True)
class PersonalRecord:
    """A case or complaint with its history and files; `survey` is what was answered after it."""

    record: Record
    entries: tuple[Entry, ...]
    uploads: tuple[Upload, ...]
    earlier: Complaint | None = None
    survey: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of it at one moment."""

    person: Person
    made_at: datetime
    held: tuple[PersonalRecord, ...]
    roles: tuple[Officer, ...]
    admin: Admin | None
    records: PersonalDataReader


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that was attached, with what it belongs to."""

    record: Record
    upload: Upload
    content: bytes


class MyData:
    """Use cases of one unit of work; every one is about the person who asks."""

    def __init__(self, repositories: MyDataRepositories) -> None:
        self._repositories = repositories

    async def collect(self, user_id: int, now: datetime) -> Dossier:
        """Everything but the contents of files."""
        repositories, own = self._repositories, await self._own(user_id)
        admins = {each.user_id: each for each in await repositories.admins.all()}
        return Dossier(
            person=await repositories.people.get(user_id),
            made_at=now,
            held=tuple([await self._read_record(each) for each in own]),
            roles=tuple(await repositories.officers.list_for_person(user_id)),
            admin=admins.get(user_id),
            records=await repositories.records.read_for_person(user_id, [each.id for each in own]),
        )

    async def may_ask(self, user_id: int, now: datetime) -> bool:
        """Whether the archive may be asked for now: megabytes are not made at every tap of an impatient finger."""
        slot = int(now.timestamp() // AGAIN_AFTER.total_seconds())
        return await self._repositories.once.first(f"{ASKED}:{user_id}:{slot}", now)

    async def parts(self, user_id: int, most: int) -> tuple[tuple[int, ...], ...]:
        """Whole files by parts of at most so many bytes, where no file is larger; the first has room for all the rest.

        Returns:
            Ids of uploads: one tuple a part, the first may be empty.
        """
        own = await self._own(user_id)
        parts: list[list[int]] = [[]]
        filled = ROOM + ROOM_OF_RECORD * len(own)
        for upload in [each for record in own for each in await self._files(record) if each.kept]:
            if filled + upload.size > most:
                parts.append([])
                filled = 0
            parts[-1].append(upload.id)
            filled += upload.size
        return tuple(map(tuple, parts))

    async def copy(self, user_id: int, upload_id: int) -> Copy:
        """A file of theirs.

        Raises:
            BadAnswer: they have no such file, or no longer.
        """
        for record in await self._own(user_id):
            for upload in await self._files(record):
                if upload.id == upload_id and upload.kept:
                    return Copy(record, upload, await self._repositories.uploads.content(record, upload_id))
        raise BadAnswer("choose")

    async def _own(self, user_id: int) -> list[Record]:
        """Their cases and complaints, oldest change first."""
        cases = await self._repositories.cases.list_for_person(user_id)
        complaints = await self._repositories.complaints.list_for_person(user_id)
        return [*reversed(cases), *reversed(complaints)]

    async def _read_record(self, record: Record) -> PersonalRecord:
        repositories = self._repositories
        earlier = record.earlier if isinstance(record, Complaint) else ""
        return PersonalRecord(
            record,
            tuple(await repositories.history.entries(record)),
            tuple(await self._files(record)),
            await repositories.complaints.get(earlier) if earlier else None,
            await repositories.survey.about(record),
        )

    async def _files(self, record: Record) -> list[Upload]:
        """All of a case; of a complaint the author's own, and those of answers that were given."""
        found = await self._repositories.uploads.list_for_record(record)
        if not isinstance(record, Complaint):
            return list(found)
        given = {each.file for each in record.answers}
        return [each for each in found if each.item == PHOTO or each.id in given]
