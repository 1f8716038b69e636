"""Complaints over the fakes: an office, its akimats, and people who complain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from assets.loaders.calendar import load_calendar
from domain.complaints.complaint import Complaint, ComplaintState, Grievance
from domain.complaints.complaint_terms import ComplaintTerms
from domain.errors import Changed
from domain.languages import Language
from domain.offices.units import UnitId
from domain.people import NOTICE_VERSION, Consent, Person
from domain.staff.membership import Role
from services.complaints.filing import Allowance, ComplaintFiling
from services.complaints.follow_up import ComplaintFollowUp, OverdueComplaints
from services.complaints.handling import ComplaintHandling
from services.complaints.ports import ComplaintRepositories
from services.history import FiledRecord
from services.uploads import ComplaintFiles, Offered, Upload
from tests.factories.editions import beside_another
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, HEAD, OFFICER, REGISTRAR, officer_of, team
from tests.factories.units import AKIMAT, KOKSHETAU, REGION_AKIMAT
from tests.services.fakes import Rooms

if TYPE_CHECKING:
    from collections.abc import Collection

    from domain.applications.case import Case
    from domain.standard.edition import Standard

CLERK, AKIM, ABOVE = 6001, 6002, 6003
AUTHOR = Person(APPLICANT, Language.RU, Consent(NOTICE_VERSION, NOW))
TEXT = "Сотрудник не принял документы."


class FakeComplaints:
    """`ComplaintStore` in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, Complaint] = {}

    async def get(self, complaint_id: str) -> Complaint | None:
        return self.kept.get(complaint_id)

    async def get_by_number(self, unit: UnitId, number: str) -> Complaint | None:
        filed = (each for each in self.kept.values() if each.filed and each.unit == unit)
        return next((each for each in filed if each.filed and each.filed.number == number), None)

    async def list_for_person(self, user_id: int) -> list[Complaint]:
        theirs = sorted((each for each in self.kept.values() if each.author == user_id), key=lambda each: each.id)
        return sorted(theirs, key=lambda each: each.touched_at, reverse=True)

    async def list_for_units(self, units: Collection[UnitId], stages: Collection[ComplaintState]) -> list[Complaint]:
        found = [each for each in self.kept.values() if each.unit in units and each.stage in stages]
        return sorted(found, key=lambda each: (each.touched_at, each.id))

    async def units_among(self, units: Collection[UnitId], stages: Collection[ComplaintState]) -> frozenset[UnitId]:
        return frozenset(each.addressee for each in await self.list_for_units(units, stages))

    async def add(self, complaint: Complaint) -> None:
        self.kept[complaint.id] = complaint

    async def save(self, complaint: Complaint) -> Complaint:
        before = self.kept.get(complaint.id)
        if before is None or before.version != complaint.version:
            raise Changed(complaint.id)
        self.kept[complaint.id] = replace(complaint, version=complaint.version + 1)
        return self.kept[complaint.id]

    async def erase(self, complaint: Complaint) -> None:
        self.kept.pop(complaint.id, None)


@dataclass
class FakeFiles:
    """`UploadStore` in memory; a noted file waits until `fetch`."""

    files: list[tuple[str, Upload]] = field(default_factory=list)

    async def list_for_record(self, record: FiledRecord) -> list[Upload]:
        return [upload for owner, upload in self.files if owner == record.id]

    async def add(self, record: FiledRecord, item: str, offered: Offered) -> None:
        number = max((each.id for _, each in self.files), default=0) + 1
        self.files.append((record.id, Upload(number, item, offered.size, kept=False)))

    async def drop(self, record: FiledRecord, item: str, keep: int = 0) -> None:
        dropped = {each.id for owner, each in self.files if (owner, each.item) == (record.id, item)} - {keep}
        self.files = [each for each in self.files if each[1].id not in dropped]

    async def rename(self, record: FiledRecord, items: Mapping[str, str]) -> None:
        renamed = {id(each): replace(each, item=items.get(each.item, each.item)) for _, each in self.files}
        self.files = [(owner, renamed[id(each)] if owner == record.id else each) for owner, each in self.files]

    async def content(self, _case: FiledRecord, upload_id: int) -> bytes:
        return f"content of {upload_id}".encode()

    def fetch(self) -> None:
        self.files = [(owner, replace(each, kept=True, kind="pdf")) for owner, each in self.files]


@dataclass
class Bodies:
    """An office with its team, its akimat with a registrar and a head, and the region's with a registrar."""

    rooms: Rooms
    store: FakeComplaints
    uploads: FakeFiles
    complaints: ComplaintFiling
    follow_up: ComplaintFollowUp
    work: ComplaintHandling
    files: ComplaintFiles
    silence: OverdueComplaints
    kept: ComplaintRepositories

    def under(self, terms: ComplaintTerms) -> Bodies:
        """The same bodies and complaints, served under another law."""
        complaints = ComplaintFiling(self.kept, terms.editions, terms, self.complaints.limits, self.rooms.chance)
        follow_up, work = ComplaintFollowUp(self.kept, complaints), ComplaintHandling(self.kept, terms, self.files)
        silence = OverdueComplaints(self.store, complaints)
        return replace(self, complaints=complaints, follow_up=follow_up, work=work, silence=silence)

    async def drafted(
        self, grievance: Grievance = Grievance.SERVICE, case: Case | None = None, unit: UnitId = AKIMAT
    ) -> Complaint:
        """Stores a complaint that only has to be filed."""
        if case is not None:
            await self.rooms.cases.add(case)
        begun = await self.complaints.begin(AUTHOR, grievance, NOW, case.id if case else "")
        if begun.office is None:
            begun = await self.complaints.about_office(begun, KOKSHETAU, NOW)
            begun = await self.complaints.tell(begun, "name", "Иванов Пётр", NOW)
            begun = await self.complaints.tell(begun, "address", "г. Кокшетау", NOW)
        begun = await self.complaints.address_to(begun, unit, NOW)
        return await self.complaints.write(begun, TEXT, NOW)

    async def filed(self, unit: UnitId = AKIMAT) -> Complaint:
        return (await self.complaints.file(await self.drafted(unit=unit), NOW)).complaint

    async def events(self, complaint: Complaint) -> list[str]:
        return [str(each.kind) for each in await self.rooms.cases.events(complaint)]


async def bodies(standard: Standard, allowance: Allowance | None = None) -> Bodies:
    rooms, store = Rooms(), FakeComplaints()
    office = team(KOKSHETAU, {REGISTRAR: Role.REGISTRAR, OFFICER: Role.OFFICER, HEAD: Role.HEAD})
    akimat = team(AKIMAT, {CLERK: Role.REGISTRAR, AKIM: Role.HEAD})
    for officer in (*office, *akimat, officer_of(ABOVE, REGION_AKIMAT, Role.REGISTRAR)):
        await rooms.officers.bind(officer)
    kept = ComplaintRepositories(store, rooms.cases, rooms.cases, rooms.register, rooms.officers, rooms.reach)
    allowance, terms = allowance or Allowance(), ComplaintTerms(beside_another(standard), load_calendar())
    complaints = ComplaintFiling(kept, beside_another(standard), terms, allowance, rooms.chance)
    uploads = FakeFiles()
    files = ComplaintFiles(uploads)
    return Bodies(
        rooms,
        store,
        uploads,
        complaints,
        ComplaintFollowUp(kept, complaints),
        ComplaintHandling(kept, terms, files),
        files,
        OverdueComplaints(store, complaints),
        kept,
    )
