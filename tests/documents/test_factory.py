"""What the office prints for a case: certificate, reference note, letter of refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.data_folder import read_papers
from documents.factory import DocumentFactory
from documents.library import PaperLibrary
from documents.receipts.signing import Signer
from domain.applications.case import Case, CaseState
from domain.applications.outcomes import Certificate, Refusal, Shortfall
from domain.casework.certificates import certificate_lines
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.offices.finder import OfficeFinder
from tests.documents.reading import every_word
from tests.factories.cases import worked
from tests.factories.moments import NOW
from tests.factories.units import GROUP, KINDS, MISSIONARY, unit_id

EVENING = datetime(2026, 12, 31, 19, 30, tzinfo=UTC)  # the next year has begun in Kazakhstan


@pytest.fixture(scope="module")
def papers(standard: Standard) -> DocumentFactory:
    library = PaperLibrary(Editions(standard), read_papers)
    return DocumentFactory(library, Signer(Ed25519PrivateKey.generate()), "tirkeu_bot")


def approved(standard: Standard, subject: str, **changes: str) -> Case:
    case = worked(standard, CaseState.APPROVED, subject)
    lines = certificate_lines(case, standard) | changes
    return replace(case, certificate=Certificate("17/2026", NOW, lines))


def refused(standard: Standard, subject: str = MISSIONARY) -> Case:
    return worked(standard, CaseState.REFUSED, subject)


def rows(content: bytes) -> list[str]:
    return every_word(content).replace("\u00a0", " ").splitlines()


@pytest.mark.parametrize(
    ("subject", "name", "told"),
    [
        (MISSIONARY, "svidetelstvo-17-2026.docx", ["Гражданство: Республика Казахстан\t", "г. Кокшетау\t"]),
        (GROUP, "spravka-17-2026.docx", ["Отдел внутренней политики г. Кокшетау", "г. Кокшетау\t"]),
    ],
)
def test_a_certificate_of_its_kind(
    papers: DocumentFactory, standard: Standard, subject: str, name: str, told: list[str]
) -> None:
    """A missionary gets appendix 5, a group appendix 6, with number and day; the file's name says which."""
    file = papers.certificate(approved(standard, subject))
    assert file.name == name
    assert set(rows(file.content)) >= {*told, "№ 17/2026\t", '"22" ноября 2026 года', "Печать"}


def test_a_certificate_says_what_was_approved(papers: DocumentFactory, standard: Standard) -> None:
    """It has what was approved, whatever the form says now."""
    case = approved(standard, MISSIONARY, citizenship="Литва")
    later = replace(
        case, answers={**case.answers, "full_name": "Другой", "citizenship": "Латвия"}, prepared={"city": "X"}
    )
    assert papers.certificate(case) == papers.certificate(later)
    assert "Гражданство: Литва\t" in rows(papers.certificate(case).content)


def test_days_are_kazakhstans(papers: DocumentFactory, standard: Standard) -> None:
    """A UTC evening is the next morning there, even in the new year."""
    case = approved(standard, GROUP)
    assert case.certificate
    file = papers.certificate(replace(case, certificate=replace(case.certificate, at=EVENING)))
    assert '"01" января 2027 года' in rows(file.content)
    case = refused(standard)
    assert case.refusal
    letter = papers.refusal_letter(replace(case, refusal=replace(case.refusal, at=EVENING)))
    assert "01.01.2027\tг. Кокшетау" in rows(letter.content)


def test_a_letter_says_what_is_missing_and_what_is_no_good(papers: DocumentFactory, standard: Standard) -> None:
    """In the edition's words with their points; no item is called both in order and defective."""
    case = worked(standard, CaseState.REGISTERED)
    titles = {each.id: each.title for each in standard.checklists[MISSIONARY]}
    (expired,) = [each for each in standard.defects if each.id == "expired"]
    named = (Shortfall("invitation", words="Не принесли."), Shortfall("identity", "expired"))
    refusal = Refusal.of(named, NOW, date(2026, 11, 25))
    received = {"application": NOW, "identity": NOW - timedelta(days=2)}
    case = replace(case, state=CaseState.REFUSED, received=received, refusal=refusal)
    shown = rows(papers.refusal_letter(case).content)
    at = shown.index("Вы сдали, и замечаний нет:")
    assert shown[at + 1 : at + 6] == [
        f"22.11.2026: {titles['application']}",
        "Пакет документов не полон (документы названы словами стандарта):",
        f"1. не сдано: «{titles['invitation']}» (пункт 11.1).",
        "Не принесли.",
        f"2. сдано 20.11.2026: «{titles['identity']}» (пункт 11.1), не годится: {expired.text} (пункт 11).",
    ]


