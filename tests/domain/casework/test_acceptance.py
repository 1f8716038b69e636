from __future__ import annotations

from dataclasses import replace

import pytest

from domain.applications.case import CaseState
from domain.applications.deadlines import compute_deadlines, with_terms_kept, with_terms_started
from domain.applications.outcomes import Shortfall
from domain.applications.recounts import recounts_of
from domain.calendar import WorkingCalendar
from domain.casework.acceptance import fitting_shortfalls, rule_of_acceptance, shortfalls_of_package
from domain.casework.refusals import check_grounds_for_documents, grounds
from domain.casework.substance import ground_on_substance
from domain.errors import BadAnswer
from domain.standard.edition import Standard
from domain.standard.refusals import Acceptance, GroundSubject
from tests.factories.cases import registered, worked
from tests.factories.moments import NOW


@pytest.fixture
def edition(standard: Standard) -> Standard:
    """One that lets a package be refused acceptance, and refuses for no documents."""
    (ground,) = standard.refusal_grounds
    timings = {name: each for name, each in standard.timings.items() if name != "refusal"}
    substance = replace(ground, id="threat", about=GroundSubject.SUBSTANCE)
    return replace(standard, acceptance=Acceptance(ground.cites), timings=timings, refusal_grounds=(substance,))


def test_what_a_package_can_fall_short_in(edition: Standard) -> None:
    """An item that is brought has a defect or is missing; one that was received before cannot be missing."""
    case = replace(registered(edition), received={"identity": NOW})
    for each, fits in (
        (Shortfall("invitation"), True),
        (Shortfall("identity"), False),
        (Shortfall("identity", "expired"), True),
        (Shortfall("invitation", "expired"), False),
        (Shortfall("invitation", "illegible"), True),
        (Shortfall("premises"), False),
        (Shortfall("invitation", "faith"), False),
    ):
        assert bool(fitting_shortfalls([each], case, edition)) is fits, each
    named = [Shortfall("identity", "expired"), Shortfall("invitation")]
    assert shortfalls_of_package(named, case, edition) == (named[1], named[0])


def test_what_it_takes(standard: Standard, edition: Standard) -> None:
    """The rule of an edition, something named, that fits, with the words that a defect needs."""
    case = registered(edition)
    for named, law, reason in (
        ([Shortfall("invitation")], standard, "must-be-accepted"),
        ([], edition, "nothing-ticked"),
        ([Shortfall("premises")], edition, "no-ground"),
        ([Shortfall("invitation", "other")], edition, "unexplained"),
    ):
        with pytest.raises(BadAnswer, match=reason):
            shortfalls_of_package(named, case, law)
    assert rule_of_acceptance(edition) == edition.acceptance


def test_no_refusal_for_documents(standard: Standard, edition: Standard) -> None:
    """Where no ground is about documents, nothing is refused for them; a ground on substance is none of these."""
    check_grounds_for_documents(standard)
    case = worked(edition, CaseState.REGISTERED, received={"identity": NOW})
    with pytest.raises(BadAnswer, match="no-refusal-for-documents"):
        grounds([Shortfall("invitation")], case, edition, ())
    assert ground_on_substance("threat", edition).about is GroundSubject.SUBSTANCE
    for law, ground in ((standard, "incomplete-package"), (standard, "threat"), (edition, "faith")):
        with pytest.raises(BadAnswer, match="no-ground-on-substance"):
            ground_on_substance(ground, law)


def test_no_term_of_a_refusal(edition: Standard, calendar: WorkingCalendar) -> None:
    """None starts, runs, is kept or counted again in an edition without it."""
    before = registered(edition)
    after = replace(before, received={"identity": NOW})
    assert with_terms_started(after, before, edition, calendar).terms == {}
    assert compute_deadlines(after, edition, calendar).last is None
    assert with_terms_kept(after, None, edition, calendar).terms == {}
    assert recounts_of(after, edition, calendar) == ()
