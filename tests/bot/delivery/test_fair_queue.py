"""Whose turn it is: pure calls, with time as an argument."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.delivery.fair_queue import CHATS_REFUSED, TALK_SECONDS, FairQueue, Priority
from bot.delivery.rate_limit import AT_ONCE, EAGERNESS, MARGIN, RateLimits, SlidingWindow, TokenBucket

TALK, FIRST, NOTICE = Priority.CONVERSATION, Priority.FIRST_CONTACT, Priority.NOTICE
UNLIMITED = RateLimits(per_chat=1e6, chat_burst=1e6, overall=1e6)
TELEGRAM = RateLimits(per_chat=1, chat_burst=5, overall=30)
GAP = MARGIN / 30 * EAGERNESS  # seconds between two messages where they keep a distance
IDLE = 10.0  # seconds after the start, when nothing of it is felt any more


class Waiting:
    """Chats with so many messages each, served by the queue's clock; records when each chat was served."""

    def __init__(self, limits: RateLimits) -> None:
        self.queue = FairQueue(limits, 0)
        self.left: dict[int, list[Priority]] = {}
        self.served: list[tuple[float, int]] = []

    def add(self, chat: int, priority: Priority, now: float, count: int = 1) -> None:
        self.left.setdefault(chat, []).extend([priority] * count)
        self.queue.offer(chat, self.left[chat][0], now)

    def go(self, now: float, until: float) -> float:
        """Serves what may be served until the given time, and returns the time reached."""
        while now <= until:
            chat = self.queue.pick(now)
            if chat is not None:
                self.served.append((now, chat))
                self.queue.depart(chat, now)
                self.left[chat].pop(0)
                self.queue.release(chat, self.left[chat][0] if self.left[chat] else None, now)
                continue
            ready_at = self.queue.ready_at(now)
            if ready_at is None:
                break
            now = ready_at
        return until

    def chats(self) -> list[int]:
        return [chat for _, chat in self.served]

    def when(self, chat: int) -> float:
        return next(at for at, served in self.served if served == chat)


def test_a_bucket() -> None:
    """A burst goes at once, the rest at the given rate; unused capacity comes back."""
    bucket = TokenBucket(rate=2, burst=3, now=100)
    for _ in range(3):
        assert bucket.ready_at(100) == 100
        bucket.take(100)
    assert bucket.ready_at(100) == 100.5
    assert bucket.ready_at(100.25) == 100.5
    bucket.take(100.5)
    assert bucket.ready_at(100.5) == 101
    assert bucket.ready_at(110) == 110
    bucket.hold(120)
    assert bucket.ready_at(110) == 120
    bucket.take(120)
    assert bucket.ready_at(120) == 120.5


def test_each_chat_has_its_rate() -> None:
    """Five at once, then one a second; no other chat waits for it."""
    waiting = Waiting(TELEGRAM)
    waiting.add(1, NOTICE, IDLE, 7)
    waiting.add(2, NOTICE, IDLE)
    waiting.go(IDLE, 2 * IDLE)
    assert [at - IDLE for at, chat in waiting.served if chat == 1] == pytest.approx([0, 0, 0, 0, 0, 1, 2])
    assert waiting.when(2) == IDLE
    assert waiting.queue.waiting == 0


def test_all_together_have_their_rate() -> None:
    """A third of it at once, the rest of a second's at distances, and then as many in each second."""
    waiting = Waiting(TELEGRAM)
    for chat in range(90):
        waiting.add(chat, TALK, IDLE)
    waiting.go(IDLE, 2 * IDLE)
    times = [at - IDLE for at, _ in waiting.served]
    assert times[:11] == pytest.approx([0] * 10 + [GAP])
    assert times[29] == pytest.approx(20 * GAP)
    assert times[30] == pytest.approx(MARGIN)
    assert times[-1] < 2 * MARGIN + 30 * GAP
    assert waiting.chats() == list(range(90))


def test_nothing_leaves_at_once_after_a_start() -> None:
    """An earlier process may have used its rate until now."""
    waiting = Waiting(TELEGRAM)
    for chat in range(40):
        waiting.add(chat, TALK, 0)
    waiting.go(0, 10)
    assert [at for at, _ in waiting.served][:30] == pytest.approx([number * GAP for number in range(30)])
    assert waiting.served[30][0] == pytest.approx(MARGIN)


