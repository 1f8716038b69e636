"""The survey over the fakes: who is asked, how often, and what is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.applications.case import CaseState
from domain.complaints.complaint import Answer, Complaint
from domain.errors import BadAnswer, NoSuchCase
from domain.indicators.survey import Opinion, Topic
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.indicators.survey import SurveyService
from tests.factories.cases import worked
from tests.factories.complaints import begun
from tests.factories.editions import beside_another
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import DEPARTMENT, EDITION, KOKSHETAU
from tests.services.complaints.fakes import FakeComplaints
from tests.services.fakes import FakeSurvey, Rooms

HOUR = timedelta(hours=1)
LATER = datetime.fromisoformat("2026-11-23T00:10+05:00")
STRANGER = 999
BARE = "2031-1"  # an edition that does not ask what people think


class Bureau:
    """The survey over the fakes, with an issued case."""

    def __init__(self, standard: Standard) -> None:
        self.survey, self.rooms, self.complaints = FakeSurvey(), Rooms(), FakeComplaints()
        older = {each: beside_another(standard, each).get(each) for each in ("1994-7", "1998-9")}
        bare = replace(standard, status=replace(standard.status, id=BARE), indicators=standard.indicators[:1])
        self.editions = Editions(standard, older | {BARE: bare})
        self.opinions = SurveyService(self.survey, self.rooms.cases, self.complaints, self.editions)
        self.case = worked(standard, CaseState.ISSUED)
        self.rooms.cases.kept[self.case.id] = self.case

    def answered(
        self,
        name: str = "c",
        at: datetime = NOW + HOUR,
        case_id: str = "draft1",
        times: int = 1,
        edition: str = EDITION,
    ) -> Complaint:
        answers = (Answer(at, "Ли Б.", "Ответ."),) * times
        made = begun(name, office=DEPARTMENT, case_id=case_id, answers=answers, edition=edition)
        self.complaints.kept[name] = made
        return made

    def kept(self) -> list[tuple[str, str, bool]]:
        return [(each.subject, str(each.topic), each.satisfied) for each in self.survey.kept.values()]


@pytest.fixture
def bureau(standard: Standard) -> Bureau:
    return Bureau(standard)


async def test_answers_after_an_outcome(bureau: Bureau) -> None:
    """Each answer is stored with the office and Kazakhstan's day; the case does not change."""
    before = dict(bureau.rooms.cases.kept)
    sheet = await bureau.opinions.after_outcome(bureau.case)
    for satisfied in (True, False, True):
        assert sheet
        assert sheet.next
        given = await bureau.opinions.answer(APPLICANT, "draft1", sheet.next, LATER, satisfied=satisfied)
        assert given.first
        sheet = given.sheet
    assert sheet
    assert sheet.next is None
    assert bureau.kept() == [
        ("draft1", "process", True),
        ("draft1", "information", False),
        ("draft1", "politeness", True),
    ]
    first = bureau.survey.kept["draft1", Topic.PROCESS]
    assert first == Opinion("draft1", Topic.PROCESS, KOKSHETAU, LATER.date(), satisfied=True, edition=EDITION)
    assert bureau.rooms.cases.kept == before
    assert bureau.rooms.cases.chain == []


async def test_an_answer_belongs_to_the_edition_of_what_it_is_about(bureau: Bureau) -> None:
    """Of the case after an outcome, of the complaint after its answer."""
    bureau.rooms.cases.kept["draft1"] = replace(bureau.case, edition="1994-7")
    await bureau.opinions.answer(APPLICANT, "draft1", Topic.PROCESS, NOW, satisfied=True)
    bureau.answered(edition="1998-9")
    await bureau.opinions.answer(APPLICANT, "c", Topic.COMPLAINTS, NOW, satisfied=True)
    editions = {topic: each.edition for (_, topic), each in bureau.survey.kept.items()}
    assert editions == {Topic.PROCESS: "1994-7", Topic.COMPLAINTS: "1998-9"}


