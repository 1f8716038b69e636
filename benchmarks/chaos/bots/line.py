"""The parent's end of the line to the zygote."""

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
    """Whoever forks bots, as the parent talks to it."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line

    async def __aenter__(self) -> Self:
        self._reader, self._writer = await asyncio.open_connection(sock=self._line.dup())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()

    def ask(self, job: Job, *, kills: int = 0, seed: int = 0, until_told: bool = False) -> None:
        """Order bots."""
        order = {"job": asdict(job), "kills": kills, "seed": seed, "until_told": until_told}
        self._writer.write(json.dumps(order).encode() + b"\n")

    def stop(self) -> None:
        """End what was ordered."""
        self._writer.write(STOP)

    async def hear(self) -> dict[str, Any]:
        """The next report."""
        told: dict[str, Any] = json.loads(await self._reader.readline())
        return told

    async def end(self) -> int:
        """The code that a bot left alone ended with."""
        code: int = (await self.hear())["code"]
        return code
