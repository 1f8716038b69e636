"""Screens of the office finder, with whether an office is open and when it opens next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from dialogs.offices.names import district_label, region_name, shown_district, shown_name
from dialogs.ui.callback_data import OfficeCallback
from dialogs.ui.dates import clock, day_and_month, full_date, reason
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Pin, Screen, column, grid
from dialogs.ui.texts import Html, lines, paragraphs, safe
from domain.offices.hours import ClosedReason, Open
from domain.offices.units import UnitField
from domain.standard.terms import TermRole
from domain.text import clipped, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.texts import Texts
    from domain.offices.geo import Near
    from domain.offices.hours import Closed
    from domain.offices.units import Correction, Region, Unit, UnitId
    from domain.standard.edition import Standard, Status
    from services.offices.finder import Card, Renamed


def hours(card: Card, texts: Texts) -> Html:
    """The hours as printed, and whether the office is open now."""
    printed = printed_hours(card.unit, texts)
    if card.hours is None:
        return printed
    if isinstance(card.hours, Open):
        name = "card-open-lunch" if card.hours.lunch_follows else "card-open"
        return lines(printed, texts(name, until=clock(card.hours.until.time())))
    return lines(printed, _closed(card.hours, texts))


def printed_hours(unit: Unit, texts: Texts) -> Html:
    """The hours as printed, or that they are not known."""
    if (schedule := unit.schedule) is None:
        return texts("card-no-hours")
    return texts(
        "card-hours",
        open=clock(schedule.open),
        close=clock(schedule.close),
        break_start=clock(schedule.break_start),
        break_end=clock(schedule.break_end),
    )


def _closed(closed: Closed, texts: Texts) -> Html:
    opens = clock(closed.opens.time())
    day = day_and_month(closed.opens.date(), texts)
    if closed.why is ClosedReason.DAY_OFF:
        return texts("card-closed-day-off", reason=reason(closed.today, texts), day=day, opens=opens)
    if closed.why is ClosedReason.AFTER_HOURS:
        return texts("card-closed", day=day, opens=opens)
    return texts(f"card-closed-{closed.why}", opens=opens)


NARROW = 12  # characters of a name that still leave room for a second one beside it
FAR_KM = 400  # farther than any place in Kazakhstan is from an office
LONGEST_ECHO = 60  # units of a query shown in the reply
MAP_SEARCH = "https://www.google.com/maps/search/?api=1&query="  # developers.google.com/maps/documentation/urls
SHORT_KM = 10  # below this a decimal place is meaningful


def visit_button(card: Card, texts: Texts) -> Button:
    """Opens how to visit an office, from outside the finder; it is bound to the edition of the office."""
    to = OfficeCallback("visit", str(card.unit.id), card.edition).pack()
    return Button(texts.plain("card-visit-button"), to)


def notice(status: Status, texts: Texts) -> Html | None:
    """Says that the edition is repealed, and by what; None for one in force."""
    if status.repealed is None:
        return None
    when = full_date(status.repealed.date, texts)
    return texts(
        "notice-repealed", repealed=when, act=status.act_in(texts.language), by=status.repealed_by(texts.language)
    )


def short_notice(status: Status, texts: Texts) -> Html | None:
    """The edition and its repeal in one sentence; None for one in force."""
    if status.repealed is None:
        return None
    adopted, repealed = full_date(status.adopted, texts), full_date(status.repealed.date, texts)
    return texts("notice-short", number=status.number, adopted=adopted, repealed=repealed)


def regions_screen(regions: Sequence[Region], texts: Texts) -> Screen:
    """Asks for the region of the activity."""
    buttons = [Button(region_name(region, texts), OfficeCallback("region", region.id).pack()) for region in regions]
    return Screen(texts("offices-regions"), (*grid(buttons, NARROW), *column(home_button(texts))))


def unknown_link_screen(regions: Sequence[Region], texts: Texts) -> Screen:
    """The way to an office for whoever opened a link to one that is not there."""
    found = regions_screen(regions, texts)
    return replace(found, text=paragraphs(texts("offices-link-unknown"), found.text))


def districts_screen(region: Region, districts: Sequence[Unit], texts: Texts) -> Screen:
    """The districts and cities of a region, with its department first."""
    department = Button(texts.plain("offices-department-button"), OfficeCallback("card", str(region.office)).pack())
    buttons = [Button(shown_district(unit, texts), OfficeCallback("card", str(unit.id)).pack()) for unit in districts]
    text = texts("offices-districts", region=region_name(region, texts))
    return Screen(text, (*column(department), *grid(buttons, NARROW), *_back_to_regions(texts)))


def found_screen(
    query: str, found: Sequence[tuple[Unit, Region]], texts: Texts, renamed: Renamed | None = None
) -> Screen:
    """The offices a typed name may refer to; the region tells districts of the same name apart."""
    shown = clipped(visible(query), LONGEST_ECHO)
    if not found:
        return Screen(texts("offices-not-found", query=shown), _back_to_regions(texts))
    buttons = [
        Button(_found_label(unit, region, texts), OfficeCallback("card", str(unit.id)).pack()) for unit, region in found
    ]
    hint = texts("offices-renamed", name=renamed.name, printed=renamed.printed) if renamed else None
    text = paragraphs(texts("offices-found", query=shown), hint)
    return Screen(text, (*column(*buttons), *_back_to_regions(texts)))


def _found_label(unit: Unit, region: Region, texts: Texts) -> str:
    if unit.regional:
        return texts.plain("offices-department-of", region=region_name(region, texts))
    return district_label(unit, region, texts)


def nearest_screen(near: Sequence[Near[Unit]], texts: Texts) -> Screen:
    """The nearest offices with distance and direction."""
    buttons = [
        Button(
            texts.plain(
                "offices-nearest-button",
                district=shown_district(each.item, texts),
                km=_distance(each.km, texts),
                direction=texts.plain(f"direction-{each.direction}"),
            ),
            OfficeCallback("card", str(each.item.id)).pack(),
        )
        for each in near
    ]
    far = texts("offices-far") if near[0].km > FAR_KM else None
    return Screen(paragraphs(texts("offices-nearest"), far), (*column(*buttons), *_back_to_regions(texts)))


def _distance(km: float, texts: Texts) -> str:
    if km >= SHORT_KM:
        return f"{km:.0f}"
    return f"{km:.1f}" if texts.language == "en" else f"{km:.1f}".replace(".", ",")


def card_screen(card: Card, texts: Texts) -> Screen:
    """An office or akimat: address, contacts, and whether it is open."""
    unit = card.unit
    text = paragraphs(
        lines(f"<b>{safe(shown_name(unit, texts))}</b>", safe(region_name(card.region, texts))),
        _contacts(unit, texts),
        hours(card, texts),
        _akimat(card, texts) if unit.takes_applications else None,
        _misprints(unit, texts),
    )
    return Screen(text, _card_buttons(card, texts))


def _akimat(card: Card, texts: Texts) -> Html:
    name, websites = shown_name(card.akimat, texts), ", ".join(card.akimat.websites)
    return texts("card-akimat", name=name, websites=websites)


def map_screen(card: Card, texts: Texts) -> Screen:
    """Shows the settlement of the office as a pin that claims no more, with a link that searches for the address."""
    unit = card.unit
    where = texts.plain("map-place", address=unit.address)
    search = Button(texts.plain("map-search-button"), url=_search_link(card))
    name = shown_name(unit, texts)
    return Screen(safe(name), column(search), pin=Pin(unit.place.lat, unit.place.lon, name, where))


def _search_link(card: Card) -> str:
    """Opens the address in the maps of the reader's device, or in a browser."""
    address = f"Казахстан, {card.region.name}, {card.unit.address}"
    return f"{MAP_SEARCH}{quote(address)}"


