"""Decides which chat is served next: classes share Telegram's rate by weight, chats within a class take turns.

Pure: it knows neither rows nor a clock. Times are seconds of any monotonic clock.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from bot.delivery.rate_limit import SlidingWindow, TokenBucket

if TYPE_CHECKING:
    from bot.delivery.rate_limit import RateLimits

IDLE_CHATS_KEPT = 20_000  # with the time they were served and their bursts
CHATS_REFUSED = 8  # consecutive 429s of so many chats mean that the overall limit is reached


class Priority(IntEnum):
    """The class of a chat's next message."""

    CONVERSATION = 0  # an answer to a person the bot has met before
    FIRST_CONTACT = 1  # an answer to a stranger
    NOTICE = 2


SHARES = {Priority.CONVERSATION: 6, Priority.FIRST_CONTACT: 3, Priority.NOTICE: 1}
RESERVE = 1 / 15  # part of the overall rate kept for conversations, so that the next one need not wait for a place
TALK_SECONDS = 10.0  # how long after an answer it is kept


@dataclass(slots=True)
class _Chat:
    bucket: TokenBucket
    since: float  # when it was last served, or first seen
    met: bool = False
    priority: Priority | None = None  # None: nothing waits
    busy: bool = False
    reserved: bool = False  # picked, and its message has not left
    entry: int = 0  # the number of its only valid entry in the heaps


class _Entry(NamedTuple):
    """A chat in a heap. `at` is when it was last served, or for a resting chat when it may be served."""

    at: float
    number: int
    chat_id: int
    priority: Priority


@dataclass(slots=True)
class _ClassQueue:
    """The chats of a class that may be served, least recently served first.

    `clock` is the virtual time of start-time fair queueing (Goyal, Vin, Cheng 1996): it advances by 1/weight a message.
    """

    share: int
    clock: float = 0.0
    chats: list[_Entry] = field(default_factory=list)


