"""Prints every schema of aiogram's types and methods as text, and the results of validating some updates.

`python -m tests.bot.schemas_told [deferred]`: imported as aiogram imports itself, or as the bot imports it. Each run
is a process of its own, because a schema is built once in a process.
"""

from __future__ import annotations

import json
import random
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

THREADS = 8
WHO = {"id": 9, "is_bot": False, "first_name": "Әйгерім", "language_code": "kk", "of_a_later_api": [1]}
CHAT = {"id": 9, "type": "private", "first_name": "Әйгерім"}
FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 7}
HEAD = {"message_id": 5, "date": 1_700_000_000, "chat": CHAT, "from": WHO}
BUTTONS = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}, {"text": "B", "url": "https://a.kz/"}]]}
MESSAGES: tuple[dict[str, Any], ...] = (
    {"text": "/start x", "entities": [{"type": "bot_command", "offset": 0, "length": 6}], "reply_markup": BUTTONS},
    {"photo": [FILE | {"width": 1, "height": 2}], "caption": "c", "media_group_id": "1"},
    {"document": FILE | {"file_name": "a.docx", "mime_type": "x/y"}, "reply_to_message": HEAD | {"text": "t"}},
    {
        "location": {"latitude": 51.1, "longitude": 71.4},
        "forward_origin": {"type": "user", "date": 1, "sender_user": WHO},
    },
    {"contact": {"phone_number": "+7", "first_name": "A", "user_id": 9}, "edit_date": 1_700_000_001},
    {"new_chat_members": [WHO], "pinned_message": {"message_id": 1, "date": 0, "chat": CHAT}},
)
LEFT = {"status": "left", "user": WHO}
OTHERS: tuple[dict[str, Any], ...] = (
    {"callback_query": {"id": "1", "from": WHO, "chat_instance": "2", "data": "a", "message": HEAD | {"text": "t"}}},
    {"callback_query": {"id": "1", "from": WHO, "chat_instance": "2", "message": HEAD | {"date": 0}}},
    {
        "my_chat_member": {
            "chat": CHAT,
            "from": WHO,
            "date": 1,
            "old_chat_member": LEFT,
            "new_chat_member": {"status": "restricted", "user": WHO},
        }
    },
    {"poll_answer": {"poll_id": "1", "user": WHO, "option_ids": [0]}},
    {"of_a_later_api": {"id": 1}},
    {"message": {"text": "no chat"}},
)
UPDATES = (*({"message": HEAD | each} for each in MESSAGES), *({"edited_message": HEAD | MESSAGES[0]},), *OTHERS)


def models() -> dict[str, type[BaseModel]]:
    """Returns every type and method by module and name."""
    from aiogram import methods, types  # noqa: PLC0415  # the way of importing it is what is looked at
    from pydantic import BaseModel  # noqa: PLC0415

    named = {f"{each.__name__}.{name}": getattr(each, name) for each in (types, methods) for name in each.__all__}
    return {name: it for name, it in named.items() if isinstance(it, type) and issubclass(it, BaseModel)}


def told(schema: object, *, inside: bool = False) -> Any:  # noqa: ANN401  # what JSON has
    """Reduces a core schema to what is the same in every process; inner models stand by their names."""
    if isinstance(schema, dict):
        if schema.get("type") == "definitions":
            return told(_named(schema), inside=inside)
        if schema.get("type") == "definition-ref":
            return schema["schema_ref"].partition(":")[0]
        if schema.get("type") == "model":
            return told(schema["cls"]) if inside else _told_parts(schema, inside=True)
        return _told_parts(schema, inside=inside)
    if isinstance(schema, list | tuple):
        return [told(each, inside=inside) for each in schema]
    return f"{schema.__module__}.{schema.__qualname__}" if hasattr(schema, "__qualname__") else repr(schema)


def _told_parts(schema: dict[str, Any], *, inside: bool) -> dict[str, Any]:
    return {str(key): told(value, inside=inside) for key, value in schema.items() if key != "ref"}


def _named(schema: dict[str, Any]) -> object:
    """Returns the top schema of one with definitions."""
    top = schema["schema"]
    return next((each for each in schema["definitions"] if each["ref"] == top.get("schema_ref")), top)


def within(schema: object) -> dict[str, Any]:
    """Returns every model in a schema as it stands there."""
    found: dict[str, Any] = {}
    left = [schema]
    while left:
        at = left.pop()
        if isinstance(at, dict):
            if at.get("type") == "model":
                found[told(at["cls"])] = told(at)
            left += at.values()
        elif isinstance(at, list | tuple):
            left += at
    return found


def outcomes() -> list[str]:
    """Returns the results for updates validated in threads that start together, and for two methods when sent."""
    from aiogram.methods import SendMediaGroup, SendMessage  # noqa: PLC0415
    from aiogram.types import InlineKeyboardMarkup, InputMediaPhoto, ReplyParameters, Update, User  # noqa: PLC0415
    from pydantic import ValidationError  # noqa: PLC0415

    together = Barrier(THREADS)

    def come_to() -> list[str]:
        together.wait()
        said = [User.model_validate(WHO).model_dump_json()]
        for each in UPDATES:
            try:
                update = Update.model_validate({"update_id": 1} | each, context={"bot": None})
            except ValidationError as error:
                said.append(str(error))
            else:
                said += [update.model_dump_json(), repr(update), repr(update.message and update.message.model_dump())]
        buttons, photo = InlineKeyboardMarkup.model_validate(BUTTONS), InputMediaPhoto(media="f", caption="c")
        send = SendMessage(chat_id=9, text="t", reply_markup=buttons, reply_parameters=ReplyParameters(message_id=1))
        group = SendMediaGroup(chat_id=9, media=[photo])
        return [*said, repr(send.model_dump()), repr(group.model_dump(serialize_as_any=True, warnings=False))]

    with ThreadPoolExecutor(THREADS) as threads:
        all_said = [each.result() for each in [threads.submit(come_to) for _ in range(THREADS)]]
    assert all(each == all_said[0] for each in all_said), "threads differ"
    return all_said[0]


def main(*, deferred: bool) -> None:
    """Prints everything as one JSON object."""
    if deferred:
        import bot  # noqa: F401, PLC0415
    every = models()
    built = sum(each.__pydantic_complete__ for each in every.values())
    came_to = outcomes()
    update = within(every["aiogram.types.Update"].__pydantic_core_schema__)
    names = sorted(every)
    random.Random(names[0]).shuffle(names)  # in another order than that of the import
    for name in names:
        every[name].model_rebuild()
    schemas = {told(each): told(each.__pydantic_core_schema__) for each in every.values()}
    json.dump({"built": built, "schemas": schemas, "update": update, "outcomes": came_to}, sys.stdout)


if __name__ == "__main__":
    main(deferred="deferred" in sys.argv)
