"""Screens about one's own data: short enough for Telegram, and every kind of record has a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.resources import load_texts
from dialogs.privacy import (
    MOST_SHOWN,
    drop_screen,
    dropped_text,
    erase_screen,
    erased_screen,
    part_screens,
    record_name,
    withdraw_screen,
)
from dialogs.ui.texts import lines, unmark
from domain.applications.case import CaseState
from domain.complaints.complaint import ComplaintState
from domain.history import ChainHead
from domain.languages import LANGUAGES
from domain.standard.edition import Standard
from services.privacy.erasure import Erased, Overview, Planned, Unsent
from tests.factories.cases import worked
from tests.factories.complaints import begun, complained
from tests.factories.moments import NOW
from tests.factories.units import EDITION

LONGEST_CAPTION = 1024  # characters of a caption (Bot API, sendDocument)
DRAFT = begun()
LETTER = replace(DRAFT, stage=ComplaintState.LETTER)
ANSWERED = complained(ComplaintState.ANSWERED, 123_456)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_proof_fits_under_a_file(standard: Standard, language: str) -> None:
    """Telegram accepts no longer caption, and would refuse the proof together with the file."""
    texts = load_texts(language, EDITION)
    erased = Erased(worked(standard, CaseState.REFUSED), NOW, (), ChainHead(123_456_789, "f" * 64))
    assert len(unmark(erased_screen(erased, texts).text)) <= LONGEST_CAPTION
    for screen in part_screens([(), ()], NOW, texts):
        assert len(screen.text) <= LONGEST_CAPTION


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_has_a_name(standard: Standard, language: str) -> None:
    """An application and a complaint are named by number, a draft and a letter by their kind."""
    texts = load_texts(language, EDITION)
    named = {record_name(each, texts) for each in (worked(standard, CaseState.REFUSED), ANSWERED, DRAFT, LETTER)}
    assert len(named) == 4
    assert any("123456/2026" in each for each in named)


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_set_aside_are_told_with_the_drafts(language: str) -> None:
    """Wherever it is said what goes: their number if there are any, and otherwise not a word."""
    texts, some, none = load_texts(language, EDITION), Unsent((), (DRAFT,), 2), Unsent((), (DRAFT,))
    line = texts("data-set-aside", count="2")
    for screen in (drop_screen, withdraw_screen):
        assert line in screen(some, texts).text
    assert line in erase_screen(Overview(some, ()), 365, texts).text
    assert dropped_text(some, texts) == lines(texts("data-dropped", count="1"), line)
    assert dropped_text(none, texts) == texts("data-dropped", count="1")
    assert some.version != none.version


def test_a_page_of_many_records(standard: Standard) -> None:
    """Records beyond one page are counted; a page without any says so."""
    texts, case = load_texts("ru", EDITION), worked(standard, CaseState.REFUSED)
    planned = [Planned(case, NOW + timedelta(days=at)) for at in range(MOST_SHOWN + 3)]
    text = erase_screen(Overview(Unsent((), ()), tuple(planned)), 365, texts).text
    assert text.count("• ") == MOST_SHOWN + 1
    assert texts("data-planned-more", count="3") in text
    full = erase_screen(Overview(Unsent((), ()), tuple(planned[:MOST_SHOWN])), 1, texts).text
    assert texts("data-planned-more", count="0") not in full
    assert texts("data-planned-none") in erase_screen(Overview(Unsent((), ()), ()), 365, texts).text
