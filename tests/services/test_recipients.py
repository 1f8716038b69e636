"""Messages about a case or complaint: for its person, and for those who may see it when they are made."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.applications.case import CaseState
from domain.calendar import WorkingCalendar
from domain.errors import BadAnswer, Denied
from domain.standard.edition import Standard
from services.complaints.ports import ComplaintRepositories
from services.recipients import Recipients
from tests.factories.cases import worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, OFFICER
from tests.factories.uploads import offered
from tests.services.casework.fakes import STRANGER, Office, manned
from tests.services.complaints.fakes import AKIM, CLERK, Bodies, bodies

LATER = NOW + timedelta(days=1)


@pytest.fixture
async def office(standard: Standard, calendar: WorkingCalendar) -> Office:
    return await manned(standard, calendar)


@pytest.fixture
async def town(standard: Standard) -> Bodies:
    return await bodies(standard)


@pytest.fixture
def recipients(office: Office, town: Bodies) -> Recipients:
    rooms = town.rooms
    kept = ComplaintRepositories(town.store, rooms.cases, rooms.cases, rooms.register, rooms.officers, rooms.reach)
    return Recipients(office.access, kept, town.work, town.uploads)


async def test_a_case(office: Office, recipients: Recipients, standard: Standard) -> None:
    """Its applicant and officers of its unit; a draft only its applicant; a missing case nobody."""
    case = await office.keeps(worked(standard, CaseState.ISSUED))
    draft = await office.keeps(replace(worked(standard, CaseState.DRAFT), id="draft"))
    for user_id in (APPLICANT, OFFICER):
        assert await recipients.case(user_id, case.id, LATER) == case
    assert await recipients.case(APPLICANT, draft.id, LATER) == draft
    for user_id, case_id in ((STRANGER, case.id), (OFFICER, draft.id), (APPLICANT, "gone"), (OFFICER, "gone")):
        with pytest.raises(Denied):
            await recipients.case(user_id, case_id, LATER)


async def test_a_case_for_its_applicant_alone(office: Office, recipients: Recipients, standard: Standard) -> None:
    """Not even the officer who has it."""
    case = await office.keeps(worked(standard, CaseState.ISSUED))
    assert await recipients.own_case(APPLICANT, case.id) == case
    for user_id, case_id in ((OFFICER, case.id), (APPLICANT, "gone")):
        with pytest.raises(Denied):
            await recipients.own_case(user_id, case_id)


async def test_a_complaint(town: Bodies, recipients: Recipients) -> None:
    """Its author and those who handle it."""
    filed = await town.filed()
    for user_id in (APPLICANT, CLERK, AKIM):
        assert await recipients.complaint(user_id, filed.id, LATER) == filed
    for user_id, complaint_id in ((STRANGER, filed.id), (APPLICANT, "gone")):
        with pytest.raises(Denied):
            await recipients.complaint(user_id, complaint_id, LATER)


async def test_the_case_that_a_complaint_is_about(town: Bodies, recipients: Recipients, standard: Standard) -> None:
    """Whoever may have the complaint may have the enclosed copy of that case, as long as the case exists."""
    case = worked(standard, CaseState.REFUSED, id="case")
    filed = await town.filed()
    about = replace(filed, case_id=case.id)
    town.store.kept[filed.id] = about
    assert await recipients.about(about) == (None, None)
    for case_id in ("case", "other"):
        with pytest.raises(Denied):
            await recipients.case_of_complaint(CLERK, filed.id, case_id, LATER)
    await town.rooms.cases.add(case)
    assert await recipients.case_of_complaint(CLERK, filed.id, "case", LATER) == case
    with pytest.raises(Denied):
        await recipients.case_of_complaint(STRANGER, filed.id, "case", LATER)
    assert await recipients.about(replace(about, earlier=filed.id)) == (case, about)
    assert await recipients.about(filed) == (None, None)


async def test_a_file(town: Bodies, recipients: Recipients) -> None:
    """Its content, from when it was fetched until it is removed."""
    filed = await town.filed()
    await town.uploads.add(filed, "photo", offered(100))
    (upload,) = await town.uploads.list_for_record(filed)
    with pytest.raises(BadAnswer):
        await recipients.file(filed, upload.id)
    town.uploads.fetch()
    assert await recipients.file(filed, upload.id) == f"content of {upload.id}".encode()
