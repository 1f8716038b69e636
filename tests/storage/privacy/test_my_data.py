"""What the tables hold about a person: every table is known, and sealed data is opened only for its person."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from documents.privacy import my_data_value
from domain.applications.deadlines import NOT_RUNNING, DeadlineRecord
from domain.history import Event, EventKind
from domain.indicators.survey import Opinion, Topic
from domain.limits import Cost
from domain.people import Consent, Person
from domain.staff.invitations import Invitation
from domain.staff.membership import ADMIN, Admin, Officer, Role
from services.privacy.my_data import Dossier, PersonalDataReader
from storage.backup.restore import Gone
from storage.db.database import Database
from storage.db.keys import KeyStore, case_owner, person
from storage.db.transaction import Transaction
from storage.history.events import SqlDenials, SqlHistory
from storage.indicators import SqlSurvey, SqlTerms
from storage.limits import SqlCounters
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.inbox import Inbox, Quarantined, quarantine_place
from storage.messaging.outbox import NotificationLog, Outbox, Outgoing
from storage.messaging.sessions import Session, SessionBook
from storage.people import SqlPeople
from storage.privacy.my_data import SECTIONS, SqlPersonalData
from storage.staff import SqlAdmins, SqlInvitations, SqlOfficers
from tests.factories.moments import NOW
from tests.factories.units import EDITION, KOKSHETAU
from tests.storage.engines import OF_SQLITE

PAGE = Path(__file__).parents[3] / "docs/my-data.md"
ROW = re.compile(r"^\| `([a-z_]+)` \| [^|]+ \| ([^|]+) \| [^|]+ \|$", re.MULTILINE)
ME, OTHER, BOT = 700, 701, 7
MINE, THEIRS = "case-of-mine", "case-of-theirs"
LATER = NOW + timedelta(days=1)


async def tables(database: Database) -> set[str]:
    sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return {row[0] for row in await database.read(sql)}


@OF_SQLITE
async def test_every_table_is_known(database: Database) -> None:
    """The test fails if a table of the schema is in neither the export nor the page, and if one of theirs is gone."""
    found = await tables(database)
    assert set(SECTIONS) == found
    rows = dict(ROW.findall(PAGE.read_text(encoding="utf-8")))
    assert set(rows) == found
    for table, where in rows.items():
        named = tuple(re.findall(r"`([a-z_]+)`", where))
        assert named == SECTIONS[table], table
        assert named or where.startswith("no: "), f"{table}: why not?"


def test_every_section_is_in_the_file() -> None:
    """The file has everything that the export promises of a table."""
    value = my_data_value(Dossier(Person(ME), NOW, (), (), None, PersonalDataReader()), str)
    assert {each for sections in SECTIONS.values() for each in sections} <= set(value)
    assert set(value) - {"format", "made_at"} == {each for sections in SECTIONS.values() for each in sections}


@pytest.fixture
async def records(database: Database, keys: KeyStore) -> Callable[[int], Any]:
    """Two people with data in every table, and a function that returns what is held about one."""
    await keys.ciphers([person(ME), person(OTHER), case_owner(MINE), case_owner(THEIRS)])
    async with database.transaction() as transaction:
        for user_id, case in ((ME, MINE), (OTHER, THEIRS)):
            await fill(transaction, keys, user_id, case)

    async def of_person(user_id: int) -> PersonalDataReader:
        async with database.transaction() as transaction:
            own = [MINE] if user_id == ME else [THEIRS] if user_id == OTHER else []
            return await SqlPersonalData(transaction, keys).read_for_person(user_id, own)

    return of_person


async def fill(transaction: Transaction, keys: KeyStore, user_id: int, case: str) -> None:
    canary, before = f"canary-{user_id}", Person(user_id)
    await SqlPeople(transaction).put_consent(before, Person(user_id, None, Consent("v1", NOW)), NOW)
    cipher = await keys.cipher(person(user_id))
    book = SessionBook()
    book.put((user_id, user_id), Session("apply", {"question": canary}))
    await book.flush(transaction, {(user_id, user_id): cipher})
    invitations = SqlInvitations(transaction, keys)
    made = Invitation(invitations.id_of(canary), Role.HEAD, (KOKSHETAU,), user_id, NOW, LATER)
    used = Invitation(invitations.id_of(f"{canary}u"), ADMIN, (), 1, NOW, LATER)
    for each in (made, used):
        await invitations.add(each)
    await invitations.use(used.id, user_id, NOW)
    await invitations.revoke(made.id, NOW)
    history = SqlHistory(transaction, keys)
    details = {"user": str(user_id), "unit": "2/3", "role": "head"}
    await history.append_about_people(Event(EventKind.ROLE_CHANGED, NOW, 1, details))
    await history.append_about_people(Event(EventKind.UNBOUND, LATER, user_id, {"user": "1", "unit": "2/3"}))
    for about in (MINE, THEIRS):
        await history.append(Gone(about), Event(EventKind.TAKEN, NOW, user_id))
    await SqlDenials(transaction, keys).deny(user_id, "see", canary, NOW)
    await NotificationLog(transaction).first(f"digest:{user_id}:2026-11-23", NOW)
    await NotificationLog(transaction).first(f"late:{case}:2026-11-23", NOW)
    await SqlCounters(transaction).use(user_id, Cost.FILE, NOW)
    sealed = cipher.encrypt_json({"message": canary}, quarantine_place(user_id))
    await Inbox(transaction, BOT).set_aside(
        Quarantined(user_id, person(user_id), sealed, "KeyError", int(NOW.timestamp()))
    )
    await letters(transaction, keys, user_id, canary)
    await Outbox(transaction).suspend(user_id, int(NOW.timestamp()))


async def letters(transaction: Transaction, keys: KeyStore, user_id: int, canary: str) -> None:
    """Queues one message, and dead letters about the person, their case, and another person's case."""
    outbox = Outbox(transaction)
    owners = [person(user_id), person(user_id), case_owner(MINE), case_owner(THEIRS)]
    last = await outbox.last_id()
    rows = [
        Outgoing(at, f"o{user_id}.{at}", user_id, owner, BotApiRequest("sendMessage", {"text": f"{canary} {owner}"}))
        for at, owner in enumerate(owners, last + 1)
    ]
    await outbox.queue(rows, await keys.ciphers(owners))
    for row in rows[1:]:
        await outbox.dead_letter(row, 400, int(NOW.timestamp()))


