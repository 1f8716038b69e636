"""The questions of an application as an edition has them; which one comes next depends on the answers alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

REGION, DISTRICTS = "region", "districts"  # keys beside the answers: what the territory was chosen from


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
    CERTIFICATE = "certificate"  # on no form, but needed for the certificate
    CHECKLIST = "checklist"  # decides which documents are needed


class Role(StrEnum):
    """What the program itself needs an answer for; an edition says which question gives it."""

    INTENT = "first-or-again"  # a first registration or another one
    EARLIER_NUMBER = "earlier-number"  # of the certificate or note that is registered anew
    EARLIER_DATE = "earlier-date"
    REPRESENTATIVE = "representative-name"
    TERRITORY = "place-of-activity"
    OFFICE = "office"  # with which it is filed
    APPLICANT = "applicant-name"
    GROUP = "group-name"
    ADDRESS = "address"  # where the applicant or the group is found
    START = "start"  # of the activity
    END = "end"


class Label(StrEnum):
    """What stands on a form before an answer, as people write it again into theirs."""

    NAME = "name"
    ADDRESS = "address"
    CITIZENSHIP = "nationality"
    NUMBER = "number"
    ISSUER = "issuer"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that stands on a button: the value that is kept, and the last part of its text's id.

    It also has what papers call it in Russian, if that is not its value; a document's kind, "issued" in the matching
    gender.
    """

    value: str
    text: str
    printed: str = ""
    issued: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds where a question has any of these answers."""

    question: str
    values: frozenset[str]

    def holds(self, answers: Mapping[str, str]) -> bool:
        """Whether the question was answered so."""
        return answers.get(self.question) in self.values


@dataclass(frozen=True, slots=True)
class Guess:
    """An answer that other answers suggest; it counts once the applicant has seen it among theirs.

    Attributes:
        answer: What is suggested; empty where it is the city that was chosen as the territory.
        when: It is suggested only where all these hold.
        source: The question whose answer suggests it, if the choices in `when` are not enough.
        like: What that answer is like, whole and as plain words.
    """

    answer: str = ""
    when: tuple[Condition, ...] = ()
    source: str = ""
    like: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `id` is the key of its answer.

    Attributes:
        cites: The point or appendix that requires it, or its role (`domain.standard.cites`) if no form asks it.
        when: It is asked only where all these hold.
        role: What the program needs the answer for, if for anything.
        again: Of the intent, the choice that means another registration.
        after: The question whose date comes before this one.
        carried: Whether the answer is kept for another registration.
        label: What people write before their answer again.
        words, letters: The least that makes sense; 0 where the kind of question says enough.
        together: The questions below it that one message or button may answer with it.
        guesses: What other answers suggest, the likeliest first.
    """

    id: str
    kind: Kind
    part: Part
    cites: str
    choices: tuple[Choice, ...] = ()
    when: tuple[Condition, ...] = ()
    role: Role | None = None
    again: str = ""
    after: str = ""
    carried: bool = False
    label: Label | None = None
    words: int = 0
    letters: int = 0
    together: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """The answers that stand on buttons."""
        return tuple(each.value for each in self.choices)

    def choice(self, value: str) -> Choice | None:
        """The choice with this value; None if it was typed."""
        return next((each for each in self.choices if each.value == value), None)


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The questions of one kind of application, in their order."""

    all: tuple[Question, ...]

    def asked(self, answers: Mapping[str, str]) -> tuple[Question, ...]:
        """The questions these answers lead to."""
        return tuple(each for each in self.all if all(condition.holds(answers) for condition in each.when))

    def find(self, question_id: str) -> Question | None:
        """The question of this id; None if there is none."""
        return next((each for each in self.all if each.id == question_id), None)

    def together(self, first: Question, answers: Mapping[str, str]) -> tuple[Question, ...]:
        """The question with those that may be answered with it, as far as they are asked now."""
        asked = {each.id: each for each in self.asked(answers)}
        return (first, *(asked[each] for each in first.together if each in asked))

    def next(self, answers: Mapping[str, str]) -> Question | None:
        """The first unanswered question; None if all are answered."""
        return next((each for each in self.asked(answers) if each.id not in answers), None)

    def relevant(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Drops the answers to questions that are no longer asked."""
        ids = {each.id for each in self.asked(answers)} | {REGION, DISTRICTS}
        return {key: value for key, value in answers.items() if key in ids}

    def carried(self, answers: Mapping[str, str]) -> dict[str, str]:
        """The answers that are kept for another registration."""
        ids = {each.id for each in self.all if each.carried} | {REGION, DISTRICTS}
        return {key: value for key, value in answers.items() if key in ids}

    def translate(self, answers: Mapping[str, str], other: Questionnaire) -> dict[str, str]:
        """These answers under the questions of another edition that ask the same, by role or else by id.

        Places are left out: they are of this edition. So is a choice that the other question does not offer.
        """
        found: dict[str, str] = {}
        for asked in other.all:
            own = self.same(asked)
            if own and own.kind is asked.kind and asked.kind is not Kind.PLACE:
                value = answers.get(own.id, "")
                value = asked.again if own.again and value == own.again else value
                typed = asked.kind is not Kind.CHOICE and value not in own.values
                if value and (typed or value in asked.values):
                    found[asked.id] = value
        return found

    def same(self, other: Question) -> Question | None:
        """The question that asks the same as one of another edition, by role or else by id; None if there is none."""
        return self.with_role(other.role) if other.role else self.find(other.id)

    def with_role(self, role: Role) -> Question | None:
        """The question that gives this; None if the edition asks no such thing."""
        return next((each for each in self.all if each.role is role), None)

    def is_again(self, role: Role, answers: Mapping[str, str]) -> bool:
        """Whether the question with this role was answered with its choice `again`."""
        asked = self.with_role(role)
        return asked is not None and bool(asked.again) and answers.get(asked.id) == asked.again

    def answer(self, role: Role, answers: Mapping[str, str]) -> str:
        """What was answered to the question with this role; empty if nothing was, or none has it."""
        asked = self.with_role(role)
        return answers.get(asked.id, "") if asked else ""
