"""Texts and captions of a request, parsed, cleaned and measured."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sandbox.formatting.entities import FormattedText, utf16_length
from sandbox.formatting.html_mode import parse_html, sort_entities
from sandbox.http.answers import bad_request

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject
    from sandbox.http.request import Request
    from sandbox.world.world import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
RAW_LIMIT = 1 << 15
FARTHEST_DATE = 3 * 366 * 86_400  # seconds from now (tdlib/telegram-bot-api, issue 852)

# Client.cpp, `get_text_entity_type`: types a bot may specify; the other known types are ignored.
_ACCEPTED = frozenset(
    [
        *("bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link", "text_mention"),
        *("custom_emoji", "blockquote", "expandable_blockquote", "date_time"),
    ]
)
_IGNORED = frozenset(
    ("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number")
)


def read_text(world: World, request: Request) -> JsonObject:
    """Returns the text of a message as its content.

    Raises:
        Refusal: empty, cannot be parsed, or too long once parsed.
    """
    if not request.text("text"):
        raise bad_request("message text is empty")
    found = formatted(world, request.text("text"), request.text("parse_mode"), request.values.get("entities"))
    if not found.text:
        raise bad_request("message text is empty")
    if utf16_length(found.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return {"text": found.text} | ({"entities": found.entities} if found.entities else {})


def read_caption(world: World, values: JsonObject) -> JsonObject:
    """Returns the caption in `values` (of a request or an InputMedia) as content, empty if there is none.

    Raises:
        Refusal: cannot be parsed, or too long once parsed.
    """
    caption, mode = str(values.get("caption") or ""), str(values.get("parse_mode") or "")
    found = formatted(world, caption, mode, values.get("caption_entities"))
    if utf16_length(found.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    if not found.text:
        return {}
    return {"caption": found.text} | ({"caption_entities": found.entities} if found.entities else {})


def formatted(world: World, text: str, mode: str, entities: object) -> FormattedText:
    """Parses a text in a parse mode, or applies the given entities (Client.cpp, `get_formatted_text`).

    HTML is the only mode the stand-in supports.

    Raises:
        Refusal: the text cannot be parsed.
    """
    if not text.isascii():
        _check_encoding(text)
    if len(text) > RAW_LIMIT or len(text.encode()) > RAW_LIMIT:
        raise bad_request("text is too long")
    mode = mode.lower()
    if text and mode and mode != "none":
        if mode != "html":
            raise bad_request("unsupported parse_mode")
        found = parse_html(text)
    else:
        found = FormattedText(text, _read_entities(entities))
    found = found.cleaned()
    if found.entities:
        found.entities = [known for entity in found.entities if (known := _with_user(world, entity))]
        if any(each.get("unix_time", 0) > world.now() + FARTHEST_DATE for each in found.entities):
            raise bad_request("ENTITY_DATE_INVALID")
    return found


def _check_encoding(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


def _read_entities(entities: object) -> list[JsonObject]:
    """The entities specified by a bot; anything but a list is ignored, as by the real server."""
    if isinstance(entities, str):
        try:
            entities = json.loads(entities)
        except ValueError:
            return []
    if not isinstance(entities, list):
        return []
    found = [entity for entity in map(_checked, entities) if entity]
    sort_entities(found)
    return found


def _checked(entity: object) -> JsonObject | None:
    if not isinstance(entity, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    for name in ("offset", "length", "type"):
        if name not in entity:
            raise bad_request(f"can't parse MessageEntity: Can't find field \"{name}\"")
    if entity["type"] in _IGNORED:
        return None
    if entity["type"] not in _ACCEPTED:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    return entity


def _with_user(world: World, entity: JsonObject) -> JsonObject | None:
    """Completes the user of a mention by id; the mention of an unknown user is dropped."""
    if entity["type"] != "text_mention":
        return entity
    user = world.users.get(int(entity["user"]["id"]))
    return {**entity, "user": user.to_json()} if user else None
