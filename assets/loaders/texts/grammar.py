"""Whether a message in Fluent can be drawn: its grammar, its variables, what it cites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from domain.standard.cites import CASES, CiteRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.languages import Language

_CITE = r'CITE\("[^"\\\n]*"(?:, "[^"\\\n]*")*(?:, case: "[^"\\\n]*")?\)'
_CITATION = re.compile(_CITE)
_PLAIN = re.compile(rf'\{{ *(?:\$[a-z][a-z0-9-]*|"(?:[^"\\\n]|\\u[0-9A-Fa-f]{{4}})*"|{_CITE}) *\}}')
_FIRST = re.compile(r"[a-z][a-z0-9-]* = *\S")
_LINE = re.compile(r" +[^\s\[*.].*| *")  # one that goes on with the text; others mean something else in Fluent
_KEY = r"(?:[a-z][a-z0-9-]*|\d+)"
_SELECTION = re.compile(rf"\{{ *\$[a-z][a-z0-9-]* +->((?:\n +\*?\[{_KEY}\] *[^\s{{}}][^\n{{}}]*)+)\n *\}}")
_DEFAULT = re.compile(r"\n +\*")
_VARIABLE = re.compile(r"\$([a-zA-Z][a-zA-Z0-9_-]*)")


def find_variables(source: str) -> frozenset[str]:
    """The names of the variables of a message."""
    return frozenset(_VARIABLE.findall(source))


def find_fault(source: str) -> str:
    """Why a message cannot be drawn; empty if it can.

    Most messages hold nothing but text, variables, citations, and selections of these with a variant a line. They are
    known to be right without the parser, which would take longer than all else that is loaded.
    """
    first, *rest = _without_selections(_PLAIN.sub("x", source)).rstrip().split("\n")
    plain = _FIRST.match(first) and not re.search(r"[{}]", "".join((first, *rest)))
    return "" if plain and all(map(_LINE.fullmatch, rest)) else _parse(source)


def _without_selections(source: str) -> str:
    """A letter in the place of each selection with one default, the inner ones first."""
    before = ""
    while source != before:
        before, source = source, _SELECTION.sub(_without_selection, source)
    return source


def _without_selection(found: re.Match[str]) -> str:
    return "x" if len(_DEFAULT.findall(found[1])) == 1 else found[0]


def find_unknown_citations(source: str, language: Language) -> Iterator[str]:
    """The roles and cases that a message cites by and no edition has; the call itself if it is written otherwise."""
    calls = _CITATION.findall(source)
    if source.count("CITE") != len(calls):
        yield "CITE"
    for call in calls:
        roles, _, case = call.partition("case: ")
        yield from (role for role in re.findall(r'"([^"]*)"', roles) if role not in set(CiteRole))
        if case and case.strip('")') not in CASES[language]:
            yield case.strip('")')


class _References(Visitor):
    """Finds what the source of a message may not hold, since each is parsed by itself: another one, or a function."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.found = ""

    def generic_visit(self, node: ast.BaseNode) -> None:
        match node:
            case ast.Junk(annotations=[first, *_]):
                self.found = str(first.message)
            case ast.Message(id=named) if not re.match(rf"(?=[a-z][a-z0-9-]* ){named.name} =", self._source):
                self.found = named.name
            case ast.Term(id=named) | ast.TermReference(id=named):
                self.found = f"-{named.name}"
            case ast.MessageReference(id=named):
                self.found = named.name
            case ast.FunctionReference(id=named) if named.name != "CITE":
                self.found = named.name
        super().generic_visit(node)


def _parse(source: str) -> str:
    references = _References(source)
    references.visit(FluentParser().parse(source))
    return references.found
