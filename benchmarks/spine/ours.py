"""The real processor, database, encryption and sender, with an API that accepts everything at once."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from aiogram.types import User

from benchmarks.spine.workload import ME, TOKEN, USERS, messages, our_echo
from bot.container import ContainerFactory, ContainerOptions
from bot.data_folder import open_papers, open_stores
from bot.delivery.rate_limit import RateLimits
from bot.delivery.sender import Sender
from bot.making.making import open_making
from bot.resources import Wording, load_library
from bot.settings import Settings
from bot.updates.admission import Admission, TapCounter
from bot.updates.dispatch import Dispatch, MuteBot
from bot.updates.processor import Processor
from domain.limits import UNLIMITED as FREE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from aiogram import Router

    from benchmarks.spine.workload import Payload
    from domain.files import Attachment

UNLIMITED = 1e9
WARM_BATCH = 64


class AcceptingApi:
    """Accepts every call at once."""

    def __init__(self) -> None:
        self.accepted = 0
        self._wanted = 0
        self._enough = asyncio.Event()

    async def call(self, method: str, parameters: dict[str, Any], seconds: float = 0) -> Any:  # noqa: ANN401, ARG002
        """Counts the call."""
        self.accepted += 1
        if self.accepted >= self._wanted:
            self._enough.set()
        return {}

    async def upload(
        self,
        method: str,
        parameters: dict[str, Any],
        file: Attachment,  # noqa: ARG002
        beside: Attachment | None = None,  # noqa: ARG002
    ) -> Any:  # noqa: ANN401
        """Counts the call."""
        return await self.call(method, parameters)

    async def until(self, accepted: int) -> None:
        """Waits until that many calls were made."""
        self._wanted = accepted
        self._enough.clear()
        if self.accepted < accepted:
            await self._enough.wait()


class Ours:
    """Runs batches to their commit, until every reply is sent."""

    def __init__(self, processor: Processor, api: AcceptingApi, folder: Path) -> None:
        self.processor = processor
        self.folder = folder
        self._api = api

    async def process(self, batches: Sequence[Sequence[Payload]]) -> None:
        """Processes the batches in order; returns when all is committed and every reply accepted."""
        wanted = self._api.accepted + sum(map(len, batches))
        for batch in batches:
            await self.processor.process(batch)
        await self._api.until(wanted)

    async def warm(self, users: int = USERS) -> int:
        """Meets everybody once, so that their keys exist; returns the next free update id."""
        self.processor.careful = False
        line = messages(1, users)
        for start in range(0, users, WARM_BATCH):
            await self.process([list(islice(line, min(WARM_BATCH, users - start)))])
        return users + 1


@asynccontextmanager
async def ours(router: Router | None = None) -> AsyncIterator[Ours]:
    """The processor on a new data folder."""
    with TemporaryDirectory(prefix="tirkeu-bench-") as name:
        folder = Path(name)
        settings = Settings(_env_file=None, data_dir=folder)
        async with AsyncExitStack() as stack:
            database, keys = await open_stores(settings, stack)
            library = load_library(settings)
            dispatch = Dispatch(MuteBot(TOKEN, User.model_validate(ME)), (router or our_echo(),))
            stack.push_async_callback(dispatch.bot.session.close)
            api = AcceptingApi()
            limits = RateLimits(per_chat=UNLIMITED, chat_burst=UNLIMITED, overall=UNLIMITED)
            papers = open_papers(settings, library, dispatch.bot_name)
            maker = await open_making(settings, stack, library, keys, papers)
            sender = Sender(api, database, keys, limits, maker)
            await sender.start()
            containers = ContainerFactory(ContainerOptions(library), papers)
            admission = Admission(TapCounter(FREE))
            processor = Processor(
                database, keys, dispatch, containers, sender, Wording(library, settings.language), admission
            )
            yield Ours(processor, api, folder)
            await sender.drain(10)
