"""The parent's end of the connection to the zygote."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Self

from benchmarks.chaos.bots.zygote import STOP

if TYPE_CHECKING:
    import socket

    from benchmarks.chaos.bots.job import Job


class Zygote:
    """The process that forks bots, from the parent's point of view."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line

    async def __aenter__(self) -> Self:
        self._reader, self._writer = await asyncio.open_connection(sock=self._line.dup())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()

    def ask(self, job: Job, *, kills: int = 0, seed: int = 0, until_told: bool = False) -> None:
        """Orders bots."""
        order = {"job": asdict(job), "kills": kills, "seed": seed, "until_told": until_told}
        self._writer.write(json.dumps(order).encode() + b"\n")

    def stop(self) -> None:
        """Cancels the order."""
        self._writer.write(STOP)

    async def hear(self) -> dict[str, Any]:
        """Waits for the next report."""
        report: dict[str, Any] = json.loads(await self._reader.readline())
        return report

    async def end(self) -> int:
        """Waits for the exit code of a bot that is not killed."""
        code: int = (await self.hear())["code"]
        return code
