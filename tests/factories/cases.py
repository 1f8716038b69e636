"""Applications as the domain has them: drafts, and cases up to issued, refused or withdrawn ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from assets.loaders.edition import load_standard
from domain.applications.case import Case, CaseState, Declaration, Registration
from domain.applications.checklist import cards, needed
from domain.applications.materials import Material
from domain.applications.outcomes import Certificate, Handover, NotAccepted, Refusal, Shortfall
from domain.standard.questions import Question
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import EDITION, GROUP, KOKSHETAU, MISSIONARY

if TYPE_CHECKING:
    from datetime import datetime

    from domain.standard.edition import Standard

_ABOUT = {
    "intent": "registration",
    "by": "self",
    "region": "akmola",
    "districts": "3",
    "territory": "Акмолинская область: г. Кокшетау",
    "office": "2/3",
}
ANSWERS = {
    MISSIONARY: _ABOUT
    | {
        "full_name": "Қожахметов Әлімжан Өтепұлы",
        "address": "г. Кокшетау, ул. Ауэзова, 141, кв. 5",
        "document_kind": "passport",
        "document_number": "N12345678",
        "document_date": "2020-03-05",
        "document_issuer": "МВД Республики Казахстан",
        "confession": "православие",
        "term_from": "2027-03-05",
        "term_to": "2028-03-05",
        "citizenship": "Республика Казахстан",
        "association": "РО «Приход Святителя Николая»",
        "city": "Кокшетау",
    },
    GROUP: _ABOUT
    | {
        "group_name": "Группа «Надежда»",
        "confession": "православие",
        "leader_name": "Қожахметов Әлімжан Өтепұлы",
        "adult_members": "12",
        "location": "г. Кокшетау, ул. Абая, 5",
        "place_of_worship": "нет",
        "leader_counted": "no",
        "premises_owner": "person",
    },
}
MATERIALS = (Material("Книга «Путь»", 10, "экз"), Material("Диск с записями", 2))


def started(subject: str = MISSIONARY, **answers: str) -> Case:
    """A draft with every question answered and nothing declared on the checklist."""
    return Case(
        "draft1", APPLICANT, subject, NOW, edition=EDITION, office=KOKSHETAU, answers=ANSWERS[subject] | answers
    )


def complete(standard: Standard, subject: str = MISSIONARY, **answers: str) -> Case:
    """A draft from which nothing is missing."""
    case = started(subject, **answers)
    if subject == MISSIONARY:
        case = replace(case, materials=MATERIALS)
    return replace(case, declared={each.item.id: Declaration.HAVE for each in cards(case, standard)})


def registration(number: int | str = 1, at: datetime = NOW) -> Registration:
    """An incoming number with a salt and a handle."""
    return Registration(f"2-3/2026-{number}", at, "salt", f"handle{number}")


def registered(standard: Standard, subject: str = MISSIONARY, at: datetime = NOW) -> Case:
    """A case with its incoming number, for which nothing was handed over yet."""
    return replace(complete(standard, subject), state=CaseState.REGISTERED, registration=registration(at=at))


def worked(standard: Standard, state: CaseState, subject: str = MISSIONARY, **changes: Any) -> Case:  # noqa: ANN401  # fields of any type
    """A case in this state with everything that led there; `changes` are its other fields."""
    case = complete(standard, subject) if state is CaseState.DRAFT else registered(standard, subject)
    items = tuple(each.item.id for each in needed(case, standard))
    if state is CaseState.REFUSED:
        case = replace(
            case, received={items[0]: NOW}, refusal=Refusal(NOW, items[1:], "Нет вызова.", date(2026, 11, 25))
        )
    if state is CaseState.NOT_ACCEPTED:
        case = replace(case, not_accepted=NotAccepted(NOW, (Shortfall(items[-1]),)))
    if state in {CaseState.IN_REVIEW, CaseState.APPROVED, CaseState.READY, CaseState.ISSUED}:
        case = replace(case, received=dict.fromkeys(items, NOW), complete_at=NOW)
    if state in {CaseState.APPROVED, CaseState.READY, CaseState.ISSUED}:
        case = replace(case, certificate=Certificate("1/2026", NOW, {"city": "Кокшетау"}))
    if state in {CaseState.READY, CaseState.ISSUED}:
        case = replace(case, ready_at=NOW)
    if state is CaseState.ISSUED:
        case = replace(case, handing=Handover("1/2026", NOW, "Ахметова А.", "Иванов Пётр Сергеевич", "паспорт № 1"))
    return replace(case, state=state, **changes)


def reviewed(case_id: str, whole: datetime, **changes: Any) -> Case:  # noqa: ANN401  # fields of any type
    """A case whose documents were all handed over at this moment."""
    case = replace(
        started(),
        id=case_id,
        state=CaseState.IN_REVIEW,
        registration=registration(case_id, whole),
        received={"application": whole},
        complete_at=whole,
        touched_at=whole,
    )
    return replace(case, **changes)


def another(case: Case, case_id: str, number: int | str = "", **changes: Any) -> Case:  # noqa: ANN401  # fields of any type
    """The same case under another id; a registered one gets an incoming number and a handle of its own."""
    given = case.registration and registration(number or case_id, case.registration.at)
    return replace(case, id=case_id, registration=given, **changes)


ASKED = load_standard().questions
QUESTIONS: Mapping[str, tuple[Question, ...]] = {subject: asked.all for subject, asked in ASKED.items()}


def questions(subject: str, answers: Mapping[str, str]) -> tuple[Question, ...]:
    return ASKED[subject].asked(answers)


def question(subject: str, question_id: str) -> Question | None:
    return ASKED[subject].find(question_id)


def next_question(subject: str, answers: Mapping[str, str]) -> Question | None:
    return ASKED[subject].next(answers)
