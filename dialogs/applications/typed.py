"""Reads what is typed where the answer stands on buttons: the words of a button, in any language, or a part of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.elements import choice_text, choices_text
from domain.applications.case import Declaration
from domain.text import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dialogs.ui.texts import Texts
    from domain.standard.questions import Question

ALL_BUTTONS = ("checklist-all-button", "checklist-all-none-button", "checklist-rest-button")
BUTTON_OF = {Declaration.HAVE: "card-have-button", Declaration.NOT_YET: "card-not-yet-button"}


def read_choice(asked: Question, typed: str, languages: Iterable[Texts]) -> str:
    """The choice whose button says this; empty where none does, or several do."""
    labels: list[tuple[str, str]] = []
    for texts in languages:
        for each in asked.choices:
            own = choice_text(asked, each)
            labels += [(each.value, texts.plain(name)) for name in (own, f"{own}-typed") if texts.knows(name)]
    return _find(typed, labels)


def read_choices_of_two(first: Question, second: Question, typed: str, languages: Iterable[Texts]) -> tuple[str, str]:
    """The two choices that the button which says this answers with; empty where there is none, or several."""
    labels = [
        (f"{one.value}\n{other.value}", texts.plain(choices_text(first, one, second, other)))
        for texts in languages
        for one in first.choices
        for other in second.choices
        if texts.knows(choices_text(first, one, second, other))
    ]
    one, _, other = _find(typed, labels).partition("\n")
    return one, other


def read_declaration(typed: str, languages: Iterable[Texts]) -> Declaration | None:
    """Whether the applicant says that they have a document; None where they say neither."""
    labels: list[tuple[str, str]] = []
    for texts in languages:
        labels += [(each, texts.plain(button)) for each, button in BUTTON_OF.items()]
        labels += [(Declaration.HAVE, texts.plain("typed-yes")), (Declaration.NOT_YET, texts.plain("typed-no"))]
    found = _find(typed, labels)
    return Declaration(found) if found else None


def says_all(typed: str, languages: Iterable[Texts]) -> bool:
    """Whether the applicant says that they have every document."""
    languages = list(languages)
    labels = [(Declaration.HAVE, texts.plain(button)) for texts in languages for button in ALL_BUTTONS]
    return bool(_find(typed, labels)) or read_declaration(typed, languages) is Declaration.HAVE


def _find(typed: str, labels: Iterable[tuple[str, str]]) -> str:
    """By all words of a label, else by words that only one label has."""
    wanted = plain_words(typed)
    words: Mapping[tuple[str, str], tuple[str, ...]] = {each: plain_words(each[1]) for each in labels}
    whole = {value for (value, _), theirs in words.items() if theirs == wanted}
    part = {value for (value, _), theirs in words.items() if wanted and set(wanted) <= set(theirs)}
    for found in (whole, part):
        if len(found) == 1:
            return found.pop()
    return ""
