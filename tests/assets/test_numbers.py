"""Numbers agree with their words, in every text with a number in it and for every kind of number.

A new text with a number before a word fails here until it selects by the number and its word stands in `WORDS`, or it
is listed with the reason why it need not.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import parse
from fluent.syntax.ast import Message, SelectExpression, VariableReference
from fluent.syntax.visitor import Visitor

from assets.loaders.edition import load_standard
from dialogs.ui.texts import Texts, unmark
from domain.languages import LANGUAGES
from tests.factories.texts import all_sources, texts_under

pytestmark = pytest.mark.untraced

ROOT = Path(__file__).parents[2]
STANDARD = load_standard()
DRAWN = (0, 1, 2, 3, 4, 5, 11, 12, 21, 22, 25, 101, 111, 1002)
# What a variable of this name is in every text: so many of something, or something else. A name in neither set fails.
_AMOUNTS = """
all cases collecting complaints connected count counted days fewest given good invited km length longest minutes most of
pages parts rating serving settings size total unchained waiting
"""
_OTHERS = """
account act address adopted again akimat allowed answer appendix at basis body break-end break-start button by can
certificate character cites close code command condition data date day defect detail direction district document edition
editions emails entry example facts faxes field fields file filed files first folder form format forms found had hash
heads held holiday id indicators item items kept keys kind known label language last letter level limit line link month
name names none normative note notice now number office open opens order ours page pattern period phone phones places
points port printed problem quarter query question reason received record records region regions repealed role row said
share since source stage start state subject target tenth terms territory text theirs time title to typed unit units
copies until user value version wanted was websites weekday what when who whole why ground year
"""
AMOUNTS, OTHERS = set(_AMOUNTS.split()), set(_OTHERS.split())
# Words after a number: after 1, after 2, after 5; in a case that is asked for, after 1 and after the others.
WORDS = {
    "ru": {
        *(("день", "дня", "дней"), ("запись", "записи", "записей"), ("минуту", "минуты", "минут")),
        *(("минута", "минуты", "минут"), ("тенге", "тенге", "тенге")),
        *(("знака", "знаков", "знаков"), ("названия", "названий", "названий"), ("файла", "файлов", "файлов")),
        *(("страницы", "страниц", "страниц"), ("сообщения", "сообщений", "сообщений"), ("раза", "раз", "раз")),
        *(("документа", "документов", "документов"), ("фотографии", "фотографий", "фотографий")),
        *(("заявления", "заявлений", "заявлений"), ("действия", "действий", "действий")),
        *(("нажатие", "нажатия", "нажатий"), ("ответа", "ответов", "ответов"), ("минуты", "минут", "минут")),
        *(("знак", "знака", "знаков"), ("номер", "номера", "номеров")),
    },
    "en": {
        *(("day", "days", "days"), ("entry", "entries", "entries"), ("minute", "minutes", "minutes")),
        *(("character", "characters", "characters"), ("title", "titles", "titles"), ("file", "files", "files")),
        *(("page", "pages", "pages"), ("message", "messages", "messages"), ("time", "times", "times")),
        *(("document", "documents", "documents"), ("photo", "photos", "photos"), ("mark", "marks", "marks")),
        *(("application", "applications", "applications"), ("act", "acts", "acts"), ("answer", "answers", "answers")),
        *(
            ("office", "offices", "offices"),
            ("complaint", "complaints", "complaints"),
            ("record", "records", "records"),
        ),
        ("tenge", "tenge", "tenge"),
        *(("invitation", "invitations", "invitations"), ("number", "numbers", "numbers")),
    },
    "kk": set(),
}
NO_NOUNS = {
    "ru": frozenset(("из", "в", "и", "км", "МБ", "с")),
    "en": frozenset(("of", "in", "km", "MB", "more", "are")),
    "kk": frozenset(("км", "МБ")),
}
PLURAL = re.compile(r"\w{2,}(?:лар|лер|дар|дер|тар|тер)\w{0,5}")
LISTED = {
    "backup-file": "no backup has a single byte",
    "key-length": "nobody takes a single byte for a key",
    "bad-count-range": "no word follows; the 1 before it is written out",
    "materials-row": "the word after the count is the applicant's own",
}
MESSAGE, VARIABLE = re.compile(r"^(?=[a-z])", re.MULTILINE), re.compile(r"\$([a-z-]+)")
AFTER = 2  # words after a number that may hold its noun: `рабочих дней`


class Variables(Visitor):
    """The variables of a message, and those it selects by."""

    def __init__(self) -> None:
        self.all: set[str] = set()
        self.selected: set[str] = set()

    def visit_SelectExpression(self, node: SelectExpression) -> None:  # noqa: N802  # as fluent has it
        if isinstance(node.selector, VariableReference):
            self.selected.add(node.selector.id.name)
        self.generic_visit(node)

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802  # as fluent has it
        self.all.add(node.id.name)


def variables_in(source: str) -> dict[str, Variables]:
    found = {}
    for entry in parse(source).body:
        if isinstance(entry, Message):
            found[entry.id.name] = Variables()
            found[entry.id.name].visit(entry)
    return found


@cache
def variables(language: str) -> dict[str, Variables]:
    return variables_in(all_sources(STANDARD, language))


def with_amounts(language: str) -> dict[str, Variables]:
    """The messages that name an amount: parsing all would take a second of every process that collects the tests."""
    sources = MESSAGE.split(all_sources(STANDARD, language))
    return variables_in("".join(each for each in sources if not AMOUNTS.isdisjoint(VARIABLE.findall(each))))


@cache
def texts(language: str) -> Texts:
    return texts_under(STANDARD, language)


CASES = [
    (language, message, name)
    for language in LANGUAGES
    for message, found in with_amounts(language).items()
    for name in sorted(found.all & AMOUNTS)
    if message not in LISTED
]


def drawn(language: str, message: str, name: str, number: int) -> str:
    """The text with this number; every other variable is a word between marks that is no noun."""
    others = dict.fromkeys(variables(language)[message].all, "‹…›")
    values: dict[str, str | int] = {each.replace("-", "_"): value for each, value in others.items()}
    values |= dict.fromkeys(variables(language)[message].selected & AMOUNTS, 5)
    return unmark(texts(language)(message, **values | {name.replace("-", "_"): number}))


def after(text: str, number: int) -> list[str]:
    """The words right after the number, up to the end of the phrase."""
    found = re.search(rf"(?<![\d\w]){_grouped(number)}(?!\d)[ \u00a0]+((?:[^\W\d_]+[ \u00a0]*)+)", text)
    return found[1].split()[:AFTER] if found else []


def _grouped(number: int) -> str:
    return r"[\s\u00a0\u202f,]?".join(re.findall(r"\d{1,3}(?=(?:\d{3})*$)", str(number)))


def test_every_variable_is_known() -> None:
    """Whether a variable is an amount is said by its name, alike in all texts."""
    names = {name for found in variables("ru").values() for name in found.all}
    assert names == AMOUNTS | OTHERS
    assert not AMOUNTS & OTHERS


@pytest.mark.parametrize(("language", "message", "name"), CASES)
def test_a_number_and_its_word(language: str, message: str, name: str) -> None:
    """1 день, 2 дня, 5 дней; 1 day, 2 days; in Kazakh one form after any number."""
    for number in DRAWN:
        words = after(drawn(language, message, name, number), number)
        if not words or words[0] in NO_NOUNS[language]:
            continue
        if language == "kk":
            assert not any(map(PLURAL.fullmatch, words)), (number, words)
            continue
        form = forms(language, number)
        right = {each[form] for each in WORDS[language]}
        known = {word for each in WORDS[language] for word in each}
        nouns = [word for word in words if word in known]
        assert nouns, (number, words, "has no noun that `WORDS` knows")
        assert nouns[0] in right, (number, words)


@pytest.mark.parametrize("room", ["bot", "dialogs", "handlers"])
def test_numbers_are_given_as_numbers(room: str) -> None:
    """A number in quotes would select nothing: `1 дней`."""
    wrong = []
    for path in (ROOT / room).rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and call.args and (start := _text_id(call)):
                selected = {
                    each.replace("-", "_")
                    for message, found in variables("ru").items()
                    if message == start[0] or (start[1] and message.startswith(start[0]))
                    for each in found.selected & AMOUNTS
                }
                wrong += [
                    f"{path.relative_to(ROOT)}:{call.lineno} {each.arg}"
                    for each in call.keywords
                    if each.arg in selected and _is_text(each.value)
                ]
    assert wrong == []


def _text_id(call: ast.Call) -> tuple[str, bool] | None:
    """The id of the text that is drawn, or its beginning."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    match call.args[0]:
        case ast.Constant(value=str(text)) if name in {"texts", "plain"}:
            return text, False
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]) if name in {"texts", "plain"}:
            return text, True
    return None


def _is_text(value: ast.expr) -> bool:
    match value:
        case ast.Call(func=ast.Name(id="str")) | ast.JoinedStr() | ast.Constant(value=str()):
            return True
    return False


def forms(language: str, number: int) -> int:
    """Which form of a word: that of 1, of 2 or of 5."""
    if language == "en":
        return 0 if number == 1 else 2
    ends, teen = number % 10, number % 100 in range(11, 15)
    if ends == 1 and not teen:
        return 0
    return 1 if ends in {2, 3, 4} and not teen else 2
