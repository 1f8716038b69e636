"""Keyboards of messages, and what is refused in them.

Error messages after tdlib/telegram-bot-api, Client.cpp, `get_reply_markup` and `get_inline_keyboard_button`, and
tdlib/td, `InlineKeyboardButton::get_inline_keyboard_button`; what the data centre refuses (button data, number of
buttons) as documented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.formatting.html_tags import checked_link
from sandbox.http.answers import Refusal, bad_request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.http.answers import JsonObject
    from sandbox.http.request import Request

DATA_LIMIT = 64
BUTTON_LIMIT = 100
_TEXT_ACTIONS = ("url", "callback_data", "switch_inline_query", "switch_inline_query_current_chat")
_OBJECT_ACTIONS = ("web_app", "login_url", "switch_inline_query_chosen_chat", "callback_game", "copy_text")


def read_markup(request: Request) -> JsonObject | None:
    """Returns the markup of a request, or None if it is absent or empty.

    Raises:
        Refusal: the markup is malformed or cannot be shown.
    """
    markup = request.structure("reply_markup", "reply keyboard markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    inline = list(_buttons(markup, "inline_keyboard", 'Field "inline_keyboard" of the InlineKeyboardMarkup'))
    plain = list(_buttons(markup, "keyboard", 'Field "keyboard"'))
    for button in inline:
        _check_inline(button)
    for button in plain:
        _check_plain(button)
    if max(len(inline), len(plain)) > BUTTON_LIMIT:
        raise bad_request("reply markup is too long")
    shown = inline or plain or markup.get("remove_keyboard") or markup.get("force_reply")
    return markup if shown else None


def inline_of(markup: JsonObject | None) -> JsonObject | None:
    """Extracts the inline keyboard without empty rows; other markup is not shown in the message itself."""
    if not markup or not markup.get("inline_keyboard"):
        return None
    return {"inline_keyboard": [row for row in markup["inline_keyboard"] if row]}


def _buttons(markup: JsonObject, name: str, called: str) -> Iterator[object]:
    rows = markup.get(name, [])
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of type Array')
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(f"{called} must be an Array of Arrays")
        yield from row


def _check_plain(button: object) -> None:
    if isinstance(button, dict):
        button = button.get("text")
    if not isinstance(button, str):
        raise bad_request("can't parse keyboard button: Can't find field \"text\"")
    if not button.strip():
        raise bad_request("keyboard button text must be non-empty")


def _check_inline(button: object) -> None:
    if not isinstance(button, dict):
        raise _unparsed("InlineKeyboardButton must be an Object")
    text = _string(button, "text")
    actions = [name for name in _TEXT_ACTIONS if name in button]
    values = {name: _string(button, name) for name in actions}
    if not actions and not any(name in button for name in _OBJECT_ACTIONS) and not button.get("pay"):
        raise _unparsed("Text buttons are unallowed in the inline keyboard")
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if "url" in values and not checked_link(values["url"]):
        raise bad_request(f"inline keyboard button URL '{values['url']}' is invalid: Wrong HTTP URL")
    if "callback_data" in values and not 0 < len(values["callback_data"].encode()) <= DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")


def _string(button: JsonObject, name: str) -> str:
    if name not in button:
        raise _unparsed(f'Can\'t find field "{name}"')
    value = button[name]
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        raise _unparsed(f'Field "{name}" must be of type String')
    return str(value)


def _unparsed(reason: str) -> Refusal:
    return bad_request(f"can't parse inline keyboard button: {reason}")
