"""What a person reads on a screen: which question it asks, and what stands there as the answer so far.

Known from the texts for people alone, in every language at once.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bot.resources import load_texts
from bot.settings import Settings
from domain.languages import LANGUAGES

FORM = (
    *("intent", "by", "territory", "earlier-number", "earlier-date", "representative-name", "full-name", "address"),
    *("document-kind", "document-number", "document-date", "document-issuer", "confession", "term-from", "term-to"),
    *("citizenship", "association", "city", "group-name", "leader-name", "adult-members", "location"),
    *("place-of-worship", "leader-counted", "premises-owner"),
)
CARD, REVIEW = "card", "review"  # what follows the questions of a form
CHOSEN_ON_FORMS = frozenset({"intent", "by", "territory", "office", "leader-counted", "premises-owner"})
CHOSEN = CHOSEN_ON_FORMS | {CARD, REVIEW}  # with buttons alone
CHOSEN_OR_TYPED = frozenset({"document-kind", "place-of-worship"})
DATES = frozenset({"earlier-date", "document-date", "term-from", "term-to"})
# Questions that a message to another one may answer, too.
ANSWERED_WITH = {
    **dict.fromkeys(("document-number", "document-date", "document-issuer"), "document-kind"),
    "term-to": "term-from",
    "confession": "group-name",
}
NAMES = frozenset({"representative-name", "full-name", "leader-name", "cmp-name"})
MATERIALS = "materials"
COMPLAINT_NAME, COMPLAINT_ADDRESS, COMPLAINT_TEXT = "cmp-name", "cmp-address", "cmp-text"
VALUES = dict.fromkeys(("territory", "item", "subject"), "\0")
COUNTS = (1, 2, 3, 5, 21, 100)  # one of every plural


@lru_cache(maxsize=10_000)  # most screens are shown often
def question_on(text: str) -> str:
    """The question that a screen asks; an empty string if it asks none."""
    by_line, patterns = _headings()
    found = ""
    for line in text.split("\n"):
        asked = by_line.get(line) or next((each for pattern, each in patterns if pattern.fullmatch(line)), "")
        if asked and asked != CARD:
            return asked
        found = found or asked
    return found


def answer_on(text: str) -> str | None:
    """The answer that a screen says is kept now; None if it says none."""
    for line in text.split("\n"):
        for before, after in _now():
            if line.startswith(before) and line.endswith(after):
                return line[len(before) : len(line) - len(after)]
    return None


def place_of(text: str) -> str:
    """The number of the question on a screen of the form, for people who read a log."""
    return next((line for line in text.split("\n") if _place().fullmatch(line)), "")


@cache
def _headings() -> tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    by_line: dict[str, str] = {}
    patterns: dict[str, str] = {}
    for language in LANGUAGES:
        texts = load_texts(language, Settings(_env_file=None).edition)
        by_line |= {texts.plain(f"q-{each}"): each for each in FORM}
        for name in ("name", "address", "text"):
            by_line[_first(texts.plain(f"cmp-ask-{name}"))] = f"cmp-{name}"
        for listed in ("materials-how", "checklist-list-how", "checklist-list-more"):
            by_line[_first(texts.plain(listed))] = MATERIALS
        by_line[_first(texts.plain("checklist-ask"))] = CARD
        by_line[_first(texts.plain("cmp-review"))] = REVIEW
        for form, asked in (("office-proposed", "office"), ("card-item", CARD), ("review-title", REVIEW)):
            patterns[_with_anything(_first(texts.plain(form, **VALUES)))] = asked
        for count in COUNTS:
            more = _first(texts.plain("cmp-ask-more", count=count))
            patterns[re.escape(more).replace(str(count), r"\d+", 1)] = COMPLAINT_TEXT
        below_region = texts.plain("territory-districts", region="\0").rpartition("\n")[2]
        by_line[below_region] = "territory"
    return by_line, tuple((re.compile(each), question) for each, question in patterns.items())


@cache
def _now() -> tuple[tuple[str, str], ...]:
    found = (load_texts(each).plain("apply-now", answer="\0").partition("\0") for each in LANGUAGES)
    return tuple((before, after) for before, _, after in found)


@cache
def _place() -> re.Pattern[str]:
    found = (load_texts(each).plain("apply-place", number="\0", total="\0") for each in LANGUAGES)
    return re.compile("|".join(map(_with_anything, found)))


def _with_anything(text: str) -> str:
    return re.escape(text).replace(re.escape("\0"), ".*")


def _first(text: str) -> str:
    return text.split("\n", 1)[0]
