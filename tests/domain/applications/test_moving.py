"""A draft under another edition: what fits is kept, the rest is asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.applications.case import Case, CaseState, Declaration
from domain.applications.moving import MovedDraft, move_draft
from domain.standard.edition import ItemRole, Standard
from domain.standard.questions import Choice, Kind, Question, Questionnaire, Role
from tests.factories.cases import ANSWERS, started, worked
from tests.factories.units import DEPARTMENT, GROUP, KOKSHETAU, MISSIONARY

TODAY = date(2026, 11, 17)
NEWER = "2031-1"
PLACES = {"region", "districts", "territory", "office"}


@pytest.fixture
def newer(standard: Standard) -> Standard:
    return replace(standard, status=replace(standard.status, id=NEWER))


def asking(edition: Standard, *questions: Question) -> Standard:
    return replace(edition, questions={**edition.questions, MISSIONARY: Questionnaire(questions)})


def changing(edition: Standard, name: str, **changes: Any) -> Standard:  # noqa: ANN401  # fields of any type
    asked = edition.questions[MISSIONARY].all
    return asking(edition, *(replace(each, **changes) if each.id == name else each for each in asked))


def without_unit(edition: Standard) -> Standard:
    return replace(edition, units={key: each for key, each in edition.units.items() if key != KOKSHETAU})


@pytest.fixture
def draft(standard: Standard) -> Case:
    return worked(standard, CaseState.DRAFT)


def again(moved: MovedDraft) -> list[str]:
    return [each.id for each in moved.asked_again]


@pytest.mark.parametrize("subject", [MISSIONARY, GROUP])
def test_all_of_it_fits(standard: Standard, newer: Standard, subject: str) -> None:
    """Under the same rules nothing is lost, nothing is asked again, and the way back gives the draft that there was."""
    draft = replace(worked(standard, CaseState.DRAFT, subject), offered=NEWER)
    moved = move_draft(draft, standard, newer, TODAY)
    assert moved.case == replace(draft, edition=NEWER, offered="")
    assert again(moved) == []
    assert moved.items == {each.id: each.id for each in standard.checklists[subject] if each.upload}
    assert move_draft(moved.case, newer, standard, TODAY).case == replace(draft, offered="")


def test_a_kind_that_goes_on_under_another_id(standard: Standard, newer: Standard, draft: Case) -> None:
    """The draft becomes one of the kind that continues its own, with all that fits; where none does, it cannot move."""
    preacher = replace(newer.kinds[MISSIONARY], id="preacher", continues=(MISSIONARY,))
    only = {"preacher": newer.questions[MISSIONARY]}, {"preacher": newer.checklists[MISSIONARY]}
    after = replace(newer, kinds={"preacher": preacher}, questions=only[0], checklists=only[1])
    moved = move_draft(draft, standard, after, TODAY)
    assert moved.case == replace(draft, edition=NEWER, subject="preacher", offered="")
    assert again(moved) == []
    with pytest.raises(KeyError):
        move_draft(moved.case, after, standard, TODAY)


def test_each_question_removed_and_renamed(standard: Standard, newer: Standard, draft: Case) -> None:
    """A removed question takes its answer along; a renamed one keeps it where the program needs it, else is new."""
    asked = newer.questions[MISSIONARY].all
    for each in asked:
        if each.kind is Kind.PLACE or any(each.id in {one.question for one in other.when} for other in asked):
            continue
        less = move_draft(draft, standard, asking(newer, *(one for one in asked if one is not each)), TODAY).case
        assert less.answers == {key: text for key, text in draft.answers.items() if key != each.id}
        other = [
            replace(
                one,
                id="other" if one is each else one.id,
                after="other" if one.after == each.id else one.after,
                guesses=(),
            )
            for one in asked
        ]
        renamed = move_draft(draft, standard, asking(newer, *other), TODAY).case
        kept = {"other" if key == each.id else key: text for key, text in draft.answers.items()}
        if not each.role:
            kept.pop("other", None)
        assert renamed.answers == kept, each.id


def test_an_answer_that_no_longer_reads(standard: Standard, newer: Standard, draft: Case) -> None:
    """Another kind of question, or a day that has passed, is asked again; so is what stood on a button that is gone."""
    number = move_draft(draft, standard, changing(newer, "confession", kind=Kind.COUNT), TODAY)
    assert again(number) == ["confession"]
    passed = move_draft(draft, standard, newer, date(2027, 6, 1))
    assert again(passed) == ["term_from"]
    kinds = standard.questions[MISSIONARY].find("document_kind")
    assert kinds
    left = tuple(each for each in kinds.choices if each.value != draft.answers["document_kind"])
    for kind in (Kind.CHOICE, Kind.CHOICE_OR_TEXT):
        before = changing(standard, "document_kind", kind=kind)
        after = changing(newer, "document_kind", kind=kind, choices=left)
        assert again(move_draft(draft, before, after, TODAY)) == ["document_kind"]


def test_a_choice_that_the_program_needs(standard: Standard, newer: Standard, draft: Case) -> None:
    """Another registration stays another one, whatever the edition calls that choice."""
    intent = newer.questions[MISSIONARY].with_role(Role.INTENT)
    assert intent
    renewed = replace(draft, answers={**draft.answers, intent.id: intent.again})
    choices = tuple(replace(each, value="anew") if each.value == intent.again else each for each in intent.choices)
    after = changing(newer, intent.id, again="anew", choices=(*choices, Choice("x", "x")))
    assert move_draft(renewed, standard, after, TODAY).case.answers[intent.id] == "anew"


def test_the_place(standard: Standard, newer: Standard, draft: Case) -> None:
    """It stays where the newer edition has the same units; else it is asked again, with its office."""
    gone = move_draft(draft, standard, without_unit(newer), TODAY)
    assert gone.case.office is None
    assert not PLACES & gone.case.answers.keys()
    assert again(gone) == ["territory", "office"]
    office = newer.units[KOKSHETAU]
    elsewhere = replace(newer, units={**newer.units, KOKSHETAU: replace(office, district="другой район")})
    assert move_draft(draft, standard, elsewhere, TODAY).case.office is None
    no_region = replace(newer, regions=tuple(each for each in newer.regions if each.id != "akmola"))
    assert move_draft(draft, standard, no_region, TODAY).case.office is None


def test_the_office_alone(standard: Standard, newer: Standard, draft: Case) -> None:
    """Where only the chosen office is another, that of the territory is proposed."""
    whole = replace(draft, answers={**draft.answers, "districts": "all", "office": str(KOKSHETAU)}, office=KOKSHETAU)
    moved = move_draft(whole, standard, without_unit(newer), TODAY)
    assert moved.case.office == DEPARTMENT
    assert moved.case.answers["territory"] == "Акмолинская область"
    assert again(moved) == ["office"]
    unset = replace(whole, office=None)
    assert move_draft(unset, standard, newer, TODAY).case.office == DEPARTMENT


def test_a_place_that_is_not_chosen_yet(standard: Standard, newer: Standard) -> None:
    """An empty draft moves as it is; a region without districts is chosen again; nobody asks for a place in vain."""
    empty = started()
    assert move_draft(empty, standard, newer, TODAY).case == replace(empty, edition=NEWER)
    begun = replace(empty, answers={"region": "akmola", "districts": "3"})
    assert move_draft(begun, standard, newer, TODAY).case.answers == {}
    asked = newer.questions[MISSIONARY].all
    placeless = asking(newer, *(each for each in asked if each.role is not Role.TERRITORY))
    moved = move_draft(replace(empty, answers=ANSWERS[MISSIONARY], office=KOKSHETAU), standard, placeless, TODAY)
    assert "territory" not in moved.case.answers


def test_documents_and_materials(standard: Standard, newer: Standard, draft: Case) -> None:
    """What is said of a document stays while it is asked for, under whatever id; so do its copies."""
    items = newer.checklists[MISSIONARY]
    called = tuple(replace(each, id="call") if each.id == "invitation" else each for each in items)
    left = tuple(each for each in called if each.id not in {"materials", "identity"})
    after = replace(newer, checklists={**newer.checklists, MISSIONARY: left})
    declared = dict.fromkeys(("invitation", "materials", "identity", "mission-authority"), Declaration.HAVE)
    assert draft.materials
    moved = move_draft(replace(draft, declared=declared), standard, after, TODAY)
    assert moved.case.declared == {"call": Declaration.HAVE, "mission-authority": Declaration.HAVE}
    assert moved.case.materials == ()
    same = {each.id: each.id for each in left if each.upload and each.id != "call"}
    assert moved.items == {**same, "invitation": "call"}


def test_a_kind_that_neither_is_there_nor_goes_on(standard: Standard, newer: Standard, draft: Case) -> None:
    """Nobody asks for such a move, which would have no questions."""
    with pytest.raises(KeyError, match=MISSIONARY):
        move_draft(draft, standard, replace(newer, kinds={}), TODAY)


def test_copies_that_may_no_longer_be_sent(standard: Standard, newer: Standard, draft: Case) -> None:
    """They are not kept with a document of which the edition takes none."""
    items = tuple(replace(each, upload=False) for each in newer.checklists[MISSIONARY])
    after = replace(newer, checklists={**newer.checklists, MISSIONARY: items})
    assert move_draft(draft, standard, after, TODAY).items == {}


def test_materials_that_are_called_otherwise(standard: Standard, newer: Standard, draft: Case) -> None:
    """What the program itself lists is known by its role: another id and title lose neither the list nor the tick."""
    items = tuple(
        replace(each, id="books", title="Книги") if each.role is ItemRole.MATERIALS else each
        for each in newer.checklists[MISSIONARY]
    )
    after = replace(newer, checklists={**newer.checklists, MISSIONARY: items})
    moved = move_draft(replace(draft, declared={"materials": Declaration.HAVE}), standard, after, TODAY)
    assert draft.materials
    assert moved.case.materials == draft.materials
    assert moved.case.declared == {"books": Declaration.HAVE}
