"""Complaints begun and not sent: one reminder, one warning, erasure; complaints that were sent are left alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.jobs.drafts import DraftJobs
from bot.resources import load_texts
from bot.updates.processor import Processor
from dialogs.ui.dates import full_date
from domain.calendar import day_of
from domain.complaints.complaint import Complaint, ComplaintState
from domain.languages import Language
from domain.people import Person
from storage.complaints import SqlComplaints
from storage.db.keys import case_owner
from storage.uploads import SqlUploads
from tests.bot.updates.spine import Telegram, spine
from tests.factories.cases import started
from tests.factories.complaints import begun, complained
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.stored import Record, store
from tests.factories.units import AKIMAT
from tests.factories.uploads import offered
from tests.patience import PATIENCE_SECONDS

DAY, KEPT = timedelta(days=1), timedelta(days=30)
MOMENT = timedelta(seconds=1)
DRAFT = begun(unit=AKIMAT, texts=("Ждал два часа.",))
REMINDER = "reminder-complaint"


def said(text_id: str, language: str = "ru", **values: str) -> str:
    return str(load_texts(language)(text_id, **values))


def warning(erased_on: datetime) -> str:
    return said("warning-complaint", date=full_date(day_of(erased_on), load_texts("ru")))


@dataclass
class Bot:
    """The jobs of a running bot, with what they work on."""

    processor: Processor
    telegram: Telegram
    jobs: DraftJobs

    async def keep(self, *records: Record) -> None:
        await store(self.processor.database, self.processor.keys, *records)

    async def touch(self, complaint: Complaint, at: datetime) -> None:
        async with self.processor.database.transaction() as transaction:
            await SqlComplaints(transaction, self.processor.keys).save(replace(complaint, touched_at=at))

    async def rows(self, sql: str) -> list[tuple[object, ...]]:
        return [tuple(row) for row in await self.processor.database.read(sql)]

    async def told(self, at: datetime, chat: int = APPLICANT) -> list[str]:
        """Returns the messages that the jobs of this moment send to the chat."""
        await self.jobs.mind_drafts(at)
        await self.processor.sender.drain(PATIENCE_SECONDS)
        texts = self.telegram.texts(chat)
        self.telegram.sent[chat].clear()
        return texts


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    telegram = Telegram()
    async with spine(tmp_path, api=telegram) as processor:
        jobs = DraftJobs(processor.database, processor.keys, processor.sender, KEPT, processor.wording)
        yield Bot(processor, telegram, jobs)


async def test_the_life_of_an_untouched_complaint(bot: Bot) -> None:
    """One reminder comes after 3 days, a warning 3 days before the end; after 30 it is erased with its files."""
    await bot.keep(DRAFT)
    async with bot.processor.database.transaction() as transaction:
        await SqlUploads(transaction, bot.processor.keys).add(DRAFT, "photo", offered(10))
    assert await bot.told(NOW + 3 * DAY - MOMENT) == []
    assert await bot.told(NOW + 3 * DAY) == [said(REMINDER)]
    assert await bot.told(NOW + 4 * DAY) == []
    assert await bot.told(NOW + 27 * DAY) == [warning(NOW + 30 * DAY)]
    assert await bot.told(NOW + 30 * DAY - MOMENT) == []
    assert await bot.rows("SELECT id FROM complaints") == [("complaint1",)]
    assert await bot.told(NOW + 30 * DAY) == [said("erased-complaint")]
    assert await bot.told(NOW + 90 * DAY) == []
    assert await bot.rows("SELECT id FROM complaints UNION SELECT case_id FROM uploads") == []
    assert await bot.rows("SELECT owner FROM doomed_keys") == [(case_owner("complaint1"),)]


async def test_the_messages_lead_back(bot: Bot) -> None:
    """The reminder and the warning open the complaint; after the erasure a new one can be begun."""
    await bot.keep(DRAFT)
    wanted = [(3, "cmp:open:complaint1:"), (27, "cmp:open:complaint1:"), (30, "cmp:kind::")]
    for days, data in wanted:
        await bot.jobs.mind_drafts(NOW + days * DAY)
        await bot.processor.sender.drain(PATIENCE_SECONDS)
        rows = bot.telegram.sent[APPLICANT].pop()["reply_markup"]["inline_keyboard"]
        assert [row[0]["callback_data"] for row in rows] == [data, "base:home::"]


async def test_a_touch_starts_anew(bot: Bot) -> None:
    """Whatever was sent before, a complaint that was touched is treated like a fresh one."""
    await bot.keep(DRAFT)
    for days in (3, 27):
        assert len(await bot.told(NOW + days * DAY)) == 1
    touched = NOW + 28 * DAY
    await bot.touch(DRAFT, touched)
    assert await bot.told(touched + 3 * DAY) == [said(REMINDER)]
    assert await bot.told(touched + 27 * DAY) == [warning(touched + 30 * DAY)]
    assert await bot.told(touched + 30 * DAY) == [said("erased-complaint")]


async def test_telling_is_no_change_of_it(bot: Bot) -> None:
    """A button drawn before the reminder still works."""
    await bot.keep(DRAFT)
    for days in (3, 27):
        await bot.told(NOW + days * DAY)
    async with bot.processor.database.transaction() as transaction:
        assert await SqlComplaints(transaction, bot.processor.keys).get(DRAFT.id) == DRAFT


@pytest.mark.parametrize("stage", [stage for stage in ComplaintState if stage is not ComplaintState.DRAFT])
async def test_what_was_sent_is_left_alone(bot: Bot, stage: ComplaintState) -> None:
    """A complaint with a number, or one that became a letter, gets no reminder and is not erased here."""
    await bot.keep(complained(stage))
    for days in (3, 27, 30, 400):
        assert await bot.told(NOW + days * DAY) == []
    assert await bot.rows("SELECT stage FROM complaints") == [(stage,)]


async def test_each_kind_in_its_own_words(bot: Bot) -> None:
    """One person's application and complaint get separate messages, in their language."""
    await bot.keep(Person(APPLICANT, Language.KK), started(), DRAFT)
    assert await bot.told(NOW + 3 * DAY) == [said("reminder-draft", "kk"), said(REMINDER, "kk")]
