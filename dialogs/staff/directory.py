"""Who works where: regions, offices, people; and changing it: another role, another unit, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.offices.names import region_name
from dialogs.staff.elements import (
    Manned,
    OpenInvitations,
    Places,
    back_to_people_button,
    person_button,
    region_grid,
    role_name,
    staff_callback,
)
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import lines, paragraphs
from domain.staff.membership import DECIDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.texts import Html, Texts
    from domain.offices.units import Region, UnitId
    from domain.staff.membership import Admin, Membership, Officer

WIDEST = 16  # characters of a button that still leave room for a second one beside it
MOST_SHOWN = 30  # people or offices in a message: Telegram allows 4096 characters and 100 buttons


def people_screen(places: Places, manned: Manned, invitations: int, texts: Texts, *, former: bool = False) -> Screen:
    """Shows an admin how many people each region has; `former`: there are units that the edition lacks."""
    text = texts("staff-people", **_connected(manned, _all(places)))
    regions = region_grid(places, texts, lambda each: staff_callback("region", each.id), manned)
    others = Button(texts.plain("staff-former-button"), staff_callback("former")) if former else None
    admins = Button(texts.plain("staff-admins-button"), staff_callback("admins"))
    return Screen(text, (*regions, *column(others, admins, *_inviting(invitations, texts), home_button(texts))))


def units_screen(places: Places, manned: Manned, texts: Texts) -> Screen:
    """Shows an admin how many offices of each region are connected."""
    regions = places.standard.regions
    rows = (
        texts("staff-units-row", region=region_name(each, texts), **_connected(manned, places.offices(each)))
        for each in regions
    )
    text = paragraphs(texts("staff-units", **_connected(manned, _all(places))), lines(*rows))
    buttons = region_grid(places, texts, lambda each: staff_callback("region", each.id))
    return Screen(text, (*buttons, *column(back_to_people_button(texts))))


def region_screen(region: Region, places: Places, manned: Manned, texts: Texts) -> Screen:
    """Shows an admin the offices of a region, with the number of people at each."""
    units = places.offices(region)
    shown = (*units, *places.akimats(region))
    text = paragraphs(
        texts("staff-region", region=region_name(region, texts), **_connected(manned, units)),
        _numbers([(places.short(each, texts), each) for each in shown], places, texts),
    )
    buttons = [Button(manned.counted(places.short(each, texts), each), staff_callback("unit", each)) for each in shown]
    return Screen(text, (*grid(buttons, WIDEST), *column(back_to_people_button(texts))))


def own_units_screen(units: Sequence[UnitId], places: Places, manned: Manned, invitations: int, texts: Texts) -> Screen:
    """Shows a head of several offices the number of people at each."""
    labels = [(places.label(each, texts), each) for each in units[:MOST_SHOWN]]
    buttons = [Button(manned.counted(label, each), staff_callback("unit", each)) for label, each in labels]
    text = paragraphs(texts("staff-own-units"), _numbers(labels, places, texts))
    return Screen(text, column(*buttons, *_inviting(invitations, texts), home_button(texts)))


def former_units_screen(units: Sequence[UnitId], places: Places, manned: Manned, texts: Texts) -> Screen:
    """Shows an admin the units that only an earlier edition has, with the number of people at each."""
    labels = [(places.label(each, texts), each) for each in units[:MOST_SHOWN]]
    buttons = [Button(manned.counted(label, each), staff_callback("unit", each)) for label, each in labels]
    more = texts("staff-more", count=len(units) - MOST_SHOWN) if len(units) > MOST_SHOWN else None
    text = paragraphs(texts("staff-former"), _numbers(labels, places, texts) if labels else None, more)
    return Screen(text, column(*buttons, back_to_people_button(texts)))


def unit_screen(
    unit: UnitId, people: Sequence[Officer], who: Membership, inviting: OpenInvitations, places: Places, texts: Texts
) -> Screen:
    """Lists the staff of a unit, and says whether it takes applications, or else that it is of an earlier edition."""
    text = paragraphs(
        lines(
            f"<b>{places.name(unit, texts)}</b>",
            texts("staff-unit-number", number=places.code(unit)),
            texts(_takes(unit, people, places)),
        ),
        _shown([_person_row(each, texts) for each in people], texts)
        or texts("staff-nobody" if inviting.here else "staff-nobody-left"),
    )
    buttons = [Button(each.name, staff_callback("person", each.user_id, unit)) for each in people[:MOST_SHOWN]]
    invite = Button(texts.plain("staff-invite-button"), staff_callback("invite", unit)) if inviting.here else None
    several = len(who.heads) > 1
    if who.admin and unit not in places.standard.units:
        back = Button(texts.plain("staff-former-back-button"), staff_callback("former"))
    elif who.admin:
        back = Button(texts.plain("staff-region-button"), staff_callback("region", places.region_of(unit).id))
    else:
        back = Button(texts.plain("staff-units-button"), staff_callback("people")) if several else home_button(texts)
    opened = None if who.admin or several else _opened(inviting.opened, texts)
    return Screen(text, (*grid(buttons, WIDEST), *column(invite, opened, back)))


def _numbers(labels: Sequence[tuple[str, UnitId]], places: Places, texts: Texts) -> Html:
    """The numbers by which commands and the terminal name these units."""
    return texts("staff-unit-numbers", names=", ".join(f"{label} {places.code(unit)}" for label, unit in labels))


def _takes(unit: UnitId, people: Sequence[Officer], places: Places) -> str:
    """The text id that says what the unit takes in the bot."""
    if unit not in places.standard.units:
        return "staff-unit-former"
    if not places.unit(unit).takes_applications:
        return "staff-takes-complaints" if people else "staff-takes-no-complaints"
    decides = any(each.role in DECIDING and not each.locked for each in people)
    return "staff-connected" if decides else "staff-not-connected"


def _person_row(officer: Officer, texts: Texts) -> Html:
    row = texts("staff-row", name=officer.name, role=role_name(officer.role, texts))
    return texts("lock-row", row=row) if officer.locked else row


def person_screen(officer: Officer, others: Sequence[Officer], who: Membership, places: Places, texts: Texts) -> Screen:
    """Shows one person at a unit, with their other bindings as far as the reader may see them."""
    manageable = who.may_manage(officer)
    text = paragraphs(
        texts("staff-person", name=officer.name),
        texts("lock-state") if officer.locked else None,
        _row(officer, places, texts),
        _shown([_row(each, places, texts) for each in others], texts),
        None if manageable else texts("staff-person-own" if officer.user_id == who.user_id else "staff-person-theirs"),
    )
    actions = ("rerole", "bind", "end", "unlock" if officer.locked else "lock") if manageable else ()
    at = (officer.user_id, officer.unit)
    buttons = (Button(texts.plain(f"staff-{each}-button"), staff_callback(each, *at)) for each in actions)
    return Screen(text, column(*buttons, _to_unit(officer.unit, texts)))


def admins_screen(invited: Sequence[Admin], by_settings: int, me: int, texts: Texts) -> Screen:
    """Lists the admins; those who were invited can be removed."""
    text = texts("staff-admins", invited=len(invited), settings=by_settings)
    names = _shown([texts("staff-row", name=each.name, role=role_name("admin", texts)) for each in invited], texts)
    buttons = [Button(each.name, staff_callback("admin", each.user_id)) for each in invited if each.user_id != me][
        :MOST_SHOWN
    ]
    back = back_to_people_button(texts)
    return Screen(paragraphs(text, names), column(*buttons, back))


def admin_end_screen(admin: Admin, texts: Texts) -> Screen:
    """Asks for confirmation before removing an admin."""
    yes = Button(texts.plain("staff-end-yes-button"), staff_callback("admin-ended", admin.user_id))
    back = Button(texts.plain("staff-back-button"), staff_callback("admins"))
    return Screen(texts("staff-admin-end", name=admin.name), column(yes, back))


def notice_bound(officer: Officer, places: Places, texts: Texts) -> Screen:
    """To a person who was given a role."""
    text = texts("notice-staff-bound", role=role_name(officer.role, texts))
    return Screen(paragraphs(text, places.names((officer.unit,), texts)), column(home_button(texts)))


def notice_admin_ended(texts: Texts) -> Screen:
    """To a person who was removed as admin."""
    return Screen(texts("notice-staff-admin-ended"), column(home_button(texts)))


def _to_unit(unit: UnitId, texts: Texts) -> Button:
    return Button(texts.plain("staff-unit-button"), staff_callback("unit", unit))


def _row(officer: Officer, places: Places, texts: Texts) -> Html:
    return texts("staff-person-row", unit=places.name(officer.unit, texts), role=role_name(officer.role, texts))


def _shown(rows: Sequence[Html], texts: Texts) -> Html:
    """As many rows as fit a message, and the number of the others."""
    more = texts("staff-more", count=len(rows) - MOST_SHOWN) if len(rows) > MOST_SHOWN else None
    return lines(*rows[:MOST_SHOWN], more)


def _inviting(invitations: int, texts: Texts) -> tuple[Button | None, ...]:
    return (Button(texts.plain("staff-invite-button"), staff_callback("invite")), _opened(invitations, texts))


def _opened(invitations: int, texts: Texts) -> Button | None:
    if not invitations:
        return None
    return Button(texts.plain("staff-open-button", count=invitations), staff_callback("open"))


def _all(places: Places) -> list[UnitId]:
    return [unit for region in places.standard.regions for unit in places.offices(region)]


def _connected(manned: Manned, units: Sequence[UnitId]) -> dict[str, int]:
    return {"connected": manned.connected(units), "all": len(units)}


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


def _bind_text(officer: Officer, texts: Texts) -> Html:
    return texts("staff-bind", name=officer.name, role=role_name(officer.role, texts))


def which_office_screen(typed: str, texts: Texts) -> Screen:
    """Says that this is no office's number, with an example."""
    text = paragraphs(texts("bad-units-unknown", unit=typed), texts("staff-officers-example"))
    return Screen(text, column(back_to_people_button(texts)))
