"""Staff and invitations: who may do what to whom."""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.applications.case import CaseState
from domain.casework.reassignment import Reassignment, Sharing, WorkLeft
from domain.complaints.complaint import ComplaintState
from domain.errors import BadAnswer, BadInvitation, Changed, Denied, TooMany, UnknownUnit
from domain.history import Event, EventKind
from domain.offices.units import UnitId
from domain.staff.invitations import HOLDS
from domain.staff.membership import ADMIN, Admin, AppointableRole, Officer, Role
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.staff.directory import Staff
from services.staff.invitations import MOST_OPEN, Asked
from tests.factories.cases import registered
from tests.factories.complaints import complained
from tests.factories.moments import NOW
from tests.factories.people import officer_of, team
from tests.factories.units import AKIMAT, DEPARTMENT, KOKSHETAU, unit_id
from tests.services.staff.fakes import People

ROOT, INVITED_ADMIN, HEAD, OFFICER, REGISTRAR, NOBODY, FOREIGN = range(1, 8)
LATER = NOW + timedelta(hours=1)
TO_QUEUE = Reassignment(Sharing.QUEUE)
NAME = "Ким В. А."


@pytest.fixture
def people() -> People:
    made = People()
    made.admins.kept[INVITED_ADMIN] = Admin(INVITED_ADMIN, "Ли Б.")
    at_work = {HEAD: Role.HEAD, OFFICER: Role.OFFICER, REGISTRAR: Role.REGISTRAR}
    for each in (*team(KOKSHETAU, at_work), officer_of(FOREIGN, DEPARTMENT)):
        made.officers.bound[each.unit, each.user_id] = each
    return made


@pytest.fixture
def staff(people: People, standard: Standard) -> Staff:
    return Staff(people.rooms, Editions(standard), frozenset({ROOT}), secrets.token_bytes)


async def link(staff: Staff, post: AppointableRole = Role.OFFICER, *units: UnitId, by: int = ROOT) -> str:
    return (await staff.invitations.invite(by, Asked(post, units or (() if post == ADMIN else (KOKSHETAU,))), NOW))[1]


async def use(staff: Staff, secret: str, user_id: int = NOBODY, name: str = NAME) -> None:
    found = await staff.invitations.look_up(secret, LATER)
    await staff.invitations.join(user_id, found.id, name, LATER)


async def test_who_is_what(staff: Staff) -> None:
    """An admin by the settings or by invitation; officers by their appointments; everybody else is neither."""
    assert [(await staff.get_membership(each)).admin for each in (ROOT, INVITED_ADMIN, HEAD, NOBODY)] == [
        True,
        True,
        False,
        False,
    ]
    assert (await staff.get_membership(HEAD)).role_at(KOKSHETAU) is Role.HEAD
    assert (await staff.get_membership(HEAD)).role_at(DEPARTMENT) is None
    assert (await staff.get_membership(NOBODY)).bindings == ()


async def test_an_invitation_makes_somebody_what_it_says(staff: Staff, people: People) -> None:
    """The name is stored as officers sign, role and units as invited; both actions are in the history of staff."""
    made, secret = await staff.invitations.invite(ROOT, Asked(Role.HEAD, (KOKSHETAU, DEPARTMENT, KOKSHETAU)), NOW)
    assert made.units == (KOKSHETAU, DEPARTMENT)
    assert made.ends_at == NOW + HOLDS
    assert len(secret) >= 22
    assert secret not in repr(people.invitations.kept[made.id]).replace(made.id, "")
    await use(staff, secret, name="ким ва")
    assert [people.officers.bound[unit, NOBODY] for unit in made.units] == [
        Officer(NOBODY, unit, NAME, Role.HEAD) for unit in made.units
    ]
    assert [(each.kind, each.actor, each.at) for each in people.history.noted] == [
        (EventKind.INVITED, ROOT, NOW),
        (EventKind.JOINED, NOBODY, LATER),
    ]
    assert dict(people.history.noted[0].details) == {"role": "head", "units": f"{KOKSHETAU},{DEPARTMENT}"}


