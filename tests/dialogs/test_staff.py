"""Screens about staff and invitations: Telegram accepts them, whatever they contain."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from dialogs.staff import departures, directory, invitations
from dialogs.staff import directory as changes
from dialogs.staff.elements import Manned, OpenInvitations, Places
from dialogs.ui.callback_data import MAX_CALLBACK_BYTES
from dialogs.ui.screen import Screen
from dialogs.ui.texts import Texts, unmark
from domain.applications.case import Case
from domain.casework.reassignment import LeftWork, Share, may_take
from domain.complaints.complaint import Complaint, ComplaintState
from domain.offices.units import UnitKind
from domain.people import LARGEST_USER_ID
from domain.staff.invitations import HOLDS, MOST_UNITS, Invitation
from domain.staff.membership import Admin, Membership, Officer, Role
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.offices.finder import OfficeFinder
from services.staff.appointments import EndedAppointment
from services.staff.invitations import MOST_OPEN
from tests.factories.cases import registered, registration
from tests.factories.complaints import complained
from tests.factories.moments import NOW
from tests.factories.units import KOKSHETAU, unit_id

LONGEST_TEXT, MOST_BUTTONS = 4096, 100
NAME = "Ә" * 54 + " А. Б."
LAST = unit_id("2/199")
PERSON = Officer(LARGEST_USER_ID, LAST, NAME, Role.HEAD)


@pytest.fixture
def places(standard: Standard, finder: OfficeFinder) -> Places:
    return Places(standard, finder.districts, Editions(standard))


def much_work(standard: Standard) -> tuple[tuple[Case, ...], tuple[Complaint, ...]]:
    """Returns cases and complaints at the last office, more than anybody has."""
    case = replace(registered(standard), office=LAST, registration=registration("9" * 9))
    complaint = complained(ComplaintState.ACCEPTED, 9**9, unit=LAST)
    return (case,) * 300, (complaint,) * 300


def crowded(places: Places, texts: Texts) -> dict[str, Screen]:
    """Returns every screen with as much content as possible."""
    offices = [unit.id for unit in places.standard.of_kind(UnitKind.OFFICE)]
    admin = Membership(1, admin=True)
    head = Membership(1, bindings=tuple(Officer(1, unit, NAME, Role.HEAD) for unit in offices))
    team = [Officer(LARGEST_USER_ID - number, LAST, NAME) for number in range(200)]
    longest = sorted(offices, key=lambda unit: len(places.label(unit, texts)))[-MOST_UNITS:]
    opened = Invitation("x" * 43, Role.REGISTRAR, tuple(longest), 1, NOW, NOW + HOLDS)
    regions = max(places.standard.regions, key=lambda region: len(places.offices(region)))
    bound = [Officer(LARGEST_USER_ID, unit, NAME) for unit in offices]
    manned = Manned({})
    left = LeftWork(PERSON, tuple(team), *much_work(places.standard))
    ended, warning = EndedAppointment(PERSON, left, closes=True), texts("staff-left-changed")
    return {
        "people": directory.people_screen(places, manned, MOST_OPEN, texts),
        "units": directory.units_screen(places, manned, texts),
        "region": directory.region_screen(regions, places, manned, texts),
        "own units": directory.own_units_screen(offices, places, manned, MOST_OPEN, texts),
        "unit": directory.unit_screen(LAST, team, admin, OpenInvitations(MOST_OPEN), places, texts),
        "person": directory.person_screen(PERSON, bound, admin, places, texts),
        "admins": directory.admins_screen([Admin(each.user_id, NAME) for each in team], 3, 1, texts),
        "admin's end": directory.admin_end_screen(Admin(LARGEST_USER_ID, NAME), texts),
        "rerole": departures.rerole_screen(ended, admin, places, texts),
        "rerole, work": departures.rerole_left_screen(ended, Role.REGISTRAR, places, texts, warning),
        "bind": changes.bind_screen(PERSON, head.heads, places, texts),
        "bind, region": changes.bind_region_screen(PERSON, places, texts),
        "bind, office": changes.bind_unit_screen(PERSON, regions, [], places, texts),
        "end": departures.end_screen(replace(ended, left=LeftWork(PERSON, ())), places, texts, warning),
        "end, work": departures.end_screen(ended, places, texts, warning),
        "end, nobody": departures.end_screen(replace(ended, left=replace(left, colleagues=())), places, texts),
        "role": invitations.role_screen(admin, texts),
        "role at": invitations.role_at_screen(LAST, admin, 10**6, places, texts),
        "invite, unit": invitations.unit_screen(Role.REGISTRAR, head.heads, 10**6, places, texts),
        "invite, admin": invitations.admin_screen(10**6, texts),
        "invite, region": invitations.region_screen(Role.REGISTRAR, places, texts),
        "invite, office": invitations.office_screen(Role.REGISTRAR, regions, 10**6, places, texts),
        "made": invitations.made_screen(texts),
        "link": invitations.link_screen(opened, "https://t.me/" + "x" * 80, places, texts),
        "open": invitations.open_screen([opened] * MOST_OPEN, places, texts),
        "none open": invitations.open_screen([], places, texts),
        "example": invitations.example_screen(None, texts),
    }


def test_screens_of_units_name_the_numbers_that_commands_take(places: Places, texts: Texts) -> None:
    """One office, a region's offices and akimats, and one's own offices."""
    admin, region = Membership(1, admin=True), places.standard.region("akmola")
    unit = directory.unit_screen(KOKSHETAU, [], admin, OpenInvitations(0), places, texts)
    assert texts.plain("staff-unit-number", number="2/3") in unmark(unit.text).splitlines()
    shown = unmark(directory.region_screen(region, places, Manned({}), texts).text)
    for each in (*places.offices(region), *places.akimats(region)):
        assert f"{places.short(each, texts)} {places.code(each)}" in shown
    own = directory.own_units_screen([KOKSHETAU, LAST], places, Manned({}), 0, texts)
    assert unmark(own.text).endswith(f"{places.label(KOKSHETAU, texts)} 2/3, {places.label(LAST, texts)} 2/199")


def test_the_most_there_can_be_fits(places: Places, texts: Texts) -> None:
    """Every message and button is within Telegram's limits in every language."""
    for name, screen in crowded(places, texts).items():
        buttons = [button for row in screen.rows for button in row]
        assert len(unmark(screen.text)) <= LONGEST_TEXT, name
        assert 0 < len(buttons) <= MOST_BUTTONS, name
        assert all(0 < len(button.data.encode()) <= MAX_CALLBACK_BYTES for button in buttons), name


