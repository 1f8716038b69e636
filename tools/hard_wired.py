"""Finds what code, messages and templates know of any edition: its ids, and numbers of its points and appendices.

`python -m tools.hard_wired` prints each place, and ends with 1 if there is one: what an edition says belongs into its
folder (docs/editions.md). What is not counted:

- Docstrings and comments: they may cite, and bind nothing.
- Values of an enum of roles: they are words of the program, which an edition may use as its ids.
- An id that is an everyday word (`number`, `copy`) cannot be told from that word; it is counted in the id of a message
  about it alone. A program that knew one is found by the journey under other ids (tests/e2e/editions/test_renamed.py).
- The stories of the demo: they are what people answered to the questions of one edition, as records are.
- The folders of editions, and migrations: they say which edition records of before belong to.
"""

from __future__ import annotations

import ast
import re
import sys
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from assets.loaders.edition import EDITIONS, find_editions, load_standard
from assets.loaders.templates import load_messages
from assets.loaders.texts.needed import ELECTRONIC, PREPARING, SERVICE
from domain.languages import Language
from tools.affected_tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from domain.standard.edition import Standard

ROOMS = ("assets", "bot", "dialogs", "documents", "domain", "handlers", "services", "storage")
DEMO = ROOT / "bot" / "demo"
SKIPPED = (DEMO, EDITIONS)
EVERYDAY = {
    *("address", "application", "body", "by", "copy", "date", "document", "expired", "form", "location", "materials"),
    *("no", "none", "number", "office", "other", "part", "person", "refusal", "registration", "representative"),
    *("self", "signature", "term", "yes"),
}
# Words of messages about other things: papers shown when one is collected, complaints that wait, where one acts.
WORDS = {"group", "power-of-attorney", "territory", "waiting"}
# Messages about one question, document, line, choice, defect, term, or kind of application.
FAMILIES = (
    *("choice", "condition", "defect", "item", "label", "q", "work-mend"),
    *("case", "clock", "cmp-silence", "head-ahead", "head-missed", "late", "work-term"),
    *("apply-needed", "forms-for", "forms-get", "paper", "subject"),
    *("told-approved", "told-issued", "told-ready", "work-approve", "work-certificate"),
)
CITING = ("cited", "Question")  # calls with a point among their arguments
# Names of constants that hold numbers of appendices.
NUMBERED = re.compile(r"APPENDI|APPLICATIONS|CERTIFICATES|DISTRICTS|^OFFICE$|^AKIMAT$")
_LIST = r"\d+(?:\.\d+)*(?:(?:,|–|-| и| мен| және| and| or)[ \u00a0]?\d+(?:\.\d+)*)*"
CITED = re.compile(
    rf"(?:пункт|приложени|стать|point|appendi|article)\w*[ \u00a0](?P<after>{_LIST})"
    rf"|(?P<before>{_LIST})[‑-](?:тарма|қосымша|бап)"
    rf"|\bform (?P<form>{_LIST})|\b(?P<days>\d+)[ \u00a0](?:рабочих|working|жұмыс)",
    re.IGNORECASE,
)
APPENDIX = re.compile(r"app\.\d")
POINT = re.compile(r"([1-9]\d?)(?:\.\d)?(?:\.[а-я])?")
MESSAGE = re.compile(r"^([a-z][a-z0-9-]*) =(.*(?:\n(?:[ \t].*)?)*)", re.MULTILINE)
NUMBERED_MESSAGE = re.compile(r"(?<!month)(?<!month-name)(?<!month-on)(?<!weekday)-\d{1,2}$")


class Finding(NamedTuple):
    """One number or id of an edition: where it is (a line, or the id of a message), and what."""

    place: str
    what: str


