"""The job that keeps pinned statuses current, over real storage."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.jobs import pins
from bot.jobs.pins import PinJobs
from dialogs.ui.texts import Texts, unmark
from domain.applications.case import Case, CaseState
from domain.languages import Language
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from storage.applications import SqlCases
from storage.messaging.outbox import Outgoing
from storage.messaging.pins import SqlPins
from tests.factories.cases import another, worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.handlers.front_door import FrontDoor, front_door


@dataclass
class Queued:
    """In the place of the sender: what it would deliver."""

    rows: list[Outgoing] = field(default_factory=list)

    def queue(self, rows: Iterable[Outgoing]) -> None:
        self.rows += rows


@dataclass
class Town:
    """A bot with its job."""

    door: FrontDoor
    queued: Queued
    jobs: PinJobs

    async def pins(self, case: Case, message_id: int) -> None:
        await self.door.put(case)
        async with self.door.processor.database.transaction() as transaction:
            await SqlPins(transaction).put(case, message_id)

    async def changes(self, case: Case) -> Case:
        async with self.door.processor.database.transaction() as transaction:
            return await SqlCases(transaction, self.door.processor.keys).save(case)

    async def ran(self) -> list[Outgoing]:
        await self.jobs.run()
        rows, self.queued.rows = self.queued.rows, []
        return rows


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with front_door(tmp_path) as door:
        await door.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
        made, queued = door.processor, Queued()
        jobs = PinJobs(made.database, made.keys, queued, made.containers.options, made.wording)  # type: ignore[arg-type]
        yield Town(door, queued, jobs)


async def test_nothing_is_outdated(town: Town, standard: Standard) -> None:
    """What shows its case as it is is left alone."""
    await town.pins(worked(standard, CaseState.REGISTERED), 7)
    assert await town.ran() == []


@pytest.mark.parametrize("language", list(Language))
async def test_a_changed_case(town: Town, standard: Standard, language: Language) -> None:
    """Its message is edited once, in the person's language, under a key that replaces an edit not sent yet."""
    await town.door.put(Person(APPLICANT, language))
    case = worked(standard, CaseState.REGISTERED)
    await town.pins(case, 7)
    await town.changes(replace(worked(standard, CaseState.IN_REVIEW), version=case.version))
    (row,) = await town.ran()
    texts: Texts = town.door.processor.containers.options.library.texts(language, case.edition)
    assert (row.request.method, row.request.parameters["message_id"]) == ("editMessageText", 7)
    assert row.merge_key == "pinned:draft1.0"
    assert row.notice
    assert texts.plain("state-in-review", filed="\0").partition("\0")[0] in unmark(row.request.parameters["text"])
    assert await town.ran() == []


async def test_an_erased_case(town: Town, standard: Standard) -> None:
    """Its message is unpinned, and nothing is kept of it."""
    case = worked(standard, CaseState.WITHDRAWN)
    await town.pins(case, 7)
    async with town.door.processor.database.transaction() as transaction:
        await transaction.run("DELETE FROM cases WHERE id = ?", (case.id,))
    (row,) = await town.ran()
    assert row.request.method == "unpinChatMessage"
    assert row.request.parameters == {"chat_id": APPLICANT, "message_id": 7}
    assert await town.door.rows("SELECT * FROM pinned_messages") == []
    assert await town.ran() == []


async def test_an_edition_that_is_gone(town: Town, standard: Standard) -> None:
    """A finished case of it cannot be drawn: its message stays as it is."""
    case = replace(worked(standard, CaseState.WITHDRAWN), edition="1994-7")
    await town.pins(case, 7)
    async with town.door.processor.database.transaction() as transaction:
        await transaction.run("UPDATE cases SET version = version + 1 WHERE id = ?", (case.id,))
    assert await town.ran() == []
    assert await town.ran() == []


async def test_more_than_one_transaction_takes(town: Town, standard: Standard, monkeypatch: pytest.MonkeyPatch) -> None:
    """All are brought up to date in one run."""
    monkeypatch.setattr(pins, "AT_ONCE", 2)
    for at in range(2, 7):
        case = another(worked(standard, CaseState.REGISTERED), f"case{at}", at)
        await town.pins(case, at)
        await town.changes(replace(case, state=CaseState.WITHDRAWN))
    assert sorted(row.request.parameters["message_id"] for row in await town.ran()) == [2, 3, 4, 5, 6]
