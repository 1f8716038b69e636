"""Whose file is next: pure calls, with time as an argument."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from bot.jobs.upload_turns import LANES, QUOTA_SECONDS, SLOW_SECONDS, WINDOW_SECONDS, UploadTurns
from storage.uploads import Waiting
from tests.factories.uploads import offered

A, B, C, D = 1, 2, 3, 4
QUICK = 1.0  # seconds


class Queue:
    """Files that wait, and those being served."""

    def __init__(self) -> None:
        self.turns = UploadTurns()
        self.waiting: list[Waiting] = []
        self.served: list[Waiting] = []
        self.last = 0

    def add(self, *people: int) -> None:
        for person in people:
            self.last += 1
            self.waiting.append(Waiting(self.last, f"case{person}", person, "identity", 0, offered()))

    def start(self, now: float = 0) -> Waiting | None:
        picked = self.turns.pick(self.waiting, now)
        if picked is not None:
            self.served.append(picked)
        return picked

    def end(self, served: Waiting, seconds: float = QUICK, now: float = 0) -> None:
        self.waiting.remove(served)
        self.turns.end(served, seconds, now)

    def serve(self, seconds: float = QUICK, now: float = 0) -> int | None:
        """Serves one file, and returns whose it was."""
        served = self.start(now)
        if served is not None:
            self.end(served, seconds, now)
        return None if served is None else served.applicant


def test_people_take_turns() -> None:
    """Whoever has sent six files waits after each for those who have sent fewer."""
    queue = Queue()
    queue.add(A, A, A, A, A, A, B, B, C)
    assert [queue.serve() for _ in range(10)] == [A, B, C, A, B, A, A, A, A, None]


def test_who_comes_does_not_pass_who_waits() -> None:
    """However many others come, the next file of a person has its turn."""
    queue = Queue()
    queue.add(A, A, A)
    assert queue.serve() == A
    queue.add(B, C)
    assert queue.serve() == A
    queue.add(D)
    assert [queue.serve() for _ in range(4)] == [B, C, A, D]


def test_a_person_has_one_lane() -> None:
    """Their files are served one after another, in the order in which they came, whichever list names them first."""
    queue = Queue()
    queue.add(A, A, A)
    queue.waiting.reverse()
    first = queue.start()
    assert first is not None
    assert first.id == 1
    assert queue.start() is None
    queue.end(first)
    assert [queue.serve() for _ in range(2)] == [A, A]
    assert [each.id for each in queue.served] == [1, 2, 3]


def test_slow_files_leave_a_lane() -> None:
    """Of people whose recent files were slow only one is served at a time; anybody else has the other lane at once."""
    queue = Queue()
    queue.add(A, A, B, B)
    for _ in range(2):
        queue.serve(SLOW_SECONDS)
    slow = queue.start()
    assert slow is not None
    assert slow.applicant == A
    assert queue.start() is None
    queue.add(C)
    other = queue.start()
    assert other is not None
    assert other.applicant == C
    assert not queue.turns.has_room
    queue.end(slow)
    assert queue.serve() == B
    queue.end(other)
    assert queue.serve(now=WINDOW_SECONDS) is None


def test_a_file_that_is_slow_now_counts() -> None:
    """Somebody's first file that takes long keeps those out of the other lane whose last one did."""
    queue = Queue()
    queue.add(A, A, B)
    queue.serve(SLOW_SECONDS)
    unknown = queue.start(QUICK)
    assert unknown is not None
    assert unknown.applicant == B
    assert queue.start(QUICK + SLOW_SECONDS) is None
    queue.end(unknown, SLOW_SECONDS, QUICK + SLOW_SECONDS)
    assert queue.serve(now=QUICK + SLOW_SECONDS) == A


def test_who_has_used_up_their_time_waits_behind_the_others() -> None:
    """Until the files that used it are ten minutes old; if nobody else waits, they are served all the same."""
    queue = Queue()
    queue.add(*[A] * 70)
    for _ in range(int(QUOTA_SECONDS / QUICK)):
        assert queue.serve() == A
    assert queue.turns.late_cases() == ["case1"]
    queue.add(B, B, C)
    assert [queue.serve(now=1) for _ in range(4)] == [B, C, B, A]
    queue.add(B, B)
    assert [queue.serve(now=WINDOW_SECONDS) for _ in range(3)] == [A, B, A]
    assert queue.turns.late_cases() == []


def test_slow_files_are_read_last() -> None:
    """The cases of whoever has had one are named, so that they do not hide the files of others."""
    queue = Queue()
    queue.add(A, B)
    queue.serve(SLOW_SECONDS)
    queue.serve(QUICK)
    assert queue.turns.late_cases() == ["case1"]


def test_what_took_no_cleaning_uses_nothing() -> None:
    """Telegram's faults are nobody's."""
    queue = Queue()
    queue.add(A)
    assert queue.serve(0.0) == A
    assert queue.turns.late_cases() == []


@pytest.mark.parametrize("seed", range(20))
def test_whatever_comes(seed: int) -> None:
    """Lanes are limited, nobody has two, slow ones never all, each person's files are in order, and all are served."""
    chance, queue, now = Random(seed), Queue(), 0.0
    costs = {person: chance.choice([QUICK, QUICK, 2 * SLOW_SECONDS, 20.0]) for person in range(8)}
    serving: list[tuple[float, Waiting]] = []
    had_slow: dict[int, float] = {}  # people, and when that ended
    for _ in range(600):
        if queue.last < 300 and chance.random() < 0.4:
            queue.add(*[chance.choice([0, chance.randrange(8)])] * chance.choice([1, 1, 6]))
        while (served := queue.start(now)) is not None:
            slow = [who for who in had_slow if had_slow[who] + WINDOW_SECONDS > now]
            others = [each.applicant for _, each in serving]
            assert served.applicant not in others
            assert len(others) < LANES
            assert served.applicant not in slow or not set(others) & set(slow)
            serving.append((now + costs[served.applicant], served))
        if serving and chance.random() < 0.7:
            serving.sort(key=lambda each: each[0])
            now, ended = serving.pop(0)
            queue.end(ended, costs[ended.applicant], now)
            if costs[ended.applicant] >= SLOW_SECONDS:
                had_slow[ended.applicant] = now
    while queue.waiting:
        while (served := queue.start(now)) is not None:
            serving.append((now, served))
        now += QUICK
        queue.end(serving.pop(0)[1], QUICK, now)
    for person, count in Counter(each.applicant for each in queue.served).items():
        ids = [each.id for each in queue.served if each.applicant == person]
        assert ids == sorted(ids)
        assert len(ids) == len(set(ids)) == count
    assert len(queue.served) == queue.last
