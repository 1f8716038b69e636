"""A process that imports everything once and forks bots on request, which saves four seconds of imports each."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import sys
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks.chaos.bots.job import Job
from benchmarks.chaos.bots.plan import Killer
from storage.history.head_file import PENDING

if TYPE_CHECKING:
    from benchmarks.chaos.bots.board import Board

STOP = b"!"
STOP_SECONDS = 60.0
ENDED_TOO_OFTEN = 20  # a bot that ends by itself this often will not recover


def start(board: Board, editions: str = "") -> tuple[int, socket.socket]:
    """Forks the zygote, before this process has threads or a loop; returns its process id and the connection to it.

    Bots find a folder of further `editions` already loaded.
    """
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid:
        theirs.close()
        return pid, ours
    ours.close()
    try:
        with suppress(BrokenPipeError):
            _serve(theirs, board, editions)
    except BaseException:  # noqa: BLE001  # a forked process must never return into its parent's code
        traceback.print_exc()
    os._exit(0)


def _serve(line: socket.socket, board: Board, editions: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides; its end closes the line
    from benchmarks.chaos.bots import ours, roles  # noqa: F401, PLC0415  # aiogram, once for all forks
    from bot.process import freeze_gc  # noqa: PLC0415  # only in the zygote

    for further in {"", editions}:
        ours.warm_up(further)
    freeze_gc()
    nursery = Nursery(line, board)
    while order := _read_order(line):
        asked: dict[str, Any] = json.loads(order)
        job = Job(**asked["job"])
        if asked["kills"]:
            nursery.harass(job, asked["kills"], asked["seed"])
        else:
            nursery.leave_alone(job, until_told=asked["until_told"])


def _read_order(line: socket.socket) -> bytes:
    # Byte by byte, because a stop signal may follow. One that came too late for the last order precedes this one.
    order = b""
    while not order.endswith(b"\n"):
        byte = line.recv(1)
        if not byte:
            return b""
        order += byte
    return order.lstrip(STOP)


@dataclass(slots=True)
class Nursery:
    """Forks bots, one at a time, and reports how they end."""

    line: socket.socket
    board: Board
    child: int = 0
    code: int | None = None

    def harass(self, job: Job, kills: int, seed: int) -> None:
        """Forks and kills that many times, or until told to stop."""
        killer, done, ended = Killer(self.board, Random(seed)), 0, 0
        while done < kills and ended < ENDED_TOO_OFTEN and not self._told():
            self._fork(job)
            born = time.monotonic()
            if not killer.wait_for_the_moment(self._ended):
                ended += 1
                self._say({"ended": self.code})
                continue
            self._kill()
            done += 1
            self._say(
                {
                    "stage": self.board.stage.name.lower(),
                    "committing": self.board.committing,
                    "sending": self.board.sending,
                    "announced": _announced(job),
                    "lived": time.monotonic() - born,
                }
            )
        self._say({"done": True})

    def leave_alone(self, job: Job, *, until_told: bool) -> None:
        """Forks one bot and waits for its end; stops it when the parent says so."""
        self._fork(job)
        while not self._ended() and not (until_told and self._told()):
            time.sleep(0.01)
        if self.code is None:
            os.kill(self.child, signal.SIGTERM)
            deadline = time.monotonic() + STOP_SECONDS
            while not self._ended() and time.monotonic() < deadline:
                time.sleep(0.01)
        self._kill()
        self._say({"done": True, "code": self.code})

    def _fork(self, job: Job) -> None:
        self.board.clear()
        self.code = None
        self.child = os.fork()
        if not self.child:
            self.line.close()
            _be(job, self.board)

    def _ended(self) -> bool:
        if self.code is None:
            pid, status = os.waitpid(self.child, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
            elif self._gone():
                self._kill()
                os._exit(0)
        return self.code is not None

    def _kill(self) -> None:
        if self.code is None:
            os.kill(self.child, signal.SIGKILL)
            self.code = os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])

    def _told(self) -> bool:
        if not select.select([self.line], [], [], 0)[0]:
            return False
        self.line.recv(1)
        return True

    def _gone(self) -> bool:
        if not select.select([self.line], [], [], 0)[0]:
            return False
        return not self.line.recv(1, socket.MSG_PEEK)

    def _say(self, told: dict[str, Any]) -> None:
        self.line.sendall(json.dumps(told).encode() + b"\n")


def _announced(job: Job) -> bool:
    """Whether the bot died between announcing an entry of the history and confirming it."""
    lines = job.heads.read_text(encoding="utf-8").splitlines() if job.heads.exists() else []
    return bool(lines) and lines[-1].startswith(PENDING)


def _be(job: Job, board: Board) -> None:
    """Turns this process into the bot; never returns."""
    from benchmarks.chaos.bots import roles  # noqa: PLC0415  # already imported

    code = 1
    try:
        with job.log.open("ab", buffering=0) as log:
            os.dup2(log.fileno(), sys.stderr.fileno())
        roles.play(job, board)
        code = 0
    except BaseException:  # noqa: BLE001  # whatever it is, this process ends here
        traceback.print_exc()
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)
