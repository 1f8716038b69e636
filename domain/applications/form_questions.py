"""The questions of an application in their order; which one comes next depends on the answers alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.standard.edition import Condition, Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

REGISTRATION, REREGISTRATION = "registration", "reregistration"
SELF, REPRESENTATIVE = "self", "representative"
OFFICE = "office"  # the question which office it is filed with
YES, NO = "yes", "no"
PERSON, ENTITY = "person", "entity"
DOCUMENT_KINDS = ("passport", "identity-card", "residence-permit", "refugee", "stateless")
NONE_THERE = "нет"  # written on form 8 if there is no place of worship


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    CHOICE_OR_TEXT = "choice-or-text"
    PLACE = "place"
    NAME = "name"
    TEXT = "text"
    NUMBER = "number"
    PAST_DATE = "past-date"
    START_DATE = "start-date"
    END_DATE = "end-date"
    COUNT = "count"


class Part(StrEnum):
    """The part of the conversation a question belongs to."""

    ABOUT = "about"
    FORM = "form"
    CERTIFICATE = "certificate"  # on no form, but needed for the certificate of appendix 5
    CHECKLIST = "checklist"  # decides which documents are needed


def _always(_answers: Mapping[str, str]) -> bool:
    return True


def _again(answers: Mapping[str, str]) -> bool:
    return answers.get("intent") == REREGISTRATION


def _represented(answers: Mapping[str, str]) -> bool:
    return answers.get("by") == REPRESENTATIVE


@dataclass(frozen=True, slots=True)
class Question:
    """`id` is the key of the answer, `when` decides if it is asked.

    `cites` is the point or appendix that requires it, or its role (`domain.standard.cites`) if no form asks it.
    """

    id: str
    kind: Kind
    part: Part
    cites: str
    choices: tuple[str, ...] = ()
    when: Callable[[Mapping[str, str]], bool] = _always


_ABOUT = (
    Question("intent", Kind.CHOICE, Part.ABOUT, "11", (REGISTRATION, REREGISTRATION)),
    Question("by", Kind.CHOICE, Part.ABOUT, "11", (SELF, REPRESENTATIVE)),
    Question("territory", Kind.PLACE, Part.FORM, "1"),
    Question("office", Kind.PLACE, Part.ABOUT, "1"),
    Question("earlier_number", Kind.NUMBER, Part.ABOUT, "15", when=_again),
    Question("earlier_date", Kind.PAST_DATE, Part.ABOUT, "15", when=_again),
    Question("representative_name", Kind.NAME, Part.ABOUT, "11", when=_represented),
)
_MISSIONARY = (
    Question("full_name", Kind.NAME, Part.FORM, "app.7"),
    Question("address", Kind.TEXT, Part.FORM, "app.7"),
    Question("document_kind", Kind.CHOICE_OR_TEXT, Part.FORM, "app.7", DOCUMENT_KINDS),
    Question("document_number", Kind.NUMBER, Part.FORM, "app.7"),
    Question("document_date", Kind.PAST_DATE, Part.FORM, "app.7"),
    Question("document_issuer", Kind.TEXT, Part.FORM, "app.7"),
    Question("confession", Kind.TEXT, Part.FORM, "app.7"),
    Question("term_from", Kind.START_DATE, Part.FORM, "app.7"),
    Question("term_to", Kind.END_DATE, Part.FORM, "app.7"),
    Question("citizenship", Kind.TEXT, Part.CERTIFICATE, "app.5"),
    Question("association", Kind.TEXT, Part.CERTIFICATE, "app.5"),
    Question("city", Kind.TEXT, Part.CERTIFICATE, "app.5"),
)
_GROUP = (
    Question("group_name", Kind.TEXT, Part.FORM, "app.8"),
    Question("confession", Kind.TEXT, Part.FORM, "app.8"),
    Question("leader_name", Kind.NAME, Part.FORM, "app.8"),
    Question("adult_members", Kind.COUNT, Part.FORM, "app.8"),
    Question("location", Kind.TEXT, Part.FORM, "app.8"),
    Question("place_of_worship", Kind.CHOICE_OR_TEXT, Part.FORM, "app.8", (NONE_THERE,)),
    Question("leader_counted", Kind.CHOICE, Part.CHECKLIST, "11.2", (YES, NO)),
    Question("premises_owner", Kind.CHOICE, Part.CHECKLIST, "11.2", (PERSON, ENTITY)),
)
QUESTIONS: Mapping[Subject, tuple[Question, ...]] = {
    Subject.MISSIONARY: _ABOUT + _MISSIONARY,
    Subject.GROUP: _ABOUT + _GROUP,
}


def questions(subject: Subject, answers: Mapping[str, str]) -> tuple[Question, ...]:
    """The questions these answers lead to, in order."""
    return tuple(each for each in QUESTIONS[subject] if each.when(answers))


def question(subject: Subject, question_id: str) -> Question | None:
    """Finds a question by id; None if the form has no such question."""
    return next((each for each in QUESTIONS[subject] if each.id == question_id), None)


def next_question(subject: Subject, answers: Mapping[str, str]) -> Question | None:
    """The first unanswered question; None if all are answered."""
    return next((each for each in questions(subject, answers) if each.id not in answers), None)


def conditions(answers: Mapping[str, str]) -> frozenset[Condition]:
    """The conditions that select items of the checklist of point 11."""
    found = set()
    if _represented(answers):
        found.add(Condition.REPRESENTATIVE)
    if answers.get("premises_owner") == PERSON:
        found.add(Condition.OWNER_IS_NATURAL_PERSON)
    return frozenset(found)


def relevant(subject: Subject, answers: Mapping[str, str]) -> dict[str, str]:
    """Drops the answers to questions that are no longer asked."""
    relevant_ids = {each.id for each in questions(subject, answers)} | {"region", "districts"}
    return {key: value for key, value in answers.items() if key in relevant_ids}
