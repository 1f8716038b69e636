"""A bot with records in every state goes on with another edition, and back: they stay as they were."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from bot import clock
from bot.__main__ import main
from bot.data_folder import SIGNING_KEY, open_papers, open_stores, paper_library
from bot.repositories import Repositories
from bot.resources import load_library
from bot.settings import Settings
from documents.receipts.signing import Verifier, load_signer
from documents.receipts.verification import Finding, verify_docx
from domain.offices.units import UnitId
from sandbox.people.person import Person
from sandbox.world.world import World
from tests.e2e.drivers.bureau import HEAD, MONDAY
from tests.e2e.drivers.chatting import last
from tests.e2e.drivers.driving import bot
from tests.e2e.drivers.preaching import FOREIGN, law, town
from tests.e2e.editions.test_fictional import (
    NEXT_MONDAY,
    a_complaint_is_answered,
    documents_are_handed_in,
    it_is_refused,
    the_card_is_handed_over,
    the_term_stands_still,
)
from tests.editions import EDITION as OTHER
from tests.factories.folders import settings_of
from tests.factories.units import EDITION
from tests.kept.folder import NEWEST, Kept
from tests.kept.test_kept_folder import world_of
from tests.kept.test_kept_papers import BOT, of_case, of_complaint, parts_of

pytestmark = pytest.mark.untraced

RECORDS = ("cases", "complaints", "terms", "registers", "survey", "remains", "events", "officers", "uploads")
PAGES = {
    "cases": ("app:open:{}:", "app:clocks:{}.:", "app:history:{}.:", "app:answers:{}.:", "app:papers:{}.:"),
    "complaints": ("cmp:open:{}:",),
}
OF_OFFICERS = {
    "cases": ("work:card:{}.:", "work:answers:{}.:", "work:papers:{}.:", "work:history:{}.:", "work:clocks:{}.:"),
    "complaints": ("cpw:card:{}:",),
}
COMMANDS = ("/queue", "/journal", "/export", "/passes", "/complaints")
FIGURES = ("ind:chart:{}.2026q4:{}", "ind:xlsx:{}.2026q4:{}")
Pages = dict[int, list[Any]]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    found = Kept.unpacked(NEWEST, tmp_path)
    with patch.object(clock, "now", lambda: found.now):
        yield found


async def everything(kept: Kept, world: World, settings: dict[str, Any]) -> dict[str, Any]:
    """All that is stored about records, shown in chats, printed and checked while this edition is current."""
    shown = await pages(kept, world, settings)
    stored = {table: kept.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in RECORDS}  # noqa: S608  # names above
    return {"stored": stored, "shown": shown, "printed": await papers(kept, settings_of(kept.folder, **settings))}


async def pages(kept: Kept, world: World, settings: dict[str, Any]) -> Pages:
    """What the bot draws in each chat: every look at a record by its owner and by staff, every list and table."""
    async with bot(kept.folder, world, admin_ids=str(kept.admin), **settings) as driven:
        await driven.settle()
        since = world.journal.last
        staff = dict(kept.rows("SELECT min(user_id), unit FROM officers WHERE role = 'head' GROUP BY unit"))
        for table, owner in (("cases", "applicant"), ("complaints", "author")):
            for record, whose in kept.rows(f"SELECT id, {owner} FROM {table} WHERE number IS NOT NULL ORDER BY id"):  # noqa: S608  # names above
                look(world, whose, [each.format(record) for each in PAGES[table]])
                for officer in staff:
                    look(world, officer, [each.format(record) for each in OF_OFFICERS[table]])
                await driven.settle()
        for user, unit in staff.items():
            for command in COMMANDS:
                Person.meet(world, user).say(command)
            await driven.settle()
            edition = OTHER if UnitId(unit) in law().standard.units else EDITION
            look(world, user, [each.format(unit, edition) for each in FIGURES])
        await driven.settle()
        assert driven.events.faults == []
        assert driven.rows("SELECT * FROM dead_letters") == []
        return drawn(world, since)


def look(world: World, who: int, buttons: list[str]) -> None:
    person = Person.meet(world, who)
    for data in buttons:
        person.press(last(person).id if person.chat.messages else 1, data)


def drawn(world: World, since: int) -> Pages:
    """What each chat was shown, also where it showed that already; buttons that were taken off a file show nothing."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for call in world.journal.since(since):
        if call.chat_id is not None and call.answer:
            given, result = call.parameters, call.answer.get("result")
            sent = (result if isinstance(result, list) else [result]) if call.method.startswith("send") else []
            files = [each["document"] for each in sent if isinstance(each, dict) and "document" in each]
            album = given.get("media")
            words = (given.get("text"), given.get("caption"), album, without_renewal(given.get("reply_markup")))
            if any(words) or files:
                found[call.chat_id].append((*words, [(each["file_name"], each["file_unique_id"]) for each in files]))
    return found


