"""A draft under another edition: what fits there is kept, and what does not is asked again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.applications.answers import read_answer
from domain.applications.guesses import guess_answers, without_guesses
from domain.applications.territory import read_territory
from domain.errors import BadAnswer
from domain.standard.difference import same_documents
from domain.standard.edition import ItemRole
from domain.standard.questions import DISTRICTS, REGION, Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from domain.applications.case import Case
    from domain.offices.units import UnitId
    from domain.standard.edition import Standard
    from domain.standard.questions import Question, Questionnaire


@dataclass(frozen=True, slots=True)
class MovedDraft:
    """A draft as it would be under another edition.

    Attributes:
        case: The draft.
        asked_again: Questions of that edition whose answers are not taken over.
        items: The documents of which copies are kept: the id there by the id of before.
    """

    case: Case
    asked_again: tuple[Question, ...]
    items: Mapping[str, str]

    @property
    def renamed(self) -> dict[str, str]:
        """Of these documents, those that have another id there."""
        return {was: now for was, now in self.items.items() if was != now}


def move_draft(case: Case, before: Standard, after: Standard, today: date) -> MovedDraft:
    """The draft under the edition `after`, which has this kind of application or another that continues it.

    Raises:
        KeyError: it has neither.
    """
    kind = after.continuing(case.subject)
    if kind is None:
        raise KeyError(case.subject)
    case = without_guesses(case)
    own, asked = before.questions[case.subject], after.questions[kind.id]
    answers = _read_again(own.translate(case.answers, asked), asked, today)
    territory, office = keep_place(case, before, after, asked)
    answers |= territory
    documents = same_documents(before, after, case.subject)
    listed = after.with_role(kind.id, ItemRole.MATERIALS)
    moved = replace(
        case,
        subject=kind.id,
        edition=after.status.id,
        offered="",
        office=office,
        answers=asked.relevant({key: text for key, text in answers.items() if text}),
        declared={documents[item]: said for item, said in case.declared.items() if item in documents},
        materials=case.materials if listed and listed.id in documents.values() else (),
    )
    moved = guess_answers(moved, after)
    copied = {each.id for each in after.checklists[kind.id] if each.upload}
    items = {was: now for was, now in documents.items() if now in copied}
    return MovedDraft(moved, _asked_again(case, moved, own, asked), items)


def keep_place(
    case: Case, before: Standard, after: Standard, asked: Questionnaire
) -> tuple[dict[str, str], UnitId | None]:
    """The answers about the territory, and the office, as far as the edition `after` has the same units.

    Args:
        case: a draft, or what was issued.
        before: its edition.
        after: the other one.
        asked: the questions there.
    """
    found, office = _place(case, before, after)
    return {key: text for name, text in found.items() if (key := _key(name, asked))}, office


def _read_again(answers: Mapping[str, str], asked: Questionnaire, today: date) -> dict[str, str]:
    """Those that still answer their questions, in order: a date may depend on an earlier one."""
    kept: dict[str, str] = {}
    for question in asked.all:
        if question.id in answers:
            try:
                kept[question.id] = read_answer(question, answers[question.id], kept, today, sure=True)
            except BadAnswer:
                continue
    return kept


def _place(case: Case, before: Standard, after: Standard) -> tuple[dict[str, str], UnitId | None]:
    """The territory and the office, as far as the later edition has the same units."""
    own = before.questions[case.subject]
    chosen = read_territory(case.answers, before)
    if chosen is None or not own.answer(Role.TERRITORY, case.answers):
        return {}, None
    regions = {each.id for each in after.regions}
    if chosen.region.id not in regions or not all(_is_same(each.id, before, after) for each in chosen.districts):
        return {}, None
    kept = {key: case.answers[key] for key in (REGION, DISTRICTS)}
    territory = read_territory(kept, after)
    assert territory is not None  # noqa: S101  # it was chosen
    kept[Role.TERRITORY] = territory.words
    if case.office is None or not _is_same(case.office, before, after):
        return kept, territory.office
    return kept | {Role.OFFICE: own.answer(Role.OFFICE, case.answers)}, case.office


def _is_same(unit_id: UnitId, before: Standard, after: Standard) -> bool:
    """Whether the later edition has this unit under this id, for the same place."""
    if not after.is_office(unit_id):
        return False
    was, now = before.unit(unit_id), after.unit(unit_id)
    return (was.region, was.level, was.district) == (now.region, now.level, now.district)


def _key(name: str, asked: Questionnaire) -> str:
    """The key of an answer: the question with this role, or the name itself; empty if nothing asks for it."""
    if not isinstance(name, Role):
        return name
    found = asked.with_role(name)
    return found.id if found else ""


def _asked_again(case: Case, moved: Case, own: Questionnaire, asked: Questionnaire) -> tuple[Question, ...]:
    """The questions that were answered before and are not any more."""
    left = (each for each in asked.asked(moved.answers) if each.id not in moved.answers)
    return tuple(each for each in left if (was := own.same(each)) and was.id in case.answers)
