"""Texts for people: Fluent messages by id, with every value escaped for Telegram's HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Transformer

from domain.errors import Explained

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from domain.standard.cites import Cites

LONGEST_PART = 2500  # characters of a value that fluent.runtime takes: it fails on more (`MAX_PART_LENGTH`)


class Html(str):
    """Text that is already escaped for HTML."""

    __slots__ = ()


class MissingText(Exception):
    """A message id or one of its variables does not exist: a fault of the program."""


@dataclass(frozen=True, slots=True)
class EditionWords:
    """What an edition says in one language: its messages, each in Fluent by its id, and what it cites."""

    messages: Mapping[str, str]
    cites: Cites


class Texts:
    """The messages of one language under one edition; each is parsed on first use, since none refers to another.

    A message is looked for among those of the edition first, then among the program's. `CITE("role")` in a message is
    what has this role in the edition. Without an edition, as for a command that needs none, only messages of the
    program that do not cite can be drawn.

    Pass numbers that are references (years, registration numbers) as strings: Fluent groups the digits of an int.
    """

    def __init__(
        self,
        language: str,
        messages: Mapping[str, str],
        edition: EditionWords | None = None,
    ) -> None:
        """Parses nothing yet.

        Args:
            language: of all messages.
            messages: those of the program, each in Fluent by its id.
            edition: whose words come first.
        """
        self.language = language
        self._cites = edition.cites if edition else None
        self._bundle = FluentBundle([language], use_isolating=False)
        self._drawn: dict[str, Html] = {}  # messages without variables
        self._sources = {**messages, **(edition.messages if edition else {})}

    def __call__(self, message_id: str, **values: str | int) -> Html:
        """Formats a message; an underscore of an id, which may be part of it, is a hyphen there.

        Raises:
            MissingText: no such message, or a variable it needs is missing.
        """
        message_id = message_id.replace("_", "-")
        if not values and message_id in self._drawn:
            return self._drawn[message_id]
        arguments = {name.replace("_", "-"): _safe(value) for name, value in values.items()}
        long = {name: each for name, each in arguments.items() if isinstance(each, str) and len(each) > LONGEST_PART}
        pattern = self._bundle.get_message(message_id).value if self.knows(message_id) else None
        if pattern is None:
            raise MissingText(f"{self.language}: {message_id}")
        text, errors = self._bundle.format_pattern(pattern, arguments | {name: _mark(name) for name in long})
        if errors:
            raise MissingText(f"{self.language}: {message_id}: {errors[0]}")
        drawn = Html(text)
        for name, each in long.items():
            drawn = Html(drawn.replace(_mark(name), each))
        if not values:
            self._drawn[message_id] = drawn
        return drawn

    def knows(self, message_id: str) -> bool:
        """Whether the language has this message.

        Raises:
            MissingText: it cites what the edition does not have.
        """
        if message_id in self._sources and not self._bundle.has_message(message_id):
            source = self._sources[message_id]
            message = FluentResource(source)
            if self._cites is not None and "CITE(" in source:
                _Citing(self.cite).visit(message)
            self._bundle.add_resource(message)
        return bool(self._bundle.has_message(message_id))

    def cite(self, *roles: str, case: str = "") -> Html:
        """What has these roles in the edition, as `пункты 2 и 15`, in a grammatical case (`domain.standard.cites`).

        Raises:
            MissingText: no such role or case, or these texts belong to no edition.
        """
        try:
            return safe(self._edition.write(self.language, roles, case))
        except (LookupError, ValueError) as unknown:
            raise MissingText(f"{self.language}: {unknown}") from unknown

    def cited(self, citation: str) -> Html:
        """A citation as a rule of the edition has it, as `пункт 11.2` or `приложение 7`.

        Raises:
            MissingText: these texts belong to no edition.
        """
        return safe(self._edition.write_citation(self.language, citation))

    @property
    def _edition(self) -> Cites:
        if self._cites is None:
            raise MissingText(f"{self.language}: a citation without an edition")
        return self._cites

    def plain(self, message_id: str, **values: str | int) -> str:
        """Formats a message without HTML, for places such as a button."""
        return unmark(self(message_id, **values))


class _Citing(Transformer):
    """Writes the citations into a message when it is parsed: they depend on the edition alone, not on any value."""

    def __init__(self, cite: Callable[..., str]) -> None:
        self._cite = cite

    def visit_Placeable(self, node: ast.Placeable) -> ast.BaseNode:  # noqa: N802  # as fluent has it
        """Text in the place of `CITE("role", …, case: "…")`."""
        match node.expression:
            case ast.FunctionReference(id=ast.Identifier(name="CITE"), arguments=given):
                roles = [each.value for each in given.positional if isinstance(each, ast.StringLiteral)]
                return ast.TextElement(self._cite(*roles, **{each.name.name: each.value.value for each in given.named}))
        return self.generic_visit(node)


def describe_reason(fault: Explained, texts: Texts) -> str:
    """What is wrong, in one line without HTML.

    Raises:
        MissingText: as `Texts`.
    """
    return texts.plain(fault.reason, **{name: _described(each, texts) for name, each in fault.details.items()})


def _described(detail: str | int | Explained | tuple[Explained, ...], texts: Texts) -> str | int:
    match detail:
        case Explained():
            return describe_reason(detail, texts)
        case tuple():
            return "; ".join(describe_reason(each, texts) for each in detail)
        case _:
            return detail


def _mark(name: str) -> str:
    """Stands for a long value while Fluent formats the text; nobody can type such a character (`domain.text`)."""
    return f"\ufffe{name}\ufffe"


def _safe(value: str | int) -> str | int:
    return value if isinstance(value, int) else safe(value)


def safe(value: str) -> Html:
    """Escapes a value for HTML unless it already is."""
    return value if isinstance(value, Html) else Html(escape(value, quote=False))


def lines(*parts: str | None) -> Html:
    """Joins lines; None is skipped. Each part must be escaped already."""
    return Html("\n".join(part for part in parts if part is not None))


def paragraphs(*parts: str | None) -> Html:
    """Joins paragraphs with an empty line between; empty ones are skipped."""
    return Html("\n\n".join(part for part in parts if part))


def unmark(html: str) -> str:
    """Removes the tags of our own HTML and unescapes it, for a terminal or a button."""
    return "".join(_words(html)).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _words(html: str) -> Iterator[str]:
    for piece in html.split("<"):
        yield piece.partition(">")[2] if ">" in piece else piece
