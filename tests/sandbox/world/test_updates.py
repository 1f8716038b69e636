from __future__ import annotations

from typing import Any

import pytest

from sandbox.world.updates import chat_id_of

GROUP, PERSON = {"id": -5, "type": "group"}, {"id": 100, "first_name": "Aigul"}


@pytest.mark.parametrize(
    ("content", "chat_id"),
    [
        ({"message": {"chat": GROUP, "from": PERSON}}, -5),
        ({"callback_query": {"message": {"chat": GROUP}, "from": PERSON}}, -5),
        ({"callback_query": {"inline_message_id": "x", "from": PERSON}}, 100),
        ({"callback_query": {"message": None, "from": PERSON}}, 100),
        ({"poll": {"id": "1"}}, None),
        ({"update_id": 7}, None),
    ],
)
def test_the_chat_of_an_update(content: dict[str, Any], chat_id: int | None) -> None:
    """A tap belongs to the chat of its message, or without a message to the person; a poll belongs to nobody."""
    assert chat_id_of({"update_id": 1, **content}) == chat_id