class FairQueue:
    """The chats with something waiting, and their turns."""

    def __init__(self, limits: RateLimits, now: float) -> None:
        self._limits = limits
        self._all = SlidingWindow(limits.overall, now)
        self._talked_at = now - TALK_SECONDS  # when a conversation was last picked
        self._late = 0  # messages that gave their place back while they were made, and wait for another one
        self._chats: dict[int, _Chat] = {}
        self._idle: dict[int, None] = {}  # longest idle first
        self._queues = {priority: _ClassQueue(share) for priority, share in SHARES.items()}
        self._resting: list[_Entry] = []
        self._clock = 0.0
        self._entries = 0
        self._refused: set[int] = set()
        self.waiting = 0  # chats, except those being served

    def met(self, chat_id: int) -> bool:
        """Whether the chat was served recently."""
        chat = self._chats.get(chat_id)
        return chat is not None and chat.met

    def offer(self, chat_id: int, priority: Priority | None, now: float) -> None:
        """Notes the class of what waits for the chat, or that nothing waits any more."""
        chat = self._chats.get(chat_id)
        if chat is None:
            if priority is None:
                return
            chat = self._chats[chat_id] = self._newcomer(now)
        if not chat.busy and chat.priority is not priority:
            self._place(chat_id, chat, priority, now)

    def pick(self, now: float) -> int | None:
        """Picks the next chat, or None if none may be served now. It is not picked again until `release`."""
        self._wake(now)
        queue = self._next_queue()
        if queue is None or self._place_at(now) > now:
            return None
        if queue is self._queues[Priority.CONVERSATION]:
            self._talked_at = now
        self._clock = queue.clock
        queue.clock += 1 / queue.share
        chat_id = heappop(queue.chats).chat_id
        chat = self._chats[chat_id]
        chat.priority, chat.busy, chat.met, chat.since = None, True, True, now
        chat.reserved = True
        self._all.reserve(now)
        self.waiting -= 1
        return chat_id

    def ready_at(self, now: float) -> float | None:
        """When `pick` will have a result; None if not before something is offered or released."""
        self._wake(now)
        queue = self._next_queue()
        at = self._place_at(now) if queue is not None else None
        if self._resting and (at is None or self._resting[0].at < at):  # a chat that becomes ready may need no reserve
            woken = max(self._resting[0].at, self._all.ready_at(now, self._late, self._talked_at))
            at = woken if at is None else min(at, woken)
        return at

    def has_place(self, chat_id: int) -> bool:
        """Whether the message of the chat being served may leave now."""
        return self._chats[chat_id].reserved

    def give_back(self, chat_id: int) -> None:
        """Gives back the place of the chat being served, whose message has left or has to be made first."""
        chat = self._chats[chat_id]
        if chat.reserved:
            chat.reserved = False
            self._all.give_back()

    def come_late(self) -> None:
        """Notes that a message which gave its place back waits for another one: it has had its turn, so it is next."""
        self._late += 1

    def leave_line(self) -> None:
        """Notes that such a message waits no more."""
        self._late -= 1

    def departs_at(self, now: float) -> float:
        """When such a message may leave."""
        return self._all.ready_at(now)

    def depart(self, chat_id: int, now: float) -> None:
        """Notes that the message of the chat being served leaves now."""
        self.give_back(chat_id)
        self._all.depart(now)
        self._chats[chat_id].bucket.take(now)

    def release(self, chat_id: int, priority: Priority | None, now: float) -> None:
        """Ends the turn of a chat and notes what waits for it next."""
        self.give_back(chat_id)
        chat = self._chats[chat_id]
        chat.busy = False
        if priority is None:
            self._rest(chat_id)
        else:
            self._place(chat_id, chat, priority, now)

    def hold(self, chat_id: int, until: float) -> None:
        """Delays the chat being served until this time."""
        self._chats[chat_id].bucket.hold(until)

    def refuse(self, chat_id: int, until: float) -> None:
        """Delays a chat after a 429, and all chats if several are refused in a row."""
        self.hold(chat_id, until)
        self._refused.add(chat_id)
        if len(self._refused) >= CHATS_REFUSED:
            self._all.hold(until)
            self._refused.clear()

    def accept(self) -> None:
        """Notes that Telegram took a message, so the overall limit is not reached."""
        self._refused.clear()

    def _newcomer(self, now: float) -> _Chat:
        return _Chat(TokenBucket(self._limits.per_chat, self._limits.chat_burst, now), now)

    def _place(self, chat_id: int, chat: _Chat, priority: Priority | None, now: float) -> None:
        self.waiting += (priority is not None) - (chat.priority is not None)
        chat.priority = priority
        self._entries += 1
        chat.entry = self._entries
        if priority is None:
            self._rest(chat_id)
            return
        self._idle.pop(chat_id, None)
        ready_at = chat.bucket.ready_at(now)
        if ready_at > now:
            heappush(self._resting, _Entry(ready_at, chat.entry, chat_id, priority))
        else:
            self._enqueue(chat_id, chat, priority)

    def _enqueue(self, chat_id: int, chat: _Chat, priority: Priority) -> None:
        queue = self._queues[priority]
        if not self._has_valid(queue.chats):
            queue.clock = max(queue.clock, self._clock)  # unused time of an empty class is lost
        heappush(queue.chats, _Entry(chat.since, chat.entry, chat_id, priority))

    def _wake(self, now: float) -> None:
        while self._has_valid(self._resting) and self._resting[0].at <= now:
            woken = heappop(self._resting)
            self._enqueue(woken.chat_id, self._chats[woken.chat_id], woken.priority)

    def _place_at(self, now: float) -> float:
        """When the overall limit allows the next message."""
        talking = self._has_valid(self._queues[Priority.CONVERSATION].chats)
        if talking:
            return self._all.ready_at(now, self._late, self._talked_at)
        kept = int(self._all.most * RESERVE) if now < self._talked_at + TALK_SECONDS else 0
        return self._all.ready_at(now, self._late + kept)

    def _next_queue(self) -> _ClassQueue | None:
        found: _ClassQueue | None = None
        for queue in self._queues.values():
            if self._has_valid(queue.chats) and (found is None or queue.clock < found.clock):
                found = queue
        return found

    def _has_valid(self, heap: list[_Entry]) -> bool:
        """Drops invalid entries from the top; returns whether a valid one is left."""
        while heap:
            chat = self._chats.get(heap[0].chat_id)
            if chat is not None and chat.entry == heap[0].number:
                return True
            heappop(heap)
        return False

    def _rest(self, chat_id: int) -> None:
        self._idle[chat_id] = None
        if len(self._idle) > IDLE_CHATS_KEPT:
            longest = next(iter(self._idle))
            del self._idle[longest], self._chats[longest]