def test_a_slow_rate_has_a_longer_window() -> None:
    """Of less than one message a second, the next one waits for the whole time; of thousands, the window is short."""
    slow, fast = SlidingWindow(0.25, 0), SlidingWindow(5000, 0)
    for window in (slow, fast):
        assert window.ready_at(100) == 100
        window.depart(100)
    assert slow.ready_at(100) == pytest.approx(100 + 4 * MARGIN)
    for _ in range(int(100 * AT_ONCE) - 1):
        assert fast.ready_at(100) == 100
        fast.depart(100)
    assert fast.ready_at(100) == pytest.approx(100 + EAGERNESS * MARGIN / 5000)


def test_what_has_not_left_keeps_its_place() -> None:
    """A message that was picked may leave at any time, so it counts until then, and for a second after."""
    window = SlidingWindow(2, 0)
    window.reserve(10)
    window.reserve(window.ready_at(10))
    assert window.ready_at(50) > 50
    window.give_back()
    window.depart(50)
    assert 50 < window.ready_at(51) <= 51 + MARGIN
    window.give_back()
    assert window.ready_at(51) == 51


def test_a_first_message_goes_before_a_fifth() -> None:
    """Chats of the same class take turns."""
    waiting = Waiting(UNLIMITED)
    for chat in (1, 2, 3):
        waiting.add(chat, FIRST, 0, 3)
    waiting.go(0, 0.5)
    assert waiting.chats() == [1, 2, 3] * 3


def test_who_was_served_longest_ago_goes_first() -> None:
    """A chat served more recently lets the others pass; a new one counts from its arrival."""
    waiting = Waiting(UNLIMITED)
    waiting.add(1, TALK, 1)
    waiting.go(1, 1.5)
    waiting.add(2, TALK, 2)
    waiting.go(2, 2.5)
    waiting.add(3, TALK, 3)
    waiting.add(2, TALK, 4)
    waiting.add(1, TALK, 4)
    waiting.go(4, 4.5)
    assert waiting.chats() == [1, 2, 1, 2, 3]


def test_whoever_talks_with_the_bot_does_not_wait_for_strangers() -> None:
    """With three thousand strangers and a thousand notices waiting, the first answer goes next, later ones at once."""
    waiting = Waiting(TELEGRAM)
    for chat in range(10, 3010):
        waiting.add(chat, FIRST, 0)
    for chat in range(5000, 6000):
        waiting.add(chat, NOTICE, 0)
    now = waiting.go(0, 10)
    for _ in range(5):
        waiting.add(1, TALK, now)
        waiting.go(now, now + 2)
        now += 2
    gaps = [at - (10 + 2 * turn) for turn, at in enumerate(at for at, chat in waiting.served if chat == 1)]
    assert len(gaps) == 5
    assert gaps[0] < 2 * MARGIN / 30
    assert max(gaps[1:]) == 0


def test_a_part_of_the_rate_is_kept_for_conversations() -> None:
    """While somebody talks to the bot, strangers leave a fifteenth of it unused; otherwise they have all of it."""
    waiting = Waiting(TELEGRAM)
    for chat in range(10, 3010):
        waiting.add(chat, FIRST, IDLE)
    now = waiting.go(IDLE, 2 * IDLE)
    assert len(waiting.served) == pytest.approx(30 / MARGIN * IDLE, abs=30)
    waiting.add(1, TALK, now)
    now = waiting.go(now, now + 2)
    for chat in (2, 3):
        waiting.add(chat, TALK, now)
    waiting.go(now, now + GAP)
    assert [at for at, chat in waiting.served if chat in (2, 3)] == pytest.approx([now, now + GAP])
    before = len(waiting.served)
    waiting.go(now + GAP, now + TALK_SECONDS)
    assert len(waiting.served) - before == pytest.approx(28 / MARGIN * TALK_SECONDS, abs=5)


def test_no_class_starves() -> None:
    """While all three classes wait, each gets its share; what one does not use goes to the others."""
    waiting = Waiting(TELEGRAM)
    for chat in range(2000):
        waiting.add(chat, TALK if chat < 1000 else FIRST, 0)
    for chat in range(5000, 6000):
        waiting.add(chat, NOTICE, 0)
    waiting.go(0, 20)
    kinds = Counter(TALK if chat < 1000 else FIRST if chat < 2000 else NOTICE for chat in waiting.chats())
    assert kinds[TALK] == pytest.approx(6 * kinds[NOTICE], abs=7)
    assert kinds[FIRST] == pytest.approx(3 * kinds[NOTICE], abs=4)
    before = len(waiting.served)
    waiting.go(20, 120)
    assert len(waiting.served) == 3000
    assert waiting.served[-1][0] == pytest.approx(3000 * MARGIN / 30, abs=1)
    assert before == pytest.approx(20 * 30 / MARGIN, abs=10)


