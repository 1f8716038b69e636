"""Appointments, admins and invitations: what the fakes and every engine must do alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.staff.invitations import HOLDS, Invitation
from domain.staff.membership import ADMIN, Admin, Officer, Role
from services.staff.ports import StaffRepositories
from storage.applications import SqlCases
from storage.complaints import SqlComplaints
from storage.db.database import Database
from storage.db.encryption import Unreadable
from storage.db.keys import KeyStore
from storage.history.events import SqlHistory
from storage.staff import SqlAdmins, SqlInvitations, SqlOfficers
from tests.factories.moments import NOW
from tests.factories.units import DEPARTMENT, KOKSHETAU, unit_id
from tests.services.staff.fakes import People
from tests.storage.engines import OF_SQLITE, Stored

MAKER, JOINER = 9, 5
Opened = Callable[[], AbstractAsyncContextManager[StaffRepositories]]


def over_fakes() -> Opened:
    kept = People().rooms

    @asynccontextmanager
    async def opened() -> AsyncIterator[StaffRepositories]:
        yield kept

    return opened


def over_sql(database: Database, keys: KeyStore) -> Opened:
    @asynccontextmanager
    async def opened() -> AsyncIterator[StaffRepositories]:
        async with database.transaction() as transaction:
            history = SqlHistory(transaction, keys)
            yield StaffRepositories(
                SqlOfficers(transaction, keys),
                SqlAdmins(transaction, keys),
                SqlInvitations(transaction, keys),
                SqlCases(transaction, keys),
                SqlComplaints(transaction, keys),
                history,
                history,
            )

    return opened


@pytest.fixture
def work(stored: Stored | None) -> Opened:
    """Opens a unit of work; each commits at its end."""
    return over_sql(*stored) if stored else over_fakes()


def invitation(rooms: StaffRepositories, key: str = "secret", **about: object) -> Invitation:
    made = Invitation(rooms.invitations.id_of(key), Role.HEAD, (KOKSHETAU, DEPARTMENT), MAKER, NOW, NOW + HOLDS)
    return replace(made, **about)  # type: ignore[arg-type]  # fields of an invitation


async def test_an_invitation_is_found_by_its_secret(work: Opened) -> None:
    """It is found by its own secret only, with all its details; an admin's has no units."""
    async with work() as rooms:
        made = invitation(rooms)
        assert await rooms.invitations.get(made.id) is None
        await rooms.invitations.add(made)
        await rooms.invitations.add(invitation(rooms, "other", post=ADMIN, units=()))
    async with work() as rooms:
        assert await rooms.invitations.get(rooms.invitations.id_of("secret")) == made
        admins = await rooms.invitations.get(rooms.invitations.id_of("other"))
        assert admins == invitation(rooms, "other", post=ADMIN, units=())
        for wrong in ("", "secret", "Secret", "x" * 43, "я" * 43, made.id[:-1], f"{made.id}A"):
            assert await rooms.invitations.get(wrong) is None
            assert not await rooms.invitations.use(wrong, JOINER, NOW)
            assert not await rooms.invitations.revoke(wrong, NOW)
        assert await rooms.invitations.made_by(MAKER) == 2
        assert await rooms.invitations.made_by(JOINER) == 0


async def test_of_two_one_uses_it(work: Opened) -> None:
    """The second attempt changes nothing, and a used one cannot be revoked."""
    async with work() as rooms:
        made = invitation(rooms)
        await rooms.invitations.add(made)
    async with work() as rooms:
        assert await rooms.invitations.use(made.id, JOINER, NOW)
    async with work() as rooms:
        assert not await rooms.invitations.use(made.id, MAKER, NOW)
        assert not await rooms.invitations.revoke(made.id, NOW)
        assert await rooms.invitations.get(made.id) == replace(made, used_by=JOINER)


async def test_a_revoked_one_cannot_be_used(work: Opened) -> None:
    """Nor can it be revoked a second time."""
    async with work() as rooms:
        made = invitation(rooms)
        await rooms.invitations.add(made)
        assert await rooms.invitations.revoke(made.id, NOW)
        assert not await rooms.invitations.revoke(made.id, NOW)
    async with work() as rooms:
        assert not await rooms.invitations.use(made.id, JOINER, NOW)
        assert await rooms.invitations.get(made.id) == replace(made, revoked_at=NOW)


