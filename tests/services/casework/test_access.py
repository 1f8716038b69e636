from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.applications.case import CaseState
from domain.calendar import WorkingCalendar
from domain.casework.holders import Holder
from domain.casework.permissions import CaseAction
from domain.errors import Changed, Denied
from domain.history import EventKind
from domain.staff.membership import Role
from domain.standard.edition import Standard
from services.casework.access import ActionRequest
from tests.factories.cases import worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR, officer_of
from tests.services.casework.fakes import STRANGER, Office, act_of, manned

LATER = NOW + timedelta(hours=1)
NOBODY = 9


@pytest.fixture
async def office(standard: Standard, calendar: WorkingCalendar) -> Office:
    return await manned(standard, calendar)


def aim(actor: int, case_id: str = "draft1", version: int | None = None) -> ActionRequest:
    return ActionRequest(actor, case_id, version, LATER)


async def test_a_case_is_found_by_its_number(office: Office, standard: Standard) -> None:
    """Staff of the unit find it, with their own role there and their colleagues."""
    case = await office.keeps(worked(standard, CaseState.REGISTERED, assigned=COLLEAGUE))
    seen = await office.access.find(CaseAction.SEE, OFFICER, "2-3/2026-1", LATER)
    assert (seen.case, seen.officer.user_id, seen.officer.role) == (case, OFFICER, Role.OFFICER)
    assert {each.user_id for each in seen.team} == {OFFICER, COLLEAGUE, HEAD, REGISTRAR}
    assert seen.assignee
    assert seen.assignee.user_id == COLLEAGUE


async def test_a_foreign_case_is_answered_as_a_missing_one(office: Office, standard: Standard) -> None:
    """The same error answers for its number; it names what was asked for."""
    await office.keeps(worked(standard, CaseState.REGISTERED))
    for actor, number in ((STRANGER, "2-3/2026-1"), (NOBODY, "2-3/2026-1"), (OFFICER, "2-3/2026-2"), (OFFICER, "")):
        with pytest.raises(Denied) as denied:
            await office.access.find(CaseAction.REFUSE, actor, number, LATER)
        assert (denied.value.action, denied.value.about) == (CaseAction.REFUSE, number)


@pytest.mark.parametrize("act", CaseAction)
async def test_who_is_no_officer_of_the_unit_sees_nothing(office: Office, standard: Standard, act: CaseAction) -> None:
    """No head elsewhere, applicant or stranger sees a case, whether it exists or not, and nobody sees a draft."""
    await office.keeps(worked(standard, CaseState.IN_REVIEW, assigned=STRANGER))
    await office.keeps(replace(worked(standard, CaseState.DRAFT), id="draft"))
    await office.keeps(replace(worked(standard, CaseState.DRAFT), id="nowhere", office=None))
    for actor in (STRANGER, APPLICANT, NOBODY):
        for case_id in ("draft1", "draft", "nowhere", "missing", ""):
            with pytest.raises(Denied) as denied:
                await office.access.authorize(act, aim(actor, case_id))
            assert (denied.value.action, denied.value.about) == (act, case_id)
    for case_id, version in (("draft", None), ("draft", 7), ("nowhere", None), ("missing", 0)):
        with pytest.raises(Denied):
            await office.access.authorize(act, aim(HEAD, case_id, version))


async def test_a_stale_version_is_told_to_those_who_may_see(office: Office, standard: Standard) -> None:
    """For its officers an outdated version is no denial, even if the action is over; for others it is one."""
    await office.keeps(worked(standard, CaseState.ISSUED, version=5))
    for version in (4, 6):
        with pytest.raises(Changed):
            await office.access.authorize(CaseAction.APPROVE, aim(OFFICER, version=version))
        with pytest.raises(Denied):
            await office.access.authorize(CaseAction.APPROVE, aim(STRANGER, version=version))
    with pytest.raises(Denied):
        await office.access.authorize(CaseAction.APPROVE, aim(HEAD, version=5))
    assert (await office.access.authorize(CaseAction.SEE, aim(OFFICER, version=5))).case.version == 5
    assert (await office.access.authorize(CaseAction.SEE, aim(OFFICER))).case.version == 5