async def test_an_admin_is_invited_without_units(staff: Staff, people: People) -> None:
    """Whoever joins that way may invite others, and is appointed nowhere."""
    await use(staff, await link(staff, ADMIN))
    assert people.admins.kept[NOBODY] == Admin(NOBODY, NAME)
    assert (await staff.get_membership(NOBODY)).bindings == ()
    assert await link(staff, ADMIN, by=NOBODY)


@pytest.mark.parametrize("actor", [ROOT, INVITED_ADMIN, HEAD, OFFICER, REGISTRAR, NOBODY, FOREIGN])
@pytest.mark.parametrize("post", [*Role, ADMIN])
@pytest.mark.parametrize("unit", [KOKSHETAU, DEPARTMENT])
async def test_who_may_invite_whom(
    staff: Staff, people: People, actor: int, post: AppointableRole, unit: UnitId
) -> None:
    """Admins may invite anybody, a head officers and registrars of own units; all else is denied without trace."""
    asked = Asked(post, () if post == ADMIN else (unit,))
    led = actor == HEAD and unit == KOKSHETAU and post in {Role.OFFICER, Role.REGISTRAR}
    if actor in {ROOT, INVITED_ADMIN} or led:
        made, _ = await staff.invitations.invite(actor, asked, NOW)
        assert (made.post, made.units, made.made_by) == (post, asked.units, actor)
        return
    with pytest.raises(Denied) as denied:
        await staff.invitations.invite(actor, asked, NOW)
    assert denied.value.action == "invite"
    assert denied.value.about.startswith(post)
    assert (people.invitations.kept, people.history.noted) == ({}, [])


async def test_a_head_cannot_slip_a_foreign_unit_in(staff: Staff) -> None:
    """Not even in a list with own units."""
    with pytest.raises(Denied):
        await staff.invitations.invite(HEAD, Asked(Role.OFFICER, (KOKSHETAU, DEPARTMENT)), NOW)


async def test_what_cannot_be_invited_for(staff: Staff, people: People) -> None:
    """An officer at an akimat, a missing row, an admin with a unit, an officer without one."""
    for unit in (AKIMAT, unit_id("2/999")):
        with pytest.raises(UnknownUnit):
            await staff.invitations.invite(ROOT, Asked(Role.OFFICER, (unit,)), NOW)
    for asked in (Asked(ADMIN, (KOKSHETAU,)), Asked(Role.OFFICER)):
        with pytest.raises(BadAnswer):
            await staff.invitations.invite(ROOT, asked, NOW)
    assert people.invitations.kept == {}


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.HEAD])
async def test_akimats_have_people_of_their_own(staff: Staff, people: People, role: Role) -> None:
    """Registrars and heads answer complaints there: invited, added from the command line, or appointed further."""
    made, _ = await staff.invitations.invite(ROOT, Asked(role, (AKIMAT,)), NOW)
    assert made.units == (AKIMAT,)
    await staff.invitations.join(NOBODY, made.id, NAME, NOW)
    assert people.officers.bound[AKIMAT, NOBODY].role is role
    await staff.appointments.appoint(Officer(NOBODY, AKIMAT, NAME, role), NOW)
    here = people.officers.bound[KOKSHETAU, OFFICER]
    assert (await staff.appointments.bind(ROOT, here, AKIMAT, role, NOW)).unit == AKIMAT


async def test_so_many_and_no_more(staff: Staff) -> None:
    """Each person has a limit of open invitations of their own, and room again when one ends."""
    first = (await staff.invitations.invite(ROOT, Asked(ADMIN), NOW))[0]
    for _ in range(MOST_OPEN - 1):
        await link(staff, ADMIN)
    with pytest.raises(TooMany):
        await link(staff, ADMIN)
    await link(staff, by=HEAD)
    await staff.invitations.revoke(ROOT, first.id, NOW)
    await link(staff, ADMIN)
    assert await staff.invitations.made(ROOT) == MOST_OPEN + 1