def test_every_screen_has_a_way_back_but_the_link(places: Places, russian: Texts) -> None:
    """A way back under the link would replace the message with the link."""
    ways = {"staff:people", "staff:unit", "staff:region", "staff:person", "staff:admins", "staff:invite", "base:home"}
    for name, screen in crowded(places, russian).items():
        last = ":".join(screen.rows[-1][-1].data.split(":")[:2])
        assert (last in ways | {"staff:role"}) == (name != "link"), (name, last)


def test_what_a_colleague_is_told_fits(standard: Standard, texts: Texts) -> None:
    """The numbers that fit, with how many there are besides; the ways to both queues, or to the one it is about."""
    cases, complaints = much_work(standard)
    receiver = replace(PERSON, user_id=2)
    full = departures.notice_share(Share(receiver, PERSON, cases, complaints, cases, complaints), texts)
    assert len(unmark(full.text)) <= LONGEST_TEXT
    assert unmark(full.text).count(texts.plain("staff-more", count=250)) == 4
    assert [row[0].data for row in full.rows] == ["work:queue::", "cpw:queue::"]
    one = departures.notice_share(Share(receiver, PERSON, waiting_complaints=complaints[:1]), texts)
    assert [row[0].data for row in one.rows] == ["cpw:queue::"]
    assert unmark(one.text).endswith(f": {complaints[0].filing.number}")
    two = departures.notice_share(Share(receiver, PERSON, cases[:2]), texts)
    assert [row[0].data for row in two.rows] == ["work:queue::"]


