"""People in their private chats with the bot, and what they see there."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any, Protocol

from bot.resources import load_texts
from dialogs.ui.texts import Texts
from sandbox.people.person import Person
from sandbox.world.records import Message
from sandbox.world.world import World
from tests.factories.units import EDITION

NEWCOMERS = count(5_000_001)


@dataclass(frozen=True, slots=True)
class Seen:
    """A message from the bot as its chat shows it."""

    id: int
    text: str
    buttons: tuple[tuple[str, str], ...]
    content: dict[str, Any] = field(compare=False)

    @classmethod
    def of(cls, message: Message) -> Seen:
        keyboard = (message.keyboard or {}).get("inline_keyboard", [])
        buttons = tuple(
            (each["text"], each.get("callback_data", each.get("url", ""))) for row in keyboard for each in row
        )
        text = message.content.get("text") or message.content.get("caption", "")
        return cls(message.id, text, buttons, message.content)

    @property
    def labels(self) -> list[str]:
        return [label for label, _ in self.buttons]

    def data(self, label: str) -> str:
        return dict(self.buttons)[label]

    def bold(self) -> list[str]:
        units = self.text.encode("utf-16-le")
        spans = [each for each in self.content.get("entities", []) if each["type"] == "bold"]
        return [units[2 * each["offset"] : 2 * (each["offset"] + each["length"])].decode("utf-16-le") for each in spans]


class Watched(Protocol):
    """A bot that can be waited for, wherever it runs."""

    world: World

    async def settle(self) -> None: ...

    async def answered(self) -> None: ...

    def rows(self, sql: str, *values: int | str) -> list[tuple[Any, ...]]: ...


@dataclass(frozen=True, slots=True)
class Chatting:
    """A person in the private chat: every action waits for the bot and returns its newest message."""

    driven: Watched
    person: Person
    texts: Texts

    @property
    def id(self) -> int:
        return self.person.user.id

    async def say(self, text: str) -> Seen:
        self.person.say(text)
        return await self.after()

    async def tap(self, label: str) -> Seen:
        """Taps the newest button with that label, which may be given as a text id."""
        self.person.tap(text=self.word(label))
        return await self.after()

    def word(self, text_id: str) -> str:
        """Returns the text with this id; anything else is returned unchanged."""
        return self.texts.plain(text_id) if self.texts.knows(text_id) else text_id

    async def press(self, data: str, message_id: int | None = None) -> Seen:
        """Sends any callback data, as a forger can, from the newest message or the given one."""
        self.person.press(last(self.person).id if message_id is None else message_id, data)
        return await self.after()

    async def inject(self, update: dict[str, Any]) -> None:
        self.driven.world.inject(update)
        await self.driven.settle()

    async def after(self) -> Seen:
        await self.driven.settle()
        await self.driven.answered()
        return last(self.person)

    def message(self, content: dict[str, Any], without: str = "") -> dict[str, Any]:
        """Returns a message as Telegram reports it, with other content, or without one of its fields."""
        chat, user = self.person.chat, self.person.user
        about = {
            "message_id": chat.next_id(),
            "date": self.driven.world.now() + 1,
            "from": user.to_json(),
            "chat": chat.to_json(),
        }
        return {name: value for name, value in (about | content).items() if name != without}

    def query(self, **content: Any) -> dict[str, Any]:  # noqa: ANN401  # of any button
        """Returns an update for a tap with this content."""
        return {"callback_query": {"id": "1", "from": self.person.user.to_json(), "chat_instance": "1", **content}}

    def seen(self) -> list[Seen]:
        return shown(self.person)

    def toasts(self) -> list[str]:
        return [str(each["text"]) for each in self.person.chat.notices]


def shown(person: Person) -> list[Seen]:
    """Returns what the bot has said in the private chat, oldest first; that it pinned something is not said."""
    messages = person.chat.messages.values()
    ours = (each for each in messages if each.sender["is_bot"] and "pinned_message" not in each.content)
    return [Seen.of(each) for each in sorted(ours, key=lambda each: each.id)]


def last(person: Person) -> Seen:
    """Returns the bot's newest message in the private chat."""
    messages = shown(person)
    assert messages, "the bot has said nothing"
    return messages[-1]


def newcomer(driven: Watched, language_code: str = "ru") -> Chatting:
    """Returns the chat of a person whom the bot does not know."""
    person = Person.meet(driven.world, next(NEWCOMERS), language_code=language_code)
    return Chatting(driven, person, load_texts(language_code, EDITION))


async def acquaintance(driven: Watched, language: str = "ru") -> Chatting:
    """Returns the chat of a person who has chosen a language and has the home screen open."""
    met = newcomer(driven, language)
    await met.say("/start")
    await met.tap(f"language-{language}")
    return met
