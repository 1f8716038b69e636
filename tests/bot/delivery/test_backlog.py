"""What waits for each chat: which rows are in memory, and which are still to be read. Pure."""

from __future__ import annotations

import pytest

from bot.delivery.backlog import ROWS_PER_LANE, Backlog
from bot.delivery.fair_queue import Priority
from domain.files import Attachment
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.outbox import Outgoing

CHAT = 5


def row(number: int, *, chat: int = CHAT, notice: bool = False, key: str = "", file: int = 0) -> Outgoing:
    request = BotApiRequest("sendMessage", {}, Attachment("a.docx", bytes(file)) if file else None)
    return Outgoing(number, f"t{number}", chat, "system", request, notice, key)


def sent(backlog: Backlog) -> list[int]:
    """Returns the rows in memory, in the order of sending."""
    found = []
    while head := backlog.next_row(CHAT):
        found.append(head.id)
        backlog.replace(head)
    return found


def of(*rows: Outgoing, known: bool = False) -> Backlog:
    backlog = Backlog()
    for each in rows:
        backlog.add(each, known=known)
    return backlog


def test_answers_go_before_notices() -> None:
    """Each kind keeps its order; the chat's class is that of the row it is sent next."""
    backlog = of(row(1, notice=True), row(2), row(3, notice=True), row(4))
    assert backlog.priority(CHAT) is Priority.FIRST_CONTACT
    backlog.add(row(5), known=True)
    assert backlog.priority(CHAT) is Priority.CONVERSATION
    for number in (2, 4, 5):
        head = backlog.next_row(CHAT)
        assert head is not None
        assert head.id == number
        backlog.replace(head)
    assert backlog.priority(CHAT) is Priority.NOTICE
    assert sent(backlog) == [1, 3]
    assert backlog.priority(CHAT) is None
    assert list(backlog.chats) == []


def test_what_finds_no_room_is_read_later() -> None:
    """The same goes for all rows that come after it; the other lane is not affected."""
    backlog = of(*(row(number) for number in range(1, 101)), row(101, notice=True))
    assert backlog.lane_to_read(CHAT) is None
    for number in range(1, ROWS_PER_LANE + 1):
        head = backlog.next_row(CHAT)
        assert head is not None
        assert head.id == number
        backlog.replace(head)
    assert backlog.next_row(CHAT) is None
    assert backlog.lane_to_read(CHAT) is False
    backlog.add(row(102), known=False)
    assert backlog.next_row(CHAT) is None
    backlog.store_read(CHAT, [row(33)], notices=False, more=False)
    assert sent(backlog) == [33, 101]


def test_memory_is_bounded_whoever_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of many chats, or with large files, are left unread; sending makes room again."""
    monkeypatch.setattr("bot.delivery.backlog.MEMORY_BYTES", 100_000)
    large = of(row(1, file=90_000), row(2, file=90_000))
    has_room = [large.has_room]
    assert sent(large) == [1]
    assert large.lane_to_read(CHAT) is False
    assert [*has_room, large.has_room] == [False, True]
    many = of(*(row(number, chat=number) for number in range(1, 100)))
    assert sum(many.next_row(chat) is not None for chat in range(1, 100)) == 100_000 // 4096
    many.forget(1)
    many.add(row(1, chat=1), known=False)
    assert many.next_row(1) is not None


def test_the_newest_of_those_with_one_key_is_sent() -> None:
    """It keeps its own place; rows with other keys, of other chats or without a key stay."""
    backlog = of(
        row(1, notice=True, key="a"),
        row(2, notice=True),
        row(3, notice=True, key="b"),
        row(4, notice=True, key="a"),
        row(5, notice=True),
        row(6, chat=6, notice=True, key="a"),
    )
    assert sent(backlog) == [2, 3, 4, 5]
    assert backlog.next_row(6) is not None


def test_a_row_replaced_while_it_was_being_sent() -> None:
    """What happens to it does not affect the waiting rows."""
    old = row(1, notice=True, key="a")
    backlog = of(old, row(2, notice=True, key="a"))
    backlog.replace(old)
    backlog.replace(row(9, chat=99))
    assert sent(backlog) == [2]


def test_a_row_that_goes_otherwise_keeps_its_place() -> None:
    """An edit that became a message of its own is still next."""
    first = row(1)
    backlog = of(first, row(2))
    backlog.replace(first, row(7))
    assert sent(backlog) == [7, 2]


def test_a_chat_that_is_forgotten() -> None:
    """Nothing is sent to it; when its rows are read again, they are read from the first."""
    backlog = of(row(1), row(2, notice=True))
    backlog.forget(CHAT)
    backlog.forget(CHAT)
    assert backlog.priority(CHAT) is None
    assert backlog.lane_to_read(CHAT) is None
    backlog.add_unread(CHAT, notices=True)
    assert backlog.priority(CHAT) is Priority.NOTICE
    assert backlog.lane_to_read(CHAT) is True
    backlog.store_read(CHAT, [], notices=True, more=False)
    assert backlog.lane_to_read(CHAT) is None
    assert backlog.priority(CHAT) is None
