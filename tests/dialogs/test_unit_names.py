"""Names of offices, akimats and districts on screens: whole in the reader's language, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.resources import load_texts
from dialogs.applications import case as case_pages
from dialogs.applications import place, review
from dialogs.applications.elements import shown_answer
from dialogs.casework import notices, registers
from dialogs.complaints import draft, elements, entry, status
from dialogs.complaints import notices as complaint_notices
from dialogs.indicators.tables import place_label, place_name
from dialogs.offices.flow import OfficePages
from dialogs.offices.names import name_button, shown_name
from dialogs.receipts import authentic_screen
from dialogs.staff.elements import Places
from dialogs.ui.callback_data import OfficeCallback
from dialogs.ui.law import Law
from dialogs.ui.screen import Screen, column
from dialogs.ui.texts import Html, Texts
from domain.applications.case import Case, CaseState
from domain.applications.deadlines import CaseDeadlines
from domain.applications.territory import read_territory
from domain.calendar import WorkingCalendar
from domain.complaints.complaint import ComplaintState, addressees
from domain.indicators.scope import IndicatorScope
from domain.languages import LANGUAGES
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.complaints.addressing import Option
from services.offices.finder import OfficeFinder
from tests.factories.cases import question, worked
from tests.factories.complaints import TODAY, complained
from tests.factories.moments import NOW
from tests.factories.units import AKIMAT, DEPARTMENT, EDITION, KOKSHETAU, MISSIONARY, REGION_AKIMAT, unit_id

PRINTED = "⟦ru⟧"  # stands in every Russian name
OTHER_LANGUAGES = [each for each in LANGUAGES if each != "ru"]


@pytest.fixture(scope="module")
def marked(standard: Standard) -> Standard:
    """An edition whose printed names of units, districts and regions are marked."""
    units = {
        each.id: replace(each, name=PRINTED + each.name, district=PRINTED + each.district)
        for each in standard.units.values()
    }
    regions = tuple(replace(each, name=PRINTED + each.name) for each in standard.regions)
    return replace(standard, units=units, regions=regions)


def applied(standard: Standard) -> Case:
    """A case whose territory stands on the form in the words of the edition."""
    case = worked(standard, CaseState.REFUSED)
    chosen = {"region": "akmola", "districts": "3,9"}
    territory = read_territory(chosen, standard)
    assert territory
    return replace(case, answers={**case.answers, **chosen, "territory": territory.words, "office": str(KOKSHETAU)})


def drawn(standard: Standard, calendar: WorkingCalendar, texts: Texts) -> Iterator[Screen]:
    """Every screen that names a unit."""
    finder = OfficeFinder(standard, calendar)
    pages, places = OfficePages(finder, standard), Places(standard, finder.districts, Editions(standard))
    for region in standard.regions:
        yield pages.open(OfficeCallback("region", region.id, EDITION), texts, NOW)
    for unit in standard.units.values():
        for action in ("card", "map", "visit"):
            yield pages.open(OfficeCallback(action, str(unit.id), EDITION), texts, NOW)
        yield Screen(Html(places.name(unit.id, texts) + places.label(unit.id, texts) + places.short(unit.id, texts)))
    yield pages.search("Бәйтерек ауданы", texts)
    yield pages.search("Zelenov district", texts)
    yield pages.near(51.1, 71.4, texts)
    yield from _of_applications(standard, finder, texts)
    yield from _of_complaints(standard, finder, texts)
    for one in (KOKSHETAU, DEPARTMENT, AKIMAT):
        unit = standard.unit(one)
        yield registers.units_screen("journal", [unit], "", texts)
        yield registers.journal_screen(unit, 2026, [], [], texts)
        yield registers.export_screen(unit, [], texts)
        yield Screen(Html(registers.journal_table(unit, 2026, [], [], lambda _case: Law(standard, texts), texts).title))
        yield Screen(Html(registers.export_table(unit, [], [], lambda _case: Law(standard, texts), texts).title))
        yield authentic_screen(unit, "2-3/2026-1", NOW, None, texts)
    for extent in (IndicatorScope(KOKSHETAU), IndicatorScope("akmola")):
        yield Screen(Html(place_name(extent, places, texts) + place_label(extent, places, texts)))


def _of_applications(standard: Standard, finder: OfficeFinder, texts: Texts) -> Iterator[Screen]:
    case, card = applied(standard), finder.card(KOKSHETAU, NOW)
    region, districts = standard.region("akmola"), finder.districts("akmola")
    for asked in ("territory", "office"):
        about = question(MISSIONARY, asked)
        assert about
        yield Screen(shown_answer(case, about, standard, texts))
    yield place.districts_screen(case, region, districts, standard, texts)
    yield place.office_screen(case, card, standard, texts, connected=True)
    yield place.other_offices_screen(case, region, districts, standard, texts)
    yield review.confirm_screen(case, standard, texts)
    yield review.review_screen(case, standard, texts, connected=True)
    yield review.package_screen(case, card, standard, texts)
    yield case_pages.case_screen(case, card, CaseDeadlines(None, None), standard, texts, case_pages.NO_OFFERS)
    yield notices.refused_screen(case, card, texts)
    yield notices.new_case_screen(case, card.unit, texts)


def _of_complaints(standard: Standard, finder: OfficeFinder, texts: Texts) -> Iterator[Screen]:
    region, districts = standard.region("akmola"), finder.districts("akmola")
    sent, term = complained(ComplaintState.ACCEPTED), standard.complaint_term
    options = [Option(each, taken=True) for each in addressees(sent.grievance, KOKSHETAU, standard)]
    yield entry.offices_screen(sent, region, districts, texts)
    yield entry.how_offices_screen(region, districts, texts)
    yield entry.how_screen(finder.card(KOKSHETAU, NOW), "", term, texts)
    yield entry.addressees_screen(sent, options, standard, texts, fixed=False)
    yield draft.review_screen(draft.Writing(sent, taken=True, files=0), standard, texts)
    yield draft.letter_screen(sent, standard, texts)
    yield status.status_screen(status.Following(sent, TODAY, further=True), standard, texts)
    yield complaint_notices.new_screen(sent, standard.unit(AKIMAT), texts)
    yield complaint_notices.accepted_screen(sent, standard.unit(AKIMAT), texts)
    yield Screen(elements.contacts(standard.unit(REGION_AKIMAT), texts), column())


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_no_screen_of_another_language_has_a_russian_name(
    marked: Standard, calendar: WorkingCalendar, language: str
) -> None:
    """Neither in its text nor on a button nor at a pin; links for maps keep the address as printed."""
    texts = load_texts(language, EDITION)
    for screen in drawn(marked, calendar, texts):
        said = [screen.text, *(button.text for row in screen.rows for button in row)]
        if screen.pin:
            said += [screen.pin.title]
        assert [each for each in said if PRINTED in each] == []


def test_russian_screens_have_the_printed_names(marked: Standard, calendar: WorkingCalendar, russian: Texts) -> None:
    """All of these screens name a unit or a district, in Russian as printed."""
    for screen in drawn(marked, calendar, russian):
        said = [screen.text, *(button.text for row in screen.rows for button in row)]
        assert any(PRINTED in each for each in said), screen


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_a_made_name_says_so(standard: Standard, language: str) -> None:
    """Wherever it is shown; an official one is shown as it is."""
    texts, unit = load_texts(language, EDITION), standard.unit(KOKSHETAU)
    made = unit.name_in(language)
    assert shown_name(unit, texts) == texts.plain("name-unofficial", name=made.text)
    official = replace(unit, names={language: replace(made, official=True)})
    assert shown_name(official, texts) == made.text


def test_the_printed_name_is_never_marked(standard: Standard, russian: Texts) -> None:
    """It is the official one."""
    assert {shown_name(each, russian) for each in standard.units.values()} == {
        each.name for each in standard.units.values()
    }


def test_a_button_has_no_room_for_a_mark(standard: Standard, texts: Texts) -> None:
    """It has the printed name, or what the unit serves; no two of a place say the same."""
    units = [standard.unit(each) for each in (KOKSHETAU, DEPARTMENT, AKIMAT, REGION_AKIMAT)]
    shown = [name_button(each, texts) for each in units]
    assert len(set(shown)) == len(units)
    if texts.language == "ru":
        assert shown == [each.name for each in units]
    else:
        assert shown[0] == standard.unit(KOKSHETAU).district_in(texts.language)
        assert all(texts.plain("name-unofficial", name="") not in each for each in shown)


def test_a_territory_changed_by_hand_is_shown_as_written(standard: Standard) -> None:
    """What stands on the form and is not just the chosen places is nobody's to translate."""
    case = applied(standard)
    written = replace(case, answers={**case.answers, "territory": "вся область"})
    asked = question(MISSIONARY, "territory")
    assert asked
    assert shown_answer(case, asked, standard, load_texts("kk", EDITION)) == (
        "Ақмола облысы: Көкшетау қ., Бурабай ауданы"
    )
    assert shown_answer(written, asked, standard, load_texts("kk", EDITION)) == "вся область"


def test_every_city_and_district_of_a_region_is_told_apart(standard: Standard, texts: Texts) -> None:
    """In every language no two buttons of a region say the same."""
    for region in standard.regions:
        for level in {each.level for each in standard.units.values()}:
            for kind in {each.kind for each in standard.units.values()}:
                shown = [
                    each.district_in(texts.language) for each in standard.units_of(region, kind) if each.level is level
                ]
                assert len(set(shown)) == len(shown)
    assert standard.unit(unit_id("2/119")).district_in("kk") == "Нұра ауданы"
