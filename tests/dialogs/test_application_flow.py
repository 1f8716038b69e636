"""Which screen of an application comes next, and whether the next text is an answer to it."""

from __future__ import annotations

from dialogs.applications.flow import ApplyPages, Draft
from dialogs.ui.texts import Texts
from domain.applications.checklist import cards
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
