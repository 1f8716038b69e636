"""Turns what a person typed or tapped into the answer to store, or says what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from domain.dates import read_date
from domain.errors import BadAnswer
from domain.filler import LeastWords, check_figures, check_words
from domain.standard.questions import Kind, Label
from domain.text import check_length, plain_name, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from domain.standard.questions import Question

LONGEST_NAME = 150  # units as Telegram counts them, like the two below
LONGEST_TEXT = 500
LONGEST_NUMBER = 40
SHORTEST_NAME = 2
MOST_MEMBERS = 10_000
EARLIEST = date(1930, 1, 1)
LONGEST_TERM_YEARS = 10
JOINER = "\u034f"  # COMBINING GRAPHEME JOINER, invisible
MOST_ACCENTS = 2  # on one letter
NAME_MARKS = " -'’ʼ."
IN_WORDS = frozenset({Kind.NAME, Kind.TEXT, Kind.CHOICE_OR_TEXT})
FULL_NAME = LeastWords(words=2)
SCRIPTS = ("CYRILLIC", "LATIN", "MODIFIER LETTER")
_LABELS: Mapping[Label, re.Pattern[str]] = {
    label: re.compile(pattern, re.IGNORECASE)
    for label, pattern in {
        Label.NAME: r"(?:ф\.?\s?и\.?\s?о\.?|фамилия,?\s+имя,?\s+отчество|аты-жөні)[\s:\-]+",
        Label.ADDRESS: r"(?:адрес\w*|мекенжай\w*)[\s:\-]+",
        Label.CITIZENSHIP: r"(?:гражданство|азаматтығы)[\s:\-]+",
        Label.NUMBER: r"(?:№|no\b\.?|n°|номер\w*|нөмір\w*)[\s:.№]*",
        Label.ISSUER: r"(?:кем\s+)?(?:выдан[оа]?|кем)[\s:,\-]+",
        Label.DATE: r"(?:от|с|по|до|дата(?:\s+выдачи)?|күні)[\s:]+(?=\d|[^\W\d_]+\s+\d)",
    }.items()
}


def read_answer(question: Question, text: str, answers: Mapping[str, str], today: date, *, sure: bool = False) -> str:
    """Returns the answer to store: visible characters, single spaces, dates as ISO 8601.

    Args:
        question: the question being answered.
        text: the typed text, or the value of the tapped choice.
        answers: those given so far, for questions that depend on each other.
        today: in the office's time zone.
        sure: whether the person has said so again, asked whether it is right.

    Raises:
        BadAnswer: the text does not answer the question; `reason` says why.
        DoubtfulAnswer: it looks as if it did not.
    """
    typed = plain_answer(question, text)
    if not typed:
        raise BadAnswer("empty")
    answer = _READERS[question.kind](question, typed, answers, today)
    if not sure:
        _check_sense(question, answer)
    return answer


def _check_sense(question: Question, answer: str) -> None:
    if question.kind is Kind.NUMBER:
        check_figures(answer)
    elif question.kind in IN_WORDS and answer not in question.values:
        check_words(answer, _least_words(question))


def _least_words(question: Question) -> LeastWords:
    if question.words or question.letters:
        least = LeastWords()
        return LeastWords(question.words or least.words, question.letters or least.letters)
    return FULL_NAME if question.kind is Kind.NAME else LeastWords()


def plain_answer(question: Question, text: str) -> str:
    """What shows of it; what is printed before it on the form anyway is not kept twice: `№ 12345678`, `выдан МВД`."""
    typed = visible(unicodedata.normalize("NFC", text))
    label = _LABELS[question.label] if question.label else None
    found = label.match(typed) if label else None
    return typed[found.end() :] if found else typed


def _choice(question: Question, typed: str, _answers: Mapping[str, str], _today: date) -> str:
    if typed not in question.values:
        raise BadAnswer("choose")
    return typed


def _text(_question: Question, typed: str, _answers: Mapping[str, str], _today: date) -> str:
    check_length(typed, LONGEST_TEXT)
    if not any(letter.isalnum() for letter in typed):
        raise BadAnswer("no-letters")
    return typed


def _name(_question: Question, typed: str, _answers: Mapping[str, str], _today: date) -> str:
    typed = plain_name(typed)
    check_length(typed, LONGEST_NAME)
    for letter in typed:
        if letter not in NAME_MARKS and not _letter_of_a_name(letter):
            raise BadAnswer("name-letter", letter=letter)
    if _most_accents(typed) > MOST_ACCENTS:
        raise BadAnswer("name-accents", most=MOST_ACCENTS)
    if sum(letter.isalpha() for letter in typed) < SHORTEST_NAME:
        raise BadAnswer("name-short")
    return typed


def _most_accents(typed: str) -> int:
    runs = "".join("a" if unicodedata.combining(letter) else " " for letter in typed).split()
    return max(map(len, runs), default=0)


def _letter_of_a_name(letter: str) -> bool:
    name = unicodedata.name(letter, "")
    if unicodedata.combining(letter):  # an accent that does not compose with the letter before it
        return name.startswith("COMBINING ") and letter != JOINER
    return letter.isalpha() and name.startswith(SCRIPTS)


def _number(_question: Question, typed: str, _answers: Mapping[str, str], _today: date) -> str:
    check_length(typed, LONGEST_NUMBER)
    if not any(letter.isdigit() for letter in typed):
        raise BadAnswer("number-digits")
    return typed


def _count(_question: Question, typed: str, _answers: Mapping[str, str], _today: date) -> str:
    if not (typed.isascii() and typed.isdecimal()):
        raise BadAnswer("count-digits")
    count = typed.lstrip("0") or "0"
    if len(count) > len(str(MOST_MEMBERS)) or not 1 <= int(count) <= MOST_MEMBERS:
        raise BadAnswer("count-range", most=MOST_MEMBERS)
    return count


def _past_date(_question: Question, typed: str, _answers: Mapping[str, str], today: date) -> str:
    when = read_date(typed, EARLIEST, today)
    if when > today:
        raise BadAnswer("date-future")
    if when < EARLIEST:
        raise BadAnswer("date-early")
    return when.isoformat()


def _start_date(_question: Question, typed: str, _answers: Mapping[str, str], today: date) -> str:
    when = read_date(typed, today)
    if when < today:
        raise BadAnswer("date-past")
    if when.year > today.year + LONGEST_TERM_YEARS:
        raise BadAnswer("date-far")
    return when.isoformat()


def _end_date(question: Question, typed: str, answers: Mapping[str, str], today: date) -> str:
    start = start_for(question, answers, today)
    when = read_date(typed, start)
    if when <= start:
        raise BadAnswer("date-before-start")
    if when.year > start.year + LONGEST_TERM_YEARS:
        raise BadAnswer("date-far")
    return when.isoformat()


def start_for(question: Question, answers: Mapping[str, str], today: date) -> date:
    """The day after which the date that answers this question comes; today while none was given."""
    return date.fromisoformat(answers[question.after]) if question.after in answers else today


def is_valid_term(start: str, end: str | None) -> bool:
    """Whether a term may run from `start` to `end`, both ISO 8601."""
    return end is not None and start < end and int(end[:4]) <= int(start[:4]) + LONGEST_TERM_YEARS


def _place(_question: Question, _typed: str, _answers: Mapping[str, str], _today: date) -> str:
    raise BadAnswer("choose")  # chosen with buttons, see domain.applications.territory


_READERS: dict[Kind, Callable[[Question, str, Mapping[str, str], date], str]] = {
    Kind.CHOICE: _choice,
    Kind.CHOICE_OR_TEXT: _text,
    Kind.PLACE: _place,
    Kind.NAME: _name,
    Kind.TEXT: _text,
    Kind.NUMBER: _number,
    Kind.PAST_DATE: _past_date,
    Kind.START_DATE: _start_date,
    Kind.END_DATE: _end_date,
    Kind.COUNT: _count,
}