async def test_everything_of_one_person(records: Callable[[int], Any]) -> None:
    """Each table gives what is theirs, decrypted, with time zones."""
    found: PersonalDataReader = await records(ME)
    assert found.consents == ({"notice_version": "v1", "given": True, "at": NOW},)
    assert found.session == {"state": "apply", "data": {"question": "canary-700"}}
    invited = {
        "role": "head",
        "units": [str(KOKSHETAU)],
        "made_at": NOW,
        "ends_at": LATER,
        "used": False,
        "revoked_at": NOW,
    }
    assert found.invitations_made == (invited,)
    assert [each["used"] for each in found.invitations_used] == [True]
    assert found.roles_history == (
        {"what": "role-changed", "at": NOW, "by_you": False, "about": "you", "unit": "2/3", "role": "head"},
        {"what": "unbound", "at": LATER, "by_you": True, "about": "somebody else", "unit": "2/3"},
    )
    assert found.acts == ({"what": "taken", "times": 1, "first_at": NOW, "last_at": NOW},)
    denied = {"act": "see", "at": NOW, "about": "canary-700", "times": 1, "last_at": NOW}
    assert found.denials == (denied,)
    assert found.waiting == 1
    dead = {"at": NOW, "error_code_of_telegram": 400}
    assert found.dead_letters == (
        dead | {"text": f"canary-700 {person(ME)}"},
        dead | {"text": f"canary-700 {case_owner(MINE)}"},
        dead,
    )
    assert found.quarantine == ({"at": NOW, "reason": "KeyError", "what_you_sent": {"message": "canary-700"}},)
    assert [each["what"] for each in found.told] == ["digest:700:2026-11-23", f"late:{MINE}:2026-11-23"]
    assert found.counted == ({"what": "file", "since": NOW, "used": 1},)
    assert found.blocked_since == NOW


async def test_nothing_of_another(records: Callable[[int], Any]) -> None:
    """Not a word about the other person is there, and for a stranger there is nothing at all."""
    assert "701" not in repr(await records(ME))
    assert "700" not in repr(await records(OTHER)).replace(f"canary-701 {case_owner(MINE)}", "")
    assert await records(9) == PersonalDataReader()


async def test_terms_and_answers_of_a_case(database: Database, keys: KeyStore) -> None:
    """They are stored without a name and found by the case's id only."""
    day = NOW.date()
    async with database.transaction() as transaction:
        for case in (MINE, THEIRS):
            await SqlTerms(transaction).save_deadline(
                case, DeadlineRecord(KOKSHETAU, day, day if case == MINE else None, edition=EDITION)
            )
        await SqlTerms(transaction).save_deadline("begun", DeadlineRecord(KOKSHETAU, NOT_RUNNING, edition=EDITION))
        survey = SqlSurvey(transaction, keys)
        await survey.keep(Opinion(MINE, Topic.POLITENESS, KOKSHETAU, day, satisfied=True, edition=EDITION))
        await survey.keep(Opinion(MINE, Topic.PROCESS, KOKSHETAU, day, satisfied=False, edition=EDITION))
        found = await SqlPersonalData(transaction, keys).read_for_person(ME, [MINE, "begun"])
        assert found.terms == {
            MINE: {"due_on": "2026-11-22", "done_on": "2026-11-22", "edition": EDITION},
            "begun": {"due_on": None, "done_on": None, "edition": EDITION},
        }
        assert await survey.about(Gone(MINE)) == {
            "politeness": {"satisfied": True, "day": "2026-11-22", "edition": EDITION},
            "process": {"satisfied": False, "day": "2026-11-22", "edition": EDITION},
        }
        assert await survey.about(Gone(THEIRS)) == {}


@pytest.mark.parametrize("post", ["officer", "admin"])
async def test_acts_of_somebody_who_was_never_invited(database: Database, keys: KeyStore, post: str) -> None:
    """People who got their role on the command line get the count of their actions, too."""
    async with database.transaction() as transaction:
        if post == "officer":
            await SqlOfficers(transaction, keys).bind(Officer(ME, KOKSHETAU, "Ким А."))
        else:
            await SqlAdmins(transaction, keys).add(Admin(ME, "Ким А."))
        await SqlHistory(transaction, keys).append(Gone(THEIRS), Event(EventKind.TAKEN, NOW, ME))
        found = await SqlPersonalData(transaction, keys).read_for_person(ME, [])
    assert [each["times"] for each in found.acts] == [1]
