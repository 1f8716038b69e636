"""Names of offices, akimats, districts and regions in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.texts import lines, safe

if TYPE_CHECKING:
    from dialogs.ui.texts import Html, Texts
    from domain.offices.units import Region, Unit


def shown_name(unit: Unit, texts: Texts) -> str:
    """The name of a unit; one that the edition made by a pattern says that it is not official."""
    name = unit.name_in(texts.language)
    return name.text if name.official else texts.plain("name-unofficial", name=name.text)


def name_and_address(unit: Unit, texts: Texts) -> Html:
    """The name in bold type, and below it the address, as far as that is known."""
    address = texts("card-address", address=unit.address) if unit.address else None
    return lines(f"<b>{safe(shown_name(unit, texts))}</b>", address)


def phones(unit: Unit, texts: Texts) -> Html | None:
    """The phone numbers of a unit; None if none is known."""
    return texts("card-phone", phones=", ".join(unit.phones)) if unit.phones else None


def name_button(unit: Unit, texts: Texts) -> str:
    """The name of a unit on a button; instead of a made one, whose mark has no room there, what the unit serves."""
    name, served = unit.name_in(texts.language), shown_district(unit, texts)
    if name.official:
        return name.text
    if not unit.takes_applications:
        return texts.plain("staff-akimat-button", region=served)
    return texts.plain("offices-department-of", region=served) if unit.regional else served


def shown_district(unit: Unit, texts: Texts) -> str:
    """What a unit serves: a district, a city or a region."""
    return unit.district_in(texts.language)


def region_name(region: Region, texts: Texts) -> str:
    """The name of a region."""
    return region.name_in(texts.language)


def district_label(unit: Unit, region: Region, texts: Texts) -> str:
    """A district among those of many regions."""
    district, name = shown_district(unit, texts), region_name(region, texts)
    return name if district == name else f"{district} ({name})"
