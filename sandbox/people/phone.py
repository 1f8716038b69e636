"""What a person's phone shows: chats, commands, other people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.bot_api.chats import GROUPS
from sandbox.http.answers import dumps
from sandbox.people.person import Person
from sandbox.world.cast import READY_MADE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sandbox.http.answers import JsonObject
    from sandbox.world.cast import Part
    from sandbox.world.records import Chat, User
    from sandbox.world.world import World

LANGUAGES = ("kk", "ru", "en")
SHOWN_PERSONAS = 50


def meet_all(world: World) -> None:
    """Creates all people of the cast."""
    for each in world.cast:
        if each.id not in world.users:
            Person.meet(world, each.id, each.first_name, last_name=each.last_name, language_code=each.language_code)


def introduce(world: World, cast: Iterable[Part]) -> None:
    """Opens a chat with each of these people, so that the bot may write to them."""
    for each in cast:
        met = Person.meet(world, each.id, each.first_name, last_name=each.last_name, language_code=each.language_code)
        met.chat  # noqa: B018  # creates the chat


def newcomer(world: World, name: str, language: str) -> Person:
    """Creates a new persona.

    Raises:
        ValueError: the name is empty or too long, or the page does not have the language.
    """
    first, _, last = name.strip().partition(" ")
    if not 0 < len(name.strip()) <= 64 or language not in LANGUAGES:  # noqa: PLR2004  # Telegram's limit for names
        raise ValueError("a name of 1 to 64 letters and a language are needed")
    number = max(READY_MADE[-1].id, *(user.id for user in world.users.values())) + 1
    return Person.meet(world, number, first, last_name=last.strip(), language_code=language)


def personas(world: World) -> list[JsonObject]:
    """The people whose phones the page can show, the cast first."""
    roles = {each.id: each.role for each in world.cast if each.role}
    known = {each.id for each in world.cast}
    others = [user for user in world.users.values() if not user.is_bot and user.id not in known]
    shown = [world.users[user_id] for user_id in roles] + others[-(SHOWN_PERSONAS - len(roles)) :]
    return [{**user.to_json(), "role": roles.get(user.id, "")} for user in shown]


def state(world: World, person: Person) -> JsonObject:
    """Everything the phone of `person` shows now."""
    language = person.user.language_code
    return {
        "count": world.changes.count,
        "bot": {
            "id": world.bot.id,
            "username": world.bot.username,
            "name": _profile(world, "name", language) or world.bot.first_name,
            "description": _profile(world, "description", language),
        },
        "me": person.user.to_json(),
        "commands": _commands(world, person.user),
        "chats": [_chat(world, chat) for chat in _chats(world, person)],
    }


def _chats(world: World, person: Person) -> Iterator[Chat]:
    yield person.chat
    yield from (chat for chat in world.chats.values() if chat.kind in GROUPS)


def _chat(world: World, chat: Chat) -> JsonObject:
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.about.get("title", ""),
        "blocked": chat.blocked,
        "present": chat.present,
        "messages": [_message(chat, number) for number in sorted(chat.messages)],
        "keyboard": chat.keyboard,
        # A keyboard closed after use is shown again when a newer message brings it.
        "keyboard_from": max((each.id for each in chat.messages.values() if each.bare), default=0),
        "typing": max(0.0, round(chat.typing_until - world.clock(), 1)),
        "notices": chat.notices[-5:],
        "busy": [
            {"id": tap.id, "message_id": tap.message_id, "data": tap.data}
            for tap in world.taps.values()
            if tap.chat_id == chat.id and not tap.answered and _answerable(world, tap.date)
        ],
    }


def _answerable(world: World, date: float) -> bool:
    return date + world.settings.callback_seconds >= world.clock()


def _message(chat: Chat, number: int) -> JsonObject:
    shown = {name: value for name, value in chat.messages[number].to_json().items() if name != "chat"}
    return shown | {"pinned": True} if number in chat.pinned else shown


def _profile(world: World, name: str, language: str) -> str:
    return world.profile.get((name, language)) or world.profile.get((name, ""), "")


def _commands(world: World, user: User) -> list[JsonObject]:
    """The narrowest list of commands, as Telegram chooses it for a private chat."""
    for scope in (["chat", str(user.id)], ["all_private_chats"], ["default"]):
        for language in (user.language_code, ""):
            if found := world.commands.get((dumps(scope), language)):
                return found
    return []
