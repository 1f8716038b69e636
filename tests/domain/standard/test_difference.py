"""What changes for an applicant between two editions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.calendar import TermUnit
from domain.languages import Language
from domain.standard.difference import (
    Change,
    Changed,
    Difference,
    KindDifference,
    compare,
    compare_kind,
    same_documents,
)
from domain.standard.edition import Fee, Presentation, Standard
from domain.standard.questions import Condition, Question, Questionnaire
from domain.standard.refusals import Acceptance
from domain.standard.terms import TermRole
from tests.factories.units import AKIMAT, GROUP, KOKSHETAU, MISSIONARY


def asking(standard: Standard, questions: tuple[Question, ...], subject: str = MISSIONARY) -> Standard:
    """The edition with these questions for one kind of application."""
    return replace(standard, questions={**standard.questions, subject: Questionnaire(questions)})


def changing(standard: Standard, name: str, **changes: Any) -> Standard:  # noqa: ANN401  # fields of any type
    """The edition with one question of missionaries changed."""
    asked = standard.questions[MISSIONARY].all
    return asking(standard, tuple(replace(each, **changes) if each.id == name else each for each in asked))


def requiring(standard: Standard, name: str, **changes: Any) -> Standard:  # noqa: ANN401  # as above
    """The edition with one document of missionaries changed."""
    items = standard.checklists[MISSIONARY]
    changed = tuple(replace(each, **changes) if each.id == name else each for each in items)
    return replace(standard, checklists={**standard.checklists, MISSIONARY: changed})


def wording(standard: Standard, name: str, text: str, language: Language = Language.KK) -> Standard:
    """The edition with another text in one language."""
    own = {**standard.texts[language], name: f"{name} = {text}"}
    return replace(standard, texts={**standard.texts, language: own})


def told(found: tuple[Changed[Any], ...]) -> list[tuple[Change, str, str]]:
    """How each thing differs, with its ids."""
    return [(each.change, each.was.id if each.was else "", each.now.id if each.now else "") for each in found]


def test_nothing_differs(standard: Standard) -> None:
    """An edition under another id, with other points, changes nothing for an applicant."""
    found = compare(standard, replace(standard, status=replace(standard.status, id="2031-1"), points={}))
    assert not found
    assert found == Difference((), dict.fromkeys((MISSIONARY, GROUP), KindDifference()), (), None, None, ())


def test_a_document_is_added_or_removed(standard: Standard) -> None:
    """Each in its place, for its own kind of application alone."""
    items = standard.checklists[MISSIONARY]
    less = replace(standard, checklists={**standard.checklists, MISSIONARY: items[1:]})
    first = items[0].id
    assert told(compare(standard, less).kinds[MISSIONARY].documents) == [(Change.REMOVED, first, "")]
    assert told(compare(less, standard).kinds[MISSIONARY].documents) == [(Change.ADDED, "", first)]
    assert not compare(standard, less).kinds[GROUP]


def test_a_document_under_another_id(standard: Standard) -> None:
    """It is the same if the law calls it the same; texts of its new id are no other name where they say the same."""
    changed = requiring(standard, "invitation", id="call")
    for language in Language:
        said = standard.texts[language]["item-invitation"].partition("=")[2].strip()
        changed = wording(changed, "item-call", said, language)
    assert compare_kind(standard, changed, MISSIONARY).documents == ()
    assert same_documents(standard, changed, MISSIONARY)["invitation"] == "call"


def continuing(standard: Standard, name: str) -> Standard:
    """The edition in which missionaries have another id."""
    kinds = {name: replace(standard.kinds[MISSIONARY], id=name, continues=(MISSIONARY,)), GROUP: standard.kinds[GROUP]}
    questions = {**standard.questions, name: standard.questions[MISSIONARY]}
    checklists = {**standard.checklists, name: standard.checklists[MISSIONARY]}
    renamed = replace(standard, kinds=kinds, questions=questions, checklists=checklists)
    for language in Language:
        said = standard.texts[language][f"subject-{MISSIONARY}"].partition("=")[2].strip()
        renamed = wording(renamed, f"subject-{name}", said, language)
    return renamed


def test_a_kind_that_continues_another(standard: Standard) -> None:
    """It is the same application under another id; if it is called otherwise, that is told."""
    same = continuing(standard, "preacher")
    assert not compare(standard, same)
    assert compare(standard, same).kinds.keys() == {MISSIONARY, GROUP}
    found = compare(standard, wording(same, "subject-preacher", "Уағызшы"))
    assert found.subjects == (Changed(MISSIONARY, "preacher", Change.RENAMED),)
    assert [each.change for each in compare(same, standard).subjects] == [Change.ADDED, Change.REMOVED]


@pytest.mark.parametrize(
    ("changes", "change"),
    [
        ({"title": "приглашение"}, Change.RENAMED),
        ({"presentation": Presentation.COPY}, Change.OTHERWISE),
        ({"upload": False}, Change.OTHERWISE),
        ({"condition": "representative"}, Change.OTHERWISE),
    ],
)
def test_a_document_changes(standard: Standard, changes: dict[str, Any], change: Change) -> None:
    """It is called otherwise, or asked for otherwise."""
    found = compare_kind(standard, requiring(standard, "invitation", **changes), MISSIONARY)
    assert told(found.documents) == [(change, "invitation", "invitation")]


def test_a_document_that_people_know_by_another_name(standard: Standard) -> None:
    """In one language is enough."""
    found = compare_kind(standard, wording(standard, "item-invitation", "шақыру хат"), MISSIONARY)
    assert told(found.documents) == [(Change.RENAMED, "invitation", "invitation")]


def test_every_question_added_and_removed(standard: Standard) -> None:
    """Each question of each kind is told, alone."""
    for subject in standard.kinds:
        asked = standard.questions[subject].all
        for each in asked:
            less = asking(standard, tuple(other for other in asked if other is not each), subject)
            removed = compare_kind(standard, less, subject).questions
            assert (Change.REMOVED, each.id, "") in told(removed)
            assert (Change.ADDED, "", each.id) in told(compare_kind(less, standard, subject).questions)
            others = {before for _, before, now in told(removed) if now}
            depending = {other.id for other in asked if each.id in {one.question for one in other.when}}
            assert others <= depending


def test_every_question_renamed(standard: Standard) -> None:
    """A label or a question in other words; under another id it is the same only if the program needs it."""
    for subject in standard.kinds:
        for each in standard.questions[subject].all:
            slug = each.id.replace("_", "-")
            for name in (f"label-{slug}", f"q-{slug}"):
                found = compare_kind(standard, wording(standard, name, "басқаша"), subject).questions
                assert told(found) == [(Change.RENAMED, each.id, each.id)]
    by_role = compare_kind(standard, changing(standard, "full_name", id="name"), MISSIONARY).questions
    assert told(by_role) == [(Change.RENAMED, "full_name", "name")]
    by_id = compare_kind(standard, changing(standard, "confession", id="faith"), MISSIONARY).questions
    assert told(by_id) == [(Change.ADDED, "", "faith"), (Change.REMOVED, "confession", "")]


def test_a_question_asked_otherwise(standard: Standard) -> None:
    """With other choices, or only after another answer."""
    choices = standard.questions[MISSIONARY].find("document_kind")
    assert choices
    for changes in ({"choices": choices.choices[1:]}, {"when": (Condition("by", frozenset({"self"})),)}):
        found = compare_kind(standard, changing(standard, "document_kind", **changes), MISSIONARY).questions
        assert told(found) == [(Change.OTHERWISE, "document_kind", "document_kind")]


def test_conditions_follow_a_question_under_another_id(standard: Standard) -> None:
    """What is asked and needed after the same answer as before is asked and needed as before."""

    def calling(name: str) -> Standard:
        """The edition whose first question is called so, and its condition depends on it."""
        asked = changing(standard, "intent", id=name).questions[MISSIONARY].all
        following = (
            replace(each, when=tuple(replace(one, question=name) for one in each.when if one.question == "intent"))
            for each in asked
        )
        needed = {**standard.conditions, "representative": (Condition(name, frozenset({"registration"})),)}
        return replace(asking(standard, tuple(following)), conditions=needed)

    found = compare_kind(calling("intent"), calling("purpose"), MISSIONARY)
    assert told(found.questions) == [(Change.RENAMED, "intent", "purpose")]
    assert found.documents == ()


def test_a_kind_of_application(standard: Standard) -> None:
    """One that only one of the editions has is told as a whole."""
    without = replace(standard, kinds={MISSIONARY: standard.kinds[MISSIONARY]})
    gone, come = compare(standard, without), compare(without, standard)
    assert gone.subjects == (Changed(GROUP, None, Change.REMOVED),)
    assert come.subjects == (Changed(None, GROUP, Change.ADDED),)
    assert gone.kinds.keys() == {MISSIONARY}


def test_a_kind_that_goes_on_under_another_id(standard: Standard) -> None:
    """It is compared with what continues it; two may go on as one."""
    preacher = replace(standard.kinds[MISSIONARY], id="preacher", continues=(MISSIONARY, GROUP))
    own = {"preacher": standard.questions[MISSIONARY]}, {"preacher": standard.checklists[MISSIONARY][1:]}
    after = replace(standard, kinds={"preacher": preacher}, questions=own[0], checklists=own[1])
    found = compare(standard, after)
    renamed = tuple(Changed(each, "preacher", Change.RENAMED) for each in (MISSIONARY, GROUP))
    assert found.subjects == renamed
    first = standard.checklists[MISSIONARY][0].id
    assert told(found.kinds[MISSIONARY].documents) == [(Change.REMOVED, first, "")]
    assert not found.kinds[MISSIONARY].questions
    assert {each.id for each in standard.questions[GROUP].all} & {
        each.was.id for each in found.kinds[GROUP].questions if each.was
    }
    back = compare(after, standard)
    assert back.kinds == {}
    assert {each.change for each in back.subjects} == {Change.ADDED, Change.REMOVED}
    for compared in (compare_kind, same_documents):
        with pytest.raises(KeyError):
            compared(after, standard, "preacher")


def test_terms_and_the_fee(standard: Standard) -> None:
    """Lengths and units of terms, the law of complaints, the price."""
    timings = {**standard.timings, "decision": replace(standard.timings["decision"], unit=TermUnit.CALENDAR_DAYS)}
    timings.pop("waiting")
    answer = replace(standard.complaint_term, days_with_check=45)
    assert standard.fee is not None
    other = replace(standard, timings=timings, fee=Fee(500, "500 тенге", standard.fee.cites), complaint_term=answer)
    found = compare(standard, other)
    assert told(found.terms) == [(Change.OTHERWISE, "decision", "decision"), (Change.REMOVED, "waiting", "")]
    assert found.fee == (0, 500)
    assert found.answer == (standard.complaint_term, answer)
    assert compare(standard, replace(standard, complaint_term=replace(answer, days_with_check=30))).answer is None


def test_acceptance(standard: Standard) -> None:
    """A rule by which a package may be refused acceptance comes, stays, or goes."""
    ruled = replace(standard, acceptance=Acceptance(standard.status.cites))
    assert compare(standard, ruled).acceptance is Change.ADDED
    assert compare(ruled, standard).acceptance is Change.REMOVED
    assert not compare(ruled, ruled)


def test_a_term_under_another_id(standard: Standard) -> None:
    """It is the same if the program needs it for the same, else by its id."""
    result, queue = standard.term(TermRole.RESULT), replace(standard.timings["waiting"], role=None)
    before = replace(standard, timings={result.id: result, queue.id: queue})
    after = replace(standard, timings={"outcome": replace(result, id="outcome"), queue.id: replace(queue, amount=31)})
    assert told(compare(before, after).terms) == [(Change.OTHERWISE, "waiting", "waiting")]


def test_forms(standard: Standard) -> None:
    """Other lines, another heading and another form are told; another appendix is no change for applicants."""
    name = standard.kinds[MISSIONARY].form
    form = standard.forms[name]
    for changed, change in (
        (replace(form, heading="Ходатайство"), Change.RENAMED),
        (replace(form, fields=form.fields[1:]), Change.OTHERWISE),
    ):
        found = compare_kind(standard, replace(standard, forms={**standard.forms, name: changed}), MISSIONARY)
        assert [each.change for each in found.forms] == [change]
    moved = replace(standard, forms={**standard.forms, name: replace(form, appendix=3)})
    assert compare_kind(standard, moved, MISSIONARY).forms == ()
    other = replace(standard.kinds[MISSIONARY], form="petition")
    forms = {**standard.forms, "petition": replace(form, id="petition")}
    found = compare_kind(standard, replace(standard, kinds={MISSIONARY: other}, forms=forms), MISSIONARY)
    assert [each.change for each in found.forms] == [Change.ADDED, Change.REMOVED]


def test_units(standard: Standard) -> None:
    """A unit is followed by its lasting id: another name, another place, one more, one less."""
    office, akimat = standard.units[KOKSHETAU], standard.units[AKIMAT]
    others = {key: each for key, each in standard.units.items() if key not in {KOKSHETAU, AKIMAT}}
    changed = {KOKSHETAU: replace(office, name="Отдел"), AKIMAT: replace(akimat, district="Другой район")}
    found = compare(standard, replace(standard, units=others | changed)).units
    assert [(each.change, each.now and each.now.id) for each in found] == [
        (Change.RENAMED, KOKSHETAU),
        (Change.OTHERWISE, AKIMAT),
    ]
    gone = compare(standard, replace(standard, units=others)).units
    assert [each.change for each in gone] == [Change.REMOVED, Change.REMOVED]
    again = compare(replace(standard, units=others), standard).units
    assert [each.change for each in again] == [Change.ADDED, Change.ADDED]
