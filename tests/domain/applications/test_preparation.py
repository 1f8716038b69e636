"""What officers prepare is theirs alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.applications.case import CaseState
from domain.applications.preparation import Drafts
from domain.errors import Changed
from domain.standard.edition import Standard
from tests.factories.cases import worked
from tests.factories.people import HEAD, OFFICER, REGISTRAR


def test_lines_belong_to_who_entered_them(standard: Standard) -> None:
    """A colleague sees none of them, and what a colleague removes stays."""
    case = worked(standard, CaseState.REGISTERED).seen_by(HEAD).preparing(note="Принесите.")
    assert case.prepared == {"note": "Принесите."}
    other = case.seen_by(OFFICER)
    assert other.prepared == {}
    assert other.preparing(note="").seen_by(HEAD).prepared == case.prepared
    assert case.preparing(note="").prepared == {}
    assert case.seen_by(None).prepared == {}


def test_older_lines_are_the_office_s(standard: Standard) -> None:
    """Lines stored before they had an owner: everybody sees them until somebody enters another or removes them."""
    case = worked(standard, CaseState.REGISTERED, prepared={"note": "Старое."})
    mine = case.seen_by(HEAD).preparing(note="Новое.")
    assert (mine.prepared, mine.seen_by(OFFICER).prepared) == ({"note": "Новое."}, {"note": "Старое."})
    assert mine.seen_by(OFFICER).preparing(note="").seen_by(REGISTRAR).prepared == {}
    shared = mine.preparing_for_all(again="identity")
    assert shared.prepared == {"note": "Новое.", "again": "identity"}
    assert shared.seen_by(None).prepared == {"note": "Старое.", "again": "identity"}


def test_a_colleague_s_lines_change_no_screen(standard: Standard) -> None:
    """Only the officer's own lines, or a real change, make their screen outdated."""
    case = worked(standard, CaseState.REGISTERED, version=4)
    for officer, version in ((HEAD, 5), (OFFICER, 6)):
        case = replace(case, drafts=case.drafts.marked(officer, version), version=version)
    whose: tuple[tuple[int | None, set[int]], ...] = (
        (HEAD, {3, 4}),
        (OFFICER, {3, 4, 5}),
        (REGISTRAR, {3}),
        (None, {3}),
    )
    for viewer, outdated in whose:
        for version in range(3, 7):
            if version in outdated:
                with pytest.raises(Changed):
                    case.seen_by(viewer).require_version(version)
            else:
                case.seen_by(viewer).require_version(version)
    changed = replace(case, version=7)
    changed.require_version(7)
    with pytest.raises(Changed):
        changed.seen_by(REGISTRAR).require_version(6)
    assert case.with_nothing_prepared().drafts.by == {}


def test_lines_that_are_taken_away_outdate_only_the_screens_that_show_them() -> None:
    """Colleagues' screens are as new as before, and so are their lines."""
    drafts = Drafts().enter(1, {"need_note": "a"}).marked(1, 5).enter(2, {"need_note": "b"}).marked(2, 6)
    after = drafts.without(1, 7)
    assert (after.lines(1), after.lines(2)) == ({}, {"need_note": "b"})
    assert not after.is_same(6, 7, 1)
    assert after.is_same(6, 7, 2)
    assert after.is_same(7, 7, 1)
