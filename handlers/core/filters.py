"""What an update brings: its command, the capability and action of its button, the kind of its message, its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram.filters import Command, Filter

from dialogs.ui.callback_data import SEPARATOR, BadTap
from domain.text import plain_dashes, visible
from services.uploads import Offered

if TYPE_CHECKING:
    from aiogram import Bot
    from aiogram.filters import CommandObject
    from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

    from dialogs.ui.callback_data import CallbackData

STOPS = ".,;:!?"


class OfCapability(Filter):
    """Lets taps of one capability through, unpacked once for all its handlers as `callback`."""

    def __init__(self, callback: type[CallbackData]) -> None:
        self.callback = callback
        self._prefix = f"{callback.prefix}{SEPARATOR}"

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        """Unpack the callback data, which anybody may have forged."""
        if not query.data or not query.data.startswith(self._prefix):
            return False
        try:
            return {"callback": self.callback.unpack(query.data)}
        except BadTap:
            return False


class OnAction(Filter):
    """Lets taps with one of these actions through."""

    def __init__(self, *actions: str) -> None:
        self.actions = frozenset(actions)

    async def __call__(self, _query: CallbackQuery, callback: CallbackData) -> bool:
        """Compare what `OfCapability` has unpacked."""
        return callback.action in self.actions


class TextCommand(Command):
    """These commands as a text, in letters of either case: the caption of a photo is none."""

    def __init__(self, *names: str) -> None:
        super().__init__(*names, ignore_case=True)

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        """What aiogram makes of the text."""
        return message.text is not None and await super().__call__(message, bot)

    @classmethod
    def extract_command(cls, text: str) -> CommandObject:
        """As aiogram has it, of the text without what a phone puts after a word."""
        return super().extract_command(" ".join(_name_and_rest(text)))


def command_parts(text: str) -> tuple[str, str]:
    """A command's name as `TextCommand` was given it, and what is written after it, in one line."""
    name, rest = _name_and_rest(text)
    return name.partition("@")[0].removeprefix("/").casefold(), rest


def command_words(text: str) -> list[str]:
    """The words after a command, with the hyphen of the keyboard for every dash and no punctuation around them."""
    words = plain_dashes(command_parts(text)[1]).replace(",", " ").split()
    return [word for each in words if (word := each.strip(STOPS))]


def start_payload(text: str) -> str:
    """What a link hands on with `/start`; empty where it is another command, or none."""
    name, rest = command_parts(text)
    return rest if text.startswith("/") and name == "start" else ""


def _name_and_rest(text: str) -> tuple[str, str]:
    """What stands before and after the first white space of any kind; a full stop ends the sentence, not the name."""
    name, _, rest = visible(text).partition(" ")
    return name.rstrip(STOPS), rest


# aiogram runs a filter that is no coroutine, such as `F.text`, in a thread: these are asked for every update.


async def in_group(event: Message | ChatMemberUpdated) -> bool:
    """Whether it comes from a chat that is not private."""
    return event.chat.type != "private"


async def tap_in_group(query: CallbackQuery) -> bool:
    """Whether the tapped button stands in a chat that is not private."""
    return query.message is not None and query.message.chat.type != "private"


async def has_location(message: Message) -> bool:
    """Whether a place on the map was shared."""
    return message.location is not None


async def has_file(message: Message) -> bool:
    """Whether a photo or a file was sent."""
    return bool(message.photo or message.document)


def read_file(message: Message, sender: int = 0) -> Offered:
    """The file of a message: of a photo's sizes the largest. `sender` where it is not the applicant or author.

    Raises:
        ValueError: it has none; handlers ask for it behind `has_file`.
    """
    file = message.photo[-1] if message.photo else message.document
    if file is None:
        raise ValueError("a message without a file")
    return Offered(file.file_id, message.message_id, file.file_size or 0, sender)


async def plain_text(message: Message) -> bool:
    """Whether it is a text and no command."""
    return bool(message.text) and not (message.text or "").startswith("/")


async def wordless(message: Message) -> bool:
    """Whether it is no command, and was not taken for an answer before."""
    return not (message.text or "").startswith("/")
