"""An office behind the front door: its staff, its cases, and helpers that tap and type."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from dialogs.ui.callback_data import CaseworkCallback
from domain.applications.case import Case, CaseState
from domain.standard.edition import Standard
from tests.factories.cases import another, worked
from tests.factories.people import team
from tests.handlers.front_door import Answer, FrontDoor, front_door

NUMBER = "2-3/2026-1"


@asynccontextmanager
async def manned(folder: Path) -> AsyncIterator[FrontDoor]:
    async with front_door(folder) as opened:
        await opened.put(*team())
        yield opened


async def has(door: FrontDoor, standard: Standard, state: CaseState, number: int = 1, **changes: Any) -> Case:  # noqa: ANN401  # fields of any type
    """Stores a case in this state at the office."""
    case = another(worked(standard, state, **changes), f"case{number}", number)
    await door.put(case)
    return case


async def press(door: FrontDoor, actor: int, answer: Answer, label: str) -> Answer:
    """Taps the button with this label."""
    return await door.tap(actor, answer.buttons[label])


def tap(action: str, argument: str = "", version: int = 0) -> str:
    return CaseworkCallback(action, f"case1.{argument}", str(version)).pack()