async def test_a_link_works_once(staff: Staff, people: People) -> None:
    """Of two who opened it one joins; the other, and the first again, hear that it no longer works."""
    secret = await link(staff)
    opened = await staff.invitations.look_up(secret, LATER)
    await staff.invitations.join(NOBODY, opened.id, NAME, LATER)
    with pytest.raises(BadInvitation):
        await staff.invitations.join(99, opened.id, NAME, LATER)
    with pytest.raises(BadInvitation):
        await staff.invitations.look_up(secret, LATER)
    assert (KOKSHETAU, 99) not in people.officers.bound


@pytest.mark.parametrize("how", ["revoked", "expired", "forged", "disempowered", "dismissed admin"])
async def test_links_that_do_not_work_are_answered_alike(staff: Staff, people: People, how: str) -> None:
    """So is one whose maker has lost the right to make it; a link opened in time does not work later either."""
    by = {"disempowered": HEAD, "dismissed admin": INVITED_ADMIN}.get(how, ROOT)
    secret = await link(staff, by=by)
    opened = await staff.invitations.look_up(secret, NOW)
    assert await staff.invitations.again(opened.id, NOW) == opened
    now = NOW
    if how == "revoked":
        await staff.invitations.revoke(ROOT, opened.id, NOW)
    elif how == "expired":
        now = NOW + HOLDS
    elif how == "forged":
        secret, opened = secret[:-1], replace(opened, id="x")
    elif how == "disempowered":
        await staff.appointments.unbind(ROOT, HEAD, KOKSHETAU, NOW)
    else:
        await staff.remove_admin(ROOT, INVITED_ADMIN, NOW)
    with pytest.raises(BadInvitation):
        await staff.invitations.look_up(secret, now)
    with pytest.raises(BadInvitation):
        await staff.invitations.again(opened.id, now)
    with pytest.raises(BadInvitation):
        await staff.invitations.join(NOBODY, opened.id, NAME, now)
    assert (KOKSHETAU, NOBODY) not in people.officers.bound


