"""Changing a person's binding: another role, another unit, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.staff.directory import MOST_SHOWN, WIDEST, person_button
from dialogs.staff.elements import Places, places_for, region_grid, role_label, role_name, staff_callback
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import paragraphs
from domain.staff.membership import DECIDING, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.texts import Html, Texts
    from domain.offices.units import Region, UnitId
    from domain.staff.membership import Membership, Officer
    from services.staff.directory import EndedAppointment


def rerole_screen(appointment: EndedAppointment, who: Membership, places: Places, texts: Texts) -> Screen:
    """Offers other roles at this office, and says what the change would entail."""
    officer = appointment.officer
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
        texts("staff-rerole-frees", count=appointment.cases)
        if appointment.cases and officer.role in DECIDING
        else None,
        texts("staff-rerole-closes") if appointment.closes and not set(roles) <= DECIDING else None,
    )
    buttons = (Button(role_label(role, texts), staff_callback("reroled", *at, role)) for role in roles)
    return Screen(text, column(*buttons, person_button(officer, texts)))


def bind_screen(officer: Officer, units: Sequence[UnitId], places: Places, texts: Texts) -> Screen:
    """Offers a head the other units they may bind the person to."""
    at = (officer.user_id, officer.unit)
    buttons = (Button(places.label(each, texts), staff_callback("bound", *at, each)) for each in units[:MOST_SHOWN])
    text = _bind_text(officer, texts) if units else texts("staff-bind-none")
    return Screen(text, column(*buttons, person_button(officer, texts)))


def bind_region_screen(officer: Officer, places: Places, texts: Texts) -> Screen:
    """Offers an admin the regions."""
    at = (officer.user_id, officer.unit)
    regions = region_grid(places, texts, lambda each: staff_callback("bind-in", *at, each.id))
    return Screen(_bind_text(officer, texts), (*regions, *column(person_button(officer, texts))))


def bind_unit_screen(officer: Officer, region: Region, taken: Sequence[UnitId], places: Places, texts: Texts) -> Screen:
    """Offers an admin the offices of a region where the person does not work yet."""
    at = (officer.user_id, officer.unit)
    units = [each for each in places.units(region, officer.role) if each not in taken]
    buttons = [Button(places.short(each, texts), staff_callback("bound", *at, each)) for each in units]
    text = _bind_text(officer, texts) if units else texts("staff-bind-none")
    return Screen(text, (*grid(buttons, WIDEST), *column(person_button(officer, texts))))


def end_screen(appointment: EndedAppointment, places: Places, texts: Texts) -> Screen:
    """Asks for confirmation, and says what happens to the cases and the office."""
    officer = appointment.officer
    text = paragraphs(
        texts("staff-end", name=officer.name, unit=places.name(officer.unit)),
        texts("staff-end-cases", count=appointment.cases),
        texts("staff-end-closes") if appointment.closes else None,
    )
    yes = Button(texts.plain("staff-end-yes-button"), staff_callback("ended", officer.user_id, officer.unit))
    return Screen(text, column(yes, person_button(officer, texts)))


def _bind_text(officer: Officer, texts: Texts) -> Html:
    return texts("staff-bind", name=officer.name, role=role_name(officer.role, texts))
