from __future__ import annotations

from dataclasses import replace

import pytest

from domain.applications.case import Case, Declaration
from domain.applications.checklist import MATERIALS, cards, missing, needed, next_card, to_hand_over
from domain.applications.materials import Material
from domain.standard.edition import Standard
from tests.factories.cases import QUESTIONS, complete, started
from tests.factories.moments import NOW
from tests.factories.units import GROUP, KINDS


def ids(case: Case, standard: Standard) -> list[str]:
    return [each.item.id for each in cards(case, standard)]


def copies(case: Case, standard: Standard, item: str) -> int:
    return next(each.copies for each in needed(case, standard) if each.item.id == item)


def test_the_bot_does_not_ask_for_what_it_makes(standard: Standard) -> None:
    """The application itself heads the list, but no card asks whether the applicant has it."""
    case = started()
    assert [each.item.id for each in needed(case, standard)] == ["application", *ids(case, standard)]
    assert "application" not in ids(case, standard)


def test_conditions_of_items(standard: Standard) -> None:
    """The owner's consent if a natural person owns the premises, the power of attorney for a representative."""
    group = ["identity-copies", "premises"]
    assert ids(started(GROUP, premises_owner="entity"), standard) == group
    assert ids(started(GROUP, premises_owner="person"), standard) == [*group, "owner-consent"]
    both = started(GROUP, premises_owner="person", by="representative")
    assert ids(both, standard) == [*group, "owner-consent", "power-of-attorney"]
    assert "power-of-attorney" in ids(started(by="representative"), standard)
    assert "power-of-attorney" not in ids(started(by="self"), standard)


@pytest.mark.parametrize(
    ("members", "counted", "count"), [("12", "no", 13), ("12", "yes", 12), ("1", "yes", 1), ("1", "no", 2)]
)
def test_copies_of_identity_documents(standard: Standard, members: str, counted: str, count: int) -> None:
    """One per member, and one more for a leader who is not among the members."""
    case = started(GROUP, adult_members=members, leader_counted=counted)
    assert copies(case, standard, "identity-copies") == count


def test_copies_before_members_are_known(standard: Standard) -> None:
    """Nothing is counted before the applicant has given a number."""
    case = replace(started(GROUP), answers={})
    assert copies(case, standard, "identity-copies") == 0


def test_materials_are_counted_as_listed(standard: Standard) -> None:
    """The copies of all titles together; one of everything else."""
    case = started()
    assert copies(case, standard, MATERIALS) == 0
    listed = replace(case, materials=(Material("Книга", 10), Material("Диск", 2)))
    assert copies(listed, standard, MATERIALS) == 12
    assert copies(listed, standard, "invitation") == 1


@pytest.mark.parametrize("subject", KINDS)
def test_one_card_after_another(standard: Standard, subject: str) -> None:
    """The next card is the first one without an answer; "not yet" is an answer, too."""
    case = started(subject, by="representative")
    asked: list[str] = []
    while card := next_card(case, standard):
        assert card.declared is None
        asked.append(card.item.id)
        case = replace(case, declared={**case.declared, card.item.id: Declaration.NOT_YET})
    assert asked == ids(case, standard)


@pytest.mark.parametrize("subject", KINDS)
def test_what_is_missing(standard: Standard, subject: str) -> None:
    """Everything the applicant does not have, in the point's order; a complete package lacks nothing."""
    case = complete(standard, subject)
    assert missing(case, standard) == ()
    assert missing(started(subject), standard) == tuple(ids(case, standard))
    for item in ids(case, standard):
        not_yet = replace(case, declared={**case.declared, item: Declaration.NOT_YET})
        assert missing(not_yet, standard) == (item,)


@pytest.mark.parametrize("subject", KINDS)
def test_an_open_question_is_a_missing_application(standard: Standard, subject: str) -> None:
    """While any question of the form is open, the application itself is missing."""
    case = complete(standard, subject)
    for each in QUESTIONS[subject]:
        if each.id in case.answers:
            assert "application" in missing(case.answering(**{each.id: ""}), standard)


def test_what_was_declared_for_another_choice(standard: Standard) -> None:
    """An item that is no longer needed is not missing, and a new one is."""
    case = complete(standard, GROUP, premises_owner="entity")
    assert missing(case.answering(premises_owner="person"), standard) == ("owner-consent",)
    assert missing(complete(standard, GROUP).answering(premises_owner="entity"), standard) == ()


def test_what_is_still_to_be_handed_over(standard: Standard) -> None:
    """Everything not received, including the application and items only shown, whatever was declared."""
    case = complete(standard)
    everything = [each.item.id for each in needed(case, standard)]
    assert [each.item.id for each in to_hand_over(case, standard)] == everything
    assert {"application", "identity"} <= set(everything)
    some = replace(case, received={"application": NOW, "invitation": NOW})
    assert [each.item.id for each in to_hand_over(some, standard)] == [
        item for item in everything if item not in {"application", "invitation"}
    ]
    assert to_hand_over(replace(case, received=dict.fromkeys(everything, NOW)), standard) == ()
