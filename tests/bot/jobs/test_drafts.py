"""Untouched drafts: one reminder, one warning, erasure; and keys whose data is gone."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assets.loaders.edition import find_editions, load_standard
from bot import clock
from bot.data_folder import DATABASE, KEY_STORE
from bot.delivery.sender import Sender
from bot.jobs.drafts import AT_ONCE, NOTICE, DraftJobs
from bot.resources import load_texts
from dialogs.ui.dates import full_date
from domain.applications.case import Case
from domain.calendar import day_of
from domain.languages import Language
from domain.people import Person
from domain.standard.edition import Standard
from storage.applications import SqlCases
from storage.db.database import Database
from storage.db.encryption import Unreadable
from storage.db.keys import KeyStore, case_owner
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.outbox import Outbox, Outgoing
from tests.bot.updates.spine import Telegram, spine
from tests.factories.cases import registered, started
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.stored import store
from tests.patience import PATIENCE_SECONDS
from tests.storage.engines import open_sqlite
from tests.waiting import waiting

DAY, KEPT = timedelta(days=1), timedelta(days=30)
MOMENT = timedelta(seconds=1)
TEN_MINUTES = timedelta(minutes=10)
REMINDER, ERASED = str(load_texts("ru")("reminder-draft")), str(load_texts("ru")("erased-draft"))


def warning(erased_on: datetime) -> str:
    texts = load_texts("ru")
    return str(texts("warning-draft", date=full_date(day_of(erased_on), texts)))


@dataclass
class Bot:
    """The jobs of a running bot, with what they work on."""

    database: Database
    keys: KeyStore
    sender: Sender
    telegram: Telegram
    jobs: DraftJobs

    async def keep(self, *cases: Case) -> None:
        await store(self.database, self.keys, *cases)

    async def touch(self, case: Case, at: datetime) -> Case:
        async with self.database.transaction() as transaction:
            return await SqlCases(transaction, self.keys).save(replace(case, touched_at=at))

    async def kept(self) -> list[str]:
        return [row[0] for row in await self.database.read("SELECT id FROM cases ORDER BY id")]

    async def pending(self) -> list[Outgoing]:
        async with self.database.transaction() as transaction:
            return await waiting(transaction, self.keys, APPLICANT)

    async def told(self, at: datetime, chat: int = APPLICANT) -> list[str]:
        """Returns the messages that the jobs of this moment send to the chat."""
        await self.jobs.mind_drafts(at)
        await self.sender.drain(PATIENCE_SECONDS)
        texts = self.telegram.texts(chat)
        self.telegram.sent[chat].clear()
        return texts


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    telegram = Telegram()
    async with spine(tmp_path, api=telegram) as processor:
        jobs = DraftJobs(processor.database, processor.keys, processor.sender, KEPT, processor.wording)
        yield Bot(processor.database, processor.keys, processor.sender, telegram, jobs)


async def test_the_life_of_an_untouched_draft(bot: Bot) -> None:
    """A reminder after 3 days, a warning 3 days before the end, erasure after 30; each message comes once."""
    await bot.keep(started())
    assert await bot.told(NOW + 3 * DAY - MOMENT) == []
    assert await bot.told(NOW + 3 * DAY) == [REMINDER]
    assert await bot.told(NOW + 3 * DAY + TEN_MINUTES) == []
    assert await bot.told(NOW + 27 * DAY - MOMENT) == []
    assert await bot.told(NOW + 27 * DAY) == [warning(NOW + 30 * DAY)]
    assert await bot.told(NOW + 28 * DAY) == []
    assert await bot.told(NOW + 30 * DAY - MOMENT) == []
    assert await bot.kept() == ["draft1"]
    assert await bot.told(NOW + 30 * DAY) == [ERASED]
    assert await bot.kept() == []
    assert await bot.told(NOW + 90 * DAY) == []
    assert await bot.pending() == []


async def test_the_messages_lead_back(bot: Bot) -> None:
    """The reminder and the warning open the draft with a tap; after the erasure a new one can be begun."""
    await bot.keep(started())
    for at in (NOW + 3 * DAY, NOW + 27 * DAY):
        await bot.jobs.mind_drafts(at)
        await bot.sender.drain(PATIENCE_SECONDS)
        (button,) = bot.telegram.sent[APPLICANT].pop()["reply_markup"]["inline_keyboard"][0]
        assert "draft1" in button["callback_data"]
    await bot.jobs.mind_drafts(NOW + 30 * DAY)
    await bot.sender.drain(PATIENCE_SECONDS)
    (button,) = bot.telegram.sent[APPLICANT].pop()["reply_markup"]["inline_keyboard"][0]
    assert "draft1" not in button["callback_data"]


async def test_a_draft_that_is_only_prepared(bot: Bot) -> None:
    """It lives as long as another; what is said of it tells on what it rests, and when that was checked."""
    law = next(each for each in map(load_standard, find_editions()) if each.preparation is not None)
    await bot.keep(replace(started(), edition=law.status.id))
    for days, said in ((3, REMINDER), (27, warning(NOW + 30 * DAY)), (30, ERASED)):
        (told,) = await bot.told(NOW + days * DAY)
        assert told.startswith(said)
        assert "483-IV" in told
        assert "29 ноября 2026" in told
    assert await bot.kept() == []


async def test_after_a_month_without_the_bot(bot: Bot) -> None:
    """However long the bot was off, nothing is erased within 3 days of its warning."""
    await bot.keep(started())
    back = NOW + 90 * DAY
    assert await bot.told(back) == [REMINDER]
    assert await bot.told(back + TEN_MINUTES) == [warning(back + TEN_MINUTES + NOTICE)]
    assert await bot.told(back + TEN_MINUTES + NOTICE - MOMENT) == []
    assert await bot.kept() == ["draft1"]
    assert await bot.told(back + TEN_MINUTES + NOTICE) == [ERASED]
    assert await bot.kept() == []


async def test_off_between_warning_and_erasure(bot: Bot) -> None:
    """A draft whose warning came in time is erased by the first run after its day."""
    await bot.keep(started())
    for at in (NOW + 3 * DAY, NOW + 27 * DAY):
        await bot.told(at)
    assert await bot.told(NOW + 60 * DAY) == [ERASED]


@pytest.mark.parametrize("touched_after", [DAY, 4 * DAY, 28 * DAY])
async def test_a_touch_starts_anew(bot: Bot, touched_after: timedelta) -> None:
    """Whatever was sent before, a draft that was touched is treated like a fresh one."""
    draft = started()
    await bot.keep(draft)
    for at in (NOW + 3 * DAY, NOW + 27 * DAY):
        if at <= NOW + touched_after:
            assert len(await bot.told(at)) == 1
    touched = NOW + touched_after
    await bot.touch(draft, touched)
    assert await bot.told(touched + 3 * DAY - MOMENT) == []
    assert await bot.told(touched + 3 * DAY) == [REMINDER]
    assert await bot.told(touched + 27 * DAY) == [warning(touched + 30 * DAY)]
    assert await bot.told(touched + 30 * DAY) == [ERASED]


async def test_telling_is_no_change_of_the_draft(bot: Bot) -> None:
    """A button drawn before the reminder still works: version and answers stay."""
    draft = started()
    await bot.keep(draft)
    await bot.told(NOW + 3 * DAY)
    await bot.told(NOW + 27 * DAY)
    async with bot.database.transaction() as transaction:
        assert await SqlCases(transaction, bot.keys).get(draft.id) == draft


async def test_cases_are_left_alone(bot: Bot, standard: Standard) -> None:
    """A filed application gets no reminder and is never erased here."""
    await bot.keep(registered(standard))
    for days in (3, 27, 30, 400):
        assert await bot.told(NOW + days * DAY) == []
    assert await bot.kept() == ["draft1"]


async def test_each_in_their_own_language(bot: Bot) -> None:
    """People who chose a language get it, the others the bot's default."""
    await store(bot.database, bot.keys, Person(1, Language.KK))
    await bot.keep(replace(started(), id="a", applicant=1), replace(started(), id="b", applicant=2))
    assert await bot.told(NOW + 3 * DAY, chat=1) == [str(load_texts("kk")("reminder-draft"))]
    assert bot.telegram.texts(2) == [REMINDER]


