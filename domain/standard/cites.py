"""What the program cites of an edition, by role, and how each language writes a citation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.languages import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule comes from: a point with its sub-points (`11.1`, `7.1.а`), or an appendix (`app.7`)."""

    text: str
    point: int | None = None
    appendix: int | None = None

    def __str__(self) -> str:
        return self.text


class CiteRole(StrEnum):
    """What a citation is for. Code and messages know the role, the edition says which point or appendix it is."""

    WHO_SERVES = "who-serves"
    PAPER_ONLY = "paper-only"
    BASIS = "basis"
    INFORMATION = "information"
    RESULT_PAPER = "result-paper"
    PERSONS = "persons"
    RESULT = "result"  # its term
    WAITING_TIMES = "waiting-times"  # in the queue, and while one is served
    FEE = "fee"
    QUEUE = "queue"
    PASS = "pass"  # noqa: S105  # to enter the building
    RAMP = "ramp"
    DOCUMENTS = "documents"
    FURTHER_MATERIALS = "further-materials"
    RECEIPT = "receipt"  # the incoming number
    HANDOVER = "handover"
    REFUSAL = "refusal"  # its ground and its term
    TARGETS = "targets"
    APPEALS = "appeals"  # all points about them
    EXPLAIN_APPEAL = "explain-appeal"
    COMPLAIN_RESULT = "complain-result"
    COMPLAIN_SERVICE = "complain-service"
    COURT = "court"
    COMPLAINT_FORM = "complaint-form"
    SLIP = "slip"
    PROGRESS = "progress"  # asked for by phone
    ANSWER = "answer"  # its term
    INDICATORS = "indicators"
    OFFICES = "offices"


# What the screens of a draft cite, and so must an edition under which applications are only prepared.
PREPARATION_ROLES = (CiteRole.WHO_SERVES, CiteRole.DOCUMENTS, CiteRole.RESULT, CiteRole.REFUSAL)

# Grammatical cases in which messages need a citation, besides the plain one; `start` begins a sentence.
CASES: Mapping[Language, tuple[str, ...]] = {
    Language.RU: ("genitive", "prepositional", "start"),
    Language.KK: ("genitive", "locative", "possessive"),
    Language.EN: ("start",),
}


@dataclass(frozen=True, slots=True)
class CitedRange:
    """The text of a citation, or a range of them if `last` is given."""

    first: str
    last: str | None = None


@dataclass(frozen=True, slots=True)
class CitationForms:
    """Templates of one grammatical case; `{}` stands for the number, or for several."""

    point: str
    points: str
    appendix: str
    appendices: str


@dataclass(frozen=True, slots=True)
class CitationWords:
    """How a language writes citations: templates with `{}` for what they join, and for numbers.

    Attributes:
        range: From the first to the last.
        more: What was before, and one more.
        last: What was before, and the last one.
        plain: Without a case.
        cases: By the name of the case.
    """

    range: str
    more: str
    last: str
    plain: CitationForms
    cases: Mapping[str, CitationForms]


@dataclass(frozen=True, slots=True)
class Cites:
    """Citations of one edition; `appendices` maps the name of each to its number as printed."""

    roles: Mapping[CiteRole, tuple[CitedRange, ...]]
    words: Mapping[Language, CitationWords]
    appendices: Mapping[str, str]

    def write(self, language: str, roles: Iterable[str], case: str = "") -> str:
        """What has these roles, as `пункты 2 и 15`: points before appendices, each named once.

        Raises:
            ValueError: there is no such role.
            KeyError: the language has no such case.
        """
        ranges = [each for role in roles for each in self.roles[CiteRole(role)]]
        words = self.words[Language(language)]
        forms = words.cases[case] if case else words.plain
        points: dict[str, bool] = {}  # the numbers, and whether they are several
        appendices: dict[str, bool] = {}
        for each in ranges:
            found = appendices if self._number_of_appendix(each.first) is not None else points
            found[self._numbers(each, words)] = each.last is not None
        written = (
            _write(points, forms.point, forms.points, words),
            _write(appendices, forms.appendix, forms.appendices, words),
        )
        return _joined([each for each in written if each], words.more, words.more)

    def write_citation(self, language: str, text: str) -> str:
        """A citation as a rule has it, as `пункт 11.2` or `приложение 7`."""
        forms = self.words[Language(language)].plain
        number = self._number_of_appendix(text)
        return forms.point.format(text) if number is None else forms.appendix.format(number)

    def _numbers(self, cited: CitedRange, words: CitationWords) -> str:
        first = self._number_of_appendix(cited.first) or cited.first
        if cited.last is None:
            return first
        return words.range.format(first, self._number_of_appendix(cited.last) or cited.last)

    def _number_of_appendix(self, text: str) -> str | None:
        """With what follows the name, as `7.2`; None if it is a point."""
        for name, number in self.appendices.items():
            if text == name or text.startswith(f"{name}."):
                return f"{number}{text.removeprefix(name)}"
        return None


def _write(numbers: Mapping[str, bool], one: str, several: str, words: CitationWords) -> str:
    if not numbers:
        return ""
    template = several if len(numbers) > 1 or any(numbers.values()) else one
    return template.format(_joined(list(numbers), words.more, words.last))


def _joined(parts: Sequence[str], more: str, last: str) -> str:
    text = parts[0]
    for each in parts[1:-1]:
        text = more.format(text, each)
    return last.format(text, parts[-1]) if len(parts) > 1 else text
