"""Which screen of an application comes next, and whether the next text is an answer to it."""

from __future__ import annotations

from dataclasses import replace

from dialogs.applications.checklist import list_screen, materials_screen
from dialogs.applications.flow import ApplyPages, Draft
from dialogs.applications.place import districts_screen
from dialogs.applications.review import review_screen
from dialogs.ui.texts import Texts
from domain.applications.checklist import MATERIALS, cards
from domain.calendar import day_of
from domain.standard.edition import Standard
from services.offices.finder import OfficeFinder
from tests.factories.cases import complete
from tests.factories.moments import NOW


def test_each_card_waits_for_its_own_answer(standard: Standard, finder: OfficeFinder, russian: Texts) -> None:
    """What is typed while a card stands on the screen is about its document, and no other."""
    draft = Draft(complete(standard), connected=True, now=NOW, today=day_of(NOW))
    pages = ApplyPages(standard, finder)
    expects = {each.item.id: pages.card(draft, each.item.id, russian).expects for each in cards(draft.case, standard)}
    assert len(expects) > 1
    assert expects == {item: item for item in expects}


def test_the_review_lists_the_materials(standard: Standard, russian: Texts) -> None:
    """What will be filed is seen before it is filed, title by title."""
    case = complete(standard)
    review = review_screen(case, standard, russian, connected=True).text
    assert case.materials
    for each in case.materials:
        assert russian("materials-row", title=each.title, count=str(each.count), kind=each.kind) in review


def test_no_materials_are_no_tick(standard: Standard, russian: Texts) -> None:
    """Whoever will use none reads so, wherever the documents are listed, and may file."""
    case = replace(complete(standard), materials=())
    ticked = russian("checklist-have", item=russian(f"item-{MATERIALS}"))
    none = russian("checklist-none", item=russian(f"item-{MATERIALS}"))
    review = review_screen(case, standard, russian, connected=True)
    for shown in (review.text, list_screen(case, standard, russian).text):
        assert (none in shown, ticked in shown) == (True, False)
    assert russian.plain("review-file-button") in [each.text for row in review.rows for each in row]
    assert russian("materials-said-none") in materials_screen(case, standard, russian).text


def test_the_button_that_ends_a_long_list_stands_below_it(
    standard: Standard, finder: OfficeFinder, russian: Texts
) -> None:
    """A region has up to thirty districts: after the last one nobody scrolls back to the top."""
    case = complete(standard)
    region = standard.region(case.answers["region"])
    screen = districts_screen(case, region, finder.districts(region.id), standard, russian)
    actions = [row[0].data.split(":")[1] for row in screen.rows]
    assert actions.index("placed") > max(at for at, each in enumerate(actions) if each == "district")
