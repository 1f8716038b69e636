"""What an application names of its edition: each of these ids must be in the folder for as long as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.applications.territory import SEPARATOR, WHOLE, find_district
from domain.errors import UnknownUnit
from domain.standard.questions import DISTRICTS, REGION, Kind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from domain.applications.case import Case
    from domain.applications.outcomes import Shortfall
    from domain.standard.edition import Standard
    from domain.standard.questions import Questionnaire


class Table(StrEnum):
    """What in an edition an id is of."""

    KINDS = "kinds"
    QUESTIONS = "questions"
    DOCUMENTS = "documents"
    DEFECTS = "defects"
    TERMS = "terms"
    GROUNDS = "grounds"
    UNITS = "units"
    REGIONS = "regions"
    LINES = "lines"


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """An id of an edition that a record names."""

    table: Table
    id: str


def lost_references(case: Case, standard: Standard) -> tuple[Reference, ...]:
    """What the application names and its edition has not got, each once; nothing, if nobody edited the folder."""
    if case.subject not in standard.kinds:
        return (Reference(Table.KINDS, case.subject),)
    return tuple(sorted({*_of_answers(case, standard), *_of_documents(case, standard), *_of_course(case, standard)}))


def lost_units(named: Iterable[str], standard: Standard) -> Iterator[Reference]:
    """Those of these ids and codes of units that the edition has not got; empty ones name none."""
    for each in filter(None, named):
        try:
            standard.unit(standard.find_unit_id(each))
        except UnknownUnit:
            yield Reference(Table.UNITS, each)


def _of_answers(case: Case, standard: Standard) -> Iterator[Reference]:
    asked = standard.questions[case.subject]
    for key, value in case.answers.items():
        if key == REGION:
            if not any(each.id == value for each in standard.regions):
                yield Reference(Table.REGIONS, value)
        elif key == DISTRICTS:
            yield from _of_districts(value, standard)
        else:
            yield from _of_answer(key, value, asked)
    yield from lost_units((str(case.office or ""), asked.answer(Role.OFFICE, case.answers)), standard)


def _of_districts(chosen: str, standard: Standard) -> Iterator[Reference]:
    for each in chosen.split(SEPARATOR) if chosen not in {"", WHOLE} else ():
        try:
            find_district(each, standard)
        except UnknownUnit:
            yield Reference(Table.UNITS, each)


def _of_answer(key: str, value: str, asked: Questionnaire) -> Iterator[Reference]:
    question = asked.find(key)
    if question is None:
        yield Reference(Table.QUESTIONS, key)
    elif question.kind is Kind.CHOICE and value not in question.values:
        yield Reference(Table.QUESTIONS, f"{key}: {value}")


def _of_documents(case: Case, standard: Standard) -> Iterator[Reference]:
    lacking = list(_shortfalls(case))
    known = {each.id for each in standard.checklists[case.subject]}
    for item in (*case.declared, *case.received, *(each.item for each in lacking)):
        if item not in known:
            yield Reference(Table.DOCUMENTS, item)
    defects = {each.id for each in standard.defects}
    for shortfall in lacking:
        if shortfall.defect and shortfall.defect not in defects:
            yield Reference(Table.DEFECTS, shortfall.defect)


def _shortfalls(case: Case) -> Iterator[Shortfall]:
    if case.refusal is not None:
        yield from case.refusal.shortfalls
    if case.not_accepted is not None:
        yield from case.not_accepted.shortfalls


def _of_course(case: Case, standard: Standard) -> Iterator[Reference]:
    for term in case.terms.values():
        if term.name not in standard.timings:
            yield Reference(Table.TERMS, term.name)
        for pause in term.pauses:
            if pause.reason not in standard.pauses:
                yield Reference(Table.TERMS, pause.reason)
    if (
        case.refusal
        and case.refusal.ground
        and all(each.id != case.refusal.ground for each in standard.refusal_grounds)
    ):
        yield Reference(Table.GROUNDS, case.refusal.ground)
    parts = {part for form in standard.forms.values() for part in form.parts}
    for part in case.certificate.lines if case.certificate else ():
        if part not in parts:
            yield Reference(Table.LINES, part)
