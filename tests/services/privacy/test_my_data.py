"""All data held about a person: everything of theirs, nothing of others, in parts that fit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from domain.complaints.complaint import Answer, ComplaintState
from domain.errors import BadAnswer
from domain.history import Event, EventKind
from domain.people import Person
from domain.staff.membership import Admin, Officer
from services.history import FiledRecord
from services.privacy.my_data import AGAIN_AFTER, ROOM, ROOM_OF_RECORD, MyData, MyDataRepositories, PersonalDataReader
from services.uploads import Offered
from tests.factories.cases import started
from tests.factories.complaints import begun
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import KOKSHETAU
from tests.factories.uploads import offered
from tests.services.complaints.fakes import FakeComplaints, FakeFiles
from tests.services.fakes import FakeCases, FakeOfficers
from tests.services.staff.fakes import FakeAdmins
from tests.services.test_people import FakePeople

SIZE = 3_000_000
FIRST = begun("c1", stage=ComplaintState.ANSWERED, answers=(Answer(NOW, "Ли Б.", "", 3),))
FURTHER = replace(FIRST, id="c2", earlier="c1", answers=(), stage=ComplaintState.DRAFT, touched_at=NOW + timedelta(1))
OTHER = 1


class FakeRecords:
    """`RecordReader` in memory: returns what it was asked for."""

    async def read_for_person(self, user_id: int, own: Collection[str]) -> PersonalDataReader:
        return PersonalDataReader(consents=({"of": user_id, "own": sorted(own)},))


class FakeOnce:
    """`Once` in memory."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    async def first(self, what: str, _now: datetime) -> bool:
        before = len(self.taken)
        self.taken.add(what)
        return len(self.taken) > before


class FakeSurvey:
    """`SurveyReader` in memory: one case has answers."""

    async def about(self, record: FiledRecord) -> dict[str, Any]:
        return {"process": {"satisfied": True}} if record.id == "draft1" else {}


@dataclass
class House:
    cases: FakeCases
    complaints: FakeComplaints
    files: FakeFiles
    rooms: MyDataRepositories
    my_data: MyData


@pytest.fixture
async def house() -> House:
    cases, complaints = FakeCases(), FakeComplaints()
    files, officers, admins = FakeFiles(), FakeOfficers(), FakeAdmins()
    await officers.bind(Officer(APPLICANT, KOKSHETAU, "Ким А."))
    await officers.bind(Officer(OTHER, KOKSHETAU, "Ли Б."))
    await admins.add(Admin(APPLICANT, "Ким А."))
    await cases.add(started())
    await cases.add(replace(started(), id="theirs", applicant=OTHER))
    for each in (FIRST, FURTHER):
        await complaints.add(each)
    await cases.append(FIRST, Event(EventKind.COMPLAINED, NOW, APPLICANT))
    for owner, item in ((started(), "identity"), (FIRST, "photo"), (FIRST, "answer-0"), (FIRST, "answer-1")):
        await files.add(owner, item, offered(SIZE))
    files.fetch()
    rooms = MyDataRepositories(
        FakePeople(), cases, complaints, cases, files, officers, admins, FakeRecords(), FakeOnce(), FakeSurvey()
    )
    return House(cases, complaints, files, rooms, MyData(rooms))


async def test_everything_of_theirs(house: House) -> None:
    """Oldest change first, cases before complaints; an answer's file once it was sent, but not while prepared."""
    dossier = await house.my_data.collect(APPLICANT, NOW)
    assert [each.record.id for each in dossier.held] == ["draft1", "c1", "c2"]
    assert [[file.item for file in each.uploads] for each in dossier.held] == [["identity"], ["photo", "answer-0"], []]
    assert [[entry.event.kind for entry in each.entries] for each in dossier.held] == [[], ["complained"], []]
    assert [each.earlier for each in dossier.held] == [None, None, FIRST]
    assert [each.survey for each in dossier.held] == [{"process": {"satisfied": True}}, {}, {}]
    assert (dossier.person, dossier.made_at) == (Person(APPLICANT), NOW)
    assert [each.name for each in dossier.roles] == ["Ким А."]
    assert dossier.admin == Admin(APPLICANT, "Ким А.")
    assert dossier.records.consents == ({"of": APPLICANT, "own": ["c1", "c2", "draft1"]},)


async def test_nothing_of_others(house: House) -> None:
    """Their own draft is there, and no file of anybody else's."""
    dossier = await house.my_data.collect(OTHER, NOW)
    assert [(each.record.id, each.survey) for each in dossier.held] == [("theirs", {})]
    assert dossier.admin is None
    for upload_id in (1, 2, 99):
        with pytest.raises(BadAnswer):
            await house.my_data.copy(OTHER, upload_id)


async def test_a_copy_of_theirs(house: House) -> None:
    """It comes with its record; an answer's file in preparation belongs to the body."""
    copy = await house.my_data.copy(APPLICANT, 3)
    assert (copy.record, copy.upload.item, copy.content) == (FIRST, "answer-0", b"content of 3")
    with pytest.raises(BadAnswer):
        await house.my_data.copy(APPLICANT, 4)


@pytest.mark.parametrize(
    ("room", "parts"),
    [
        (3, ((1, 2, 3),)),
        (2, ((1, 2), (3,))),
        (1, ((1,), (2, 3))),
        (0, ((), (1,), (2,), (3,))),
    ],
)
async def test_parts_of_whole_files(house: House, room: int, parts: tuple[tuple[int, ...], ...]) -> None:
    """No part exceeds the limit; the first leaves room for everything that is not a file."""
    assert await house.my_data.parts(APPLICANT, ROOM + 3 * ROOM_OF_RECORD + room * SIZE) == parts


async def test_what_is_not_fetched_yet_is_in_no_part(house: House) -> None:
    """It is still in the person's chat."""
    await house.files.add(started(), "charter", Offered("file", 2, SIZE))
    assert await house.my_data.parts(APPLICANT, 100 * SIZE) == ((1, 2, 3),)
    assert await house.my_data.parts(OTHER, 100 * SIZE) == ((),)


async def test_an_impatient_finger(house: House) -> None:
    """Each person gets one in ten minutes."""
    moment = NOW.replace(minute=0, second=0)
    assert await house.my_data.may_ask(APPLICANT, moment)
    assert not await house.my_data.may_ask(APPLICANT, moment + AGAIN_AFTER - timedelta(seconds=1))
    assert await house.my_data.may_ask(OTHER, moment)
    assert await house.my_data.may_ask(APPLICANT, moment + AGAIN_AFTER)
