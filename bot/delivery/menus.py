"""The list of commands of one person's chat, as a call of the Bot API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.home import commands_of

if TYPE_CHECKING:
    from bot.delivery.messages import Request
    from dialogs.ui.texts import Texts
    from domain.staff.membership import Standing


def renewal(standing: Standing, texts: Texts) -> Request:
    """Sets the list in the person's language; without a role the chat falls back to everybody's."""
    scope = {"type": "chat", "chat_id": standing.user_id}
    commands = [{"command": name, "description": texts.plain(f"command-{name}")} for name in commands_of(standing)]
    if not commands:
        return {"method": "deleteMyCommands", "params": {"scope": scope}}
    return {"method": "setMyCommands", "params": {"scope": scope, "commands": commands}}