async def test_many_drafts(bot: Bot) -> None:
    """More drafts than fit into one transaction take several runs, each once, the oldest first."""
    drafts = [replace(started(), id=f"d{number}", applicant=1000 + number) for number in range(AT_ONCE + 1)]
    youngest = replace(drafts[0], touched_at=NOW + TEN_MINUTES)
    await bot.keep(youngest, *drafts[1:])
    assert await bot.told(NOW + 4 * DAY, chat=1000) == []
    assert sum(map(len, bot.telegram.sent.values())) == AT_ONCE
    assert await bot.told(NOW + 4 * DAY, chat=1000) == [REMINDER]
    assert await bot.told(NOW + 4 * DAY, chat=1000) == []
    assert sum(map(len, bot.telegram.sent.values())) == AT_ONCE


async def test_who_blocks_the_bot(bot: Bot) -> None:
    """Messages wait for them; those about an erased draft go with it, and only the last one stays."""
    await bot.keep(started())
    bot.sender.suspended.add(APPLICANT)
    for at in (NOW + 3 * DAY, NOW + 27 * DAY):
        assert await bot.told(at) == []
    assert [row.owner for row in await bot.pending()] == [case_owner("draft1")] * 2
    assert await bot.told(NOW + 30 * DAY) == []
    await bot.jobs.destroy_keys()
    assert [row.request.parameters["text"] for row in await bot.pending()] == [ERASED]


