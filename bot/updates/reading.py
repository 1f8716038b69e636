"""Reads an update as far as aiogram can: what it refuses is cut out, and the rest counts as sent.

Telegram adds types of values, and leaves out what its own pages call required; for one of these aiogram refuses the
whole update. What the bot uses is not cut out: then the update cannot be read. Nor can one whose id is none.
"""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from aiogram.types import Update

Payload = dict[str, Any]
Path = tuple[str | int, ...]

MOST_CUTS = 20  # each round of cutting goes at least one level up, and updates are not that deep
MOST_ID = 1 << 52  # Telegram's ids have fewer bits (Bot API, User and Chat)
MOST_DEPTH = 100  # of what is set aside; Telegram's updates have a tenth of it
DIGEST_BYTES = 7  # of the id of an update without one: less than 63 bits
MESSAGES = ("message", "edited_message", "channel_post")
USED = {  # what the bot takes of an update: cut out, it would not count as sent
    **dict.fromkeys(MESSAGES, ("text", "caption", "photo", "document", "location")),
    "callback_query": ("data",),
}
NEEDED = {  # without it there is nothing to handle
    **dict.fromkeys(MESSAGES, ("message_id", "date", "chat", "from")),
    "callback_query": ("id", "from", "chat_instance"),
    "my_chat_member": ("chat", "from", "date", "old_chat_member", "new_chat_member"),
}
OTHER_BRANCH = "InaccessibleMessage"  # pydantic tells what is wrong with each type of a union
SIMPLE = {"left": "left", "kicked": "kicked"}  # a status of the bot in a chat without its particulars
PRESENT = dict.fromkeys(("creator", "administrator", "member", "restricted"), "member")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an update comes from, as far as anything can be read; 0 where it does not say.

    Attributes:
        kind: its type, such as `message`.
        chat_id: positive for a private chat, where it is the person's id.
        user_id: who sent it.
        language_code: of their app.
        tap_id: of a tap, to be answered.
    """

    kind: str = ""
    chat_id: int = 0
    user_id: int = 0
    language_code: str = ""
    tap_id: str = ""

    @property
    def in_group(self) -> bool:
        """Whether it comes from a group or channel, of which the bot keeps nothing."""
        return self.chat_id < 0

    @property
    def is_sent(self) -> bool:
        """Whether somebody sent it to the bot, and is to be told what became of it."""
        return self.chat_id > 0 and self.kind in {"message", "edited_message", "callback_query"}


class NotRead(ValueError):
    """Neither the update nor a rest of it that could count as sent can be read."""


def read_update(payload: Payload, validate: Callable[[Payload], Update]) -> tuple[Update, tuple[str, ...]]:
    """The update, and the names of what was cut out of it; the payload stays as it is.

    Raises:
        NotRead: what the bot needs or uses cannot be read.
    """
    if payload["update_id"] < 0:
        raise NotRead
    try:
        return _read(payload, validate)
    except RecursionError as error:
        raise NotRead from error


def _read(payload: Payload, validate: Callable[[Payload], Update]) -> tuple[Update, tuple[str, ...]]:
    try:
        return validate(payload), ()
    except ValidationError as error:
        refused = error
    rest = _with_simple_statuses(payload)
    cut = set() if rest is payload else {"my_chat_member"}
    for _ in range(MOST_CUTS):
        try:
            update = validate(rest)
        except ValidationError as error:
            paths = {_existing(rest, each) for each in _places(error)}
            if not all(map(_may_be_cut, paths)):
                break
            cut |= {".".join(map(str, each)) for each in paths}
            rest = _without(rest, paths)
        else:
            if _is_whole(payload, rest):
                return update, tuple(sorted(cut))
            break
    raise NotRead from refused


def is_update_id(value: object) -> bool:
    """Whether it is a number that Telegram gives to updates."""
    return type(value) is int and 0 <= value < MOST_ID


def with_id(update: object) -> Payload:
    """The update as it came; one whose id is none gets a negative id, the same for the same content.

    So it is known when it comes again, and passes for no other.
    """
    if isinstance(update, dict) and is_update_id(update.get("update_id")):
        return update
    content: Payload = update if isinstance(update, dict) else {"content": update}
    content = shallow(content)
    digest = sha256(json.dumps(content, sort_keys=True).encode()).digest()
    own_id = {"update_id_as_sent": content["update_id"]} if "update_id" in content else {}
    return content | own_id | {"update_id": -1 - int.from_bytes(digest[:DIGEST_BYTES])}


def shallow(payload: Payload) -> Payload:
    """The payload without what lies deeper than any update of Telegram, which nothing could store."""
    cut: Payload = _cut_at(payload, MOST_DEPTH)
    return cut


def _cut_at(value: Any, depth: int) -> Any:  # noqa: ANN401  # any JSON
    if not isinstance(value, dict | list):
        return value
    if not depth:
        return None
    if isinstance(value, list):
        return [_cut_at(each, depth - 1) for each in value]
    return {name: _cut_at(each, depth - 1) for name, each in value.items()}


def find_origin(payload: Payload) -> Origin:
    """Who is to be told, where, and in which language, of an update that cannot be read."""
    kind, body = next(((name, value) for name, value in payload.items() if isinstance(value, dict)), ("", {}))
    tapped = kind == "callback_query"
    message = _object(body, "message") if tapped else body
    user, chat = _object(body, "from"), _object(message, "chat")
    user_id, chat_id, language = _id(user), _id(chat), user.get("language_code")
    if chat_id >= 0:  # in a private chat both are the same person
        user_id = chat_id = chat_id or user_id
    tap_id = body.get("id") if tapped else None
    return Origin(
        kind,
        chat_id,
        max(user_id, 0),
        language if isinstance(language, str) else "",
        tap_id if isinstance(tap_id, str) else "",
    )


def _places(refused: ValidationError) -> Sequence[Path]:
    """Where something is refused; of a tapped message not that it is none of the messages that cannot be seen."""
    places = [each["loc"] for each in refused.errors(include_url=False, include_context=False, include_input=False)]
    return [each for each in places if OTHER_BRANCH not in each] or places


def _existing(payload: Payload, place: Path) -> Path:
    """The part of the place that there is; pydantic also names the types of a union, and what is missing."""
    found: list[str | int] = []
    value: Any = payload
    for step in place:
        if _has(value, step):
            found.append(step)
            value = value[step]
    return tuple(found)


def _has(value: object, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def _may_be_cut(path: Path) -> bool:
    kind, *inner = path or ("",)
    return bool(inner) and not (len(inner) == 1 and inner[0] in NEEDED.get(str(kind), ()))


def _without(payload: Payload, paths: Iterable[Path]) -> Payload:
    rest = deepcopy(payload)
    for path in sorted(paths, reverse=True):  # the later of a list first, the inner before the outer
        holder: Any = rest
        for step in path[:-1]:
            holder = holder[step]
        del holder[path[-1]]
    return rest


def _is_whole(payload: Payload, rest: Payload) -> bool:
    """Whether all that the bot uses is still there, in the chat where it was."""
    if find_origin(payload) != find_origin(rest):
        return False
    return all(
        _essence(body.get(name)) == _essence(rest[kind].get(name))
        for kind, body in _bodies(payload)
        for name in USED.get(kind, ())
    )


def _essence(content: object) -> object:
    """What must be the same: of a photo its largest size, of a file which it is, of a place where it is."""
    if isinstance(content, list):
        return (_essence(content[-1]),) if content else ()
    if isinstance(content, dict):
        return tuple(content.get(name) for name in ("file_id", "latitude", "longitude"))
    return content


def _with_simple_statuses(payload: Payload) -> Payload:
    """A change of the bot's own status without its particulars; the one before may be of any kind."""
    change = payload.get("my_chat_member")
    if not isinstance(change, dict):
        return payload
    old, new = _object(change, "old_chat_member"), _object(change, "new_chat_member")
    before = (SIMPLE | PRESENT).get(str(old.get("status")), "left")
    after = (SIMPLE | PRESENT).get(str(new.get("status")), "")
    members = {"old_chat_member": _member(old or new, before), "new_chat_member": _member(new, after)}
    return {**payload, "my_chat_member": change | members}


def _member(member: Mapping[str, object], status: str) -> dict[str, object]:
    return {"user": member.get("user"), "status": status} | ({"until_date": 0} if status == "kicked" else {})


def _bodies(payload: Payload) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((kind, body) for kind, body in payload.items() if isinstance(body, dict))


def _object(holder: Mapping[str, Any], name: str) -> dict[str, Any]:
    value = holder.get(name)
    return value if isinstance(value, dict) else {}


def _id(holder: Mapping[str, Any]) -> int:
    value = holder.get("id")
    return value if type(value) is int and abs(value) < MOST_ID else 0
