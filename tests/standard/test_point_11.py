"""Point 11: the documents of a missionary (11.1) and of a group (11.2)."""

from __future__ import annotations

import pytest

from domain.standard import Condition, Count, Presentation, Standard, Subject
from tests.standard.source import squeeze

NONE: frozenset[Condition] = frozenset()


def ids(standard: Standard, subject: Subject, *conditions: Condition) -> list[str]:
    return [item.id for item in standard.checklist(subject, frozenset(conditions))]


def test_missionary(standard: Standard) -> None:
    """A missionary brings five things and shows an identity document; a representative one more."""
    always = [
        "application",
        "mission-authority",
        "association-registration",
        "invitation",
        "materials",
        "identity",
    ]
    assert ids(standard, Subject.MISSIONARY) == always
    assert ids(standard, Subject.MISSIONARY, Condition.REPRESENTATIVE) == [*always, "power-of-attorney"]


def test_group(standard: Standard) -> None:
    """The owner's consent is asked for only where the premises belong to a natural person."""
    always = ["application", "identity-copies", "premises"]
    assert ids(standard, Subject.GROUP) == always
    assert ids(standard, Subject.GROUP, Condition.OWNER_IS_NATURAL_PERSON) == [*always, "owner-consent"]
    copies = standard.checklist(Subject.GROUP, NONE)[1]
    assert copies.count is Count.LEADER_AND_MEMBERS


@pytest.mark.parametrize("subject", Subject)
def test_the_points_own_words(standard: Standard, subject: Subject) -> None:
    """Each item but the representative's is named in the words of point 11, in its order."""
    text, at = squeeze(standard.points[11].text), 0
    for item in standard.checklists[subject]:
        if item.condition is not Condition.REPRESENTATIVE:
            at = text.index(squeeze(item.title), at)


def test_identity_documents_are_never_uploaded(standard: Standard) -> None:
    """No copy of an identity document may be attached in the chat."""
    for items in standard.checklists.values():
        for item in items:
            if "identity" in item.id:
                assert not item.upload
    shown = [item.id for item in standard.checklists[Subject.MISSIONARY] if item.presentation is Presentation.SHOWN]
    assert shown == ["identity"]


def test_further_materials(standard: Standard) -> None:
    """Later use of further materials is agreed with the local executive body: point 11.1."""
    assert str(standard.further_materials) == "11.1"
    assert "согласовывается с местными исполнительными органами" in standard.points[11].text
