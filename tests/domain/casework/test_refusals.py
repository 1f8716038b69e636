from __future__ import annotations

from dataclasses import replace

import pytest

from domain.applications.case import CaseState
from domain.applications.outcomes import Refusal, Shortfall
from domain.casework.refusals import (
    asked_again,
    defects_now,
    details_of,
    grounds,
    refusable,
    shortfalls_in,
    unexplained,
)
from domain.errors import BadAnswer
from domain.history import Event, EventKind
from domain.standard.edition import Standard
from tests.factories.cases import registered, worked
from tests.factories.moments import NOW
from tests.factories.people import OFFICER
from tests.factories.units import KINDS


def entry(kind: EventKind, *items: str) -> Event:
    return Event(kind, NOW, OFFICER, {"items": ",".join(items)} if items else {})


def test_what_was_asked_for_again(standard: Standard) -> None:
    """Only items handed over before the request count; a request for a missing item does not."""
    items = ("invitation", "identity", "materials")
    case = replace(registered(standard), received=dict.fromkeys(items, NOW))
    asked = [
        entry(EventKind.NEEDED, "invitation"),
        entry(EventKind.RECEIVED, *items),
        entry(EventKind.TAKEN),
        entry(EventKind.NEEDED, "identity", "premises"),
        entry(EventKind.RECEIVED, "identity"),
    ]
    assert asked_again(case, asked) == {"identity"}
    assert asked_again(case, [*asked, entry(EventKind.NEEDED, "invitation")]) == {"identity", "invitation"}
    assert asked_again(case, asked[:3]) == asked_again(case, []) == set()


@pytest.mark.parametrize("subject", KINDS)
def test_what_can_be_refused_for(standard: Standard, subject: str) -> None:
    """An item that was not received may be missing; a received one may have each defect that fits it, and no other."""
    case, defects = worked(standard, CaseState.IN_REVIEW, subject), [each.id for each in standard.defects]
    items = [*case.received]
    first, *others = items
    partly = replace(case, received=dict.fromkeys(others, NOW))
    every = [Shortfall(item, defect) for item in [*items, "nonsense"] for defect in ["", *defects, "faith"]]
    for again in (frozenset[str](), frozenset(items)):
        for each in every:
            fits = {one.id for one in standard.defects_of(each.item) if again or not one.ask_first}
            missing = each == Shortfall(first)
            assert bool(refusable([each], partly, standard, again)) is (
                missing or (each.item in others and each.defect in fits)
            ), each
            assert bool(refusable([each], case, standard, again)) is (each.item in items and each.defect in fits), each
    assert refusable([], case, standard, ()) == ()


def test_every_document_can_be_asked_for_first(standard: Standard) -> None:
    """A document may be called unreadable only after it was asked for again."""
    (first,) = [each for each in standard.defects if each.ask_first]
    for item in first.items:
        assert first not in defects_now(item, standard, ())
        assert first in defects_now(item, standard, {item})


def test_in_the_checklists_order_each_item_once(standard: Standard) -> None:
    """The order does not depend on how the items were named."""
    case = replace(registered(standard), received={"application": NOW})
    named = [Shortfall("identity"), Shortfall("invitation", words="Нет."), Shortfall("identity", words="Нет.")]
    found = refusable(named, case, standard, ())
    assert found == (Shortfall("invitation", words="Нет."), Shortfall("identity", words="Нет."))


def test_words_that_are_wanted(standard: Standard) -> None:
    """They are required only if the defect alone says too little."""
    named = [Shortfall("invitation"), Shortfall("identity", "expired"), Shortfall("premises", "other")]
    assert unexplained(named, standard) == ("premises",)
    assert unexplained([Shortfall("premises", "other", "Это устав.")], standard) == ()


def test_what_a_refusal_rests_on(standard: Standard) -> None:
    """Every named item must be a ground, or nothing is refused; words alone are no ground."""
    case = worked(standard, CaseState.IN_REVIEW)
    sound = Shortfall("invitation", words="Вера заявителя нам не нравится.")
    expired, other = Shortfall("identity", "expired"), Shortfall("invitation", "other", "Это письмо.")
    assert grounds([expired, other], case, standard, ()) == (other, expired)
    for named, reason in (
        ([], "nothing-ticked"),
        ([sound], "no-ground"),
        ([expired, sound], "no-ground"),
        ([replace(other, words="")], "unexplained"),
    ):
        with pytest.raises(BadAnswer, match=reason):
            grounds(named, case, standard, ())


def test_the_history_says_what_was_refused_for() -> None:
    """Items with their defects and the explanation; an older entry has only its items."""
    told = (Shortfall("invitation", words="Нет = его, вот."), Shortfall("identity", "expired"), Shortfall("premises"))
    assert shortfalls_in(details_of(told)) == told
    assert Refusal.of(told, NOW, NOW.date()).shortfalls == told
    old = {"items": "invitation,identity", "reason": "Нет вызова."}
    assert shortfalls_in(old) == (Shortfall("invitation"), Shortfall("identity"))
    assert shortfalls_in({}) == ()
