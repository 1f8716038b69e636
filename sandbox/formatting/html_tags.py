"""The elements of Telegram's HTML: attributes, character references, and the entity of a tag.

After tdlib/td, td/telegram/MessageEntity.cpp. Errors are BadHtml, with the position that the server reports.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject

_KINDS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([A-Za-z]+));?")
_ATTRIBUTE_NAME = re.compile(r"\s*([^\s=>/\"']*)\s*")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_MENTION = re.compile(r"tg://user/?\?(?:[^#]*&)?id=(\d+)")
_CLASSES = {"code": "language-", "span": "tg-"}  # what the class of a tag begins with
_DATE_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
LATEST_DATE = (1 << 31) - 1  # Unix seconds
_LARGEST_CODE = 0x10FFFF
_LONGEST_REFERENCE = 10


@dataclass(slots=True, eq=False)
class BadHtml(Exception):
    """What is wrong, and the position; None stands for the start of the tag."""

    reason: str
    at: int | None = None


@dataclass(slots=True)
class OpenTag:
    """A tag not yet closed; its text starts at `offset` (in units) and at `piece` (in pieces of text)."""

    name: str
    argument: str
    offset: int
    piece: int


def unescape_at(text: str, at: int) -> tuple[str, int]:
    """Decodes the reference at `at`, which is an ampersand; returns the character and the position after it."""
    match = _REFERENCE.match(text, at)
    if not match:
        return "&", at + 1
    hexadecimal, decimal, name = match.groups()
    if name:
        return (_NAMED[name], match.end()) if name in _NAMED else ("&", at + 1)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal[:12])
    long = len(match[0].rstrip(";")) >= _LONGEST_REFERENCE
    if long or not 0 < code < _LARGEST_CODE:
        return "&", at + 1
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004  # surrogates: half a character is not valid
        raise BadHtml("Text contains invalid Unicode characters after decoding HTML entities")
    return chr(code), match.end()


def read_attributes(text: str, tag: str, at: int) -> tuple[str, int]:
    """Reads the attributes of a start tag; returns the relevant one (link, language) and the position after the tag.

    Raises:
        BadHtml: Telegram refuses an attribute.
    """
    argument = ""
    while True:
        match = _ATTRIBUTE_NAME.match(text, at)
        name, at = (match[1], match.end()) if match else ("", at)
        if not name and text.startswith(">", at):
            return argument, at + 1
        if not name and at < len(text):
            raise BadHtml(f'Empty attribute name in the tag "{tag}"')
        value = "1"
        if text.startswith("=", at):
            value, at = _read_value(text, at + 1)
        if at >= len(text):
            raise BadHtml(f'Unclosed start tag "{tag}"')
        argument = _argument(tag, name, value, argument) or argument


def _argument(tag: str, name: str, value: str, before: str) -> str:
    """What matters of a tag: the attribute, or of a date the moment and behind a space its format."""
    match tag, name:
        case ("tg-time", "unix"):
            return f"{value} {before.partition(' ')[2]}"
        case ("tg-time", "format"):
            return f"{before.partition(' ')[0]} {value}"
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case ("code" | "span", "class") if value.startswith(_CLASSES[tag]):
            return value.removeprefix(_CLASSES[tag])
        case ("blockquote", "expandable"):
            return "1"
    return ""


def _read_value(text: str, at: int) -> tuple[str, int]:
    while at < len(text) and text[at].isspace():
        at += 1
    quote = text[at : at + 1]
    if quote not in {"'", '"'}:
        return _read_token(text, at)
    pieces: list[str] = []
    at += 1
    while at < len(text) and text[at] != quote:
        char, at = unescape_at(text, at) if text[at] == "&" else (text[at], at + 1)
        pieces.append(char)
    return "".join(pieces), at + 1


def _read_token(text: str, at: int) -> tuple[str, int]:
    match = _TOKEN.match(text, at)
    end = match.end() if match else at
    if end < len(text) and not text[end].isspace() and text[end] != ">":
        raise BadHtml("Unexpected end of name token", at)
    return text[at:end].lower(), end


def entity_of(tag: OpenTag, length: int, inner: str, before: list[JsonObject]) -> JsonObject | None:
    """The entity of a closed tag, or None if the tag has no effect.

    `before` are the entities found so far: `<pre><code class="language-x">` is one entity, not two.

    Raises:
        BadHtml: an attribute has an invalid value.
    """
    entity: JsonObject = {"offset": tag.offset, "length": length}
    match tag.name:
        case "a":
            return _link(entity, tag.argument or inner)
        case "tg-emoji":
            if not tag.argument.isdigit() or int(tag.argument) == 0:
                raise BadHtml("Invalid custom emoji identifier specified")
            return entity | {"type": "custom_emoji", "custom_emoji_id": tag.argument}
        case "tg-time":
            return _date(entity, *tag.argument.split(" ", 1))
        case "code":
            return entity | {"type": "code"} | ({"language": tag.argument} if tag.argument else {})
        case "pre":
            return _preformatted(entity, before)
    kind = _KINDS[tag.name]
    return entity | {"type": f"expandable_{kind}" if kind == "blockquote" and tag.argument else kind}


def _date(entity: JsonObject, moment: str = "", shown: str = "") -> JsonObject | None:
    """A date; without a format its text stays as it is, and one beyond 32 bits is plain text.

    The words of these two refusals are our own: what TDLib says is not known here.
    """
    if not (moment.isascii() and moment.isdecimal()):
        raise BadHtml("Invalid Unix time specified")
    if not _DATE_FORMAT.fullmatch(shown):
        raise BadHtml("Invalid date-time format specified")
    if int(moment) > LATEST_DATE:
        return None
    return entity | {"type": "date_time", "unix_time": int(moment)} | ({"date_time_format": shown} if shown else {})


def _preformatted(entity: JsonObject, before: list[JsonObject]) -> JsonObject:
    if before and before[-1] == entity | {"type": "code", "language": before[-1].get("language")}:
        return before.pop() | {"type": "pre"}
    return entity | {"type": "pre"}


def _link(entity: JsonObject, url: str) -> JsonObject | None:
    if mention := _MENTION.match(url):
        return entity | {"type": "text_mention", "user": {"id": int(mention[1])}}
    checked = checked_link(url)
    return entity | {"type": "text_link", "url": checked} if checked else None


def checked_link(url: str) -> str:
    """Normalizes a link with scheme and path; empty if it is not a link (LinkManager, `check_link`)."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    host = parts.hostname or ""
    if parts.scheme.lower() in {"tg", "ton", "tonsite"}:
        return url
    if parts.scheme.lower() not in {"http", "https"} or "." not in host or " " in host:
        return ""
    return parts._replace(scheme=parts.scheme.lower(), path=parts.path or "/").geturl()
