"""One question at a time: why it is asked, an example, and what was wrong with the previous answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.dates import quick_dates
from dialogs.applications.elements import (
    DATE_KINDS,
    application_button,
    application_callback,
    choice_text,
    later_button,
    shown_answer,
)
from dialogs.ui.formatting import cited, slug
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import paragraphs
from domain.standard.questions import Part

if TYPE_CHECKING:
    from datetime import date

    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.errors import BadAnswer
    from domain.standard.edition import Standard
    from domain.standard.questions import Question


def question_screen(
    case: Case, current: Question, standard: Standard, texts: Texts, today: date, problem: BadAnswer | None = None
) -> Screen:
    """Asks a question, below the problem with the previous answer if there was one."""
    own = f"q-{slug(current.id)}"
    answer = case.answers.get(current.id)
    text = paragraphs(
        answer_problem_text(problem, texts) if problem else None,
        place_text(case, current, standard, texts),
        texts(own),
        texts(f"{own}-why", cites=cited(current.cites, texts)),
        texts(f"{own}-example") if texts.knows(f"{own}-example") else None,
        texts("apply-not-on-form") if current.part is Part.CERTIFICATE else None,
        texts("apply-now", answer=shown_answer(case, current, standard, texts)) if answer else None,
    )
    return Screen(text, column(*_choices(case, current, texts, today), *ways_back(case, current, standard, texts)))


def place_text(case: Case, current: Question, standard: Standard, texts: Texts) -> Html:
    """The progress, as in `Вопрос 3 из 17`."""
    number, total = place_of(case, current, standard)
    return texts("apply-place", number=str(number), total=str(total))


def place_of(case: Case, current: Question, standard: Standard) -> tuple[int, int]:
    """The number of a question, and how many there are."""
    row = standard.questions[case.subject].asked(case.answers)
    return next((at for at, each in enumerate(row, 1) if each.id == current.id), len(row)), len(row)


def answer_problem_text(problem: BadAnswer, texts: Texts) -> Html | None:
    """Says what is wrong with an answer; None where a question is only asked again."""
    return texts(f"bad-{problem.reason}", **problem.details) if problem.reason else None


def ways_back(case: Case, current: Question, standard: Standard, texts: Texts) -> tuple[Button | None, ...]:
    """Buttons to keep the present answer, go to the previous question, or leave."""
    row = [each.id for each in standard.questions[case.subject].asked(case.answers)]
    at = row.index(current.id) if current.id in row else 0
    keep = application_button(case, texts, "apply-keep-button", "next") if current.id in case.answers else None
    back = application_button(case, texts, "apply-previous-button", "edit", row[at - 1]) if at else None
    return (keep, back, later_button(texts))


def _choices(case: Case, current: Question, texts: Texts, today: date) -> list[Button]:
    if current.kind in DATE_KINDS:
        return quick_dates(case, current, texts, today)
    return [
        Button(texts.plain(choice_text(current, each)), application_callback(case, "ans", f"{current.id}.{at}"))
        for at, each in enumerate(current.choices)
    ]
