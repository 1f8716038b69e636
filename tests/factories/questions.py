"""The questions of the edition of 2011, by kind of application."""

from __future__ import annotations

from collections.abc import Mapping

from assets.loaders.edition import load_standard
from domain.standard.edition import Subject
from domain.standard.questions import Question

ASKED = load_standard().questions
QUESTIONS: Mapping[Subject, tuple[Question, ...]] = {subject: asked.all for subject, asked in ASKED.items()}


def questions(subject: Subject, answers: Mapping[str, str]) -> tuple[Question, ...]:
    return ASKED[subject].asked(answers)


def question(subject: Subject, question_id: str) -> Question | None:
    return ASKED[subject].find(question_id)


def next_question(subject: Subject, answers: Mapping[str, str]) -> Question | None:
    return ASKED[subject].next(answers)
