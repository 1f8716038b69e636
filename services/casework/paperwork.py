"""What officers prepare before an act, stored with the case line by line so that nothing typed is lost."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from domain.applications.answers import read_answer
from domain.applications.outcomes import Handover, Shortfall
from domain.casework.permissions import CaseAction
from domain.errors import BadAnswer, DoubtfulAnswer
from domain.filler import LeastWords, check_words
from domain.standard.cites import CiteRole
from domain.standard.questions import Kind, Part, Question
from domain.text import read_paragraphs, visible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from domain.applications.case import Case

RECEIVED_NOW = "receive_items"  # ticked but not recorded yet
ASKED_AGAIN = "again_items"  # received, then asked for again before the package was complete
NEED_ITEMS, NEED_NOTE = "need_items", "need_note"
REFUSE_ITEMS, REFUSE_DEFECT, REFUSE_WORDS = "refuse_items", "refuse_defect", "refuse_words"
REFUSE_REASON = "refuse_reason"  # one for all items: no longer written, still read
SELF, REPRESENTATIVE = "self", "representative"  # who collects
BY, COLLECTOR, DOCUMENT, POWER = "by", "collector", "document", "power_of_attorney"
REFUSE_GROUND, GROUND_WORDS = "refuse_ground", "ground_words"  # of a refusal on substance
DECREE = "decree"  # by which a last day is moved: its title, number and date
CORRECTION = "correction"  # of the journal's line: what was typed tells which part it puts right
PAPERS = frozenset({DOCUMENT, POWER})  # named with a number: they stand in the journal
FIGURES = re.compile(r"\d+")
NUMBER_AND_DATE = 2  # groups of figures, of which a date may be written with the month in words
DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
LONGEST = 1000  # units
LONGEST_DECREE = 300  # units: it stands among the days of a term
SEPARATOR = ","
OF_ITEM = "/"
LINES: Mapping[CaseAction, tuple[str, ...]] = {
    CaseAction.NEED: (NEED_NOTE,),
    CaseAction.REFUSE: (REFUSE_REASON, REFUSE_WORDS),
    CaseAction.REFUSE_ON_SUBSTANCE: (GROUND_WORDS,),
    CaseAction.REFUSE_TO_ACCEPT: (REFUSE_WORDS,),
    CaseAction.ISSUE: (COLLECTOR, DOCUMENT, POWER),
    CaseAction.SETTLE: (DECREE,),
}
NOBODY_COLLECTS: Mapping[str, str] = dict.fromkeys((BY, *LINES[CaseAction.ISSUE]), "")
_NO_DAY = date.min  # a name does not depend on the day
_COLLECTOR = Question(COLLECTOR, Kind.NAME, Part.ABOUT, CiteRole.HANDOVER)


def listed(case: Case, key: str, possible: Collection[str]) -> tuple[str, ...]:
    """The ticked items that are still possible, in the checklist's order."""
    return tuple(each for each in possible if each in ticked(case, key))


def ticked(case: Case, key: str) -> tuple[str, ...]:
    """The ticked items."""
    return tuple(each for each in case.prepared.get(key, "").split(SEPARATOR) if each)


def toggled(before: str, item: str) -> str:
    """The ticked items after a tap on one of them."""
    items = [each for each in before.split(SEPARATOR) if each]
    return SEPARATOR.join([each for each in items if each != item] if item in items else [*items, item])


def asked_again_for(case: Case) -> tuple[str, ...]:
    """Items that were received, then asked for again before the package was complete, and have not come again."""
    return ticked(case, ASKED_AGAIN)


def about(key: str, item: str) -> str:
    """The key of a prepared line about one item."""
    return f"{key}{OF_ITEM}{item}"


