"""Invitations: for whom, the link, those that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.staff.directory import WIDEST
from dialogs.staff.elements import ALL, Places, places_for, region_grid, role_label, role_name, tap
from dialogs.ui.dates import clock, full_date
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import lines, paragraphs
from domain.calendar import KAZAKHSTAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.texts import Html, Texts
    from domain.errors import BadAnswer
    from domain.offices.units import Region, UnitId
    from domain.staff.invitations import Invitation
    from domain.staff.membership import AppointableRole, Membership

MOST_SHOWN = 20
MOST_NAMED = 2  # offices of one invitation in the list


def role_screen(who: Membership, texts: Texts) -> Screen:
    """Whom?"""
    rows = (
        texts("invite-role-row", role=role_name(post, texts), can=texts(f"role-can-{post}"))
        for post in who.appointable_roles
    )
    buttons = [Button(role_label(post, texts), tap("role", post)) for post in who.appointable_roles]
    return Screen(paragraphs(texts("invite-role"), *rows), (*grid(buttons), *column(_people(texts))))


def role_at_screen(unit: UnitId, who: Membership, made: int, places: Places, texts: Texts) -> Screen:
    """Whom, to this office? The tap makes the invitation."""
    appointed = [post for post in who.appointable_roles if who.may_appoint(post, (unit,)) and post != "admin"]
    posts = [post for post in appointed if places_for(post, (unit,))]
    rows = (texts("invite-role-row", role=role_name(post, texts), can=texts(f"role-can-{post}")) for post in posts)
    buttons = [Button(role_label(post, texts), tap("make", post, unit, version=made)) for post in posts]
    back = Button(texts.plain("staff-unit-button"), tap("unit", unit))
    text = paragraphs(lines(texts("invite-role"), places.name(unit)), *rows)
    return Screen(text, (*grid(buttons), *column(back)))


def unit_screen(post: AppointableRole, units: Sequence[UnitId], made: int, places: Places, texts: Texts) -> Screen:
    """For a head: to which of their offices? The tap makes the invitation."""
    everywhere = Button(texts.plain("invite-all-button"), tap("make", post, ALL, version=made))
    buttons = [Button(places.label(each, texts), tap("make", post, each, version=made)) for each in units[:MOST_SHOWN]]
    text = texts("invite-unit", role=role_name(post, texts))
    return Screen(text, column(everywhere if len(units) > 1 else None, *buttons, _roles(texts)))


def admin_screen(made: int, texts: Texts) -> Screen:
    """Really another admin? The tap makes the invitation."""
    make = Button(texts.plain("invite-admin-button"), tap("make", "admin", "", version=made))
    text = paragraphs(texts("invite-admin"), texts("role-can-admin"))
    return Screen(text, column(make, _roles(texts)))


def region_screen(post: AppointableRole, places: Places, texts: Texts) -> Screen:
    """For an admin: in which region?"""
    regions = region_grid(places, texts, lambda each: tap("in", post, each.id))
    return Screen(texts("invite-region", role=role_name(post, texts)), (*regions, *column(_roles(texts))))


def office_screen(post: AppointableRole, region: Region, made: int, places: Places, texts: Texts) -> Screen:
    """For an admin: to which office of the region? The tap makes the invitation."""
    units = places.units(region, post)
    buttons = [Button(places.short(each, texts), tap("make", post, each, version=made)) for each in units]
    back = Button(texts.plain("staff-back-button"), tap("role", post))
    return Screen(texts("invite-unit", role=role_name(post, texts)), (*grid(buttons, WIDEST), *column(back)))


def made_screen(texts: Texts) -> Screen:
    """It is made; the link comes as a message of its own, to be sent on."""
    more = Button(texts.plain("invite-more-button"), tap("invite"))
    return Screen(texts("invite-made"), column(more, _people(texts)))


def link_screen(invitation: Invitation, link: str, places: Places, texts: Texts) -> Screen:
    """The link: for what, and until when. It has no way back: that would take the link away."""
    text = paragraphs(
        texts("invite-link", role=role_name(invitation.post, texts)),
        places.names(invitation.units),
        texts("invite-link-open", link=link),
        texts("invite-link-until", **_until(invitation, texts)),
    )
    revoke = Button(texts.plain("invite-revoke-button"), tap("revoke", invitation.id))
    return Screen(text, column(revoke))


def open_screen(invitations: Sequence[Invitation], places: Places, texts: Texts, told: Html | None = None) -> Screen:
    """Those whose link works, each to be revoked."""
    if not invitations:
        return Screen(paragraphs(told, texts("invite-open-none")), column(_people(texts)))
    shown = list(enumerate(invitations[:MOST_SHOWN], start=1))
    rows = (_row(str(number), each, places, texts) for number, each in shown)
    buttons = [
        Button(texts.plain("invite-open-button", number=str(number)), tap("revoke", each.id)) for number, each in shown
    ]
    text = paragraphs(told, texts("invite-open"), lines(*rows))
    return Screen(text, (*grid(buttons, WIDEST), *column(_people(texts))))


def example_screen(problem: BadAnswer | None, texts: Texts) -> Screen:
    """What was typed after the command cannot be read: how it is written."""
    invite = Button(texts.plain("staff-invite-button"), tap("invite"))
    told = texts(f"bad-{problem.reason}", **problem.details) if problem else None
    return Screen(paragraphs(told, texts("invite-example")), column(invite, _people(texts)))


def _row(number: str, invitation: Invitation, places: Places, texts: Texts) -> Html:
    about = {"number": number, "role": role_name(invitation.post, texts), **_until(invitation, texts)}
    if not invitation.units:
        return texts("invite-open-admin", **about)
    named = [places.label(each, texts) for each in invitation.units[:MOST_NAMED]]
    more = len(invitation.units) - len(named)
    units = ", ".join((*named, f"+{more}") if more else named)
    return texts("invite-open-row", units=units, **about)


def _until(invitation: Invitation, texts: Texts) -> dict[str, str]:
    here = invitation.ends_at.astimezone(KAZAKHSTAN)
    return {"time": clock(here.time()), "date": full_date(here.date(), texts)}


def _people(texts: Texts) -> Button:
    return Button(texts.plain("staff-people-button"), tap("people"))


def _roles(texts: Texts) -> Button:
    return Button(texts.plain("staff-back-button"), tap("invite"))
