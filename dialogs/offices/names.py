"""Names of offices, akimats, districts and regions in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts
    from domain.offices.units import Region, Unit


def shown_name(unit: Unit, texts: Texts) -> str:
    """The name of a unit; one that the edition made by a pattern says that it is not official."""
    name = unit.name_in(texts.language)
    return name.text if name.official else texts.plain("name-unofficial", name=name.text)


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