def named(case: Case) -> tuple[Shortfall, ...]:
    """The grounds prepared for a refusal; `domain.casework.refusals` decides whether they are admissible."""
    prepared = case.prepared
    items = dict.fromkeys(ticked(case, REFUSE_ITEMS))
    return tuple(
        Shortfall(each, prepared.get(about(REFUSE_DEFECT, each), ""), prepared.get(about(REFUSE_WORDS, each), ""))
        for each in items
    )


def naming(case: Case, shortfalls: Iterable[Shortfall]) -> dict[str, str]:
    """The changes after which exactly these grounds are prepared."""
    prefixes = (about(REFUSE_DEFECT, ""), about(REFUSE_WORDS, ""))
    values = {key: "" for key in case.prepared if key.startswith(prefixes)}
    given = list(shortfalls)
    for each in given:
        values |= {about(REFUSE_DEFECT, each.item): each.defect, about(REFUSE_WORDS, each.item): each.words}
    return values | {REFUSE_ITEMS: SEPARATOR.join(each.item for each in given)}


def read_line(action: CaseAction, key: str, text: str, *, sure: bool = False) -> str:
    """Reads a typed line; notes and reasons may have paragraphs; `sure`: it was typed a second time.

    Raises:
        BadAnswer: the act has no such line, or the text has no letters or digits, is too long or doubtful.
    """
    if key.partition(OF_ITEM)[0] not in LINES.get(action, ()):
        raise BadAnswer("choose")
    if key == COLLECTOR:
        return read_answer(_COLLECTOR, text, {}, _NO_DAY, sure=sure)
    if key == DECREE:
        return _read_decree(text, sure=sure)
    typed = read_paragraphs(text, LONGEST)
    if key in PAPERS and not sure:
        check_words(typed, LeastWords(words=2, letters=1))
    return typed


def _read_decree(text: str, *, sure: bool) -> str:
    """Reads the title, number and date of a decree in one line."""
    typed = visible(read_paragraphs(text, LONGEST_DECREE))
    if not sure:
        check_words(typed, LeastWords(words=2, letters=2))
        if len(FIGURES.findall(typed)) < NUMBER_AND_DATE:
            raise DoubtfulAnswer("doubtful-decree")
    return typed


def collected_by(collector: str, *, representative: bool) -> dict[str, str]:
    """The first lines about who collects: the applicant, or the representative named in the form, if any."""
    lines = dict.fromkeys(LINES[CaseAction.ISSUE], "")
    return {**lines, COLLECTOR: collector, BY: REPRESENTATIVE if representative else SELF}


def handover(case: Case, number: str, now: datetime, officer: str) -> Handover:
    """The journal entry for a handover prepared in these lines."""
    prepared = case.prepared
    return Handover(number, now, officer, prepared[COLLECTOR], prepared[DOCUMENT], prepared.get(POWER, ""))


def missing_line(case: Case) -> str:
    """The next line to prepare before the handover; empty if none is missing."""
    prepared = case.prepared
    if not prepared.get(BY):
        return BY
    wanted = (COLLECTOR, DOCUMENT, POWER) if prepared[BY] == REPRESENTATIVE else (COLLECTOR, DOCUMENT)
    return next((each for each in wanted if not prepared.get(each)), "")


def corrected_line(case: Case, text: str) -> str:
    """Which prepared line of a handover a typed correction replaces.

    A paper that begins alike; without figures, the name of who collects; with a date, the power of attorney.

    Raises:
        BadAnswer: the line of the journal is not complete yet.
    """
    if missing_line(case):
        raise BadAnswer("choose")
    papers = [each for each in (DOCUMENT, POWER) if case.prepared.get(each)]
    alike = [each for each in papers if _first_word(case.prepared[each]) == _first_word(text)]
    if alike:
        return alike[0]
    if not any(each.isdecimal() for each in text):
        return COLLECTOR
    return papers[-1] if DATE.search(text) else DOCUMENT


def _first_word(text: str) -> str:
    return next((word for each in text.casefold().split() if (word := each.strip("№.,:"))), "")