def test_a_class_saves_nothing_up() -> None:
    """After a long time without notices, new ones do not hold up answers."""
    waiting = Waiting(UNLIMITED)
    for chat in range(600):
        waiting.add(chat, TALK, 0)
    waiting.go(0, 0.5)
    for chat in range(600, 620):
        waiting.add(chat, TALK, 1)
        waiting.add(chat + 1000, NOTICE, 1)
    waiting.go(1, 1.5)
    assert sum(chat >= 1000 for chat in waiting.chats()[600:614]) <= 3


def test_an_answer_lifts_its_chat_out_of_the_notices() -> None:
    """As soon as a chat waiting with a notice has an answer, it is served as one with an answer, and only once."""
    waiting = Waiting(RateLimits(per_chat=1, chat_burst=5, overall=1))
    for chat in range(1, 5):
        waiting.add(chat, NOTICE, 0)
    waiting.go(0, 0)
    waiting.left[4].insert(0, TALK)
    waiting.queue.offer(4, TALK, 0.5)
    waiting.go(0.5, 10)
    assert waiting.chats() == [1, 4, 2, 3, 4]


def test_who_is_being_served_is_not_served_twice() -> None:
    """Whatever arrives meanwhile waits until the chat is released."""
    queue = FairQueue(UNLIMITED, 0)
    queue.offer(1, TALK, 0)
    assert not queue.met(1)
    assert queue.pick(0) == 1
    assert queue.met(1)
    queue.offer(1, TALK, 0)
    assert queue.pick(0) is None
    assert queue.ready_at(0) is None
    queue.release(1, NOTICE, 1)
    assert queue.pick(1) == 1


def test_nothing_to_send_any_more() -> None:
    """A chat whose rows are gone has no turn; one that never had any is not remembered."""
    queue = FairQueue(UNLIMITED, 0)
    queue.offer(1, TALK, 0)
    queue.offer(1, None, 0)
    queue.offer(2, None, 0)
    assert queue.waiting == 0
    assert queue.pick(0) is None


def test_a_chat_that_was_refused_waits_as_told() -> None:
    """It is not served before the time that Telegram named, and then without a burst; others continue."""
    queue = FairQueue(TELEGRAM, -IDLE)
    queue.offer(1, TALK, 0)
    queue.offer(2, TALK, 0)
    assert queue.pick(0) == 1
    queue.depart(1, 0)
    queue.refuse(1, 7)
    queue.release(1, TALK, 0)
    assert queue.pick(0) == 2
    assert queue.ready_at(0) == 7
    assert queue.pick(6.9) is None
    assert queue.pick(7) == 1
    queue.depart(1, 7)
    queue.release(1, TALK, 7)
    assert queue.ready_at(7) == 8


def test_many_refusals_in_a_row_stop_everybody() -> None:
    """They mean that the overall limit is reached; one message accepted in between shows that it is not."""
    queue = FairQueue(TELEGRAM, -IDLE)
    for chat in range(3 * CHATS_REFUSED):
        queue.offer(chat, TALK, 0)
    refuse(queue, CHATS_REFUSED - 1, 0)
    queue.accept()
    refuse(queue, CHATS_REFUSED - 1, 2)
    assert queue.ready_at(4) == 4
    refuse(queue, 1, 4)
    assert queue.ready_at(4) == 9
    assert queue.pick(8.9) is None
    assert queue.pick(9) is not None
    assert queue.ready_at(9) == pytest.approx(9 + GAP)


def refuse(queue: FairQueue, chats: int, now: float) -> None:
    """Has Telegram refuse so many chats, one after another."""
    for _ in range(chats):
        chat = queue.pick(now)
        assert chat is not None
        queue.depart(chat, now)
        queue.refuse(chat, 9)
        queue.release(chat, TALK, now)


def test_idle_chats_are_not_remembered_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those idle for longest are forgotten first."""
    monkeypatch.setattr("bot.delivery.fair_queue.IDLE_CHATS_KEPT", 3)
    waiting = Waiting(UNLIMITED)
    for chat in range(6):
        waiting.add(chat, FIRST, chat)
        waiting.go(chat, chat)
    assert [chat for chat in range(6) if waiting.queue.met(chat)] == [3, 4, 5]
    waiting.add(3, FIRST, 6)
    waiting.add(7, FIRST, 7)
    waiting.go(7, 7)
    assert [chat for chat in range(8) if waiting.queue.met(chat)] == [3, 5, 7]
