"""Acts of people, as requested by another process."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING

from sandbox.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.http.shapes import JsonObject
    from sandbox.world.world import World

_KNOWN = ("first_name", "last_name", "username", "language_code")
_ABOUT_FILE = ("caption", "media_group_id")


def act(world: World, given: JsonObject) -> int:
    """Lets a person act; returns the id of the resulting update.

    `given` has the `user` (a number, or an object with `id` and names for a new one), the act as `do`, and the
    arguments of the act.

    Raises:
        LookupError: no such act, or an argument is missing.
        ValueError: an argument is invalid.
    """
    return _ACTS[given["do"]](person_of(world, given["user"]), given)


def person_of(world: World, user: object) -> Person:
    """Finds or creates the person named by `user`."""
    if isinstance(user, dict):
        return Person.meet(world, int(user["id"]), **{name: user[name] for name in _KNOWN if name in user})
    return Person.meet(world, int(str(user)))


def _contact(person: Person, given: JsonObject) -> int:
    return person.share_contact(given["phone_number"], given.get("user_id"), given.get("first_name"))


def _file(person: Person, given: JsonObject) -> int:
    more = {name: str(given[name]) for name in _ABOUT_FILE if name in given}
    if "file_id" in given:
        return person.send_file(given["file_id"], **more)
    data = b64decode(given["data"], validate=True)
    if given["do"] == "photo":
        return person.send_photo(data, **more)
    mime = given.get("mime", "application/octet-stream")
    return person.send_document(data, given.get("name", "file.bin"), mime, **more)


def _tap(person: Person, given: JsonObject) -> int:
    if given.get("forged"):
        return person.press(int(given["message_id"]), given["data"])
    return person.tap(given.get("data"), given.get("text"), given.get("message_id"))


_ACTS: dict[str, Callable[[Person, JsonObject], int]] = {
    "start": lambda person, given: person.start(given.get("payload", "")),
    "text": lambda person, given: person.say(given["text"], given.get("chat_id"), given.get("reply_to")),
    "tap": _tap,
    "location": lambda person, given: person.share_location(given["latitude"], given["longitude"]),
    "contact": _contact,
    "photo": _file,
    "document": _file,
    "edit": lambda person, given: person.edit(given["message_id"], given["text"]),
    "block": lambda person, given: person.block(),  # noqa: ARG005  # all acts have the same signature
    "unblock": lambda person, given: person.unblock(),  # noqa: ARG005
    "add_to_group": lambda person, given: person.add_bot_to(
        given["chat_id"], given.get("title", "Group"), given.get("kind", "group")
    ),
}
