"""Data, messages, questions and buttons of an earlier program are read, sent, answered and resolved by this one."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from pydantic import HttpUrl, SecretStr

from bot import clock
from bot.__main__ import main
from bot.cli.quarantine import replay_quarantine
from bot.data_folder import DATABASE, HEADS, MASTER_KEY, open_stores
from bot.jobs.maintenance import keep_running_terms
from bot.resources import load_library, load_texts
from bot.settings import Settings
from dialogs.ui.callback_data import BY_PREFIX, unpack
from domain.applications.case import OPEN_CASE_STATES, Case
from domain.applications.deadlines import started_terms
from domain.applications.kept_terms import start_term
from domain.calendar import ONE_DAY, day_of
from domain.complaints.complaint_terms import ComplaintTerms
from domain.languages import LANGUAGES
from domain.standard.terms import Term
from sandbox.people.person import Person
from sandbox.server.server import running
from sandbox.world.world import World
from storage.applications import SqlCases
from storage.complaints import SqlComplaints
from storage.db.database import Database
from storage.db.keys import KeyStore
from tests.e2e.drivers.driving import bot
from tests.factories.units import EDITION
from tests.handlers.front_door import Answer, FrontDoor, front_door
from tests.kept.folder import FOLDERS, Kept

PHOTO = {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]}
OF_SYSTEM = "CASE WHEN case_id = '' OR kind = 'erased' THEN 'system' ELSE 'case:' || case_id END"
# For each sealed column, the owner of its key and the place it is bound to. Neither ever changes.
SEALED = {
    "sessions.sealed": ("'person:' || user_id", "chat_id || '.' || user_id"),
    "outbox.sealed": ("owner", "origin"),
    "dead_letters.sealed": ("owner", "origin"),
    "quarantine.sealed": ("owner", "update_id"),
    "cases.sealed": ("'case:' || id", "id"),
    "complaints.sealed": ("'case:' || id", "id"),
    "officers.sealed": ("'person:' || user_id", "sealed_for || '.' || user_id"),
    "admins.sealed": ("'person:' || user_id", "user_id"),
    "uploads.source": ("'case:' || case_id", "case_id"),
    "uploads.sealed": ("'case:' || case_id", "id"),
    "events.sealed": (OF_SYSTEM, "case_id || '.' || id"),
    "denials.sealed": ("'person:' || actor", "actor"),
    "given_answers.sealed": ("owner", "chat_id || '.' || message_id"),
}
EMPTY = {"82abd76": {"dead_letters.sealed", "given_answers.sealed"}, "0013": {"dead_letters.sealed"}}
NEWER: dict[str, set[str]] = {"82abd76": {"q"}, "0013": set()}  # capabilities without a button in the folder
# The text or file that comes next, and the question that follows it.
FILE, CLEARED, CHOSEN = "a photo", (None, ""), ("choosing", "")
TYPED = {
    "waits-draft-name": ("Иванов Пётр Сергеевич", ("apply", "address")),
    "waits-draft-date": ("05.03.2020", ("apply", "document_issuer")),
    "waits-draft-group": ("Ким Виктор", ("apply", "adult_members")),
    "waits-draft-kazakh": ("Көкшетау қ., Абай көшесі, 1", ("apply", "document_kind")),
    "draft-calendar": ("5 марта 2020", ("apply", "document_issuer")),
    "waits-materials": ("Диск с записями — 2", ("apply", "materials")),
    "waits-upload": (FILE, ("upload", "mission-authority")),
    "waits-second-upload": (FILE, ("upload", "mission-authority")),
    "case-further": ("Книга «Путь» — 3", CLEARED),
    "waits-reopen": ("Почему нет?", CLEARED),
    "waits-complaint-text": ("Ещё одно.", ("complaining", "text")),
    "waits-complaint-photos": (FILE, ("complaining", "text")),
    "waits-complaint-name": ("Әбдіғалиев Ғалым", ("complaining", "address")),
    "waits-complaint-address": ("г. Кокшетау, ул. Абая, 1", ("complaining", "text")),
    "waits-answer": ("Приняли меры.", ("handling", "answer")),
    "waits-extend": ("Журнал сұралды.", ("handling", "extend")),
    "waits-joining": ("Ахметова А. Б.", CLEARED),
    "waits-refusal-words": ("Паспорт недействителен.", CHOSEN),
    "waits-note": ("Возьмите паспорт.", CHOSEN),
    "waits-mend": ("Боровое", CHOSEN),
    "waits-document": ("удостоверение № 1", ("work", "issue")),  # the journal's line, to be corrected or written
    "waits-representative": ("Ким Виктор", ("work", "issue")),
}
OFF = "k"  # takes the buttons off a message, and is none
CHANGED = ("cases", "complaints", "events", "officers", "uploads")
TO_THE_END = frozenset({"erase", "drop", "withdraw", "withdrawn", "discard"})
VERSIONED = {"app": "cases", "work": "cases", "cmp": "complaints", "cpw": "complaints"}


@pytest.fixture(params=FOLDERS)
def kept(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    unpacked = Kept.unpacked(request.param, tmp_path)
    monkeypatch.setattr(clock, "now", lambda: unpacked.now)
    monkeypatch.setenv("DATA_DIR", str(unpacked.folder))
    monkeypatch.setenv("BOT_TOKEN", unpacked.about["token"])
    monkeypatch.delenv("MASTER_KEY", raising=False)
    return unpacked


@asynccontextmanager
async def opened(kept: Kept) -> AsyncIterator[FrontDoor]:
    """Opens its chats; what waited to be sent is left out."""
    with closing(sqlite3.connect(kept.folder / DATABASE)) as connection, connection:
        connection.execute("DELETE FROM outbox")
    async with front_door(kept.folder, kept.admin, first_update=kept.about["next_update"]) as door:
        door.processor.clock = lambda: kept.now
        yield door


async def test_every_sealed_value_opens(kept: Kept) -> None:
    """With its owner's key, and for the place it was sealed for; every kind but one occurs."""
    async with AsyncExitStack() as stack:
        database, keys = await open_stores(Settings(_env_file=None, data_dir=kept.folder), stack)
        found = set()
        for column, (owner, place) in SEALED.items():
            table, name = column.split(".")
            sql = f"SELECT {owner}, {place}, {name} FROM {table} WHERE {name} IS NOT NULL"  # noqa: S608  # names above
            for whose, where, sealed in await database.read(sql):
                assert (await keys.cipher(whose)).decrypt(sealed, f"{column}:{where}")
                found.add(column)
        columns = "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c"
        blobs = {row[0] for row in await database.read(f"{columns} WHERE c.name IN ('sealed', 'source')")}
    assert found == SEALED.keys() - EMPTY[kept.name]
    assert blobs == SEALED.keys()


