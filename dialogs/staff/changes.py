"""What can be changed of a person's binding: the role, a further office, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.staff.directory import MOST_SHOWN, WIDEST, to_person
from dialogs.staff.elements import Places, places_for, region_grid, role_label, role_name, tap
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import paragraphs
from domain.staff.membership import DECIDING, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.texts import Html, Texts
    from domain.offices.units import Region, UnitId
    from domain.staff.membership import Membership, Officer
    from services.staff.appointments import EndedAppointment


def rerole_screen(told: EndedAppointment, who: Membership, places: Places, texts: Texts) -> Screen:
    """What will the person be at this office?"""
    officer = told.officer
    at = (officer.user_id, officer.unit)
    fitting = [role for role in Role if places_for(role, (officer.unit,))]
    roles = [role for role in fitting if role in who.appointable_roles and role is not officer.role]
    text = paragraphs(
        texts(
            "staff-rerole",
            name=officer.name,
            unit=places.name(officer.unit),
            role=role_name(officer.role, texts),
        ),
        texts("staff-rerole-frees", count=told.cases) if told.cases and officer.role in DECIDING else None,
        texts("staff-rerole-closes") if told.closes and not set(roles) <= DECIDING else None,
    )
    buttons = (Button(role_label(role, texts), tap("reroled", *at, role)) for role in roles)
    return Screen(text, column(*buttons, to_person(officer, texts)))


def bind_screen(officer: Officer, units: Sequence[UnitId], places: Places, texts: Texts) -> Screen:
    """For a head: to which other unit of theirs?"""
    at = (officer.user_id, officer.unit)
    buttons = (Button(places.label(each, texts), tap("bound", *at, each)) for each in units[:MOST_SHOWN])
    text = _bind_text(officer, texts) if units else texts("staff-bind-none")
    return Screen(text, column(*buttons, to_person(officer, texts)))


def bind_region_screen(officer: Officer, places: Places, texts: Texts) -> Screen:
    """For an admin: in which region?"""
    at = (officer.user_id, officer.unit)
    regions = region_grid(places, texts, lambda each: tap("bind-in", *at, each.id))
    return Screen(_bind_text(officer, texts), (*regions, *column(to_person(officer, texts))))


def bind_unit_screen(officer: Officer, region: Region, taken: Sequence[UnitId], places: Places, texts: Texts) -> Screen:
    """For an admin: to which office of the region, but those where the person works already?"""
    at = (officer.user_id, officer.unit)
    units = [each for each in places.units(region, officer.role) if each not in taken]
    buttons = [Button(places.short(each, texts), tap("bound", *at, each)) for each in units]
    text = _bind_text(officer, texts) if units else texts("staff-bind-none")
    return Screen(text, (*grid(buttons, WIDEST), *column(to_person(officer, texts))))


def end_screen(told: EndedAppointment, places: Places, texts: Texts) -> Screen:
    """Really end it? What becomes of the cases, and of the office."""
    officer = told.officer
    text = paragraphs(
        texts("staff-end", name=officer.name, unit=places.name(officer.unit)),
        texts("staff-end-cases", count=told.cases),
        texts("staff-end-closes") if told.closes else None,
    )
    yes = Button(texts.plain("staff-end-yes-button"), tap("ended", officer.user_id, officer.unit))
    return Screen(text, column(yes, to_person(officer, texts)))


def _bind_text(officer: Officer, texts: Texts) -> Html:
    return texts("staff-bind", name=officer.name, role=role_name(officer.role, texts))
