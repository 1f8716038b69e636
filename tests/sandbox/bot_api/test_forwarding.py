"""A message sent on: what is protected stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from aiogram.exceptions import TelegramBadRequest

if TYPE_CHECKING:
    from aiogram import Bot

    from sandbox.people.person import Person


async def test_a_message_is_forwarded_and_copied(bot: Bot, person: Person) -> None:
    """A forward names its author, a copy is the bot's own."""
    sent = await bot.send_message(person.user.id, "<b>x</b>", parse_mode="HTML")
    forwarded = await bot.forward_message(person.user.id, person.user.id, sent.message_id)
    assert (forwarded.text, forwarded.forward_origin and forwarded.forward_origin.type) == ("x", "user")
    copied = await bot.copy_message(person.user.id, person.user.id, forwarded.message_id)
    assert "forward_origin" not in person.chat.messages[copied.message_id].content
    assert person.chat.messages[copied.message_id].content["text"] == "x"


@pytest.mark.parametrize("edited", [False, True])
async def test_a_protected_message_stays_where_it_is(bot: Bot, person: Person, *, edited: bool) -> None:
    """It can be neither forwarded nor copied; an edit does not open it."""
    sent = await bot.send_message(person.user.id, "x", protect_content=True)
    if edited:
        changed = await bot.edit_message_text("y", chat_id=person.user.id, message_id=sent.message_id)
        assert not isinstance(changed, bool)
        assert changed.has_protected_content
    with pytest.raises(TelegramBadRequest, match="Bad Request: the message can't be forwarded"):
        await bot.forward_message(person.user.id, person.user.id, sent.message_id)
    with pytest.raises(TelegramBadRequest, match="Bad Request: the message can't be copied"):
        await bot.copy_message(person.user.id, person.user.id, sent.message_id)


async def test_a_message_that_is_not_there(bot: Bot, person: Person) -> None:
    """Each method says what it was to do with it."""
    with pytest.raises(TelegramBadRequest, match="Bad Request: message to forward not found"):
        await bot.forward_message(person.user.id, person.user.id, 77)
    with pytest.raises(TelegramBadRequest, match="Bad Request: message to copy not found"):
        await bot.copy_message(person.user.id, person.user.id, 77)
