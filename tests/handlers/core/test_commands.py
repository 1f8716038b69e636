"""A command is a text that begins with the command's name, however it is spelled."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from dialogs.ui.texts import Texts
from tests.factories.people import APPLICANT
from tests.handlers.front_door import FrontDoor, front_door

PHOTO = [{"file_id": "photo", "file_unique_id": "photo", "width": 90, "height": 90}]


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with front_door(tmp_path) as opened:
        yield opened


def photo(door: FrontDoor, **about: str) -> dict[str, Any]:
    update = door.saying(APPLICANT, "")
    content = {name: value for name, value in update["message"].items() if name != "text"}
    return {**update, "message": content | {"photo": PHOTO, **about}}


@pytest.mark.parametrize("command", ["case", "take", "complaint", "accept", "start", "help", "indicators", "proof"])
async def test_a_caption_is_no_command(door: FrontDoor, command: str) -> None:
    """A photo with a command in its caption is answered like any other photo."""
    plain, captioned = await door.send([photo(door), photo(door, caption=f"/{command} 1/2026")])
    assert captioned.texts == plain.texts


@pytest.mark.parametrize("written", ["/HELP", "/help\nmore", "/help\tmore", "/help@tirkeu_bot", "/Help   "])
async def test_a_command_however_it_is_written(door: FrontDoor, russian: Texts, written: str) -> None:
    """It works in upper and lower case, with any white space after it."""
    assert (await door.say(APPLICANT, written)).texts == [russian("help")]


@pytest.mark.parametrize("written", ["/caſe 2-3/2026-1", "/case\n2-3/2026-1", "/releaſe", "/accept\n1/2026"])
async def test_a_command_of_officers_however_it_is_written(door: FrontDoor, written: str) -> None:
    """Whoever is not an officer gets the usual answer, and no fault occurs."""
    assert len((await door.say(APPLICANT, written)).texts) == 1
