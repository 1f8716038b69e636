"""Enclosures of a complaint that is sent as a letter."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from assets.loaders.edition import load_standard
from assets.loaders.templates import Paper
from documents.complaints import ComplaintLetters, ComplaintPapers, Slips
from domain.complaints.complaint import Complaint, ComplaintState, Grievance
from domain.standard.edition import Standard
from tests.documents.reading import every_word
from tests.factories.complaints import complained
from tests.factories.editions import renumber_points, write_edition

COMPLAINT, EARLIER = complained(ComplaintState.LETTER), complained(ComplaintState.FILED, 7)


@pytest.fixture
def papers(standard: Standard) -> ComplaintPapers:
    return ComplaintPapers(
        standard, Slips(standard.templates[Paper.SLIP]), ComplaintLetters(standard.templates[Paper.COMPLAINT])
    )


def words(papers: ComplaintPapers, earlier: Complaint | None) -> str:
    return every_word(papers.letter(COMPLAINT, None, earlier, files=0).content)


def test_the_complaint_that_was_not_answered_goes_along(papers: ComplaintPapers) -> None:
    """With its number and day, its text, and the fact that nobody answered."""
    told = words(papers, replace(EARLIER, texts=("Ждал два часа.",)))
    assert "прежняя жалоба № 7/2026 от 22.11.2026: Ждал два часа." in told
    assert "Ответа нет." in told


@pytest.mark.parametrize("earlier", [None, complained(ComplaintState.LETTER, 7)])
def test_a_complaint_without_a_number_does_not_go_along(papers: ComplaintPapers, earlier: Complaint | None) -> None:
    """A first complaint has none before it, and one sent by post has no number by which the body could find it."""
    assert "прежняя жалоба" not in words(papers, earlier)


@pytest.mark.parametrize(
    ("grievance", "ground"),
    [
        (Grievance.RESULT, "о несогласии с результатом государственной услуги (пункт\u00a021 стандарта)"),
        (Grievance.SERVICE, "на некорректное обслуживание (пункт\u00a022 стандарта)"),
    ],
)
@pytest.mark.standard("21", "22", "24")
def test_the_letter_names_its_ground_and_what_goes_along(
    papers: ComplaintPapers, grievance: Grievance, ground: str
) -> None:
    """Each with its point; number and word stay on one line."""
    told = every_word(papers.letter(replace(COMPLAINT, grievance=grievance), None, None, files=0).content)
    assert ground in told
    assert "если оно подавалось (пункт\u00a024 стандарта)" in told


def test_the_letter_cites_another_edition_as_that_one_is_numbered(tmp_path: Path) -> None:
    """The numbers of its edition stand in a letter, and no others."""
    write_edition(tmp_path, "2031-1", renumber_points(30))
    other = load_standard("2031-1", tmp_path)
    made = other.templates
    papers = ComplaintPapers(other, Slips(made[Paper.SLIP]), ComplaintLetters(made[Paper.COMPLAINT]))
    assert re.findall(r"пункт\S*\s(\d+)", words(papers, None)) == ["52", "54"]
