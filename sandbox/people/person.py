"""What a person can do in a chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.formatting.entities import command_entities
from sandbox.http.request import Upload
from sandbox.world.files import image_size
from sandbox.world.records import Chat, Message, Tap, User
from sandbox.world.world import LANE_CALLBACK, LANE_MEMBERSHIP, World

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject

_UNKNOWN_SIZE = (1280, 960)


@dataclass(slots=True)
class Person:
    """Somebody using Telegram. Every act returns the id of the resulting update.

    It returns 0 if there is no update, because the bot has not asked for its kind or has left the group.
    """

    world: World
    user: User

    @classmethod
    def meet(
        cls,
        world: World,
        user_id: int,
        first_name: str = "Aigul",
        *,
        last_name: str = "",
        username: str = "",
        language_code: str = "",
    ) -> Person:
        """Finds a person by id, or creates one with these names."""
        new = User(user_id, first_name, last_name, username, language_code)
        return cls(world, world.users.setdefault(user_id, new))

    @property
    def chat(self) -> Chat:
        """The private chat with the bot, created on first use."""
        if self.user.id not in self.world.chats:
            about = self.user.to_json()
            for name in ("id", "is_bot", "language_code"):
                about.pop(name, None)
            self.world.chats[self.user.id] = Chat(self.user.id, "private", about)
        return self.world.chats[self.user.id]

    def start(self, payload: str = "") -> int:
        """Presses Start, with the payload of a deep link if there is one."""
        return self.say(f"/start {payload}".strip())

    def say(self, text: str, chat_id: int | None = None, reply_to: int | None = None) -> int:
        """Sends a text to the bot or to a group."""
        entities = command_entities(text)
        content: JsonObject = {"text": text} | ({"entities": entities} if entities else {})
        return self._send(content, chat_id, reply_to)

    def share_location(self, latitude: float, longitude: float) -> int:
        """Sends a location."""
        return self._send({"location": {"latitude": latitude, "longitude": longitude}})

    def share_contact(self, phone_number: str, user_id: int | None = None, first_name: str | None = None) -> int:
        """Sends a phone number: their own, or that of `user_id` (0: somebody without Telegram)."""
        contact: JsonObject = {
            "phone_number": phone_number,
            "first_name": first_name or self.user.first_name,
            "user_id": self.user.id if user_id is None else user_id,
        }
        if not contact["user_id"]:
            del contact["user_id"]
        return self._send({"contact": contact})

    def send_document(
        self, data: bytes, name: str = "file.bin", mime: str = "application/octet-stream", **more: str
    ) -> int:
        """Sends a file; `more` may hold caption and media_group_id."""
        stored = self.world.files.keep(Upload(name, mime, data), "document")
        return self._send({**more, "document": stored.as_document()})

    def send_photo(self, data: bytes, **more: str) -> int:
        """Sends a picture; `more` may hold caption and media_group_id."""
        size = image_size(data) or _UNKNOWN_SIZE
        stored = self.world.files.keep(Upload("photo.jpg", "image/jpeg", data), "photo", size)
        return self._send({**more, "photo": stored.as_photo()})

    def send_file(self, file_id: str, **more: str) -> int:
        """Sends a file that the server already has."""
        stored = self.world.files.by_id[file_id]
        shown = {"photo": stored.as_photo()} if any(stored.size) else {"document": stored.as_document()}
        return self._send({**more, **shown})

    def edit(self, message_id: int, text: str) -> int:
        """Edits a text they sent."""
        message = self.chat.messages[message_id]
        if message.sender["id"] != self.user.id:
            raise LookupError(f"message {message_id} is not of this person")
        entities = command_entities(text)
        message.content = {"text": text} | ({"entities": entities} if entities else {})
        self.world.pause()
        message.edit_date = self.world.now()
        return self.world.push("edited_message", message.to_json(), self.chat.id)

    def delete(self, message_id: int) -> int:
        """Deletes a message for both sides, of which a bot is told nothing: there is no update.

        Raises:
            LookupError: there is no such message.
        """
        self.chat.remove(message_id)
        self.chat.deleted.add(message_id)
        self.world.changes.note()
        return 0

    def tap(self, data: str | None = None, text: str | None = None, message_id: int | None = None) -> int:
        """Taps an inline button, found by data or text, in this message or the latest with such a button.

        Raises:
            LookupError: no such button.
        """
        for message in sorted(self.chat.messages.values(), key=lambda each: each.id, reverse=True):
            if message_id in {None, message.id}:
                for button in _buttons(message):
                    wanted = data is not None and button.get("callback_data") == data
                    if wanted or (text is not None and button.get("text") == text):
                        return self.press(message.id, button["callback_data"])
        raise LookupError(f"no button {data or text!r}")

    def press(self, message_id: int, data: str) -> int:
        """Sends a tap with any data on any message, even a deleted one, as a forger could."""
        world, chat = self.world, self.chat
        world.pause()
        tap = Tap(f"{world.next_serial():018d}", chat.id, self.user.id, data, world.clock(), message_id=message_id)
        world.taps[tap.id] = tap
        message = chat.messages.get(message_id)
        gone = {"chat": chat.to_json(), "message_id": message_id, "date": 0}
        query = {
            "id": tap.id,
            "from": self.user.to_json(),
            "message": message.to_json() if message else gone,
            "chat_instance": str(chat.id * 31),
            "data": data,
        }
        return world.push("callback_query", query, self.user.id + LANE_CALLBACK, world.settings.callback_update_seconds)

    def block(self) -> int:
        """Blocks the bot."""
        return self._set_blocked(blocked=True)

    def unblock(self) -> int:
        """Unblocks the bot."""
        return self._set_blocked(blocked=False)

    def add_bot_to(self, chat_id: int, title: str = "Group", kind: str = "group") -> int:
        """Adds the bot to a group, which is created if needed."""
        chat = self.world.chats.setdefault(chat_id, Chat(chat_id, kind, {"title": title}, present=False))
        chat.present, chat.kicked = True, False
        return self._membership(chat, "left", "member")

    def remove_bot_from(self, chat_id: int) -> int:
        """Removes the bot from a group."""
        chat = self.world.chats[chat_id]
        chat.present, chat.kicked = False, True
        return self._membership(chat, "member", "kicked")

    def _set_blocked(self, *, blocked: bool) -> int:
        self.chat.blocked = blocked
        return self._membership(self.chat, *(("member", "kicked") if blocked else ("kicked", "member")))

    def _membership(self, chat: Chat, old: str, new: str) -> int:
        change = {
            "chat": chat.to_json(),
            "from": self.user.to_json(),
            "date": self.world.now(),
            "old_chat_member": self._member(old),
            "new_chat_member": self._member(new),
        }
        return self.world.push("my_chat_member", change, chat.id + LANE_MEMBERSHIP)

    def _member(self, status: str) -> JsonObject:
        found: JsonObject = {"user": self.world.bot.to_json(), "status": status}
        return found | {"until_date": 0} if status == "kicked" else found

    def _send(self, content: JsonObject, chat_id: int | None = None, reply_to: int | None = None) -> int:
        chat = self.chat if chat_id is None else self.world.chats[chat_id]
        self.world.pause()
        message = self.world.post(chat, self.user, content)
        if reply_to is not None:
            message.reply_to = chat.messages[reply_to].to_json()
        if not chat.present:
            return 0
        return self.world.push("message", message.to_json(), chat.id)


def _buttons(message: Message) -> list[JsonObject]:
    rows = (message.keyboard or {}).get("inline_keyboard", [])
    return [button for row in rows for button in row if "callback_data" in button]
