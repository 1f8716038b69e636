"""What officers write down before an act: kept on the case line by line, so that nothing typed is lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.applications.answers import read_answer
from domain.applications.outcomes import Shortfall
from domain.applications.questions import Kind, Part, Question
from domain.casework.permissions import CaseAction
from domain.errors import BadAnswer
from domain.filler import LeastWords, check_words
from domain.text import check_length, visible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from domain.applications.case import Case

RECEIVED_NOW = "receive_items"  # ticked by an officer, not recorded yet
ASKED_AGAIN = "again_items"  # received, and asked for once more before the package was whole: may come again
NEED_ITEMS, NEED_NOTE = "need_items", "need_note"
REFUSE_ITEMS, REFUSE_DEFECT, REFUSE_WORDS = "refuse_items", "refuse_defect", "refuse_words"
REFUSE_REASON = "refuse_reason"  # one for all items: no longer asked for, but prepared so before, and to be read
BY, COLLECTOR, DOCUMENT, POWER = "by", "collector", "document", "power_of_attorney"
PAPERS = frozenset({DOCUMENT, POWER})  # named with a number: they stand in the journal
LONGEST = 1000  # units
SEPARATOR = ","
OF_ITEM = "/"
LINES: Mapping[CaseAction, tuple[str, ...]] = {
    CaseAction.NEED: (NEED_NOTE,),
    CaseAction.REFUSE: (REFUSE_REASON, REFUSE_WORDS),
    CaseAction.ISSUE: (COLLECTOR, DOCUMENT, POWER),
}
_NO_DAY = date.min  # a name does not depend on the day
_COLLECTOR = Question(COLLECTOR, Kind.NAME, Part.ABOUT, "15")


def listed(case: Case, key: str, possible: Collection[str]) -> tuple[str, ...]:
    """The items ticked under a key that are still possible, in the checklist's order."""
    ticked = case.prepared.get(key, "").split(SEPARATOR)
    return tuple(each for each in possible if each in ticked)


def toggled(ticked: str, item: str) -> str:
    """The ticked items with one more, or one less."""
    before = [each for each in ticked.split(SEPARATOR) if each]
    return SEPARATOR.join([each for each in before if each != item] if item in before else [*before, item])


def asked_again_for(case: Case) -> tuple[str, ...]:
    """What was received, asked for once more before the package was whole, and has not come again."""
    return tuple(each for each in case.prepared.get(ASKED_AGAIN, "").split(SEPARATOR) if each)


def about(key: str, item: str) -> str:
    """The key of what is prepared about one item."""
    return f"{key}{OF_ITEM}{item}"


def named(case: Case) -> tuple[Shortfall, ...]:
    """For what an officer means to refuse, as it is prepared: `domain.casework.refusals` says whether it may be."""
    prepared = case.prepared
    items = dict.fromkeys(each for each in prepared.get(REFUSE_ITEMS, "").split(SEPARATOR) if each)
    return tuple(
        Shortfall(each, prepared.get(about(REFUSE_DEFECT, each), ""), prepared.get(about(REFUSE_WORDS, each), ""))
        for each in items
    )


def naming(case: Case, shortfalls: Iterable[Shortfall]) -> dict[str, str]:
    """What to prepare so that these are named and nothing else is."""
    prefixes = (about(REFUSE_DEFECT, ""), about(REFUSE_WORDS, ""))
    values = {key: "" for key in case.prepared if key.startswith(prefixes)}
    given = list(shortfalls)
    for each in given:
        values |= {about(REFUSE_DEFECT, each.item): each.defect, about(REFUSE_WORDS, each.item): each.words}
    return values | {REFUSE_ITEMS: SEPARATOR.join(each.item for each in given)}


def read_line(action: CaseAction, key: str, text: str, *, sure: bool = False) -> str:
    """A line as it is kept: the reason and the note may have paragraphs; `sure`: it was typed a second time.

    Raises:
        BadAnswer: the act has no such line, or the text is nothing, too long or doubtful.
    """
    if key.partition(OF_ITEM)[0] not in LINES.get(action, ()):
        raise BadAnswer("choose")
    if key == COLLECTOR:
        return read_answer(_COLLECTOR, text, {}, _NO_DAY, sure=sure)
    rows = [row for row in map(visible, text.splitlines()) if row]
    typed = "\n".join(rows)
    if not any(letter.isalnum() for letter in typed):
        raise BadAnswer("no-letters" if typed else "empty")
    check_length(typed, LONGEST)
    if key in PAPERS and not sure:
        check_words(typed, LeastWords(words=2, letters=1))
    return typed
