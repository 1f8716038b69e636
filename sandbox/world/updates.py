"""The queue of updates the bot has not confirmed."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.http.answers import JsonObject

# Client.h, DEFAULT_ALLOWED_UPDATE_TYPES: all but these.
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FUTURE = 10
PAST = 2_000_000


@dataclass(slots=True)
class Pending:
    """A queued update; those of one `lane` are delivered in order."""

    update_id: int
    body: JsonObject
    lane: int
    expires_at: float


def chat_id_of(update: JsonObject) -> int | None:
    """The chat of an update, or else the person."""
    for payload in update.values():
        if isinstance(payload, dict):
            inner = payload.get("message") or {}
            about = payload.get("chat") or inner.get("chat") or payload.get("from") or {}
            return about.get("id")
    return None


@dataclass(slots=True)
class UpdateQueue:
    """Updates in order of their ids, each kept until it is confirmed or expires.

    After tdlib/td, tddb/td/db/TQueue.cpp. `repeats` are confirmed updates that a fault delivers again. `listeners` are
    called for every new update.
    """

    next_id: int = 1
    allowed: frozenset[str] = frozenset()
    pending: dict[int, Pending] = field(default_factory=dict)
    repeats: list[Pending] = field(default_factory=list)
    listeners: list[Callable[[Pending], None]] = field(default_factory=list, repr=False, compare=False)

    def accepts(self, kind: str) -> bool:
        """Whether the bot has asked for updates of this kind."""
        return kind in self.allowed if self.allowed else kind not in UNASKED

    def push(self, content: JsonObject, lane: int, expires_at: float) -> int:
        """Queues an update and returns its id, which is the next one unless `content` has its own.

        Raises:
            ValueError: an update with this id is already queued.
        """
        update_id = int(content.get("update_id", self.next_id))
        if update_id in self.pending:
            raise ValueError(f"update {update_id} is pending already")
        update = Pending(update_id, {**content, "update_id": update_id}, lane, expires_at)
        self.pending[update_id] = update
        if update_id < self.next_id:
            self.pending = dict(sorted(self.pending.items()))
        self.next_id = max(self.next_id, update_id + 1)
        for listener in self.listeners:
            listener(update)
        return update_id

    def confirm(self, offset: int) -> list[Pending]:
        """Removes the updates before `offset` and returns them.

        A negative offset keeps that many of the newest. One far outside the queue confirms nothing, as in TQueue.cpp,
        `get`: ids may have been restarted.
        """
        if offset < 0:
            forgotten = list(islice(self.pending, max(len(self.pending) + offset, 0)))
        elif offset > self.next_id + FUTURE or offset < self.next_id - PAST:
            return []
        else:
            forgotten = list(takewhile(offset.__gt__, self.pending))
        return [self.pending.pop(update_id) for update_id in forgotten]

    def take(self, limit: int, now: float) -> list[JsonObject]:
        """Returns the oldest updates, which stay in the queue, and drops expired ones."""
        found: list[JsonObject] = []
        stale: list[int] = []
        for update in self.pending.values():
            if update.expires_at < now:
                stale.append(update.update_id)
            elif len(found) == limit:
                break
            else:
                found.append(update.body)
        for update_id in stale:
            del self.pending[update_id]
        return found

    def clear(self) -> None:
        """Drops all queued updates."""
        self.pending.clear()
        self.repeats.clear()
