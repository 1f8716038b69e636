"""What Telegram would refuse of a call, as the stand-in counts it: at the front door every call is looked at."""

from __future__ import annotations

from typing import Any

from sandbox.formatting.entities import utf16_length
from sandbox.formatting.formatting import CAPTION_LIMIT, TEXT_LIMIT
from sandbox.formatting.html_mode import parse_html
from storage.messaging.bot_api_request import BotApiRequest

TOAST, DATA, BUTTONS = 200, 64, 100  # Bot API: answerCallbackQuery, InlineKeyboardButton; sandbox/bot_api/markup.py
LIMITS = {"text": TEXT_LIMIT, "caption": CAPTION_LIMIT}


def words_of_call(call: BotApiRequest) -> str:
    """Returns what a call says: its text, or what stands under its file or the last one of its album."""
    album: list[dict[str, Any]] = call.parameters.get("media", [])
    given = call.parameters | (album[-1] if album else {})
    return str(given.get("text") or given.get("caption") or "")


def too_long(call: BotApiRequest) -> list[str]:
    """What is longer than may be, in words; a file's text that is yet to be made is looked at when it is made."""
    found = []
    for name, most in LIMITS.items():
        for each in (call.parameters, *call.parameters.get("media", ())):
            length = utf16_length(parse_html(str(each.get(name, ""))).cleaned().text)
            found += [f"{name}: {length} of {most} units"] if length > most else []
    rows = call.parameters.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [each for row in rows for each in row]
    found += [f"{len(buttons)} buttons"] if len(buttons) > BUTTONS else []
    for each in buttons:
        if not each["text"].strip():
            found.append(f"a button without words: {each}")
        if len(each.get("callback_data", "").encode()) > DATA:
            found.append(f"callback data: {each['callback_data']}")
    return found
