"""Point 11: the documents of a missionary (11.1) and of a group (11.2)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.applications.case import Case, Declaration
from domain.applications.checklist import cards, missing, needed, next_card
from domain.applications.materials import read_materials
from domain.standard.edition import Presentation, Standard
from tests.factories.cases import complete, started
from tests.factories.units import GROUP, KINDS, MISSIONARY
from tests.standard.source import squeeze

REPRESENTED, OWNED = {"by": "representative"}, {"premises_owner": "person"}


def ids(standard: Standard, subject: str, answers: dict[str, str] | None = None) -> list[str]:
    return [item.id for item in standard.checklist(subject, answers or {})]


def test_missionary(standard: Standard) -> None:
    """A missionary brings five documents and shows an identity document; a representative brings one more."""
    always = [
        "application",
        "mission-authority",
        "association-registration",
        "invitation",
        "materials",
        "identity",
    ]
    assert ids(standard, MISSIONARY) == always
    assert ids(standard, MISSIONARY, REPRESENTED) == [*always, "power-of-attorney"]


def test_group(standard: Standard) -> None:
    """The owner's consent is asked for only if the premises belong to a natural person."""
    always = ["application", "identity-copies", "premises"]
    assert ids(standard, GROUP) == always
    assert ids(standard, GROUP, OWNED) == [*always, "owner-consent"]
    copies = standard.checklist(GROUP, {})[1]
    assert copies.copies
    assert copies.copies.count({"adult_members": "12", "leader_counted": "yes"}) == 12
    assert copies.copies.count({"adult_members": "12", "leader_counted": "no"}) == 13


@pytest.mark.standard("11.1", "11.2")
@pytest.mark.parametrize("subject", KINDS)
def test_the_points_own_words(standard: Standard, subject: str) -> None:
    """Each item except the representative's is named in the words of point 11, in its order."""
    text, at = squeeze(standard.points[11].text), 0
    for item in standard.checklists[subject]:
        if item.condition != "representative":
            at = text.index(squeeze(item.title), at)


def test_identity_documents_are_never_uploaded(standard: Standard) -> None:
    """No copy of an identity document may be attached in the chat."""
    for items in standard.checklists.values():
        for item in items:
            if "identity" in item.id:
                assert not item.upload
    shown = [item.id for item in standard.checklists[MISSIONARY] if item.presentation is Presentation.SHOWN]
    assert shown == ["identity"]


def test_further_materials(standard: Standard) -> None:
    """Later use of further materials is agreed with the local executive body: point 11.1."""
    assert {each.id: each.further_materials and str(each.further_materials) for each in standard.kinds.values()} == {
        MISSIONARY: "11.1",
        GROUP: None,
    }
    assert "согласовывается с местными исполнительными органами" in standard.points[11].text


def asked(case: Case, standard: Standard) -> list[str]:
    """Returns the items of the cards that a person goes through, one after another."""
    gone_through: list[str] = []
    while card := next_card(case, standard):
        gone_through.append(card.item.id)
        case = replace(case, declared={**case.declared, card.item.id: Declaration.HAVE})
    return gone_through


@pytest.mark.standard("11.1")
def test_the_conversation_of_a_missionary(standard: Standard) -> None:
    """The bot asks once about each thing to bring or show, but not about the application, which it makes itself."""
    cards_of = [
        "mission-authority",
        "association-registration",
        "invitation",
        "materials",
        "identity",
    ]
    assert asked(started(), standard) == cards_of
    assert asked(started(by="representative"), standard) == [*cards_of, "power-of-attorney"]


@pytest.mark.standard("11.2")
def test_the_conversation_of_a_group(standard: Standard) -> None:
    """The owner of the premises and the representative decide what the bot asks about."""
    always = ["identity-copies", "premises"]
    assert asked(started(GROUP, premises_owner="entity"), standard) == always
    assert asked(started(GROUP, premises_owner="person"), standard) == [*always, "owner-consent"]
    acting = started(GROUP, premises_owner="entity", by="representative")
    assert asked(acting, standard) == [*always, "power-of-attorney"]


@pytest.mark.standard("11.2")
def test_copies_of_a_groups_identity_documents(standard: Standard) -> None:
    """Twelve adult members and a leader who is not among them need thirteen copies of identity documents."""
    case = started(GROUP, adult_members="12", leader_counted="no")
    assert {each.item.id: each.copies for each in needed(case, standard)}["identity-copies"] == 13
    among = started(GROUP, adult_members="12", leader_counted="yes")
    assert {each.item.id: each.copies for each in needed(among, standard)}["identity-copies"] == 12


def test_materials_are_listed_with_their_copies(standard: Standard) -> None:
    """Literature and other materials are listed as titles with counts, and counted together."""
    case = replace(started(), materials=read_materials("Книга «Путь» — 10 экз.\nДиск с записями — 2\nИкона"))
    assert {each.item.id: each.copies for each in needed(case, standard)}["materials"] == 13


@pytest.mark.parametrize("subject", KINDS)
@pytest.mark.parametrize("by", ["self", "representative"])
def test_a_package_that_cannot_be_refused(standard: Standard, subject: str, by: str) -> None:
    """Nothing is missing only if the applicant has each item of the point; each missing one is named."""
    whole = complete(standard, subject, by=by, representative_name="Ахметова Айгуль")
    assert missing(whole, standard) == ()
    for card in cards(whole, standard):
        lacking = replace(whole, declared={**whole.declared, card.item.id: Declaration.NOT_YET})
        assert missing(lacking, standard) == (card.item.id,)
