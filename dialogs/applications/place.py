"""The territory of the activity, and the office that serves it (point 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.elements import application_button, application_callback, later_button, shown_territory
from dialogs.applications.questions import place_text, ways_back
from dialogs.offices.names import name_and_address, region_name, shown_district
from dialogs.ui.formatting import slug
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import paragraphs
from domain.applications.parties import answer_of, key_of
from domain.applications.territory import WHOLE, read_territory
from domain.standard.cites import CiteRole
from domain.standard.questions import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.texts import Texts
    from domain.applications.case import Case
    from domain.offices.units import Region, Unit
    from domain.standard.edition import Standard
    from domain.standard.questions import Question
    from services.offices.finder import Card

MARK = "✓ "


def regions_screen(
    case: Case, current: Question, regions: Sequence[Region], standard: Standard, texts: Texts
) -> Screen:
    """Asks for the region."""
    buttons = [Button(region_name(each, texts), application_callback(case, "region", each.id)) for each in regions]
    text = paragraphs(
        place_text(case, current, standard, texts),
        texts(f"q-{slug(current.id)}"),
        texts(f"q-{slug(current.id)}-why", cites=texts.cite(CiteRole.WHO_SERVES)),
    )
    return Screen(text, (*grid(buttons), *column(*ways_back(case, current, standard, texts))))


def districts_screen(case: Case, region: Region, districts: Sequence[Unit], standard: Standard, texts: Texts) -> Screen:
    """Asks for districts of the region; each tap adds or removes one."""
    territory = read_territory(case.answers, standard)
    chosen = {unit.id for unit in territory.districts} if territory else set()
    buttons = [
        Button(
            f"{MARK if each.id in chosen else ''}{shown_district(each, texts)}",
            application_callback(case, "district", str(each.id)),
        )
        for each in districts
    ]
    done = (
        Button(texts.plain("territory-done-button", count=str(len(chosen))), application_callback(case, "placed"))
        if chosen
        else None
    )
    whole = application_button(case, texts, "territory-whole-button", "district", WHOLE)
    other = application_button(case, texts, "territory-region-button", "edit", key_of(case, Role.TERRITORY, standard))
    text = texts("territory-districts", region=region_name(region, texts))
    return Screen(text, (*column(whole), *grid(buttons), *column(done, other, later_button(texts))))


def office_screen(case: Case, card: Card, standard: Standard, texts: Texts, *, connected: bool) -> Screen:
    """Proposes the office that serves the territory, and says whether it takes applications in the bot."""
    unit, written = card.unit, answer_of(case, Role.TERRITORY, standard)
    text = paragraphs(
        texts("office-proposed", territory=shown_territory(case, written, standard, texts)),
        name_and_address(unit, texts),
        texts("office-connected" if connected else "office-not-connected"),
    )
    return Screen(
        text,
        column(
            application_button(case, texts, "office-keep-button", "office", str(unit.id)),
            None if _is_only(unit, standard) else application_button(case, texts, "office-other-button", "offices"),
            application_button(case, texts, "territory-change-button", "edit", key_of(case, Role.TERRITORY, standard)),
            later_button(texts),
        ),
    )


def _is_only(office: Unit, standard: Standard) -> bool:
    return len(standard.units_of(standard.region_of(office), office.kind)) == 1


def other_offices_screen(
    case: Case, region: Region, districts: Sequence[Unit], standard: Standard, texts: Texts
) -> Screen:
    """Offers the department and the divisions of the region instead."""
    department = application_button(case, texts, "offices-department-button", "office", str(region.office))
    buttons = [
        Button(shown_district(each, texts), application_callback(case, "office", str(each.id))) for each in districts
    ]
    back = application_button(case, texts, "apply-back-button", "edit", key_of(case, Role.OFFICE, standard))
    return Screen(texts("office-choose"), (*column(department), *grid(buttons), *column(back)))