def test_the_choices_for_work(standard: Standard, places: Places, russian: Texts) -> None:
    """Everybody who may go on with it by name and role, all evenly where there are several, and the queue."""
    head, registrar = Officer(4, LAST, "Ким А.", Role.HEAD), Officer(5, LAST, "Пак В.", Role.REGISTRAR)
    team = (Officer(3, LAST, "Ли Б."), head, registrar)
    left = LeftWork(PERSON, team, cases=much_work(standard)[0])

    def drawn(work: LeftWork) -> Screen:
        return departures.end_screen(EndedAppointment(PERSON, work, closes=False), places, russian)

    labels = [row[0].text for row in drawn(left).rows]
    queue, back = russian.plain("staff-left-queue-button"), russian.plain("staff-person-button")
    evenly = russian.plain("staff-left-evenly-button")
    assert labels == ["Ли Б. (сотрудник)", "Ким А. (руководитель)", evenly, queue, back]
    assert russian.plain("staff-left-rest") not in unmark(drawn(left).text)
    mixed = drawn(replace(left, complaints=much_work(standard)[1]))
    assert "Пак В. (регистратор)" in [row[0].text for row in mixed.rows]
    assert russian.plain("staff-left-rest") in unmark(mixed.text)
    alone = drawn(replace(left, colleagues=team[2:]))
    assert [row[0].text for row in alone.rows] == [queue, back]
    assert russian.plain("staff-left-nobody") in unmark(alone.text)
    assert evenly not in [row[0].text for row in drawn(replace(left, colleagues=team[:1])).rows]


def test_a_screen_asks_who_may_go_on_once_not_at_each_button(
    standard: Standard, places: Places, russian: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With much work and many colleagues the bot would stand still for seconds."""
    asked = count()

    def ask(officer: Officer, case: Case) -> bool:
        next(asked)
        return may_take(officer, case)

    monkeypatch.setattr("domain.casework.reassignment.may_take", ask)
    team, cases = tuple(Officer(number, LAST, NAME) for number in range(2, 42)), much_work(standard)[0]
    screen = departures.end_screen(
        EndedAppointment(PERSON, LeftWork(PERSON, team, cases), closes=False), places, russian
    )
    assert len(screen.rows) > 30
    assert next(asked) <= len(team) * (len(cases) + 1)


def test_one_sees_what_one_may_change(places: Places, russian: Texts) -> None:
    """The buttons that change a person appear for whoever may use them; others see why not."""
    officer = Officer(2, KOKSHETAU, "Ли Б.")
    head = Membership(1, bindings=(Officer(1, KOKSHETAU, "Ким А.", Role.HEAD),))
    cases = (
        (officer, ""),
        (replace(officer, role=Role.HEAD), "staff-person-theirs"),
        (head.bindings[0], "staff-person-own"),
    )
    for shown, reason in cases:
        screen = directory.person_screen(shown, (), head, places, russian)
        acts = {button.data.split(":")[1] for row in screen.rows for button in row}
        assert acts == ({"unit"} if reason else {"rerole", "bind", "end", "lock", "unit"})
        if reason:
            assert russian.plain(reason) in unmark(screen.text)


def test_an_admin_is_not_offered_to_end_themselves(russian: Texts) -> None:
    """They are listed, without a button."""
    screen = directory.admins_screen([Admin(1, "Ли Б."), Admin(2, "Ким А.")], 0, 1, russian)
    assert "Ли Б." in screen.text
    assert [row[0].text for row in screen.rows[:-1]] == ["Ким А."]
