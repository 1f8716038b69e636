"""Invitations: role and unit, the link, the list of open ones; and joining with one: offer, name, first steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.questions import answer_problem_text
from dialogs.staff.directory import WIDEST
from dialogs.staff.elements import (
    ALL,
    Places,
    back_to_people_button,
    region_grid,
    role_label,
    role_name,
    staff_callback,
)
from dialogs.ui.callback_data import CaseworkCallback
from dialogs.ui.dates import date_and_time
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import lines, paragraphs
from domain.staff.membership import ADMIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.texts import Html, Texts
    from domain.errors import BadAnswer
    from domain.offices.units import Region, UnitId
    from domain.staff.invitations import Invitation
    from domain.staff.membership import AppointableRole, Membership

MOST_SHOWN = 20
LINK_START = "i_"  # the payload of a deep link of an invitation starts with this
MOST_NAMED = 2  # offices of an invitation in the list


def role_screen(who: Membership, texts: Texts) -> Screen:
    """Asks for the role."""
    rows = (
        texts("invite-role-row", role=role_name(post, texts), can=texts(f"role-can-{post}"))
        for post in who.appointable_roles
    )
    buttons = [Button(role_label(post, texts), staff_callback("role", post)) for post in who.appointable_roles]
    return Screen(paragraphs(texts("invite-role"), *rows), (*grid(buttons), *column(back_to_people_button(texts))))


def role_at_screen(unit: UnitId, who: Membership, made: int, places: Places, texts: Texts) -> Screen:
    """Asks for the role at this unit; the tap creates the invitation."""
    appointed = [post for post in who.appointable_roles if who.may_appoint(post, (unit,)) and post != "admin"]
    posts = [post for post in appointed if places.fitting(post, (unit,))]
    rows = (texts("invite-role-row", role=role_name(post, texts), can=texts(f"role-can-{post}")) for post in posts)
    buttons = [Button(role_label(post, texts), staff_callback("make", post, unit, version=made)) for post in posts]
    back = Button(texts.plain("staff-unit-button"), staff_callback("unit", unit))
    text = paragraphs(lines(texts("invite-role"), places.name(unit, texts)), *rows)
    return Screen(text, (*grid(buttons), *column(back)))


def unit_screen(post: AppointableRole, units: Sequence[UnitId], made: int, places: Places, texts: Texts) -> Screen:
    """Asks a head for one of their units; the tap creates the invitation."""
    everywhere = Button(texts.plain("invite-all-button"), staff_callback("make", post, ALL, version=made))
    buttons = [
        Button(places.label(each, texts), staff_callback("make", post, each, version=made))
        for each in units[:MOST_SHOWN]
    ]
    text = texts("invite-unit", role=role_name(post, texts))
    return Screen(text, column(everywhere if len(units) > 1 else None, *buttons, _roles(texts)))


def admin_screen(made: int, texts: Texts) -> Screen:
    """Asks for confirmation before inviting an admin; the tap creates the invitation."""
    make = Button(texts.plain("invite-admin-button"), staff_callback("make", "admin", "", version=made))
    text = paragraphs(texts("invite-admin"), texts("role-can-admin"))
    return Screen(text, column(make, _roles(texts)))


def region_screen(post: AppointableRole, places: Places, texts: Texts) -> Screen:
    """Asks an admin for the region."""
    regions = region_grid(places, texts, lambda each: staff_callback("in", post, each.id))
    return Screen(texts("invite-region", role=role_name(post, texts)), (*regions, *column(_roles(texts))))


def office_screen(post: AppointableRole, region: Region, made: int, places: Places, texts: Texts) -> Screen:
    """Asks an admin for a unit of the region; the tap creates the invitation."""
    units = places.units(region, post)
    buttons = [Button(places.short(each, texts), staff_callback("make", post, each, version=made)) for each in units]
    back = Button(texts.plain("staff-back-button"), staff_callback("role", post))
    return Screen(texts("invite-unit", role=role_name(post, texts)), (*grid(buttons, WIDEST), *column(back)))


def made_screen(texts: Texts) -> Screen:
    """Confirms the invitation; its link follows in a message of its own, to be forwarded."""
    more = Button(texts.plain("invite-more-button"), staff_callback("invite"))
    return Screen(texts("invite-made"), column(more, back_to_people_button(texts)))


def link_screen(invitation: Invitation, link: str, places: Places, texts: Texts) -> Screen:
    """The link with its role and expiry. There is no button back, because it would replace the link."""
    text = paragraphs(
        texts("invite-link", role=role_name(invitation.post, texts)),
        places.names(invitation.units, texts),
        texts("invite-link-open", link=link),
        texts("invite-link-until", **date_and_time(invitation.ends_at, texts)),
    )
    revoke = Button(texts.plain("invite-revoke-button"), staff_callback("revoke", invitation.id))
    return Screen(text, column(revoke), to_hand_on=True)


def open_screen(invitations: Sequence[Invitation], places: Places, texts: Texts, message: Html | None = None) -> Screen:
    """Lists the valid invitations, each of which can be revoked."""
    if not invitations:
        return Screen(paragraphs(message, texts("invite-open-none")), column(back_to_people_button(texts)))
    shown = list(enumerate(invitations[:MOST_SHOWN], start=1))
    rows = (_row(str(number), each, places, texts) for number, each in shown)
    buttons = [
        Button(texts.plain("invite-open-button", number=str(number)), staff_callback("revoke", each.id))
        for number, each in shown
    ]
    text = paragraphs(message, texts("invite-open"), lines(*rows))
    return Screen(text, (*grid(buttons, WIDEST), *column(back_to_people_button(texts))))


def example_screen(problem: BadAnswer | None, texts: Texts) -> Screen:
    """Explains the syntax of the command after unreadable input."""
    invite = Button(texts.plain("staff-invite-button"), staff_callback("invite"))
    mistake = texts(f"bad-{problem.reason}", **problem.details) if problem else None
    return Screen(paragraphs(mistake, texts("invite-example")), column(invite, back_to_people_button(texts)))


def _row(number: str, invitation: Invitation, places: Places, texts: Texts) -> Html:
    about = {"number": number, "role": role_name(invitation.post, texts), **date_and_time(invitation.ends_at, texts)}
    if not invitation.units:
        return texts("invite-open-admin", **about)
    named = [places.label(each, texts) for each in invitation.units[:MOST_NAMED]]
    more = len(invitation.units) - len(named)
    units = ", ".join((*named, f"+{more}") if more else named)
    return texts("invite-open-row", units=units, **about)


def _roles(texts: Texts) -> Button:
    return Button(texts.plain("staff-back-button"), staff_callback("invite"))


def work_button(texts: Texts) -> Button:
    """Opens the queue of cases."""
    return Button(texts.plain("home-work-button"), CaseworkCallback("queue").pack())


def people_button(texts: Texts) -> Button:
    """Opens people and invitations."""
    return Button(texts.plain("home-people-button"), staff_callback("people"))


def join_screen(invitation: Invitation, places: Places, texts: Texts, problem: BadAnswer | None = None) -> Screen:
    """Shows the offer and asks for the name; `problem` is what was wrong with the previous one."""
    text = paragraphs(
        answer_problem_text(problem, texts) if problem else None,
        texts("join-title", role=role_name(invitation.post, texts)),
        places.names(invitation.units, texts),
        None if problem else texts(f"role-can-{invitation.post}"),
        texts("join-question"),
        texts("join-why"),
        None if problem else texts("join-keep"),
    )
    later = Button(texts.plain("join-later-button"), home_button(texts).data)
    return Screen(text, column(later))


def welcome_screen(invitation: Invitation, name: str, places: Places, texts: Texts) -> Screen:
    """Welcomes the person, and says what they can do and where to begin."""
    admin = invitation.post == ADMIN
    text = paragraphs(
        texts("join-welcome", name=name, role=role_name(invitation.post, texts)),
        places.names(invitation.units, texts),
        texts(f"role-can-{invitation.post}"),
        texts("join-first-admin" if admin else "join-first-work"),
    )
    return Screen(text, column(people_button(texts) if admin else work_button(texts), home_button(texts)))


def bad_link_screen(texts: Texts) -> Screen:
    """The same reply for every link that is not valid."""
    return Screen(texts("join-bad"), column(home_button(texts)))


def nothing_new_screen(texts: Texts) -> Screen:
    """The person has this role already."""
    return Screen(texts("join-nothing-new"), column(home_button(texts)))


def notice_joined(invitation: Invitation, name: str, places: Places, texts: Texts) -> Screen:
    """Tells the inviter that the invitation was used, and by whom."""
    text = texts("notice-staff-joined", name=name, role=role_name(invitation.post, texts))
    return Screen(paragraphs(text, places.names(invitation.units, texts)), column(people_button(texts)))
