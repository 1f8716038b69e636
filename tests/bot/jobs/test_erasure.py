"""The job that erases closed records: notices, erasure, faults, and a bot that was off."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from bot.jobs.erasure import ErasureJobs
from domain.applications.case import CaseState
from domain.complaints.complaint import ComplaintState
from domain.retention import NOTICE
from domain.standard.edition import Standard
from services.privacy.erasure import ErasureService
from storage.db.engine import StorageFault
from storage.db.keys import case_owner, person
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.inbox import Inbox, Quarantined
from storage.messaging.outbox import NotificationLog, Outbox, Outgoing
from tests.bot.updates.spine import Telegram, spine
from tests.factories.cases import worked
from tests.factories.complaints import begun
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.stored import Record, store
from tests.patience import PATIENCE_SECONDS

TERM, HOUR, DAY = timedelta(days=365), timedelta(hours=1), timedelta(days=1)
LETTER = begun("letter", stage=ComplaintState.LETTER)


@dataclass
class Bot:
    jobs: ErasureJobs
    telegram: Telegram
    tmp_path: Path

    def __post_init__(self) -> None:
        self.database, self.keys, self.sender = self.jobs._database, self.jobs._keys, self.jobs._sender  # noqa: SLF001

    async def keep(self, *records: Record) -> None:
        await store(self.database, self.keys, *records, filed=True)

    async def at(self, moment: datetime) -> list[str]:
        """Returns the messages that the job of this moment sends to the chat."""
        with patch("bot.clock.now", lambda: moment):
            await self.jobs.run()
        await self.sender.drain(PATIENCE_SECONDS)
        told = [each.get("text") or each["caption"] for each in self.telegram.sent[APPLICANT]]
        self.telegram.sent[APPLICANT].clear()
        return told

    async def rows(self, sql: str) -> list[tuple[object, ...]]:
        return [tuple(row) for row in await self.database.read(sql)]


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    telegram = Telegram()
    async with spine(tmp_path, api=telegram) as processor:
        jobs = ErasureJobs(processor.database, processor.keys, processor.sender, TERM, processor.wording)
        yield Bot(jobs, telegram, tmp_path)


async def test_what_was_set_aside_is_kept_no_longer_than_a_finished_case(bot: Bot) -> None:
    """Nothing of what people sent is kept for ever only because nobody has replayed it."""
    async with bot.database.transaction() as transaction:
        for update_id, at in ((1, NOW), (2, NOW + HOUR)):
            row = Quarantined(update_id, person(APPLICANT), b"sealed", "ValidationError", int(at.timestamp()))
            await Inbox(transaction, 7).set_aside(row)
    await bot.at(NOW + TERM)
    assert await bot.rows("SELECT update_id FROM quarantine") == [(1,), (2,)]
    await bot.at(NOW + TERM + HOUR)
    assert await bot.rows("SELECT update_id FROM quarantine") == [(2,)]


async def test_what_was_denied_is_kept_no_longer_than_a_finished_case(bot: Bot) -> None:
    """Attempts are no reason to keep for ever who made them."""
    async with bot.database.transaction() as transaction:
        await transaction.run(
            "INSERT INTO denials (actor, act, at, sealed) VALUES (8, 'see', ?, x'00')", (int(NOW.timestamp()),)
        )
    await bot.at(NOW + TERM)
    assert await bot.rows("SELECT actor FROM denials") == [(8,)]
    await bot.at(NOW + TERM + HOUR)
    assert await bot.rows("SELECT actor FROM denials") == []


async def test_told_once_then_erased_once(bot: Bot, standard: Standard) -> None:
    """Case and letter each get one notice and one proof; history entries stay, without contents and actors."""
    await bot.keep(worked(standard, CaseState.WITHDRAWN))
    await store(bot.database, bot.keys, LETTER)
    assert await bot.at(NOW + TERM - NOTICE - HOUR) == []
    assert len(await bot.at(NOW + TERM - NOTICE)) == 2
    assert await bot.at(NOW + TERM - HOUR) == []
    case, letter = await bot.at(NOW + TERM)
    assert "2-3/2026-1" in case
    assert "письмо" in letter
    assert await bot.at(NOW + TERM + HOUR) == []
    events = await bot.rows("SELECT kind, actor, sealed IS NULL FROM events ORDER BY id")
    assert events == [("filed", 0, 1), ("erased", 0, 0), ("erased", 0, 0)]
    assert await bot.rows("SELECT number FROM remains") == [("2-3/2026-1",)]
    assert await bot.rows("SELECT id FROM cases UNION SELECT id FROM complaints") == []


async def test_a_bot_that_was_off_gives_its_notice_first(bot: Bot, standard: Standard) -> None:
    """However late it is, nothing is erased sooner than 14 days after the notice."""
    await bot.keep(worked(standard, CaseState.REFUSED))
    back = NOW + 2 * TERM
    assert len(await bot.at(back)) == 1
    assert await bot.at(back + NOTICE - HOUR) == []
    assert len(await bot.at(back + NOTICE)) == 1


async def test_what_still_waits_goes_with_the_case(bot: Bot, standard: Standard) -> None:
    """Unsent messages of the case and the notice are erased; the proof is not sealed with an erased key."""
    await bot.keep(worked(standard, CaseState.REFUSED))
    bot.sender.suspended.add(APPLICANT)
    await bot.at(NOW + TERM - NOTICE)
    row = Outgoing(99, "u1.0", APPLICANT, case_owner("draft1"), BotApiRequest("sendMessage", {"text": "x"}))
    dead = replace(row, id=98, origin="u2.0")
    async with bot.database.transaction() as transaction:
        await Outbox(transaction).queue([row, dead], await bot.keys.ciphers([row.owner]))
        await Outbox(transaction).dead_letter(dead, 400, 1)
        await NotificationLog(transaction).first("late:draft1:2026-11-23", NOW)
        await NotificationLog(transaction).first("late:draft10:2026-11-23", NOW)
    await bot.at(NOW + TERM)
    assert await bot.rows("SELECT id, owner FROM outbox") == [(100, person(APPLICANT))]
    assert await bot.rows("SELECT origin FROM dead_letters") == []
    assert await bot.rows("SELECT what FROM told") == [("late:draft10:2026-11-23",)]


async def test_one_fault_holds_up_nothing_else(bot: Bot, standard: Standard) -> None:
    """A record that cannot be erased is logged and tried again; the next one is erased."""
    await bot.keep(
        worked(standard, CaseState.REFUSED, id="a"), worked(standard, CaseState.REFUSED, id="b", registration=None)
    )
    take = ErasureService.take

    async def faulty(self: ErasureService, record_id: str, now: datetime) -> object:
        if record_id == "a":
            raise ZeroDivisionError
        return await take(self, record_id, now)

    with patch.object(ErasureService, "take", faulty):
        assert len(await bot.at(NOW + TERM - NOTICE)) == 1
    assert len(await bot.at(NOW + TERM - NOTICE)) == 1


async def test_a_fault_of_the_database_ends_the_run(bot: Bot, standard: Standard) -> None:
    """It is not blamed on a record, and the run is repeated later."""
    await bot.keep(worked(standard, CaseState.REFUSED))

    async def full(*_: object) -> object:
        raise StorageFault("SQLITE_FULL")

    with patch.object(ErasureService, "take", full), pytest.raises(StorageFault):
        await bot.at(NOW + TERM)
    assert len(await bot.at(NOW + TERM)) == 1


async def test_requests_of_archives_are_forgotten(bot: Bot) -> None:
    """After a day nobody needs that key again."""
    async with bot.database.transaction() as transaction:
        for at in (NOW - DAY - HOUR, NOW):
            await NotificationLog(transaction).first(f"my-data:700:{at:%s}", at)
    await bot.at(NOW)
    assert await bot.rows("SELECT count(*) FROM told") == [(1,)]
