"""`python -m bot demo`: three offices after a month of work, produced by the services themselves."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.demo.complaints import COMPLAINT_STORIES
from bot.demo.fill import fill, neighbours
from bot.demo.people import AIGUL, AKMOLA, KOKSHETAU, KYZYLORDA, ON_THE_PAGE, SAULE, TEAM, TIMUR
from bot.demo.stories import STORIES
from bot.resources import load_library
from bot.settings import Settings
from domain.applications.case import Case, CaseState
from domain.applications.deadlines import compute_deadlines, started_terms
from domain.calendar import day_of
from domain.complaints.complaint import Complaint, ComplaintState
from domain.history import Event, EventKind
from domain.staff.membership import Role
from domain.standard.edition import Standard
from sandbox.world.cast import read_cast, write_cast
from storage.applications import SqlCases
from storage.complaints import SqlComplaints
from storage.history.events import SqlHistory
from storage.staff import SqlOfficers
from tests.e2e.drivers.driving import rows
from tests.editions import EDITION as OTHER
from tests.editions import EDITIONS_DIR
from tests.factories.folders import opened_stores, settings_of
from tests.patience import PATIENCE_SECONDS, PROCESS_SECONDS, Patience, stretched

ROOT = Path(__file__).parents[3]
MONDAY = datetime(2026, 11, 23, 2, tzinfo=UTC)  # seven in the morning
OFFICES = (KOKSHETAU, AKMOLA, KYZYLORDA)
OTHER_DAYS = (
    datetime(2026, 11, 28, 20, tzinfo=UTC),  # a Sunday, one hour after midnight
    datetime(2027, 1, 4, 4, 30, tzinfo=UTC),  # the first working day of a year
    datetime(2027, 3, 26, 10, tzinfo=UTC),  # after Nauryz
    datetime(2028, 2, 29, 18, 59, tzinfo=UTC),
)
STATES = set(CaseState) - {CaseState.NOT_ACCEPTED}  # the standard of 2011 has whatever is brought accepted


@dataclass(frozen=True)
class Month:
    """The contents of a filled folder."""

    folder: Path
    cases: Sequence[Case]
    events: Mapping[str, Sequence[Event]]
    team: int
    complaints: Sequence[Complaint]
    acts: int  # on complaints

    @classmethod
    async def made(cls, folder: Path, now: datetime) -> Month:
        settings = settings_of(folder)
        await fill(settings, now)
        async with opened_stores(folder) as (database, keys), database.transaction() as transaction:
            store, history = SqlCases(transaction, keys), SqlHistory(transaction, keys)
            people = [row[0] for row in await transaction.read("SELECT DISTINCT applicant FROM cases ORDER BY 1")]
            cases = [case for who in people for case in await store.list_for_person(who)]
            events = {case.id: await history.events(case) for case in cases}
            team = len(await SqlOfficers(transaction, keys).all())
            people = [row[0] for row in await transaction.read("SELECT author FROM complaints ORDER BY author")]
            complaints = [
                each for who in people for each in await SqlComplaints(transaction, keys).list_for_person(who)
            ]
            acts = sum([len(await history.events(each)) for each in complaints])
        return cls(folder, cases, events, team, complaints, acts)

    def last_days(self, state: CaseState) -> list[date | None]:
        library = load_library(Settings(_env_file=None))
        found = [case for case in self.cases if case.state is state]
        return [compute_deadlines(case, library.standard, library.calendar).last for case in found]


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Month:
    return asyncio.run(Month.made(tmp_path_factory.mktemp("demo"), MONDAY))


def test_thirty_applications_stand_in_every_state(month: Month) -> None:
    """Three offices, five people, thirty applications of both kinds, none filed more than a month ago."""
    assert len(month.cases) == 30
    assert {case.state for case in month.cases} == STATES
    assert {case.office for case in month.cases if case.office} == set(OFFICES)
    assert month.team == len({each.user_id for each in TEAM}) == 5
    assert {each.role for each in TEAM} == set(Role)
    assert len({case.subject for case in month.cases}) == 2
    filed = [case.registration.at for case in month.cases if case.registration]
    assert len(filed) == 28
    assert all(MONDAY - timedelta(days=35) < at < MONDAY for at in filed)


def test_what_an_office_can_meet_is_there(month: Month) -> None:
    """Terms ending today, in two days or missed; a late refusal; a representative; unassigned cases."""
    today = day_of(MONDAY)
    review, registered = month.last_days(CaseState.IN_REVIEW), month.last_days(CaseState.REGISTERED)
    assert {today, today + timedelta(days=2)} <= set(review)
    assert any(last and last < today for last in review)
    assert any(last and last < today for last in registered)
    assert None in registered
    assert Counter(case.refusal.late for case in month.cases if case.refusal) == {False: 2, True: 1}
    handed = [case.handing for case in month.cases if case.handing]
    assert {bool(each.power_of_attorney) for each in handed} == {True, False}
    assert {case.assigned is None for case in month.cases if case.state is CaseState.IN_REVIEW} == {True, False}


def test_terms_are_kept(month: Month, standard: Standard) -> None:
    """Every term of every case, as an office keeps them."""
    assert {case.id for case in month.cases if case.received} == {case.id for case in month.cases if case.terms}
    assert all(case.terms.keys() == {standard.term(each).id for each in started_terms(case)} for case in month.cases)


def test_who_wrote_yesterday_evening_is_expected_today(month: Month) -> None:
    """Two people said yesterday that they are coming: officers find them in the list of passes."""
    yesterday = day_of(MONDAY) - timedelta(days=1)
    coming = [each for events in month.events.values() for each in events if each.kind is EventKind.COMING]
    assert sum(day_of(each.at) == yesterday for each in coming) == 2


def test_people_with_a_phone_find_their_own(month: Month) -> None:
    """Each of the page's two applicants has a draft and a case."""
    own = {who: {case.state for case in month.cases if case.applicant == who} for who in (AIGUL, TIMUR)}
    assert own == {AIGUL: {CaseState.DRAFT, CaseState.READY}, TIMUR: {CaseState.DRAFT, CaseState.IN_REVIEW}}


