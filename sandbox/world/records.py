"""Records of the stand-in: people, chats, messages, taps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject

MEDIA = ("document", "photo")
PROTECTED = "has_protected_content"  # in a content: set when the message is sent, and never changed


@dataclass(slots=True)
class User:
    """A person or the bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False

    def to_json(self) -> JsonObject:
        """As a User."""
        found: JsonObject = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            found["last_name"] = self.last_name
        if self.username:
            found["username"] = self.username
        if self.language_code:
            found["language_code"] = self.language_code
        return found


@dataclass(slots=True)
class Message:
    """A message in its present state.

    `content` holds the fields that depend on its kind (`text`, `entities`, `document`, `caption`, ...). It is replaced
    as a whole and never modified, so that earlier answers stay as they were. `keyboard` is an inline keyboard; `bare`
    means that the message had another markup, so it cannot be edited.
    """

    chat: JsonObject
    id: int
    date: int
    sender: JsonObject
    content: JsonObject
    keyboard: JsonObject | None = None
    bare: bool = False
    edit_date: int = 0
    reply_to: JsonObject | None = None

    def to_json(self) -> JsonObject:
        """As a Message."""
        found: JsonObject = {
            "message_id": self.id,
            "from": self.sender,
            "chat": self.chat,
            "date": self.date,
        }
        if self.edit_date:
            found["edit_date"] = self.edit_date
        if self.reply_to:
            found["reply_to_message"] = self.reply_to
        found.update(self.content)
        if self.keyboard:
            found["reply_markup"] = self.keyboard
        return found

    @property
    def media(self) -> bool:
        """Whether the message has a file, and so can have a caption."""
        return any(kind in self.content for kind in MEDIA)


@dataclass(slots=True)
class Chat:
    """A chat of the bot with a person or a group.

    Attributes:
        blocked: the person has blocked the bot.
        present: the bot is a member of the group.
        kicked: it was removed from the group.
        closed: it is a member, and may not write.
        upgraded_to: the supergroup that the group has become; 0: none.
        pinned: the messages that are pinned.
        deleted: messages that their person has deleted for both sides, of which the server has not heard.
        keyboard: the reply keyboard set by the bot.
        notices: texts of answers to taps.
        typing_until: until when the bot is shown as typing.
    """

    id: int
    kind: str
    about: JsonObject
    messages: dict[int, Message] = field(default_factory=dict)
    last_message_id: int = 0
    blocked: bool = False
    present: bool = True
    kicked: bool = False
    closed: bool = False
    upgraded_to: int = 0
    pinned: set[int] = field(default_factory=set)
    deleted: set[int] = field(default_factory=set)
    keyboard: JsonObject | None = None
    notices: list[JsonObject] = field(default_factory=list)
    typing_until: float = 0.0

    def to_json(self) -> JsonObject:
        """As a Chat."""
        return {"id": self.id, **self.about, "type": self.kind}

    def add(self, message: Message) -> Message:
        """Stores a message whose id came from `next_id`."""
        self.messages[message.id] = message
        return message

    def remove(self, message_id: int) -> None:
        """Deletes a message, which unpins it.

        Raises:
            KeyError: there is no such message.
        """
        del self.messages[message_id]
        self.pinned.discard(message_id)

    def next_id(self) -> int:
        """Allocates the id of the next message."""
        self.last_message_id += 1
        return self.last_message_id


@dataclass(slots=True)
class Tap:
    """A tap on an inline button, to be answered."""

    id: str
    chat_id: int
    user_id: int
    data: str
    date: float
    answered: bool = False
    message_id: int = 0


@dataclass(slots=True)
class Webhook:
    """The address for updates, and its last error."""

    url: str
    secret_token: str = ""
    max_connections: int = 40
    last_error_date: int = 0
    last_error_message: str = ""
