"""Refusing on substance, over the fakes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.applications.case import CaseState
from domain.calendar import WorkingCalendar
from domain.errors import BadAnswer
from domain.standard.cites import Citation
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from domain.standard.refusals import GroundSubject, RefusalGround
from services.casework.access import ActionRequest
from services.casework.substance import SubstanceRefusals
from tests.factories.cases import worked
from tests.factories.moments import NOW
from tests.factories.people import OFFICER
from tests.services.casework.fakes import manned

CONCLUSION = RefusalGround("conclusion", "вывод", Citation("7", 7), GroundSubject.SUBSTANCE)
THREAT = replace(CONCLUSION, id="threat", text="угроза", explain=True)


@pytest.mark.parametrize(
    ("prepared", "reason"),
    [
        ({}, "nothing-ticked"),
        ({"refuse_ground": "incomplete-package"}, "nothing-ticked"),
        ({"refuse_ground": "belief", "ground_words": "Вера."}, "nothing-ticked"),
        ({"refuse_ground": "threat"}, "unexplained-ground"),
    ],
)
async def test_what_is_no_ground(
    standard: Standard, calendar: WorkingCalendar, prepared: dict[str, str], reason: str
) -> None:
    """Nothing chosen, a ground about documents, one that the edition does not name, or one without its explanation."""
    edition = replace(standard, refusal_grounds=(*standard.refusal_grounds, CONCLUSION, THREAT))
    office = await manned(edition, calendar)
    case = await office.keeps(worked(edition, CaseState.IN_REVIEW, assigned=OFFICER, prepared=prepared))
    refusals = SubstanceRefusals(office.access, Editions(edition), office.deadlines)
    request = ActionRequest(OFFICER, case.id, case.version, NOW)
    with pytest.raises(BadAnswer, match=reason):
        await refusals.refuse(request)
    with pytest.raises(BadAnswer, match="no-ground-on-substance"):
        await refusals.choose(request, "incomplete-package")
    assert await office.rooms.cases.get(case.id) == case


async def test_late_and_in_time(standard: Standard, calendar: WorkingCalendar) -> None:
    """It is measured by the term of the result, which is on record as ended."""
    edition = replace(standard, refusal_grounds=(*standard.refusal_grounds, CONCLUSION))
    for days, late in ((0, False), (20, True)):
        office = await manned(edition, calendar)
        case = await office.keeps(
            worked(edition, CaseState.IN_REVIEW, assigned=OFFICER, prepared={"refuse_ground": "conclusion"})
        )
        refusals = SubstanceRefusals(office.access, Editions(edition), office.deadlines)
        at = NOW + timedelta(days)
        seen = await refusals.refuse(ActionRequest(OFFICER, case.id, case.version, at))
        last = office.deadlines.result_deadline(case).last
        refusal = seen.case.final_refusal
        assert (refusal.ground, refusal.due, refusal.late) == ("conclusion", last, late)
        (event,) = await office.noted(seen.case)
        assert event.details == {"ground": "conclusion"} | ({"late": last.isoformat()} if late else {})


async def test_no_ground_at_all(standard: Standard, calendar: WorkingCalendar) -> None:
    """Under the standard of 2011 the page cannot even be opened."""
    office = await manned(standard, calendar)
    case = await office.keeps(worked(standard, CaseState.IN_REVIEW, assigned=OFFICER))
    refusals = SubstanceRefusals(office.access, Editions(standard), office.deadlines)
    with pytest.raises(BadAnswer, match="no-ground-on-substance"):
        await refusals.open(ActionRequest(OFFICER, case.id, case.version, NOW))
