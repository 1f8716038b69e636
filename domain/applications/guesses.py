"""Answers that other answers suggest. They stand among the applicant's on the review, marked, until these change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.applications.territory import read_territory
from domain.text import plain_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.applications.case import Case
    from domain.standard.edition import Standard
    from domain.standard.questions import Guess


def without_guesses(case: Case) -> Case:
    """A draft with what its applicant has said themselves."""
    said = {key: text for key, text in case.answers.items() if key not in case.guessed}
    return replace(case, answers=said, guessed=frozenset())


def guess_answers(case: Case, standard: Standard) -> Case:
    """A draft with an answer, marked as a guess, to each question without one to which an edition has a guess.

    Raises:
        UnknownRegion, UnknownUnit: the edition has not what was chosen as the territory.
    """
    asked, answers = standard.questions[case.subject], dict(case.answers)
    guessed = set(case.guessed)
    for question in asked.all:
        if question.id in answers or not all(each.holds(answers) for each in question.when):
            continue
        found = (_find(each, answers, standard) for each in question.guesses)
        if answer := next((each for each in found if each), ""):
            answers[question.id] = answer
            guessed.add(question.id)
    return replace(case, answers=answers, guessed=frozenset(guessed))


def _find(guess: Guess, answers: Mapping[str, str], standard: Standard) -> str:
    """The answer of a guess; empty where nothing suggests it."""
    if not all(each.holds(answers) for each in guess.when):
        return ""
    if guess.like and not guess.like.fullmatch(" ".join(plain_words(answers.get(guess.source, "")))):
        return ""
    return guess.answer or _find_city(answers, standard)


def _find_city(answers: Mapping[str, str], standard: Standard) -> str:
    """The city that was chosen as the territory, alone; empty where it is more, or a district of villages."""
    territory = read_territory(answers, standard)
    chosen = territory.districts if territory else ()
    names = chosen[0].place.names if len(chosen) == 1 and chosen[0].city else ()
    return names[0] if names else ""
