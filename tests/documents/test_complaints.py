"""Enclosures of a complaint that is sent as a letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets.loaders.templates import Paper
from documents.complaints import ComplaintLetters, ComplaintPapers, Slips
from domain.complaints.complaint import Complaint, ComplaintState
from domain.standard.edition import Standard
from tests.documents.reading import every_word
from tests.factories.complaints import complained

COMPLAINT, EARLIER = complained(ComplaintState.LETTER), complained(ComplaintState.FILED, 7)


@pytest.fixture
def papers(standard: Standard) -> ComplaintPapers:
    return ComplaintPapers(standard, Slips(Paper.SLIP.template()), ComplaintLetters(Paper.COMPLAINT.template()))


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
