"""What waits to be sent in each chat: the next rows in memory, the rest in the outbox."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.delivery.fair_queue import Priority

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.messaging.outbox import Outgoing

ROWS_PER_LANE = 32
ROW_BYTES = 4096  # approximate memory of a row without its file
MEMORY_BYTES = 16 << 20


@dataclass(slots=True)
class _Lane:
    """Rows in memory, and whether more follow in the outbox."""

    rows: tuple[Outgoing, ...] = ()
    unread: bool = False

    def __bool__(self) -> bool:
        return self.unread or bool(self.rows)


@dataclass(slots=True)
class _Chat:
    answers: _Lane = field(default_factory=_Lane)
    notices: _Lane = field(default_factory=_Lane)
    known: bool = False

    def lane(self, *, notices: bool) -> _Lane:
        return self.notices if notices else self.answers


class Backlog:
    """Two lanes for each chat, answers before notices, each in commit order.

    A row that does not fit into memory stays unread, as do all later rows of its lane.
    """

    def __init__(self) -> None:
        self._chats: dict[int, _Chat] = {}
        self._bytes = 0

    @property
    def chats(self) -> Iterable[int]:
        """All chats with something waiting."""
        return tuple(self._chats)

    @property
    def has_room(self) -> bool:
        """Whether there is room to read ahead."""
        return self._bytes < MEMORY_BYTES // 2

    def add(self, row: Outgoing, *, known: bool) -> None:
        """Adds a row that was just committed; `known`: the bot had met the person before."""
        chat = self._chats.get(row.chat_id)
        if chat is None:
            chat = self._chats[row.chat_id] = _Chat()
        chat.known |= known
        lane = chat.lane(notices=row.notice)
        if row.merge_key:
            self._put(lane, tuple(each for each in lane.rows if each.merge_key != row.merge_key))
        weight = _weight(row)
        if lane.unread or len(lane.rows) >= ROWS_PER_LANE or self._bytes + weight > MEMORY_BYTES:
            lane.unread = True
        else:
            lane.rows += (row,)
            self._bytes += weight

    def add_unread(self, chat_id: int, *, notices: bool) -> None:
        """Notes that rows of the chat wait in the outbox."""
        self._chats.setdefault(chat_id, _Chat()).lane(notices=notices).unread = True

    def priority(self, chat_id: int) -> Priority | None:
        """The class of the chat's next message; None if nothing waits."""
        chat = self._chats.get(chat_id)
        if chat is None:
            return None
        if not chat.answers:
            return Priority.NOTICE
        return Priority.CONVERSATION if chat.known else Priority.FIRST_CONTACT

    def next_row(self, chat_id: int) -> Outgoing | None:
        """The chat's next row in memory; None if nothing waits, or it has to be read first."""
        chat = self._chats.get(chat_id)
        rows = (chat.answers or chat.notices).rows if chat else ()
        return rows[0] if rows else None

    def lane_to_read(self, chat_id: int) -> bool | None:
        """The lane to read before the chat can be served: notices (True), answers (False), or neither (None)."""
        chat = self._chats.get(chat_id)
        if chat is None or self.next_row(chat_id) is not None:
            return None
        return not chat.answers

    def store_read(self, chat_id: int, rows: Iterable[Outgoing], *, notices: bool, more: bool) -> None:
        """Stores rows read from the outbox."""
        lane = self._chats[chat_id].lane(notices=notices)
        self._put(lane, tuple(rows))
        lane.unread = more
        self._forget_if_empty(chat_id)

    def replace(self, row: Outgoing, *instead: Outgoing) -> None:
        """Replaces a row after it was sent or changed; does nothing if a later row has already replaced it."""
        chat = self._chats.get(row.chat_id)
        lane = chat.lane(notices=row.notice) if chat else None
        if lane is not None and lane.rows and lane.rows[0] is row:
            self._bytes += sum(map(_weight, instead)) - _weight(row)
            lane.rows = instead + lane.rows[1:]
            self._forget_if_empty(row.chat_id)

    def unload(self, chat_id: int) -> None:
        """Drops the rows in memory, so that they are read again: they may be erased or replaced by then."""
        chat = self._chats.get(chat_id)
        for lane in (chat.answers, chat.notices) if chat else ():
            if lane.rows:
                self._put(lane, ())
                lane.unread = True

    def forget(self, chat_id: int) -> None:
        """Drops the chat; its rows stay in the outbox."""
        chat = self._chats.pop(chat_id, None)
        if chat is not None:
            self._put(chat.answers, ())
            self._put(chat.notices, ())

    def _put(self, lane: _Lane, rows: tuple[Outgoing, ...]) -> None:
        self._bytes += sum(map(_weight, rows)) - sum(map(_weight, lane.rows))
        lane.rows = rows

    def _forget_if_empty(self, chat_id: int) -> None:
        chat = self._chats[chat_id]
        if not chat.answers and not chat.notices:
            del self._chats[chat_id]


def _weight(row: Outgoing) -> int:
    file = row.request.file
    return ROW_BYTES + (len(file.content) if file else 0)
