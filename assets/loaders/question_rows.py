"""questions.toml, and the conditions of checklists.toml: what is asked, when, and what the program needs it for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field

from assets.loaders.edition_rows import Id, Row, Text
from domain.standard.questions import Choice, Condition, Guess, Kind, Label, Part, Question, Questionnaire, Role
from domain.standard.together import can_be_together

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from assets.loaders.faults import FaultList
    from assets.loaders.files import Entry

FILE = "questions.toml"
NEEDED = (Role.TERRITORY, Role.OFFICE, Role.APPLICANT)  # without these no application can be filed
KINDS = {
    Role.INTENT: Kind.CHOICE,
    Role.EARLIER_NUMBER: Kind.NUMBER,
    Role.EARLIER_DATE: Kind.PAST_DATE,
    Role.TERRITORY: Kind.PLACE,
    Role.OFFICE: Kind.PLACE,
    Role.START: Kind.START_DATE,
    Role.END: Kind.END_DATE,
}
GUESSED = frozenset({Kind.CHOICE, Kind.CHOICE_OR_TEXT, Kind.TEXT})
CHOSEN = frozenset({Kind.CHOICE, Kind.CHOICE_OR_TEXT})


def _listed(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


# By the id of a question the answer to it with which something holds, or a list: any of them.
Conditions = dict[Id, Annotated[tuple[Text, ...], BeforeValidator(_listed), Field(min_length=1)]]


class ChoiceRow(Row):
    """One of the choices of a question."""

    value: Text
    text: Id | None = None
    printed: str = ""
    issued: str = ""

    def to_domain(self) -> Choice:
        """The choice; its text is named after its value, if nothing else is said."""
        return Choice(self.value, self.text or self.value, self.printed, self.issued)


class GuessRow(Row):
    """An answer that other answers suggest."""

    answer: str = ""
    city: bool = False
    when: Conditions = Field(default_factory=dict)
    source: Annotated[str, Field(alias="from")] = ""
    like: re.Pattern[str] | None = None

    def to_domain(self) -> Guess:
        """The guess."""
        return Guess(self.answer, read_conditions(self.when), self.source, self.like)


class QuestionRow(Row):
    """questions.toml, [[question]]."""

    id: Id
    of: Annotated[tuple[Id, ...], Field(min_length=1)]
    kind: Kind
    part: Part
    cites: Text
    role: Role | None = None
    choices: tuple[ChoiceRow, ...] = ()
    when: Conditions = Field(default_factory=dict)
    again: str = ""
    after: str = ""
    carried: bool = False
    label: Label | None = None
    words: Annotated[int, Field(ge=0)] = 0
    letters: Annotated[int, Field(ge=0)] = 0
    together: tuple[Id, ...] = ()
    guesses: tuple[GuessRow, ...] = ()

    def to_domain(self) -> Question:
        """The question."""
        return Question(
            self.id,
            self.kind,
            self.part,
            self.cites,
            choices=tuple(each.to_domain() for each in self.choices),
            when=read_conditions(self.when),
            role=self.role,
            again=self.again,
            after=self.after,
            carried=self.carried,
            label=self.label,
            words=self.words,
            letters=self.letters,
            together=self.together,
            guesses=tuple(each.to_domain() for each in self.guesses),
        )


def read_conditions(row: Mapping[str, Sequence[str]]) -> tuple[Condition, ...]:
    """What must hold together."""
    return tuple(Condition(question, frozenset(values)) for question, values in row.items())


class ConditionsRow(Row):
    """checklists.toml, [conditions]: when an item with this condition is required."""

    conditions: dict[Id, Annotated[Conditions, Field(min_length=1)]]

    def to_domain(self) -> dict[str, tuple[Condition, ...]]:
        """Each condition by name."""
        return {name: read_conditions(each) for name, each in self.conditions.items()}


def build_questionnaires(rows: Iterable[QuestionRow], kinds: Iterable[str]) -> dict[str, Questionnaire]:
    """The questions of each kind of application, in the order of the file."""
    kept = list(rows)
    return {kind: Questionnaire(tuple(row.to_domain() for row in kept if kind in row.of)) for kind in kinds}


def check_questions(entries: Sequence[Entry[QuestionRow]], kinds: Sequence[str], faults: FaultList) -> None:
    """Each kind of application has the questions it needs, and each question refers only to earlier ones."""
    invalid = [entry.value("id") for entry in entries if entry.row is None]
    for kind in kinds:
        before: dict[str, QuestionRow] = {}
        for entry in entries:
            row = entry.row
            if row is None or kind not in row.of:
                continue
            for field, name in _faults_of(row, before, invalid):
                faults.add(FILE, entry.name, field, name)
            before[row.id] = row
        for entry in entries if not invalid else ():
            if entry.row and kind in entry.row.of and not _are_together(entry.row, before):
                faults.add(FILE, entry.name, "together", "not-together")
        roles = {row.role for row in before.values()}
        for role in NEEDED if not invalid else ():
            if role not in roles:
                faults.add(FILE, "question", "role", "no-role", kind=kind, value=role.value)


def check_conditions(entry: Entry[ConditionsRow], entries: Sequence[Entry[QuestionRow]], faults: FaultList) -> None:
    """Each condition of an item names a question of some kind, and one of its choices."""
    invalid = [each.value("id") for each in entries if each.row is None]
    asked: dict[str, set[str]] = {}
    for each in entries:
        if each.row:
            asked.setdefault(each.row.id, set()).update(choice.value for choice in each.row.choices)
    for name, condition in entry.row.conditions.items() if entry.row else ():
        for question, value in pairs_of(condition):
            if question not in invalid and value not in asked.get(question, set()):
                faults.add(entry.file, "conditions", name, "no-choice", question=question, value=value)


def pairs_of(conditions: Conditions) -> Iterator[tuple[str, str]]:
    """Each question with each of the answers that are named for it."""
    for question, values in conditions.items():
        yield from ((question, value) for value in values)


def _faults_of(
    row: QuestionRow, before: Mapping[str, QuestionRow], invalid: Collection[object]
) -> Iterable[tuple[str, str]]:
    """Field and reason; what an `invalid` row is referred to for is told once that is mended."""
    if row.id in before:
        yield "id", "repeated-question"
    if row.role and row.role in {each.role for each in before.values()}:
        yield "role", "repeated-role"
    if row.role in KINDS and row.kind is not KINDS[row.role]:
        yield "kind", "kind-of-role"
    if (row.kind in CHOSEN) is not bool(row.choices):
        yield "choices", "choices-of-kind"
    if row.again and row.again not in _values_of(row):
        yield "again", "no-such-choice"
    for question, values in row.when.items():
        if question not in invalid and (question not in before or not set(values) <= _values_of(before[question])):
            yield "when", "no-such-choice"
    if row.after and row.after not in invalid and not _is_date(before.get(row.after)):
        yield "after", "no-date-above"

    for guess in row.guesses:
        yield from _faults_of_guess(guess, row, before, invalid)


def _faults_of_guess(
    guess: GuessRow, row: QuestionRow, before: Mapping[str, QuestionRow], invalid: Collection[object]
) -> Iterable[tuple[str, str]]:
    """It says one thing, from answers above it, that the question can have."""
    if guess.city is bool(guess.answer) or bool(guess.source) is not bool(guess.like):
        yield "guesses", "guess-unclear"
    if guess.source and guess.source not in invalid and guess.source not in before:
        yield "guesses", "no-question-above"
    for question, values in guess.when.items():
        if question not in invalid and (question not in before or not set(values) <= _values_of(before[question])):
            yield "guesses", "no-such-choice"
    if row.kind not in GUESSED or (row.kind is Kind.CHOICE and guess.answer not in _values_of(row)):
        yield "guesses", "guess-of-kind"


def _are_together(row: QuestionRow, asked: Mapping[str, QuestionRow]) -> bool:
    """Whether one message or button can answer these: they follow the question and can be told apart."""
    ids = [row.id, *row.together]
    names = list(asked)
    if any(each not in asked for each in ids) or ids != sorted(set(ids), key=names.index):
        return False
    return not row.together or can_be_together([asked[each].kind for each in ids])


def _values_of(row: QuestionRow) -> set[str]:
    return {each.value for each in row.choices}


def _is_date(row: QuestionRow | None) -> bool:
    return row is not None and row.kind in {Kind.START_DATE, Kind.PAST_DATE}


def conditions_of(content: Mapping[str, Any]) -> dict[str, Any]:
    """The table of conditions as `ConditionsRow` reads it."""
    return {"conditions": content.get("conditions", {})}
