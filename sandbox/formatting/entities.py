"""Text with entities, measured in UTF-16 code units."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject

# tdlib/td, td/telegram/misc.cpp, clean_input_string: control characters become spaces, "\r" is removed.
_CLEANED = {code: " " for code in range(32) if code not in {10, 13}} | {13: None}
_COMMAND = re.compile(r"(?<![\w/<>])/([A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/<>])")


def utf16_length(text: str) -> int:
    """The length of a text as Telegram counts it: UTF-16 code units, so most emoji count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(slots=True)
class FormattedText:
    """Plain text with entities, whose offsets are in UTF-16 code units."""

    text: str
    entities: list[JsonObject] = field(default_factory=list)

    def cleaned(self) -> FormattedText:
        """The text as stored: no control characters, no surrounding white space, no entity without text."""
        text = self.text.translate(_CLEANED) if not self.text.isprintable() else self.text
        # Removing "\r" shifts the offsets after it; this is rare enough to compute them again.
        entities = self.entities
        if "\r" in self.text:
            entities = [self._without_returns(entity) for entity in entities]
        stripped = text.lstrip()
        lead = utf16_length(text[: len(text) - len(stripped)])
        stripped = stripped.rstrip()
        length = utf16_length(stripped)
        return FormattedText(stripped, [fitted for entity in entities if (fitted := _fit(entity, lead, length))])

    def _without_returns(self, entity: JsonObject) -> JsonObject:
        units = self.text.encode("utf-16-le", "surrogatepass")
        mark = "\r".encode("utf-16-le")
        start, end = (2 * at for at in (entity["offset"], entity["offset"] + entity["length"]))
        before = sum(units[at : at + 2] == mark for at in range(0, start, 2))
        inside = sum(units[at : at + 2] == mark for at in range(start, end, 2))
        return {**entity, "offset": entity["offset"] - before, "length": entity["length"] - inside}


def _fit(entity: JsonObject, lead: int, length: int) -> JsonObject | None:
    """Moves and cuts an entity to a text of `length` units that lost `lead` units at its start."""
    start = max(entity["offset"] - lead, 0)
    end = min(entity["offset"] + entity["length"] - lead, length)
    return {**entity, "offset": start, "length": end - start} if end > start else None


def command_entities(text: str) -> list[JsonObject]:
    """Finds the /commands in a person's text."""
    return [
        {
            "type": "bot_command",
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match[0]),
        }
        for match in _COMMAND.finditer(text)
    ]
