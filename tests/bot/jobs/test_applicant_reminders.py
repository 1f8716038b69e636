"""What applicants are reminded of, over real storage: before the last day of the result, before a certificate ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.jobs import reminders
from dialogs.ui.callback_data import ApplicationCallback
from dialogs.ui.dates import full_date, long_date
from dialogs.ui.texts import Texts, unmark
from domain.applications.case import Case, CaseState
from domain.applications.outcomes import Certificate
from domain.languages import Language
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from storage.applications import SqlCases
from tests.bot.jobs.test_reminders import FRIDAY, LAST, MONDAY, TUESDAY, Clock, Offices, clock, running
from tests.factories.cases import another, worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import GROUP
from tests.factories.updates import tap_update

__all__ = ["clock"]  # a fixture

UNTIL = date(2027, 1, 13)
TOO_EARLY, IN_TIME, LATER = "2026-12-11T09:00", "2026-12-14T09:00", "2026-12-15T09:00"


@dataclass
class Chat:
    """The chat of the applicant with the bot whose jobs run."""

    offices: Offices
    russian: Texts
    ids: Any = field(default_factory=lambda: count(1))

    async def told(self, moment: str) -> list[str]:
        """What the jobs of this moment tell the applicant."""
        return [unmark(each) for each in (await self.offices.told(moment)).get(APPLICANT, [])]

    async def taps(self, data: str) -> dict[str, Any]:
        await self.offices.processor.process([tap_update(next(self.ids), APPLICANT, data)])
        await self.offices.delivered(keep=True)
        return self.offices.telegram.sent[APPLICANT][-1]

    async def off(self, case: Case, what: str) -> None:
        await self.taps(ApplicationCallback("quiet", f"{case.id}.{what}").pack())
        self.offices.telegram.sent.clear()


@pytest.fixture
async def chat(tmp_path: Path, standard: Standard, russian: Texts, clock: Clock) -> AsyncIterator[Chat]:
    async with running(tmp_path, standard, clock) as offices:
        await offices.has(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
        yield Chat(offices, russian)


def issued(standard: Standard, until: date = UNTIL, **changes: Any) -> Case:  # noqa: ANN401  # fields of any type
    """A case in which a certificate was issued until this day."""
    return replace(worked(standard, CaseState.ISSUED).answering(term_to=until.isoformat()), **changes)


def last_day(chat: Chat, texts: Texts | None = None) -> str:
    texts = texts or chat.russian
    return texts.plain("reminder-result", number="2-3/2026-1", date=long_date(LAST, texts))


async def test_the_working_day_before(chat: Chat) -> None:
    """The last day is a Monday: its applicant hears of it on Friday, once, and no more on the day itself."""
    await chat.offices.has(chat.offices.reviewed("1"))
    assert await chat.told("2026-11-19T09:00") == []
    (said,) = await chat.told(FRIDAY)
    assert said.startswith(last_day(chat))
    assert await chat.told("2026-11-20T12:00") == []
    assert await chat.told(MONDAY) == []


async def test_tomorrow(chat: Chat) -> None:
    """If the last day is the next one, it is called tomorrow."""
    await chat.offices.has(chat.offices.reviewed("1", date(2026, 11, 24)))
    (said,) = await chat.told(MONDAY)
    assert "завтра, вторник, 24 ноября 2026 года" in said


@pytest.mark.parametrize("language", [Language.KK, Language.EN])
async def test_in_their_language(chat: Chat, language: Language) -> None:
    """Whoever chose a language is reminded in it."""
    await chat.offices.has(Person(APPLICANT, language), chat.offices.reviewed("1"))
    texts = chat.offices.processor.containers.options.library.texts(language)
    (said,) = await chat.told(FRIDAY)
    assert said.startswith(last_day(chat, texts))


async def test_a_moved_day_is_another_one(chat: Chat) -> None:
    """Each last day is told of once; one that was moved has a reminder of its own."""
    case = chat.offices.reviewed("1")
    await chat.offices.has(case)
    assert len(await chat.told(FRIDAY)) == 1
    later = chat.offices.reviewed("1", date(2026, 11, 25))
    async with chat.offices.processor.database.transaction() as transaction:
        await SqlCases(transaction, chat.offices.processor.keys).save(replace(later, version=case.version))
    (said,) = await chat.told(TUESDAY)
    assert "25 ноября" in said


async def test_no_reminder_is_due(chat: Chat, standard: Standard) -> None:
    """What is ready, decided against, or not yet handed over has no last day of a result."""
    offices = chat.offices
    ready = offices.reviewed("1", state=CaseState.READY)
    await offices.has(ready, another(worked(standard, CaseState.REGISTERED), "2", 2))
    assert await chat.told(FRIDAY) == []


async def test_turned_off_and_on_again(chat: Chat) -> None:
    """The button in the message and on the page turns the reminder of this case off; another case keeps its own."""
    offices = chat.offices
    case, other = offices.reviewed("1"), offices.reviewed("2")
    await offices.has(case, other)
    off, on = chat.russian.plain("reminder-off-button"), chat.russian.plain("reminder-on-button")
    page = await chat.taps("app:open:1:")
    assert off in labels(page)
    page = await chat.taps(labels(page)[off])
    assert off not in labels(page)
    assert on in labels(page)
    offices.telegram.sent.clear()
    (said,) = await chat.told(FRIDAY)
    assert "2-3/2026-2" in said
    await chat.taps(labels(page)[on])
    offices.telegram.sent.clear()
    (said,) = await restarted(chat)
    assert said.startswith(last_day(chat))


async def restarted(chat: Chat) -> list[str]:
    """What the round of a fresh process tells on that day: the keys alone decide."""
    async with chat.offices.processor.database.transaction() as transaction:
        await transaction.run("DELETE FROM told WHERE what LIKE 'round:%'")
    offices = chat.offices
    made = reminders.ReminderJobs(
        offices.processor.database,
        offices.processor.keys,
        offices.sender,
        offices.processor.containers.options,
        offices.processor.wording,
    )
    await made.run()
    return [unmark(each) for each in (await offices.delivered()).get(APPLICANT, [])]


async def test_whoever_blocks_the_bot(chat: Chat) -> None:
    """Nothing is put aside for them that would be old when they come back; the page tells the day then."""
    await chat.offices.has(chat.offices.reviewed("1"))
    async with chat.offices.processor.database.transaction() as transaction:
        await transaction.run("INSERT INTO suspended_chats (chat_id, suspended_at) VALUES (?, 1)", (APPLICANT,))
    assert await chat.told(FRIDAY) == []
    assert await chat.offices.processor.database.read("SELECT count(*) FROM outbox WHERE chat_id = 700") == [(0,)]


async def test_before_a_certificate_ends(chat: Chat, standard: Standard) -> None:
    """Thirty days before, on the next working day, once; with the button that begins the re-registration."""
    await chat.offices.has(issued(standard))
    assert await chat.told(TOO_EARLY) == []
    (said,) = await chat.told(IN_TIME)
    assert said.startswith(
        chat.russian.plain("reminder-renewal", certificate="1/2026", date=full_date(UNTIL, chat.russian))
    )
    assert await chat.told(LATER) == []


async def test_the_line_of_the_certificate_counts(chat: Chat, standard: Standard) -> None:
    """An officer has corrected the day: the paper says it, not the application."""
    case = issued(standard, date(2028, 3, 5))
    lines = {"city": "Кокшетау", "term_to": UNTIL.isoformat()}
    await chat.offices.has(replace(case, certificate=Certificate("1/2026", NOW, lines)))
    assert len(await chat.told(IN_TIME)) == 1


async def test_nobody_is_reminded_in_vain(chat: Chat, standard: Standard) -> None:
    """A note without an end, a certificate that has ended, one whose re-registration was begun or turned off."""
    group = another(worked(standard, CaseState.ISSUED, GROUP), "group", 2)
    ended = another(issued(standard, date(2026, 12, 11)), "ended", 3)
    begun = another(issued(standard, certificate=Certificate("3/2026", NOW, {"city": "Кокшетау"})), "begun", 4)
    quiet = another(issued(standard, certificate=Certificate("4/2026", NOW, {"city": "Кокшетау"})), "quiet", 5)
    await chat.offices.has(group, ended, begun, quiet)
    await chat.taps(f"app:renew:begun.:{begun.version}")
    await chat.off(quiet, "renewal")
    assert await chat.told(IN_TIME) == []


async def test_a_page_at_a_time(chat: Chat, standard: Standard, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are, each transaction reads a few, and nobody is left out."""
    monkeypatch.setattr(reminders, "ISSUED_AT_ONCE", 2)
    numbers = range(2, 7)
    cases = [
        another(issued(standard, certificate=Certificate(f"{at}/2026", NOW, {})), f"case{at}", at) for at in numbers
    ]
    await chat.offices.has(*cases)
    told = await chat.told(IN_TIME)
    assert sorted(each.partition("№ ")[2].partition(" ")[0] for each in told) == [f"{at}/2026" for at in numbers]


@pytest.mark.parametrize("data", ["app:quiet:1.:", "app:quiet:1.everything:", "app:remind:1.:", "app:quiet:2.result:"])
async def test_forged_buttons(chat: Chat, data: str) -> None:
    """A reminder that there is not, or a case of somebody else: nothing is turned off."""
    theirs = replace(chat.offices.reviewed("2"), applicant=800)
    await chat.offices.has(chat.offices.reviewed("1"), theirs)
    await chat.taps(data)
    found = await chat.offices.processor.database.read("SELECT count(*) FROM told WHERE what LIKE 'quiet:%'")
    assert found == [(0,)]


def labels(call: dict[str, Any]) -> dict[str, str]:
    board = call["reply_markup"]["inline_keyboard"]
    return {each["text"]: each["callback_data"] for row in board for each in row if "callback_data" in each}
