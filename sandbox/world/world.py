"""The whole state of the stand-in, in memory, and its limits; the defaults of these are the real server's."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from random import Random
from typing import TYPE_CHECKING

from sandbox import clock
from sandbox.world.cast import READY_MADE
from sandbox.world.faults import FaultPlan
from sandbox.world.files import FileStore
from sandbox.world.journal import Changes, Journal
from sandbox.world.records import Chat, Message, Tap, User, Webhook
from sandbox.world.updates import UpdateQueue, chat_id_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.http.answers import JsonObject
    from sandbox.world.cast import Part

MEBIBYTE = 1 << 20
DAY = 86_400.0
DEFAULT_TOKEN = "1000001:sandbox"  # noqa: S105  # grants access to nothing but the stand-in

# Client.cpp: a number added to the sender's id puts each kind of update into a lane of its own.
LANE_CALLBACK = 3 << 33
LANE_MEMBERSHIP = 5 << 33


@dataclass(slots=True)
class Settings:
    """Limits and times of the stand-in.

    Attributes:
        update_seconds: how long an unconfirmed update is kept.
        callback_update_seconds: the same for a button tap (Client.cpp, `add_new_callback_query`).
        callback_seconds: how long a tap can be answered.
        delete_seconds: how long a message can be deleted.
        poll_gather: how long a waiting poll collects updates after the first (Client.h, LONG_POLL_WAIT_AFTER).
        poll_limit: how long a poll may wait.
        throttle_repeats: slow down polls that repeat their offset, as the real server does: within three seconds they
            wait three seconds, within half a second they get only one update.
        webhook_retry_base: unit, in seconds, of the growing delay between deliveries.
        calls_kept: size of the journal.
        download_limit: largest file a bot may download, in bytes.
        upload_limit: largest file a bot may send, in bytes.
        photo_limit: largest photo a bot may send, in bytes.
    """

    update_seconds: float = DAY
    callback_update_seconds: float = 150.0
    callback_seconds: float = 150.0
    delete_seconds: float = 2 * DAY
    poll_gather: float = 0.001
    poll_limit: int = 50
    throttle_repeats: bool = False
    webhook_retry_base: float = 1.0
    calls_kept: int = 100_000
    download_limit: int = 20 * MEBIBYTE
    upload_limit: int = 50 * MEBIBYTE
    photo_limit: int = 10 * MEBIBYTE


@dataclass(slots=True)
class World:
    """One bot and everything it can see: people, chats, files, updates, calls.

    Args:
        token: the bot's token; its number is the user id of the bot.
        settings: limits and times.
        seed: of all randomness.
        clock: seconds since 1970.
        cast: the people who exist from the start.
    """

    token: str = DEFAULT_TOKEN
    settings: Settings = field(default_factory=Settings)
    seed: int = 0
    clock: Callable[[], float] = field(default_factory=lambda: clock.now, repr=False, compare=False)
    cast: tuple[Part, ...] = READY_MADE
    bot: User = field(init=False)
    users: dict[int, User] = field(init=False, default_factory=dict)
    chats: dict[int, Chat] = field(init=False, default_factory=dict)
    files: FileStore = field(init=False, default_factory=FileStore)
    updates: UpdateQueue = field(init=False, default_factory=UpdateQueue)
    taps: dict[str, Tap] = field(init=False, default_factory=dict)
    commands: dict[tuple[str, str], list[JsonObject]] = field(init=False, default_factory=dict)
    profile: dict[tuple[str, str], str] = field(init=False, default_factory=dict)
    menu_buttons: dict[int, JsonObject] = field(init=False, default_factory=dict)
    webhook: Webhook | None = field(init=False, default=None)
    faults: FaultPlan = field(init=False)
    journal: Journal = field(init=False)
    serial: int = field(init=False, default=0)
    ahead: int = field(init=False, default=0)  # seconds that people have taken besides what the clock says
    changes: Changes = field(init=False, default_factory=Changes, repr=False, compare=False)

    def __post_init__(self) -> None:
        number, separator, _ = self.token.partition(":")
        if not separator or not number.isdigit():
            raise ValueError("a token is a number, a colon and a secret")
        self.bot = User(int(number), "Sandbox", username="sandbox_bot", is_bot=True)
        self.users[self.bot.id] = self.bot
        self.faults = FaultPlan(Random(self.seed))  # noqa: S311  # for chance, not secrecy
        self.journal = Journal(self.settings.calls_kept)

    def now(self) -> int:
        """The time in whole seconds, as in the dates of messages."""
        return int(self.clock()) + self.ahead

    def pause(self) -> None:
        """Lets a person read before they act: dates of messages go on, while what the server waits for does not."""
        self.ahead += clock.PAUSE

    def next_serial(self) -> int:
        """A number that is used once, for ids of taps and albums."""
        self.serial += 1
        return self.serial

    def push(self, kind: str, payload: JsonObject, lane: int, seconds: float | None = None) -> int:
        """Queues an update of a kind; returns its id, or 0 if the bot has not asked for this kind."""
        self.changes.note()
        if not self.updates.accepts(kind):
            return 0
        lifetime = self.settings.update_seconds if seconds is None else seconds
        return self.updates.push({kind: payload}, lane, self.clock() + lifetime)

    def inject(self, update: JsonObject) -> int:
        """Queues an update as it is, with the next id if it has none, and returns the id.

        The bot has then met the people in it and can write to them.

        Raises:
            TypeError: not an object.
            ValueError: an update with this id is already queued.
        """
        if not isinstance(update, dict):
            raise TypeError("an update is an object")
        for payload in update.values():
            if isinstance(payload, dict):
                self._meet(payload)
                self._meet(payload.get("message") or {})
        # As in WebhookActor.cpp, `load_updates`, an update without a chat or person gets a lane of its own.
        lane = chat_id_of(update) or (1 << 60) + self.next_serial()
        return self.updates.push(update, lane, self.clock() + self.settings.update_seconds)

    def _meet(self, payload: JsonObject) -> None:
        user, chat = payload.get("from"), payload.get("chat")
        if user and user["id"] not in self.users:
            known = {each.name: user[each.name] for each in fields(User) if each.name in user}
            self.users[user["id"]] = User(**{"first_name": "", **known})
        if chat:
            about = {name: value for name, value in chat.items() if name not in {"id", "type"}}
            met = self.chats.setdefault(chat["id"], Chat(chat["id"], chat.get("type", "private"), about))
            met.last_message_id = max(met.last_message_id, payload.get("message_id", 0))

    def post(self, chat: Chat, sender: User, content: JsonObject) -> Message:
        """Adds a message to a chat."""
        self.changes.note()
        if sender.is_bot:
            chat.typing_until = 0.0
        return chat.add(Message(chat.to_json(), chat.next_id(), self.now(), sender.to_json(), content))

    def reset(self) -> None:
        """Drops everything but the token, the settings and the counters of updates, calls and taps.

        The counters go on because a running bot would take a reused update id for a repetition.
        """
        fresh = World(self.token, self.settings, self.seed, self.clock, self.cast)
        fresh.updates.next_id, fresh.updates.listeners = self.updates.next_id, self.updates.listeners
        fresh.journal.last, fresh.serial, fresh.ahead = self.journal.last, self.serial, self.ahead
        fresh.changes = self.changes
        for each in fields(World):
            setattr(self, each.name, getattr(fresh, each.name))
        self.changes.note()
