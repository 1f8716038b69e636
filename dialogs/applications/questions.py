"""One question at a time: why it is asked, an example, and what was wrong with the previous answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.dates import quick_dates
from dialogs.applications.elements import (
    DATE_KINDS,
    application_button,
    application_callback,
    choice_text,
    choices_text,
    later_button,
    shown_answer,
)
from dialogs.ui.formatting import cited, slug
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs
from domain.standard.questions import Part
from domain.standard.together import is_pair_of_choices, is_typed_together

if TYPE_CHECKING:
    from collections.abc import Sequence
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
    now = "apply-now-guessed" if current.id in case.guessed else "apply-now"
    together = find_together(case, current, standard)
    typed = is_typed_together([each.kind for each in together])
    example = f"{own}-together" if typed else f"{own}-example"
    text = paragraphs(
        answer_problem_text(problem, texts) if problem else None,
        place_text(case, current, standard, texts),
        texts(own),
        texts(f"{own}-why", cites=cited(current.cites, texts)),
        texts(example) if texts.knows(example) else None,
        texts("apply-not-on-form") if current.part is Part.CERTIFICATE else None,
        texts(now, answer=shown_answer(case, current, standard, texts)) if answer else None,
    )
    choices = _choices(case, together, texts, today)
    return Screen(text, column(*choices, *ways_back(case, current, standard, texts)))


def find_together(case: Case, current: Question, standard: Standard) -> tuple[Question, ...]:
    """The question with those that may be answered with it; itself alone once one of them was answered."""
    found = standard.questions[case.subject].together(current, case.answers)
    unanswered = all(each.id not in case.answers or each.id in case.guessed for each in found[1:])
    return found if unanswered else found[:1]


def recorded_text(case: Case, said: Sequence[str], standard: Standard, texts: Texts) -> Html | None:
    """What was read of a message that answered several questions; None if it answered one."""
    asked = standard.questions[case.subject]
    read = [each for each in asked.all if each.id in said and each.id in case.answers]
    if len(read) < 2:  # noqa: PLR2004  # several
        return None
    return lines(texts("recorded"), *(answer_row(case, each, standard, texts) for each in read))


def answer_row(case: Case, question: Question, standard: Standard, texts: Texts, room: int | None = None) -> Html:
    """An answer with its label; one that was guessed is marked."""
    answered = bool(case.answers.get(question.id))
    shown = shown_answer(case, question, standard, texts, room) if answered else texts("review-unanswered")
    row = texts("review-row", label=texts(f"label-{slug(question.id)}"), answer=shown)
    return texts("review-row-guessed", row=row) if question.id in case.guessed else row


def place_text(case: Case, current: Question, standard: Standard, texts: Texts) -> Html:
    """The progress, as in `Вопрос 3 из 17`."""
    number, total = place_of(case, current, standard)
    return texts("apply-place", number=str(number), total=str(total))


def place_of(case: Case, current: Question, standard: Standard) -> tuple[int, int]:
    """The number of a question, and how many there are: those that one message may answer count as one.

    What is guessed is not asked.
    """
    asked = [each for each in standard.questions[case.subject].asked(case.answers) if each.id not in case.guessed]
    head_of = {each: question.id for question in asked for each in question.together}
    row = [each.id for each in asked if each.id not in head_of]
    wanted = head_of.get(current.id, current.id)
    return row.index(wanted) + 1 if wanted in row else len(row), len(row)


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


def _choices(case: Case, together: Sequence[Question], texts: Texts, today: date) -> list[Button]:
    current = together[0]
    if current.kind in DATE_KINDS:
        return quick_dates(case, together, texts, today)
    if is_pair_of_choices([each.kind for each in together]):
        return _choices_of_two(case, current, together[1], texts)
    return [
        Button(texts.plain(choice_text(current, each)), application_callback(case, "ans", f"{current.id}.{at}"))
        for at, each in enumerate(current.choices)
    ]


def _choices_of_two(case: Case, first: Question, second: Question, texts: Texts) -> list[Button]:
    """A button for each pair of choices, which answers both questions."""
    return [
        Button(
            texts.plain(choices_text(first, one, second, other)),
            application_callback(case, "ans", f"{first.id}.{at}.{beside}"),
        )
        for at, one in enumerate(first.choices)
        for beside, other in enumerate(second.choices)
    ]
