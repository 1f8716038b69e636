"""What differs between two editions for whoever applies: documents, questions, forms, terms, the fee, units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from domain.languages import Language
from domain.standard.edition import ALWAYS
from domain.standard.refusals import GroundSubject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from domain.offices.units import Unit
    from domain.standard.edition import ChecklistItem, Standard
    from domain.standard.forms import Form
    from domain.standard.questions import Condition, Question
    from domain.standard.refusals import RefusalGround
    from domain.standard.terms import PauseReason, Term, Timing

T = TypeVar("T")


class Change(StrEnum):
    """How something differs; `OTHERWISE` is another rule under the same name."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Changed(Generic[T]):
    """One thing in both editions, or None in that which has not got it."""

    was: T | None
    now: T | None
    change: Change


@dataclass(frozen=True, slots=True)
class KindDifference:
    """What differs for one kind of application: in the order of the later edition, then what is removed."""

    documents: tuple[Changed[ChecklistItem], ...] = ()
    questions: tuple[Changed[Question], ...] = ()
    forms: tuple[Changed[Form], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything does."""
        return bool(self.documents or self.questions or self.forms)


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs for applicants; a kind of application itself is added, removed, or continued as another.

    `kinds` has those that the later edition has or continues, by their ids in the earlier one; `grounds` are those of
    refusal on substance, since the documents tell of the other; `acceptance` is whether an incomplete package may be
    refused it. `fee` is the amount in tenge, and `answer` the term for answering complaints, in both editions.
    """

    subjects: tuple[Changed[str], ...]
    kinds: Mapping[str, KindDifference]
    terms: tuple[Changed[Timing], ...]
    fee: tuple[int, int] | None
    answer: tuple[Term, Term] | None
    units: tuple[Changed[Unit], ...]
    pauses: tuple[Changed[PauseReason], ...] = ()
    grounds: tuple[Changed[RefusalGround], ...] = ()
    acceptance: Change | None = None

    def __bool__(self) -> bool:
        """Whether anything does."""
        rules = (
            self.subjects,
            self.terms,
            self.pauses,
            self.grounds,
            self.acceptance,
            self.fee,
            self.answer,
            self.units,
        )
        return any(map(bool, rules)) or any(self.kinds.values())


def same_documents(before: Standard, after: Standard, subject: str) -> dict[str, str]:
    """The ids of the documents of one kind that both editions ask for: that in the later one by that in the earlier.

    Raises:
        KeyError: the later edition neither has this kind nor continues it.
    """
    pairs = _documents(before, after, subject)
    return {was.id: now.id for was, now in pairs if was and now}


def compare(before: Standard, after: Standard) -> Difference:
    """What changes for applicants when one edition follows the other."""
    continued = {was: now.id for was in before.kinds if (now := after.continuing(was))}
    gone, come = before.kinds.keys() - continued.keys(), after.kinds.keys() - set(continued.values())
    timings = _pair(before.timings.values(), after.timings.values(), _timing_key)
    pauses = _pair(before.pauses.values(), after.pauses.values(), lambda each: each.id)
    grounds = _pair(_on_substance(before), _on_substance(after), lambda each: each.id)
    answer = before.complaint_term, after.complaint_term

    def named_otherwise(was: str, now: str) -> bool:
        return was != now and _words(before, "subject", was) != _words(after, "subject", now)

    return Difference(
        subjects=(
            *(Changed(was, now, Change.RENAMED) for was, now in continued.items() if named_otherwise(was, now)),
            *(Changed(None, now, Change.ADDED) for now in after.kinds if now in come),
            *(Changed(was, None, Change.REMOVED) for was in before.kinds if was in gone),
        ),
        kinds={was: compare_kind(before, after, was) for was in continued},
        terms=_changed(timings, _term_change),
        fee=_changed_fee(before, after),
        answer=answer if _length(answer[0]) != _length(answer[1]) else None,
        units=_changed_units(before, after),
        pauses=_changed(pauses, _as_before),
        grounds=_changed(grounds, _as_before),
        acceptance=_acceptance_change(before, after),
    )


def _changed_fee(before: Standard, after: Standard) -> tuple[int, int] | None:
    """Both amounts; None where they are the same, or one of them is not known."""
    fees = before.fee, after.fee
    if fees[0] is None or fees[1] is None or fees[0].amount == fees[1].amount:
        return None
    return fees[0].amount, fees[1].amount


def compare_kind(before: Standard, after: Standard, subject: str) -> KindDifference:
    """What changes for one kind of application of the earlier edition, which the later one has or continues.

    Raises:
        KeyError: it does neither.
    """
    asked = _pair(before.questions[subject].all, after.questions[_continued(after, subject)].all, _question_key)
    now_called = {was.id: now.id for was, now in asked if was and now}

    def same_conditions(was: Iterable[Condition], now: Iterable[Condition]) -> bool:
        renamed = [replace(each, question=now_called.get(each.question, each.question)) for each in was]
        return renamed == list(now)

    def question_change(was: Question, now: Question) -> Change | None:
        if any(_words(before, name, was.id) != _words(after, name, now.id) for name in ("label", "q")):
            return Change.RENAMED
        same = was.kind is now.kind and was.values == now.values and same_conditions(was.when, now.when)
        return None if same else Change.OTHERWISE

    def document_change(was: ChecklistItem, now: ChecklistItem) -> Change | None:
        if was.title != now.title or _words(before, "item", was.id) != _words(after, "item", now.id):
            return Change.RENAMED
        same = (was.presentation, was.copies, was.upload) == (now.presentation, now.copies, now.upload)
        needed = same_conditions(_conditions(before, was), _conditions(after, now))
        return None if same and needed else Change.OTHERWISE

    return KindDifference(
        documents=_changed(_documents(before, after, subject), document_change),
        questions=_changed(asked, question_change),
        forms=_changed(_paired_forms(before, after, subject), _form_change),
    )


def _continued(after: Standard, subject: str) -> str:
    """The id of the kind that continues one of the earlier edition."""
    kind = after.continuing(subject)
    if kind is None:
        raise KeyError(subject)
    return kind.id


def _acceptance_change(before: Standard, after: Standard) -> Change | None:
    if (before.acceptance is None) is (after.acceptance is None):
        return None
    return Change.REMOVED if after.acceptance is None else Change.ADDED


def _on_substance(edition: Standard) -> tuple[RefusalGround, ...]:
    return edition.grounds_about(GroundSubject.SUBSTANCE)


def _as_before(_was: object, _now: object) -> None:
    """What both editions have is as it was."""


def _term_change(was: Timing, now: Timing) -> Change | None:
    return Change.OTHERWISE if (was.amount, was.unit) != (now.amount, now.unit) else None


def _paired_forms(before: Standard, after: Standard, subject: str) -> list[tuple[Form | None, Form | None]]:
    return _pair(_forms(before, subject), _forms(after, _continued(after, subject)), lambda each: each.id)


def _forms(edition: Standard, subject: str) -> list[Form]:
    kind = edition.kinds[subject]
    return [edition.forms[each] for each in kind.forms if each in edition.forms]


def _form_change(was: Form, now: Form) -> Change | None:
    if (was.heading, was.subheading) != (now.heading, now.subheading):
        return Change.RENAMED
    lines = [[(line.label, line.caption) for line in each.fields] for each in (was, now)]
    return Change.OTHERWISE if lines[0] != lines[1] else None


def _changed_units(before: Standard, after: Standard) -> tuple[Changed[Unit], ...]:
    def unit_change(was: Unit, now: Unit) -> Change | None:
        if any(_name(was, each) != _name(now, each) for each in Language):
            return Change.RENAMED
        return Change.OTHERWISE if _service(was) != _service(now) else None

    pairs = _pair(before.units.values(), after.units.values(), lambda each: each.id)
    return _changed(pairs, unit_change)


def _service(unit: Unit) -> tuple[object, ...]:
    """Where it stands, what it serves, and who answers for it."""
    return unit.code, unit.region, unit.level, unit.district, unit.partner


def _name(unit: Unit, language: Language) -> str:
    return unit.name_in(language).text


def _documents(
    before: Standard, after: Standard, subject: str
) -> list[tuple[ChecklistItem | None, ChecklistItem | None]]:
    checklists = before.checklists[subject], after.checklists[_continued(after, subject)]
    return _pair(*checklists, _document_key, lambda each: each.id, lambda each: each.title)


def _document_key(item: ChecklistItem) -> tuple[str, str]:
    """What the program itself does with it, or else its id."""
    return (item.role, "") if item.role else ("", item.id)


def _conditions(edition: Standard, item: ChecklistItem) -> tuple[Condition, ...]:
    return () if item.condition == ALWAYS else edition.conditions[item.condition]


def _question_key(question: Question) -> tuple[str, str]:
    """What it is asked for, or else its id: as answers are taken over."""
    return (question.role, "") if question.role else ("", question.id)


def _timing_key(timing: Timing) -> tuple[str, str]:
    """What the program needs it for, or else its id."""
    return (timing.role, "") if timing.role else ("", timing.id)


def _words(edition: Standard, family: str, identifier: str) -> tuple[str, ...]:
    """What a text says in each language, as it stands in the files."""
    name = f"{family}-{identifier.replace('_', '-')}"
    return tuple(edition.texts[language].get(name, "").partition("=")[2].strip() for language in Language)


def _length(term: Term) -> tuple[object, ...]:
    return term.days, term.days_with_check, term.unit


def _pair(before: Iterable[T], after: Iterable[T], *keys: Callable[[T], object]) -> list[tuple[T | None, T | None]]:
    """Each thing with the same one of the other edition: by the first key, and what is left by the next."""
    left, now = list(before), list(after)
    found: dict[int, T] = {}
    for key in keys:
        by_key = {key(each): each for each in left}
        for place, each in enumerate(now):
            if place not in found and key(each) in by_key:
                found[place] = by_key.pop(key(each))
        left = list(by_key.values())
    return [*((found.get(place), each) for place, each in enumerate(now)), *((each, None) for each in left)]


def _changed(
    pairs: Iterable[tuple[T | None, T | None]], how: Callable[[T, T], Change | None]
) -> tuple[Changed[T], ...]:
    made: list[Changed[T]] = []
    for was, now in pairs:
        if was is None or now is None:
            made.append(Changed(was, now, Change.ADDED if was is None else Change.REMOVED))
        elif change := how(was, now):
            made.append(Changed(was, now, change))
    return tuple(made)
