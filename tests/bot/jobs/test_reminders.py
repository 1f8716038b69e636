"""The offices' mornings, over real storage: each message goes out once, on time, to those whom it concerns."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.delivery.sender import Sender
from bot.jobs.maintenance import forget_seen
from bot.jobs.reminders import KEPT, ReminderJobs
from bot.updates.processor import Processor
from domain.applications.case import Case, CaseState
from domain.languages import Language
from domain.offices.units import UnitId
from domain.people import Person
from domain.staff.membership import Role
from domain.standard.edition import Standard
from sandbox.people.person import Person as Someone
from sandbox.server import server
from sandbox.world.world import World
from services.casework.digests import Digests, UnitNotice
from storage.db.engine import StorageFault
from storage.db.keys import case_owner, person
from storage.messaging.inbox import SEEN_KEPT_SECONDS, Inbox
from storage.messaging.outbox import NotificationLog
from storage.staff import SqlOfficers
from tests.bot.test_run import answers, serving, settings, until
from tests.bot.updates.spine import Telegram, spine
from tests.factories.cases import registered, reviewed
from tests.factories.moments import in_kazakhstan
from tests.factories.people import APPLICANT, officer_of, team
from tests.factories.stored import Record, store
from tests.factories.terms import Terms
from tests.factories.units import KOKSHETAU, unit_id
from tests.patience import PATIENCE_SECONDS
from tests.waiting import waiting

THERE = unit_id("2/65")
HEAD, OFFICER, REGISTRAR = 1, 2, 3
ROLES = {HEAD: Role.HEAD, OFFICER: Role.OFFICER, REGISTRAR: Role.REGISTRAR}
LAST = date(2026, 11, 23)  # that Monday
FRIDAY, MONDAY, TUESDAY = "2026-11-20T09:00", "2026-11-23T09:00", "2026-11-24T09:00"
MINUTE = timedelta(minutes=1)


@dataclass
class Clock:
    """What `bot.clock.now` returns."""

    moment: datetime

    def __call__(self) -> datetime:
        return self.moment.astimezone(UTC)


@dataclass
class Offices:
    """The jobs of a running bot, with what they work on."""

    processor: Processor
    telegram: Telegram
    jobs: ReminderJobs
    clock: Clock
    terms: Terms

    @property
    def sender(self) -> Sender:
        return self.processor.sender

    async def has(self, *records: Record) -> None:
        await store(self.processor.database, self.processor.keys, *records)

    async def release(self, user_id: int, unit: UnitId = KOKSHETAU) -> None:
        async with self.processor.database.transaction() as transaction:
            assert await SqlOfficers(transaction, self.processor.keys).release(user_id, unit)

    def reviewed(self, case_id: str, last: date = LAST, state: CaseState = CaseState.IN_REVIEW) -> Case:
        """A case whose term under point 7 ends on this day."""
        return reviewed(case_id, self.terms.started("decision", last, 18), state=state)

    async def told(self, moment: str) -> dict[int, list[str]]:
        """Returns the messages that the jobs of this moment send, by chat."""
        self.clock.moment = in_kazakhstan(moment)
        await self.jobs.run()
        return await self.delivered()

    async def delivered(self, *, keep: bool = False) -> dict[int, list[str]]:
        await self.sender.drain(PATIENCE_SECONDS)
        found = {chat: self.telegram.texts(chat) for chat in list(self.telegram.sent) if self.telegram.sent[chat]}
        if not keep:
            self.telegram.sent.clear()
        return found


@asynccontextmanager
async def running(folder: Path, standard: Standard, clock: Clock) -> AsyncIterator[Offices]:
    telegram = Telegram()
    async with spine(folder, api=telegram) as processor:
        options = processor.containers.options
        jobs = ReminderJobs(processor.database, processor.keys, processor.sender, options, processor.wording)
        yield Offices(processor, telegram, jobs, clock, Terms(standard, processor.containers.options.library.calendar))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock(in_kazakhstan(FRIDAY))
    monkeypatch.setattr("bot.clock.now", clock)
    return clock


@pytest.fixture
async def offices(tmp_path: Path, standard: Standard, clock: Clock) -> AsyncIterator[Offices]:
    async with running(tmp_path, standard, clock) as offices:
        await offices.has(*team(KOKSHETAU, ROLES))
        yield offices


@pytest.mark.untraced
async def test_the_way_to_a_missed_term(offices: Offices) -> None:
    """Near, due, missed: digests to the officer, the head also gets notices, the applicant two."""
    await offices.has(offices.reviewed("1"))
    friday = await offices.told(FRIDAY)
    assert sorted(friday) == [HEAD, OFFICER, APPLICANT]
    assert "подходит срок" in "".join(friday[HEAD])
    monday = await offices.told(MONDAY)
    assert sorted(monday) == [HEAD, OFFICER]
    assert monday[OFFICER] == monday[HEAD]
    assert "сегодня: 1" in monday[OFFICER][0]
    tuesday = await offices.told(TUESDAY)
    assert sorted(tuesday) == [HEAD, OFFICER, APPLICANT]
    assert "Срок прошёл: 1" in tuesday[OFFICER][0]
    assert "срок пропущен" in "".join(tuesday[HEAD])
    assert "отдел пропустил срок" in tuesday[APPLICANT][0]
    wednesday = await offices.told("2026-11-25T09:00")
    assert {chat: len(texts) for chat, texts in wednesday.items()} == {HEAD: 1, OFFICER: 1}


@pytest.mark.parametrize(
    ("moment", "morning"),
    [
        ("2026-11-24T08:59", False),
        ("2026-11-24T09:00", True),
        ("2026-11-28T09:00", False),  # Saturday
        ("2026-11-29T12:00", False),  # Sunday
        ("2026-12-16T09:00", False),  # Independence Day
        ("2027-03-22T09:00", False),  # Nauryz
        ("2027-03-26T09:00", True),
    ],
)
async def test_only_on_the_mornings_of_working_days(offices: Offices, moment: str, *, morning: bool) -> None:
    """However late a case is, nobody gets a message before 09:00, at a weekend or on a holiday."""
    await offices.has(offices.reviewed("1"))
    assert sorted(await offices.told(moment)) == ([HEAD, OFFICER, APPLICANT] if morning else [])


async def test_a_worked_saturday(offices: Offices) -> None:
    """Saturday 4 May 2024 was a working day instead of Wednesday 8 May."""
    await offices.has(offices.reviewed("1", date(2024, 5, 2)))
    assert APPLICANT in await offices.told("2024-05-04T09:00")
    assert await offices.told("2024-05-08T09:00") == {}


@pytest.mark.parametrize(
    ("state", "late"), [(CaseState.IN_REVIEW, True), (CaseState.APPROVED, True), (CaseState.READY, False)]
)
async def test_the_term_runs_until_it_can_be_collected(offices: Offices, state: CaseState, *, late: bool) -> None:
    """The decision alone does not end the term under point 7."""
    await offices.has(offices.reviewed("1", state=state))
    told = await offices.told(TUESDAY)
    assert (APPLICANT in told) is late
    assert sorted(told) == ([HEAD, OFFICER, APPLICANT] if late else [REGISTRAR])


async def test_the_term_of_a_refusal(offices: Offices) -> None:
    """After an incomplete package's term the applicant hears of point 16, and nothing of point 7."""
    handed_over = offices.terms.started("refusal", date(2026, 11, 17), 18)
    part = reviewed("1", handed_over, state=CaseState.REGISTERED, complete_at=None)
    await offices.has(part)
    assert APPLICANT not in await offices.told("2026-11-17T18:00")
    told = await offices.told("2026-11-18T09:00")
    assert sorted(told) == [HEAD, OFFICER, REGISTRAR, APPLICANT]
    assert "пункт\u00a016)" in told[APPLICANT][0]
    assert "пункт\u00a07)" not in told[APPLICANT][0]


