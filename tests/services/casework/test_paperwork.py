from __future__ import annotations

import pytest

from domain.applications.case import CaseState
from domain.casework.permissions import CaseAction
from domain.errors import BadAnswer
from domain.standard.edition import Standard
from services.casework.paperwork import (
    COLLECTOR,
    DECREE,
    DOCUMENT,
    LINES,
    LONGEST,
    NEED_ITEMS,
    NEED_NOTE,
    POWER,
    REFUSE_REASON,
    listed,
    read_line,
    toggled,
)
from tests.factories.cases import worked


def test_listed_in_the_checklists_order(standard: Standard) -> None:
    """The ticked items that are still possible, in whatever order they were ticked."""
    case = worked(standard, CaseState.REGISTERED, prepared={NEED_ITEMS: "identity,application,premises"})
    assert listed(case, NEED_ITEMS, ("application", "invitation", "identity")) == ("application", "identity")
    assert listed(case, "another", ("application",)) == ()


@pytest.mark.parametrize(
    ("ticked", "item", "after"),
    [("", "a", "a"), ("a", "b", "a,b"), ("a,b", "a", "b"), ("a", "a", ""), ("aa", "a", "aa,a")],
)
def test_toggling(ticked: str, item: str, after: str) -> None:
    """A tick is added or removed; an item whose name is part of another's is a separate one."""
    assert toggled(ticked, item) == after


@pytest.mark.parametrize("act", CaseAction)
def test_which_lines_an_act_has(act: CaseAction) -> None:
    """Lines of other actions, and any line of an action without lines, are not written."""
    for key in {NEED_NOTE, REFUSE_REASON, COLLECTOR, DOCUMENT, POWER, "by", ""} - set(LINES.get(act, ())):
        with pytest.raises(BadAnswer) as refused:
            read_line(act, key, "Текст")
        assert refused.value.reason == "choose"


@pytest.mark.parametrize(
    ("act", "key"), [(act, key) for act, keys in LINES.items() for key in keys if key not in {COLLECTOR, DECREE}]
)
def test_a_line_as_it_is_kept(act: CaseAction, key: str) -> None:
    """Paragraphs stay, invisible characters go; an empty, meaningless or too long text is rejected."""
    assert read_line(act, key, " № 15 \u200b от\t2026 \r\n\n  Да ") == "№ 15 от 2026\nДа"
    assert read_line(act, key, "я" * LONGEST, sure=True) == "я" * LONGEST
    for text, reason in (("", "empty"), ("\u200b\n ", "empty"), ("?!\n—", "no-letters"), ("я" * 1001, "too-long")):
        with pytest.raises(BadAnswer) as refused:
            read_line(act, key, text)
        assert refused.value.reason == reason
        assert refused.value.details == ({"most": 1000, "given": 1001} if reason == "too-long" else {})


def test_who_collects_is_a_name() -> None:
    """The name is one line of letters."""
    assert read_line(CaseAction.ISSUE, COLLECTOR, " Ахметова\nАйгуль ") == "Ахметова Айгуль"
    for text, reason in (("12345", "name-letter"), ("", "empty"), ("А", "name-short")):
        with pytest.raises(BadAnswer) as refused:
            read_line(CaseAction.ISSUE, COLLECTOR, text)
        assert refused.value.reason == reason


def test_a_decree_is_a_title_with_number_and_date() -> None:
    """It is one line; what has no number and date, or no words, is asked about once; what is too long never fits."""
    decree = "Постановление Правительства № 905 от 12 ноября 2026 года"
    assert (
        read_line(CaseAction.SETTLE, DECREE, " Постановление\nПравительства  № 905 от 12 ноября 2026 года ") == decree
    )
    for text, reason in (
        ("", "empty"),
        ("905", "doubtful-figures"),
        ("Постановление", "doubtful-short"),
        ("Постановление Правительства № 905", "doubtful-decree"),
        ("Так решило Правительство", "doubtful-decree"),
        ("я" * 301, "too-long"),
    ):
        with pytest.raises(BadAnswer) as refused:
            read_line(CaseAction.SETTLE, DECREE, text)
        assert refused.value.reason == reason, text
    assert read_line(CaseAction.SETTLE, DECREE, "Так решило Правительство", sure=True) == "Так решило Правительство"
