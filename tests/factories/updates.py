"""Updates as Telegram sends them: a person writes, or taps a button under a message of the bot."""

from __future__ import annotations

from typing import Any


def text_update(update_id: int, user_id: int, text: str) -> dict[str, Any]:
    """A message in the chat with the bot."""
    person = {"id": user_id, "is_bot": False, "first_name": "Әйгерім", "language_code": "ru"}
    chat = {"id": user_id, "type": "private", "first_name": "Әйгерім"}
    message = {"message_id": update_id, "date": 1, "chat": chat, "from": person, "text": text}
    return {"update_id": update_id, "message": message}


def tap_update(update_id: int, user_id: int, data: str) -> dict[str, Any]:
    """A tap on a button with this data, under a message as people with a role get it."""
    message = text_update(update_id, user_id, "screen")["message"] | {"has_protected_content": True}
    query = {"id": str(update_id), "chat_instance": "1", "data": data, "from": message["from"], "message": message}
    return {"update_id": update_id, "callback_query": query}