def test_complaints_stand_in_every_way(month: Month) -> None:
    """One waits, one has an extension, one is answered and rated; where nobody takes it in the bot it is a letter."""
    found = {each.stage: each for each in month.complaints}
    assert len(found) == len(month.complaints) == len(COMPLAINT_STORIES)
    assert found.keys() == {ComplaintState.FILED, ComplaintState.ACCEPTED, ComplaintState.CLOSED, ComplaintState.LETTER}
    assert found[ComplaintState.ACCEPTED].extension
    assert found[ComplaintState.CLOSED].rating
    assert [each.filed for each in month.complaints if each.unit == KYZYLORDA] == [None]
    assert all(each.due is None or each.due >= day_of(MONDAY) for each in month.complaints)


def test_registers_have_no_gaps(month: Month, standard: Standard) -> None:
    """Incoming numbers, certificates and journal count from 1 in every office, in chronological order."""
    for office in OFFICES:
        there = [case for case in month.cases if case.office == office]
        incoming = sorted((case.registration.at, case.registration.number) for case in there if case.registration)
        assert [number for _, number in incoming] == [
            f"{standard.unit(office).code.replace('/', '-')}/2026-{place}" for place in range(1, len(incoming) + 1)
        ]
        for found in (
            sorted((case.certificate.at, case.certificate.number) for case in there if case.certificate),
            sorted((case.handing.at, case.handing.number) for case in there if case.handing),
        ):
            assert [number for _, number in found] == [f"{place}/2026" for place in range(1, len(found) + 1)]


