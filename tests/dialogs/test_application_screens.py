"""Screens of applications, whatever people write."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.resources import Resources, load_library, load_texts
from bot.settings import Settings
from dialogs.applications.case import materials_question
from dialogs.applications.checklist import list_screen
from dialogs.applications.flow import ApplyPages, Draft
from dialogs.applications.review import package_screen, review_screen
from dialogs.casework.notices import visit_screen
from dialogs.ui.screen import Screen
from dialogs.ui.texts import safe
from domain.applications.answers import read_answer
from domain.applications.checklist import cards
from domain.applications.materials import read_materials
from domain.applications.parties import applicant_name
from domain.calendar import day_of
from domain.errors import BadAnswer, DomainError
from domain.languages import LANGUAGES
from domain.standard.questions import Kind
from sandbox.formatting.html_mode import parse_html
from tests.factories.cases import QUESTIONS, complete, questions
from tests.factories.moments import NOW
from tests.factories.units import EDITION, KINDS, MISSIONARY

if TYPE_CHECKING:
    from domain.applications.case import Case

ROUNDS = 700  # some 15 texts each: 10,000 in all
LONGEST_MESSAGE = 4096  # Bot API: characters without the markup
MARKS = ("&amp;", "<b>", "</b>", "\u202e", "🙂")
LETTERS = [*"абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі", *"abcxyz", *" -'’.,", *'<>&"/;#{}$', *MARKS]
NAMES = [*"абвгдежзәғқңөұүһіabcxyz", *" -'’."]


@pytest.fixture(scope="module")
def library() -> Resources:
    return load_library(Settings(_env_file=None))


def chance(rng: random.Random, letters: list[str], longest: int) -> str:
    return "".join(rng.choices(letters, k=rng.randint(2, longest)))


def written(rng: random.Random, subject: str, library: Resources) -> Case:
    """Returns a complete application with random texts, as the bot would store them."""
    case = complete(library.standard, subject)
    answers = dict(case.answers)
    for asked in QUESTIONS[subject]:
        if asked.id in answers and asked.kind in {Kind.NAME, Kind.TEXT, Kind.NUMBER, Kind.CHOICE_OR_TEXT}:
            typed = chance(rng, NAMES if asked.kind is Kind.NAME else LETTERS, 150 if asked.kind is Kind.NAME else 500)
            try:
                answers[asked.id] = read_answer(asked, typed, answers, day_of(NOW), sure=True)
            except BadAnswer:
                continue
    try:
        materials = read_materials("\n".join(chance(rng, LETTERS, 190) for _ in range(20)), sure=True)
    except DomainError:
        materials = ()
    return replace(case, answers=answers, materials=materials)


def screens(case: Case, library: Resources, language: str) -> list[Screen]:
    texts, standard = load_texts(language, EDITION), library.standard
    pages = ApplyPages(standard, library.finder)
    draft = Draft(case, connected=True, now=NOW, today=day_of(NOW))
    card = library.finder.card(case.office, NOW) if case.office else None
    assert card
    return [
        review_screen(case, standard, texts, connected=False),
        package_screen(case, card, standard, texts),
        list_screen(case, standard, texts),
        visit_screen(case, applicant_name(case, standard), day_of(NOW), texts),
        materials_question(case, texts, safe("<&>")),
        *(pages.edit(draft, each.id, texts).screen for each in questions(case.subject, case.answers)),
        *(pages.card(draft, each.item.id, texts, explained=True).screen for each in cards(case, standard)),
    ]


@pytest.mark.untraced
@pytest.mark.parametrize("subject", KINDS)
def test_whatever_is_written_the_html_is_valid_and_the_words_are_shown(subject: str, library: Resources) -> None:
    """Every message is valid as Telegram's HTML, fits its limit, and shows the answer as it was written."""
    rng = random.Random(7)
    for number in range(ROUNDS // 2):
        case = written(rng, subject, library)
        for screen in screens(case, library, LANGUAGES[number % len(LANGUAGES)]):
            shown = parse_html(screen.text)
            assert 0 < len(shown.text) <= LONGEST_MESSAGE
        texts = load_texts("ru", EDITION)
        draft = Draft(case, connected=True, now=NOW, today=day_of(NOW))
        name = "full_name" if subject == MISSIONARY else "leader_name"
        asked = ApplyPages(library.standard, library.finder).edit(draft, name, texts).screen
        assert case.answers[name] in parse_html(asked.text).text
