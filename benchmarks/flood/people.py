"""A person with a phone, who reads what the bot shows and presses its buttons."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from benchmarks.spine.workload import ME, WHEN

if TYPE_CHECKING:
    from benchmarks.flood.telegram import Telegram
    from benchmarks.spine.workload import Payload

PATIENCE_SECONDS = 60.0
NUMBERS = count(1)


class NoSuchButton(Exception):
    """The screen has no button with this action."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A private chat."""

    telegram: Telegram
    user_id: int

    async def say(self, text: str, then: str = "") -> None:
        """Writes and waits for a screen, or for one with a button for `then`."""
        await self._shown(said(self.user_id, text), then)

    async def press(self, action: str, then: str = "", nth: int = 0) -> None:
        """Presses a button of the last screen by its action, and waits like `say`."""
        await self._shown(tapped(self.user_id, self.find(action, nth)), then)

    def find(self, action: str, nth: int = 0) -> str:
        """The callback data of a button on the last screen.

        Raises:
            NoSuchButton: there is none.
        """
        found = [each for each in self.telegram.buttons(self.user_id) if does(each, action)]
        if len(found) <= nth:
            raise NoSuchButton(f"{action}: {self.telegram.buttons(self.user_id)}")
        return found[nth]

    async def _shown(self, update: Payload, then: str) -> None:
        shown = self.telegram.next_to(self.user_id)
        self.telegram.deliver(update)
        async with asyncio.timeout(PATIENCE_SECONDS):
            await shown
            while then and not any(does(each, then) for each in self.telegram.buttons(self.user_id)):
                await self.telegram.next_to(self.user_id)


def does(data: str, action: str) -> bool:
    """Whether callback data has this action."""
    return data.split(":")[1:2] == [action]


def said(user_id: int, text: str) -> Payload:
    """A text message."""
    entities = {"entities": [{"type": "bot_command", "offset": 0, "length": len(text)}]} if text[:1] == "/" else {}
    return {"message": _message(user_id, _person(user_id)) | {"text": text} | entities}


def sent_photo(user_id: int, name: str, size: int) -> Payload:
    """A message with a photo that the server stores under this name."""
    photo = {"file_id": name, "file_unique_id": name, "width": 1280, "height": 960, "file_size": size}
    return {"message": _message(user_id, _person(user_id)) | {"photo": [photo]}}


def sent_file(user_id: int, name: str, size: int) -> Payload:
    """A message with a file that the server stores under this name."""
    file = {"file_id": name, "file_unique_id": name, "file_name": name, "file_size": size}
    return {"message": _message(user_id, _person(user_id)) | {"document": file | {"mime_type": "application/pdf"}}}


def tapped(user_id: int, data: str) -> Payload:
    """A tap on a button."""
    query = {
        "id": str(next(NUMBERS)),
        "from": _person(user_id),
        "chat_instance": str(user_id),
        "message": _message(user_id, ME) | {"text": "line"},
        "data": data,
    }
    return {"callback_query": query}


def _message(user_id: int, sender: dict[str, Any]) -> Payload:
    chat = {"id": user_id, "type": "private", "first_name": "Aigerim"}
    return {"message_id": next(NUMBERS), "date": WHEN, "chat": chat, "from": sender}


def _person(user_id: int) -> dict[str, Any]:
    return {"id": user_id, "is_bot": False, "first_name": "Aigerim", "language_code": "ru"}
