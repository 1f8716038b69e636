"""Acts of people, as requested by another process."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING

from sandbox.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.http.answers import JsonObject
    from sandbox.world.world import World

_KNOWN = ("first_name", "last_name", "username", "language_code")
_ABOUT_FILE = ("caption", "media_group_id")


def act(world: World, fields: JsonObject) -> int:
    """Lets a person act; returns the id of the resulting update.

    `fields` holds the `user` (a number, or an object with `id` and names for a new one), the act as `do`, and the
    arguments of the act.

    Raises:
        LookupError: no such act, or an argument is missing.
        ValueError: an argument is invalid.
    """
    return _ACTS[fields["do"]](person_of(world, fields["user"]), fields)


def person_of(world: World, user: object) -> Person:
    """Finds or creates the person named by `user`."""
    if isinstance(user, dict):
        return Person.meet(world, int(user["id"]), **{name: user[name] for name in _KNOWN if name in user})
    return Person.meet(world, int(str(user)))


def _contact(person: Person, fields: JsonObject) -> int:
    return person.share_contact(fields["phone_number"], fields.get("user_id"), fields.get("first_name"))


def _file(person: Person, fields: JsonObject) -> int:
    more = {name: str(fields[name]) for name in _ABOUT_FILE if name in fields}
    if "file_id" in fields:
        return person.send_file(fields["file_id"], **more)
    data = b64decode(fields["data"], validate=True)
    if fields["do"] == "photo":
        return person.send_photo(data, **more)
    mime = fields.get("mime", "application/octet-stream")
    return person.send_document(data, fields.get("name", "file.bin"), mime, **more)


def _tap(person: Person, fields: JsonObject) -> int:
    if fields.get("forged"):
        return person.press(int(fields["message_id"]), fields["data"])
    return person.tap(fields.get("data"), fields.get("text"), fields.get("message_id"))


_ACTS: dict[str, Callable[[Person, JsonObject], int]] = {
    "start": lambda person, fields: person.start(fields.get("payload", "")),
    "text": lambda person, fields: person.say(fields["text"], fields.get("chat_id"), fields.get("reply_to")),
    "tap": _tap,
    "location": lambda person, fields: person.share_location(fields["latitude"], fields["longitude"]),
    "contact": _contact,
    "photo": _file,
    "document": _file,
    "edit": lambda person, fields: person.edit(fields["message_id"], fields["text"]),
    "delete": lambda person, fields: person.delete(fields["message_id"]),
    "block": lambda person, fields: person.block(),  # noqa: ARG005  # all acts have the same signature
    "unblock": lambda person, fields: person.unblock(),  # noqa: ARG005
    "add_to_group": lambda person, fields: person.add_bot_to(
        fields["chat_id"], fields.get("title", "Group"), fields.get("kind", "group")
    ),
    "remove_from_group": lambda person, fields: person.remove_bot_from(fields["chat_id"]),
}
