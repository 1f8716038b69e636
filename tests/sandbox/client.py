from __future__ import annotations

import asyncio
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.patience import PATIENCE_SECONDS, stretched

if TYPE_CHECKING:
    from collections.abc import Callable

    import aiohttp

    from sandbox.server.server import RunningSandbox

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 7, 5) + b"\x08\x02\x00\x00\x00"


async def until(condition: Callable[[], object]) -> None:
    """Waits for something that another task causes."""
    async with asyncio.timeout(stretched(PATIENCE_SECONDS)):
        while not condition():  # noqa: ASYNC110  what is waited for has no event of its own
            await asyncio.sleep(0.001)


@dataclass(slots=True)
class Clock:
    """A clock that a test moves."""

    seconds: float = 1_700_000_000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass(frozen=True, slots=True)
class Client:
    """A bot without a library."""

    session: aiohttp.ClientSession
    sandbox: RunningSandbox

    async def ask(self, method: str, **values: object) -> dict[str, Any]:
        """Returns the whole answer to a call in JSON, after comparing its status with its error code."""
        url = f"{self.sandbox.url}/bot{self.sandbox.world.token}/{method}"
        async with self.session.post(url, json=values) as response:
            answer: dict[str, Any] = await response.json()
        assert response.status == answer.get("error_code", 200)
        return answer

    async def call(self, method: str, **values: object) -> Any:  # noqa: ANN401  results differ by method
        answer = await self.ask(method, **values)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **values: object) -> str:
        answer = await self.ask(method, **values)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def updates(self, **values: object) -> list[int]:
        """Returns the ids that a poll returns, in its order."""
        return [update["update_id"] for update in await self.call("getUpdates", **values)]

    async def control(self, method: str, path: str, body: object = None) -> Any:  # noqa: ANN401
        async with self.session.request(method, f"{self.sandbox.url}/control/{path}", json=body) as response:
            assert response.status == 200, await response.text()
            return await response.json()