async def test_every_record_belongs_to_an_edition(kept: Kept) -> None:
    """To that of 2011, the only one there was."""
    async with AsyncExitStack() as stack:
        database, _ = await open_stores(Settings(_env_file=None, data_dir=kept.folder), stack)
        for table in ("cases", "complaints", "terms", "survey", "remains"):
            found = await database.read(f"SELECT DISTINCT edition FROM {table}")  # noqa: S608  # names above
            assert found == [] if table == "remains" else [("2011-20",)], table


async def test_terms_of_open_cases_are_kept_as_told(kept: Kept) -> None:
    """Each with the last day on record, and the days counted up to it; nothing else of any case changes."""
    settings = Settings(_env_file=None, data_dir=kept.folder)
    library = load_library(settings)
    async with AsyncExitStack() as stack:
        database, keys = await open_stores(settings, stack)
        told: dict[str, str] = dict(await database.read("SELECT case_id, due FROM terms"))
        before = await cases(database, keys)
        assert all(each.terms == {} for each in before.values())
        count = await keep_running_terms(database, keys, library)
        after = await cases(database, keys)
        running = {each.id: each for each in after.values() if each.terms}
        begun = {each.id for each in before.values() if each.state in OPEN_CASE_STATES and each.received}
        assert running.keys() == begun
        assert count == len(begun) > 1
        for case_id, case in after.items():
            assert replace(case, terms={}) == before[case_id]
            owed = case.terms.get("decision", case.terms.get("refusal"))
            assert owed is None or (owed.last.isoformat(), owed.recounted) == (told[case_id], None)
            since = {library.standard.term(role).id: each for role, each in started_terms(case).items()}
            for name, term in case.terms.items():
                assert term == start_term(library.standard.timings[name], since[name], library.calendar)
        assert dict(await database.read("SELECT case_id, due FROM terms")) == told
        assert await keep_running_terms(database, keys, library) == 0


