from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox.people.person import Person
from sandbox.server.server import RunningSandbox, running
from sandbox.world.world import World
from tests.sandbox.client import Client, Clock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def world(clock: Clock) -> World:
    return World(clock=clock)


@pytest.fixture
def person(world: World) -> Person:
    """A person who has started the bot; the update about it is confirmed."""
    aigul = Person.meet(world, 100, "Aigul", username="aigul", language_code="kk")
    aigul.start()
    world.updates.clear()
    return aigul


@pytest.fixture
async def sandbox(world: World) -> AsyncIterator[RunningSandbox]:
    async with running(world) as served:
        yield served


@pytest.fixture
async def client(sandbox: RunningSandbox) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(session, sandbox)


@pytest.fixture
async def bot(sandbox: RunningSandbox) -> AsyncIterator[Bot]:
    api = TelegramAPIServer.from_base(sandbox.url)
    async with Bot(sandbox.world.token, session=AiohttpSession(api=api)) as made:
        yield made