def visit_screen(card: Card, standard: Standard, texts: Texts) -> Screen:
    """How to get in and what to expect (points 7 to 10)."""
    text = paragraphs(
        lines(texts("visit-title"), safe(shown_name(card.unit, texts))),
        texts("visit-pass"),
        texts("visit-call", phones=", ".join(card.unit.phones)),
        texts("visit-bureau"),
        texts("visit-queue"),
        texts("visit-times", **_minutes(standard)),
        texts("visit-ramp"),
        texts("visit-free", fee=standard.price),
    )
    return Screen(text, column(office_button(card.unit.id, texts)))


def office_button(unit_id: UnitId, texts: Texts) -> Button:
    """Returns to an office."""
    return Button(texts.plain("card-office-button"), OfficeCallback("card", str(unit_id)).pack())


def _minutes(standard: Standard) -> dict[str, int]:
    roles = (TermRole.WAITING, TermRole.SERVING, TermRole.COLLECTING)
    return {role.value: standard.term(role).amount for role in roles}


def _contacts(unit: Unit, texts: Texts) -> Html:
    sites = (*unit.websites, *(each for each in unit.emails if "@" not in each))
    emails = [each for each in unit.emails if "@" in each]
    return lines(
        texts("card-address", address=unit.address),
        texts("card-phone", phones=", ".join(unit.phones)) if unit.phones else None,
        texts("card-fax", faxes=", ".join(unit.faxes)) if unit.faxes else None,
        texts("card-email", emails=", ".join(emails)) if emails else None,
        texts("card-website", websites=", ".join(sites)) if sites else None,
    )


def _misprints(unit: Unit, texts: Texts) -> Html | None:
    rows = [texts("card-printed", printed=each.printed) for each in unit.corrections if _misleads(each)]
    return lines(*rows) if rows else None


def _misleads(correction: Correction) -> bool:
    return not correction.cosmetic and correction.field is not UnitField.LOCALITY


def _card_buttons(card: Card, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    unit_id, visit, akimat, department, forms = card.unit.id, None, None, None, None
    if card.unit.takes_applications:
        visit = Button(texts.plain("card-visit-button"), OfficeCallback("visit", str(unit_id)).pack())
        forms = Button(texts.plain("card-forms-button"), OfficeCallback("forms", str(unit_id)).pack())
        akimat = Button(texts.plain("card-akimat-button"), OfficeCallback("card", str(card.akimat.id)).pack())
        if not card.unit.regional and card.department.address != card.unit.address:
            to = OfficeCallback("card", str(card.department.id)).pack()
            department = Button(texts.plain("card-department-button"), to)
    elif card.unit.partner is not None:
        akimat = Button(texts.plain("card-office-button"), OfficeCallback("card", str(card.unit.partner)).pack())
    pin = Button(texts.plain("card-map-button"), OfficeCallback("map", str(unit_id)).pack())
    back = Button(texts.plain("back-districts-button"), OfficeCallback("region", card.region.id).pack())
    return column(visit, pin, forms, akimat, department, back)


def _back_to_regions(texts: Texts) -> tuple[tuple[Button, ...], ...]:
    return column(Button(texts.plain("back-regions-button"), OfficeCallback("regions").pack()))
