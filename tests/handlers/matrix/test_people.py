"""Every command and button about staff and invitations, used by everybody: only what the table allows works."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.updates.reading import Payload
from dialogs.ui.callback_data import (
    ApplicationCallback,
    CaseworkCallback,
    ComplaintCallback,
    ConversationCallback,
    FormCallback,
    HomeCallback,
    IndicatorCallback,
    OfficeCallback,
    OfficerComplaintCallback,
    PrivacyCallback,
    StaffCallback,
    SurveyCallback,
)
from dialogs.ui.texts import Texts
from domain.offices.units import UnitId
from domain.staff.invitations import Invitation
from domain.staff.membership import ADMIN as AN_ADMIN
from domain.staff.membership import Admin, AppointableRole, Role
from storage.staff import SqlAdmins, SqlInvitations
from tests.factories.moments import NOW
from tests.factories.people import HEAD, OFFICER, REGISTRAR, officer_of, team
from tests.factories.units import DEPARTMENT, KOKSHETAU, NEIGHBOUR
from tests.handlers.actions import buttons, capabilities, commands
from tests.handlers.front_door import FrontDoor, Row, front_door

pytestmark = pytest.mark.untraced

MAKER, ADMIN, NOBODY, STRANGER = 6000, 6001, 6002, 6003
ACTORS = (NOBODY, ADMIN, REGISTRAR, OFFICER, HEAD, STRANGER)
PERSON, SECOND, THEIRS, INVITED = 6101, 6102, 6103, 6104  # an officer, another head, an officer elsewhere, an admin
PEOPLE = (
    *team(KOKSHETAU, {REGISTRAR: Role.REGISTRAR, OFFICER: Role.OFFICER, HEAD: Role.HEAD}),
    *team(KOKSHETAU, {PERSON: Role.OFFICER, SECOND: Role.HEAD}),
    *team(DEPARTMENT, {STRANGER: Role.HEAD, THEIRS: Role.OFFICER}),
    officer_of(ADMIN, NEIGHBOUR),
)
POSTS: tuple[tuple[AppointableRole, tuple[UnitId, ...]], ...] = (
    (Role.OFFICER, (KOKSHETAU,)),
    (Role.HEAD, (KOKSHETAU,)),
    (Role.OFFICER, (DEPARTMENT,)),
    (AN_ADMIN, ()),
)
ADMINS, OURS, THEIRS_TOO, HEADS = {ADMIN}, {ADMIN, HEAD}, {ADMIN, STRANGER}, {ADMIN, HEAD, STRANGER}
PAGE, CHANGE = "page", "change"
# A button with its argument, or a command: who may use it, and whether it changes anything.
TABLE: tuple[tuple[str, str, set[int], str], ...] = (
    ("people", "", HEADS, PAGE),
    ("region", "akmola", ADMINS, PAGE),
    ("unit", "2/3", OURS, PAGE),
    ("unit", "1/3", THEIRS_TOO, PAGE),
    ("unit", "2/4", ADMINS, PAGE),
    ("person", f"{PERSON}.2/3", OURS, PAGE),
    ("person", f"{THEIRS}.1/3", THEIRS_TOO, PAGE),
    ("rerole", f"{PERSON}.2/3", OURS, PAGE),
    ("rerole", f"{SECOND}.2/3", ADMINS, PAGE),
    ("rerole", f"{HEAD}.2/3", ADMINS, PAGE),
    ("reroled", f"{PERSON}.2/3.registrar", OURS, CHANGE),
    ("reroled", f"{PERSON}.2/3.head", ADMINS, CHANGE),
    ("reroled", f"{SECOND}.2/3.officer", ADMINS, CHANGE),
    ("reroled", f"{HEAD}.2/3.registrar", ADMINS, CHANGE),
    ("reroled", f"{OFFICER}.2/3.registrar", OURS, CHANGE),
    ("reroled", f"{THEIRS}.1/3.registrar", THEIRS_TOO, CHANGE),
    ("reroled", f"{NOBODY}.2/3.officer", set(), PAGE),
    ("bind", f"{PERSON}.2/3", OURS, PAGE),
    ("bind", f"{THEIRS}.1/3", THEIRS_TOO, PAGE),
    ("bind-in", f"{PERSON}.2/3.akmola", OURS, PAGE),
    ("bound", f"{PERSON}.2/3.1/3", ADMINS, CHANGE),
    ("bound", f"{THEIRS}.1/3.2/3", ADMINS, CHANGE),
    ("end", f"{PERSON}.2/3", OURS, PAGE),
    ("end", f"{SECOND}.2/3", ADMINS, PAGE),
    ("ended", f"{PERSON}.2/3", OURS, CHANGE),
    ("ended", f"{SECOND}.2/3", ADMINS, CHANGE),
    ("ended", f"{HEAD}.2/3", ADMINS, CHANGE),
    ("ended", f"{THEIRS}.1/3", THEIRS_TOO, CHANGE),
    ("ended", f"{NOBODY}.2/3", set(), PAGE),
    ("ended", f"{ADMIN}.2/4", set(), PAGE),
    ("reroled", f"{ADMIN}.2/4.head", set(), PAGE),
    ("admins", "", ADMINS, PAGE),
    ("admin", f"{INVITED}", ADMINS, PAGE),
    ("admin", f"{NOBODY}", set(), PAGE),
    ("admin-ended", f"{INVITED}", ADMINS, CHANGE),
    ("admin-ended", f"{ADMIN}", set(), PAGE),
    ("invite", "", HEADS, PAGE),
    ("invite", "2/3", OURS, PAGE),
    ("invite", "1/3", THEIRS_TOO, PAGE),
    ("former", "", ADMINS, PAGE),
    ("role", "officer", HEADS, PAGE),
    ("role", "registrar", HEADS, PAGE),
    ("role", "head", ADMINS, PAGE),
    ("role", "admin", ADMINS, PAGE),
    ("in", "officer.akmola", ADMINS, PAGE),
    ("make", "officer.2/3", OURS, CHANGE),
    ("make", "registrar.2/3", OURS, CHANGE),
    ("make", "officer.1/3", THEIRS_TOO, CHANGE),
    ("make", "head.2/3", ADMINS, CHANGE),
    ("make", "admin.", ADMINS, CHANGE),
    ("open", "", HEADS, PAGE),
    ("revoke", "0", OURS, CHANGE),
    ("revoke", "1", ADMINS, CHANGE),
    ("revoke", "2", THEIRS_TOO, CHANGE),
    ("revoke", "3", ADMINS, CHANGE),
    ("revoke", "missing", set(), PAGE),
    ("lock", f"{PERSON}.2/3", OURS, PAGE),
    ("lock", f"{SECOND}", ADMINS, PAGE),
    ("lock", f"{THEIRS}", THEIRS_TOO, PAGE),
    ("lock", f"{NOBODY}", set(), PAGE),
    ("locked", f"{PERSON}", OURS, CHANGE),
    ("locked", f"{SECOND}", ADMINS, CHANGE),
    ("locked", f"{THEIRS}", THEIRS_TOO, CHANGE),
    ("locked", f"{INVITED}", ADMINS, CHANGE),
    ("locked", f"{MAKER}", ADMINS, CHANGE),
    ("locked", f"{ADMIN}", set(), PAGE),
    ("locked", f"{NOBODY}", set(), PAGE),
    ("unlock", f"{PERSON}.2/3", OURS, PAGE),
    ("unlocked", f"{PERSON}", OURS, PAGE),  # who is not locked
    ("unlocked", f"{THEIRS}", THEIRS_TOO, PAGE),
    ("/lock", "", HEADS, PAGE),
    ("/lock", f"{PERSON}", OURS, PAGE),
    ("/lock", f"{THEIRS}", THEIRS_TOO, PAGE),
    ("/unlock", "", HEADS, PAGE),
    ("/officers", "", HEADS, PAGE),
    ("/units", "", HEADS, PAGE),
    ("/invite", "", HEADS, PAGE),
    ("/invite", "officer 2/3", OURS, CHANGE),
    ("/invite", "officer 1/3", THEIRS_TOO, CHANGE),
    ("/invite", "officer 1/3 2/3", ADMINS, CHANGE),
    ("/invite", "head 2/3", ADMINS, CHANGE),
    ("/invite", "admin", ADMINS, CHANGE),
)
OF_EVERYBODY = {
    "start",
    "apply",
    "my",
    "complain",
    "proof",
    "offices",
    "language",
    "privacy",
    "mydata",
    "about",
    "help",
}
OF_FIGURES = {"indicators"}  # test_matrix_indicators
OF_HANDLERS = {"complaints", "complaint", "accept", "answer", "extend"}  # test_matrix_complaints
OF_OFFICERS = {
    *("case", "receive", "need", "take", "release", "assign", "approve", "refuse", "ready", "issue"),
    *("queue", "status", "journal", "passes", "export"),
}


@dataclass
class Town:
    """Staff, admins and invitations in their initial state."""

    door: FrontDoor
    secrets: dict[str, str]
    first: dict[str, list[Row]]

    def payload(self, actor: int, name: str, argument: str) -> Payload:
        if name.startswith("/"):
            return self.door.saying(actor, f"{name} {argument}")
        argument = self.secrets.get(argument, argument) if name == "revoke" else argument
        return self.door.tapping(actor, StaffCallback(name, argument, "0").pack())

    async def anew(self) -> None:
        async with self.door.processor.database.transaction() as transaction:
            for table, rows in self.first.items():
                await transaction.run(f"DELETE FROM {table}")  # noqa: S608  # names of tables
                for row in rows:
                    marks = ",".join("?" * len(row))
                    await transaction.run(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608  # marks only


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with front_door(tmp_path, MAKER, ADMIN) as door:
        await door.put(*PEOPLE)
        keys = door.processor.keys
        async with door.processor.database.transaction() as transaction:
            await SqlAdmins(transaction, keys).add(Admin(INVITED, "Имя З."))
            invitations, ids = SqlInvitations(transaction, keys), {}
            for place, (post, units) in enumerate(POSTS):
                made = Invitation(invitations.id_of(str(place)), post, units, MAKER, NOW, NOW + timedelta(hours=24))
                await invitations.add(made)
                ids[str(place)] = made.id
        tables = ("officers", "admins", "invitations", "locked_people")
        first = {table: await door.rows(f"SELECT * FROM {table}") for table in tables}  # noqa: S608  # names above
        yield Town(door, ids, first)


def test_nothing_is_left_out() -> None:
    """Every button about staff has a row here; every command is either open to everybody or in a matrix."""
    assert {name for name, *_ in TABLE if not name.startswith("/")} == buttons()[StaffCallback]
    assert commands() == OF_EVERYBODY | OF_OFFICERS | OF_HANDLERS | OF_FIGURES | {
        name[1:] for name, *_ in TABLE if name.startswith("/")
    }
    assert capabilities() >= {
        CaseworkCallback,
        StaffCallback,
        ComplaintCallback,
        OfficerComplaintCallback,
        IndicatorCallback,
        SurveyCallback,
    }
    others = capabilities() - {
        CaseworkCallback,
        StaffCallback,
        ComplaintCallback,
        OfficerComplaintCallback,
        IndicatorCallback,
        SurveyCallback,
        ApplicationCallback,
        HomeCallback,
    }
    assert others == {OfficeCallback, FormCallback, PrivacyCallback, ConversationCallback}


@pytest.mark.parametrize("actor", ACTORS)
async def test_what_is_denied(town: Town, russian: Texts, actor: int) -> None:
    """The words are the same as everywhere; nobody is appointed, invited or dismissed; each denial is recorded."""
    denied = [(name, argument) for name, argument, who, _ in TABLE if actor not in who]
    before = await town.door.everything()
    answers = await town.door.send([town.payload(actor, *each) for each in denied])
    for (name, argument), answer in zip(denied, answers, strict=True):
        toast = None if name.startswith("/") else russian.plain("toast-denied")
        assert answer.toast == toast, (name, argument)
        assert answer.texts in ([russian("work-denied")], [russian("staff-denied")]), (name, argument)
        assert (
            name not in {"/officers", "/invite", "/units", "/lock", "/unlock"}
            or answer.texts == [russian("staff-denied")]
            or argument
        )
        assert answer.notices == [], (name, argument)
    assert await town.door.everything() == before
    noted = await town.door.denials()
    assert len(noted) == len(denied)
    assert {who for who, *_ in noted} == {actor}
    assert all(act for _, act, _ in noted)


@pytest.mark.parametrize("actor", [ADMIN, HEAD, STRANGER])
async def test_what_is_allowed(town: Town, russian: Texts, actor: int) -> None:
    """A page changes nothing; an action changes what its row says, with an entry in the history of staff."""
    for name, argument, who, does in TABLE:
        if actor not in who:
            continue
        before = await town.door.everything()
        (answer,) = await town.door.send([town.payload(actor, name, argument)])
        after = await town.door.everything()
        assert russian("work-denied") not in answer.texts, (name, argument)
        assert (PAGE if after == before else CHANGE) == does, (name, argument)
        if does == CHANGE:
            (entry,) = after[1][len(before[1]) :]
            assert (entry[1], entry[4]) == ("", actor), (name, argument)
            await town.anew()
    assert await town.door.denials() == []


@pytest.mark.parametrize("actor", [REGISTRAR, OFFICER, HEAD, STRANGER])
async def test_who_has_been_dismissed_may_nothing(town: Town, russian: Texts, actor: int) -> None:
    """Their buttons are denied from the moment the appointment ends."""
    for officer in PEOPLE:
        if officer.user_id == actor:
            await town.door.leave(officer)
    asked = [town.payload(actor, name, argument) for name, argument, *_ in TABLE]
    asked += [town.door.saying(actor, "/queue"), town.door.tapping(actor, CaseworkCallback("books").pack())]
    for answer in await town.door.send(asked):
        assert answer.texts in ([russian("work-denied")], [russian("staff-denied")])
