"""Everything stored about a person, for that person alone."""

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
    from domain.retention import Record
    from domain.staff.membership import Admin, Officer
    from services.applications.ports import CaseReader
    from services.complaints.ports import ComplaintStore
    from services.history import FiledRecord, History
    from services.people import PeopleStore
    from services.uploads import Upload, UploadStore

Row = dict[str, Any]  # plain English names → values; times are aware
ASKED = "my-data"  # kind of the keys in `Once`
AGAIN_AFTER = timedelta(minutes=10)
ROOM = 3_000_000  # bytes of the first part reserved for everything but uploads
ROOM_OF_RECORD = 60_000  # bytes for a record's documents: a form takes 8,000, and there are at most four


@dataclass(frozen=True, slots=True)
class PersonalDataReader:
    """What the bot's own tables hold about a person.

    `acts` are counts only, as what an officer did to a case belongs to its applicant. `waiting` is the number of queued
    messages, `counted` the use of limits in the running windows. `terms` are by case: the deadline, and the day of the
    result.
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
    given_answers: tuple[Row, ...] = ()
    told: tuple[Row, ...] = ()
    pinned: tuple[Row, ...] = ()
    counted: tuple[Row, ...] = ()
    terms: Mapping[str, Row] = field(default_factory=dict)
    blocked_since: datetime | None = None
    locked_since: datetime | None = None


class RecordReader(Protocol):
    """Reads the bot's own tables."""

    async def read_for_person(self, user_id: int, own: Collection[str]) -> PersonalDataReader:
        """Everything about one person; `own` are the ids of their cases and complaints."""


class AppointmentReader(Protocol):
    """Reads what people are appointed to."""

    async def list_appointments(self, user_id: int) -> Sequence[Officer]:
        """All bindings of one person, locked or not."""


class AdminReader(Protocol):
    """Reads the admins who were invited."""

    async def all(self) -> Sequence[Admin]:
        """All of them, by user id."""


class Once(Protocol):
    """Lets each key be taken once."""

    async def first(self, what: str, now: datetime) -> bool:
        """Takes a key; returns False if it was already taken."""


class SurveyReader(Protocol):
    """Reads survey answers, which are stored without a name."""

    async def about(self, record: FiledRecord) -> Mapping[str, Any]:
        """The answers about a case or complaint: topic → whether satisfied, and the day."""


@dataclass(frozen=True, slots=True)
class MyDataRepositories:
    """The stores with data about people, read in one transaction."""

    people: PeopleStore
    cases: CaseReader
    complaints: ComplaintStore
    history: History
    uploads: UploadStore
    officers: AppointmentReader
    admins: AdminReader
    records: RecordReader
    once: Once
    survey: SurveyReader


@dataclass(frozen=True, slots=True)
class PersonalRecord:
    """A case or complaint with its history, files and survey answers; `earlier` is what an appeal follows."""

    record: Record
    entries: tuple[Entry, ...]
    uploads: tuple[Upload, ...]
    earlier: Complaint | None = None
    survey: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about a person at one moment."""

    person: Person
    made_at: datetime
    held: tuple[PersonalRecord, ...]
    roles: tuple[Officer, ...]
    admin: Admin | None
    records: PersonalDataReader


@dataclass(frozen=True, slots=True)
class Copy:
    """An uploaded file and the record it belongs to."""

    record: Record
    upload: Upload
    content: bytes


class MyData:
    """Collects a person's data; everything is about the person who asks."""

    def __init__(self, repositories: MyDataRepositories) -> None:
        self._repositories = repositories

    async def collect(self, user_id: int, now: datetime) -> Dossier:
        """Everything except the contents of files."""
        repositories, own = self._repositories, await self._own(user_id)
        admins = {each.user_id: each for each in await repositories.admins.all()}
        return Dossier(
            person=await repositories.people.get(user_id),
            made_at=now,
            held=tuple([await self._read_record(each) for each in own]),
            roles=tuple(await repositories.officers.list_appointments(user_id)),
            admin=admins.get(user_id),
            records=await repositories.records.read_for_person(user_id, [each.id for each in own]),
        )

    async def may_ask(self, user_id: int, now: datetime) -> bool:
        """Whether the person may have the archive now: at most once in each ten minutes, as it takes megabytes."""
        slot = int(now.timestamp() // AGAIN_AFTER.total_seconds())
        return await self._repositories.once.first(f"{ASKED}:{user_id}:{slot}", now)

    async def parts(self, user_id: int, most: int) -> tuple[tuple[int, ...], ...]:
        """Splits the person's files into parts of at most `most` bytes; the first part leaves room for everything else.

        No file may be larger than that.

        Returns:
            Upload ids, one tuple for each part; the first may be empty.
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
        """One of the person's own files.

        Raises:
            BadAnswer: there is none, or it is erased.
        """
        for record in await self._own(user_id):
            for upload in await self._files(record):
                if upload.id == upload_id and upload.kept:
                    return Copy(record, upload, await self._repositories.uploads.content(record, upload_id))
        raise BadAnswer("choose")

    async def _own(self, user_id: int) -> list[Record]:
        """Their cases, then complaints, each the longest unchanged first."""
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
        """All files of a case; of a complaint, the author's and those of answers that were sent."""
        found = await self._repositories.uploads.list_for_record(record)
        if not isinstance(record, Complaint):
            return list(found)
        given = {each.file for each in record.answers}
        return [each for each in found if each.item == PHOTO or each.id in given]
