"""The terms of cases and their stored rows, which follow every action that changes a term."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.applications.case import CaseState
from domain.applications.deadlines import NOT_RUNNING, DeadlineRecord
from domain.calendar import WorkingCalendar
from domain.errors import Changed
from domain.standard.edition import Standard
from services.casework.access import ActionRequest
from services.casework.paperwork import REFUSE_DEFECT, REFUSE_ITEMS, about
from tests.factories.cases import complete, worked
from tests.factories.moments import NOW
from tests.factories.people import HEAD
from tests.factories.terms import Terms
from tests.factories.units import EDITION, KOKSHETAU
from tests.services.casework.fakes import Office, manned

TODAY = NOW.date()


@pytest.fixture
async def office(standard: Standard, calendar: WorkingCalendar) -> Office:
    return await manned(standard, calendar)


async def test_from_filing_to_the_result(office: Office, terms: Terms) -> None:
    """The row exists from filing on; its day changes with the term; preparations and decisions change nothing."""
    kept, decision = office.rooms.terms.kept, terms.last("decision", TODAY)
    filed = (await office.cases.file(await office.keeps(complete(terms.standard)), NOW)).case
    assert kept == {filed.id: DeadlineRecord(KOKSHETAU, NOT_RUNNING, edition=EDITION)}
    part = await office.work.record_received(filed, ["identity"], HEAD, NOW)
    assert kept == {filed.id: DeadlineRecord(KOKSHETAU, terms.last("refusal", TODAY), edition=EDITION)}
    whole = (await office.work.receive(ActionRequest(HEAD, part.id, part.version, NOW), everything=True)).case
    assert kept == {filed.id: DeadlineRecord(KOKSHETAU, decision, edition=EDITION)}
    approved = (await office.decisions.approve(ActionRequest(HEAD, whole.id, whole.version, NOW))).case
    assert kept == {filed.id: DeadlineRecord(KOKSHETAU, decision, edition=EDITION)}
    await office.decisions.ready(ActionRequest(HEAD, approved.id, approved.version, NOW + timedelta(days=3)))
    assert kept == {filed.id: DeadlineRecord(KOKSHETAU, decision, TODAY + timedelta(days=3), edition=EDITION)}


async def test_a_refusal(office: Office, terms: Terms) -> None:
    """The row has the day of the refusal and the last day of the refusal's own term."""
    prepared = {REFUSE_ITEMS: "identity", about(REFUSE_DEFECT, "identity"): "expired"}
    case = await office.keeps(worked(terms.standard, CaseState.IN_REVIEW, prepared=prepared))
    await office.decisions.refuse(ActionRequest(HEAD, case.id, 0, NOW + timedelta(days=7)))
    record = DeadlineRecord(KOKSHETAU, terms.last("refusal", TODAY), TODAY + timedelta(days=7), edition=EDITION)
    assert office.rooms.terms.kept == {case.id: record}


async def test_a_withdrawal(office: Office, standard: Standard) -> None:
    """The office no longer owes a result, so the row is deleted."""
    filed = (await office.cases.file(await office.keeps(complete(standard)), NOW)).case
    await office.cases.withdraw(filed, NOW)
    assert office.rooms.terms.kept == {}


async def test_a_withdrawal_after_the_term(office: Office, terms: Terms) -> None:
    """A withdrawal does not make the office punctual: a missed term stays missed."""
    filed = (await office.cases.file(await office.keeps(complete(terms.standard)), NOW)).case
    part = await office.work.record_received(filed, ["identity"], HEAD, NOW)
    last = terms.last("refusal", TODAY)
    await office.cases.withdraw(part, NOW + (last - TODAY) + timedelta(days=1))
    assert office.rooms.terms.kept == {filed.id: DeadlineRecord(KOKSHETAU, last, edition=EDITION)}


async def test_who_comes_second_changes_nothing(office: Office, standard: Standard) -> None:
    """A rejected action stores no term."""
    case = await office.keeps(worked(standard, CaseState.APPROVED, version=3))
    with pytest.raises(Changed):
        await office.decisions.ready(ActionRequest(HEAD, case.id, 2, NOW))
    with pytest.raises(Changed):
        await office.cases.withdraw(replace(case, state=CaseState.IN_REVIEW, version=2), NOW)
    assert office.rooms.terms.kept == {}


async def test_days_left(office: Office, terms: Terms) -> None:
    """Working days until the current term ends: negative once it has passed, and none if no term runs."""
    standard, friday = terms.standard, date(2026, 11, 20)
    case = worked(standard, CaseState.IN_REVIEW)
    last = office.deadlines.compute(case).last
    assert last
    assert office.deadlines.result_by(case, NOW.date()).last == last
    assert office.deadlines.days_left(case, last) == 0
    assert office.deadlines.days_left(case, NOW.date()) == terms.days("decision")
    assert office.deadlines.days_left(case, last + timedelta(days=7)) == -5  # a week without holidays
    ends_on_friday = worked(standard, CaseState.REGISTERED, received={"identity": terms.started("refusal", friday)})
    assert office.deadlines.compute(ends_on_friday).last == friday
    for days in range(3):
        assert office.deadlines.days_left(ends_on_friday, friday + timedelta(days=days)) == (-1 if days else 0)
    waiting = worked(standard, CaseState.REGISTERED, received={"identity": NOW})
    assert office.deadlines.days_left(waiting, NOW.date()) == terms.days("refusal")
    for idle in (worked(standard, CaseState.REGISTERED), worked(standard, CaseState.READY)):
        assert office.deadlines.days_left(idle, last) is None


def test_nothing_to_refuse(office: Office, standard: Standard) -> None:
    """Before anything is handed over a refusal has no term."""
    with pytest.raises(ValueError, match="nothing was handed over"):
        office.deadlines.refusal_deadline(worked(standard, CaseState.REGISTERED))
