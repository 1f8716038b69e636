from __future__ import annotations

import pytest

from benchmarks.conversations.reading import CARD, COMPLAINT_TEXT, MATERIALS, REVIEW, answer_on, place_of, question_on
from dialogs.ui.formatting import slug
from dialogs.ui.texts import Texts
from tests.factories.cases import QUESTIONS

ASKED_OTHERWISE = {"territory", "office"}


def test_every_question_of_both_forms_is_known_by_its_words(texts: Texts) -> None:
    """In each language, and whatever stands around it."""
    for questions in QUESTIONS.values():
        for each in questions:
            if each.id not in ASKED_OTHERWISE:
                asked = (
                    f"{texts.plain('apply-place', number='6', total='16')}\n\n{texts.plain(f'q-{slug(each.id)}')}\n\n?"
                )
                assert question_on(asked) == slug(each.id)
                assert place_of(asked)


def test_the_other_screens_of_a_draft_are_known_too(texts: Texts) -> None:
    """Each by the line that no value changes."""
    assert question_on(texts.plain("q-territory")) == "territory"
    assert question_on(texts.plain("territory-districts", region="Область")) == "territory"
    assert question_on(texts.plain("office-proposed", territory="Область")) == "office"
    assert question_on(texts.plain("card-item", item="вызов")) == CARD
    assert question_on(f"{texts.plain('card-item', item='книги')}\n\n{texts.plain('materials-how')}") == MATERIALS
    assert question_on(texts.plain("review-title", subject="Миссионер")) == REVIEW


@pytest.mark.parametrize("count", [1, 2, 4, 7, 11, 21])
def test_the_questions_of_a_complaint_are_known(texts: Texts, count: int) -> None:
    """Also when something is written already."""
    assert question_on(texts.plain("cmp-ask-name")) == "cmp-name"
    assert question_on(texts.plain("cmp-ask-address")) == "cmp-address"
    assert question_on(f"…\n\n{texts.plain('cmp-ask-text')}") == COMPLAINT_TEXT
    assert question_on(f"…\n\n{texts.plain('cmp-ask-more', count=count)}") == COMPLAINT_TEXT


def test_an_answer_that_stands_there_is_read(texts: Texts) -> None:
    """And none where none does."""
    assert answer_on(f"?\n\n{texts.plain('apply-now', answer='Кокшетау')}") == "Кокшетау"
    assert answer_on("?") is None
    assert question_on(texts.plain("home")) == ""