@dataclass(frozen=True, slots=True)
class Known:
    """What editions are known by: ids, how many points the longest has, and how many units each.

    `texts` are the ids of texts that are made of those of things: code finds these, and names none of them.
    """

    ids: frozenset[str]
    points: int
    units: frozenset[int]
    texts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, editions: Iterable[Standard]) -> Known:
        """What these are known by together."""
        every = list(editions)
        return cls(
            frozenset(str(each) for standard in every for each in _ids(standard)),
            max(len(standard.points) for standard in every),
            frozenset(len(standard.units) for standard in every),
            frozenset(text for standard in every for text in standard.texts.get(Language.RU, ()))
            - SERVICE.keys()
            - PREPARING.keys()
            - ELECTRONIC.keys()
            - load_messages(Language.RU).keys(),
        )

    def in_code(self, source: str) -> Iterator[Finding]:
        """What a module knows of them, outside its docstrings."""
        tree = ast.parse(source)
        skipped = {id(each) for each in _not_meant(tree)}
        strings = [each for each in ast.walk(tree) if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        cited = {id(each) for call in ast.walk(tree) for each in _points_in(call)}
        for each in strings:
            if id(each) not in skipped:
                found = self._in_text(str(each.value), cited=id(each) in cited)
                yield from (Finding(str(each.lineno), what) for what in found)
        for each in _numbers(tree):
            yield Finding(str(each.lineno), str(each.value))

    def in_messages(self, text: str) -> Iterator[Finding]:
        """What the messages of a file know of them, in their ids and their bodies."""
        slugs = {each.replace("_", "-") for each in self.ids}
        telling = {each.replace("_", "-") for each in self.ids - EVERYDAY} - WORDS
        for name, body in MESSAGE.findall(text):
            family = next((name.removeprefix(f"{each}-") for each in FAMILIES if name.startswith(f"{each}-")), "")
            if _holds(name, telling) or _begins(family, slugs) or NUMBERED_MESSAGE.search(name):
                yield Finding(name, name)
            yield from (Finding(name, what) for what in _citations(body))

    def _in_text(self, text: str, *, cited: bool) -> Iterator[str]:
        if text in self.ids - EVERYDAY or text in self.texts or APPENDIX.fullmatch(text):
            yield text
            return
        point = POINT.fullmatch(text)
        if point and int(point[1]) <= self.points and (cited or text != "1"):
            yield text
        yield from _citations(text)
        yield from (number for number in re.findall(r"\b\d{3,}\b", text) if int(number) in self.units)


def known() -> Known:
    """What the editions of the program are known by."""
    return Known.of(load_standard(edition) for edition, folder in find_editions().items() if folder.parent == EDITIONS)


def find(editions: Known) -> dict[str, list[Finding]]:
    """What each file of the product knows of them."""
    found = {}
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.*")):
            here = list(_in_file(editions, path)) if not set(SKIPPED) & set(path.parents) else []
            if here:
                found[path.relative_to(ROOT).as_posix()] = here
    return found


def main() -> int:
    """Prints each place; returns 1 if there is one."""
    found = find(known())
    for file, here in found.items():
        sys.stdout.writelines(f"{file}:{place}: {what}\n" for place, what in here)
    return 1 if found else 0


def _ids(standard: Standard) -> Iterator[object]:
    """What its data is called by; codes are printed, and templates are called as forms or letters are."""
    questions = [each for asked in standard.questions.values() for each in asked.all]
    choices = [each for question in questions for each in question.choices]
    lines = [line for form in standard.forms.values() for line in form.fields]
    yield standard.status.id
    yield from (*standard.timings, *standard.pauses, *standard.kinds, *standard.forms, *standard.conditions)
    yield from (*standard.units, *(part for line in lines for part in (line.id, *line.parts)))
    yield from (word for each in choices for word in (each.value, each.text) if word)
    for things in (standard.defects, standard.refusal_grounds, standard.regions, questions):
        yield from (each.id for each in things)
    yield from (item.id for items in standard.checklists.values() for item in items)


def _in_file(editions: Known, path: Path) -> Iterator[Finding]:
    match path.suffix:
        case ".py":
            yield from editions.in_code(path.read_text(encoding="utf-8"))
        case ".ftl":
            yield from editions.in_messages(path.read_text(encoding="utf-8"))
        case ".docx":
            with zipfile.ZipFile(path) as document:
                text = re.sub(r"<[^>]*>", "", document.read("word/document.xml").decode())
            yield from (Finding("document", what) for what in _citations(text))


def _citations(text: str) -> Iterator[str]:
    for found in CITED.finditer(text):
        numbers = next(filter(None, found.groups()))
        yield from re.findall(r"\d+(?:\.\d+)*", numbers)


def _not_meant(tree: ast.AST) -> Iterator[ast.expr]:
    """Docstrings, the default of `.get(name, default)`, and values of an enum of roles."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name.endswith("Role"):
            yield from (each.value for each in node.body if isinstance(each, ast.Assign))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            yield from node.args[1:]


def _points_in(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in CITING:
            yield from (each for argument in node.args for each in ast.walk(argument))
        yield from (keyword.value for keyword in node.keywords if keyword.arg == "cites")


def _numbers(tree: ast.AST) -> Iterator[ast.Constant]:
    """Numbers of appendices: in constants named after them, compared with one, or given as one."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if NUMBERED.search(name):
                yield from _integers(value)
            case ast.Compare() if "appendix" in ast.unparse(node):
                yield from _integers(node)
            case ast.Call(func=ast.Name(id="UnitId"), args=arguments):
                yield from (number for each in arguments for number in _integers(each))
            case ast.keyword(arg="choices" | "appendix", value=value):
                yield from _integers(value)


def _integers(node: ast.AST) -> Iterator[ast.Constant]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and type(each.value) is int:
            yield each


def _holds(name: str, slugs: set[str]) -> bool:
    words = name.split("-")
    return any("-".join(words[a:b]) in slugs for a in range(len(words)) for b in range(a + 1, len(words) + 1))


def _begins(name: str, slugs: set[str]) -> bool:
    return any(name == slug or name.startswith(f"{slug}-") for slug in slugs)


if __name__ == "__main__":
    sys.exit(main())
