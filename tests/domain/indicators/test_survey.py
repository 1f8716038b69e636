"""Questions after an outcome or an answer: each comes once, and only people who complained rate the appeal."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.applications.case import Case, CaseState
from domain.applications.outcomes import Handover
from domain.complaints.complaint import Answer, Complaint
from domain.indicators.survey import SurveySheet, Topic, asks_alone, subject_of, topics_of
from domain.standard.edition import Standard
from domain.standard.indicators import Measure
from tests.factories.cases import worked
from tests.factories.complaints import begun
from tests.factories.moments import NOW
from tests.factories.units import EDITION, KOKSHETAU

HOUR = timedelta(hours=1)
USUAL = (Topic.PROCESS, Topic.INFORMATION, Topic.POLITENESS)


def complaint(name: str, *answered: datetime, case_id: str = "", earlier: str = "") -> Complaint:
    answers = tuple(Answer(at, "Ли Б.", "Ответ.") for at in answered)
    return begun(name, case_id=case_id, earlier=earlier, answers=answers)


def by_id(*complaints: Complaint) -> dict[str, Complaint]:
    return {each.id: each for each in complaints}


@pytest.fixture
def issued(standard: Standard) -> Case:
    return worked(standard, CaseState.ISSUED)


def test_after_an_outcome(standard: Standard, issued: Case) -> None:
    """Process, information and politeness, after either outcome."""
    assert topics_of(issued, {}, standard) == USUAL
    assert topics_of(worked(standard, CaseState.REFUSED), {}, standard) == USUAL


def test_what_no_indicator_is_for_is_not_asked(standard: Standard, issued: Case) -> None:
    """In the order of the survey, whatever the order of the rows."""
    rows = [each for each in reversed(standard.indicators) if each.measure is not Measure.PROCESS]
    asked = topics_of(issued, {}, replace(standard, indicators=tuple(rows)))
    assert asked == (Topic.INFORMATION, Topic.POLITENESS)


@pytest.mark.parametrize("state", [each for each in CaseState if each not in {CaseState.ISSUED, CaseState.REFUSED}])
def test_without_an_outcome_nothing_is_asked(standard: Standard, state: CaseState) -> None:
    """Not about a case in progress or a withdrawn one."""
    assert topics_of(worked(standard, state), {}, standard) == ()


@pytest.mark.parametrize(
    ("about", "asked"),
    [
        (complaint("c", NOW - HOUR, case_id="draft1"), True),
        (complaint("c", NOW - HOUR, NOW + HOUR, case_id="draft1"), True),
        (complaint("c", NOW + HOUR, case_id="draft1"), False),
        (complaint("c", case_id="draft1"), False),
        (complaint("c", NOW - HOUR, case_id="another"), False),
        (complaint("c", NOW - HOUR), False),
    ],
)
def test_the_order_of_appeal_after_an_outcome(
    standard: Standard,
    issued: Case,
    about: Complaint,
    asked: bool,  # noqa: FBT001  # a case
) -> None:
    """Only with an answered complaint about this very case, between information and politeness."""
    assert topics_of(issued, by_id(about), standard) == (tuple(Topic) if asked else USUAL)


def test_after_an_answer(standard: Standard, issued: Case) -> None:
    """It is asked if the outcome is known or will not come; otherwise it comes with the outcome."""
    open_case = worked(standard, CaseState.IN_REVIEW)
    withdrawn = worked(standard, CaseState.WITHDRAWN)
    late, unanswered = complaint("c", NOW + HOUR, case_id="draft1"), complaint("c", case_id="draft1")
    for case, asked in ((issued, True), (withdrawn, True), (None, True), (open_case, False)):
        assert asks_alone(late, case, by_id(late)) is asked
        assert not asks_alone(unanswered, case, by_id(unanswered))
    alone = complaint("c", NOW)
    assert asks_alone(alone, None, by_id(alone))


def test_each_answered_complaint_is_asked_about_in_one_place(standard: Standard, issued: Case) -> None:
    """With the outcome or after the answer, never both and never neither, whichever came first."""
    assert issued.handing
    for minutes in (-1, 1):
        about = complaint("c", NOW + timedelta(minutes=minutes), case_id="draft1")
        with_outcome = Topic.COMPLAINTS in topics_of(issued, by_id(about), standard)
        assert with_outcome is not asks_alone(about, issued, by_id(about))
    # at the same moment the order is unknown, and once is enough
    same = complaint("c", NOW, case_id="draft1")
    assert Topic.COMPLAINTS in topics_of(issued, by_id(same), standard)
    assert not asks_alone(same, issued, by_id(same))


def test_a_second_complaint_about_the_same_is_not_asked_about(issued: Case) -> None:
    """For one case, and for complaints taken further, only the first answer brings the question."""
    issued = replace(issued, handing=Handover("1/2026", NOW - HOUR, "А.", "Б.", "паспорт"))
    first, second = complaint("a", NOW, case_id="draft1"), complaint("b", NOW + HOUR, case_id="draft1")
    assert asks_alone(first, issued, by_id(first, second))
    assert not asks_alone(second, issued, by_id(first, second))
    begun, further = complaint("a", NOW), complaint("b", NOW + HOUR, earlier="a")
    assert not asks_alone(further, None, by_id(begun, further))
    silent = complaint("a")
    assert asks_alone(further, None, by_id(silent, further))
    other = complaint("x", NOW - HOUR)
    assert asks_alone(further, None, by_id(silent, further, other))


def test_what_a_complaint_is_about() -> None:
    """The case, or else the first of the complaints taken further that still exists."""
    first, second = complaint("a"), complaint("b", earlier="a")
    third = complaint("c", earlier="b")
    assert subject_of(third, by_id(first, second, third)) == "a"
    assert subject_of(third, by_id(second, third)) == "b"
    assert subject_of(first, {}) == "a"
    assert subject_of(complaint("d", case_id="draft1"), {}) == "draft1"


def test_one_question_after_another() -> None:
    """In the appendix's order; an answered question is not repeated."""
    sheet = SurveySheet("a", "a", KOKSHETAU, USUAL, edition=EDITION)
    assert sheet.next is Topic.PROCESS
    assert replace(sheet, answered=frozenset({Topic.PROCESS})).next is Topic.INFORMATION
    assert replace(sheet, answered=frozenset({Topic.INFORMATION})).next is Topic.PROCESS
    assert replace(sheet, answered=frozenset(USUAL)).next is None