def without_renewal(markup: Any) -> Any:  # noqa: ANN401  # JSON
    """All buttons but that of another registration: it begins now, where the current edition has such a kind."""
    keyboard = json.loads(markup) if isinstance(markup, str) else markup
    rows = (keyboard or {}).get("inline_keyboard", [])
    kept = [[each for each in row if not each.get("callback_data", "").startswith("app:renew:")] for row in rows]
    return {**keyboard, "inline_keyboard": [row for row in kept if row]} if rows else keyboard


async def papers(kept: Kept, settings: Settings) -> dict[str, Any]:
    """Every paper of every record, part by part, and what the check of each stamped copy finds."""
    library = load_library(settings)
    made, found = open_papers(settings, library, BOT), dict[str, Any]()
    verifier = Verifier([load_signer(settings.data_dir / SIGNING_KEY).public])
    async with AsyncExitStack() as stack:
        database, keys = await open_stores(settings, stack)
        async with database.transaction() as transaction:
            stores = Repositories(transaction, keys)
            for (case_id,) in kept.rows("SELECT id FROM cases"):
                case = await stores.cases.get(case_id)
                assert case
                found |= parts_of(f"cases/{case_id}", of_case(case, made))
                if case.registration:
                    verdict = verify_docx(made.stamped(case).content, verifier, paper_library(library))
                    assert verdict.finding is Finding.AUTHENTIC, verdict
            for (complaint_id,) in kept.rows("SELECT id FROM complaints WHERE unit IS NOT NULL"):
                complaint = await stores.complaints.get(complaint_id)
                assert complaint
                found |= parts_of(f"complaints/{complaint_id}", await of_complaint(complaint, made, stores))
    return found


def differing(now: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """What is otherwise, with the first difference of each chat, table and paper."""
    found: dict[str, Any] = {}
    for kind, was in before.items():
        for name in was.keys() | now[kind].keys():
            here, there = now[kind].get(name), was.get(name)
            if here != there:
                pairs = zip(here or [None], there or [None], strict=False)
                found[f"{kind} {name}"] = next((each for each in pairs if each[0] != each[1]), "another number")
    return found


@pytest.mark.parametrize("other", ["newer", "unlike"])
async def test_nothing_of_an_old_record_changes(
    kept: Kept,
    other: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No row, page, list, table, figure, notice or paper byte, whichever edition is current; the history is whole."""
    newer, world = request.getfixturevalue(other), world_of(kept)
    world.journal.kept = 1_000_000
    await pages(kept, world, {})  # sends what waited, and leaves every question
    before = await everything(kept, world, {})
    moved = await everything(kept, world, newer)
    assert len(before["shown"]) > 30
    assert sum(map(len, before["shown"].values())) > 300
    for k, v in differing(moved, before).items():
        print("DIFF", k, repr(v)[:1800])
    assert differing(moved, before) == {}
    assert differing(await everything(kept, world, {}), before) == {}
    monkeypatch.setenv("DATA_DIR", str(kept.folder))
    monkeypatch.setenv("LANGUAGE", "en")
    for name, value in newer.items():
        monkeypatch.setenv(name.upper(), str(value))
    assert await asyncio.to_thread(main, ["audit", "verify"]) == 0
    assert "all whole" in capsys.readouterr().out


async def test_nothing_of_a_record_under_the_other_law_changes(tmp_path: Path, unlike: dict[str, Any]) -> None:
    """Nor the other way: cards, pauses, refusals and complaints stay as they are while the standard of 2011 counts."""
    kept = Kept("", tmp_path)
    about = {"now": (NEXT_MONDAY + timedelta(hours=1)).isoformat(), "admin": HEAD}
    (tmp_path / "kept.json").write_text(json.dumps(about), "utf-8")
    async with town(kept.folder, "ru") as here:
        world, (first, second, third) = (
            here.office.driven.world,
            [
                await here.petitioned(),
                await here.petitioned(FOREIGN),
                await here.petitioned(),
            ],
        )
        await documents_are_handed_in(here, first, second)
        await documents_are_handed_in(here, third, await here.petitioned(FOREIGN))
        here.office.clock.set(MONDAY + timedelta(days=2))
        await the_term_stands_still(here, first)
        await the_term_stands_still(here, third)
        here.office.clock.set(NEXT_MONDAY)
        await the_card_is_handed_over(here, first)
        await it_is_refused(here, second)
        await a_complaint_is_answered(here, second)
        await here.petitioned()
    world.journal.kept = 1_000_000
    with patch.object(clock, "now", lambda: kept.now):
        await pages(kept, world, unlike)
        before = await everything(kept, world, unlike)
        moved = await everything(kept, world, {**unlike, "edition": EDITION})
        assert sum(map(len, before["shown"].values())) > 40
        assert differing(moved, before) == {}
        assert differing(await everything(kept, world, unlike), before) == {}
