"""The law of a complaint is named in the reader's language; what was kept in one language is told by the edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assets.loaders.edition import find_editions, load_standard
from assets.skeleton import TO_FILL_IN, write_skeleton
from dialogs.complaints.elements import due_text, law_name, term_text
from dialogs.ui.texts import unmark
from domain.complaints.answer_term import AnswerTerm
from domain.complaints.complaint import Complaint, ComplaintRegistration, ComplaintState, Grievance
from domain.languages import LANGUAGES
from tests.editions import EDITION as IN_FORCE
from tests.editions import EDITIONS_DIR
from tests.factories.moments import NOW
from tests.factories.texts import texts_under
from tests.factories.units import EDITION

STANDARD = load_standard(EDITION)
LAW = STANDARD.complaint_term
DUE = date(2026, 12, 17)
TERM = AnswerTerm(LAW, DUE, DUE, DUE)
OTHER = replace(LAW, source="прежний закон", source_kk="", source_en="")


def filed(term: AnswerTerm | None, source: str = LAW.source) -> Complaint:
    registration = ComplaintRegistration("3/2026", NOW, DUE, source, term)
    return Complaint("c1", 7, Grievance.SERVICE, NOW, edition=EDITION, stage=ComplaintState.FILED, filed=registration)


@pytest.mark.parametrize("edition", find_editions())
def test_each_edition_names_the_law_of_complaints_in_each_language(edition: str) -> None:
    """Nobody who reads Kazakh or English is told of a law in Russian."""
    law = load_standard(edition).complaint_term
    assert len({law.named_in(language) for language in LANGUAGES}) == len(LANGUAGES)


@pytest.mark.parametrize("edition", find_editions())
def test_each_edition_names_its_acts_and_rows_in_each_language(edition: str) -> None:
    """The act, what it rests on, what repealed it, and each row of the table of indicators."""
    standard = load_standard(edition)
    status = standard.status
    names = [status.act_in, status.legal_basis_in, *(each.text_in for each in standard.indicators)]
    if status.repealed:
        names.append(status.repealed_by)
    for name in names:
        assert len({name(language) for language in LANGUAGES}) == len(LANGUAGES), name("ru")


def test_an_edition_that_names_nothing_else() -> None:
    """What has no name in the reader's language has the print's: a folder of before is read as it is."""
    status = replace(STANDARD.status, names={})
    row = replace(STANDARD.indicators[0], text_kk="", text_en="")
    assert (status.act_in("kk"), status.legal_basis_in("kk")) == (status.act, status.legal_basis)
    assert status.repealed
    assert status.repealed_by("kk") == status.repealed.act
    assert replace(status, repealed=None).repealed_by("kk") == ""
    assert row.text_in("en") == row.text


@pytest.mark.standard("25")
def test_the_law_stands_beside_the_term() -> None:
    """Where the last day is told, and where it is explained."""
    texts = texts_under(STANDARD, "kk")
    for shown in (due_text(filed(TERM), STANDARD, texts), term_text(TERM, texts)):
        assert (
            "Негізі: «Жеке және заңды тұлғалардың өтініштерін қарау тәртібі туралы» Қазақстан Республикасының 2007 "
            "жылғы 12 қаңтардағы № 221 Заңының 8-бабы." in unmark(shown)
        )


@pytest.mark.parametrize(
    ("complaint", "told"),
    [
        (filed(TERM), LAW.source_kk),
        (filed(None), LAW.source_kk),
        (filed(replace(TERM, law=replace(LAW, source_kk="", source_en=""))), LAW.source_kk),
        (filed(None, OTHER.source), OTHER.source),
        (filed(replace(TERM, law=OTHER), OTHER.source), OTHER.source),
    ],
    ids=["named", "without a term", "kept nameless", "another law", "another law with its term"],
)
def test_complaints_of_before(complaint: Complaint, told: str) -> None:
    """One filed before laws were named in each language has the edition's name if that is its law, or else its own."""
    assert law_name(complaint, STANDARD, texts_under(STANDARD, "kk")) == told


def test_a_new_edition_does_not_name_the_old_act(tmp_path: Path) -> None:
    """A folder that is begun from an edition in force has the names of its acts still to be filled in."""
    folder = tmp_path / "2031-1"
    write_skeleton(folder, EDITIONS_DIR / IN_FORCE, date(2026, 11, 30))
    status = load_standard(folder.name, tmp_path).status
    assert {status.act_in(language) for language in LANGUAGES} == {TO_FILL_IN}