def test_the_history_is_whole(
    month: Month, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The audit finds no fault: every entry is chained to the previous one."""
    monkeypatch.setenv("DATA_DIR", str(month.folder))
    assert main(["audit", "verify"]) == 0
    told = sum(len(events) for events in month.events.values())
    assert capsys.readouterr().out == f"{told + month.acts + len(TEAM)} entries, all whole\n"


def test_nobody_gets_a_month_of_messages(month: Month) -> None:
    """Only the officers' menus of commands wait in the outbox."""
    assert rows(month.folder, "SELECT chat_id FROM outbox ORDER BY 1") == [(each.user_id,) for each in TEAM]


async def test_the_same_day_gives_the_same_month(month: Month, tmp_path: Path) -> None:
    """Ids, receipts, answers and times all follow from the day."""
    again = await Month.made(tmp_path, MONDAY + timedelta(hours=3))
    drafts = {case.id for case in again.cases if case.state is CaseState.DRAFT}
    kept = [case for case in again.cases if case.id not in drafts]
    assert kept == [case for case in month.cases if case.id not in drafts]
    assert {each: again.events[each] for each in again.events} == month.events
    other = await Month.made(tmp_path / "other", MONDAY + timedelta(days=1))
    assert {case.id for case in other.cases}.isdisjoint(case.id for case in month.cases)


@pytest.mark.parametrize("now", OTHER_DAYS, ids=lambda now: str(now.date()))
async def test_any_day_will_do(tmp_path: Path, now: datetime) -> None:
    """Weekends, long holidays and the turn of the year: thirty applications, and nothing done ahead of time."""
    made = await Month.made(tmp_path, now)
    assert Counter(case.state for case in made.cases).keys() == STATES
    assert all(each.at < now for events in made.events.values() for each in events)


def test_everybody_can_be_written_to(tmp_path: Path) -> None:
    """The stand-in knows everybody who may get a message; seven of them have a phone on the page."""
    write_cast((*ON_THE_PAGE, *neighbours()), tmp_path / "cast.json")
    cast = read_cast(tmp_path / "cast.json")
    assert len({each.id for each in cast}) == len(cast) == 7 + len(STORIES) - 4 + 2
    assert [each.role for each in cast if each.role] == [
        *("applicant", "head", "applicant", "officer", "registrar", "officer", "officer"),
    ]


def ask(url: str, value: object = None) -> Any:  # noqa: ANN401  # answers differ by path
    body = None if value is None else json.dumps(value).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=stretched(PATIENCE_SECONDS)) as answer:  # noqa: S310  # loopback
        return json.load(answer)


async def newest(address: str, user_id: int, count: int) -> dict[str, Any]:
    """Returns the newest message of a chat as soon as it has so many."""
    messages: list[dict[str, Any]] = []
    patience = Patience(PROCESS_SECONDS)
    while not patience.ended:
        messages = (await asyncio.to_thread(ask, f"{address}/control/chat/{user_id}"))["messages"]
        if len(messages) >= count:
            return messages[-1]
        await asyncio.sleep(0.05)
    pytest.fail(f"{len(messages)} messages, not {count}")


@pytest.mark.e2e
async def test_the_office_lives_in_the_chat_page(tmp_path: Path) -> None:
    """One command: officers find their queue, applicants their case; a real bot's `.env` and edition are left alone."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    address, home = f"http://127.0.0.1:{port}", tmp_path / "home"
    home.mkdir()
    other = f"EDITION={OTHER}\nEDITIONS_DIR={EDITIONS_DIR}\n"
    secrets = f"{other}BOT_TOKEN=1:x\nWEBHOOK_URL=https://example.org/hook\nWEBHOOK_SECRET=abc\n"
    (home / ".env").write_text(secrets)
    environment = {name: value for name, value in os.environ.items() if name != "BOT_TOKEN"}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", str(port)),
        cwd=home,
        env=environment | {"TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    try:
        assert [(await process.stdout.readline()).decode() for _ in range(2)][1] == f"Chat page: {address}/\n"
        assert "2-3/2" in (await newest(address, SAULE, 2))["text"]
        people = (await asyncio.to_thread(ask, f"{address}/chatapi/personas"))["personas"]
        assert [each["id"] for each in people] == [each.id for each in ON_THE_PAGE]
        assert people[0]["id"] == TIMUR  # the page opens on the first
        buttons = (await newest(address, TIMUR, 2))["reply_markup"]["inline_keyboard"]
        assert any(row[0]["text"].startswith("2-3/") for row in buttons)
        state = await asyncio.to_thread(ask, f"{address}/chatapi/state?persona={SAULE}")
        assert "queue" in {each["command"] for each in state["commands"]}
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
        _, errors = await asyncio.wait_for(process.communicate(), stretched(PROCESS_SECONDS))
    assert process.returncode == 0
    assert b"dead-letter" not in errors
    assert sorted(os.listdir(tmp_path)) == ["home"]  # noqa: PTH208  # a look, not work
    assert os.listdir(home) == [".env"]  # noqa: PTH208