async def test_an_old_one_cannot_be_used(work: Opened) -> None:
    """It works in its last second but not afterwards, when it is no longer listed as open."""
    async with work() as rooms:
        made = invitation(rooms)
        await rooms.invitations.add(made)
        assert not await rooms.invitations.use(made.id, JOINER, made.ends_at)
        assert not await rooms.invitations.revoke(made.id, made.ends_at)
        assert await rooms.invitations.open_at(made.ends_at) == []
        assert await rooms.invitations.use(made.id, JOINER, made.ends_at - timedelta(seconds=1))


async def test_open_ones_newest_first(work: Opened) -> None:
    """Used and revoked ones are not listed."""
    async with work() as rooms:
        made = [
            invitation(
                rooms, str(age), made_at=NOW - timedelta(minutes=age), ends_at=NOW - timedelta(minutes=age) + HOLDS
            )
            for age in (3, 1, 2, 4, 5)
        ]
        for each in made:
            await rooms.invitations.add(each)
        await rooms.invitations.use(made[3].id, JOINER, NOW)
        await rooms.invitations.revoke(made[4].id, NOW)
    async with work() as rooms:
        assert await rooms.invitations.open_at(NOW) == [made[1], made[2], made[0]]


async def test_admins(work: Opened) -> None:
    """They are added, renamed, listed by id, and removed once."""
    async with work() as rooms:
        assert await rooms.admins.all() == []
        for admin in (Admin(9, "Ли Б."), Admin(5, "Ким А."), Admin(9, "Ли Ә.")):
            await rooms.admins.add(admin)
    async with work() as rooms:
        assert await rooms.admins.all() == [Admin(5, "Ким А."), Admin(9, "Ли Ә.")]
        assert await rooms.admins.has(9)
        assert await rooms.admins.remove(9)
        assert not await rooms.admins.remove(9)
        assert not await rooms.admins.has(9)


async def test_people_are_counted_by_unit_and_role(work: Opened) -> None:
    """Units without staff are left out."""
    async with work() as rooms:
        assert await rooms.officers.tally() == {}
        for user_id, unit, role in (
            (1, KOKSHETAU, Role.HEAD),
            (2, KOKSHETAU, Role.OFFICER),
            (3, KOKSHETAU, Role.OFFICER),
        ):
            await rooms.officers.bind(Officer(user_id, unit, "Ли Б.", role))
        await rooms.officers.bind(Officer(1, DEPARTMENT, "Ли Б.", Role.REGISTRAR))
        await rooms.officers.bind(Officer(4, unit_id("2/65"), "Ли Б."))
        await rooms.officers.release(4, unit_id("2/65"))
    async with work() as rooms:
        assert await rooms.officers.tally() == {
            KOKSHETAU: Counter({Role.OFFICER: 2, Role.HEAD: 1}),
            DEPARTMENT: Counter({Role.REGISTRAR: 1}),
        }


@OF_SQLITE
async def test_neither_secrets_nor_names_stand_in_clear(database: Database, keys: KeyStore, tmp_path: Path) -> None:
    """Whoever has the file can neither join with it nor read who the admins are."""
    async with over_sql(database, keys)() as rooms:
        await rooms.invitations.add(invitation(rooms, "Canary-of-a-secret"))
        await rooms.admins.add(Admin(5, "Canary of admins"))
    written = b"".join(file.read_bytes() for file in sorted(tmp_path.iterdir()))  # noqa: ASYNC240  # nobody waits meanwhile
    assert f"{KOKSHETAU},{DEPARTMENT}".encode() in written  # the search sees what is written
    assert b"Canary" not in written


async def test_an_admins_name_cannot_be_moved(database: Database, keys: KeyStore) -> None:
    """A name sealed for one row does not open in another's."""
    async with database.transaction() as transaction:
        admins = SqlAdmins(transaction, keys)
        await admins.add(Admin(5, "Ким А."))
        await admins.add(Admin(9, "Ли Б."))
        await transaction.run("UPDATE admins SET sealed = (SELECT sealed FROM admins WHERE user_id = 5)")
        with pytest.raises(Unreadable):
            await admins.all()


@OF_SQLITE
async def test_an_invitation_of_before_units_had_ids(database: Database, keys: KeyStore) -> None:
    """Its link goes on to work: the codes in it are those of units."""
    async with over_sql(database, keys)() as rooms:
        await rooms.invitations.add(made := invitation(rooms, "a secret"))
    async with database.transaction() as transaction:
        await transaction.run("UPDATE invitations SET units = '2/3,1/3'")
    async with over_sql(database, keys)() as rooms:
        assert await rooms.invitations.get(made.id) == made
