"""Locking an account: no role counts, cases stay, what was begun is dropped; and the way back."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

import pytest

from domain.applications.case import Case, CaseState
from domain.complaints.complaint import Complaint, ComplaintState
from domain.errors import Denied, NoManager
from domain.history import EventKind
from domain.staff.membership import Admin, Role
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.staff.directory import Staff
from services.staff.locks import LockRepositories, LockService
from services.uploads import ComplaintFiles
from tests.factories.cases import worked
from tests.factories.complaints import complained
from tests.factories.moments import NOW
from tests.factories.people import officer_of, team
from tests.factories.units import AKIMAT, DEPARTMENT, KOKSHETAU
from tests.services.complaints.fakes import FakeComplaints
from tests.services.staff.fakes import FakeLocks, People

ROOT, INVITED, HEAD, OFFICER, REGISTRAR, NOBODY, FOREIGN = range(1, 8)


class Dropped:
    """Which files of answers were dropped: of which complaint, prepared by whom."""

    def __init__(self) -> None:
        self.items: list[tuple[str, str]] = []

    async def drop(self, record: Case | Complaint, item: str, keep: int = 0) -> None:
        assert not keep
        self.items.append((record.id, item))


@dataclass
class Office:
    """An office with its akimat, and the service."""

    people: People
    complaints: FakeComplaints
    locks: FakeLocks
    files: Dropped
    staff: Staff
    service: LockService


@pytest.fixture
def office(standard: Standard) -> Office:
    people, complaints, files = People(), FakeComplaints(), Dropped()
    people.admins.kept[INVITED] = Admin(INVITED, "Ли Б.")
    at_work = {HEAD: Role.HEAD, OFFICER: Role.OFFICER, REGISTRAR: Role.REGISTRAR}
    bound = (*team(KOKSHETAU, at_work), officer_of(FOREIGN, DEPARTMENT), officer_of(OFFICER, AKIMAT, Role.REGISTRAR))
    for each in bound:
        people.officers.bound[each.unit, each.user_id] = each
    staff = Staff(people.rooms, Editions(standard), frozenset({ROOT}), secrets.token_bytes)
    locks = FakeLocks(people.officers)
    stores = LockRepositories(people.officers, people.admins, locks, people.history, people.cases, complaints)
    service = LockService(stores, ComplaintFiles(files), frozenset({ROOT}), staff.get_membership)  # type: ignore[arg-type]  # only `drop` is called
    return Office(people, complaints, locks, files, staff, service)


async def test_whoever_is_locked_has_no_role(office: Office) -> None:
    """At none of their units; after unlocking everything is as it was. Both are in the history of people."""
    before = await office.staff.get_membership(OFFICER)
    assert len(before.bindings) == 2
    locked = await office.service.lock(HEAD, OFFICER, NOW)
    assert (locked.anew, locked.account.locked, locked.account.name) == (True, True, f"Имя {OFFICER}")
    assert await office.service.is_locked(OFFICER)
    assert not await office.staff.is_staff(OFFICER)
    assert not (await office.service.lock(HEAD, OFFICER, NOW)).anew
    assert (await office.service.get(HEAD, OFFICER, "unlock")).locked
    assert not (await office.service.unlock(HEAD, OFFICER, NOW)).locked
    await office.service.unlock(HEAD, OFFICER, NOW)
    assert await office.staff.get_membership(OFFICER) == before
    assert [(each.kind, each.actor, dict(each.details)) for each in office.people.history.noted] == [
        (EventKind.LOCKED, HEAD, {"user": str(OFFICER)}),
        (EventKind.UNLOCKED, HEAD, {"user": str(OFFICER)}),
    ]


@pytest.mark.parametrize("admin", [ROOT, INVITED])
async def test_an_admin_can_be_locked(office: Office, admin: int) -> None:
    """By another one, whether they are of the settings or invited."""
    other = INVITED if admin == ROOT else ROOT
    account = (await office.service.lock(other, admin, NOW)).account
    assert account.name == ("" if admin == ROOT else "Ли Б.")
    assert not (await office.staff.get_membership(admin)).admin
    assert await office.service.has_admin()
    with pytest.raises(NoManager):
        await office.service.unlock(admin, admin, NOW)


async def test_cases_stay_and_what_was_begun_is_dropped(office: Office, standard: Standard) -> None:
    """Also the file of an answer; the lines of colleagues stay, and what is not open is left alone."""
    case = worked(standard, CaseState.REGISTERED, assigned=OFFICER).seen_by(OFFICER).preparing(need_note="a")
    case = case.seen_by(HEAD).preparing(need_note="b").seen_by(None)
    untouched = replace(worked(standard, CaseState.REGISTERED), id="other")
    for each in (case, untouched):
        office.people.cases.kept[each.id] = each
    complaint = complained(ComplaintState.ACCEPTED).seen_by(OFFICER).preparing(answer="x").seen_by(None)
    another = complained(ComplaintState.FILED, 2)
    for letter in (complaint, another):
        office.complaints.kept[letter.id] = letter
    office.locks.questions[OFFICER] = [5, 6]
    assert list((await office.service.lock(ROOT, OFFICER, NOW)).messages) == [5, 6]
    kept = office.people.cases.kept[case.id]
    assert (kept.assigned, kept.drafts.lines(OFFICER), kept.drafts.lines(HEAD)) == (OFFICER, {}, {"need_note": "b"})
    assert office.people.cases.kept["other"] == untouched
    assert office.complaints.kept[complaint.id].drafts.lines(OFFICER) == {}
    assert office.complaints.kept[another.id] == another
    assert office.files.items == [(each.id, f"answer-0.{OFFICER}") for each in (complaint, another)]


async def test_who_is_offered(office: Office) -> None:
    """A head sees the people they lead, an admin everybody but themselves, anybody else nothing."""
    assert [each.user_id for each in await office.service.list_manageable(HEAD, "lock")] == [OFFICER, REGISTRAR]
    everybody = await office.service.list_manageable(INVITED, "lock")
    assert {each.user_id for each in everybody} == {ROOT, HEAD, OFFICER, REGISTRAR, FOREIGN}
    await office.service.lock(HEAD, OFFICER, NOW)
    assert [each.locked for each in await office.service.list_manageable(HEAD, "lock")] == [True, False]
    for actor in (REGISTRAR, NOBODY):
        with pytest.raises(NoManager):
            await office.service.list_manageable(actor, "lock")


@pytest.mark.parametrize(
    ("actor", "whom"), [(HEAD, HEAD), (HEAD, FOREIGN), (HEAD, ROOT), (HEAD, NOBODY), (ROOT, ROOT), (ROOT, NOBODY)]
)
async def test_what_is_denied(office: Office, actor: int, whom: int) -> None:
    """Oneself, whoever one does not lead, and whoever has no role."""
    with pytest.raises(Denied):
        await office.service.lock(actor, whom, NOW)
    with pytest.raises(Denied):
        await office.service.unlock(actor, whom, NOW)
    assert office.people.history.noted == []


async def test_an_office_that_nobody_decides_for(office: Office) -> None:
    """It is told before: with the head locked, the officer does; then nobody."""
    officer, registrar = [await office.service.get(ROOT, each, "lock") for each in (OFFICER, REGISTRAR)]
    assert not await office.service.closes(officer)
    assert not await office.service.closes(registrar)
    await office.service.lock(ROOT, HEAD, NOW)
    assert await office.service.closes(officer)


async def test_the_terminal_locks_anybody_with_a_role(office: Office) -> None:
    """Also the last admin, after which none is left; whoever has no role is told so."""
    assert await office.service.lock_from_terminal(NOBODY, NOW) is None
    assert await office.service.unlock_from_terminal(NOBODY, NOW) is None
    for each in (ROOT, INVITED, OFFICER):
        done = await office.service.lock_from_terminal(each, NOW)
        assert done
        assert done.anew
    assert not await office.service.has_admin()
    assert await office.service.unlock_from_terminal(ROOT, NOW)
    assert await office.service.has_admin()
    assert {each.actor for each in office.people.history.noted} == {0}
