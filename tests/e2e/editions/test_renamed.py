"""No id of the edition of 2011 is known to the program: under others, everybody is shown the same, word for word.

Each language has ids of its own; with `IDS_SEEDS=20`, each has all of twenty.
"""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from difflib import unified_diff
from itertools import product
from pathlib import Path, PurePath
from typing import Any
from unittest.mock import patch

import pytest
from pypdf import PdfReader

from bot.resources import load_texts
from domain.languages import LANGUAGES
from domain.offices.units import UnitId
from sandbox.world.world import World
from tests.e2e.drivers.bureau import bureau
from tests.e2e.drivers.whole_journey import ADMIN, STAFF, Counting, Town, whole_journey
from tests.editions.renaming import write_alone, write_renamed
from tests.factories.units import EDITION

pytestmark = pytest.mark.untraced

SEEDS = int(os.environ.get("IDS_SEEDS", "0"))
DRAWN = [*product(range(1, 1 + SEEDS), LANGUAGES)] if SEEDS else [*enumerate(LANGUAGES, 1)]
PACKED = {".docx", ".xlsx", ".zip"}
SIGNED = re.compile(r"customXml/|/media/|docProps/")  # the record of a copy that is signed by chance, and its picture
IDS, HASHES = r"\b[a-z2-7]{16}\b|(?<=draft-)[a-z2-7]{6}\b", r"\b(?:[0-9a-f]{32}){1,2}\b"
BY_CHANCE = re.compile(rf'start=[\w-]+|{IDS}|{HASHES}|(?:(?<="handle": ")|(?<="salt": "))[\w-]+')
PAPERS = {
    "cases",
    "journal",
    "form-7",
    "form-8",
    "indicators",
    "istoriya",
    "otkaz",
    "spravka",
    "svidetelstvo",
    "talon",
    "tirkeu",
    "zayavlenie",
}
Shown = dict[int, list[Any]]


async def shown(folder: Path, editions: Path, edition: str, language: str, unit: Callable[[UnitId], UnitId]) -> World:
    """The world after the whole journey under the only edition of a folder."""
    load_texts(language, EDITION)  # buttons are found by the words of that of 2011
    team = tuple(replace(each, unit=unit(each.unit)) for each in STAFF)
    languages = dict.fromkeys((*(each.user_id for each in team), ADMIN), language)
    with patch("assets.loaders.edition.EDITIONS", editions), pytest.MonkeyPatch.context() as environment:
        environment.setenv("EDITION", edition)
        clock, settings = Counting(), {"admin_ids": str(ADMIN), "language": language}
        async with bureau(folder, team=team, languages=languages, clock=clock, **settings) as office:
            world = office.driven.world
            world.journal.kept, clock.acts = 1_000_000, lambda: world.updates.next_id
            await whole_journey(Town(office, language, unit))
            return world


def everything(world: World, reading: Callable[[str], str]) -> Shown:
    """All that each chat was shown, in its order: texts, what stands on buttons, files as they read."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for call in world.journal.since(0):
        if call.chat_id is not None and call.answer:
            given, result = call.parameters, call.answer.get("result")
            sent = result if isinstance(result, list) else [result]
            files = [each["document"] for each in sent if isinstance(each, dict) and "document" in each]
            album = json.loads(given.get("media", "[]"))
            words = [plain(str(each.get(name, ""))) for each in (given, *album) for name in ("text", "caption")]
            keyboard = given.get("reply_markup") or {}
            keyboard = json.loads(keyboard) if isinstance(keyboard, str) else keyboard
            buttons = [each["text"] for row in keyboard.get("inline_keyboard", []) for each in row]
            contents = [(plain(each["file_name"]), world.files.by_id[each["file_id"]].upload.data) for each in files]
            readable = [(name, read(name, content, reading)) for name, content in contents]
            found[call.chat_id].append((call.method, *words, buttons, readable))
    for chat in world.chats.values():
        found[chat.id] += [plain(str(each["text"])) for each in chat.notices]
    return found


def read(name: str, content: bytes, reading: Callable[[str], str]) -> dict[str, str]:
    """What a file says, part by part; data name things by their ids, which are read as those of the edition of 2011."""
    if PurePath(name).suffix in PACKED:
        made: dict[str, str] = {}
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for part in packed.namelist():
                if not SIGNED.search(part):
                    inside = f"/{plain(reading(part))}"
                    made |= {inside + rest: said for rest, said in read(part, packed.read(part), reading).items()}
        return made
    if name.endswith(".pdf"):
        pages = PdfReader(io.BytesIO(content)).pages
        return {"": plain(" ".join(" ".join(page.extract_text() for page in pages).split()))}
    text = content.decode("utf-8-sig")
    if name.endswith(".json"):
        text = json.dumps(json.loads(reading(text)), ensure_ascii=False, indent=1, sort_keys=True)
    return {"": plain(text)}


def plain(text: str) -> str:
    """Without what is drawn by chance."""
    return BY_CHANCE.sub("…", text)


def difference(here: object, was: object) -> str:
    """What differs between two messages, a line each."""
    before, now = (json.dumps(each, ensure_ascii=False, indent=1).replace("\\n", "\n") for each in (was, here))
    found = unified_diff(before.splitlines(), now.splitlines(), n=0, lineterm="")
    return "\n".join(each for each in found if not each.startswith(("---", "+++")))


@pytest.fixture(scope="module")
def by_language() -> dict[str, Shown]:
    """What is shown in each language under the edition of 2011, once it was looked at."""
    return {}


@pytest.fixture
async def before(tmp_path: Path, by_language: dict[str, Shown], language: str) -> Shown:
    """What is shown under the edition of 2011."""
    if language not in by_language:
        write_alone(tmp_path / "2011")
        world = await shown(tmp_path / "data-2011", tmp_path / "2011", EDITION, language, lambda unit: unit)
        by_language[language] = everything(world, lambda text: text)
    return by_language[language]


@pytest.mark.parametrize(("seed", "language"), DRAWN)
async def test_word_for_word(tmp_path: Path, before: Shown, seed: int, language: str) -> None:
    """All that the files of an edition name is called otherwise, and rows of units stand in another order."""
    names = write_renamed(tmp_path / "renamed", seed)
    world = await shown(
        tmp_path / "data", tmp_path / "renamed", names.edition, language, lambda unit: UnitId(names("unit", str(unit)))
    )
    now = everything(world, names.former)
    assert now.keys() == before.keys()
    assert sum(map(len, before.values())) > 1000
    papers = [name for told in before.values() for each in told if isinstance(each, tuple) for name, _ in each[-1]]
    assert {name for name in PAPERS if any(each.startswith(name) for each in papers)} == PAPERS
    for who, told in before.items():
        for at, (was, here) in enumerate(zip(told, now[who], strict=False)):
            assert difference(here, was) == "", f"message {at} of {who}"
        assert len(now[who]) == len(told)
