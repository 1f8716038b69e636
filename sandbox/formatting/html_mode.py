"""Telegram's HTML: a few tags, anything else is refused.

After tdlib/td, td/telegram/MessageEntity.cpp, `parse_html` and `decode_html_entity`: same tags, same attributes, same
error messages, offsets in bytes of the UTF-8 text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from sandbox.formatting.entities import FormattedText, utf16_length
from sandbox.formatting.html_tags import BadHtml, OpenTag, entity_of, read_attributes, unescape_at
from sandbox.http.answers import Refusal, bad_request

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject

_TAGS = frozenset(
    [
        *("a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span"),
        *("pre", "code", "blockquote"),
    ]
)
_SPECIAL = re.compile(r"[<&]")
_NAME = re.compile(r"[^\s>]*")
_SPACES = re.compile(r"\s*")


def parse_html(source: str) -> FormattedText:
    """Parses HTML into plain text and entities.

    Raises:
        Refusal: Telegram would not accept this HTML.
    """
    if not _SPECIAL.search(source):
        return FormattedText(source)
    try:
        return _Reader(source).read()
    except BadHtml as error:
        raise _unparsed(error.reason) from None


def sort_entities(found: list[JsonObject]) -> None:
    """Sorts outer entities before inner ones, as Telegram returns them."""
    found.sort(key=lambda entity: (entity["offset"], -entity["length"]))


@dataclass(slots=True)
class _Reader:
    source: str
    at: int = 0
    length: int = 0
    pieces: list[str] = field(default_factory=list)
    stack: list[OpenTag] = field(default_factory=list)
    entities: list[JsonObject] = field(default_factory=list)

    def read(self) -> FormattedText:
        while match := _SPECIAL.search(self.source, self.at):
            self._put(self.source[self.at : match.start()])
            self.at = match.start()
            if match[0] == "&":
                char, self.at = unescape_at(self.source, self.at)
                self._put(char)
            elif self.source.startswith("</", self.at):
                self._close()
            else:
                self._open()
        self._put(self.source[self.at :])
        if self.stack:
            raise _unparsed(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].name}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        sort_entities(self.entities)
        return FormattedText("".join(self.pieces), self.entities)

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += utf16_length(text)

    def _open(self) -> None:
        begin = self.at
        name_end = _end_of(_NAME, self.source, begin + 1)
        if name_end == len(self.source):
            self._fail("Unclosed start tag", begin)
        name = self.source[begin + 1 : name_end].lower()
        if name not in _TAGS:
            self._fail(f'Unsupported start tag "{name}"', begin)
        try:
            argument, self.at = read_attributes(self.source, name, name_end)
        except BadHtml as error:
            self._fail(error.reason, begin if error.at is None else error.at)
        if name == "span" and argument != "spoiler":
            self._fail('Tag "span" must have class "tg-spoiler"', begin)
        self.stack.append(OpenTag(name, argument, self.length, len(self.pieces)))

    def _close(self) -> None:
        begin = self.at
        if not self.stack:
            self._fail("Unexpected end tag", begin)
        name_end = _end_of(_NAME, self.source, begin + 2)
        end = _end_of(_SPACES, self.source, name_end)
        if not self.source.startswith(">", end):
            self._fail("Unclosed end tag", begin)
        name, tag = self.source[begin + 2 : name_end].lower(), self.stack[-1]
        if name and name != tag.name:
            raise _unparsed(
                f'Unmatched end tag at byte offset {self._bytes(begin)}, expected "</{tag.name}>", found "</{name}>"'
            )
        self.stack.pop()
        self.at = end + 1
        if self.length > tag.offset:
            self._add(tag)

    def _add(self, tag: OpenTag) -> None:
        inner = "".join(self.pieces[tag.piece :])
        if found := entity_of(tag, self.length - tag.offset, inner, self.entities):
            self.entities.append(found)

    def _fail(self, reason: str, at: int) -> NoReturn:
        raise _unparsed(f"{reason} at byte offset {self._bytes(at)}")

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _unparsed(reason: str) -> Refusal:
    return bad_request(f"can't parse entities: {reason}")