async def test_complaints_go_by_the_law_they_were_filed_under(kept: Kept) -> None:
    """Their terms were not kept then; an own law that is set now moves neither a last day nor the longest one."""
    settings = Settings(_env_file=None, data_dir=kept.folder)
    library = load_library(settings)
    law = library.standard.complaint_term
    async with AsyncExitStack() as stack:
        database, keys = await open_stores(settings, stack)
        ids = [each for (each,) in await database.read("SELECT id FROM complaints WHERE number IS NOT NULL")]
        async with database.transaction() as transaction:
            found = [await SqlComplaints(transaction, keys).get(each) for each in ids]
    own = ComplaintTerms(library.editions, library.calendar, Term(1, 2, "другой закон", own=True))
    assert len(found) > 1
    for each in found:
        assert each
        term = own.of(each)
        assert each.filing.term is None
        assert (term.law, term.last) == (law, each.filing.due)
        assert term.longest == each.filing.due + (law.days_with_check - law.days) * ONE_DAY
        assert each.reopened or term.start == day_of(each.filing.at)
        assert each.extension is None or each.extension.due == term.longest


async def cases(database: Database, keys: KeyStore) -> dict[str, Case]:
    """Returns every case."""
    ids = [case_id for (case_id,) in await database.read("SELECT id FROM cases")]
    async with database.transaction() as transaction:
        found = [await SqlCases(transaction, keys).get(each) for each in ids]
    return {case.id: case for case in found if case}


