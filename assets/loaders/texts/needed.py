"""Which texts an edition must have: those about the service, and some for each thing that its data names."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any

from assets.loaders.edition_files import is_prepared
from domain.standard.edition import ALWAYS, ItemRole
from domain.standard.indicators import Measure
from domain.standard.questions import Kind, Role
from domain.standard.refusals import GroundSubject
from domain.standard.terms import TermRole
from domain.standard.together import is_pair_of_choices, is_typed_together

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assets.loaders.edition_files import EditionFiles
    from assets.loaders.files import Entry
    from assets.loaders.question_rows import QuestionRow

# Ids, `{}` for what it is about, and the variables that the program gives; a text need not use them.
SERVICE = {
    "home": "",
    "about": "days unit fee",
    "about-basis": "basis",
    "apply-intro": "days unit fee",
    "bot-description": "fee",
    "visit-title": "",
    "visit-pass": "",
    "visit-call": "phones",
    "visit-bureau": "",
    "visit-queue": "",
    "visit-times": "waiting serving collecting",
    "visit-ramp": "",
    "visit-free": "fee",  # or not
    "filed-when": "day last",  # and whether one books a time
    "coming-not-told": "",
    "notice-coming": "number detail day",
    "notice-not-coming": "number detail",
    "work-passes": "",
    "work-receive": "number days unit",
    "cmp-how-ask": "",
    "cmp-how-result": "",
    "cmp-how-service": "",
    "cmp-how-write": "",
    "cmp-how-then": "days longest source unit",
    "cmp-how-court": "",
    "cmp-term-edition": "",
    "cmp-term-own": "",
    "cmp-silence-complaint": "number filed body date",
}
OF_TERM = {
    "clock-{}": "cites",
    "case-{}": "date",
    "work-term-{}": "date count unit",
    "work-term-{}-late": "date",
    "head-ahead-{}": "date",
    "head-missed-{}": "date",
    "late-{}": "number date",
    "cmp-silence-{}": "number filed date",
}
ELECTRONIC = {"ind-formula-electronic": "row"}  # how many kinds of application there are, where that is measured
OF_TIMING = {"term-{}": ""}
OF_KIND = {
    "subject-{}": "",
    "apply-needed-{}": "fee",
    "forms-for-{}": "appendix",
    "forms-get-{}-button": "",
    "paper-{}": "",
    "work-approve-{}": "number name",
    "work-certificate-{}": "number date",
    "told-approved-{}": "number",
    "told-ready-{}": "number",
    "told-issued-{}": "number date name",
}
PREPARING = {
    "apply-intro": "days unit",
    "prepare-offer": "",
    "prepare-offer-button": "",
    "prepare-basis": "",
    "prepare-law": "days unit",
}
KIND_PREPARED = {"subject-{}": "", "apply-needed-{}": ""}
OF_UNKNOWN = {"unknown-{}": ""}
OF_UNREGISTERED = {"unregistered-{}": "cites"}
OF_QUESTION = {"q-{}": "", "q-{}-why": "cites"}
OF_LINE = {"work-mend-{}": "", "work-mend-{}-button": ""}  # that an officer may correct
OF_ITEM = {"item-{}": "", "item-{}-button": ""}
OF_PAUSE = {"pause-{}": "", "pause-{}-button": ""}
OF_GROUND = {"ground-{}": "", "ground-{}-button": ""}  # on substance
PAUSE_TOLD, GROUND_TOLD = {"pause-{}": ""}, {"ground-{}": ""}  # where nothing is decided
OF_DEFECT = {"defect-{}": "", "defect-{}-button": ""}
TOGETHER, CHOICE_TYPED = "q-{}-together", "choice-{}-typed"
LABEL, CHOICE, EXAMPLE, CONDITION, EXPLAINED = "label-{}", "choice-{}", "q-{}-example", "condition-{}", "item-{}-what"


@dataclass(slots=True)
class NeededTexts:
    """What an edition must have.

    Attributes:
        given: By the id of each text, also of one that it may have, the variables that the program gives.
        needing: For each row that needs some, their ids; None is the program itself.
    """

    given: dict[str, frozenset[str]] = field(default_factory=dict)
    needing: list[tuple[Entry[Any] | None, tuple[str, ...]]] = field(default_factory=list)

    def add(self, texts: Mapping[str, str], of: str = "", entry: Entry[Any] | None = None) -> None:
        """These texts about it are needed; the program itself needs each only once."""
        named = {each.format(_slug(of)): variables for each, variables in texts.items()}
        self.needing.append((entry, tuple(each for each in named if entry or each not in self.given)))
        self.allow(named)

    def allow(self, texts: Mapping[str, str]) -> None:
        """The edition may have these."""
        self.given.update((each, frozenset(variables.split())) for each, variables in texts.items())

    @property
    def ids(self) -> set[str]:
        """All that must be there."""
        return {each for _, ids in self.needing for each in ids}


def needed_texts(edition: EditionFiles) -> NeededTexts:
    """The texts that an edition with these rows needs."""
    needed = NeededTexts()
    prepares = is_prepared(edition.edition)
    if prepares:
        _add_preparation(needed, edition)
    else:
        needed.add(SERVICE)
    if any(each.row and each.row.measure is Measure.ELECTRONIC for each in edition.indicators):
        needed.add(ELECTRONIC)
    _add_timings(needed, edition)
    _add_questions(needed, edition)
    _add_kinds(needed, edition, KIND_PREPARED if prepares else OF_KIND)
    for item in edition.items:
        if isinstance(name := item.value("id"), str):
            prepared = item.value("role") == ItemRole.APPLICATION  # nobody asks what it is
            needed.add(OF_ITEM if prepared else {**OF_ITEM, EXPLAINED: ""}, name, item)
        if item.row and item.row.condition != ALWAYS:
            needed.add({CONDITION: ""}, item.row.condition, item)
    named: tuple[tuple[Mapping[str, str], list[Entry[Any]]], ...] = (
        (OF_DEFECT, edition.defects),
        (PAUSE_TOLD if prepares else OF_PAUSE, edition.pauses),
        (GROUND_TOLD if prepares else OF_GROUND, edition.grounds_about(GroundSubject.SUBSTANCE)),
    )
    for texts, entries in named:
        for each in entries:
            if isinstance(name := each.value("id"), str):
                needed.add(texts, name, each)
    return needed


def _add_preparation(needed: NeededTexts, edition: EditionFiles) -> None:
    needed.add(PREPARING)
    status = edition.edition
    for texts, rows in ((OF_UNKNOWN, "unknown"), (OF_UNREGISTERED, "unregistered")):
        for each in getattr(status.row, rows, ()):
            needed.add(texts, each.id, status)


def _add_timings(needed: NeededTexts, edition: EditionFiles) -> None:
    told = is_prepared(edition.edition)  # and never counted
    for timing in edition.timings:
        if isinstance(name := timing.value("id"), str):
            runs = not told and (timing.row is None or timing.row.known_as in {TermRole.RESULT, TermRole.REFUSAL})
            needed.add({**OF_TIMING, **OF_TERM} if runs else OF_TIMING, name, timing)


def _add_kinds(needed: NeededTexts, edition: EditionFiles, texts: Mapping[str, str]) -> None:
    """A line that officers confirm may be the answer to a question, whose label it has."""
    for kind in edition.kinds:
        if isinstance(name := kind.value("id"), str):
            needed.add(texts, name, kind)
        for line in kind.row.paper.confirmed if kind.row and kind.row.paper else ():
            needed.add(OF_LINE if LABEL.format(_slug(line)) in needed.given else {**OF_LINE, LABEL: ""}, line, kind)


def _add_questions(needed: NeededTexts, edition: EditionFiles) -> None:
    """The office is proposed, not asked for; a question that stands in two rows needs its texts once."""
    for entry in edition.questions:
        if (row := entry.row) is None:
            continue
        needed.add({LABEL: ""} if row.role is Role.OFFICE else {**OF_QUESTION, LABEL: ""}, row.id, entry)
        needed.allow({EXAMPLE.format(_slug(row.id)): ""})
        for choice in row.choices:
            needed.add({CHOICE: ""}, f"{row.id}-{choice.text or choice.value}", entry)
        others = [other for name in row.together if (other := _question(name, row, edition))]
        if others:
            _add_together(needed, entry, row, others)


def _question(name: str, beside: QuestionRow, edition: EditionFiles) -> QuestionRow | None:
    """The question of this id of a kind of application that asks the other one, too."""
    rows = (each.row for each in edition.questions if each.row)
    return next((each for each in rows if each.id == name and set(each.of) & set(beside.of)), None)


def _add_together(
    needed: NeededTexts, entry: Entry[QuestionRow], row: QuestionRow, others: Sequence[QuestionRow]
) -> None:
    """How several questions are answered with one message, or what stands on buttons that answer two."""
    kinds = [row.kind, *(each.kind for each in others)]
    if is_typed_together(kinds):
        needed.add({TOGETHER: ""}, row.id, entry)
        typed = [(each.id, choice) for each in others if each.kind is Kind.CHOICE for choice in each.choices]
        for question, choice in typed:
            needed.add({CHOICE_TYPED: ""}, f"{question}-{choice.text or choice.value}", entry)
    elif is_pair_of_choices(kinds):
        for first, second in product(row.choices, others[0].choices):
            names = (row.id, first.text or first.value, others[0].id, second.text or second.value)
            needed.add({CHOICE: ""}, "-".join(names), entry)


def _slug(identifier: str) -> str:
    """As part of the id of a message."""
    return identifier.replace("_", "-")