async def test_a_second_tap_changes_nothing(bureau: Bureau) -> None:
    """The first answer stays, and the next question is shown again."""
    await bureau.opinions.answer(APPLICANT, "draft1", Topic.PROCESS, NOW, satisfied=True)
    again = await bureau.opinions.answer(APPLICANT, "draft1", Topic.PROCESS, NOW, satisfied=False)
    assert (again.first, again.sheet.next) == (False, Topic.INFORMATION)
    assert bureau.kept() == [("draft1", "process", True)]


async def test_only_what_was_sent_to_them(bureau: Bureau, standard: Standard) -> None:
    """Another's survey, one that was not sent, and one that does not exist get the same answer."""
    bureau.answered("early", NOW - HOUR)
    bureau.answered("alone", case_id="")
    assert (await bureau.opinions.get_own(APPLICANT, "alone")).id == "alone"
    bureau.rooms.cases.kept["open"] = worked(standard, CaseState.READY, id="open")
    bureau.rooms.cases.kept["nowhere"] = replace(bureau.case, id="nowhere", office=None)
    for user, sheet_id in (
        *((STRANGER, each) for each in ("draft1", "alone")),
        *((APPLICANT, each) for each in ("open", "early", "missing", "nowhere")),
    ):
        with pytest.raises(NoSuchCase):
            await bureau.opinions.get_own(user, sheet_id)
        with pytest.raises(NoSuchCase):
            await bureau.opinions.answer(user, sheet_id, Topic.PROCESS, NOW, satisfied=True)
    assert bureau.kept() == []


async def test_only_what_is_asked(bureau: Bureau) -> None:
    """People who did not complain are not asked about the order of appeal."""
    with pytest.raises(BadAnswer):
        await bureau.opinions.answer(APPLICANT, "draft1", Topic.COMPLAINTS, NOW, satisfied=True)
    assert bureau.kept() == []


async def test_after_an_answer_to_a_complaint(bureau: Bureau) -> None:
    """Its one question is stored for the complaint's office under the case, so it comes once per case."""
    sheet = await bureau.opinions.after_answer(bureau.answered())
    assert sheet
    assert (sheet.id, sheet.topics, sheet.office) == ("c", (Topic.COMPLAINTS,), DEPARTMENT)
    given = await bureau.opinions.answer(APPLICANT, "c", Topic.COMPLAINTS, NOW, satisfied=False)
    assert given.first
    assert given.sheet.next is None
    assert bureau.kept() == [("draft1", "complaints", False)]
    assert await bureau.opinions.after_answer(bureau.answered("second", NOW + 2 * HOUR)) is None


async def test_a_complaint_without_a_case(bureau: Bureau) -> None:
    """It is asked after the answer, under its own id, and not again after a second review."""
    assert await bureau.opinions.after_answer(bureau.answered(case_id=""))
    await bureau.opinions.answer(APPLICANT, "c", Topic.COMPLAINTS, NOW, satisfied=True)
    assert bureau.kept() == [("c", "complaints", True)]
    assert await bureau.opinions.after_answer(bureau.answered(case_id="", times=2)) is None
    assert (await bureau.opinions.get_own(APPLICANT, "c")).next is None


async def test_a_complaint_that_was_answered_before_the_outcome(bureau: Bureau) -> None:
    """The outcome's survey asks about it; the answer does not."""
    complaint = bureau.answered(at=NOW - HOUR)
    assert await bureau.opinions.after_answer(complaint) is None
    sheet = await bureau.opinions.after_outcome(bureau.case)
    assert sheet
    assert sheet.topics == tuple(Topic)


async def test_nobody_is_asked_about_an_unknown_office(bureau: Bureau) -> None:
    """An answer counts for an office, so without one there is no question."""
    assert await bureau.opinions.after_answer(replace(bureau.answered(case_id=""), office=None)) is None


async def test_an_edition_that_does_not_ask(bureau: Bureau) -> None:
    """Neither after an outcome nor after an answer to a complaint, whatever other editions ask."""
    case = replace(bureau.case, edition=BARE)
    bureau.rooms.cases.kept[case.id] = case
    assert await bureau.opinions.after_outcome(case) is None
    assert await bureau.opinions.after_answer(bureau.answered(edition=BARE)) is None
    assert await bureau.opinions.after_answer(bureau.answered("other")) is not None
