"""Words for a person: Fluent messages by id, every value escaped for Telegram's HTML."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from fluent.runtime import FluentBundle, FluentResource

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("ru", "kk", "en")
_MESSAGE = re.compile(r"^(?=[a-z][a-z0-9-]* =)", re.MULTILINE)  # where one begins


class Html(str):
    """Text that is already safe to send as HTML."""

    __slots__ = ()


class MissingText(Exception):
    """A message id or one of its variables does not exist: a fault of the program."""


class Texts:
    """The messages of one language, each parsed when it is first asked for: no message refers to another.

    Numbers that are references (years, registration numbers) are passed as strings: Fluent would group
    the digits of an int.
    """

    def __init__(self, language: str, source: str) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        self._drawn: dict[str, Html] = {}  # those without variables
        self._sources = {each.partition(" =")[0]: each for each in _MESSAGE.split(source)}

    def __call__(self, message_id: str, **values: str | int) -> Html:
        """The message with its variables filled in.

        Raises:
            MissingText: no such message, or a variable it needs was not given.
        """
        if not values and message_id in self._drawn:
            return self._drawn[message_id]
        arguments = {name.replace("_", "-"): _safe(value) for name, value in values.items()}
        pattern = self._bundle.get_message(message_id).value if self.knows(message_id) else None
        if pattern is None:
            raise MissingText(f"{self.language}: {message_id}")
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise MissingText(f"{self.language}: {message_id}: {errors[0]}")
        drawn = Html(text)
        if not values:
            self._drawn[message_id] = drawn
        return drawn

    def knows(self, message_id: str) -> bool:
        """Whether the language has this message."""
        if message_id in self._sources and not self._bundle.has_message(message_id):
            self._bundle.add_resource(FluentResource(self._sources[message_id]))
        return bool(self._bundle.has_message(message_id))

    def plain(self, message_id: str, **values: str | int) -> str:
        """The message for places that take no HTML, such as a button."""
        return unmark(self(message_id, **values))


def _safe(value: str | int) -> str | int:
    return value if isinstance(value, int) else safe(value)


def safe(value: str) -> Html:
    """The value escaped for HTML, unless it is safe already."""
    return value if isinstance(value, Html) else Html(escape(value, quote=False))


def lines(*parts: str | None) -> Html:
    """Lines one under another; None leaves one out. Each part must be safe already."""
    return Html("\n".join(part for part in parts if part is not None))


def paragraphs(*parts: str | None) -> Html:
    """Paragraphs with an empty line between; empty ones are left out."""
    return Html("\n\n".join(part for part in parts if part))


def unmark(html: str) -> str:
    """The words of our own HTML without its marks, as a terminal or a button shows them."""
    return "".join(_words(html)).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _words(html: str) -> Iterator[str]:
    for piece in html.split("<"):
        yield piece.partition(">")[2] if ">" in piece else piece
