from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.standard.edition import Standard
from domain.standard.questions import Condition, Kind, Part, Question, Questionnaire, Role
from tests.factories.cases import ANSWERS, ASKED, QUESTIONS, next_question, question, questions
from tests.factories.units import GROUP, KINDS, MISSIONARY

MOST = 40  # more questions than any form has


def combinations(subject: str) -> list[dict[str, str]]:
    """Returns every way to answer the questions that offer choices."""
    choices = [each for each in QUESTIONS[subject] if each.kind is Kind.CHOICE]
    return [
        dict(zip((each.id for each in choices), taken, strict=True))
        for taken in product(*(each.values for each in choices))
    ]


def walk(subject: str, chosen: dict[str, str]) -> list[Question]:
    """Answers the next question until there is none."""
    answers: dict[str, str] = {}
    asked: list[Question] = []
    while (following := next_question(subject, answers)) and len(asked) < MOST:
        asked.append(following)
        answers[following.id] = chosen.get(following.id, "x")
    return asked


WAYS = [(subject, chosen) for subject in KINDS for chosen in combinations(subject)]


@pytest.mark.parametrize(("subject", "chosen"), WAYS)
def test_answering_ends(subject: str, chosen: dict[str, str]) -> None:
    """Whatever is chosen, every question comes once and in order, and only if the answers call for it."""
    asked = walk(subject, chosen)
    assert asked == list(questions(subject, chosen))
    assert len({each.id for each in asked}) == len(asked)


@given(st.sampled_from(WAYS), st.randoms(use_true_random=False))
def test_answers_in_any_order(way: tuple[str, dict[str, str]], chance: Random) -> None:
    """Progress is computed: whatever was answered before, the next question is the first open one."""
    subject, chosen = way
    answers = {each.id: chosen.get(each.id, "x") for each in QUESTIONS[subject] if chance.random() < 0.5}
    for _ in range(MOST):
        following = next_question(subject, answers)
        called_for = questions(subject, answers)
        if following is None:
            break
        assert following in called_for
        assert following.id not in answers
        assert all(each.id in answers for each in called_for[: called_for.index(following)])
        answers[following.id] = chosen.get(following.id, "x")
    assert next_question(subject, answers) is None


def test_who_acts_and_what_for() -> None:
    """An earlier paper is asked for only on re-registration, a representative's name only if there is one."""
    plain = {each.id for each in questions(GROUP, {})}
    again = {each.id for each in questions(GROUP, {"intent": "reregistration"})}
    represented = {each.id for each in questions(GROUP, {"by": "representative"})}
    assert again - plain == {"earlier_number", "earlier_date"}
    assert represented - plain == {"representative_name"}


def test_a_question_by_its_id() -> None:
    """A question is found only on its own form."""
    found = question(GROUP, "leader_name")
    assert found
    assert found.kind is Kind.NAME
    assert question(MISSIONARY, "leader_name") is None
    assert question(GROUP, "nonsense") is None


@pytest.mark.parametrize("subject", KINDS)
def test_ids_are_unique(subject: str) -> None:
    """No two questions share an answer, and questions with choices offer some."""
    ids = [each.id for each in QUESTIONS[subject]]
    assert len(set(ids)) == len(ids)
    assert all(bool(each.choices) == each.kind.startswith("choice") for each in QUESTIONS[subject])


def test_every_answer_of_the_forms_is_asked_for(standard: Standard) -> None:
    """The bot asks for exactly what the applicant writes on the lines of appendices 5, 7 and 8."""
    for appendix, subject in ((7, MISSIONARY), (8, GROUP)):
        on_the_form = {
            part
            for line in standard.printed_forms[appendix].fields
            if line.source == "applicant"
            for part in line.parts
        }
        asked = {each.id for each in QUESTIONS[subject] if each.part is Part.FORM}
        assert on_the_form == asked


def test_every_question_cites_the_standard(standard: Standard) -> None:
    """Each question names a point or an appendix that the standard has."""
    for each in {one for asked in QUESTIONS.values() for one in asked}:
        appendix = each.cites.removeprefix("app.")
        known = range(1, 10) if appendix != each.cites else standard.points
        assert int(appendix.split(".")[0]) in known


@pytest.mark.parametrize("subject", KINDS)
def test_answers_that_are_no_longer_asked_for(subject: str) -> None:
    """Another choice removes the answers that only the first one called for; the chosen territory stays."""
    answers = ANSWERS[subject] | {"intent": "reregistration", "earlier_number": "17", "earlier_date": "2025-02-01"}
    assert ASKED[subject].relevant(answers) == answers
    assert ASKED[subject].relevant(answers | {"intent": "registration"}) == ANSWERS[subject]


def renamed(asked: Questionnaire, suffix: str = "_new") -> Questionnaire:
    """The same questions under other ids."""
    conditions = {
        each: tuple(Condition(f"{one.question}{suffix}", one.values) for one in each.when) for each in asked.all
    }
    return Questionnaire(tuple(replace(each, id=f"{each.id}{suffix}", when=conditions[each]) for each in asked.all))


@pytest.mark.parametrize("subject", KINDS)
def test_answers_under_the_questions_of_another_edition(subject: str) -> None:
    """What both ask is taken over, by role or else by id; places, and choices that are not offered, are not."""
    asked, answers = ASKED[subject], ANSWERS[subject] | {"intent": "reregistration"}
    same = asked.translate(answers, asked)
    assert same == {
        key: text for key, text in answers.items() if key not in {"region", "districts", "territory", "office"}
    }
    other = renamed(asked)
    by_role = {each.id for each in other.all if each.role and each.kind is not Kind.PLACE}
    assert asked.translate(answers, other).keys() == by_role & {f"{key}_new" for key in answers}
    without = Questionnaire(tuple(replace(each, choices=each.choices[:1]) for each in asked.all))
    assert "intent" not in asked.translate(answers, without)


def test_what_is_carried_into_another_registration() -> None:
    """Neither the term nor what is asked anew, but the place that was chosen."""
    kept = ASKED[MISSIONARY].carried({**ANSWERS[MISSIONARY], "region": "akmola", "districts": "3"})
    assert {"full_name", "territory", "region", "districts"} <= kept.keys()
    assert not {"intent", "term_from", "term_to", "by"} & kept.keys()


def test_an_edition_without_a_role() -> None:
    """A question that nobody asks has no answer, and says nothing."""
    asked = ASKED[MISSIONARY]
    assert (asked.with_role(Role.GROUP), asked.answer(Role.GROUP, {})) == (None, "")
    assert not ASKED[GROUP].is_again(Role.START, {"term_from": "no"})
    assert not asked.is_again(Role.APPLICANT, {"full_name": ""})