@pytest.mark.parametrize("subject", KINDS)
def test_the_letter_of_a_refusal_of_old(papers: DocumentFactory, standard: Standard, subject: str) -> None:
    """Office, application, each missing item in the standard's words with its point, the one reason, and the akimat."""
    case = refused(standard, subject)
    file = papers.refusal_letter(case)
    shown = rows(file.content)
    assert file.name == "otkaz-2-3-2026-1.docx"
    assert shown[:4] == [
        "Отдел внутренней политики г. Кокшетау",
        "г. Кокшетау, ул. Ауэзова, 141",
        "22.11.2026\tг. Кокшетау",
        "На № 2-3/2026-1 от 22.11.2026",
    ]
    items = {each.id: each for each in standard.checklists[subject]}
    assert case.refusal
    at = shown.index("В пакете документов не хватает (словами стандарта):") + 1
    missing = [f"{n}. {items[each].title} (пункт {items[each].cites})" for n, each in enumerate(case.refusal.items, 1)]
    assert shown[at : at + len(missing) + 1] == [*missing, "Причина: Нет вызова."]
    assert any("Акимат г. Кокшетау, г. Кокшетау, ул. Ауэзова, 141" in row for row in shown)


def test_whose_letter_it_is(papers: DocumentFactory, standard: Standard) -> None:
    """A missionary is refused a certificate, the leader of a named group a note."""
    shown = rows(papers.refusal_letter(refused(standard)).content)
    assert {"Заявитель: Қожахметов Әлімжан Өтепұлы", "об отказе в выдаче свидетельства"} <= set(shown)
    shown = rows(papers.refusal_letter(refused(standard, GROUP)).content)
    assert {"Заявитель: Қожахметов Әлімжан Өтепұлы, Группа «Надежда»", "об отказе в выдаче справки"} <= set(shown)


def test_what_was_handed_over_by_days(papers: DocumentFactory, standard: Standard) -> None:
    """Items are grouped by day, the earliest day first, in the order of point 11."""
    titles = {each.id: each.title for each in standard.checklists[MISSIONARY]}
    received = {"identity": NOW, "invitation": NOW - timedelta(days=2), "application": NOW}
    shown = rows(papers.refusal_letter(replace(refused(standard), received=received)).content)
    at = shown.index("Вы сдали:") + 1
    assert shown[at : at + 2] == [
        f"20.11.2026: {titles['invitation']}",
        f"22.11.2026: {titles['application']}; {titles['identity']}",
    ]


def test_every_office_names_its_akimat(papers: DocumentFactory, standard: Standard, finder: OfficeFinder) -> None:
    """For every office, the complaint of point 21 goes to the body named on the office's card."""
    case = replace(refused(standard), refusal=Refusal(NOW, ("invitation",), "Нет", date(2026, 11, 25)))
    for unit in standard.units.values():
        if unit.takes_applications:
            akimat = finder.akimat_of(unit).corrected()
            shown = rows(papers.refusal_letter(replace(case, office=unit.id)).content)
            assert any(f"{akimat.name}, {akimat.address}" in row for row in shown), unit.id


def test_a_certificate_of_a_village(papers: DocumentFactory, standard: Standard) -> None:
    """If the office is in a village, the note does not call it a town."""
    case = replace(worked(standard, CaseState.APPROVED, GROUP), office=unit_id("2/6"))
    case = replace(case, certificate=Certificate("1/2026", NOW, certificate_lines(case, standard)))
    assert "п. Аршалы\t" in rows(papers.certificate(case).content)
