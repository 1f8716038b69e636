"""The profile of the bot: name, descriptions, commands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sandbox.bot_api.chats import chat_of
from sandbox.http.answers import JsonObject, bad_request, dumps

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.http.request import Request
    from sandbox.world.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
COMMAND_LIMIT = 100
DESCRIPTION_LIMIT = 256
_PROFILE_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(world: World, request: Request) -> JsonObject:  # noqa: ARG001  # all methods have the same signature
    """Returns the User of the bot."""
    return {
        **world.bot.to_json(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, request: Request) -> bool:
    """Sets the commands for a scope and language."""
    commands = request.structure("commands", "commands")
    if commands is not None and not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    found = [_command(value) for value in commands or []]
    if len(found) > COMMAND_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.commands[_scope(world, request), request.text("language_code")] = found
    return True


def get_my_commands(world: World, request: Request) -> list[JsonObject]:
    """Returns the commands set for exactly this scope and language."""
    return world.commands.get((_scope(world, request), request.text("language_code")), [])


def delete_my_commands(world: World, request: Request) -> bool:
    """Deletes the commands of a scope and language."""
    world.commands.pop((_scope(world, request), request.text("language_code")), None)
    return True


def profile_setter(name: str) -> Callable[[World, Request], bool]:
    """Builds the method that sets one text of the profile for a language."""

    def set_text(world: World, request: Request) -> bool:
        text = request.text(name)
        if len(text) > _PROFILE_LIMITS[name]:
            raise bad_request(f"{name.replace('_', ' ')} is too long")
        world.profile[name, request.text("language_code")] = text
        return True

    return set_text


def profile_getter(name: str) -> Callable[[World, Request], JsonObject]:
    """Builds the method that returns one text of the profile for a language, or else the default."""

    def get_text(world: World, request: Request) -> JsonObject:
        default = world.profile.get((name, ""), world.bot.first_name if name == "name" else "")
        return {name: world.profile.get((name, request.text("language_code"))) or default}

    return get_text


def _command(value: object) -> JsonObject:
    if not isinstance(value, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if name not in value:
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command, description = str(value["command"]).removeprefix("/"), str(value["description"])
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 0 < len(description) <= DESCRIPTION_LIMIT:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def _scope(world: World, request: Request) -> str:
    """The scope as a dictionary key: its type and ids (Client.cpp, `get_bot_command_scope`)."""
    scope = request.structure("scope", "BotCommandScope")
    if scope is None:
        scope = {"type": "default"}
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = str(scope.get("type", ""))
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    for name in _SCOPES[kind]:
        if name not in scope:
            raise bad_request(f"can't parse BotCommandScope: Can't find field \"{name}\"")
    if "chat_id" in _SCOPES[kind]:
        chat_of(world, str(scope["chat_id"]))
    return dumps([kind, *(str(scope[name]) for name in _SCOPES[kind])])