async def test_what_may_be_done_now(office: Office, standard: Standard) -> None:
    """Officers are offered exactly what they may do in this state."""
    await office.keeps(worked(standard, CaseState.IN_REVIEW, assigned=OFFICER))
    acts = {
        who: {act for act in CaseAction if (await office.access.authorize(CaseAction.SEE, aim(who))).may(act)}
        for who in (OFFICER, COLLEAGUE, HEAD, REGISTRAR)
    }
    common = {CaseAction.SEE, CaseAction.RECEIVE, CaseAction.NEED}
    assert acts[REGISTRAR] == common
    assert acts[COLLEAGUE] == common | {CaseAction.TAKE, CaseAction.RELEASE}
    assert acts[OFFICER] == common | {
        *(CaseAction.RELEASE, CaseAction.APPROVE, CaseAction.REFUSE, CaseAction.REFUSE_ON_SUBSTANCE)
    }
    assert acts[HEAD] == common | {
        CaseAction.TAKE,
        CaseAction.RELEASE,
        CaseAction.ASSIGN,
        CaseAction.SETTLE,
        CaseAction.PAUSE,
        CaseAction.APPROVE,
        CaseAction.REFUSE,
        CaseAction.REFUSE_ON_SUBSTANCE,
    }


async def test_who_may_take_a_case(office: Office, standard: Standard) -> None:
    """Whoever may decide, except the officer who has it and the applicant."""
    await office.keeps(worked(standard, CaseState.REGISTERED, assigned=OFFICER))
    seen = await office.access.authorize(CaseAction.SEE, aim(HEAD))
    assert {each.user_id for each in seen.takers} == {COLLEAGUE, HEAD}
    await office.keeps(worked(standard, CaseState.REGISTERED, applicant=COLLEAGUE))
    seen = await office.access.authorize(CaseAction.SEE, aim(HEAD))
    assert {each.user_id for each in seen.takers} == {OFFICER, HEAD}
    assert seen.assignee is None


async def test_somebody_who_left_the_unit_works_on_nothing(office: Office, standard: Standard) -> None:
    """A case assigned to somebody who has left counts as unassigned."""
    await office.keeps(worked(standard, CaseState.REGISTERED, assigned=NOBODY))
    assert (await office.access.authorize(CaseAction.SEE, aim(HEAD))).assignee is None


async def test_who_had_a_case_last(office: Office, standard: Standard) -> None:
    """It is looked up only where nobody of the unit has the case now."""
    await office.keeps(worked(standard, CaseState.REGISTERED))
    taken = await office.work.take(aim(OFFICER))
    assert (await office.access.with_last_holder(taken)).last_holder is None
    freed = await office.work.release(aim(HEAD, version=1))
    found = (await office.access.with_last_holder(freed)).last_holder
    assert found == Holder(OFFICER, officer_of(OFFICER).name, LATER)


async def test_an_act_is_kept_with_its_entry(office: Office, standard: Standard) -> None:
    """The entry has the person, the time and the version they saw; empty details are not stored."""
    case = await office.keeps(worked(standard, CaseState.REGISTERED, version=3))
    seen = await office.access.authorize(CaseAction.NEED, aim(OFFICER, version=3))
    kept = await office.access.save_action(seen, case, EventKind.NEEDED, LATER, items="identity", note="")
    assert (kept.case.version, kept.case.touched_at, kept.officer) == (4, LATER, seen.officer)
    assert await office.rooms.cases.get("draft1") == kept.case
    assert await office.access.events(kept) == [act_of(EventKind.NEEDED, LATER, OFFICER, {"items": "identity"}, 3)]


async def test_the_second_of_two_is_told(office: Office, standard: Standard) -> None:
    """Of two people with the same version, the first one's change stays, and the second leaves no entry."""
    case = await office.keeps(worked(standard, CaseState.REGISTERED))
    seen = await office.access.authorize(CaseAction.NEED, aim(OFFICER, version=0))
    kept = await office.access.save_action(seen, case, EventKind.TAKEN, LATER)
    with pytest.raises(Changed):
        await office.access.save_action(seen, case, EventKind.TAKEN, LATER)
    with pytest.raises(Changed):
        await office.access.save_prepared(seen, LATER, note="x")
    assert await office.rooms.cases.get("draft1") == kept.case
    assert len(await office.noted(case)) == 1


async def test_what_is_prepared_is_no_act(office: Office, standard: Standard) -> None:
    """It is stored with a new version and leaves no entry; an empty value removes the line."""
    await office.keeps(worked(standard, CaseState.REGISTERED, prepared={"old": "1"}))
    seen = await office.access.authorize(CaseAction.NEED, aim(OFFICER))
    kept = await office.access.save_prepared(seen, LATER, note="Принесите", old="")
    assert (kept.case.prepared, kept.case.version, kept.case.touched_at) == ({"note": "Принесите"}, 1, LATER)
    assert await office.noted(kept.case) == []
