"""`python -m bot demo`: an office at work in the chat page, to look at before installing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp

from bot import clock
from bot.cli.local import Scenario, run_scenario
from bot.demo.fill import fill, neighbours
from bot.demo.people import ON_THE_PAGE, TEAM

if TYPE_CHECKING:
    from bot.settings import Settings


def run_demo(settings: Settings, port: int) -> int:
    """Runs the bot on the stand-in with three offices, five people, thirty applications and four complaints."""
    return run_scenario(settings, port, Scenario(_prepare, (*ON_THE_PAGE, *neighbours())))


async def _prepare(settings: Settings, address: str) -> None:
    await fill(settings, clock.now())
    async with aiohttp.ClientSession() as session:
        for officer in TEAM:  # the bot answers with the queue once it is up
            act = {"user": officer.user_id, "do": "text", "text": "/queue"}
            async with session.post(f"{address}/control/act", json=act) as answer:
                answer.raise_for_status()
