"""The bot's profile in Telegram: name, description, and the commands in general and for one chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.delivery.telegram_api import TelegramError, Unreachable
from bot.monitoring import fault_name, log_event
from dialogs.home import COMMANDS, commands_of
from domain.languages import LANGUAGES
from storage.messaging.bot_api_request import BotApiRequest

if TYPE_CHECKING:
    from bot.delivery.telegram_api import TelegramApi
    from bot.resources import Resources
    from dialogs.ui.texts import Texts
    from domain.offices.units import Units
    from domain.staff.membership import Membership


async def update_profile(api: TelegramApi, library: Resources) -> None:
    """Updates the profile where it differs; nothing depends on it, so a refusal is only logged."""
    for language in LANGUAGES:
        texts, fee = library.texts(language), library.standard.fee.amount
        audience = {} if language == LANGUAGES[0] else {"language_code": language}
        for about in ("Name", "Description", "Commands"):
            try:
                await _set(api, about, texts, audience, fee)
            except (TelegramError, Unreachable) as error:
                log_event("not-introduced", about=about.lower(), fault=fault_name(error))


async def _set(api: TelegramApi, about: str, texts: Texts, audience: dict[str, str], fee: int) -> None:
    if about == "Commands":
        named = [{"command": name, "description": texts.plain(f"command-{name}")} for name in COMMANDS]
        await api.call("setMyCommands", {"commands": named, **audience})
        return
    field = about.lower()
    wanted = texts.plain(f"bot-{field}", fee=fee)
    now = await api.call(f"getMy{about}", audience)
    if not isinstance(now, dict):
        raise Unreachable("not an answer of the Bot API")
    if now.get(field) != wanted:  # Telegram allows only a few changes of the name a day
        await api.call(f"setMy{about}", {field: wanted, **audience})


def build_commands_request(membership: Membership, texts: Texts, units: Units) -> BotApiRequest:
    """The call that sets the commands in a person's language; without a role the chat gets the default ones again."""
    scope = {"type": "chat", "chat_id": membership.user_id}
    names = commands_of(membership, units)
    commands = [{"command": name, "description": texts.plain(f"command-{name}")} for name in names]
    if not commands:
        return BotApiRequest("deleteMyCommands", {"scope": scope})
    return BotApiRequest("setMyCommands", {"scope": scope, "commands": commands})