async def test_the_keys_of_what_is_gone(bot: Bot, tmp_path: Path) -> None:
    """The erased draft's key is destroyed, once; an older copy of the database cannot open it; others still open."""
    await bot.keep(started(), replace(started(), id="other", touched_at=NOW + 29 * DAY))
    with sqlite3.connect(tmp_path / DATABASE) as source, sqlite3.connect(tmp_path / "older.db") as target:
        source.backup(target)
    source.close()
    target.close()
    for days in (3, 27, 30):
        await bot.told(NOW + days * DAY)
    assert await bot.database.read("SELECT owner FROM doomed_keys") == [(case_owner("draft1"),)]
    await bot.jobs.destroy_keys()
    assert await bot.database.read("SELECT owner FROM doomed_keys") == []
    await bot.jobs.destroy_keys()
    older = await open_sqlite(tmp_path / "older.db")
    try:
        async with older.transaction() as transaction:
            cases = SqlCases(transaction, bot.keys)
            assert await cases.get("other")
            with pytest.raises(Unreadable):
                await cases.get("draft1")
    finally:
        await older.close()


async def test_a_key_stays_doomed_while_its_bytes_may_be_in_the_log(bot: Bot, tmp_path: Path) -> None:
    """While somebody reads the key store the owner stays listed; the first run afterwards destroys the key for good."""
    await bot.keep(started())
    async with bot.database.transaction() as transaction:
        await SqlCases(transaction, bot.keys).erase(started())
    with closing(sqlite3.connect(tmp_path / KEY_STORE, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM keys").fetchall()
        await bot.jobs.destroy_keys()
        assert await bot.database.read("SELECT owner FROM doomed_keys") == [(case_owner("draft1"),)]
    await bot.jobs.destroy_keys()
    assert await bot.database.read("SELECT owner FROM doomed_keys") == []
    assert (tmp_path / f"{KEY_STORE}-wal").read_bytes() == b""


async def test_what_was_queued_while_it_was_erased(bot: Bot) -> None:
    """A message sealed with a key awaiting destruction goes first, so nothing is left that a start could not open."""
    await bot.keep(started())
    async with bot.database.transaction() as transaction:
        await SqlCases(transaction, bot.keys).erase(started())
        row = Outgoing(1, "u1.0", APPLICANT, case_owner("draft1"), BotApiRequest("sendMessage", {}))
        await Outbox(transaction).queue([row], await bot.keys.ciphers([row.owner]))
    await bot.jobs.destroy_keys()
    assert await bot.pending() == []


async def test_a_run_does_all_that_is_due_now(bot: Bot) -> None:
    """The running bot's job sends reminders by the bot's clock and destroys keys."""
    now = clock.now()
    await bot.keep(replace(started(), touched_at=now - 3 * DAY), replace(started(), id="fresh", touched_at=now - DAY))
    async with bot.database.transaction() as transaction:
        await SqlCases(transaction, bot.keys).erase(replace(started(), id="gone"))
    await bot.jobs.run()
    await bot.sender.drain(PATIENCE_SECONDS)
    assert bot.telegram.texts(APPLICANT) == [REMINDER]
    assert await bot.database.read("SELECT owner FROM doomed_keys") == []
