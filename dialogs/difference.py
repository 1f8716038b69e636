"""What differs between two editions, in words: each thing in those of the edition that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.offices.names import shown_district, shown_name
from dialogs.prepared import basis_text, unknown_text
from dialogs.ui.formatting import cited, slug
from dialogs.ui.texts import Html, lines, paragraphs, safe
from domain.standard.difference import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeVar

    from dialogs.ui.law import Law
    from dialogs.ui.texts import Texts
    from domain.offices.units import Unit
    from domain.standard.difference import Changed, Difference, KindDifference
    from domain.standard.edition import ChecklistItem
    from domain.standard.forms import Form
    from domain.standard.questions import Question
    from domain.standard.refusals import RefusalGround
    from domain.standard.terms import PauseReason, Term, Timing

    T = TypeVar("T")


FEWEST_AS_ONE = 5  # units that are told as a number where all are gone


def whole_difference(found: Difference, before: Law, after: Law) -> Html:
    """All of it, by kinds of application, then what is common to all, then offices and akimats."""
    texts = after.texts
    title = texts("diff-title", was=before.standard.status.id, now=after.standard.status.id)
    kinds = [
        _block(texts("diff-subject", name=_subject(_continued(subject, after), texts)), kind_rows(each, before, after))
        for subject, each in found.kinds.items()
    ]
    common = [*subject_rows(found.subjects, before, after), *common_rows(found, before, after)]
    return paragraphs(
        title,
        *kinds,
        _block(texts("diff-common"), common),
        _block(texts("diff-offices"), unit_rows(found.units, before, after)),
        *(text for law in (before, after) for text in _of_preparation(law, texts)),
        None if found else texts("diff-same"),
    )


def _of_preparation(law: Law, texts: Texts) -> Iterator[Html | None]:
    """What is not known of a law by which applications are only prepared may be why something seems to be gone."""
    if law.standard.preparation is not None:
        yield texts("diff-prepared", edition=law.standard.status.id)
        yield unknown_text(law.standard, law.texts)
        yield basis_text(law.standard, law.texts)


def subject_rows(found: Iterable[Changed[str]], before: Law, after: Law) -> list[Html]:
    """Which kinds of application come, go, or go on under another name."""
    return _rows("kind", found, _subject, before, after)


def kind_rows(found: KindDifference, before: Law, after: Law) -> list[Html]:
    """What differs for one kind of application, a row for each thing."""
    return [
        *_rows("document", found.documents, _document, before, after),
        *_rows("question", found.questions, question_name, before, after),
        *_rows("form", found.forms, _form, before, after),
    ]


def common_rows(found: Difference, before: Law, after: Law) -> list[Html]:
    """Terms and what stops them, grounds of refusal on substance, whether a package may be refused, and the fee."""
    rows = [_term(each, before, after) for each in found.terms]
    rows += _rows("pause", found.pauses, _pause, before, after)
    rows += _rows("ground", found.grounds, _ground, before, after)
    if found.acceptance:
        rows.append(after.texts(f"diff-acceptance-{found.acceptance}"))
    if found.answer:
        told = _answer_rows(*found.answer, after.texts)
        rows += told[:1] if before.standard.preparation or after.standard.preparation else told
    if found.fee:
        was, now = (after.texts("diff-money", count=each) for each in found.fee)
        rows.append(after.texts("diff-fee", was=was, now=now))
    return rows


def unit_rows(found: Sequence[Changed[Unit]], before: Law, after: Law) -> list[Html]:
    """Offices and akimats, as their code, name and what they serve; how many, if all that there were are gone."""
    gone = [each for each in found if each.change is Change.REMOVED]
    if len(gone) < max(FEWEST_AS_ONE, len(before.standard.units)):
        return _rows("unit", found, _unit, before, after)
    others = [each for each in found if each.change is not Change.REMOVED]
    return [*_rows("unit", others, _unit, before, after), after.texts("diff-units-gone", count=len(gone))]


def question_name(question: Question, texts: Texts) -> Html:
    """What a question is called in a list."""
    return texts(f"label-{slug(question.id)}")


def document_name(item: str, texts: Texts) -> Html:
    """What a document is called in a list."""
    return texts(f"item-{slug(item)}")


def _rows(
    family: str, found: Iterable[Changed[T]], name: Callable[[T, Texts], Html], before: Law, after: Law
) -> list[Html]:
    rows: list[Html] = []
    for each in found:
        was = name(each.was, before.texts) if each.was is not None else ""
        now = name(each.now, after.texts) if each.now is not None else ""
        alike = each.change is Change.RENAMED and was == now  # in this language, or in the words of the law alone
        rows.append(after.texts(f"diff-{family}-{Change.OTHERWISE if alike else each.change}", was=was, now=now))
    return rows


def _block(title: Html, rows: list[Html]) -> Html | None:
    return lines(title, *rows) if rows else None


def _continued(subject: str, after: Law) -> str:
    """The id in the later edition of a kind of the earlier one."""
    kind = after.standard.continuing(subject)
    return kind.id if kind else subject


def _subject(subject: str, texts: Texts) -> Html:
    return texts(f"subject-{subject}")


def _document(item: ChecklistItem, texts: Texts) -> Html:
    return document_name(item.id, texts)


def _form(form: Form, texts: Texts) -> Html:
    return Html(f"{cited(str(form.cites), texts)}, {safe(f'{form.heading} {form.subheading}'.strip())}")


def _pause(reason: PauseReason, texts: Texts) -> Html:
    return texts(f"pause-{reason.id}")


def _ground(ground: RefusalGround, texts: Texts) -> Html:
    return texts(f"ground-{ground.id}")


def _unit(unit: Unit, texts: Texts) -> Html:
    return texts(
        "diff-unit", code=unit.code, name=shown_name(unit.corrected(), texts), district=shown_district(unit, texts)
    )


def _term(changed: Changed[Timing], before: Law, after: Law) -> Html:
    either = changed.now or changed.was
    assert either is not None  # noqa: S101  # one of them is there
    texts = after.texts if changed.now else before.texts
    name = texts(f"term-{slug(either.id)}")
    was, now = (_length(each.amount, each.unit, texts) if each else "" for each in (changed.was, changed.now))
    return after.texts(f"diff-term-{changed.change}", name=name, was=was, now=now)


def _answer_rows(was: Term, now: Term, texts: Texts) -> list[Html]:
    pairs = (("diff-answer", was.days, now.days), ("diff-answer-longest", was.days_with_check, now.days_with_check))
    return [
        texts(
            "diff-term-otherwise",
            name=texts(name),
            was=_length(before, was.unit, texts),
            now=_length(after, now.unit, texts),
        )
        for name, before, after in pairs
        if (before, was.unit) != (after, now.unit)
    ]


def _length(amount: int, unit: str, texts: Texts) -> Html:
    return texts("diff-length", count=amount, unit=unit)