def test_the_history_is_whole(kept: Kept, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Entry by entry; the denials and the quarantined update are listed, too."""
    ((entries,),) = kept.rows("SELECT count(*) FROM events")
    monkeypatch.setenv("LANGUAGE", "en")
    assert main(["audit", "verify"]) == 0
    assert capsys.readouterr().out == f"{entries} entries, all whole\n"
    assert main(["audit", "denials"]) == 0
    assert [(len(capsys.readouterr().out.splitlines()),)] == kept.rows("SELECT count(*) FROM denials")
    assert main(["quarantine", "list"]) == 0
    assert "ValidationError" in capsys.readouterr().out


@pytest.mark.parametrize("kept", FOLDERS[:1], indirect=True)
def test_its_backup_is_restored(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is restored to an empty folder, which is then intact; numbers given since are skipped."""
    new = kept.root / "new"
    new.mkdir(mode=0o700)
    (new / MASTER_KEY).write_bytes((kept.folder / MASTER_KEY).read_bytes())
    monkeypatch.setenv("DATA_DIR", str(new))
    monkeypatch.setenv("LANGUAGE", "en")
    data, keys = map(str, kept.backups)
    given = ["restore", data, keys, "--heads", str(kept.folder / HEADS)]
    assert main(given) == 1
    assert "1 entry of the history came after" in capsys.readouterr().err  # the bot worked on after the backup
    assert main([*given, "--skip", "1"]) == 0, capsys.readouterr().err
    assert main(["audit", "verify"]) == 0
    assert "all whole" in capsys.readouterr().out


@pytest.mark.e2e
async def test_all_that_waited_is_sent(kept: Kept) -> None:
    """Answers, files, a notice and a digest go out once each; nothing is given up."""
    world = world_of(kept)
    waiting = [chat_id for chat_id, origin, _ in kept.about["waiting"] if not origin.startswith(OFF)]
    blocked = kept.whose("blocked")
    async with bot(kept.folder, world, admin_ids=str(kept.admin)) as driven:
        await driven.settle()
        assert [row[0] for row in driven.rows("SELECT chat_id FROM outbox")] == [blocked]
        Person.meet(world, blocked).unblock()
        await driven.settle()
        assert driven.rows("SELECT * FROM outbox") == []
        assert driven.rows("SELECT * FROM dead_letters") == []
        assert driven.events.faults == []
        assert driven.events.named("file-not-made", "file-withheld") == []
        for chat_id in set(waiting):
            assert len(world.chats[chat_id].messages) >= waiting.count(chat_id)


@pytest.mark.e2e
async def test_what_was_set_aside_can_be_tried_again(kept: Kept) -> None:
    """It is read as it arrived; this one lacks a field, now as then, and stays."""
    ((update_id,),) = kept.rows("SELECT update_id FROM quarantine")
    async with running(world_of(kept)) as sandbox:
        token, url = SecretStr(kept.about["token"]), HttpUrl(sandbox.url)
        settings = Settings(_env_file=None, data_dir=kept.folder, bot_token=token, telegram_api_base=url)
        assert await replay_quarantine(settings) == [f"{update_id}  снова не вышло"]


@pytest.mark.parametrize("story", TYPED)
async def test_the_next_line_is_what_was_asked_for(kept: Kept, story: str) -> None:
    """Whatever question a chat was left with, the text is accepted and the right question follows."""
    line, leads_to = TYPED[story]
    who = kept.whose(story)
    async with opened(kept) as door:
        before = await stored(door)
        update = door.saying(who, "" if line is FILE else line)
        update["message"]["date"] = int(kept.now.timestamp())  # after the question
        if line is FILE:
            update["message"] = {name: part for name, part in update["message"].items() if name != "text"} | PHOTO
        answer = await answered(door, update)
        assert not is_home(answer)
        assert await session(door, who) == leads_to
        assert await stored(door) != before


@pytest.mark.untraced
async def test_every_button_is_answered(kept: Kept) -> None:
    """None is unknown; only a button for an earlier version of its record is outdated, and shows the current one."""
    buttons = sorted(kept.buttons(), key=lambda each: unpack(each[1]).action in TO_THE_END)
    assert {unpack(data).prefix for _, data in buttons} == BY_PREFIX.keys() - NEWER[kept.name]
    outdated = set()
    async with opened(kept) as door:
        for who, data in buttons:
            current = await is_current(door, data)
            answer = await answered(door, door.tapping(who, data))
            assert answer.calls or answer.toast, data
            assert not is_home(answer) or data == "base:home::", (who, data)
            if answer.toast in said("stale", "toast-changed"):
                outdated.add(data)
                assert answer.calls, data
                assert not current, (who, data)
    assert outdated


def world_of(kept: Kept) -> World:
    """Returns a stand-in that continues where the earlier one ended, so that its numbers do not start again."""
    world = World(kept.about["token"])
    world.updates.next_id = kept.about["next_update"]
    for chat_id, last in kept.about["next_message"].items():
        Person.meet(world, int(chat_id)).chat.last_message_id = last
    return world


async def answered(door: FrontDoor, update: dict[str, object]) -> Answer:
    """Returns the reply to this update, which must not be quarantined."""
    await door.processor.process([update])
    assert await door.rows("SELECT reason FROM quarantine WHERE bot_id = ?", door.processor.dispatch.bot.id) == []
    return door.heard.answers.pop(int(str(update["update_id"])), Answer())


async def stored(door: FrontDoor) -> list[list[tuple[object, ...]]]:
    """Returns everything that a text or a file may change."""
    return [await door.rows(f"SELECT * FROM {table}") for table in CHANGED]  # noqa: S608  # names above


async def session(door: FrontDoor, who: int) -> tuple[str | None, str]:
    """Returns which kind of question the next text answers, and which one of them."""
    for (sealed,) in await door.rows("SELECT sealed FROM sessions WHERE chat_id = ?", who):
        cipher = await door.processor.keys.cipher(f"person:{who}")
        found = cipher.decrypt_json(sealed, f"sessions.sealed:{who}.{who}")
        return found["state"], found["data"].get("question", "").partition(".")[0]
    return CLEARED


async def is_current(door: FrontDoor, data: str) -> bool:
    """Returns whether a button has its record's current version."""
    callback = unpack(data)
    if callback.prefix not in VERSIONED or not callback.version:
        return False
    table = VERSIONED[callback.prefix]
    found = await door.rows(f"SELECT version FROM {table} WHERE id = ?", callback.record_id)  # noqa: S608  # names above
    return found == [(callback.seen_version,)]


def is_home(answer: Answer) -> bool:
    """Returns whether it says that the bot did not understand."""
    unknown = [f"{stale}\n\n{home}" for stale, home in zip(said("stale"), said("home"), strict=True)]
    return any(text.startswith(each) for text in answer.texts for each in unknown)


@cache
def said(*text_ids: str) -> tuple[str, ...]:
    """Returns these texts in every language."""
    return tuple(load_texts(language, EDITION).plain(each) for each in text_ids for language in LANGUAGES)