async def test_another_took_it_between(staff: Staff, people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    """The single update of the row decides, whatever was read before."""
    secret = await link(staff)

    async def lost(*_: object) -> bool:
        return False

    monkeypatch.setattr(people.invitations, "use", lost)
    with pytest.raises(BadInvitation):
        await use(staff, secret)
    assert (KOKSHETAU, NOBODY) not in people.officers.bound


async def test_a_bad_name_uses_nothing_up(staff: Staff) -> None:
    """The link still works."""
    secret = await link(staff)
    with pytest.raises(BadAnswer):
        await use(staff, secret, name="Ким")
    await use(staff, secret)


async def test_nobody_is_lowered_by_a_link(staff: Staff, people: People) -> None:
    """A head who opens a registrar's link stays head there; a link that adds nothing stays unused."""
    secret = await link(staff, Role.REGISTRAR, KOKSHETAU, DEPARTMENT)
    await use(staff, secret, HEAD)
    assert people.officers.bound[KOKSHETAU, HEAD] == Officer(HEAD, KOKSHETAU, NAME, Role.HEAD)
    assert people.officers.bound[DEPARTMENT, HEAD].role is Role.REGISTRAR
    more = await link(staff, Role.OFFICER, KOKSHETAU)
    with pytest.raises(BadInvitation):
        await use(staff, more, HEAD)
    await use(staff, more)


async def test_a_link_raises(staff: Staff, people: People) -> None:
    """An officer invited as head becomes one; the new name holds wherever they sign."""
    people.officers.bound[DEPARTMENT, OFFICER] = officer_of(OFFICER, DEPARTMENT, Role.REGISTRAR)
    await use(staff, await link(staff, Role.HEAD), OFFICER)
    assert people.officers.bound[KOKSHETAU, OFFICER] == Officer(OFFICER, KOKSHETAU, NAME, Role.HEAD)
    assert people.officers.bound[DEPARTMENT, OFFICER] == Officer(OFFICER, DEPARTMENT, NAME, Role.REGISTRAR)


async def test_open_invitations(staff: Staff) -> None:
    """An admin sees all; a head those that they could make, whoever made them; others none."""
    for_head = (await staff.invitations.invite(ROOT, Asked(Role.HEAD, (KOKSHETAU,)), NOW))[0]
    for_officer = (await staff.invitations.invite(ROOT, Asked(Role.OFFICER, (KOKSHETAU,)), LATER))[0]
    foreign = (await staff.invitations.invite(ROOT, Asked(Role.OFFICER, (DEPARTMENT,)), NOW))[0]
    seen = await staff.invitations.open_invitations(ROOT, LATER)
    assert seen[0] == for_officer
    assert set(seen) == {for_head, for_officer, foreign}
    assert await staff.invitations.open_invitations(HEAD, LATER) == [for_officer]
    assert await staff.invitations.open_invitations(ROOT, NOW + HOLDS) == [for_officer]
    for actor in (OFFICER, REGISTRAR, NOBODY):
        with pytest.raises(Denied):
            await staff.invitations.open_invitations(actor, LATER)


async def test_revoking(staff: Staff, people: People) -> None:
    """Whoever could make it may; a missing, a foreign and a head's one are denied alike; a second time it is gone."""
    own = (await staff.invitations.invite(ROOT, Asked(Role.OFFICER, (KOKSHETAU,)), NOW))[0]
    foreign = (await staff.invitations.invite(ROOT, Asked(Role.OFFICER, (DEPARTMENT,)), NOW))[0]
    for actor, invitation_id in ((HEAD, foreign.id), (OFFICER, own.id), (HEAD, "x")):
        with pytest.raises(Denied) as denied:
            await staff.invitations.revoke(actor, invitation_id, NOW)
        assert (denied.value.action, denied.value.about) == ("revoke", invitation_id)
    assert (await staff.invitations.revoke(HEAD, own.id, LATER)).revoked_at == LATER
    assert people.history.noted[-1].kind is EventKind.INVITATION_REVOKED
    with pytest.raises(BadInvitation):
        await staff.invitations.revoke(HEAD, own.id, LATER)


async def test_who_looks_after_whom(staff: Staff) -> None:
    """Staff, counts and admins are shown only to those who are responsible for them."""
    assert [each.user_id for each in await staff.list_for_unit(HEAD, KOKSHETAU)] == [HEAD, OFFICER, REGISTRAR]
    assert [each.user_id for each in await staff.list_for_unit(ROOT, DEPARTMENT)] == [FOREIGN]
    everywhere = {KOKSHETAU: Counter(Role), DEPARTMENT: Counter([Role.OFFICER])}
    assert await staff.tally(ROOT) == everywhere
    assert await staff.tally(HEAD) == {KOKSHETAU: everywhere[KOKSHETAU]}
    assert await staff.admins(ROOT) == ([Admin(INVITED_ADMIN, "Ли Б.")], 1)
    assert (await staff.require_manager(HEAD, "officers")).heads == (KOKSHETAU,)
    for denied in (
        staff.list_for_unit(HEAD, DEPARTMENT),
        staff.list_for_unit(OFFICER, KOKSHETAU),
        staff.tally(OFFICER),
        staff.admins(HEAD),
        staff.require_manager(REGISTRAR, "officers", "x"),
    ):
        with pytest.raises(Denied):
            await denied
    assert await staff.list_for_unit(ROOT, AKIMAT) == []
    with pytest.raises(UnknownUnit):
        await staff.list_for_unit(ROOT, unit_id("2/999"))


async def test_the_end_of_a_binding_frees_the_cases(staff: Staff, people: People, standard: Standard) -> None:
    """Open cases of that unit become unassigned, with an event each; closed, foreign and colleagues' cases stay."""
    case = replace(registered(standard), assigned=OFFICER)
    people.officers.bound[DEPARTMENT, OFFICER] = officer_of(OFFICER, DEPARTMENT)
    kept = {
        "open": case,
        "ready": replace(case, state=CaseState.READY, version=4),
        "issued": replace(case, state=CaseState.ISSUED),
        "elsewhere": replace(case, office=DEPARTMENT),
        "another's": replace(case, assigned=HEAD),
    }
    for case_id, each in kept.items():
        await people.cases.add(replace(each, id=case_id))
    told = await staff.appointments.departure(HEAD, OFFICER, KOKSHETAU)
    assert ({each.id for each in told.left.cases}, told.closes) == ({"open", "ready"}, False)
    with pytest.raises(WorkLeft):
        await staff.appointments.unbind(HEAD, OFFICER, KOKSHETAU, LATER)
    done = await staff.appointments.unbind(HEAD, OFFICER, KOKSHETAU, LATER, TO_QUEUE)
    assert replace(done, shares=()) == told
    assert [(each.officer.user_id, len(each.waiting_cases)) for each in done.shares] == [(HEAD, 2)]
    assert {name: (await people.cases.get(name) or case).assigned for name in kept} == {
        "open": None,
        "ready": None,
        "issued": OFFICER,
        "elsewhere": OFFICER,
        "another's": HEAD,
    }
    (event,) = people.cases.noted["ready"]
    assert (event.kind, event.actor, event.at, event.seen) == (EventKind.RELEASED, HEAD, LATER, 4)
    assert set(people.cases.noted) == {"open", "ready"}
    assert [each.unit for each in (await staff.get_membership(OFFICER)).bindings] == [DEPARTMENT]
    (noted,) = people.history.noted
    assert (noted.kind, noted.actor) == (EventKind.UNBOUND, HEAD)
    assert dict(noted.details) == {"user": str(OFFICER), "unit": str(KOKSHETAU), "role": "officer"}


async def test_whether_anybody_is_left_to_decide(staff: Staff) -> None:
    """Without the last person who decides, the office closes; a registrar makes no difference."""
    assert not (await staff.appointments.departure(ROOT, HEAD, KOKSHETAU)).closes
    assert (await staff.appointments.departure(ROOT, FOREIGN, DEPARTMENT)).closes
    await staff.appointments.unbind(ROOT, OFFICER, KOKSHETAU, NOW)
    assert (await staff.appointments.departure(ROOT, HEAD, KOKSHETAU)).closes
    assert not (await staff.appointments.departure(ROOT, REGISTRAR, KOKSHETAU)).closes


@pytest.mark.parametrize(
    ("actor", "user_id", "unit"),
    [
        (HEAD, HEAD, KOKSHETAU),
        (HEAD, FOREIGN, DEPARTMENT),
        (HEAD, NOBODY, KOKSHETAU),
        (HEAD, OFFICER, DEPARTMENT),
        (OFFICER, REGISTRAR, KOKSHETAU),
        (REGISTRAR, OFFICER, KOKSHETAU),
        (FOREIGN, OFFICER, KOKSHETAU),
        (NOBODY, OFFICER, KOKSHETAU),
    ],
)
async def test_whom_nobody_may_touch(staff: Staff, people: People, actor: int, user_id: int, unit: UnitId) -> None:
    """Oneself, others' staff and missing people: each is denied in the same way, and nothing changes."""
    before = dict(people.officers.bound)
    officer = officer_of(user_id, unit)
    for act, attempt in (
        ("unbind", staff.appointments.unbind(actor, user_id, unit, NOW)),
        ("bind", staff.appointments.bind(actor, officer, unit, Role.REGISTRAR, NOW)),
    ):
        with pytest.raises(Denied) as denied:
            await attempt
        assert (denied.value.action, denied.value.about) == (act, f"{user_id} {unit}")
    assert (people.officers.bound, people.history.noted) == (before, [])


async def test_an_admin_does_not_touch_their_own_binding(staff: Staff, people: People) -> None:
    """Whatever else they may do to anybody's."""
    own = officer_of(ROOT, DEPARTMENT, Role.HEAD)
    people.officers.bound[DEPARTMENT, ROOT] = own
    with pytest.raises(Denied):
        await staff.appointments.unbind(ROOT, ROOT, DEPARTMENT, NOW)
    with pytest.raises(Denied):
        await staff.appointments.bind(ROOT, own, DEPARTMENT, Role.OFFICER, NOW)
    assert people.officers.bound[DEPARTMENT, ROOT] == own


async def test_a_head_does_not_touch_another_head(staff: Staff, people: People) -> None:
    """Nor appoint one; an admin may do both."""
    second = officer_of(OFFICER, KOKSHETAU, Role.HEAD)
    with pytest.raises(Denied):
        await staff.appointments.bind(HEAD, second, KOKSHETAU, Role.HEAD, NOW)
    await staff.appointments.bind(ROOT, second, KOKSHETAU, Role.HEAD, NOW)
    assert people.officers.bound[KOKSHETAU, OFFICER].name == f"Имя {OFFICER}"  # the stored name, not a forged one
    with pytest.raises(Denied):
        await staff.appointments.unbind(HEAD, OFFICER, KOKSHETAU, NOW)
    await staff.appointments.unbind(ROOT, OFFICER, KOKSHETAU, NOW)


async def test_a_further_unit(staff: Staff, people: People) -> None:
    """A head appoints their staff only at own units, an admin anywhere there is an office."""
    here = people.officers.bound[KOKSHETAU, OFFICER]
    with pytest.raises(Denied):
        await staff.appointments.bind(HEAD, here, DEPARTMENT, Role.OFFICER, NOW)
    with pytest.raises(UnknownUnit):
        await staff.appointments.bind(ROOT, here, AKIMAT, Role.OFFICER, NOW)
    bound = await staff.appointments.bind(ROOT, here, DEPARTMENT, Role.REGISTRAR, NOW)
    assert people.officers.bound[DEPARTMENT, OFFICER] == bound == replace(here, unit=DEPARTMENT, role=Role.REGISTRAR)
    assert [each.kind for each in people.history.noted] == [EventKind.JOINED]


async def test_a_head_of_two_units_does_not_lower_a_head_there(staff: Staff, people: People) -> None:
    """An officer at one of their units who is head at the other stays head at the other."""
    people.officers.bound[DEPARTMENT, HEAD] = officer_of(HEAD, DEPARTMENT, Role.HEAD)
    people.officers.bound[DEPARTMENT, OFFICER] = officer_of(OFFICER, DEPARTMENT, Role.HEAD)
    with pytest.raises(Denied):
        await staff.appointments.bind(HEAD, people.officers.bound[KOKSHETAU, OFFICER], DEPARTMENT, Role.OFFICER, NOW)


async def test_another_role(staff: Staff, people: People, standard: Standard) -> None:
    """A registrar has no cases: theirs go to whom it is said; the same role again changes nothing."""
    await people.cases.add(replace(registered(standard), id="theirs", assigned=OFFICER))
    here = people.officers.bound[KOKSHETAU, OFFICER]
    await staff.appointments.bind(HEAD, here, KOKSHETAU, Role.OFFICER, NOW)
    assert people.history.noted == []
    with pytest.raises(WorkLeft):
        await staff.appointments.bind(HEAD, here, KOKSHETAU, Role.REGISTRAR, NOW)
    bound, shares = await staff.appointments.change_role(HEAD, here, Role.REGISTRAR, NOW, TO_QUEUE)
    assert people.officers.bound[KOKSHETAU, OFFICER] == bound == replace(here, role=Role.REGISTRAR)
    assert [each.officer.user_id for each in shares] == [HEAD]
    assert (people.cases.kept["theirs"].assigned, people.cases.kept["theirs"].version) == (None, 1)
    assert [(each.kind, each.details["role"]) for each in people.history.noted] == [
        (EventKind.ROLE_CHANGED, "registrar")
    ]


async def test_admins_end_each_other_and_never_themselves(staff: Staff, people: People) -> None:
    """So one is always left; admins named in the settings are removed there."""
    for actor, user_id in (
        (INVITED_ADMIN, INVITED_ADMIN),
        (INVITED_ADMIN, ROOT),
        (HEAD, INVITED_ADMIN),
        (ROOT, NOBODY),
    ):
        with pytest.raises(Denied) as denied:
            await staff.remove_admin(actor, user_id, NOW)
        assert denied.value.action == "remove-admin"
    assert people.history.noted == []
    await staff.remove_admin(ROOT, INVITED_ADMIN, NOW)
    assert not (await staff.get_membership(INVITED_ADMIN)).admin
    (noted,) = people.history.noted
    assert (noted.kind, dict(noted.details)) == (EventKind.UNBOUND, {"user": str(INVITED_ADMIN), "role": "admin"})


async def test_the_command_line(staff: Staff, people: People) -> None:
    """Whoever holds the data folder needs no permission; the history records it without an account."""
    officer = Officer(NOBODY, KOKSHETAU, NAME, Role.HEAD)
    await staff.appointments.appoint(officer, NOW)
    await staff.appointments.appoint(replace(officer, role=Role.OFFICER), NOW)
    with pytest.raises(UnknownUnit):
        await staff.appointments.appoint(replace(officer, unit=AKIMAT, role=Role.OFFICER), NOW)
    assert await staff.appointments.dismiss(NOBODY, KOKSHETAU, NOW) == ()
    assert await staff.appointments.dismiss(NOBODY, KOKSHETAU, NOW) is None
    assert (KOKSHETAU, NOBODY) not in people.officers.bound
    assert [(each.kind, each.actor) for each in people.history.noted] == [
        (EventKind.JOINED, 0),
        (EventKind.ROLE_CHANGED, 0),
        (EventKind.UNBOUND, 0),
    ]


async def work_of(people: People, standard: Standard) -> None:
    """Gives the officer two open cases, and the office a second officer."""
    people.officers.bound[KOKSHETAU, NOBODY] = officer_of(NOBODY)
    for case_id in ("one", "two"):
        await people.cases.add(replace(registered(standard), id=case_id, assigned=OFFICER))


async def test_to_a_colleague(staff: Staff, people: People, standard: Standard) -> None:
    """The case is theirs with the same act; the history says who gave it, from whom and to whom, by name."""
    await work_of(people, standard)
    shown = (await staff.appointments.departure(HEAD, OFFICER, KOKSHETAU)).left
    chosen = Reassignment(NOBODY, shown.mark)
    done = await staff.appointments.unbind(HEAD, OFFICER, KOKSHETAU, LATER, chosen)
    assert [(each.officer.user_id, len(each.cases)) for each in done.shares] == [(NOBODY, 2)]
    assert {each.assigned for each in people.cases.kept.values()} == {NOBODY}
    (event,) = people.cases.noted["one"]
    names = {"from_name": officer_of(OFFICER).name, "to_name": officer_of(NOBODY).name}
    details = {"from": str(OFFICER), "to": str(NOBODY)} | names
    assert event == Event(EventKind.ASSIGNED, LATER, HEAD, details, 0, officer_of(HEAD).name)


async def test_by_an_admin_or_at_the_terminal_no_name_is_kept(staff: Staff, people: People, standard: Standard) -> None:
    """Whoever does not work at the unit has no name there."""
    await work_of(people, standard)
    await staff.appointments.dismiss(OFFICER, KOKSHETAU, LATER, Reassignment(Sharing.EVENLY))
    assert [people.cases.noted[each][0].name for each in ("one", "two")] == ["", ""]
    assert {each.assigned for each in people.cases.kept.values()} == {HEAD, NOBODY}


@pytest.mark.parametrize("to", [REGISTRAR, FOREIGN, OFFICER, ROOT])
async def test_to_somebody_who_may_not(staff: Staff, people: People, standard: Standard, to: int) -> None:
    """A registrar, somebody of another office, the one who goes, or nobody's account: nothing changes."""
    await work_of(people, standard)
    before = dict(people.cases.kept)
    with pytest.raises(WorkLeft):
        await staff.appointments.unbind(HEAD, OFFICER, KOKSHETAU, LATER, Reassignment(to))
    assert people.cases.kept == before
    assert people.history.noted == []
    assert (KOKSHETAU, OFFICER) in people.officers.bound


async def test_the_receiver_was_dismissed_meanwhile(staff: Staff, people: People, standard: Standard) -> None:
    """What was shown is not what there is: nothing changes until it is shown again."""
    await work_of(people, standard)
    shown = (await staff.appointments.departure(ROOT, OFFICER, KOKSHETAU)).left
    await staff.appointments.unbind(HEAD, NOBODY, KOKSHETAU, LATER)
    for to in (NOBODY, HEAD, Sharing.QUEUE):
        with pytest.raises(Changed):
            await staff.appointments.unbind(ROOT, OFFICER, KOKSHETAU, LATER, Reassignment(to, shown.mark))
    assert {each.assigned for each in people.cases.kept.values()} == {OFFICER}


async def test_complaints_are_work_of_whoever_accepted_them(staff: Staff, people: People) -> None:
    """They are handed on when a registrar leaves or becomes an officer, not when they become head."""
    complaint = complained(ComplaintState.ACCEPTED, unit=KOKSHETAU)
    await people.complaints.add(complaint)
    await people.cases.append(complaint, Event(EventKind.COMPLAINT_ACCEPTED, NOW, REGISTRAR))

    async def left(user_id: int, role: Role | None) -> int:
        return len((await staff.appointments.departure(ROOT, user_id, KOKSHETAU, role)).left.complaints)

    assert [await left(REGISTRAR, role) for role in (None, Role.OFFICER, Role.HEAD)] == [1, 1, 0]
    assert [await left(each, None) for each in (HEAD, OFFICER)] == [0, 0]
    done = await staff.appointments.unbind(ROOT, REGISTRAR, KOKSHETAU, LATER, Reassignment(HEAD))
    assert [(each.officer.user_id, each.complaints) for each in done.shares] == [(HEAD, (complaint,))]


async def test_a_registrar_who_becomes_an_officer_by_invitation(staff: Staff, people: People) -> None:
    """Their complaints wait for those who answer complaints; to become head leaves none."""
    complaint = complained(ComplaintState.ACCEPTED, unit=KOKSHETAU)
    await people.complaints.add(complaint)
    await people.cases.append(complaint, Event(EventKind.COMPLAINT_ACCEPTED, NOW, REGISTRAR))
    for post, told in ((Role.HEAD, []), (Role.OFFICER, [HEAD])):
        people.officers.bound[KOKSHETAU, REGISTRAR] = officer_of(REGISTRAR, KOKSHETAU, Role.REGISTRAR)
        found = await staff.invitations.look_up(await link(staff, post), LATER)
        joined, shares = await staff.invitations.join(REGISTRAR, found.id, NAME, LATER)
        assert joined.used_by == REGISTRAR
        assert [each.officer.user_id for each in shares if each.waiting_complaints == (complaint,)] == told


async def test_whoever_is_locked_joins_nothing_and_can_be_dismissed(staff: Staff, people: People) -> None:
    """Their roles stay what they were, and others change them."""
    secret = await link(staff, Role.OFFICER, DEPARTMENT)
    people.officers.locked.add(OFFICER)
    with pytest.raises(BadInvitation):
        await use(staff, secret, OFFICER)
    assert (await staff.tally(ROOT))[KOKSHETAU] == Counter({Role.HEAD: 1, Role.REGISTRAR: 1})
    assert await staff.list_for_unit(HEAD, KOKSHETAU)
    await staff.appointments.unbind(HEAD, OFFICER, KOKSHETAU, NOW)
    assert (KOKSHETAU, OFFICER) not in people.officers.bound
