"""Finds what code, messages and templates know of one edition: its ids, and numbers of its points and appendices.

`python -m tools.hard_wired` lowers the counts in `tests/suite/hard_wired.toml` to what is found, and never raises one:
what an edition says belongs into its folder (docs/editions.md). Docstrings and comments may cite; they bind nothing. An
id that is an everyday word (`number`, `copy`) cannot be told from that word and is not counted, except in the id of a
message about it; nor are the stories of the demo, and the folders of editions.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from assets.loaders.edition import EDITIONS, load_standard
from tools.affected_tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from domain.standard.edition import Standard

LIST = ROOT / "tests" / "suite" / "hard_wired.toml"
ROOMS = ("assets", "bot", "dialogs", "documents", "domain", "handlers", "services", "storage")
DEMO = ROOT / "bot" / "demo"
SKIPPED = (DEMO, EDITIONS)
HEAD = """\
# Places that know one edition: its ids, and numbers of its points and appendices, file by file (tools/hard_wired.py).
# A count may only fall: `python -m tools.hard_wired` lowers it after a place is gone. In the end the list is empty.
"""
EVERYDAY = {
    *("address", "body", "by", "copy", "date", "document", "expired", "form", "location", "materials", "number"),
    *("office", "other", "part", "refusal", "signature", "term"),
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
NUMBERED_MESSAGE = re.compile(r"(?<!month)(?<!month-name)(?<!weekday)-\d{1,2}$")


class Finding(NamedTuple):
    """One number or id of the edition: where it is (a line, or the id of a message), and what."""

    place: str
    what: str


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition is known by: ids, and how many points and units it has."""

    ids: frozenset[str]
    points: int
    units: int

    @classmethod
    def of(cls, standard: Standard) -> Edition:
        """Those of this edition, and of the questions, which are its, too."""
        lines = [line for form in standard.forms.values() for line in form.fields]
        ids = {standard.status.id, *standard.timings, *standard.checklists, *(each.id for each in standard.defects)}
        ids |= {item.id for items in standard.checklists.values() for item in items}
        ids |= {ground.id for ground in standard.refusal_grounds} | {region.id for region in standard.regions}
        ids |= {*standard.kinds, *standard.forms}
        ids |= {part for line in lines for part in (line.id, *line.parts)}
        ids |= {each.id for asked in standard.questions.values() for each in asked.all}
        return cls(frozenset(map(str, ids)), len(standard.points), len(standard.units))

    def in_code(self, source: str) -> Iterator[Finding]:
        """What a module knows of the edition, outside its docstrings."""
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
        """What the messages of a file know of the edition, in their ids and their bodies."""
        slugs = {each.replace("_", "-") for each in self.ids}
        telling = {each.replace("_", "-") for each in self.ids - EVERYDAY} - WORDS
        for name, body in MESSAGE.findall(text):
            family = next((name.removeprefix(f"{each}-") for each in FAMILIES if name.startswith(f"{each}-")), "")
            if _holds(name, telling) or _begins(family, slugs) or NUMBERED_MESSAGE.search(name):
                yield Finding(name, name)
            yield from (Finding(name, what) for what in _citations(body))

    def _in_text(self, text: str, *, cited: bool) -> Iterator[str]:
        if text in self.ids - EVERYDAY or APPENDIX.fullmatch(text):
            yield text
            return
        point = POINT.fullmatch(text)
        if point and int(point[1]) <= self.points and (cited or text != "1"):
            yield text
        yield from _citations(text)
        yield from re.findall(rf"\b{self.units}\b", text)


def find(edition: Edition) -> dict[str, list[Finding]]:
    """What each file of the product knows of the edition."""
    found = {}
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.*")):
            here = list(_in_file(edition, path)) if not set(SKIPPED) & set(path.parents) else []
            if here:
                found[path.relative_to(ROOT).as_posix()] = here
    return found


def listed() -> dict[str, int]:
    """How many such places each file had when they were last counted."""
    counts: dict[str, int] = tomllib.loads(LIST.read_text(encoding="utf-8"))["places"]
    return counts


def written(counts: dict[str, int]) -> str:
    """The text of the list."""
    return f"{HEAD}\n[places]\n" + "".join(f'"{file}" = {count}\n' for file, count in sorted(counts.items()) if count)


def main() -> int:
    """Lowers the counts; returns 1 and tells the places if one has risen."""
    found, before = find(Edition.of(load_standard())), listed()
    risen = {file: here for file, here in found.items() if len(here) > before.get(file, 0)}
    for file, here in risen.items():
        sys.stdout.write(f"{file}: {len(here)}, not {before.get(file, 0)}: {', '.join(map(':'.join, here))}\n")
    kept = {file: min(count, len(found.get(file, ()))) for file, count in before.items()}
    LIST.write_text(written(kept), encoding="utf-8")
    return 1 if risen else 0


def _in_file(edition: Edition, path: Path) -> Iterator[Finding]:
    match path.suffix:
        case ".py":
            yield from edition.in_code(path.read_text(encoding="utf-8"))
        case ".ftl":
            yield from edition.in_messages(path.read_text(encoding="utf-8"))
        case ".docx":
            with zipfile.ZipFile(path) as document:
                text = re.sub(r"<[^>]*>", "", document.read("word/document.xml").decode())
            yield from (Finding("document", what) for what in _citations(text))


def _citations(text: str) -> Iterator[str]:
    for found in CITED.finditer(text):
        numbers = next(filter(None, found.groups()))
        yield from re.findall(r"\d+(?:\.\d+)*", numbers)


def _not_meant(tree: ast.AST) -> Iterator[ast.expr]:
    """Docstrings, and the default of `.get(name, default)`."""
    for node in ast.walk(tree):
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