async def test_nothing_was_handed_over(offices: Offices) -> None:
    """Without documents no term runs, however long ago it was filed; officers read that documents are awaited."""
    await offices.has(registered(offices.terms.standard))
    assert sorted(await offices.told("2027-02-01T09:00")) == [REGISTRAR]


async def test_once_however_often_it_looks(offices: Offices) -> None:
    """Later minutes of the day send nothing more; a case that arrives meanwhile waits for the next morning."""
    await offices.has(offices.reviewed("1"))
    assert await offices.told(TUESDAY)
    await offices.has(offices.reviewed("2"))
    for minutes in range(1, 4):
        assert await offices.told(f"2026-11-24T09:0{minutes}") == {}
    assert "2026-2" in "".join((await offices.told("2026-11-25T09:00"))[APPLICANT])


async def test_after_the_round_nothing_is_read(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    """At night, on days off and for the rest of the day the job makes no query."""
    asked: list[str] = []
    transaction = offices.processor.database.transaction

    def counted():  # type: ignore[no-untyped-def]  # noqa: ANN202  # as the database's own
        asked.append("")
        return transaction()

    monkeypatch.setattr(offices.processor.database, "transaction", counted)
    for moment in ("2026-11-24T03:00", "2026-11-28T12:00"):
        offices.clock.moment = in_kazakhstan(moment)
        await offices.jobs.run()
    assert asked == []
    offices.clock.moment = in_kazakhstan(TUESDAY)
    await offices.jobs.run()
    first = len(asked)
    assert first
    await offices.jobs.run()
    assert len(asked) == first


async def test_a_restart_between(tmp_path: Path, standard: Standard, clock: Clock) -> None:
    """A new process repeats nothing on the same day and makes no second round; the next morning is as usual."""
    async with running(tmp_path, standard, clock) as before:
        await before.has(officer_of(OFFICER))
        await before.has(before.reviewed("1"))
        assert sorted(await before.told(TUESDAY)) == [OFFICER, APPLICANT]
    async with running(tmp_path, standard, clock) as after:
        await after.has(replace(after.reviewed("2"), applicant=800))
        assert await after.told("2026-11-24T10:00") == {}
        assert sorted(await after.told("2026-11-25T09:00")) == [OFFICER, 800]


class Killed(BaseException):
    """Ends the process."""


def killed_at(unit: UnitId) -> Callable[[Digests, UnitId, datetime], Awaitable[list[UnitNotice]]]:
    """Digests.list_for_unit in a process that does not survive this unit."""
    of_unit = Digests.list_for_unit

    async def until(digests: Digests, each: UnitId, now: datetime) -> list[UnitNotice]:
        if each == unit:
            raise Killed
        return await of_unit(digests, each, now)

    return until


async def test_killed_in_the_middle_of_the_round(
    tmp_path: Path, standard: Standard, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next process sends what was committed, and its round handles the rest: each message goes out once."""
    async with running(tmp_path, standard, clock) as before:
        await before.has(officer_of(OFFICER), officer_of(HEAD, THERE, Role.HEAD))
        await before.has(before.reviewed("1"), replace(before.reviewed("2"), office=THERE, applicant=800))
        before.sender.suspended |= {OFFICER, APPLICANT}  # queues nothing: the process ends between commit and send
        clock.moment = in_kazakhstan(TUESDAY)
        with monkeypatch.context() as patched:
            patched.setattr(Digests, "list_for_unit", killed_at(THERE))
            with pytest.raises(Killed):
                await before.jobs.run()
        assert sorted(await before.delivered()) == [HEAD]
    async with running(tmp_path, standard, clock) as after:
        told = await after.told("2026-11-24T09:05")
        assert {chat: len(texts) for chat, texts in told.items()} == {HEAD: 1, OFFICER: 1, APPLICANT: 1, 800: 1}
        assert "срок пропущен" in told[HEAD][0]
        assert await after.told("2026-11-24T09:06") == {}


async def test_the_running_bot_tells(tmp_path: Path, standard: Standard, clock: Clock) -> None:
    """If the bot starts on such a morning, applicant and officer get their messages without further action."""
    async with running(tmp_path, standard, clock) as before:
        await before.has(officer_of(OFFICER))
        await before.has(before.reviewed("1"))
    clock.moment = in_kazakhstan(TUESDAY)
    world = World()
    people = [Someone.meet(world, user, language_code="ru") for user in (OFFICER, APPLICANT)]
    for someone in people:
        someone.start()
    async with server.running(world) as started, serving(settings(started.url, tmp_path)):
        await until(partial(told_of, people[0], "Срок прошёл: 1"))
        await until(partial(told_of, people[1], "отдел пропустил срок"))


def told_of(someone: Someone, words: str) -> bool:
    return any(words in text for text in answers(someone))


@pytest.mark.parametrize(
    ("again", "comes", "never"), [("2026-11-20T18:00", "20 ноября", "23 ноября\n"), (MONDAY, "сегодня: 1", "20 ноября")]
)
async def test_killed_between_commit_and_send(
    tmp_path: Path, standard: Standard, clock: Clock, again: str, comes: str, never: str
) -> None:
    """After a restart on the same day its digest comes; on another day, that day's digest replaces it."""
    async with running(tmp_path, standard, clock) as before:
        await before.has(officer_of(HEAD, KOKSHETAU, Role.HEAD), officer_of(OFFICER))
        await before.has(before.reviewed("1"))
        before.sender.suspended |= {HEAD, OFFICER, APPLICANT}
        assert await before.told(FRIDAY) == {}
    clock.moment = in_kazakhstan(again)
    world = World()
    people = [Someone.meet(world, user, language_code="ru") for user in (OFFICER, HEAD)]
    for someone in people:
        someone.start()
    async with server.running(world) as started, serving(settings(started.url, tmp_path)):
        for someone in people:
            await until(partial(told_of, someone, comes))
    assert not any(told_of(someone, never) for someone in people)
    assert sum("подходит срок" in text for text in answers(people[1])) == 1


async def test_after_a_long_stop(offices: Offices) -> None:
    """A missed term is reported however late; digests and warnings for days without the bot are not made up for."""
    await offices.has(offices.reviewed("1"))
    await offices.told("2026-11-17T09:00")
    told = await offices.told("2027-01-11T15:00")
    assert {chat: len(texts) for chat, texts in told.items()} == {HEAD: 2, OFFICER: 1, APPLICANT: 1}
    assert "11 января" in told[OFFICER][0]
    assert "подходит срок" not in "".join(told[HEAD])
    assert "23 ноября 2026" in told[APPLICANT][0]


async def test_a_long_neglected_case(offices: Offices) -> None:
    """A missed term is reported only once, although the keys of single days are forgotten."""
    await offices.has(offices.reviewed("1"))
    await offices.told(TUESDAY)
    far = in_kazakhstan("2027-11-24T09:00")
    assert APPLICANT not in await offices.told("2027-11-24T09:00")
    rows = [row[0] for row in await offices.processor.database.read("SELECT what FROM told ORDER BY what")]
    kinds = {what.partition(":")[0] for what in rows if "2026" in what}
    assert far - KEPT > in_kazakhstan(TUESDAY)
    assert kinds == {"late", "missed"}


async def test_a_revoked_officer(offices: Offices) -> None:
    """A dismissed officer gets nothing more; others get the messages about that work."""
    await offices.has(officer_of(9))
    await offices.has(replace(offices.reviewed("1"), assigned=9))
    assert sorted(await offices.told(FRIDAY)) == [HEAD, 9, APPLICANT]
    await offices.release(9)
    assert sorted(await offices.told(MONDAY)) == [HEAD, OFFICER]


async def test_an_office_without_anybody(offices: Offices) -> None:
    """With all staff dismissed, the applicant still hears of the missed term."""
    await offices.has(offices.reviewed("1"))
    for user_id in ROLES:
        await offices.release(user_id)
    assert sorted(await offices.told(TUESDAY)) == [APPLICANT]


async def test_several_units_one_digest(offices: Offices) -> None:
    """Officers of two offices get the cases of both in one message."""
    await offices.has(officer_of(OFFICER, THERE))
    await offices.has(offices.reviewed("1"), replace(offices.reviewed("2"), office=THERE, applicant=800))
    (digest,) = (await offices.told(MONDAY))[OFFICER]
    assert "2-3/2026-1" in digest
    assert "2-3/2026-2" in digest


async def test_each_in_their_own_language(offices: Offices) -> None:
    """People who chose a language get it, the others the bot's default."""
    await offices.has(Person(OFFICER, Language.KK), Person(APPLICANT, Language.EN))
    await offices.has(offices.reviewed("1"))
    told = await offices.told(TUESDAY)
    assert "Мерзімі өтіп кетті: 1" in told[OFFICER][0]
    assert "Срок прошёл: 1" in "".join(told[HEAD])
    assert "the office missed the term" in told[APPLICANT][0]


async def test_no_name_of_an_applicant(offices: Offices) -> None:
    """Officers' messages show on locked screens: numbers and days, but nobody's name, address or belief."""
    case = offices.reviewed("1")
    await offices.has(case, offices.reviewed("2", state=CaseState.READY))
    await offices.told(FRIDAY)
    told = await offices.told(TUESDAY)
    text = "".join(text for user in ROLES for text in told[user])
    assert "2-3/2026-1" in text
    for name in ("full_name", "address", "confession", "association"):
        assert case.answers[name] not in text


async def test_whose_key_seals_what(offices: Offices) -> None:
    """A message about a case is sealed with the case's key, a digest with its reader's key."""
    offices.sender.suspended |= {HEAD, OFFICER, APPLICANT}
    await offices.has(offices.reviewed("1"))
    assert await offices.told(TUESDAY) == {}
    async with offices.processor.database.transaction() as transaction:
        found = [
            (row.chat_id, row.owner)
            for user in (HEAD, OFFICER, APPLICANT)
            for row in await waiting(transaction, offices.processor.keys, user)
        ]
    case = case_owner("1")
    assert found == [(HEAD, person(HEAD)), (HEAD, case), (OFFICER, person(OFFICER)), (APPLICANT, case)]


async def test_who_blocks_the_bot_finds_one_digest(offices: Offices) -> None:
    """Notices wait for them; of the undelivered digests only the newest does."""
    offices.sender.suspended |= {HEAD, OFFICER}
    await offices.has(offices.reviewed("1"))
    for moment in (FRIDAY, MONDAY, TUESDAY, "2026-11-25T09:00"):
        await offices.told(moment)
    async with offices.processor.database.transaction() as transaction:
        kept = await waiting(transaction, offices.processor.keys, HEAD)
    assert [row.origin for row in kept] == [
        "ahead:1:2026-11-23:1.0",
        "missed:1:2026-11-23:1.0",
        "digest:1:2026-11-25.0",
    ]


async def test_one_fault_does_not_silence_the_others(offices: Offices, caplog: pytest.LogCaptureFixture) -> None:
    """An unreadable case stops only its own office's notices, which follow once it is repaired."""
    await offices.has(officer_of(8, THERE, Role.HEAD))
    await offices.has(offices.reviewed("1"), replace(offices.reviewed("2"), office=THERE, applicant=800))
    caplog.set_level(logging.INFO, "tirkeu")
    database = offices.processor.database
    (sealed,) = (await database.read("SELECT sealed FROM cases WHERE id = '1'"))[0]
    await spoil(offices, b"not sealed at all, but long enough to look like it")
    assert sorted(await offices.told(TUESDAY)) == [8, 800]
    assert {record.getMessage() for record in caplog.records} == {"telling-failed"}
    await spoil(offices, sealed)
    assert sorted(await offices.told("2026-11-24T09:01")) == [HEAD, OFFICER, APPLICANT]
    assert await offices.told("2026-11-24T09:02") == {}


async def spoil(offices: Offices, sealed: bytes) -> None:
    async with offices.processor.database.transaction() as transaction:
        await transaction.run("UPDATE cases SET sealed = ? WHERE id = '1'", (sealed,))


async def test_the_database_cannot_work(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk ends the round at once; the next minute continues where it stopped."""
    await offices.has(offices.reviewed("1"))
    tries = 0

    async def full(*_: object) -> bool:
        nonlocal tries
        tries += 1
        raise StorageFault("full")

    with monkeypatch.context() as patched:
        patched.setattr(NotificationLog, "first", full)
        with pytest.raises(StorageFault):
            await offices.told(TUESDAY)
    assert tries == 1
    assert sorted(await offices.told("2026-11-24T09:01")) == [HEAD, OFFICER, APPLICANT]


async def test_seen_updates_are_forgotten_by_the_same_clock(offices: Offices) -> None:
    """After two days by the bot's clock, whatever the machine's clock says."""
    database = offices.processor.database
    async with database.transaction() as transaction:
        await Inbox(transaction, 7).mark_seen([5], int(in_kazakhstan(FRIDAY).timestamp()))
    for seconds, left in ((SEEN_KEPT_SECONDS, 1), (SEEN_KEPT_SECONDS + 1, 0)):
        offices.clock.moment = in_kazakhstan(FRIDAY) + timedelta(seconds=seconds)
        await forget_seen(database, 7)
        assert len(await database.read("SELECT * FROM seen_updates")) == left
